"""The words of each language as data: number words, scales, hedges. Text is read from JSON tables, once."""

import re
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.languages import TABLES, in_force, per_language, prose_table, table
from factcheck.quantity.written import Hedge

__all__ = ["TABLES", "prose_table", "table"]

_SIGNS = "0123456789.,%+-*/^=<>:()[]$"
_BLANKS = " \u00a0\u2009\u202f\n"
_BLANK, _LETTER = late_pattern(r"\s"), late_pattern(r"[A-Za-z]", re.IGNORECASE)
_HEAD = 4
_THAN = late_pattern(r"\s?(?:than\b|or equal\b)", re.IGNORECASE)
_WIDE = late_pattern("[\uff01-\uff5e\u2236]")
_FULL_WIDTH = {ord(sign) + 0xFEE0: sign for sign in _SIGNS} | {0x2236: ":"}  # in the order of ASCII; a ratio's sign


class Hedged(NamedTuple):
    """A hedge word that was read, and the position behind it."""

    hedge: Hedge
    end: int


def _rows(place: str) -> dict[str, Hedge]:
    """Return what the hedges at a place mean, in lower case: those of the tables, and those made of comparatives."""
    listed = {
        row["word"].casefold(): row["means"]
        for language in in_force()
        for row in table(language)["hedges"]
        if row["place"] == place and "in" not in row
    }
    return {**_comparisons(place), **listed}


def _comparisons(place: str) -> dict[str, Hedge]:
    """Return hedges made of a comparative: more than, no fewer than, greater than or equal to, or higher."""
    return {
        row["words"].format(word): row[way]
        for language in in_force()
        for row in table(language).get("comparisons", ())
        if row["place"] == place
        for way, words in table(language)["comparatives"].items()
        for word in words
    }


def _prose_rows(place: str) -> dict[str, Hedge]:
    """Return the hedges that prose has beyond ``_rows``: those that may be names in a statement, and signs."""
    listed = {
        row["word"].casefold(): row["means"]
        for language in in_force()
        for row in table(language)["hedges"]
        if row["place"] == place and "in" in row
    }
    return {**_rows(place), **listed}


@per_language
def bounds() -> dict[str, Hedge]:
    """Return the signs of a bound: ≥, <, >=."""
    return {sign: means for language in in_force() for sign, means in table(language).get("bounds", {}).items()}


class _Hedges(NamedTuple):
    """The hedges at a place, and by their first letters how long they may be, the longest first."""

    means: dict[str, Hedge]
    lengths: dict[str, tuple[int, ...]]


def _by_beginning(rows: dict[str, Hedge]) -> _Hedges:
    found: dict[str, set[int]] = {}
    for word in rows:
        found.setdefault(word[:_HEAD], set()).add(len(word))
        found.setdefault(word[0], set())
    return _Hedges(rows, {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()})


@per_language
def _before() -> _Hedges:
    return _by_beginning(_rows("before"))


@per_language
def _behind() -> _Hedges:
    return _by_beginning(_rows("after"))


@per_language
def _behind_in_prose() -> _Hedges:
    return _by_beginning(_prose_rows("after"))


def widen(text: str) -> str:
    """Return the text with full-width digits and signs as plain ones; no position changes."""
    return text.translate(_FULL_WIDTH) if not text.isascii() and _WIDE.search(text) else text


def hedge_before(text: str, at: int) -> Hedged | None:
    """Read a hedge that stands before its number."""
    return _hedge(text, at, _before())


def hedge_after(text: str, at: int, *, prose: bool = False) -> Hedged | None:
    """Read a hedge that stands behind its number or unit."""
    start = at + 1 if text.startswith(" ", at) else at
    return _hedge(text, start, _behind_in_prose() if prose else _behind(), behind=True)


@per_language
def _hedges_by_ending() -> tuple[dict[str, Hedge], dict[str, tuple[int, ...]]]:
    """Return the hedges before a number, and by their last two characters how long they are, the longest first."""
    rows = {**_prose_rows("before"), **bounds()}
    lengths: dict[str, set[int]] = {}
    for word in rows:
        lengths.setdefault(word[-2:], set()).add(len(word))
        lengths.setdefault(word[-1], set()).update({len(word)} if len(word) == 1 else ())
    return rows, {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}


def hedge_ending(folded: str, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends at ``end`` (behind it one blank) and its start; ``folded`` is in lower case.

    Reads the table of ``hedge_before`` from the other side: in prose the number is found first.
    """
    rows, lengths = _hedges_by_ending()
    if end > floor and folded[end - 1] in _BLANKS:
        end -= 1
    for length in (*lengths.get(folded[end - 2 : end], ()), *lengths.get(folded[end - 1 : end], ())):
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


def _hedge(text: str, start: int, hedges: _Hedges, *, behind: bool = False) -> Hedged | None:
    """Read the longest hedge; looked up word by word, for a pattern of all would cost a tenth of a second to make."""
    rows, lengths = hedges
    if text[start : start + 1].lower() not in lengths:
        return None
    head = _BLANK.sub(" ", text[start : start + _HEAD].lower())
    for size in range(len(head), 0, -1):
        for length in lengths.get(head[:size], ()):
            word = _BLANK.sub(" ", text[start : start + length]).lower()
            end = start + len(word)
            if (hedge := rows.get(word)) and _may_end(word, text, end, behind=behind):
                return Hedged(hedge, end + text[end : end + 1].isspace())
    return None


def _may_end(word: str, text: str, end: int, *, behind: bool) -> bool:
    """Tell whether a hedge may end here: not within a longer word, and not where a comparison goes on."""
    inside = word[-1].isascii() and word[-1].isalpha() and _LETTER.match(text, end)
    return not inside and not (behind and _THAN.match(text, end))


@per_language
def classifiers() -> frozenset[str]:
    """Return the words between a number and what it counts (25块芯片); the empty text is none."""
    return frozenset(word for language in in_force() for word in table(language).get("classifiers", ()))


@per_language
def majorities() -> frozenset[str]:
    """Return the words that mean more than half."""
    return frozenset(word for language in in_force() for word in table(language)["majorities"])
