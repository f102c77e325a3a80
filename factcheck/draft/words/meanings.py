"""The meanings that words have for the numbers beside them: one table a language, and every word in one row of it."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.quantity.languages import HAN, draft_table, of_tables, script

CODES: Mapping[str, str] = {
    "rise": "u", "fall": "d", "shift": "c", "to": "t", "from": "f", "by": "b", "versus": "v", "more": "m",
    "less": "l", "before": "p", "now": "n", "future": "z", "of": "o", "in": "i", "share": "s", "total": "T",
    "sofar": "S", "parts": "g", "compose": "C", "each": "e", "mean": "a", "rest": "r", "same": "=", "and": "&",
    "but": "/", "gap": "G", "net": "k", "need": "N", "give": "V", "be": "I", "respectively": "R", "times": "x",
    "yearly": "y", "ratio": "O", "not": "!", "record": "E", "credit": "+", "debit": "-", "the": "h", "nothing": "w",
    "cause": "U", "other": "L",
}  # fmt: skip
"""A letter for each meaning, so that the words of a sentence are a short text that patterns can be matched on.

``nothing`` are words that only look as if they had a meaning in them, which matters where words have no borders.
"""

WORD = "w"
"""A word, or a run of Chinese characters, that means nothing here."""


class Phrase(NamedTuple):
    """The rest of a phrase behind its first word, and the letter of what it means."""

    rest: tuple[str, ...]
    code: str


@of_tables
def by_first_word(language: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases of a language by their first word (of Chinese: character), the longest first."""
    found: dict[str, list[Phrase]] = {}
    for meaning, phrases in draft_table(language, "meanings").items():
        for phrase in phrases:
            first, *rest = phrase if script(language) == HAN else phrase.split()
            found.setdefault(first, []).append(Phrase(tuple(rest), CODES[meaning]))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row.rest), row))) for first, rows in found.items()}
