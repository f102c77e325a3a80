"""The number of a cell: its value, how far it is rounded, and where it stands."""

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.prose.jsonl import decimal
from factcheck.quantity.languages import latin
from factcheck.source import Span

_LONGEST = 64
"""A cell of more characters holds no number alone."""
_CURRENCY = r"[$€£¥￥₹₩]|[A-Z]{1,3}\$|USD|EUR|GBP|CNY|RMB|JPY|CHF"
_MINUS = "[-\u2212\u2013\ufe63\uff0d]"
_NOTE = r"(?:\s*(?:\([a-zA-Z0-9]{1,2}\)|\[[a-zA-Z0-9]{1,3}\]|[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\^[a-zA-Z0-9*]{1,2}))?"
_NUMBER = re.compile(
    rf"(?P<open>\(?)\s*(?P<minus>{_MINUS}|\+)?\s*(?:{_CURRENCY})?\s*(?P<inside>\()?\s*(?P<low>{_MINUS})?\s*"
    rf"(?P<digits>\d[\d.,\u00a0\u202f\u2009' ]*\d|\d|\.\d+)\s*(?P<first>[%％]|[x×倍](?!\w))?\s*(?P<close>\)?)"  # noqa: RUF001
    rf"\s*(?P<percent>[%％])?{_NOTE}\s*\Z"  # noqa: RUF001 - a wide sign
)
_OPENING = re.compile(rf"(?:{_CURRENCY}|\(|{_MINUS}|\s)+\Z")
_CLOSING = re.compile(r"[)%％\s]+\Z")  # noqa: RUF001 - a wide sign
_NOTHING = re.compile(rf"(?:{_CURRENCY}|[(\s])*(?:{_MINUS}|—|―){{1,3}}[\s)%]*\Z|nil\Z", re.IGNORECASE)
TIMES = "x"
_TIMES = frozenset({"x", "×", "倍"})
_NEGATIVE = re.compile(rf"\(|{_MINUS}")
PERCENT = " %"
"""The unit of a share, as a statement has it."""
_PERCENT = re.compile(r"[%％]")  # noqa: RUF001 - a wide sign
_MARK = re.compile(r"\(\d\)\Z")
_GROUPED = re.compile(r"\d{1,3}(?P<sign>[,.\u00a0\u202f\u2009' ])\d{3}(?:(?P=sign)\d{3})*(?![\d])")
_DIGITS = re.compile(r"\d+(?:\.\d+)?|\.\d+")


class Figure(NamedTuple):
    """A number of a table: ``value`` as stated, ``step`` that of its last digit, ``span`` its digits in the text."""

    span: Span
    value: Fraction
    step: Fraction
    unit: str = ""
    measure: str = ""
    """What it counts in, where the cell says so: a unit, ``x`` for so many times."""
    dash: bool = False
    is_note: bool = False
    """Whether it may be the mark of a footnote: ``(1)``."""

    @property
    def literal(self) -> str:
        """The number as an input or a stated value of a statement, as rounded as it is written."""
        return f"{decimal(self.value) or '0'} ± {decimal(self.step / 2)}{self.unit}"

    def opened(self, signs: str) -> "Figure":
        """Return the number with the signs before it: a bracket or a minus makes it negative."""
        return self._replace(value=-abs(self.value)) if _NEGATIVE.search(signs) else self

    def closed(self, signs: str) -> "Figure":
        """Return the number with the signs behind it."""
        return self._replace(unit=PERCENT) if _PERCENT.search(signs) else self


def is_opening(text: str) -> bool:
    """Whether a cell holds the signs before a number only: ``$``, ``(``."""
    return len(text) <= _LONGEST and _OPENING.match(text) is not None


def is_closing(text: str) -> bool:
    """Whether a cell holds the signs behind a number only: ``)``, ``%``."""
    return len(text) <= _LONGEST and _CLOSING.match(text) is not None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash."""
    return len(text) <= _LONGEST and _NOTHING.match(text) is not None


def figure(text: str, start: int) -> Figure | None:
    """Read the number of a cell whose text starts at ``start``; None where it is no number, or more than one."""
    m = _NUMBER.match(text) if len(text) <= _LONGEST else None
    if m is None:
        return None
    digits = _plain(m["digits"])
    if digits is None:
        return None
    value = Fraction(digits)
    decimals = len(digits.partition(".")[2])
    negative = bool(m["minus"] and m["minus"] != "+") or bool(m["low"]) or bool(m["open"] or m["inside"])
    unit = PERCENT if _PERCENT.search((m["first"] or "") + (m["percent"] or "")) else ""
    span = Span(start + m.start("digits"), start + m.end("digits"))
    times = TIMES if m["first"] in _TIMES else ""
    note = _MARK.match(text) is not None
    return Figure(span, -value if negative else value, Fraction(1, 10**decimals), unit, times, is_note=note)


def _plain(digits: str) -> str | None:
    """Return digits with a decimal point and nothing else; None where they are no number.

    A sign of thousands that stands at a wrong place is left out, as where a point was moved.
    """
    comma = latin()["decimal_comma"]
    m = _GROUPED.match(digits)
    if m is not None and not (m["sign"] == "." and not comma) and not (m["sign"] == "," and comma):
        digits = m[0].replace(m["sign"], "") + digits[m.end() :]
    digits = digits.replace(",", ".") if comma else digits.replace(",", "")
    return digits if _DIGITS.fullmatch(digits) else None
