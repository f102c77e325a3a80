"""Which numbers are wrong, and which are worth a look: what a construction states, and what does not hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.draft.choice.explain import PERHAPS, Explanation
from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.constructed import Constructed
from factcheck.draft.quantities.kind import ALIKE, is_count, likeness
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.words.meanings import CODES

_FAR = 3
"""Off by more than this is no slip but a wrong pairing."""
_ROUNDING = 1.5
_AROUND = 9
_SPLIT = CODES["respectively"]
_YEARLY = CODES["yearly"]
_NEAR = 4


class Accusation(NamedTuple):
    """An equation that a construction states and that does not hold; ``sure`` where it is wrong, else a query."""

    candidate: Candidate
    row: str
    sure: bool


def accusations(
    layout: Layout, stated: Iterable[Constructed], ways: Mapping[int, Sequence[Explanation]], sure: frozenset[str]
) -> Iterator[Accusation]:
    """Yield what is wrong or worth a look; ``sure`` are the constructions whose record allows to say wrong."""
    for one in stated:
        candidate = one.candidate
        if candidate.fails and not is_excused(layout, candidate, ways):
            plain = _is_plain(candidate) and not is_last_digit(candidate)
            yield Accusation(candidate, one.row.id, plain and one.row.id in sure)


def is_excused(layout: Layout, candidate: Candidate, ways: Mapping[int, Sequence[Explanation]]) -> bool:
    """Whether something else speaks: another equation explains the number, or it is no slip but another number."""
    explained = ways.get(candidate.target.index, ())
    if any(one.belief >= PERHAPS for one in explained[:1]):
        return True
    return not _is_near(candidate) or _is_shared_out(layout, candidate) or _is_rate(layout, candidate)


def _is_near(candidate: Candidate) -> bool:
    stated, derived = abs(candidate.target.value), candidate.derived
    return stated > 0 and derived > 0 and 1 / _FAR < derived / stated < _FAR


def is_last_digit(candidate: Candidate) -> bool:
    """Whether the stated number is off by no more than one and a half of its last digit: a slip of rounding."""
    return abs(abs(candidate.target.value) - candidate.derived) <= _ROUNDING * candidate.target.step


def _is_shared_out(layout: Layout, candidate: Candidate) -> bool:
    """Whether ``respectively`` deals out the numbers in another order."""
    places = [layout.line.at(one.start) for one in (candidate.target, *candidate.operands)]
    return _SPLIT in layout.line.codes[min(places) : max(places) + _AROUND]


def _is_rate(layout: Layout, candidate: Candidate) -> bool:
    """Whether a percentage is one of each year."""
    place = layout.line.at(candidate.target.start)
    return candidate.schema.signed and _YEARLY in layout.line.codes[place : place + _NEAR]


def _is_plain(candidate: Candidate) -> bool:
    """Whether all numbers are surely of one kind, and none is only bounded or in words."""
    numbers = (candidate.target, *candidate.operands)
    like = candidate.schema.like
    measures = [one for one in candidate.operands if one.code == numbers[1].code]
    alike = (
        all(is_count(first) or likeness(first, second) == ALIKE for first in measures for second in measures)
        or not like
    )
    return alike and all(one.hedge in {"", "about", "nearly"} for one in candidate.operands)
