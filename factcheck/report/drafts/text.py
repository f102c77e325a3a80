"""The report on drafts for a terminal or a log: the draft's own lines, and under each what is to be said of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model.draft import DraftFinding, DraftReport, Status
from factcheck.model.report import Requirement
from factcheck.quantity.phrases import phrases
from factcheck.report.blocks import STYLES, diagnostic_block
from factcheck.report.drafts.excerpt import SIGNS, Mark, Window, drawn
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.summary import Demand, exit_code, result_line, summary_line
from factcheck.report.drafts.windows import every_line, windows
from factcheck.report.inert import clipped, inert
from factcheck.report.layout import EMPTY, Line, Segment, indent, paragraph, plain

WIDTH = 80
SHOWN_CURES = 2
SHOWN_UNCOVERED = 12
_OTHER_INPUTS = frozenset({"spec", "spec-derivation", "claim"})
"""Kinds that are derived from more than the draft states."""

LEGEND: dict[Status, str] = {"wrong": "wrong", "borderline": "borderline", "verified": "verified"}
LEGEND_ALL: dict[Status, str] = {**LEGEND, "ignored": "ignored", "uncovered": "not covered"}


def render(
    drafts: Sequence[DraftReport], *, verbose: bool = False, width: int = WIDTH, demand: Demand | None = None
) -> str:
    """Return the reports as plain text."""
    return plain(lines(drafts, verbose=verbose, width=width, demand=demand))


def lines(
    drafts: Sequence[DraftReport], *, verbose: bool = False, width: int = WIDTH, demand: Demand | None = None
) -> Iterator[Line]:
    """Yield the lines of the reports in styled segments, none wider than ``width`` cells (at least 40)."""
    asked = demand or Demand()
    for draft in drafts:
        yield from _draft(draft, verbose=verbose, width=width)
        yield EMPTY
    style = STYLES["fail" if exit_code(drafts, asked) else "pass"]
    yield from paragraph((), result_line(drafts, asked), width, style, indent(2))


def _draft(draft: DraftReport, *, verbose: bool, width: int) -> Iterator[Line]:
    title = f"{inert(draft.path)}: " if draft.path else ""
    if draft.text or not draft.diagnostics:
        yield from paragraph((Segment(title, "place"),), summary_line(draft), width, "label", indent(2))
    for number, diagnostic in enumerate(draft.diagnostics):
        if number or draft.text:
            yield EMPTY
        yield from diagnostic_block(diagnostic, width)
    reported = [one for one in draft.findings if verbose or _is_problem(one)]
    places = Places(draft.text)
    shown = every_line(draft, places) if verbose else windows(draft, reported, places)
    yield from _windows(draft, shown, reported, verbose=verbose, width=width)
    if shown:
        yield EMPTY
        yield from _legend(width, verbose=verbose)
    if not verbose:
        yield from _uncovered(draft, width)


def _is_problem(found: DraftFinding) -> bool:
    return found.verdict in {"fail", "borderline"} and not found.ignored


def _windows(
    draft: DraftReport, shown: Sequence[Window], reported: Sequence[DraftFinding], *, verbose: bool, width: int
) -> Iterator[Line]:
    """Draw the windows, and under each what is said of the numbers that end in it."""
    marks = [Mark(n.start, n.end, n.status) for n in draft.numbers if verbose or n.status != "uncovered"]
    gutter = len(str(max((window.line for window in shown), default=0)))
    table = phrases(draft.language)
    waiting = list(reported)
    for window in shown:
        yield EMPTY
        yield from drawn(draft.text, window, marks, gutter, width)
        while waiting and waiting[0].end <= window.end:  # both are in the order of the text
            yield from _finding(waiting.pop(0), draft, table, gutter, width)


def _finding(
    found: DraftFinding, draft: DraftReport, table: Mapping[str, Any], gutter: int, width: int
) -> Iterator[Line]:
    """Write the message of a finding, how it was derived, its likely cause and what would make it right."""
    labels = table["labels"]
    lead = (Segment(f"  {'':{gutter}} │ ", "gutter"),)
    under = (*lead, *indent(2))
    style = "faint" if found.ignored else STYLES[found.verdict]
    head = (*lead, Segment(f"{labels[found.verdict]}[{found.code}]", style), Segment(": "))
    yield from paragraph(head, inert(found.message), width, under=under)
    for label, text in _remarks(found, draft, table):
        start = (*under, Segment(f"{labels[label]}: ", "label"))
        yield from paragraph(start, inert(text), width, under=(*under, *indent(2)))


def _remarks(found: DraftFinding, draft: DraftReport, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if found.ignored:
        yield "ignored", found.ignored
        return
    if found.outcome.substituted:
        yield "derived", found.outcome.substituted
    if found.verdict == "pass":
        return
    for slip in found.outcome.slips[:1]:
        yield "cause", table["slips"].get(slip.name, slip.text)
    names = {one.name: _named(one.start, one.end, draft.text) for one in found.given}
    for needed in _cures(found, names):
        yield "cure", _cure(needed, names, table)


def _cures(found: DraftFinding, names: Mapping[str, str]) -> Sequence[Requirement]:
    """Return what would make a wrong number right: another input, or another fact; the 100 % of shares stay."""
    if found.verdict != "fail":
        return ()
    known = [one for one in found.outcome.requirements if one.name in names or found.kind in _OTHER_INPUTS]
    return known[:SHOWN_CURES]


def _named(start: int | None, end: int | None, text: str) -> str:
    return "" if start is None or end is None else " ".join(text[start:end].split())


def _cure(needed: Requirement, names: Mapping[str, str], table: Mapping[str, Any]) -> str:
    written = names.get(needed.name) or needed.name
    sentence: str = table["words"]["cure"]
    return sentence.format(input=written, needed=needed.needed.text.partition(" (")[0])


def _legend(width: int, *, verbose: bool) -> Iterator[Line]:
    known = LEGEND_ALL if verbose else LEGEND
    shown = "  ".join(f"{SIGNS[status]} {name}" for status, name in known.items())
    yield from paragraph(indent(2), shown, width, "faint")


def _uncovered(draft: DraftReport, width: int) -> Iterator[Line]:
    """List in one paragraph what was not covered, with the lines."""
    left = [number for number in draft.numbers if number.status == "uncovered"]
    if left:
        listed = ", ".join(_clipped(number.text) for number in left[:SHOWN_UNCOVERED])
        more = f" and {len(left) - SHOWN_UNCOVERED} more" if len(left) > SHOWN_UNCOVERED else ""
        text = f"not covered: {listed}{more} (--verbose shows all)"
        yield from paragraph(indent(2), inert(text), width, "faint", indent(4))


def _clipped(text: str) -> str:
    return clipped(" ".join(text.split()), 30)
