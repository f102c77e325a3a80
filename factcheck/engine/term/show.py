"""Values in their units, for people and for programs; ranges are rounded outward."""

from fractions import Fraction

from factcheck.engine.term.term import DATE, Shown
from factcheck.engine.term.values import date_text
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.shown import EXACT_DIGITS, RANGE_DIGITS, between, decimal

LONG = 10**7
"""From here on digits are counted rather than read."""

__all__ = ["decimal", "machine", "range_text", "value_text", "with_unit"]


def machine(value: Number, rounding: int) -> str:
    """Write a number for programs: exact where 15 digits are enough, else rounded outward to 15."""
    return decimal(value, EXACT_DIGITS, rounding).replace(",", "")


def value_text(value: Number, shown: Shown, dimension: Dimension) -> str:
    """Write a value in base units in its unit."""
    if dimension == DATE:
        return date_text(value)
    scale, word = _scale_word(shown, value)
    return with_unit(decimal(_over(shown.of(value), scale)) + word, shown.symbol)


def _scale_word(shown: Shown, *values: Number | None) -> tuple[Number, str]:
    """Return the author's scale word and what it stands for, where a value is long; else one and nothing."""
    long = shown.word and any(value is not None and abs(Fraction(shown.of(value))) >= LONG for value in values)
    return (shown.scale, shown.word) if long else (1, "")


def _over(amount: Number, scale: Number) -> Number:
    return amount if scale == 1 else Fraction(amount) / scale


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
        scale, word = _scale_word(shown, found.low, found.high)
        low, high = (
            None if end is None else decimal(_over(shown.of(end), scale), RANGE_DIGITS, rounding) + word
            for end, rounding in ((found.low, -1), (found.high, 1))
        )
    return between(found, low, high)
