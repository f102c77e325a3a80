"""The words that say how numbers are related, as data: one file for each relation and language."""

import json
import re
from functools import cache
from typing import Any

from factcheck.quantity.words import LANGUAGES, TABLES

_LETTER = "[a-z0-9_\u00e0-\u00ff]"  # a class with all scripts in it takes a millisecond to compile


@cache
def cue_table(relation: str, language: str) -> dict[str, Any]:
    """Return the words of a relation in one language; empty where the language has none."""
    path = TABLES / language / "relations" / f"{relation}.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded


@cache
def cue(relation: str, key: str) -> re.Pattern[str]:
    """Return the pattern of the words under ``key``, of all languages; text must be in lower case.

    A word of Latin letters matches whole words only (Chinese may touch it), a blank in it any one blank or hyphen.
    """
    words = {word for language in LANGUAGES for word in cue_table(relation, language).get(key, ())}
    return re.compile("|".join(map(_pattern, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)")


def _pattern(word: str) -> str:
    """Return the pattern of a word; its first letter comes before all conditions, so that a search goes by it."""
    first, rest = re.escape(word[0]), re.escape(word[1:]).replace(r"\ ", r"[\s-]")
    front = rf"(?<!{_LETTER}{first})" if word[0].isascii() and word[0].isalnum() else ""
    return first + front + rest + (rf"(?!{_LETTER})" if word[-1].isascii() and word[-1].isalnum() else "")
