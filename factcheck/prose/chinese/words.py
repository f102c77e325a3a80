"""The Chinese words of prose, compiled from the tables."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factcheck.quantity.languages import han_language, prose_table, table

RATIO = "\u2236"
HAN = re.compile("[\u3007\u3400-\u9fff]")


class Endings(NamedTuple):
    """Words that are looked for at the end of a text, the longest first; each has a meaning."""

    meanings: dict[str, str]
    lengths: tuple[int, ...]
    last: frozenset[str]

    def of(self, text: str, end: int | None = None, floor: int = 0) -> str | None:
        """Return the word that ends the text, or ends at ``end``."""
        end = len(text) if end is None else end
        if text[end - 1 : end] not in self.last:
            return None
        for length in self.lengths:
            if end - length >= floor and (word := text[end - length : end]) in self.meanings:
                return word
        return None


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """The words of the tables in the form in which they are asked for; all are in simplified characters.

    ``not_numbers`` are words with a numeral that count nothing (一些, 统一, 三角形), by the place of each numeral.
    """

    numerals: frozenset[str]
    scales: frozenset[str]
    classifiers: frozenset[str]
    classifier_names: frozenset[str]
    not_numbers: frozenset[str]
    numbers_anyway: frozenset[str]
    not_unit: dict[str, str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    labels: Endings
    stop: frozenset[str]
    not_first: frozenset[str]
    locatives: frozenset[str]
    verbs: tuple[str, ...]
    verbs_of_one: frozenset[str]
    complements: frozenset[str]
    aspects: tuple[str, ...]
    changes: Endings
    comparatives: Endings
    than: tuple[str, ...]


@cache
def chinese_words() -> ChineseWords:
    """Return the words of the tables."""
    words, prose = table(han_language()), prose_table(han_language())
    return ChineseWords(
        numerals=frozenset((*words["digits"], *words["scales"], *words["tens"])),
        scales=frozenset(words["scales"]),
        classifiers=frozenset((*words["classifiers"], *prose["classifiers"])),
        classifier_names=frozenset(prose["classifier_names"]),
        not_numbers=frozenset(prose["not_numbers"]),
        numbers_anyway=frozenset(prose["numbers_anyway"]),
        not_unit=dict(prose["not_unit"]),
        before_number=frozenset(prose["before_number"]),
        after_number=frozenset(prose["after_number"]),
        labels=_endings(dict.fromkeys(prose["labels_zh"], "")),
        stop=frozenset(prose["stop"]),
        not_first=frozenset(prose["not_first"]),
        locatives=frozenset(prose["locatives"]),
        verbs=_longest_first(prose["verbs"]),
        verbs_of_one=frozenset(prose["verbs_of_one"]),
        complements=frozenset(prose["complements"]),
        aspects=_longest_first(prose["aspects"]),
        changes=_endings(_ways(prose["change"])),
        comparatives=_endings(_ways(prose["directions_need_than"])),
        than=tuple(prose["than"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _ways(ways: dict[str, list[str]]) -> dict[str, str]:
    return {word: way for way in ("up", "down") for word in ways[way]}


def _endings(words: dict[str, str]) -> Endings:
    lengths = sorted({len(word) for word in words}, reverse=True)
    return Endings(words, tuple(lengths), frozenset(word[-1] for word in words))


@cache
def simplified() -> dict[int, str]:
    """Return what turns traditional characters into simplified ones, and full-width letters into plain ones."""
    pairs = prose_table(han_language())["traditional"]
    letters = {chr(code + 0xFEE0): chr(code) for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()}
    return {ord(a): b for a, b in (*zip(pairs["from"], pairs["to"], strict=True), *letters.items(), (RATIO, ":"))}


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return bool(char) and "\u3400" <= char <= "\u9fff"
