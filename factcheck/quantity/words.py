"""The words of each language as data: number words, scales, hedges. Text is read from JSON tables, once."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.quantity.written import Hedge

LANGUAGES = ("en", "zh")
TABLES = Path(__file__).parent / "tables"

_SIGNS = "0123456789.,%+-*/^=<>:()[]$"
_FULL_WIDTH = {ord(sign) + 0xFEE0: sign for sign in _SIGNS}  # Unicode keeps them in the order of ASCII


class Hedged(NamedTuple):
    """A hedge word that was read, and the position behind it."""

    hedge: Hedge
    end: int


@cache
def table(language: str) -> dict[str, Any]:
    """Return the words of a language."""
    loaded: dict[str, Any] = json.loads((TABLES / language / "words.json").read_text(encoding="utf-8"))
    return loaded


@cache
def prose_table(language: str) -> dict[str, Any]:
    """Return what prose needs beyond numbers: change words, labels, months, function words."""
    loaded: dict[str, Any] = json.loads((TABLES / language / "prose.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _hedge_words(place: str) -> tuple[re.Pattern[str], dict[str, Hedge]]:
    rows = {r["word"]: r["means"] for lang in LANGUAGES for r in table(lang)["hedges"] if r["place"] == place}
    words = sorted(rows, key=lambda w: (-len(w), w))
    pattern = "|".join(
        re.escape(w).replace(r"\ ", r"\s") + (r"(?![A-Za-z])" if w[-1].isascii() and w[-1].isalpha() else "")
        for w in words
    )
    return re.compile(rf"({pattern})\s?", re.IGNORECASE), {w.casefold(): h for w, h in rows.items()}


def widen(text: str) -> str:
    """Return the text with full-width digits and signs as plain ones; no position changes."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def hedge_before(text: str, at: int) -> Hedged | None:
    """Read a hedge that stands before its number."""
    return _hedge(text, at, "before")


def hedge_after(text: str, at: int) -> Hedged | None:
    """Read a hedge that stands behind its number or unit."""
    return _hedge(text, at, "after")


@cache
def _hedges_by_length() -> tuple[dict[str, Hedge], tuple[int, ...], int]:
    rows = {
        r["word"].casefold(): r["means"] for lang in LANGUAGES for r in table(lang)["hedges"] if r["place"] == "before"
    }
    return rows, tuple(sorted({len(word) for word in rows}, reverse=True)), max(map(len, rows))


def hedge_ending(folded: str, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends at ``end`` (behind it one blank) and its start; ``folded`` is in lower case.

    Reads the table of ``hedge_before`` from the other side: in prose the number is found first.
    """
    rows, lengths, _ = _hedges_by_length()
    if end > floor and folded[end - 1] in " \u00a0":
        end -= 1
    for length in lengths:
        start = end - length
        if start >= floor and (hedge := rows.get(folded[start:end])) and _is_word(folded, start):
            return hedge, start
    return None


def _is_word(text: str, start: int) -> bool:
    """Tell whether a word that starts here is not the end of a longer one."""
    first, before = text[start], text[start - 1 : start]
    return not (first.isascii() and first.isalpha() and before.isascii() and before.isalpha())


def _hedge(text: str, at: int, place: str) -> Hedged | None:
    pattern, meanings = _hedge_words(place)
    start = at + 1 if place == "after" and text[at : at + 1] == " " else at
    m = pattern.match(text, start)
    if m is None:
        return None
    word = re.sub(r"\s", " ", m[1]).casefold()
    return Hedged(meanings[word], m.end())


@cache
def classifiers() -> frozenset[str]:
    """Return the words between a number and what it counts (25块芯片); the empty text is none."""
    return frozenset(word for language in LANGUAGES for word in table(language).get("classifiers", ()))


@cache
def majorities() -> frozenset[str]:
    """Return the words that mean more than half."""
    return frozenset(word for language in LANGUAGES for word in table(language)["majorities"])
