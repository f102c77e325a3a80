"""Numbers as data files write them: every digit is kept, and nothing else is taken for a number."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import median

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NO_NUMBER, Take

MAX_DIGITS = 400
"""A longer number is no measurement, and would take long to compute with."""
RATIO_DIGITS = 30
"""Digits of a mean that does not end."""
FLOAT_DIGITS = 15
"""Digits that every binary float keeps; what follows them is the float's own rounding."""

_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_FAR = re.compile(r"[eE][+-]?0*[1-9][0-9]{4}")
"""An exponent that is never written out."""
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TAKES: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "sum": lambda values: sum(values, Fraction(0)),
    "mean": lambda values: sum(values, Fraction(0)) / len(values),
    "median": median,
    "min": min,
    "max": max,
}


def digits_of(cell: object) -> str:
    """Return a cell's number as a plain decimal: ``1,234.50`` and ``1.2345e3`` lose no digit, and none is made up.

    ``1.5e9`` is ``15e8``: the eight digits behind it are not known to be zeros (see ``plain``).

    Raises Problem FC524 for anything else: an empty cell, a word, a number with a unit, true and false.
    """
    text = "" if isinstance(cell, dict | list) else _text(cell).strip().replace("\N{MINUS SIGN}", "-")
    if isinstance(cell, dict | list):
        raise Problem(NO_NUMBER, f"{'an object' if isinstance(cell, dict) else 'a list'} is no number")
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise Problem(NO_NUMBER, f"{_shown(text)} is no number", help="give a number without unit; `unit:` names it")
    is_far = len(text) > MAX_DIGITS or _FAR.search(text) is not None
    written = "" if is_far else format(Decimal(text.replace(",", "")), "f")
    if is_far or len(written) > MAX_DIGITS:
        raise Problem(NO_NUMBER, f"{_shown(text)} is out of reach: more than {MAX_DIGITS} digits")
    return _rounded(Decimal(text.replace(",", ""))) or written


def _rounded(value: Decimal) -> str:
    """Return a number whose last digits are not written with its exponent; nothing for any other."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent <= 0 or not value:
        return ""
    return f"{'-' * sign}{''.join(map(str, digits))}e{exponent}"


def plain(digits: str) -> str:
    """Return a number with all of its digits, which is exact then."""
    return format(Decimal(digits), "f")


def is_number(cell: object) -> bool:
    """Whether a cell holds a number and nothing else."""
    try:
        digits_of(cell)
    except Problem:
        return False
    return True


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return format(cell, f".{FLOAT_DIGITS}g")
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


def _shown(text: str) -> str:
    if not text:
        return "an empty cell"
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"  # noqa: PLR2004 - fits a line


def meet(first: str, other: str, *, exact: tuple[bool, bool]) -> bool:
    """Whether two numbers may be the same: those that are as written, within half of their last digits."""
    reach = sum((_reach(digits) for digits, one in zip((first, other), exact, strict=True) if not one), Fraction(0))
    return abs(Fraction(first) - Fraction(other)) <= reach


def _reach(digits: str) -> Fraction:
    """Return half of one in the last digit that is written."""
    return Fraction(Decimal(5).scaleb(int(Decimal(digits).as_tuple().exponent) - 1))


def taken(take: Take, numbers: Sequence[str]) -> str:
    """Return one number made of several, exact; a mean that does not end has 30 digits. ``count`` counts them."""
    if take == "count":
        return str(len(numbers))
    return _decimal(_TAKES[take]([Fraction(number) for number in numbers]))


def _decimal(value: Fraction) -> str:
    """Write a fraction as a plain decimal: exact where it ends, else with 30 significant digits."""
    below = value.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    places = value.denominator.bit_length() if below == 1 else RATIO_DIGITS
    scaled = round(value * 10**places)
    return format(Decimal(scaled).scaleb(-places).normalize() if scaled else Decimal(0), "f")
