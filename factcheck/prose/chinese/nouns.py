"""What a Chinese number counts: the noun behind it, over its classifier (25块芯片, 27.6万个D1芯片, 三次)."""

import re

from factcheck.prose.chinese.words import chinese_words
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.source import Span

MAX_HAN = 6
_NO_TIMES = frozenset("个种")
_ADJECTIVES = frozenset("大小高低多少长短重轻快慢")
_LATIN = re.compile(r"\s?([A-Za-z][A-Za-z0-9]*(?:[- ](?=[A-Z0-9])[A-Za-z0-9]+){0,3})")
_HAN = re.compile(r"[\u3400-\u9fff]{1,8}")
_GLUED_LATIN = re.compile(r"[A-Z][A-Za-z0-9]*(?:[- ](?=[A-Z0-9])[A-Za-z0-9]+){0,3}")
_SUCH = re.compile("(?:这样|那样|同样|相同|类似|不同)的")


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
    """Return the noun behind a number, and where the text of the quantity ends: behind its classifier.

    A classifier that says what is counted (次, 岁, 页) is the name where no noun follows.
    """
    start = after_classifier(page, at)
    classifier = page.plain[start - 1 : start] if start > at else ""
    if classifier and page.plain.startswith("次", start) and classifier not in _NO_TIMES:
        return _named(page, Span(start - 1, start + 1)), start + 1  # 人次, 架次
    place = _noun(page, start, classified=bool(classifier))
    if place is not None:
        return _named(page, place), start
    if classifier and classifier in chinese_words().classifier_names:
        return _named(page, Span(start - 1, start)), start
    return NO_MEASURE, start


def _named(page: Page, span: Span) -> Measure:
    return Measure(page.text[span.start : span.end], span)


def _noun(page: Page, at: int, *, classified: bool) -> Span | None:
    """Return the place of a noun: Latin letters, Chinese characters, or both: D1芯片, 英伟达A100 GPU."""
    such = _SUCH.match(page.plain, at)
    at = such.end() if such else at
    latin = _LATIN.match(page.plain, at)
    start, end = (latin.start(1), latin.end()) if latin else (at, at)
    han = _HAN.match(page.plain, end)
    if han is None or (not classified and latin is None and han[0][0] in chinese_words().numerals):
        return Span(start, end) if end > start else None
    length = _noun_length(page, han)
    if length == len(han[0]) and latin is None and (latin := _GLUED_LATIN.match(page.plain, han.end())):
        return Span(start, latin.end())
    end += length
    return Span(start, end) if end > start else None


def _noun_length(page: Page, m: re.Match[str]) -> int:
    """Return how many characters of a run are the noun: up to a function word, a verb, or the next quantity."""
    words, run = chinese_words(), m[0]
    length = next((i for i in range(min(len(run), MAX_HAN)) if _ends_noun(run, i)), min(len(run), MAX_HAN))
    if length > 1 and run[length : length + 1] == "了" and run[length - 1] in (words.verbs_of_one | {"通"}):
        length -= 1
    before_number = page.plain[m.end() : m.end() + 1].isdigit()
    if length == len(run) > 1 and before_number and run[-1] in words.verbs_of_one:
        length -= 1
    if length > 2 and run[length - 1] in words.locatives:  # noqa: PLR2004 - 芯片上, not 线上
        length -= 1
    bare = length == 1 and (run[0] in words.verbs_of_one or run[0] in words.locatives or run[0] in _ADJECTIVES)
    return 0 if bare else length


def _ends_noun(run: str, i: int) -> bool:
    words = chinese_words()
    char, behind = run[i], run[i + 1 : i + 2]
    if char in words.stop or run.startswith(words.verbs, i) or (i == 0 and char in words.not_first):
        return True
    if char in words.numerals and behind and behind in words.classifiers:
        return True
    return i > 0 and char in words.verbs_of_one and bool(behind) and behind in words.complements
