"""The words of each language as data: number words, scales, hedges. Text is read from JSON tables, once."""

import re
from functools import cache
from typing import NamedTuple

from factcheck.quantity.languages import TABLES, prose_table, table
from factcheck.quantity.written import Hedge

__all__ = ["LANGUAGES", "TABLES", "prose_table", "table"]

LANGUAGES = ("en", "zh")

_SIGNS = "0123456789.,%+-*/^=<>:()[]$"
_BLANKS = " \u00a0\u2009\u202f\n"
_FULL_WIDTH = {ord(sign) + 0xFEE0: sign for sign in _SIGNS}  # Unicode keeps them in the order of ASCII


class Hedged(NamedTuple):
    """A hedge word that was read, and the position behind it."""

    hedge: Hedge
    end: int


@cache
def _rows(place: str) -> dict[str, Hedge]:
    """Return what the hedges at a place mean, in lower case: those of the tables, and those made of comparatives."""
    listed = {
        row["word"].casefold(): row["means"]
        for language in LANGUAGES
        for row in table(language)["hedges"]
        if row["place"] == place and "in" not in row
    }
    return {**_comparisons(place), **listed}


def _comparisons(place: str) -> dict[str, Hedge]:
    """Return hedges made of a comparative: more than, no fewer than, greater than or equal to, or higher."""
    return {
        row["words"].format(word): row[way]
        for language in LANGUAGES
        for row in table(language).get("comparisons", ())
        if row["place"] == place
        for way, words in table(language)["comparatives"].items()
        for word in words
    }


@cache
def _prose_rows(place: str) -> dict[str, Hedge]:
    """Return the hedges that prose has beyond ``_rows``: those that may be names in a statement, and signs."""
    listed = {
        row["word"].casefold(): row["means"]
        for language in LANGUAGES
        for row in table(language)["hedges"]
        if row["place"] == place and "in" in row
    }
    return {**_rows(place), **listed}


@cache
def bounds() -> dict[str, Hedge]:
    """Return the signs of a bound: ≥, <, >=."""
    return {sign: means for language in LANGUAGES for sign, means in table(language).get("bounds", {}).items()}


@cache
def _hedge_words(place: str, *, prose: bool) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of the hedges at a place, and the characters that they begin with."""
    rows = _prose_rows(place) if prose else _rows(place)
    words = sorted(rows, key=lambda w: (-len(w), w))
    behind = r"(?!\s?than\b)" if place == "after" else ""
    pattern = "|".join(
        re.escape(w).replace(r"\ ", r"\s") + (r"(?![A-Za-z])" if w[-1].isascii() and w[-1].isalpha() else "")
        for w in words
    )
    first = {form for w in words for form in (w[0], w[0].upper())}
    return re.compile(rf"({pattern}){behind}\s?", re.IGNORECASE), frozenset(first)


def widen(text: str) -> str:
    """Return the text with full-width digits and signs as plain ones; no position changes."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def hedge_before(text: str, at: int) -> Hedged | None:
    """Read a hedge that stands before its number."""
    return _hedge(text, at, "before")


def hedge_after(text: str, at: int, *, prose: bool = False) -> Hedged | None:
    """Read a hedge that stands behind its number or unit."""
    return _hedge(text, at, "after", prose=prose)


@cache
def _hedges_by_length() -> tuple[dict[str, Hedge], tuple[int, ...]]:
    rows = {**_prose_rows("before"), **bounds()}
    return rows, tuple(sorted({len(word) for word in rows}, reverse=True))


def hedge_ending(folded: str, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends at ``end`` (behind it one blank) and its start; ``folded`` is in lower case.

    Reads the table of ``hedge_before`` from the other side: in prose the number is found first.
    """
    rows, lengths = _hedges_by_length()
    if end > floor and folded[end - 1] in _BLANKS:
        end -= 1
    for length in lengths:
        start = end - length
        if start >= floor and (hedge := rows.get(folded[start:end])) and _stands_alone(folded, start, end):
            return hedge, start
    return None


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Tell whether a hedge is whole here: no end of a longer word, no arrow, no quotation mark of Markdown."""
    if folded[start] in "<>=":
        return folded[start - 1 : start] not in {*"-<>=/"} or not start
    return _is_word(folded, start) and (end - start > 1 or folded[start] != "~" or folded[start - 1 : start] != "~")


def _is_word(text: str, start: int) -> bool:
    """Tell whether a word that starts here is not the end of a longer one."""
    first, before = text[start], text[start - 1 : start]
    return not (first.isascii() and first.isalpha() and before.isascii() and before.isalpha())


def _hedge(text: str, at: int, place: str, *, prose: bool = False) -> Hedged | None:
    pattern, first = _hedge_words(place, prose=prose)
    start = at + 1 if place == "after" and text[at : at + 1] == " " else at
    m = pattern.match(text, start) if text[start : start + 1] in first else None
    if m is None:
        return None
    word = re.sub(r"\s", " ", m[1]).casefold()
    return Hedged(_prose_rows(place)[word], m.end())


@cache
def classifiers() -> frozenset[str]:
    """Return the words between a number and what it counts (25块芯片); the empty text is none."""
    return frozenset(word for language in LANGUAGES for word in table(language).get("classifiers", ()))


@cache
def majorities() -> frozenset[str]:
    """Return the words that mean more than half."""
    return frozenset(word for language in LANGUAGES for word in table(language)["majorities"])
