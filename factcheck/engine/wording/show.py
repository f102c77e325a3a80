"""Numbers for people: grouped digits, six of them, ranges rounded outward."""

from fractions import Fraction

from factcheck.engine.resolve.term import DATE, Shown
from factcheck.engine.resolve.values import date_text
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.units import Dimension

DIGITS = 6
RANGE_DIGITS = 7
EXACT_DIGITS = 15
PLAIN_LOW, PLAIN_HIGH = -5, 15


def decimal(value: Number, digits: int = DIGITS, rounding: int = 0) -> str:
    """Write a number with ``digits`` significant ones; ``rounding`` -1 is down, 1 up, 0 to the nearest even.

    A whole number of at most 15 digits is written in full.
    """
    exact = Fraction(value)
    if exact == 0:
        return "0"
    if exact.denominator == 1 and abs(exact) < 10**EXACT_DIGITS:
        return f"{exact.numerator:,}"
    magnitude = _magnitude(abs(exact))
    unit = magnitude - digits + 1
    scaled = exact / Fraction(10) ** unit
    n = _round(scaled, rounding)
    return _write(n, unit, magnitude)


def _round(value: Fraction, rounding: int) -> int:
    if rounding < 0:
        return value.numerator // value.denominator
    if rounding > 0:
        return -(-value.numerator // value.denominator)
    return round(value)


def _magnitude(value: Fraction) -> int:
    """Return the power of ten of the first digit."""
    guess = (value.numerator.bit_length() - value.denominator.bit_length()) * 3 // 10
    while Fraction(10) ** guess > value:
        guess -= 1
    while Fraction(10) ** (guess + 1) <= value:
        guess += 1
    return guess


def _write(n: int, unit: int, magnitude: int) -> str:
    if not PLAIN_LOW <= magnitude < PLAIN_HIGH:
        digits = str(abs(n)).rstrip("0") or "0"
        mantissa = digits[0] + (f".{digits[1:]}" if digits[1:] else "")
        exponent = len(str(abs(n))) - 1 + unit
        return f"{'-' if n < 0 else ''}{mantissa}e{exponent}"
    if unit >= 0:
        return f"{n * 10**unit:,}"
    sign = "-" if n < 0 else ""
    whole, part = divmod(abs(n), 10**-unit)
    decimals = f"{part:0{-unit}d}".rstrip("0")
    return f"{sign}{whole:,}" + (f".{decimals}" if decimals else "")


def machine(value: Number, rounding: int) -> str:
    """Write a number for programs: exact where 15 digits are enough, else rounded outward to 15."""
    return decimal(value, EXACT_DIGITS, rounding).replace(",", "")


def value_text(value: Number, shown: Shown, dimension: Dimension) -> str:
    """Write a value in base units in its unit."""
    if dimension == DATE:
        return date_text(value)
    return with_unit(decimal(shown.of(value)), shown.symbol)


def with_unit(digits: str, symbol: str) -> str:
    """Join digits and unit."""
    if symbol in {"%", "‰"} or not symbol:
        return f"{digits} {symbol}".strip()
    return f"{digits} {symbol}"


def range_text(found: Interval, shown: Shown, dimension: Dimension) -> str:
    """Write an interval, its ends rounded outward: ``275,862 to 276,625.2``, ``more than 276,000``."""
    if dimension == DATE:
        low, high = (None if end is None else date_text(end) for end in (found.low, found.high))
    else:
        low = None if found.low is None else decimal(shown.of(found.low), RANGE_DIGITS, -1)
        high = None if found.high is None else decimal(shown.of(found.high), RANGE_DIGITS, 1)
    if low is None and high is None:
        return "any value"
    if high is None:
        return f"{'more than' if found.low_open else 'at least'} {low}"
    if low is None:
        return f"{'less than' if found.high_open else 'at most'} {high}"
    return low if low == high and found.is_point else f"{low} to {high}"
