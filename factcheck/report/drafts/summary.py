"""What drafts come to: counts, findings, the exit code."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from factcheck.codes import UNREADABLE
from factcheck.model.draft import DraftFinding, DraftReport, Status
from factcheck.quantity.languages import DEFAULT
from factcheck.quantity.phrases import phrases
from factcheck.report import summary
from factcheck.report.summary import DEFAULT_FAIL_ON, LEVELS, Level

STATUSES: tuple[Status, ...] = get_args(Status)
"""What may become of a number, the worst first."""

NOTHING = "FC103"
"""The code of a folder without texts."""

DraftLevel = Level | Literal["query"]
DRAFT_LEVELS: tuple[DraftLevel, ...] = ("query", *LEVELS)
"""From where on findings fail a run; a query does if it is asked for by name, and then everything does."""


class Demand(NamedTuple):
    """What a run asks of drafts: nothing as bad as ``fail_on``, so much of their numbers judged, and any at all."""

    fail_on: DraftLevel = DEFAULT_FAIL_ON
    coverage: float = 0.0
    judged: bool = True


def is_finding(found: DraftFinding, fail_on: DraftLevel) -> bool:
    """Return whether a judged number makes a run fail."""
    if found.ignored:
        return False
    if found.verdict == "query" and not found.outcome.weight:
        return fail_on == "query" and not summary.expected(found.outcome)
    return summary.is_finding(found.outcome, LEVELS[0] if fail_on == "query" else fail_on)


def is_shown(found: DraftFinding, demand: Demand) -> bool:
    """Whether a finding is shown in its line: what is wrong, what is worth a look, and whatever fails the run."""
    return not found.ignored and (found.verdict in {"fail", "query"} or is_finding(found, demand.fail_on))


def findings(draft: DraftReport, fail_on: DraftLevel) -> int:
    """Return how many findings a draft has: numbers, and what is wrong with the file."""
    return sum(one.level == "error" for one in draft.diagnostics) + sum(
        is_finding(one, fail_on) for one in draft.findings
    )


def unread(drafts: Sequence[DraftReport]) -> bool:
    """Return whether a draft could not be read, or what it is checked with: the settings, a pack, the baseline."""
    own = {one.code for draft in drafts if not draft.text for one in draft.diagnostics if one.level == "error"}
    errors = (one for draft in drafts for one in draft.diagnostics if one.level == "error")
    return any(one.code in (*UNREADABLE, NOTHING) for one in errors) or bool(own.difference(summary.READABLE))


def exit_code(drafts: Sequence[DraftReport], demand: Demand) -> int:
    """Return 2 where a draft could not be read, 1 for findings or where nothing was judged, else 0."""
    if unread(drafts):
        return 2
    nothing = demand.judged and not _judged(drafts)
    return int(nothing or bool(_total(drafts, demand.fail_on)) or coverage(drafts) < demand.coverage)


def result_line(drafts: Sequence[DraftReport], demand: Demand) -> str:
    """Return why the run passes or fails, in words of the language of the drafts."""
    words = words_of(*drafts)
    found = _total(drafts, demand.fail_on)
    if found:
        return counted(words["findings"], found)
    if demand.judged and not _judged(drafts):
        return str(words["unrelated"])
    if coverage(drafts) < demand.coverage:
        return str(words["coverage"].format(percent=f"{coverage(drafts):.0%}", asked=f"{demand.coverage:.0%}"))
    return str(words["clean"])


def words_of(*drafts: DraftReport) -> Mapping[str, Any]:
    """Return the words of reports in the language of drafts, in the default one where they have several."""
    languages = {draft.language for draft in drafts}
    found: Mapping[str, Any] = phrases(languages.pop() if len(languages) == 1 else DEFAULT)["report"]
    return found


def counted(forms: Mapping[str, str], count: int) -> str:
    """Write a count with its noun: ``1 number``, ``2 numbers``."""
    return forms["one" if count == 1 else "other"].format(count=f"{count:,}")


def coverage(drafts: Sequence[DraftReport]) -> float:
    """Return the share of the numbers of all drafts that were judged; 1 where there is none."""
    total = sum(len(draft.numbers) for draft in drafts)
    return 1 - sum(draft.count("uncovered") for draft in drafts) / total if total else 1.0


def counts(draft: DraftReport) -> Iterator[tuple[Status, str]]:
    """Yield what became of the numbers, the worst first, in words: ``2 wrong``; the page shows the same."""
    words = words_of(draft)
    for status in STATUSES:
        if count := draft.count(status):
            yield status, words["part"].format(count=f"{count:,}", status=words["status"][status])
        if status == "wrong" and (beside := _beside(draft)):
            yield status, counted(words["statements"], beside)


def total(draft: DraftReport) -> str:
    """Return how many numbers a draft has, in words."""
    words = words_of(draft)
    return counted(words["numbers"], len(draft.numbers)) if draft.numbers else str(words["none"])


def names(draft: DraftReport) -> str:
    """Return how many names and dates with digits a draft has, in words; nothing where it has none."""
    return counted(words_of(draft)["names"], draft.names_and_dates) if draft.names_and_dates else ""


def summary_line(draft: DraftReport) -> str:
    """Return a draft in one line: ``31 numbers: 2 wrong, 18 verified, 11 not covered; 4 names or dates``."""
    words = words_of(draft)
    parts = words["comma"].join(text for _, text in counts(draft))
    told = words["total"].format(numbers=total(draft), parts=parts) if parts else total(draft)
    return told + (words["beside"].format(names=names(draft)) if names(draft) else "")


def summaries(drafts: Sequence[DraftReport]) -> str:
    """Return the drafts in one line."""
    read = [draft for draft in drafts if draft.text or not draft.diagnostics]
    return "; ".join(f"{draft.path}: {summary_line(draft)}" if draft.path else summary_line(draft) for draft in read)


def _beside(draft: DraftReport) -> int:
    """Return how many failures are of no number: a ratio, or words such as "less powerful than"."""
    failed = (one for one in draft.findings if one.verdict == "fail" and not one.ignored)
    return sum(not any(n.start < one.end and one.start < n.end for n in draft.numbers) for one in failed)


def _judged(drafts: Sequence[DraftReport]) -> bool:
    """Whether any number was judged, or data were found for it, where that was asked."""
    judged = {"pass", "fail", "borderline", "query"}
    return any(draft.proposals or any(one.verdict in judged for one in draft.findings) for draft in drafts)


def _total(drafts: Sequence[DraftReport], fail_on: DraftLevel) -> int:
    return sum(findings(draft, fail_on) for draft in drafts)
