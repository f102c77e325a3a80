"""What is near a number, by kind: the quantities that an equation may relate it to."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import combinations, permutations, product
from math import inf
from typing import Literal

from factcheck.draft.equations.schema import Schema
from factcheck.draft.quantities.kind import ALIKE, APART, LOOSE, is_count, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, NONE, POINTS, SHARE, TIMES, Quantity
from factcheck.quantity.dimension import Dimension, multiply, power

BEFORE, BEHIND = 12, 10
"""How many quantities before and behind a number may be its inputs."""
SENTENCES = 4
LONGEST = 12
"""A list has at most so many values."""
BESIDE = 2
"""A bare number shares the unit of one that stands so near to it."""
FACTORS = 6
"""Products and quotients are of quantities that stand so near: anything may be multiplied with anything."""
LOOSE_BOUND = 1.5
"""``more than N`` says little of what is more than 1.5 N (DESIGN, section 5)."""
CLOSE = 1e-9
_YEARS = range(1800, 2100)
FREE = frozenset({"product", "quotient"})
"""The rules whose inputs may measure anything, if only the result measures what is stated."""

Pair = tuple[Quantity, Quantity]
Role = Literal["alike", "measure", "ratio", "ratio or multiple"]
"""What an input of a rule must be: like what is stated, a measure, a percentage or fraction, that or a multiple."""


def stated(target: Quantity) -> tuple[float, float]:
    """Return what a number may be: as written, or as a round number; a bound reaches as far as it is not loose."""
    low, high = target.coarse or (target.low, target.high)
    if low == -inf:
        return high / LOOSE_BOUND, high
    return (low, low * LOOSE_BOUND) if high == inf else (low, high)


@lru_cache(maxsize=4096)
def is_definite(one: Quantity) -> bool:
    """Whether a number says enough for arithmetic alone: no bound, no fraction in words, no 100 %, no year."""
    if one.code == NONE or one.is_base:
        return False
    bounded = -inf in (one.low, one.high) or inf in (one.low, one.high)
    whole = one.code == SHARE and one.value in (0, 1)
    return not bounded and not whole and one.item.mention.number.kind != "rough" and not _may_be_a_year(one)


def _may_be_a_year(one: Quantity) -> bool:
    """Whether a bare number without a comma may say a year."""
    bare = one.code == MEASURE and not one.dimension and not one.noun
    year = bare and _YEARS.start <= one.value < _YEARS.stop and one.value.is_integer()
    return year and one.item.mention.number.text.strip().isdigit()


def near_to(known: Sequence[Quantity], target: Quantity) -> list[Quantity]:
    """Return the quantities that are near another, and say enough."""
    at = target.index
    found = (*known[max(0, at - BEFORE) : at], *known[at + 1 : at + 1 + BEHIND])
    return [one for one in found if abs(one.sentence - target.sentence) <= SENTENCES and is_definite(one)]


def is_apart(first: Quantity, second: Quantity) -> bool:
    """Whether one is of so much a time and the other is not, or a bare number is too far off to share its unit."""
    return bool(first.dimension and second.dimension) or abs(first.index - second.index) > BESIDE


def fits(schema: Schema, first: Quantity, second: Quantity, target: Quantity) -> bool:
    """Whether a product or quotient measures what is stated."""
    return _combined(first.dimension, second.dimension, -1 if schema.rule == "quotient" else 1) == target.dimension


@lru_cache(maxsize=512)
def _combined(first: Dimension, second: Dimension, sign: int) -> Dimension:
    return multiply(first, power(second, sign))


class Near:
    """A number and what is near it, sorted by kind; each list is made when a rule asks for it.

    ``ends`` are the least and the most of what the number may be; of several things that may be meant, in order.
    """

    def __init__(self, target: Quantity, near: Sequence[Quantity], *, failing: bool = False) -> None:
        """``failing``: equations that do not hold are wanted, too."""
        self.target, self.near, self.failing = target, near, failing
        low, high = stated(target)
        slack = 0.0 if low < 0 else high * CLOSE
        self.ends = [low - slack], [high + slack]
        self._of_roles: dict[tuple[Role, Role], list[Pair]] = {}

    def fits(self, derived: float) -> bool:
        """Whether a derived value is worth a candidate."""
        at = bisect_right(self.ends[0], derived) - 1
        return self.failing or (at >= 0 and derived <= self.ends[1][at])

    @cached_property
    def alike(self) -> list[Quantity]:
        """What is like the number, in its unit."""
        target = self.target
        alike = [one for one in self.near if likeness(target, one) != APART]
        return [like(one, target) for one in alike if one.dimension == target.dimension or not is_apart(one, target)]

    @cached_property
    def runs(self) -> list[list[Quantity]]:
        """The values before the number, the nearest first, and those behind it, that may make a list of one sort.

        All of them; those that are not told as parts of one in brackets; those that are no changes; those that
        surely count the same.
        """
        target = self.target
        alike = self.alike
        plain = [one for one in alike if one.depth <= target.depth]
        levels = [one for one in plain if one.item.mention.change is None or one.item.mention.manner == "to"]
        surely = [one for one in levels if likeness(one, target) == ALIKE]
        found: list[list[Quantity]] = []
        narrower = ((plain, alike), (levels, plain), (surely, levels))
        for known in (alike, *(those for those, wider in narrower if len(those) < len(wider))):
            before = [one for one in known if one.index < target.index][::-1]
            behind = [one for one in known if one.index > target.index]
            found += [run for run in (before, behind) if run and run not in found]
        return found

    @cached_property
    def lists(self) -> list[tuple[tuple[Quantity, ...], list[float]]]:
        """The lists that the runs begin with, each once, in the order of the text; with their values."""
        found: dict[tuple[Quantity, ...], None] = {}
        for run in self.runs:
            ahead = run[0].index <= run[-1].index
            for length in range(1, min(LONGEST, len(run)) + 1):
                found[tuple(run[:length] if ahead else run[length - 1 :: -1])] = None
        return [(values, [one.value for one in values]) for values in found]

    @cached_property
    def is_of_one_dimension(self) -> bool:
        """Whether all measures that are near, and the number if it is one, measure the same."""
        measures = [*self._measures, *([self.target] if self.target.code == MEASURE else [])]
        return len({one.dimension for one in measures}) <= 1

    @cached_property
    def _measures(self) -> list[Quantity]:
        return [one for one in self.near if one.code == MEASURE and one.value]

    def of_roles(self, first: Role, second: Role) -> list[Pair]:
        """Return the pairs of two different values that may be inputs of two roles."""
        if (first, second) not in self._of_roles:
            pairs = product(self._inputs(first), self._inputs(second))
            self._of_roles[first, second] = [(one, two) for one, two in pairs if one.value != two.value]
        return self._of_roles[first, second]

    def _inputs(self, role: Role) -> list[Quantity]:
        if role == "measure":
            return self._measures
        if role == "alike":
            codes = MEASURE, self.target.code
            known = (one for one in self.near if one.value and one.code in codes)
            return [one for one in known if likeness(self.target, one) != APART]
        ratios = (SHARE, TIMES) if role == "ratio or multiple" else (SHARE,)
        return [one for one in self.near if one.value and one.code in ratios]

    @cached_property
    def shared(self) -> list[Pair]:
        """The pairs of measures that may be parts of one whole, if they count different things, too."""
        pairs = permutations(self._measures, 2)
        return [(one, two) for one, two in pairs if one.value != two.value and likeness(one, two) != APART]

    @cached_property
    def larger_first(self) -> list[Pair]:
        """The pairs of quantities that are like the number itself, the larger one first."""
        values = sorted((one for one in self.alike if one.value), key=lambda one: -one.value)
        return [(one, two) for one, two in combinations(values, 2) if one.value != two.value]

    @cached_property
    def alike_pairs(self) -> list[Pair]:
        """The pairs of measures that may be of one kind; of percentages for a number of points."""
        if self.target.code == POINTS:
            return list(permutations([one for one in self.near if one.code == SHARE and one.value], 2))
        return [pair for pair in self.shared if likeness(*pair) >= LOOSE]

    def combined(self, schema: Schema) -> list[Pair]:
        """Return the pairs whose product or quotient measures what the number does; a product begins with a count."""
        found: list[Pair] = []
        by_dimension: dict[Dimension, list[Quantity]] = {}
        for one in self._measures:
            if abs(one.index - self.target.index) > FACTORS:
                continue
            by_dimension.setdefault(one.dimension, []).append(one)
        for dimension, firsts in by_dimension.items():
            if schema.rule == "quotient":
                wanted = _combined(dimension, self.target.dimension, -1)
            elif is_count(firsts[0]):
                wanted = _combined(self.target.dimension, dimension, -1)
            else:
                continue
            seconds = by_dimension.get(wanted, ())
            found += [(one, two) for one in firsts for two in seconds if one.value != two.value]
        return found
