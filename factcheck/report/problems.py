"""What is wrong with a file, in the language of whoever reads it: messages are made in the default one, and told here.

Where a language has no words for a message it stays as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.diagnostics import Diagnostic
from factcheck.quantity.languages import DEFAULT, draft_table, of_tables
from factcheck.report.set_phrases import NUMBERS, SetPhrase, set_phrases

_TABLE = "problems"
_SHAPES = {**NUMBERS, "old": r"[^;]+?", "new": r"[^;]+?"}
_INSIDE = frozenset({"why", "new", "old"})
"""What is a set phrase itself."""


def told_in(language: str, problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return problems in a language."""
    found = tuple(problems)
    return found if language == DEFAULT else tuple(_told(one, language) for one in found)


def _told(one: Diagnostic, language: str) -> Diagnostic:
    return replace(one, message=said(one.message, language), help=one.help and said(one.help, language))


def said(text: str, language: str) -> str:
    """Return a message, or its cure, in a language."""
    words = draft_table(language, _TABLE)
    for _, name, shape in _phrases() if words and language != DEFAULT else ():
        found = shape.fullmatch(text)
        if found and name in words:
            return _filled(words[name], found.groupdict(), language)
    return text


def _filled(sentence: str, parts: Mapping[str, str], language: str) -> str:
    told = {name: said(part, language) if name in _INSIDE else part for name, part in parts.items()}
    return sentence.format(**told)


@of_tables
def _phrases() -> tuple[SetPhrase, ...]:
    return tuple(set_phrases(_TABLE, draft_table(DEFAULT, _TABLE), _SHAPES))
