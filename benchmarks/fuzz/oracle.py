"""When a statement holds, worked out a second time: by docs/verdicts.md, in fractions, with no code of factcheck.

A set of values is a range of the extended line with ends that belong to it or not. An operation on two ranges looks at
the four corners: a corner is reached where both ends belong to their ranges, or where one of them is a zero that does.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import ceil, floor, inf
from typing import NamedTuple

End = Fraction | float
"""A fraction, or an infinity."""

ABOUT = Fraction(15, 100)
ORDERS = (">", ">=", "<", "<=")
BOUNDS = ("more", "least", "less", "most")


class Undefined(Exception):  # noqa: N818 - a statement without a value
    """A division by zero."""


class Range(NamedTuple):
    """The values between two ends, each of which belongs to them or not."""

    low: End
    high: End
    has_low: bool = True
    has_high: bool = True

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies in it."""
        above = value > self.low or (self.has_low and value == self.low)
        return above and (value < self.high or (self.has_high and value == self.high))

    def inside(self, other: "Range") -> bool:
        """Whether all of it lies in another."""
        low = self.low > other.low or (self.low == other.low and (other.has_low or not self.has_low))
        return low and (self.high < other.high or (self.high == other.high and (other.has_high or not self.has_high)))

    def apart(self, other: "Range") -> bool:
        """Whether the two have nothing in common."""

        def before(a: Range, b: Range) -> bool:
            return a.high < b.low or (a.high == b.low and not (a.has_high and b.has_low))

        return before(self, other) or before(other, self)


class Value(NamedTuple):
    """What a side of a statement comes to: its nominal value, where it has one, and its range."""

    nominal: Fraction | None
    range: Range


def exact(number: Fraction) -> Range:
    """Return the range of one value."""
    return Range(number, number)


def _times(a: End, b: End) -> End:
    return Fraction(0) if 0 in (a, b) else a * b


def corners(a: Range, b: Range, operation: Callable[[End, End], End]) -> Range:
    """Return the range of an operation that takes its least and greatest values at corners."""
    found: dict[End, bool] = {}
    for (x, has_x), (y, has_y) in product(_ends(a), _ends(b)):
        value = operation(x, y)
        zero = operation is _times and ((x == 0 and has_x) or (y == 0 and has_y))
        found[value] = found.get(value, False) or (has_x and has_y) or zero
    low, high = min(found), max(found)
    return Range(low, high, found[low] and low != -inf, found[high] and high != inf)


def _ends(a: Range) -> tuple[tuple[End, bool], tuple[End, bool]]:
    return (a.low, a.has_low), (a.high, a.has_high)


def negative(a: Range) -> Range:
    """Return −a."""
    return Range(-a.high, -a.low, a.has_high, a.has_low)


def plus(a: Range, b: Range) -> Range:
    """Return a + b."""
    return Range(a.low + b.low, a.high + b.high, a.has_low and b.has_low, a.has_high and b.has_high)


def times(a: Range, b: Range) -> Range:
    """Return a · b."""
    return corners(a, b, _times)


def inverse(a: Range) -> Range:
    """Return 1 / a: all numbers, where a lies on both sides of zero. Raises Undefined where it is zero."""
    if a.low == a.high == 0:
        raise Undefined
    if a.low < 0 < a.high:
        return Range(-inf, inf, has_low=False, has_high=False)
    if a.high <= 0:
        return negative(inverse(negative(a)))
    low = Fraction(0) if a.high == inf else 1 / a.high
    high = inf if a.low == 0 else 1 / a.low
    return Range(low, high, a.high != inf and a.has_high, a.low != 0 and a.has_low)


def size(a: Range) -> Range:
    """Return |a|."""
    if a.low >= 0:
        return a
    if a.high <= 0:
        return negative(a)
    high = max(-a.low, a.high)
    return Range(Fraction(0), high, has_high=(high == a.high and a.has_high) or (high == -a.low and a.has_low))


def to_the(a: Range, n: int) -> Range:
    """Return a to the power of a whole number."""
    if n < 0:
        return inverse(to_the(a, -n))
    if n == 0:
        return exact(Fraction(1))
    a = size(a) if n % 2 == 0 else a
    return Range(a.low**n, a.high**n, a.has_low, a.has_high)


def least(a: Range, b: Range) -> Range:
    """Return the range of the lesser of the two."""
    low, high = min(a.low, b.low), min(a.high, b.high)
    # the lower end is reached by either; the upper one where both can be as great
    has_low = (a.low == low and a.has_low) or (b.low == low and b.has_low)
    has_high = all(one.high > high or one.has_high for one in (a, b))
    return Range(low, high, has_low, has_high)


def greatest(a: Range, b: Range) -> Range:
    """Return the range of the greater of the two."""
    return negative(least(negative(a), negative(b)))


def away(value: Fraction) -> Fraction:
    """Round to the nearest whole number, halves away from zero."""
    return Fraction(floor(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1))


STEPS: dict[str, Callable[[Fraction], Fraction]] = {
    "floor": lambda value: Fraction(floor(value)),
    "ceil": lambda value: Fraction(ceil(value)),
    "round": away,
}


class Number(NamedTuple):
    """A number as it is written: its value, one unit of its last digit and of its last digit that is not zero.

    ``second`` is one unit of its second digit where it may be meant as a round one, ``whole`` whether it is exact as an
    input, ``ends`` those of a range, ``error`` what is behind a ±, ``unit`` the factor of its unit.
    """

    value: Fraction | None
    step: Fraction
    lead: Fraction
    hedge: str = ""
    whole: bool = False
    second: Fraction | None = None
    ends: tuple[Fraction, Fraction] | None = None
    error: Fraction | None = None
    unit: Fraction = Fraction(1)

    def meant(self) -> Range:
        """Return the values that it stands for where a text states it (the first column of the table)."""
        if self.ends is not None:
            return _scaled(Range(*self.ends), self.unit)
        n = self.value
        assert n is not None  # noqa: S101 - only a range has none
        width = min(self.lead, abs(n) * ABOUT)
        width = max(self.step / 2, width)
        half = self.step / 2 if self.error is None else self.error
        found = {
            "": Range(n - half, n + half),
            "about": Range(n - width, n + width),
            "nearly": Range(n - width, n),
            "more": Range(n, inf, has_low=False, has_high=False),
            "least": Range(n, inf, has_high=False),
            "less": Range(-inf, n, has_low=False, has_high=False),
            "most": Range(-inf, n, has_low=False),
            "some": Range(n, n + self.lead, has_high=False),
        }[self.hedge]
        return _scaled(found, self.unit)

    def input(self) -> Value:
        """Return what it is as an input of a calculation (the second column)."""
        nominal = None if self.value is None else self.value * self.unit
        if self.whole and not self.hedge and nominal is not None:
            return Value(nominal, exact(nominal))
        return Value(nominal, self.meant())


def _scaled(a: Range, factor: Fraction) -> Range:
    return Range(_times(a.low, factor), _times(a.high, factor), a.has_low, a.has_high)


class Verdict(NamedTuple):
    """A verdict and its grade."""

    verdict: str
    grade: str | None = None


def half_line(relation: str, bound: Fraction) -> Range:
    """Return the values that are more, at least, less or at most as much."""
    equal = relation in (">=", "<=")
    if relation in (">", ">="):
        return Range(bound, inf, has_low=equal, has_high=False)
    return Range(-inf, bound, has_low=False, has_high=equal)


def against_number(derived: Value, relation: str, stated: Number) -> Verdict:
    """Judge a derived value against a number that is written."""
    nominal = None if stated.value is None else stated.value * stated.unit
    if relation in ORDERS:
        assert nominal is not None  # noqa: S101 - an order needs one number
        return _judged(derived, half_line(relation, nominal), None, Verdict("fail", "decision"))
    open_to = not stated.hedge and stated.ends is None and stated.error is None
    read = stated._replace(hedge="about") if relation == "~" and open_to else stated
    round_range = None
    if stated.second is not None and not read.hedge and nominal is not None:
        half = stated.second * stated.unit / 2
        round_range = Range(nominal - half, nominal + half)
    failed = Verdict("fail", "decision" if read.hedge in BOUNDS else _grade(derived, nominal, stated))
    return _judged(derived, read.meant(), round_range, failed)


def _grade(derived: Value, nominal: Fraction | None, stated: Number) -> str:
    step = stated.step * stated.unit
    if derived.nominal is None or nominal is None or abs(nominal) < 10 * step:
        return "wrong"
    return "slip" if abs(derived.nominal - nominal) <= Fraction(3, 2) * step else "wrong"


def against_value(derived: Value, relation: str, stated: Value) -> Verdict:
    """Judge a derived value against another one."""
    if relation in ORDERS:
        both = derived.nominal is not None and stated.nominal is not None
        difference = Value(
            derived.nominal - stated.nominal if both else None,  # type: ignore[operator]
            plus(derived.range, negative(stated.range)),
        )
        return _judged(difference, half_line(relation, Fraction(0)), None, Verdict("fail", "decision"))
    found = stated.range
    if relation == "~" and stated.nominal is not None and -inf < found.low and found.high < inf:
        width = abs(stated.nominal) * ABOUT
        found = Range(found.low - width, found.high + width, found.has_low, found.has_high)
    return _judged(derived, found, None, Verdict("fail", "wrong"))


def _judged(derived: Value, allowed: Range, round_range: Range | None, failed: Verdict) -> Verdict:
    """Return the first row of the table of verdicts that fits."""
    x, found = derived
    if x is None or not found.holds(x):
        if found.inside(allowed):
            return Verdict("pass")
        if found.apart(allowed):
            return failed
        if x is None:
            return Verdict("unverified")
        return Verdict("pass" if allowed.holds(x) else "borderline")
    if allowed.holds(x) or (round_range is not None and round_range.holds(x)):
        return Verdict("pass")
    return failed if found.apart(allowed) else Verdict("borderline")
