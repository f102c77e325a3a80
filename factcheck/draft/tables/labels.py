"""What the labels of lines and columns say of their figures; the words are tables, one of each language."""

import re
from typing import Literal

from factcheck.quantity.languages import draft_table, languages, of_tables

Standing = Literal["total", "result", "line"]
"""What a label says of its line: a total, what often follows from the lines above, or nothing."""

_LONGEST = 300
_SENTENCE = 1000
_SHORT = 3
_BESIDE = re.compile(r"\([^()]{0,80}\)|['’]s?\b")  # noqa: RUF001 - an apostrophe
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{3,}|[\u3400-\u9fff]{2,}")
_FIRST = re.compile(r"\W*([^\W\d_]{2,})")
_DIGIT = re.compile(r"\d")


def standing_of(label: str) -> Standing:
    """Return what a label says of its line."""
    shown = label[:_LONGEST].strip()
    if _pattern("total", where="start").match(shown) or _pattern("total", where="end").search(shown):
        return "total"
    if _pattern("result", where="start").match(shown) or _pattern("ending", where="end").search(shown):
        return "result"
    return "line"


def is_less(label: str) -> bool:
    """Whether a label says that its line is taken away."""
    return starts(label, "less")


def says(label: str, key: str) -> bool:
    """Whether a label has one of the words of a kind: of a change, a share, an average."""
    return _pattern(key, where="any").search(label[:_LONGEST]) is not None


def starts(label: str, key: str) -> bool:
    """Whether a label starts with one of the words of a kind."""
    return _pattern(key, where="start").match(label[:_LONGEST]) is not None


def is_inexact(text: str) -> bool:
    """Whether a text has a word of money, of a scale, or of rounding: its numbers may have been rounded."""
    return _pattern("inexact", where="any").search(text) is not None


def words_of(text: str, *, names: bool = True) -> list[str]:
    """Return the words of a label or sentence that name what it speaks of, in small letters and the singular.

    ``names``: also those that begin with a capital within it.
    """
    shown = _BESIDE.sub(" ", text[:_SENTENCE])
    found = [m[0] for m in _WORD.finditer(shown) if names or m.start() == 0 or not m[0][:1].isupper()]
    aside = _aside()
    return [_singular(word) for word in map(str.casefold, found) if word not in aside]


@of_tables
def _aside() -> frozenset[str]:
    keys = ("aside", "change", "up", "down", "share")
    tables = [draft_table(language, "tables") for language in languages()]
    return frozenset(word for table in tables for key in keys for word in table.get(key, ()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss") else word


def carries_on(label: str, opening: str) -> bool:
    """Whether a label is that of a balance of which the other is the opening one: at 1 May, at 31 May."""
    if standing_of(label) != "result":
        return False
    first, other = (_FIRST.match(one) for one in (label, opening))
    dated = _DIGIT.search(label) is not None and _DIGIT.search(opening) is not None
    alike = first is not None and other is not None and first[1].casefold() == other[1].casefold()
    return (alike and dated) or says(opening, "opening")


@of_tables
def _pattern(key: str, *, where: Literal["start", "end", "any"]) -> re.Pattern[str]:
    words = [word for language in languages() for word in draft_table(language, "tables").get(key, ())]
    listed = "|".join(_word(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    found = {"start": rf"\W{{0,4}}(?:{listed})", "end": rf"(?:{listed})\W{{0,4}}\Z", "any": rf"(?:{listed})"}
    return re.compile(found[where], re.IGNORECASE)


def _word(word: str) -> str:
    """Return the pattern of a word: whole, where words are parted by blanks."""
    shown = re.escape(word)
    if not word.isascii():
        return shown
    first = r"\b" if word[0].isalnum() else ""
    return rf"{first}{shown}\b"
