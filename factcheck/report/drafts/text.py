"""The report on drafts for a terminal or a log: the draft's own lines, and under each what is to be said of it."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model.draft import DraftFinding, DraftReport, Status
from factcheck.quantity.phrases import phrases
from factcheck.report.blocks import STYLES, diagnostic_block
from factcheck.report.drafts.excerpt import SIGNS, Mark, Marks, Window, drawn
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.remarks import proposed, remarks, sources
from factcheck.report.drafts.results import head, rows
from factcheck.report.drafts.summary import Demand, exit_code, is_shown, result_line, summary_line, words_of
from factcheck.report.drafts.windows import every_line, windows
from factcheck.report.inert import clipped, inert
from factcheck.report.layout import EMPTY, Cell, Line, Segment, Style, few, indent, paragraph, plain, table

WIDTH = 80
SHOWN_LEFT = 12
_UNSIGNED: frozenset[Status] = frozenset({"ignored", "uncovered"})
"""What is marked only where all lines are shown."""


def render(
    drafts: Sequence[DraftReport], *, verbose: bool = False, width: int = WIDTH, demand: Demand | None = None
) -> str:
    """Return the reports as plain text."""
    return plain(lines(drafts, verbose=verbose, width=width, demand=demand))


def lines(
    drafts: Sequence[DraftReport],
    *,
    verbose: bool = False,
    width: int = WIDTH,
    demand: Demand | None = None,
    limit: int | None = None,
) -> Iterator[Line]:
    """Yield the lines of the reports in styled segments, none wider than ``width`` cells (at least 40).

    ``limit`` is how many findings of a draft are shown, of what is wrong and of what is worth a look.
    """
    asked = demand or Demand()
    for draft in drafts:
        yield from _draft(draft, asked, verbose=verbose, width=width, limit=limit)
        yield EMPTY
    style = STYLES["fail" if exit_code(drafts, asked) else "pass"]
    yield from paragraph((), result_line(drafts, asked), width, style, indent(2))


def _draft(
    draft: DraftReport, demand: Demand, *, verbose: bool, width: int, limit: int | None = None
) -> Iterator[Line]:
    title = f"{inert(draft.path)}: " if draft.path else ""
    if draft.text or not draft.diagnostics:
        yield from paragraph((Segment(title, "place"),), summary_line(draft), width, "label", indent(2))
    for number, diagnostic in enumerate(draft.diagnostics):
        if number or draft.text:
            yield EMPTY
        yield from diagnostic_block(diagnostic, width)
    places = Places(draft)
    if draft.only:
        yield from _results(draft, width)
    if verbose:
        yield from _windows(draft, every_line(draft, places), draft.findings, places, width, verbose=True)
    else:
        yield from _problems(draft, places, demand, width, limit)
    if verbose or any(is_shown(one, demand) for one in draft.findings):
        yield EMPTY
        yield from _legend(draft, width, verbose=verbose)
    if not verbose:
        yield from _left(draft, demand, width)
    if draft.proposals:
        yield from _proposals(draft, places, width)


def _proposals(draft: DraftReport, places: Places, width: int) -> Iterator[Line]:
    """List what numbers may be taken from, in a voice of its own: nothing of it was judged."""
    words = phrases(draft.language)["proposals"]
    yield EMPTY
    yield from paragraph((), words["head"], width, "label")
    for one in draft.proposals:
        lead = (*indent(2), Segment(places.short(one.start), "gutter"), Segment(f" {inert(one.text)}: "))
        yield from paragraph(lead, inert(one.message), width, under=indent(4))
        for label, text in proposed(one, draft.language):
            yield from paragraph((*indent(4), Segment(f"{label}: ", "label")), inert(text), width, under=indent(6))


def _results(draft: DraftReport, width: int) -> Iterator[Line]:
    """Write the table of all results of a paper."""
    found = [
        (Cell(row.line), Cell(inert(row.result)), Cell(inert(row.derived)), Cell(row.verdict, _style(row.found)))
        for row in rows(draft)
    ]
    if found:
        yield EMPTY
        titles = tuple(Cell(title, "label") for title in head(draft)[:-1])
        yield from table([titles, *found], width, 2)


def _style(found: DraftFinding) -> Style:
    return "faint" if found.ignored else STYLES.get(found.verdict, "doubt")


def _problems(draft: DraftReport, places: Places, demand: Demand, width: int, limit: int | None) -> Iterator[Line]:
    """Draw what is wrong, and below it what is worth a look."""
    shown = [one for one in draft.findings if is_shown(one, demand)]
    wrong = [one for one in shown if one.verdict != "query"]
    asked = [one for one in shown if one.verdict == "query"]
    yield from _windows(draft, windows(draft, few(wrong, limit), places), few(wrong, limit), places, width)
    yield from _more(draft, len(wrong), limit, width)
    if asked:
        yield EMPTY
        yield from paragraph((), words_of(draft)["queries"], width, "label")
        yield from _windows(draft, windows(draft, few(asked, limit), places), few(asked, limit), places, width)
        yield from _more(draft, len(asked), limit, width)


def _more(draft: DraftReport, count: int, limit: int | None, width: int) -> Iterator[Line]:
    """Say how many findings were left out."""
    if limit is not None and count > limit + 1:
        yield EMPTY
        yield from paragraph((), words_of(draft)["rest"].format(count=f"{count - limit:,}"), width, "faint", indent(2))


def _windows(
    draft: DraftReport,
    shown: Sequence[Window],
    reported: Sequence[DraftFinding],
    places: Places,
    width: int,
    *,
    verbose: bool = False,
) -> Iterator[Line]:
    """Draw the windows, and under each what is said of the numbers that end in it."""
    marks = Marks(Mark(n.start, n.end, n.status) for n in draft.numbers if verbose or n.status != "uncovered")
    gutter = len(places.number(max((window.line for window in shown), default=0)))
    words = phrases(draft.language)
    waiting = deque(reported)
    for window in shown:
        here = []
        while waiting and waiting[0].end <= window.end:  # both are in the order of the text
            here.append(waiting.popleft())
        yield EMPTY
        inside = "; ".join(filter(None, dict.fromkeys(one.place for one in here))) or places.inside(window.start)
        if inside:
            yield from paragraph(indent(2), inert(inside), width, "place")
        yield from drawn(draft.text, window, places.number(window.line), marks, gutter, width)
        for one in here:
            yield from _finding(one, words, gutter, width, verbose=verbose)


def _finding(
    found: DraftFinding, words: Mapping[str, Any], gutter: int, width: int, *, verbose: bool
) -> Iterator[Line]:
    """Write the message of a finding, how it was derived, its likely cause and what would make it right."""
    labels = words["labels"]
    lead = (Segment(f"  {'':{gutter}} │ ", "gutter"),)
    under = (*lead, *indent(2))
    style = "faint" if found.ignored else STYLES.get(found.verdict, "doubt")
    head = (*lead, Segment(f"{labels[found.verdict]}[{found.code}]", style), Segment(": "))
    yield from paragraph(head, inert(found.message), width, under=under)
    cited = (("source", one.title) for one in sources(found.outcome.derivation) if not found.ignored)
    for label, text in (*remarks(found, words, verbose=verbose), *cited):
        start = (*under, Segment(f"{labels[label]}: ", "label"))
        yield from paragraph(start, inert(text), width, under=(*under, *indent(2)))


def _legend(draft: DraftReport, width: int, *, verbose: bool) -> Iterator[Line]:
    """Explain the signs that occur."""
    words = words_of(draft)["status"]
    known = [status for status in SIGNS if draft.count(status) and (verbose or status not in _UNSIGNED)]
    shown = "  ".join(f"{SIGNS[status]} {words[status]}" for status in known)
    if shown:
        yield from paragraph(indent(2), shown, width, "faint")


def _left(draft: DraftReport, demand: Demand, width: int) -> Iterator[Line]:
    """List in a paragraph each what is only within rounding, and what was not covered."""
    shown = {(one.start, one.end) for one in draft.findings if is_shown(one, demand)}
    words = words_of(draft)
    for status in ("borderline", "uncovered"):
        left = [one.text for one in draft.numbers if one.status == status and (one.start, one.end) not in shown]
        if left:
            listed = words["comma"].join(map(_clipped, left[:SHOWN_LEFT]))
            if len(left) > SHOWN_LEFT:
                listed = words["more"].format(listed=listed, count=len(left) - SHOWN_LEFT)
            yield from paragraph(indent(2), inert(words[status].format(listed=listed)), width, "faint", indent(4))


def _clipped(text: str) -> str:
    return clipped(" ".join(text.split()), 30)
