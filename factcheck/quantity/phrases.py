"""The sentences in which findings about a draft are told, as data: one file for each language."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from factcheck.quantity.languages import DEFAULT, TABLES

FILE, PAGE = "draft.json", "page.json"


@cache
def phrases(language: str) -> Mapping[str, Any]:
    """Return the sentences of a language, those of the default one where it has none."""
    return _read(language, FILE)


@cache
def page_words(language: str) -> Mapping[str, Any]:
    """Return the words of a page in a language, those of the default one where it has none."""
    return _read(language, PAGE)


@cache
def has_page(language: str) -> bool:
    """Whether there are words of a page in a language."""
    return (TABLES / language / PAGE).exists()


def _read(language: str, name: str) -> Mapping[str, Any]:
    path = TABLES / language / name
    path = path if path.exists() else TABLES / DEFAULT / name
    found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
