"""Numbers in digits, with separators, exponents and what stands behind them: 1,234.5 · 1e-8 · 36k · 27.6万."""

import re

from factcheck.diagnostics import Problem
from factcheck.late import late_pattern
from factcheck.quantity.reading import MAX_EXPONENT, Read, from_digits, power_of_ten
from factcheck.quantity.scales import with_scales
from factcheck.quantity.written import Kind
from factcheck.source import Span

MAX_DIGITS = 100

_DIGITS = late_pattern(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:_[0-9]+)*|(?=\.[0-9]))(?:\.(?P<decimals>[0-9]+))?"
    r"(?:[eE](?P<exponent>[+-]?[0-9]+)(?![0-9A-Za-z]))?"
)


def read_digits(text: str, at: int) -> Read | None:
    """Read a number in digits; raises Problem FC201 for one beyond the limits."""
    m = _DIGITS.match(text, at)
    if m is None:
        return None
    whole, decimals, exponent = m.groups()
    if decimals is None and exponent is None and whole.isdigit() and len(whole) <= MAX_DIGITS:
        return with_scales(text, at, m.end(), from_digits(whole, int(whole)))
    whole, decimals, exponent = re.sub("[,_]", "", whole), decimals or "", exponent or "0"
    if len(whole) + len(decimals) > MAX_DIGITS or len(exponent) > MAX_DIGITS or abs(int(exponent)) > MAX_EXPONENT:
        message = f"the number is too large: at most {MAX_DIGITS} digits, exponents to {MAX_EXPONENT}"
        raise Problem("FC201", message, Span(at, m.end()))
    kind: Kind = "decimal" if decimals or m["exponent"] else "integer"
    step = power_of_ten(int(exponent) - len(decimals))
    return with_scales(text, at, m.end(), from_digits(m[0], int(whole + decimals), step, kind))
