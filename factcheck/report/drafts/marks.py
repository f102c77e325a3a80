"""What is marked in the text of a draft, where a surface shows all of it: each number with what became of it."""

from collections.abc import Mapping

from factcheck.model.draft import DraftFinding, DraftNumber, DraftReport, DraftVerdict, Status

_STATUS: dict[str, Status] = {"fail": "wrong", "query": "query", "borderline": "borderline", "pass": "verified"}


def status_of(found: DraftFinding) -> Status:
    """Return what became of the number of a finding."""
    return "ignored" if found.ignored else status_for(found.verdict)


def status_for(verdict: DraftVerdict) -> Status:
    """Return what a verdict makes of a number."""
    return _STATUS.get(verdict, "uncovered")


def marked(draft: DraftReport) -> list[DraftNumber]:
    """Return what is marked in the text: its numbers, and what was judged beside them (a ratio 3:2)."""
    taken = {at for number in draft.numbers for at in range(number.start, number.end)}
    more = [
        DraftNumber(one.start, one.end, one.text, status_of(one))
        for one in draft.findings
        if taken.isdisjoint(range(one.start, one.end))
    ]
    return sorted((*draft.numbers, *more), key=lambda number: number.start)


def starts(draft: DraftReport) -> dict[int, int]:
    """Return the findings of a draft, as their places in its list, by where their numbers start."""
    return {found.start: index for index, found in enumerate(draft.findings)}


def finding_at(number: DraftNumber, place: Mapping[int, int]) -> int | None:
    """Return the finding about a number, as its place in the list; None where there is none."""
    return next((place[at] for at in range(number.start, number.end) if at in place), None)
