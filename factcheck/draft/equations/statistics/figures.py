"""The numbers of a statistical result as written: their signs and relations, and what they stand for as literals."""

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.prose.jsonl import decimal
from factcheck.source import Span

MINUS = "-\u2212\u2013\ufe63\u2010\u2011"
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?|[0-9]{0,9}\.[0-9]{1,9}|[0-9]{1,9})(?![0-9]|[.,][0-9])"
RELATION = r"<=|>=|=<|=>|[=<>为\u2264\u2265\u2266\u2267\u2a7d\u2a7e]"
_RELATIONS = (
    {"=<": "<=", "=>": ">=", "为": "="}
    | dict.fromkeys("\u2264\u2266\u2a7d", "<=")
    | dict.fromkeys("\u2265\u2267\u2a7e", ">=")
)
_EXPONENT = re.compile(rf"\s?(?:e|[x\u00d7\u00b7*]\s?10\s?\^?\s?\{{?)\s?[{MINUS}]\s?([0-9]{{1,2}})\}}?", re.IGNORECASE)

_SMALLEST = 25


class Figure(NamedTuple):
    """A number with the relation before it: ``value`` in units of one, ``step`` that of its last written digit."""

    value: Fraction
    step: Fraction
    relation: str
    span: Span

    @property
    def rounded(self) -> str:
        """The literal of what rounds to it: ``2.20``, and ``2 ± 0.5`` where a whole number would be exact."""
        if self.step >= 1:
            return _around(self.value, self.step / 2)
        places = len(str(self.step.denominator)) - 1
        whole, _, rest = (decimal(self.value) or "0").partition(".")
        return f"{whole}.{rest.ljust(places, '0')}"

    @property
    def cut(self) -> str:
        """The literal of what rounds to it or was cut off to it, around its middle: 2.195 to 2.21."""
        size = abs(self.value)
        low, high = size - self.step / 2, size + self.step
        middle = (low + high) / 2
        return _around(middle if self.value >= 0 else -middle, (high - low) / 2)

    @property
    def exact(self) -> str:
        """The literal of the number itself, without a width."""
        return self.bound if self.value.denominator == 1 else _around(self.value, Fraction(0))

    @property
    def bound(self) -> str:
        """The literal of the number as a bound, which has no width."""
        return decimal(self.value) or "0"

    @property
    def is_whole(self) -> bool:
        """Whether it was written without decimals."""
        return self.step == 1


def figure(text: str, span: Span, relation: str = "=", sign: str = "") -> Figure:
    """Return the number that stands in a text; ``sign`` is what stands before it."""
    digits = text[slice(*span)].replace(",", "")
    step = Fraction(1, 10 ** len(digits.partition(".")[2]))
    value = Fraction(f"0{digits}" if digits.startswith(".") else digits)
    place = Span(text.rindex(sign, 0, span.start), span.end) if sign else span
    return Figure(-value if sign else value, step, _RELATIONS.get(relation, relation), place)


def with_exponent(text: str, found: Figure) -> Figure | None:
    """Return a number with the power of ten behind it, if there is one: 3.6 × 10^-4, 3.6e-4; None below 10^-25."""
    m = _EXPONENT.match(text, found.span.end)
    if m is None:
        return found
    if int(m[1]) > _SMALLEST:
        return None
    scale = Fraction(1, 10 ** int(m[1]))
    return Figure(found.value * scale, found.step * scale, found.relation, Span(found.span.start, m.end()))


def _around(middle: Fraction, half: Fraction) -> str:
    return f"{decimal(middle) or 0} ± {decimal(half) or 0}"
