"""Numbers for people: grouped digits, six of them, ranges rounded outward."""

from fractions import Fraction

from factcheck.quantity.interval import Interval, Number

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


def ends_text(found: Interval) -> str:
    """Write an interval of plain numbers, its ends rounded outward: ``26.55 to 26.65``, ``more than 276,000``."""
    low = None if found.low is None else decimal(found.low, RANGE_DIGITS, -1)
    high = None if found.high is None else decimal(found.high, RANGE_DIGITS, 1)
    return between(found, low, high)


def between(found: Interval, low: str | None, high: str | None) -> str:
    """Write an interval whose ends are written already."""
    if low is None and high is None:
        return "any value"
    if high is None:
        return f"{'more than' if found.low_open else 'at least'} {low}"
    if low is None:
        return f"{'less than' if found.high_open else 'at most'} {high}"
    return low if low == high and found.is_point else f"{low} to {high}"
