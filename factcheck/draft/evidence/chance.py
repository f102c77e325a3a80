"""How likely a number agrees with an equation by chance.

A derived value that has nothing to do with the stated one lies anywhere within some powers of ten of it; the chance
that it falls into what is stated is the width of that on a logarithmic scale, divided by the width of the whole.
"""

from collections.abc import Mapping
from math import log, prod

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.near import stated
from factcheck.draft.quantities.quantity import MEASURE, POINTS, SHARE, TIMES, Quantity

_SPREAD: Mapping[str, float] = {MEASURE: log(100), SHARE: log(10_000), POINTS: log(30), TIMES: log(100)}
"""The width of the values that come up, by the form of the stated number."""
_WIDER = {
    "product": 4,
    "quotient": 4,
    "multiplied": 3,
    "part": 2,
    "difference": 1.75,
    "remainder": 2,
    "raised": 1.5,
    "lowered": 1.5,
    "average": 0.8,
    "percent_change": 0.9,
    "share": 0.9,
    "change_to_level": 0.7,
    "fall_to_level": 0.7,
}
"""By how much wider the values of a rule are spread: products lie anywhere.

Counted on numbers of the texts of LEARN that were given other digits: so often something near explains such a number.
"""
_SUMS = {2: 0.45}
_LONG = 2
"""Two parts that are each less than the total lie about as far off; three or more come to anything."""
_ADDED = frozenset({"total", "difference", "remainder", "shares", "rest_share", "percentage_points", "average"})
"""The rules whose result is as round as the roundest of its inputs allows; that of others has the digits of all."""
_LEAST = 1e-6


def chance(candidate: Candidate) -> float:
    """Return the chance that a candidate holds though it is not meant, between 0 and 1.

    The sum of round numbers is a round number: it agrees with another as easily as their digits are few.
    """
    target = candidate.target
    low, high = stated(target)
    if candidate.target.coarse is not None and target.low <= candidate.derived <= target.high:
        low, high = target.low, target.high
    low, high = sorted((abs(low), abs(high)))
    if low <= 0:
        return 1.0
    width = max(log(high / low), min(_roundness(target), _grid(candidate)))
    return min(1.0, max(_LEAST, width / _SPREAD[target.code] / _wider(candidate)))


def _wider(candidate: Candidate) -> float:
    if candidate.schema.rule == "total":
        return _SUMS.get(len(candidate.values), _LONG)
    return _WIDER.get(candidate.schema.rule, 1)


def _roundness(one: Quantity) -> float:
    """Return one unit of the last digit that is no zero, as a part of the number: 1 of 4 million is 0.25."""
    return one.lead / abs(one.value) if one.value else 1.0


def _grid(candidate: Candidate) -> float:
    """Return how far apart the values lie, as a part of one, that inputs as round as these can come to."""
    if candidate.schema.rule in _ADDED:
        return min(one.lead for one in candidate.operands) / candidate.derived if candidate.derived else 1.0
    return prod(map(_roundness, candidate.operands))
