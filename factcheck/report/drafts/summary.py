"""What drafts come to: counts, findings, the exit code."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.report import summary
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, counted

UNREADABLE = frozenset({"FC101", "FC102", "FC103", "FC104", "FC111"})
"""What leaves a draft unread."""


class Demand(NamedTuple):
    """What a run asks of drafts: nothing as bad as ``fail_on``, and so much of their numbers judged."""

    fail_on: Level = DEFAULT_FAIL_ON
    coverage: float = 0.0


def is_finding(found: DraftFinding, fail_on: Level) -> bool:
    """Return whether a judged number makes a run fail."""
    return not found.ignored and summary.is_finding(found.outcome, fail_on)


def findings(draft: DraftReport, fail_on: Level) -> int:
    """Return how many findings a draft has: numbers, and what is wrong with the file."""
    return len(draft.diagnostics) + sum(is_finding(one, fail_on) for one in draft.findings)


def unread(drafts: Sequence[DraftReport]) -> bool:
    """Return whether a draft could not be read."""
    return any(problem.code in UNREADABLE for draft in drafts for problem in draft.diagnostics)


def exit_code(drafts: Sequence[DraftReport], demand: Demand) -> int:
    """Return 2 where a draft could not be read, 1 for findings or where nothing was judged, else 0."""
    if unread(drafts):
        return 2
    return int(not _judged(drafts) or bool(_total(drafts, demand.fail_on)) or coverage(drafts) < demand.coverage)


def result_line(drafts: Sequence[DraftReport], demand: Demand) -> str:
    """Return why the run passes or fails, in words."""
    found = _total(drafts, demand.fail_on)
    if found:
        return f"{counted(found, 'finding')} to look at"
    if not _judged(drafts):
        return "nothing was judged: no number of the text follows from others, or from what the packs know"
    if coverage(drafts) < demand.coverage:
        return f"{coverage(drafts):.0%} of the numbers were judged, {demand.coverage:.0%} are asked for"
    return "no findings"


def coverage(drafts: Sequence[DraftReport]) -> float:
    """Return the share of the numbers of all drafts that were judged; 1 where there is none."""
    total = sum(len(draft.numbers) for draft in drafts)
    return 1 - sum(draft.count("uncovered") for draft in drafts) / total if total else 1.0


def summary_line(draft: DraftReport) -> str:
    """Return a draft in one line: ``31 numbers: 18 verified, 2 wrong, 11 not covered (4 names or dates)``."""
    aside = draft.names_and_dates
    total = counted(len(draft.numbers) + aside, "number")
    parts = [f"{n} {status}" for status in ("verified", "wrong", "borderline", "ignored") if (n := draft.count(status))]
    if beside := _beside(draft):
        parts.append(f"{counted(beside, 'statement')} wrong")
    left = draft.count("uncovered") + aside
    if left:
        parts.append(f"{left} not covered" + (f" ({counted(aside, 'name')} or {_dates(aside)})" if aside else ""))
    return f"{total}: {', '.join(parts)}" if parts else "no numbers"


def _beside(draft: DraftReport) -> int:
    """Return how many failures are of no number: a ratio, or words such as "less powerful than"."""
    failed = (one for one in draft.findings if one.verdict == "fail" and not one.ignored)
    return sum(not any(n.start < one.end and one.start < n.end for n in draft.numbers) for one in failed)


def _dates(count: int) -> str:
    return "date" if count == 1 else "dates"


def _judged(drafts: Sequence[DraftReport]) -> bool:
    return any(found.verdict in {"pass", "fail", "borderline"} for draft in drafts for found in draft.findings)


def _total(drafts: Sequence[DraftReport], fail_on: Level) -> int:
    return sum(findings(draft, fail_on) for draft in drafts)
