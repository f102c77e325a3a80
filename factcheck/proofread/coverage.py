"""Which numbers of a draft were judged."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.model.draft import DraftFinding, DraftNumber, Status
from factcheck.model.report import Verdict
from factcheck.proofread.opened import Opened

_STATUS: dict[Verdict, Status] = {"pass": "verified", "fail": "wrong", "borderline": "borderline", "exempt": "ignored"}


def numbers_of(draft: Opened, findings: Sequence[DraftFinding]) -> Iterator[DraftNumber]:
    """Yield each number with its status; a finding judges the numbers that its place touches."""
    ordered = sorted(findings, key=lambda one: one.start)
    ends = [one.end for one in ordered]
    for item in draft.passage.items:
        start, end = draft.span(item.mention.span)
        yield DraftNumber(start, end, draft.view.original[start:end], _status(ordered, ends, start, end))


def _status(findings: Sequence[DraftFinding], ends: Sequence[int], start: int, end: int) -> Status:
    """Return the status of a number; ``ends`` are those of the findings, in order."""
    status: Status = "uncovered"
    for found in findings[bisect_left(ends, start + 1) :]:
        if found.start >= end:
            break
        status = "ignored" if found.ignored else _STATUS.get(found.verdict, "uncovered")
    return status
