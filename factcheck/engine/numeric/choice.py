"""``if(condition, a, b)`` over intervals: the one that the condition chooses, both where the inputs leave it open."""

from collections.abc import Callable, Sequence

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


def chosen(operator: str, value: Callable[[int], Interval]) -> Interval:
    """Return the values of the choice.

    ``value`` gives those of the sides of the condition (0 and 1) and of the two to choose from (2 and 3); one that is
    not chosen is not asked for, and may be undefined: ``if(x = 0, 1, 1 / x)``.
    """
    return _one_of(holds(operator, value(0), value(1)), value)


def _one_of(found: bool | None, value: Callable[[int], Interval]) -> Interval:  # noqa: FBT001 - an answer, no option
    if found is None:
        return value(2).hull(value(3))
    return value(2) if found else value(3)


def undecided_slope(slopes: Sequence[Interval | None]) -> Interval | None:
    """Return the slopes of a choice that is open; None where it turns on the same input, and the values may jump."""
    left, right, then, otherwise = slopes
    if left != ZERO or right != ZERO or then is None or otherwise is None:
        return None
    return then.hull(otherwise)
