"""One block of lines for each thing the text report has to say: an outcome, a diagnostic."""

from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Alternative, Note, Outcome, Position, Range, Suppression
from factcheck.report.excerpt import Excerpt, Mark, drawn
from factcheck.report.inert import inert, quoted
from factcheck.report.layout import Cell, Line, Segment, Style, indent, paragraph, table
from factcheck.source import Place

STYLES: dict[str, Style] = {
    "error": "bad",
    "fail": "bad",
    "borderline": "doubt",
    "unverified": "doubt",
    "pass": "good",
    "exempt": "faint",
    "note": "doubt",
}

GRADES = {"slip": "a slip in the last digit", "decision": "the conclusion flips"}
"""What a grade means; ``wrong`` is what a failure is unless something else is said."""

SAYS = "says: "
SHOWN_SLIPS = 1
SHOWN_REQUIREMENTS = 2


def outcome_block(outcome: Outcome, width: int) -> Iterator[Line]:
    """Write what was found about one claim, headline first; one that only depends on a broken claim is brief."""
    yield from _headline(outcome, width)
    if outcome.verdict == "error" and not outcome.code:
        return
    yield from _place(outcome, width)
    if outcome.quote:
        yield from paragraph(indent(2), quoted(outcome.quote), width)
    yield from _statement(outcome, width)
    yield from _remarks(outcome, width)
    for diagnostic in outcome.diagnostics:
        yield from _diagnostic_body(diagnostic, outcome, width)


def diagnostic_block(diagnostic: Diagnostic, width: int) -> Iterator[Line]:
    """Write a problem of a file."""
    lead = (Segment(f"{diagnostic.level}[{diagnostic.code}]", STYLES[diagnostic.level]), Segment(": "))
    yield from paragraph(lead, inert(diagnostic.message), width, under=indent(4))
    place = str(diagnostic.place)
    if place:
        yield from paragraph(indent(2), inert(place), width, "place")
    yield from _diagnostic_body(diagnostic, None, width)


def _headline(outcome: Outcome, width: int) -> Iterator[Line]:
    code = f"[{outcome.code}]" if outcome.code else ""
    lead = (Segment(f"{outcome.verdict}{code}", STYLES[outcome.verdict]), Segment(" "))
    text = outcome.exempt or outcome.headline
    yield from paragraph(lead, inert(f"{outcome.id}: {text}"), width, under=indent(4))


def _place(outcome: Outcome, width: int) -> Iterator[Line]:
    at = outcome.diagnostics[0].place if outcome.diagnostics else outcome.position
    parts = [written(at)]
    if outcome.article:
        parts.append(written(outcome.article))
    if outcome.grade in GRADES:
        parts.append(GRADES[outcome.grade])
    if outcome.unexpected:
        parts.append(f"the claim expects {outcome.expect} [FC406]")
    yield from paragraph(indent(2), inert(" · ".join(parts)), width, "place")


def written(at: Position | Place) -> str:
    """Write where something stands: ``path:line:column``, or ``path: table 2, cell B4``."""
    return f"{at.path}: {at.inside}" if at.inside else f"{at.path}:{at.line}:{at.column}"


def _statement(outcome: Outcome, width: int) -> Iterator[Line]:
    """Write ``says`` with its two sides underlined, and how the one was derived."""
    below = (f"derived: {outcome.substituted}",) if outcome.substituted else ()
    if outcome.says and not outcome.diagnostics:
        line = Excerpt(outcome.position.line, outcome.says, SAYS, _sides(outcome), below)
        yield from drawn(line, width)
        return
    for text in below:
        yield from paragraph(indent(2), inert(text), width, under=indent(4))


def _sides(outcome: Outcome) -> tuple[Mark, ...]:
    marks = []
    if outcome.derived_span:
        marks.append(Mark(*outcome.derived_span))
    if outcome.stated_span and outcome.stated:
        marks.append(Mark(*outcome.stated_span, f"stated: {meaning(outcome.stated)}"))
    return tuple(marks)


def meaning(stated: Range) -> str:
    """Write what a written number states, and where the width of it comes from."""
    if not stated.origin:
        return stated.text
    if stated.text.endswith(")"):
        return f"{stated.text[:-1]}; {stated.origin})"
    return f"{stated.text} ({stated.origin})"


def _remarks(outcome: Outcome, width: int) -> Iterator[Line]:
    """Write the notes, with the claim's own before the cures, and what other choices give."""
    facts = [note for note in outcome.notes if note.kind == "note"]
    yield from _notes(facts, width)
    if outcome.note:
        yield from _remark("note: ", outcome.note, width)
    if outcome.alternatives:
        yield from _remark("", "with other choices:", width)
        yield from table(_alternative_rows(outcome.alternatives), width, 6)
    yield from _notes([note for note in outcome.notes if note.kind == "help"], width)
    for found in outcome.suppressions:
        yield from _remark(f"{suppressed_by(found)}: ", told(found), width)
    for slip in outcome.slips[: 0 if _other_order(outcome) else SHOWN_SLIPS]:
        yield from _remark("help: ", slip.text, width)
    for requirement in outcome.requirements[:SHOWN_REQUIREMENTS]:
        yield from _remark("help: ", f"to hold, {requirement.text}", width)


def suppressed_by(found: Suppression) -> str:
    """Say what hides a finding: ``ignored``, ``in the baseline``."""
    return "in the baseline" if found.by == "baseline" else "ignored"


def told(found: Suppression) -> str:
    """Write why a finding is hidden, until when, and where that is said."""
    until = f" until {found.until}" if found.until else ""
    reason = f": {found.reason}" if found.reason else ""
    place = f" ({found.place})" if found.place else ""
    return f"{found.code}{until}{reason}{place}"


def _other_order(outcome: Outcome) -> bool:
    """Whether a note says already that the ratio holds in the other order."""
    return any(note.code == "FC417" for note in outcome.notes)


def _notes(notes: Iterable[Note], width: int) -> Iterator[Line]:
    for note in notes:
        code = f" [{note.code}]" if note.code else ""
        yield from _remark("help: " if note.kind == "help" else "", note.text + code, width)


def _remark(label: str, text: str, width: int) -> Iterator[Line]:
    lead = (Segment("  = ", "gutter"), Segment(label, "label"))
    yield from paragraph(lead, inert(text), width, under=indent(4))


def _alternative_rows(alternatives: tuple[Alternative, ...]) -> list[tuple[Cell, ...]]:
    return [
        (Cell(inert(choice)), Cell(verdict, STYLES[verdict]), Cell(inert(derived)), Cell(inert(note), "faint"))
        for choice, verdict, derived, note in grouped(alternatives)
    ]


def grouped(alternatives: Iterable[Alternative]) -> list[tuple[str, str, str, str]]:
    """Return rows of choice, verdict, derived value and note; choices that come to the same share one."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    for other in alternatives:
        rows.setdefault((other.verdict, other.derived, other.note), []).append(other.choice)
    return [(", ".join(choices), *found) for found, choices in rows.items()]


def _diagnostic_body(diagnostic: Diagnostic, outcome: Outcome | None, width: int) -> Iterator[Line]:
    """Write the excerpt, the notes and the cure; the message too, unless the headline was it."""
    if outcome and diagnostic.message != outcome.headline:
        yield from _remark("", f"{diagnostic.message} [{diagnostic.code}]", width)
    if diagnostic.excerpt:
        yield from drawn(_pointed(diagnostic, outcome), width)
    for note in diagnostic.notes:
        yield from _remark("", note, width)
    if diagnostic.help:
        yield from _remark("help: ", diagnostic.help, width)


def _pointed(diagnostic: Diagnostic, outcome: Outcome | None) -> Excerpt:
    start = max(0, diagnostic.place.column - diagnostic.excerpt_column)
    key = SAYS if outcome and outcome.says == diagnostic.excerpt else ""
    mark = Mark(start, start + diagnostic.width)
    return Excerpt(diagnostic.place.line, diagnostic.excerpt, key, (mark,))
