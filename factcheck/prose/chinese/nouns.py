"""What a Chinese number counts: the noun behind it, over its classifier (25块芯片, 27.6万个D1芯片, 三次)."""

import re

from factcheck.prose.chinese.words import chinese_words
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.source import Span

MAX_HAN = 6
_NO_TIMES = frozenset("个种")
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
    classifier = page.plain[start - 1 : start] if start > at else ""
    if classifier and page.plain.startswith("次", start) and classifier not in _NO_TIMES:
        return _named(page, start - 1, start + 1)  # 人次, 架次
    latin = _LATIN.match(page.plain, start)
    end = latin.end() if latin else start
    han = _HAN.match(page.plain, end, end + MAX_HAN)
    end += _noun_length(page, han) if han else 0
    if end > start:
        return _named(page, latin.start(1) if latin else start, end)
    if classifier and classifier in chinese_words().classifier_names:
        return _named(page, start - 1, start)
    return NO_MEASURE, at


def _named(page: Page, start: int, end: int) -> tuple[Measure, int]:
    return Measure(page.text[start:end], Span(start, end)), end


def _noun_length(page: Page, m: re.Match[str]) -> int:
    """Return how many characters of a run are the noun: up to a function word, a verb, or the next quantity."""
    words, run = chinese_words(), m[0]
    length = next((i for i in range(len(run)) if _ends_noun(run, i)), len(run))
    open_ended = m.end() < len(page.plain) and not page.plain[m.end()].isdigit()
    if run[:length] in _ADJECTIVES or (length == 1 and run[0] in words.verbs_of_one):
        return 0
    if length == len(run) and length > 1 and not open_ended and run[-1] in words.verbs_of_one:
        return length - 1
    return length


def _ends_noun(run: str, i: int) -> bool:
    words = chinese_words()
    char, behind = run[i], run[i + 1 : i + 2]
    if char in words.stop or run.startswith(words.verbs, i):
        return True
    if char in words.numerals and behind and behind in words.classifiers:
        return True
    return i > 0 and char in words.verbs_of_one and bool(behind) and behind in words.complements
