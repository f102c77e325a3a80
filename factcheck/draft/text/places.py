"""Whether two sentences are about two places: ``in Leeds`` and ``in Bradford``; 南昌新增病例 and 九江市."""

import re
from collections.abc import Iterable
from functools import cache

from factcheck.draft.text.passage import Passage, Sentence
from factcheck.quantity.languages import draft_table, prose_table

_NAME = re.compile(r"(?<![\w’'-])[A-Z\u00c0-\u00de][\w’'-]{2,}")  # noqa: RUF001 - an apostrophe
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_HAN_NAME = "[\u3400-\u9fff]{2,3}?"
_HAN_START = re.compile("[\u3400-\u9fff]{2}")


def are_elsewhere(passage: Passage, headline: Sentence, told: Sentence) -> bool:
    """Whether a sentence names a place, and the headline another one that the sentence does not name.

    A headline whose name stands nowhere in the text is about something else than what the text names.
    """
    head, text = (passage.text[slice(*one.span)] for one in (headline, told))
    body = passage.text[headline.span.end :]
    if m := _HAN_START.match(head):
        return m[0] not in body and _are_new(_places(text, told.language), head)
    own, plain = _places(head, headline.language), _is_plain(head)
    if _are_new(own, text if plain else body) and _are_new(_places(text, told.language), head):
        return True
    return (
        plain
        and _are_new([*own, *_names(head, headline.language)], body)
        and _are_new(_names(text, told.language), head)
    )


def _are_new(names: Iterable[str], text: str) -> bool:
    """Whether one of some names does not stand in a text."""
    return any(name.casefold() not in text.casefold() for name in names)


def _places(text: str, language: str) -> list[str]:
    """Return the names of places of a sentence."""
    found = _slots(language).finditer(text)
    return [m[1] for m in found]


def _names(text: str, language: str) -> list[str]:
    """Return the words with a capital letter; what is in Latin letters may be read in a language that has others."""
    small = set(prose_table(language).get("function", ()))
    return [m[0] for m in _NAME.finditer(text) if m[0].casefold() not in small]


def _is_plain(head: str) -> bool:
    """Whether at least half of the words of a headline start with a small letter."""
    words: list[str] = _LATIN.findall(head)
    return 2 * sum(word[0].islower() for word in words) >= len(words)


@cache
def _slots(language: str) -> re.Pattern[str]:
    """Return the pattern of the name of a place, behind ``in`` or before 市."""
    table = draft_table(language, "blocks")
    behind = "|".join(map(re.escape, table.get("places", ())))
    ends = "|".join(map(re.escape, table.get("place_ends", ())))
    if ends:
        return re.compile(rf"(?:^|(?<=[^\u3400-\u9fff])|(?<=[在于从由]))({_HAN_NAME})(?:{ends})")
    return re.compile(rf"\b(?:{behind})\s([A-Z\u00c0-\u00de][\w’'-]+)(?!\s[A-Z])" if behind else "(?!)")  # noqa: RUF001
