"""Values in their units, for people and for programs; ranges are rounded outward."""

from factcheck.engine.term.term import DATE, Shown
from factcheck.engine.term.values import date_text
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.shown import EXACT_DIGITS, RANGE_DIGITS, between, decimal

__all__ = ["decimal", "machine", "range_text", "value_text", "with_unit"]


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
    return between(found, low, high)
