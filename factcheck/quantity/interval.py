"""Intervals of exact numbers, with open and infinite ends.

Ends are integers or fractions; ``None`` is an infinite end. Every operation returns an enclosure of the image of
the box (Moore, Kearfott and Cloud, Introduction to Interval Analysis, SIAM 2009, chapter 2), and the exact image
where each operand stands for a quantity of its own.
"""

from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction


class Interval(NamedTuple):
    """The numbers from ``low`` to ``high``; an end that is open does not belong to it."""

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return self.low is not None and self.low == self.high

    def contains(self, value: Number) -> bool:
        """Whether ``value`` lies inside."""
        low, high, low_open, high_open = self
        if low is not None and (value < low or (low_open and value == low)):
            return False
        return not (high is not None and (value > high or (high_open and value == high)))

    def within(self, other: "Interval") -> bool:
        """Whether every number of this interval lies in ``other``."""
        return _starts_inside(self, other) and _starts_inside(_mirror(self), _mirror(other))

    def meets(self, other: "Interval") -> bool:
        """Whether the two intervals share a number."""
        return not (_ends_before(self, other) or _ends_before(other, self))

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        low, low_open = _outer(self, other)
        high, high_open = _outer(_mirror(self), _mirror(other))
        return Interval(low, None if high is None else -high, low_open, high_open)

    def scaled(self, factor: Number) -> "Interval":
        """Return the interval times a positive number."""
        low, high, low_open, high_open = self
        return Interval(
            None if low is None else low * factor, None if high is None else high * factor, low_open, high_open
        )

    def shifted(self, offset: Number) -> "Interval":
        """Return the interval plus a number."""
        low, high, low_open, high_open = self
        return Interval(
            None if low is None else low + offset, None if high is None else high + offset, low_open, high_open
        )


REALS = Interval(None, None, low_open=True, high_open=True)


def point(value: Number) -> Interval:
    """Return the interval that holds one number."""
    return Interval(value, value)


def around(value: Number, half_width: Number) -> Interval:
    """Return the closed interval ``value`` ± ``half_width``."""
    return Interval(value - half_width, value + half_width)


def _mirror(a: Interval) -> Interval:
    return Interval(None if a.high is None else -a.high, None if a.low is None else -a.low, a.high_open, a.low_open)


def _starts_inside(a: Interval, b: Interval) -> bool:
    if b.low is None:
        return True
    if a.low is None or a.low < b.low:
        return False
    return a.low > b.low or a.low_open or not b.low_open


def _ends_before(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _outer(a: Interval, b: Interval) -> tuple[Number | None, bool]:
    if a.low is None or b.low is None:
        return None, True
    if a.low == b.low:
        return a.low, a.low_open and b.low_open
    return (a.low, a.low_open) if a.low < b.low else (b.low, b.low_open)


def negate(a: Interval) -> Interval:
    """Return ``-a``."""
    return _mirror(a)


def add(a: Interval, b: Interval) -> Interval:
    """Return ``a + b``."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low, high, low is None or a.low_open or b.low_open, high is None or a.high_open or b.high_open)


def subtract(a: Interval, b: Interval) -> Interval:
    """Return ``a - b``."""
    return add(a, _mirror(b))


class _End(NamedTuple):
    """An end of an interval as a value on the extended line: ``sign`` is -1 or 1 where it is infinite."""

    value: Number
    sign: int
    open: bool


def _ends(a: Interval) -> tuple[_End, _End]:
    low = _End(0, -1, open=True) if a.low is None else _End(a.low, 0, a.low_open)
    high = _End(0, 1, open=True) if a.high is None else _End(a.high, 0, a.high_open)
    return low, high


def _sign(end: _End) -> int:
    return end.sign or (end.value > 0) - (end.value < 0)


def _times(x: _End, y: _End) -> _End:
    if x.sign == 0 and y.sign == 0:
        # a closed zero is reached whatever the other end is
        reached = (x.value == 0 and not x.open) or (y.value == 0 and not y.open)
        return _End(x.value * y.value, 0, not reached and (x.open or y.open))
    sign = _sign(x) * _sign(y)
    if sign == 0:
        zero = x if x.sign == 0 else y
        return _End(0, 0, zero.open)
    return _End(0, sign, open=True)


def _least(ends: tuple[_End, ...]) -> tuple[Number | None, bool]:
    best: _End | None = None
    for end in ends:
        if end.sign < 0:
            return None, True
        if end.sign > 0:
            continue
        if best is None or end.value < best.value or (end.value == best.value and best.open):
            best = end
    return (None, True) if best is None else (best.value, best.open)


def multiply(a: Interval, b: Interval) -> Interval:
    """Return ``a * b``."""
    if a.low == a.high and a.low is not None and a.low > 0:
        return b.scaled(a.low)
    if b.low == b.high and b.low is not None and b.low > 0:
        return a.scaled(b.low)
    products = tuple(_times(x, y) for x in _ends(a) for y in _ends(b))
    low, low_open = _least(products)
    high, high_open = _least(tuple(_End(-e.value, -e.sign, e.open) for e in products))
    return Interval(low, None if high is None else -high, low_open, high_open)


def reciprocal(a: Interval) -> Interval:
    """Return ``1 / a``; the whole line where zero lies inside.

    Raises ZeroDivisionError when ``a`` is the point zero.
    """
    if a.is_point and a.low == 0:
        raise ZeroDivisionError
    if a.contains(0) or (a.low is None and a.high is None):
        return _reciprocal_at_zero(a)
    if a.high is not None and a.high <= 0:
        return _mirror(_reciprocal_positive(_mirror(a)))
    return _reciprocal_positive(a)


def _reciprocal_at_zero(a: Interval) -> Interval:
    if a.low == 0:
        return _reciprocal_positive(a)
    if a.high == 0:
        return _mirror(_reciprocal_positive(_mirror(a)))
    return REALS


def _reciprocal_positive(a: Interval) -> Interval:
    high = Fraction(1) / a.low if a.low else None
    low = Fraction(1) / a.high if a.high is not None else 0
    return Interval(low, high, a.high is None or a.high_open, high is None or a.low_open)


def divide(a: Interval, b: Interval) -> Interval:
    """Return ``a / b``; raises ZeroDivisionError when ``b`` is the point zero."""
    if b.low == b.high and b.low is not None and b.low > 0:
        return a.scaled(Fraction(1) / b.low)
    return multiply(a, reciprocal(b))


def integer_power(a: Interval, exponent: int) -> Interval:
    """Return ``a ** exponent`` for a whole exponent; even powers fold the sign."""
    if exponent < 0:
        return reciprocal(integer_power(a, -exponent))
    if exponent == 0:
        return point(1)
    if exponent % 2 == 0:
        a = magnitude(a)
    low = None if a.low is None else a.low**exponent
    high = None if a.high is None else a.high**exponent
    return Interval(low, high, a.low_open, a.high_open)


def magnitude(a: Interval) -> Interval:
    """Return the interval of absolute values."""
    if a.low is not None and a.low >= 0:
        return a
    mirrored = _mirror(a)
    if mirrored.low is not None and mirrored.low >= 0:
        return mirrored
    both = a.hull(mirrored)
    return Interval(0, both.high, not a.contains(0), both.high_open)
