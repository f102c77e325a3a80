"""How likely a number agrees with an equation by chance.

A derived value that has nothing to do with the stated one lies anywhere within some powers of ten of it; the chance
that it falls into what is stated is the width of that on a logarithmic scale, divided by the width of the whole.
"""

from collections.abc import Mapping
from math import log

from factcheck.draft.equations.candidates import Candidate, stated
from factcheck.draft.quantities.quantity import MEASURE, POINTS, SHARE, TIMES

_SPREAD: Mapping[str, float] = {MEASURE: log(100), SHARE: log(10_000), POINTS: log(30), TIMES: log(100)}
"""The width of the values that come up, by the form of the stated number."""
_WIDER = {"product": 4, "quotient": 4, "difference": 2, "multiplied": 2, "part": 2}
"""By how much wider the values of a rule are spread: products lie anywhere. Counted on the texts of LEARN."""
_ADDED = frozenset({"total", "difference", "remainder", "shares", "rest_share", "percentage_points"})
"""The rules whose result is as round as its inputs are."""
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
    width = log(high / low)
    if candidate.schema.rule in _ADDED and target.value:
        width = max(width, min(one.lead for one in candidate.operands) / abs(target.value))
    return min(1.0, max(_LEAST, width / _SPREAD[target.code] / _WIDER.get(candidate.schema.rule, 1)))
