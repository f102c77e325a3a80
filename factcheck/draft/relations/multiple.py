"""One value as a multiple of another: seventeen times the 148.8 petaflops, tripled from 40 to 120, 前者是后者的4倍."""

import re
from collections.abc import Iterator

from factcheck.draft.changes import Changes, changes, inputs, nearest
from factcheck.draft.linking import size, tied
from factcheck.draft.multiplied import direct, former, lone, named
from factcheck.draft.pairs import Pair
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal
from factcheck.draft.stated_multiple import Multiple, multiples
from factcheck.draft.values import is_date, is_time, values_near

_BACK = 2
_CLOSE = 24
_PLANNED = re.compile(
    r"\b(?:to|will|would|could|can|may|might|should|must|shall)(?: \w+ly)? $|(?:有望|计划|将|预计|力争)$"
)

Found = list[tuple[Pair, bool]]


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each multiple with the value it is of, and the value that is so many times as much."""
    found = changes(passage)
    for one in multiples(passage):
        known = [value for value in values_near(passage, one, _BACK) if value.index not in found.skipped]
        near = _operands(found, [value for value in known if not is_date(value)], one)
        if near:
            yield _proposal(one, near)


def _operands(found: Changes, known: list[Item], one: Multiple) -> Found:
    passage = found.passage
    if _is_planned(passage, one):
        return _in_pair(found, one)
    found_direct = direct(passage, known, one)
    if found_direct or one.half:
        return [(pair, firm) for pair, firm in found_direct if firm or not one.half]
    return (
        former(passage, known, one) or named(passage, known, one) or _in_pair(found, one) or lone(passage, known, one)
    )


def _is_planned(passage: Passage, one: Multiple) -> bool:
    """Whether something is still to be multiplied, so that what is named is not the result: plans to double its 90."""
    return _PLANNED.search(passage.folded, max(0, one.start - _CLOSE), one.start) is not None


def _in_pair(found: Changes, one: Multiple) -> Found:
    """Return the pairs that the words make and that go the way of the multiple."""
    ways = [pair for pair in found.near(one) if not is_time(pair.after) and _agrees(pair, one)]
    return tied(found.passage, ways, one, None)


def _agrees(pair: Pair, one: Multiple) -> bool:
    before, after = size(pair.before), size(pair.after)
    return pair.how == "from" or before == after or (before > after) is (one.small or one.form == "less")


def _proposal(one: Multiple, near: Found) -> Proposal:
    chosen, sure = nearest(near)
    candidates = tuple(Candidate(_says(one), inputs(pair)) for pair in chosen)
    kind = "times_more" if one.form == "more" else "multiple"
    return Proposal(kind, one.span, candidates, firm=sure)


def _says(one: Multiple) -> str:
    if one.form == "more":
        return f"times_more(before=before, after=after) = {one.literal}"
    sides = "before=after, after=before" if one.form == "less" else "before=before, after=after"
    return f"multiple({sides}) = {one.literal}"
