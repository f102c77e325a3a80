"""Tolerances as science writes them: 3.2 ± 0.1, 100 ± 5 %, and 100(5), whose last digits may be off by 5."""

from dataclasses import replace
from fractions import Fraction

from factcheck.late import late_pattern
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.reading import Read
from factcheck.quantity.written import Written

_CONCISE = late_pattern(r"\(([0-9]{1,3})\)")
_PER_CENT = 100


def widened(number: Written, width: Number) -> Written:
    """Return a number that may be off by ``width`` on both sides; one without a value stays."""
    n, w = number.nominal, abs(Fraction(width))
    return number if n is None else replace(number, kind="span", span=Interval(n - w, n + w), coarse=None)


def widened_by_share(number: Written, percent: Number) -> Written:
    """Return a number that may be off by so many per cent of itself."""
    return widened(number, Fraction(number.nominal or 0) * Fraction(percent) / _PER_CENT)


def with_concise_error(text: str, at: int, found: Read) -> Read | None:
    """Read ``(5)`` right behind the digits of a number: an error in units of its last digit (GUM, section 7.2.2)."""
    m = _CONCISE.match(text, found.end)
    if m is None or found.number.nominal is None or not text[found.end - 1].isdigit() or found.number.scale != 1:
        return None
    number = widened(found.number, int(m[1]) * found.number.step)
    return Read(replace(number, text=text[at : m.end()]), m.end())
