"""What became of the numbers of a draft."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.model.draft import DraftFinding, DraftNumber, DraftVerdict, Status
from factcheck.proofread.opened import Opened

_STATUS: dict[DraftVerdict, Status] = {
    "pass": "verified", "fail": "wrong", "query": "query", "borderline": "borderline", "exempt": "ignored",
}  # fmt: skip
_WIDEST = 2_000
"""No finding is wider: one of a claim may cover a whole quote."""


def numbers_of(draft: Opened, findings: Sequence[DraftFinding], found: Sequence[DraftFinding]) -> Iterator[DraftNumber]:
    """Yield each number with its status; ``found`` is what the text itself says, whatever claims say of it.

    A finding judges the numbers that its place touches. What another number was derived from is *used*, unless it was
    judged itself: of 620 km (385 miles) the miles are verified, and the kilometres are what they were compared with.
    """
    yield from sorted((*_quantities(draft, findings, found), *_beside(draft, findings)), key=lambda one: one.start)


def _beside(draft: Opened, findings: Sequence[DraftFinding]) -> Iterator[DraftNumber]:
    """Yield what was judged and is no quantity, but has a number: the 41st anniversary, a ratio of 3:2."""
    taken = [draft.span(item.mention.span) for item in draft.passage.items]
    starts, ends = [start for start, _ in taken], [end for _, end in taken]
    for one in findings:
        is_free = bisect_left(starts, one.end) <= bisect_left(ends, one.start + 1)
        if is_free and any(sign.isdigit() for sign in one.text):
            status = "ignored" if one.ignored else _STATUS.get(one.verdict, "uncovered")
            yield DraftNumber(one.start, one.end, one.text, status)


def _quantities(
    draft: Opened, findings: Sequence[DraftFinding], found: Sequence[DraftFinding]
) -> Iterator[DraftNumber]:
    ordered = sorted(findings, key=lambda one: one.end)
    ends = [one.end for one in ordered]
    used = {span for one in found for span in _inputs(one)}
    for item in draft.passage.items:
        start, end = draft.span(item.mention.span)
        status = _judged(ordered, ends, start, end)
        is_used = any(draft.span(part.span) in used for part in (item.mention, *(item.mention.ends or ())))
        yield DraftNumber(start, end, draft.view.original[start:end], status or ("used" if is_used else "uncovered"))


def _inputs(found: DraftFinding) -> Iterator[tuple[int, int]]:
    """Yield the places of the numbers that a finding rests on."""
    yield from ((one.start, one.end) for one in found.given if one.start is not None and one.end is not None)


def _judged(findings: Sequence[DraftFinding], ends: Sequence[int], start: int, end: int) -> Status | None:
    """Return the status of a number that was judged itself; ``ends`` are those of the findings, in order."""
    status: Status | None = None
    for at in range(bisect_left(ends, start + 1), len(findings)):
        found = findings[at]
        if found.start >= end + _WIDEST:
            break
        if found.start < end:
            status = "ignored" if found.ignored else _STATUS.get(found.verdict, status)
    return status


def names_and_dates(draft: Opened, numbers: Sequence[DraftNumber]) -> int:
    """Return how many names and dates have digits, without those that were judged as a number."""
    counted = {at for one in numbers for at in (one.start, one.end)}
    places = (draft.span(aside.span) for aside in draft.passage.reading.asides)
    return sum(start not in counted and end not in counted for start, end in places)
