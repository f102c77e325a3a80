"""Whole numbers from intervals: rounding down, up and to digits, and counting arrangements."""

from fractions import Fraction
from math import comb, factorial, log2

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Interval, Number

MAX_BITS = 12_000
MAX_FACTORIAL = 1_000
MAX_DIGITS = 100
HALF = Fraction(1, 2)


def floor(a: Interval) -> Interval:
    """Return the largest whole numbers not above; an open end that is whole is not reached from below."""
    low = None if a.low is None else _floor(a.low)
    high = None if a.high is None else (_ceil(a.high) - 1 if a.high_open else _floor(a.high))
    return Interval(low, high, low is None, high is None)


def ceil(a: Interval) -> Interval:
    """Return the smallest whole numbers not below."""
    low = None if a.low is None else (_floor(a.low) + 1 if a.low_open else _ceil(a.low))
    high = None if a.high is None else _ceil(a.high)
    return Interval(low, high, low is None, high is None)


def rounded(a: Interval, digits: Interval | None = None) -> Interval:
    """Return the numbers rounded to decimal digits, halves away from zero."""
    if digits is None:
        return _to_whole(a)
    n = digits.low
    if not digits.is_point or n is None or Fraction(n).denominator != 1:
        raise Problem("FC209", "the digits to round to are a whole number")
    if abs(Fraction(n)) > MAX_DIGITS:
        raise Problem("FC208", f"numbers are rounded to at most {MAX_DIGITS} digits")
    scale = Fraction(10) ** int(n)
    return _to_whole(a.scaled(scale)).scaled(1 / scale)


def _to_whole(a: Interval) -> Interval:
    """Round halves away from zero; what an open end is rounded to is what the values beside it are."""
    low = None if a.low is None else (_floor(a.low + HALF) if a.low_open else _nearest(a.low))
    high = None if a.high is None else (_ceil(a.high - HALF) if a.high_open else _nearest(a.high))
    return Interval(low, high, low is None, high is None)


def _nearest(x: Number) -> int:
    return _floor(x + HALF) if x >= 0 else _ceil(x - HALF)


def _floor(x: Number) -> int:
    return x.numerator // x.denominator


def _ceil(x: Number) -> int:
    return -(-x.numerator // x.denominator)


def whole_ends(name: str, a: Interval) -> tuple[int, int]:
    """Return the first and last whole number of an interval.

    Raises Problem FC209 where it has none, or may hold negative ones, FC208 where it has no end.
    """
    if a.low is None or a.high is None:
        raise Problem("FC208", f"`{name}` needs a number that has a bound")
    low = _floor(a.low) + 1 if a.low_open else _ceil(a.low)
    high = _ceil(a.high) - 1 if a.high_open else _floor(a.high)
    if low > high:
        raise Problem("FC209", f"`{name}` needs a whole number")
    if low < 0:
        raise Problem("FC209", f"`{name}` of a number that may be negative")
    return low, high


def factorials(a: Interval) -> Interval:
    """Return n!, at most 1,000!."""
    low, high = whole_ends("factorial", a)
    if high > MAX_FACTORIAL:
        raise Problem("FC208", f"the number grows too large: at most {MAX_FACTORIAL:,}!")
    return Interval(factorial(low), factorial(high))


def ways(n: Interval, k: Interval) -> Interval:
    """Return the number of ways to choose k of n; zero where k is larger than n."""
    least, most = whole_ends("choose", n)
    first, last = whole_ends("choose", k)
    if first != last:
        raise Problem("FC209", "`choose` needs an exact number to choose")
    taken = min(last, max(0, most - last))
    if most and taken * log2(most) > MAX_BITS:
        raise Problem("FC208", "the number of ways grows too large")
    return Interval(comb(least, first), comb(most, first))
