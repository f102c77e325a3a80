"""Whether two quantities may be compared, added or divided: the only place that says so."""

from dataclasses import replace
from functools import lru_cache

from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.quantity.dimension import BASES, Dimension

APART, OTHER, LOOSE, ALIKE = 0, 1, 2, 3
"""Of different kinds; counts of two different nouns; perhaps of one kind (a bare number, a rate); of one."""
_TIME: Dimension = (("time", 1),)


@lru_cache(maxsize=16_384)
def likeness(first: Quantity, second: Quantity) -> int:
    """Return whether two quantities are of one kind: never, as counts of two things, perhaps, surely."""
    if first.code != second.code:
        return APART
    if first.code != MEASURE:
        return ALIKE
    if first.dimension == second.dimension:
        if first.per != second.per:
            return LOOSE
        return _nouns(first, second) if not first.dimension else ALIKE
    if not first.dimension or not second.dimension:
        return LOOSE if not first.noun and not second.noun and not _is_time(first) and not _is_time(second) else APART
    return LOOSE if _amount(first.dimension) == _amount(second.dimension) else APART


def _nouns(first: Quantity, second: Quantity) -> int:
    if first.noun == second.noun:
        return ALIKE if first.noun else LOOSE
    counters = first.item.counter, second.item.counter
    if counters[0] and counters[0] == counters[1]:
        return ALIKE
    return OTHER if first.noun and second.noun else LOOSE


@lru_cache(maxsize=256)
def _amount(dimension: Dimension) -> Dimension:
    """Return a dimension without what it is per: euros of euros a month."""
    return tuple((base, power) for base, power in dimension if power > 0)


@lru_cache(maxsize=4096)
def like(one: Quantity, other: Quantity) -> Quantity:
    """Return a number in the unit that it leaves out: of 54 in ``45 francs to 54``, of 850 euros to 952 a month."""
    if one.dimension == other.dimension or one.code != MEASURE or not other.dimension or not _leaves_out(one, other):
        return one
    unit = other.unit / one.unit
    item = replace(one.item, mention=replace(one.item.mention, measure=other.item.mention.measure))
    coarse = None if one.coarse is None else (one.coarse[0] * unit, one.coarse[1] * unit)
    return replace(
        one,
        item=item,
        dimension=other.dimension,
        per=other.per,
        value=one.value * unit,
        low=one.low * unit,
        high=one.high * unit,
        coarse=coarse,
        step=one.step * unit,
        lead=one.lead * unit,
        given=(one.low * unit, one.high * unit),
        unit=other.unit,
    )


def _leaves_out(one: Quantity, other: Quantity) -> bool:
    """Whether a number is bare, or is said without what the other one is per."""
    if not one.dimension:
        return not one.noun
    over, _, under = other.item.mention.measure.name.partition(" per ")
    return bool(under) and one.item.mention.measure.name == over


def _is_time(one: Quantity) -> bool:
    """Whether it is a span of time, whose unit no bare number takes over."""
    return one.dimension == _TIME


def is_count(one: Quantity) -> bool:
    """Whether a quantity counts things or nothing."""
    return one.code == MEASURE and all(base not in BASES for base, _ in one.dimension)
