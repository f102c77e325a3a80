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
    over, under = value.numerator, value.denominator
    if under == 1 and abs(over) < 10**EXACT_DIGITS:
        return f"{over:,}"
    magnitude = _magnitude(abs(over), under)
    unit = magnitude - digits + 1
    n = _round(*_scaled(over, under, -unit), rounding)
    return _write(n, unit, magnitude)


def _scaled(over: int, under: int, power: int) -> tuple[int, int]:
    """Return a fraction times a power of ten."""
    return (over * 10**power, under) if power >= 0 else (over, under * 10**-power)


def _round(over: int, under: int, rounding: int) -> int:
    if rounding < 0:
        return over // under
    return -(-over // under) if rounding > 0 else round(Fraction(over, under))


def _magnitude(over: int, under: int) -> int:
    """Return the power of ten of the first digit."""
    guess = (over.bit_length() - under.bit_length()) * 3 // 10
    while _is_below(over, under, guess):
        guess -= 1
    while not _is_below(over, under, guess + 1):
        guess += 1
    return guess


def _is_below(over: int, under: int, power: int) -> bool:
    """Whether a fraction is below a power of ten."""
    n, d = _scaled(over, under, -power)
    return n < d


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
