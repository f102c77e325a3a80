"""What a reader of numbers returns, and how it makes numbers of digits and of words."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.written import Kind, Written

MAX_EXPONENT = 400
"""Neither an exponent nor the power of ten of scale words goes further: what lies beyond is no number of a text."""
ROUND_ZEROS = 2
"""An integer with this many zeros at its end may be meant as a round number."""


class Read(NamedTuple):
    """A number that was read, and the position behind it.

    ``percent`` when the words themselves say per cent (百分之三); ``share`` when prose shows the number as a
    percentage: 三成 is 0.3 here and 30 % there.
    """

    number: Written
    end: int
    percent: bool = False
    share: bool = False


def from_digits(text: str, mantissa: int, step: Number = 1, kind: Kind = "integer") -> Written:
    """Return the number whose digits are ``mantissa``, the last of them worth ``step``."""
    value = mantissa * step if type(step) is int else Fraction(mantissa * step.numerator, step.denominator)
    if mantissa % 10:
        return Written(text, plain(value), step, step, kind)
    shown = str(mantissa)
    zeros = len(shown) - len(shown.rstrip("0")) if mantissa else 0
    coarse = second_digit(mantissa) if kind == "integer" and zeros >= ROUND_ZEROS else None
    return Written(text, plain(value), step, plain(step * 10**zeros), kind, coarse=coarse)


def in_words(text: str, value: Fraction, lead: Number = 0) -> Written:
    """Return a fraction or multiple in words, which is rougher than digits."""
    return Written(text, plain(value), 0, lead, "rough")


def between(text: str, low: int, high: int, scale: int) -> Written:
    """Return a number that is known by its ends only: 数百万 is 2 to 9 million."""
    return Written(text, None, scale, scale, "span", span=Interval(low * scale, high * scale))


def second_digit(value: int) -> int:
    """Return what one unit of the second digit of a whole number is worth."""
    return int(10 ** max(0, len(str(abs(value))) - 2))


@cache
def power_of_ten(exponent: int) -> Number:
    """Return a power of ten, exactly."""
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)


def plain(value: Number) -> Number:
    """Return a fraction that is whole as an integer; integers are faster."""
    if type(value) is int:
        return value
    return value.numerator if value.denominator == 1 else value
