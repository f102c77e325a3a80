"""What a Chinese number counts: the noun behind it, over its classifier (25块芯片, 27.6万个D1芯片, 三次)."""

import re

from factcheck.prose.chinese.words import chinese_words
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.source import Span

MAX_HAN = 6
_ADJECTIVES = frozenset("大小高低多少长短重轻快慢")
_LATIN = re.compile(r"\s?([A-Za-z][A-Za-z0-9]*(?:[- ](?=[A-Z0-9])[A-Za-z0-9]+)*)")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def after_classifier(page: Page, at: int) -> int:
    """Return the position behind a classifier, or ``at`` where none stands."""
    start = at + page.plain.startswith(" ", at)
    if page.plain[start : start + 1] not in chinese_words().classifiers or starts_other_word(page, start):
        return at
    return start + 1


def starts_other_word(page: Page, at: int, length: int = 1) -> bool:
    """Whether what looks like a unit or classifier begins another word: 里面, 年级, 天空."""
    guard = chinese_words().not_unit.get(page.plain[at : at + length], "")
    behind = page.plain[at + length : at + length + 1]
    return bool(behind) and behind in guard


def counted_thing(page: Page, at: int) -> tuple[Measure, int]:
    """Return the noun behind a number; it ends at a function word or a verb.

    A classifier that says what is counted (次, 岁, 页) is the name where no noun follows.
    """
    start = after_classifier(page, at)
    latin = _LATIN.match(page.plain, start)
    end = latin.end() if latin else start
    han = _HAN.match(page.plain, end, end + MAX_HAN)
    if han:
        end += _noun_length(han[0])
    name_at = latin.start(1) if latin else start
    if end > start:
        return Measure(page.text[name_at:end], Span(name_at, end)), end
    classifier = page.plain[start - 1 : start] if start > at else ""
    if classifier and classifier in chinese_words().classifier_names:
        return Measure(page.text[start - 1 : start], Span(start - 1, start)), start
    return NO_MEASURE, at


def _noun_length(run: str) -> int:
    words = chinese_words()
    for i in range(len(run)):
        if run[i] in words.stop or run.startswith(words.verbs, i):
            return i
    return 0 if run in _ADJECTIVES else len(run)
