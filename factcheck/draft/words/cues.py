"""The words that say how numbers are related, as data: one file for each relation and language."""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.quantity.languages import draft_table, languages, of_tables

_LETTER = "[a-z0-9_\u00e0-\u00ff]"  # a class with all scripts in it takes a millisecond to compile


def cue_table(relation: str, language: str) -> dict[str, Any]:
    """Return the words of a relation in one language; empty where the language has none."""
    return draft_table(language, f"relations/{relation}")


@of_tables
def cue(relation: str, key: str) -> re.Pattern[str]:
    """Return the pattern of the words under ``key``, of all languages; text must be in lower case.

    A word of Latin letters matches whole words only (Chinese may touch it), a blank in it any one blank or hyphen.
    """
    return any_of(word for language in languages() for word in cue_table(relation, language).get(key, ()))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of some words in lower case, the longest first."""
    return re.compile("|".join(map(_pattern, sorted(set(words), key=lambda w: (-len(w), w)))) or r"(?!)")


def _pattern(word: str) -> str:
    """Return the pattern of a word; its first letter comes before all conditions, so that a search goes by it."""
    first, rest = re.escape(word[0]), re.escape(word[1:]).replace(r"\ ", r"[\s-]")
    front = rf"(?<!{_LETTER}{first})" if word[0].isascii() and word[0].isalnum() else ""
    return first + front + rest + (rf"(?!{_LETTER})" if word[-1].isascii() and word[-1].isalnum() else "")
