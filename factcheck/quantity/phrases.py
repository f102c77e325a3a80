"""The sentences in which findings about a draft are told, as data: one file for each language."""

from collections.abc import Mapping
from typing import Any

from factcheck.quantity.languages import DEFAULT, draft_table, languages, of_tables

SENTENCES, PAGE = "draft", "page"
_SENTENCES = ("kinds", "rules")
"""What a language has no sentence for is told in its sentence for anything, not in one of another language."""


@of_tables
def phrases(language: str) -> Mapping[str, Any]:
    """Return the sentences of a language; those of the default one for what it leaves out."""
    return _whole(language, SENTENCES)


@of_tables
def page_words(language: str) -> Mapping[str, Any]:
    """Return the words of a page in a language; those of the default one for what it leaves out."""
    return _whole(language, PAGE)


@of_tables
def has_page(language: str) -> bool:
    """Whether there are words of a page in a language."""
    return language in languages() and bool(draft_table(language, PAGE))


def _whole(language: str, name: str) -> Mapping[str, Any]:
    usual, own = draft_table(DEFAULT, name), draft_table(language, name)
    return _over({**usual, **{key: {} for key in _SENTENCES if own and key in usual}}, own)


def _over(usual: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a table with what it leaves out from another, section by section."""
    both = {key: _over(usual[key], value) for key, value in own.items() if isinstance(usual.get(key), dict)}
    return {**usual, **own, **both}
