"""The equation that explains each number, if one does: the likeliest that holds, and that chance does not explain."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import NamedTuple

from factcheck.draft.choice.roles import contradicts
from factcheck.draft.equations.candidates import Candidate, candidates
from factcheck.draft.equations.constructed import Constructed
from factcheck.draft.equations.near import FACTORS, FREE
from factcheck.draft.equations.schema import Schema
from factcheck.draft.evidence.chance import chance
from factcheck.draft.evidence.features import is_small
from factcheck.draft.evidence.parallel import is_tabular, parallel
from factcheck.draft.evidence.ranker import belief
from factcheck.draft.quantities.kind import ALIKE, likeness
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import Quantity

SURE = 0.88
"""An explanation is one if it is meant with this likelihood."""
PERHAPS = 0.3
"""With this one a number is not accused."""
_STATED = 0.99
"""The belief in what a construction states, and what holds."""
_ADDED = frozenset({"total", "difference", "remainder", "average"})
"""The rules in which a part may be too small to matter."""
_UNLIKE = 100
"""Nobody takes the average of numbers of which one is this many times less than it."""
_LOOSE = 0.05
"""What is said with a hedge is off by no more than this, where no words say what it is made of."""
_TURNED = frozenset({"difference", "remainder"})
_CHANCE = 0.3
"""What holds as easily as this says nothing, whatever states it."""
_LUCK = 0.01
"""With this chance that one of the numbers elsewhere in a text would do, those of a row that looks there are meant."""
_SHARE, _MANY = "share", 3
"""Shares of one whole support each other, if there are so many."""


class Explanation(NamedTuple):
    """An equation that holds, how likely it is meant, and the construction that states it, if any."""

    candidate: Candidate
    belief: float
    row: str = ""


class Explanations(dict[int, Sequence[Explanation]]):
    """What may explain each number, by its index, the likeliest first; what words state among it is gathered once."""

    @cached_property
    def bound(self) -> Mapping[str, frozenset[int]]:
        """The operands of the equations that words state, by their rule."""
        found: dict[str, set[int]] = {}
        for one in (one for known in self.values() for one in known if one.row):
            found.setdefault(one.candidate.schema.rule, set()).update(part.index for part in one.candidate.operands)
        return {rule: frozenset(those) for rule, those in found.items()}

    @cached_property
    def first(self) -> frozenset[tuple[str, frozenset[int]]]:
        """The rules and operands of the equations that words state of a number before all others."""
        first = (known[0].candidate for known in self.values() if known and known[0].row)
        return frozenset((one.schema.rule, frozenset(part.index for part in one.operands)) for one in first)


def explanations(layout: Layout, schemas: Sequence[Schema], stated: Sequence[Constructed]) -> Explanations:
    """Return what may explain each number, by its index, the likeliest first."""
    found: dict[int, list[Explanation]] = {}
    bound = {one.candidate.target.index for one in stated if not one.row.is_open}
    for one in stated:
        if one.row.is_open and (one.candidate.target.index in bound or one.tries * chance(one.candidate) > _LUCK):
            continue
        if one.candidate.holds and chance(one.candidate) <= _CHANCE:
            found.setdefault(one.candidate.target.index, []).append(Explanation(one.candidate, _STATED, one.row.id))
    for target in layout.quantities:
        if target.index not in found:  # what words say of it needs no arithmetic
            found[target.index] = explained(layout, schemas, target)
    together = in_common(found)
    return Explanations(
        {
            index: sorted((_supported(way, together) for way in ways), key=_order)
            for index, ways in found.items()
            if ways
        }
    )


def in_common(found: Mapping[int, Sequence[Explanation]]) -> Mapping[int, float]:
    """Return the belief in each whole, by its index, that three shares or more are of: chance gives one or two."""
    shares: dict[int, dict[int, float]] = {}
    for index, ways in found.items():
        for way in ways:
            if way.candidate.schema.rule == _SHARE:
                of_whole = shares.setdefault(_whole(way.candidate), {})
                of_whole[index] = max(way.belief, of_whole.get(index, 0.0))
    return {whole: 1 - prod(1 - one for one in of.values()) for whole, of in shares.items() if len(of) >= _MANY}


def _supported(way: Explanation, together: Mapping[int, float]) -> Explanation:
    """Return an explanation with the belief in its whole, if others are shares of it, too."""
    return way if way.row else way._replace(belief=supported(way.candidate, way.belief, together))


def supported(candidate: Candidate, alone: float, together: Mapping[int, float]) -> float:
    """Return how likely a candidate is meant, given that others are shares of its whole, too."""
    return max(alone, together.get(_whole(candidate), 0.0)) if candidate.schema.rule == _SHARE else alone


def _whole(candidate: Candidate) -> int:
    return candidate.inputs[candidate.schema.inputs.index("whole")].index


def explained(layout: Layout, schemas: Sequence[Schema], target: Quantity) -> list[Explanation]:
    """Return what may explain a number without a construction, the likeliest first."""
    holding = (one for one in candidates(schemas, layout.quantities, target) if one.holds)
    found = [one for one in holding if not _is_implausible(layout, one)]
    tabular = bool(found) and is_tabular(layout.line, target)
    return sorted((Explanation(one, _belief(layout, one, tabular=tabular)) for one in found), key=_order)


def _is_implausible(layout: Layout, candidate: Candidate) -> bool:
    """Whether nobody would mean an equation, though it holds."""
    if _vanishes(candidate) or _is_loose(candidate):
        return True
    return _is_farther(layout, candidate) or contradicts(candidate, layout.line)


def _vanishes(candidate: Candidate) -> bool:
    """Whether a part is less than the rounding of the total that it would make: 380,000 and 47 are 380,000."""
    target = candidate.target
    least = target.high - target.low
    if target.coarse is not None and not target.low <= candidate.derived <= target.high:
        least = target.coarse[1] - target.coarse[0]
    if candidate.schema.rule == "average":
        least = max(least, candidate.derived / _UNLIKE)
    return candidate.schema.rule in _ADDED and any(abs(one.value) <= least for one in candidate.operands)


def _is_loose(candidate: Candidate) -> bool:
    """Whether a hedge covers more than hedges are for: 1.8 million is hardly told as about 2 million."""
    target = candidate.target
    return bool(target.hedge) and abs(candidate.derived - abs(target.value)) > _LOOSE * candidate.derived


def _is_farther(layout: Layout, candidate: Candidate) -> bool:
    """Whether a product or quotient is of another sentence, where that of the number has such values of its own.

    Of ``100 km in 2 hours, at 60 km/h`` these two are meant, whatever road comes next; and nine fields of work that
    another sentence names divide no sum of money.
    """
    target = candidate.target
    away = [one for one in candidate.operands if one.sentence != target.sentence]
    if candidate.schema.rule not in FREE or not away:
        return False
    if any(is_small(one) for one in away):
        return True
    near = layout.quantities[max(0, target.index - FACTORS) : target.index + FACTORS + 1]
    own = [one for one in near if one.sentence == target.sentence and one.index != target.index]
    return all(any(likeness(one, other) == ALIKE for other in own) for one in candidate.operands)


def _belief(layout: Layout, candidate: Candidate, *, tabular: bool) -> float:
    """Return how likely a candidate is meant; in a table what holds in one column only holds by chance."""
    support = parallel(candidate, layout.quantities)
    return 0.0 if tabular and support >= 1 else belief(candidate, layout.line, support)


def _order(one: Explanation) -> tuple[bool, float, int]:
    spread = sum(abs(operand.index - one.candidate.target.index) for operand in one.candidate.operands)
    return not one.row, -one.belief, spread


def chosen(ways: Mapping[int, Sequence[Explanation]]) -> Iterator[Explanation]:
    """Yield one explanation a number, each equation once: for the number that words make its result, or the total."""
    sure = (one for known in ways.values() for one in known if one.belief >= SURE)
    told: set[frozenset[int]] = set()
    explained_already: set[int] = set()
    for one in sorted(sure, key=lambda one: (not one.row, is_turned(one.candidate), *_order(one)[1:])):
        numbers = frozenset(part.index for part in _numbers(one.candidate))
        if one.candidate.target.index not in explained_already and numbers not in told:
            told.add(numbers)
            explained_already.add(one.candidate.target.index)
            yield one


def is_turned(candidate: Candidate) -> bool:
    """Whether an equation is that of a total, told of one of its parts: 30 is what 12 of 42 leave."""
    change = candidate.target.item.mention.change
    return candidate.schema.rule in _TURNED and (change is None or candidate.target.item.mention.manner == "to")


def _numbers(candidate: Candidate) -> Iterator[Quantity]:
    yield candidate.target
    yield from candidate.operands
