"""The report as one Markdown file, to be read where the files are: a repository, a review, a job's summary."""

from collections.abc import Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Note, Outcome, Report, Step
from factcheck.report.blocks import GRADES, grouped, meaning, suppressed_by, told, written
from factcheck.report.conflicts import contradictions
from factcheck.report.inert import quoted
from factcheck.report.markup import code, escaped, link, prose, table
from factcheck.report.sections import sections
from factcheck.report.summary import (
    DEFAULT_FAIL_ON,
    Level,
    counts,
    day_line,
    diagnostics,
    expected_counts,
    result_line,
    summary_line,
)

DEPTH = 8
"""How deep a derivation is written out."""


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the report; ``verbose`` gives the passes their derivation instead of a row in a table."""
    shown = sections(report)
    passes = [outcome for outcome in shown.quiet if outcome.verdict == "pass"]
    left = [outcome for outcome in shown.quiet if outcome.verdict not in {"pass", "exempt"}]
    exempt = [outcome for outcome in shown.quiet if outcome.verdict == "exempt"]
    lines = [
        *_head(report, fail_on),
        *_problems(report),
        *_details("Does not hold", shown.new),
        *_details("Known, recorded with `expect`", shown.known),
        *_contradictions(report, agreeing=verbose),
        *(_details if verbose else _held)("Holds", passes),
        *(_details("Turned off in the settings", left) if verbose else ()),
        *_suppressed(report),
        *_exempt(exempt),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(report: Report, fail_on: Level) -> Iterator[str]:
    known = expected_counts(report)
    yield from ("# Numbers checked", "", f"{summary_line(report)}.", "", f"Result: {result_line(report, fail_on)}.", "")
    for file in report.files:
        title = f": {escaped(file.title)}" if file.title else ""
        yield f"- {code(file.path)}{title}"
    rows = [(verdict, f"{count:,}", f"{known[verdict]:,}") for verdict, count in counts(report).items()]
    yield from ("", *table(("verdict", "claims", "of these expected"), rows, right=(1, 2)), "")


def _problems(report: Report) -> Iterator[str]:
    found = list(diagnostics(report))
    if found:
        yield from ("## Problems in the files", "")
    for diagnostic in found:
        yield from (f"### {diagnostic.code}: {prose(diagnostic.message)}", "")
        yield from (f"At {code(str(diagnostic.place))}.", "", *_diagnostic(diagnostic), "")


def _diagnostic(diagnostic: Diagnostic) -> Iterator[str]:
    if diagnostic.excerpt:
        start = max(0, diagnostic.place.column - diagnostic.excerpt_column)
        part = diagnostic.excerpt[start : start + diagnostic.width]
        yield f"- At {code(part)} in {code(diagnostic.excerpt)}"
    for note in diagnostic.notes:
        yield f"- {prose(note)}"
    if diagnostic.help:
        yield f"- **Help**: {prose(diagnostic.help)}"


def _details(title: str, shown: list[Outcome]) -> Iterator[str]:
    if shown:
        yield from (f"## {title}", "")
    for outcome in shown:
        yield from (*_outcome(outcome), "")


def _outcome(outcome: Outcome) -> Iterator[str]:
    label = f"{outcome.verdict} {outcome.code}".strip()
    yield from (f"### {escaped(outcome.id)}: {label}", "", f"**{prose(outcome.headline)}**", "")
    if outcome.quote:
        yield from (f"> {escaped(quoted(outcome.quote))}", "")
    yield from _facts(outcome)
    yield from _alternatives(outcome)


def _facts(outcome: Outcome) -> Iterator[str]:
    at = outcome.position
    article = f", in the text at {code(written(outcome.article))}" if outcome.article else ""
    yield f"- At {code(written(at))}{article}"
    if outcome.grade in GRADES:
        yield f"- Grade: {outcome.grade}, {GRADES[outcome.grade]}"
    if outcome.unexpected:
        yield f"- The claim expects {escaped(outcome.expect or '')}"
    if outcome.says and not outcome.diagnostics:
        yield f"- Says: {code(outcome.says)}"
    if outcome.stated:
        yield f"- Stated: {escaped(meaning(outcome.stated))}"
    yield from _derivation(outcome)
    if outcome.note:
        yield f"- Note: {prose(outcome.note)}"
    for diagnostic in outcome.diagnostics:
        yield from _diagnostic(diagnostic)
    yield from map(_note, outcome.notes)
    for slip in outcome.slips:
        yield f"- **Help**: {prose(slip.text)}"
    for requirement in outcome.requirements:
        yield f"- To hold, {prose(requirement.text)}"


def _derivation(outcome: Outcome) -> Iterator[str]:
    if outcome.formula:
        yield f"- Formula: {code(outcome.formula)}"
    if outcome.substituted:
        yield f"- Derived: {escaped(outcome.substituted)}"
    if outcome.derivation:
        yield from _steps(outcome.derivation.children or (outcome.derivation,), 1)


def _steps(steps: tuple[Step, ...], depth: int) -> Iterator[str]:
    """Write a derivation as a nested list, down to where each value comes from."""
    for step in steps:
        value = f" = {escaped(step.value.text)}" if step.value else ""
        assumed = f" ({escaped(step.assumed)})" if step.assumed else ""
        yield f"{'  ' * depth}- {code(step.name)}{value}{assumed}{_source(step)}"
        if depth < DEPTH:
            yield from _steps(step.children, depth + 1)


def _source(step: Step) -> str:
    if step.source is None:
        return ""
    found = step.source
    status = "" if found.status == "confirmed" else found.status
    about = [found.page_text, found.date, found.tier, status, found.accessed_text]
    also = (f"also {link(source.title, source.url)}" for source in found.also)
    return "; ".join((f": {link(found.title, found.url)}", *(escaped(part) for part in about if part), *also))


def _note(note: Note) -> str:
    label = "**Help**: " if note.kind == "help" else ""
    return f"- {label}{prose(note.text)}" + (f" ({note.code})" if note.code else "")


def _contradictions(report: Report, *, agreeing: bool) -> Iterator[str]:
    """Write the contradictions inside the article, each with its places."""
    found = contradictions(report, agreeing=agreeing)
    if found:
        yield from ("## Contradictions inside the article", "")
    for one in found:
        label = "agreement" if one.agrees else one.code
        yield from (f"### {label}: {prose(one.text)}", "")
        for claim, quote, at in zip(one.claims, one.quotes, one.positions, strict=True):
            words = f": {escaped(quoted(quote))}" if quote else ""
            yield f"- {code(claim)} at {code(f'{at.path}:{at.line}:{at.column}')}{words}"
        yield from (f"- {prose(note)}" for note in one.notes)
        yield ""


def _alternatives(outcome: Outcome) -> Iterator[str]:
    if outcome.alternatives:
        found = grouped(outcome.alternatives)
        rows = [(escaped(choice), verdict, escaped(derived), escaped(note)) for choice, verdict, derived, note in found]
        yield from ("", *table(("with other choices", "verdict", "derived", "note"), rows))


def _held(title: str, shown: list[Outcome]) -> Iterator[str]:
    if shown:
        rows = [(*_named(outcome), escaped(outcome.substituted or outcome.headline)) for outcome in shown]
        yield from (f"## {title}", "", *table(("claim", "quote", "derived"), rows), "")


def _exempt(shown: list[Outcome]) -> Iterator[str]:
    if shown:
        rows = [(*_named(outcome), escaped(outcome.exempt)) for outcome in shown]
        yield from ("## Exempt", "", *table(("claim", "quote", "reason"), rows), "")


def _suppressed(report: Report) -> Iterator[str]:
    """List what does not count, with the reasons."""
    found = [(one.id, one.headline, why) for file in report.files for one in file.outcomes for why in one.suppressions]
    clashes = (one for file in report.files for one in file.contradictions)
    found += [(", ".join(one.claims), one.text, one.suppressed) for one in clashes if one.suppressed]
    if found:
        rows = [
            (escaped(id_), escaped(text), f"{suppressed_by(why)}: {escaped(told(why))}") for id_, text, why in found
        ]
        yield from ("## Ignored or in the baseline", "", *table(("claim", "finding", "why"), rows), "")
    if report.today:
        yield from (f"{day_line(report)[:1].upper()}{day_line(report)[1:]}.", "")


def _named(outcome: Outcome) -> tuple[str, str]:
    return escaped(outcome.id), escaped(quoted(outcome.quote)) if outcome.quote else ""
