"""A position in a statement, and what can be read there: blanks, signs, words, dates."""

from collections.abc import Collection
from datetime import date

from factcheck.diagnostics import Problem
from factcheck.language.tree import DateLiteral
from factcheck.late import late_pattern
from factcheck.quantity.unit_phrase import unit_words
from factcheck.quantity.units import UnitTable
from factcheck.quantity.words import widen
from factcheck.source import Span

MAX_LENGTH = 12_000

_BLANK = late_pattern(r"\s*")
_WORD = late_pattern(r"[^\W\d][\w]*(?:-\w+)*")
_WORD_OR_SIGN = late_pattern(r"\w+|.")
_IN = late_pattern(r"in(?![\w°%‰-])")
_ISO = late_pattern(r"(1[0-9]{3}|2[0-9]{3})-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?(?![\w.%-])")
_CHINESE = late_pattern(r"([12][0-9]{3})年(?:(1[0-2]|0?[1-9])月(?:([0-3]?[0-9])日)?)?")
_DECEMBER = 12
_RELATION_SIGNS = frozenset("=~<>≈≤≥")
"""A statement without any of these has the relation ``in``; elsewhere ``in`` is the inch."""


class Cursor:
    """Reads a text from left to right. ``names`` may hold hyphens: the longest known name wins."""

    def __init__(self, text: str, units: UnitTable, names: Collection[str]) -> None:
        if len(text) > MAX_LENGTH:
            raise Problem(
                "FC207", f"the statement is too long: {len(text):,} characters, at most {MAX_LENGTH:,}", Span(0, 1)
            )
        self.text = widen(text)
        self.shown = text
        self.units = units
        self.names = names
        self.at = 0
        self.plain_relation = False

    def expect_relation(self) -> None:
        """Say that a whole statement is read: without a sign of a relation, its ``in`` is one."""
        self.plain_relation = _RELATION_SIGNS.isdisjoint(self.text)

    def skip(self) -> None:
        """Step over blanks."""
        if self.text[self.at : self.at + 1].isspace():
            blank = _BLANK.match(self.text, self.at)
            self.at = blank.end() if blank else self.at

    def peek(self, *signs: str) -> str | None:
        """Return the first of ``signs`` that stands here (behind blanks), without reading it."""
        self.skip()
        if not self.text.startswith(signs, self.at):
            return None
        return next(sign for sign in signs if self.text.startswith(sign, self.at))

    def take(self, *signs: str) -> str | None:
        """Read the first of ``signs`` that stands here."""
        sign = self.peek(*signs)
        if sign is not None:
            self.at += len(sign)
        return sign

    @property
    def done(self) -> bool:
        """Whether only blanks are left."""
        self.skip()
        return self.at >= len(self.text)

    def rest(self) -> Span:
        """Return the span of the word or sign that stands here."""
        self.skip()
        run = _WORD_OR_SIGN.match(self.text, self.at)
        return Span(self.at, run.end() if run else min(self.at + 1, len(self.text)))

    def word(self) -> tuple[str, Span] | None:
        """Read a name; hyphens belong to it where the whole is a known one."""
        m = _WORD.match(self.text, self.at)
        if m is None:
            return None
        word = m[0]
        while "-" in word and word not in self.names and not self.units.lookup(word):
            word = word.rpartition("-")[0]
        span = Span(self.at, self.at + len(word))
        self.at = span.end
        return word, span

    def unit_words(self, at: int) -> tuple[str, int] | None:
        """Return the longest run of words at a position that names a unit, and the position behind it."""
        if self.plain_relation and _IN.match(self.text, at):
            return None
        return unit_words(self.text, at, self.units)

    def date(self) -> DateLiteral | None:
        """Read ``2024-08-04``, ``2024-08``, ``2024年8月``."""
        m = _ISO.match(self.text, self.at) or _CHINESE.match(self.text, self.at)
        if m is None:
            return None
        span = Span(self.at, m.end())
        days = _days(int(m[1]), *(int(part) if part else None for part in (m[2], m[3])))
        if days is None:
            raise Problem("FC210", f"`{m[0]}` is not a date of the calendar", span)
        self.at = m.end()
        return DateLiteral(span, m[0], *days)


def _days(year: int, month: int | None, day: int | None) -> tuple[int, int] | None:
    try:
        first = date(year, month or 1, day or 1).toordinal()
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or _DECEMBER
    after = date(year + 1, 1, 1) if last_month == _DECEMBER else date(year, last_month + 1, 1)
    return first, after.toordinal() - 1


def year(value: int) -> tuple[int, int]:
    """Return the ordinals of the first and last day of a year."""
    return date(value, 1, 1).toordinal(), date(value, 12, 31).toordinal()
