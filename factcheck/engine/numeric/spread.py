"""The middle and the spread of several quantities, over their intervals.

The sum of squared distances from the mean is the least one from any number. Over intervals its least value is that
for the nearest points, and its greatest is at most the least, over that number, of the sums for the farthest points;
both are the minimum of a convex function that is a parabola between known places, and found exactly. The second is
reached unless an interval has its middle there (Ferson et al., Exact bounds on finite populations of interval data,
Reliable Computing 11, 2005).
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.roots import root
from factcheck.quantity.interval import Interval, Number, add, divide, multiply, point, subtract


def median(values: Sequence[Interval]) -> Interval:
    """Return the middle value, the mean of the two in the middle where there is none."""
    lows, highs = [(a.low, a.low_open) for a in values], [(a.high, a.high_open) for a in values]
    low = _middle(sorted(lows, key=lambda end: (end[0] is not None, end[0] or 0)))
    high = _middle(sorted(highs, key=lambda end: (end[0] is None, end[0] or 0)))
    return Interval(low[0], high[0], low[1], high[1])


def rank(values: Sequence[Interval]) -> Interval:
    """Return the place of the first value among all, the greatest being in place 1; equal ones share a place."""
    first, *others = values
    sure = sum(_is_above(one.low, first.high) for one in others)
    return Interval(1 + sure, 1 + sum(not _is_above(first.low, one.high, equal=True) for one in others))


def _is_above(low: Number | None, high: Number | None, *, equal: bool = False) -> bool:
    """Whether what starts at one value is surely above, or ``equal`` to, what ends at another."""
    return low is not None and high is not None and (low > high or (equal and low == high))


def _middle(ends: list[tuple[Number | None, bool]]) -> tuple[Number | None, bool]:
    a, b = ends[(len(ends) - 1) // 2], ends[len(ends) // 2]
    if a[0] is None or b[0] is None:
        return None, True
    return Fraction(a[0] + b[0]) / 2, False


def deviation(values: Sequence[Interval]) -> Interval:
    """Return the standard deviation of a sample, with n - 1 below the sum of squares."""
    if any(a.low is None or a.high is None for a in values):
        return Interval(0, None, high_open=True)
    return _deviation(tuple((Fraction(a.low or 0), Fraction(a.high or 0)) for a in values))


@lru_cache(maxsize=512)
def _deviation(ends: tuple[tuple[Fraction, Fraction], ...]) -> Interval:
    """Return the standard deviation of values between these ends, which are made whole numbers on the way."""
    scale = 2 * lcm(*(end.denominator for pair in ends for end in pair))
    pairs = [(int(low * scale), int(high * scale)) for low, high in ends]
    below = (len(pairs) - 1) * scale**2
    least = _minimum([end for pair in pairs for end in pair], lambda m: [_nearest(m, *pair) for pair in pairs])
    if all(low == high for low, high in ends):
        return root(least / below, 2)
    most = _minimum([(a + b) // 2 for a, b in pairs], lambda m: [_farthest(m, *pair) for pair in pairs])
    return Interval(root(least / below, 2).low, root(most / below, 2).high)


def _nearest(m: Number, low: int, high: int) -> Number:
    return max(low, min(m, high))


def _farthest(m: Number, low: int, high: int) -> int:
    return low if 2 * m > low + high else high


def _minimum(turns: list[int], points: Callable[[Number], Sequence[Number]]) -> Fraction:
    """Return the least sum of squared distances of a number from its points, which change at ``turns`` only.

    Between two neighbouring turns the points are fixed or move along, so the minimum there lies at the mean of the
    fixed ones or at an end.
    """

    def cost(m: Number) -> Number:
        return sum((x - m) ** 2 for x in points(m))

    places = sorted(set(turns))
    first, last = 0, len(places) - 1
    while first < last:  # convex: the first place from which it does not fall
        middle = (first + last) // 2
        falls = cost(places[middle + 1]) < cost(places[middle])
        first, last = (middle + 1, last) if falls else (first, middle)
    around = places[max(0, first - 1) : first + 2]
    return Fraction(min((_between(a, b, points, cost) for a, b in pairwise(around)), default=cost(places[0])))


def _between(a: int, b: int, points: Callable[[Number], Sequence[Number]], cost: Callable[[Number], Number]) -> Number:
    inside = Fraction(a + b, 2)
    fixed = [x for x in points(inside) if x != inside]
    mean = Fraction(sum(fixed)) / len(fixed) if fixed else inside
    return min(cost(a), cost(b), cost(max(Fraction(a), min(mean, Fraction(b)))))


def deviation_slopes(values: Sequence[Interval], value: Interval) -> list[Interval | None]:
    """Return the slopes of the standard deviation: (x - mean) / ((n - 1) · deviation)."""
    if value.low is None or value.low <= 0:
        return [None] * len(values)
    total = values[0]
    for each in values[1:]:
        total = add(total, each)
    n = len(values)
    mean, below = divide(total, point(n)), multiply(point(n - 1), value)
    return [divide(subtract(each, mean), below) for each in values]


def at_least_two(name: str, values: Sequence[object]) -> None:
    """Raise Problem FC306 for a list too short to have a spread."""
    if len(values) < 2:  # noqa: PLR2004
        raise Problem("FC306", f"`{name}` needs two values at least")
