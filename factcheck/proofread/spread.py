"""A derived value with its range, written as the draft writes the stated one: 385.3 miles (384.9 to 385.6)."""

import re
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from factcheck.model.report import Outcome
from factcheck.proofread.amount import derived_amount, grouped, in_terms_of, rewritten, trimmed, with_signs
from factcheck.prose.mention import Mention

_MOST = 6
_HAS_DIGITS = re.compile(r"\d")
_DECIMALS = re.compile(r"\d\.(\d+)")
_NARROW = 10
"""A range so many times narrower than the last digit of the stated number is none."""
_LOOSE = Fraction(3, 2)
"""Rounding may widen a range so much."""


class Spread(NamedTuple):
    """A derived value with its unit, and the ends of its range without."""

    value: str
    low: str
    high: str


def spread(mention: Mention | None, outcome: Outcome) -> Spread | None:
    """Return a derived value with its range, rounded outward; None where that has hardly a width, or no end."""
    derived = outcome.derived
    if mention is None or derived is None or derived.low == derived.high or not _HAS_DIGITS.search(mention.text):
        return None
    found = [in_terms_of(mention, outcome, end) for end in (derived.low, derived.nominal, derived.high)]
    known = [end for end in found if end is not None]
    if len(known) < len(found) or min(known) * max(known) < 0:
        return None
    low, value, high = sorted(map(abs, known))
    if high - low < Fraction(mention.number.step) / _NARROW:
        return None
    scale = Fraction(mention.number.scale)
    shown = _DECIMALS.search(with_signs(derived_amount(mention, outcome)))
    places = max(_fitting(low / scale, high / scale), len(shown[1]) if shown else 0)
    write = partial(_written, places)
    ends = (_down(low / scale, places), _up(high / scale, places))
    return Spread(rewritten(mention, value, write), *(write(end, mention.text) for end in ends))


def _fitting(low: Fraction, high: Fraction) -> int:
    """Return the fewest decimals that show a range without widening it much."""
    close = (n for n in range(_MOST) if _up(high, n) - _down(low, n) <= _LOOSE * (high - low))
    return next(close, _MOST)


def _down(value: Fraction, places: int) -> Fraction:
    return Fraction(value * 10**places // 1, 10**places)


def _up(value: Fraction, places: int) -> Fraction:
    return -_down(-value, places)


def _written(places: int, value: Fraction, digits: str) -> str:
    text = trimmed(round(value, places), places)
    return with_signs(grouped(text) if "," in with_signs(digits) else text)
