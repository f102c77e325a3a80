"""``if(condition, a, b)`` over intervals: the one that the condition chooses, both where the inputs leave it open."""

from collections.abc import Sequence

from factcheck.engine.term.term import CHOICE
from factcheck.quantity.interval import Interval, point, subtract

ZERO = point(0)


def is_choice(operator: str) -> bool:
    """Whether an operator is a choice; the relation of its condition stands behind its name: ``if >``."""
    return operator.startswith(CHOICE)


def holds(operator: str, left: Interval, right: Interval) -> bool | None:
    """Whether the condition holds for all values, for none (False), or for some (None)."""
    relation = operator.removeprefix(CHOICE)
    if relation == "=":
        if left.is_point and left == right:
            return True
        return None if left.meets(right) else False
    difference = subtract(left, right) if relation in {">", ">="} else subtract(right, left)
    return _above_zero(difference, strict=relation in {">", "<"})


def _above_zero(a: Interval, *, strict: bool) -> bool | None:
    if a.low is not None and (a.low > 0 or (a.low == 0 and (not strict or a.low_open))):
        return True
    if a.high is not None and (a.high < 0 or (a.high == 0 and (strict or a.high_open))):
        return False
    return None


def chosen(operator: str, values: Sequence[Interval]) -> Interval:
    """Return the values of the choice; ``values`` are the two sides of the condition, then the two to choose from."""
    left, right, then, otherwise = values
    found = holds(operator, left, right)
    if found is None:
        return then.hull(otherwise)
    return then if found else otherwise


def chosen_slope(operator: str, values: Sequence[Interval], slopes: Sequence[Interval | None]) -> Interval | None:
    """Return the slopes of the choice; None where the condition turns on the same input, and the values may jump."""
    left, right, then, otherwise = slopes
    found = holds(operator, values[0], values[1])
    if found is not None:
        return then if found else otherwise
    if left != ZERO or right != ZERO or then is None or otherwise is None:
        return None
    return then.hull(otherwise)
