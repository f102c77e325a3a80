"""Whether a Chinese numeral stands as a number: 三台 and 一百二十 do, 三 of 三角形 and 千 of 千方百计 do not."""

import re

from factcheck.prose.chinese.nouns import after_classifier, counted_thing, starts_other_word
from factcheck.prose.chinese.words import chinese_words, is_han
from factcheck.prose.mention import NO_MEASURE
from factcheck.prose.page import Page
from factcheck.quantity.reading import Read
from factcheck.quantity.words import hedge_after, hedge_ending

_LONGEST = 6
_ALWAYS = frozenset("俩仨")
_WEAK_DIGITS = 3
_PAIR = 4
_SPOKEN = frozenset("毛角分两")


def may_start(page: Page, at: int, floor: int) -> bool:
    """Whether a numeral may start here: not inside a run of numerals, which was read or refused as a whole."""
    return at == floor or page.plain[at - 1] not in chinese_words().numerals


def stands(page: Page, at: int, number: Read, floor: int) -> bool:
    """Whether the numeral read at ``at`` is a number of its own.

    One with a scale (三百, 十五) is one, unless a word of the language covers it. A lone character, a lone scale
    (千) and digits without a scale need a unit or a classifier behind them, or a place where only a number fits.
    """
    text = page.plain[at : number.end]
    before = page.plain[at - 1 : at] if at > floor else ""
    if _inside_word(page, at, number.end):
        return False
    if text[0] in _ALWAYS:
        return True
    if not _is_weak(text):
        return True
    if text == "一" and _is_article(page, number.end):
        return False
    if _is_pattern(page, at) or (before in "第初周老阿" and before and not _is_weekly(page, at)):
        return False
    return _is_measured(page, number.end) or _joins_range(page, number.end) or _alone(page, at, number.end, floor)


def _is_article(page: Page, at: int) -> bool:
    """Whether 一 with a classifier only introduces what follows: 一个50GB的包, 一个高达500兆瓦的系统."""
    end = after_classifier(page, at)
    classifier = page.plain[end - 1]
    if end == at or classifier in chinese_words().classifier_names or page.units.lookup(classifier):
        return False
    behind = page.plain[end : end + 1]
    return behind.isdigit() or (is_han(behind) and counted_thing(page, at)[0] is NO_MEASURE)


def _is_weak(text: str) -> bool:
    words = chinese_words()
    if len(text) == 1 or text == "半":
        return True
    scales = all(char in words.scales for char in text) and text[0] not in "十拾"
    digits = len(text) <= _WEAK_DIGITS and all(char in words.numerals and char not in words.scales for char in text)
    return scales or digits


def _inside_word(page: Page, at: int, end: int) -> bool:
    """Whether a word that is no number covers the numeral and more: 一些, 统一, 十万火急."""
    words = chinese_words()
    for start in range(max(0, at - 3), at + 1):
        for stop in range(max(end, start + 2), min(start + _LONGEST, len(page.plain)) + 1):
            word = page.plain[start:stop]
            if word in words.not_numbers:
                return not any(page.plain.startswith(known, start) for known in words.numbers_anyway)
    return False


def _is_weekly(page: Page, at: int) -> bool:
    """Whether 周 before a numeral is a week of its own: 每周三次, 一周三次."""
    before = page.plain[max(0, at - 2) : at]
    return len(before) == 2 and before[1] == "周" and (before[0] in chinese_words().numerals or before[0] in "每个两")  # noqa: PLR2004


def _is_pattern(page: Page, at: int) -> bool:
    """Whether the numeral is one of two in a phrase of four characters: 千方百计, 三心二意."""
    numerals = chinese_words().numerals
    for start in (at, at - 2):
        phrase = page.plain[start : start + _PAIR] if start >= 0 else ""
        if len(phrase) == _PAIR and phrase[0] in numerals and phrase[2] in numerals:
            others = phrase[1] + phrase[3]
            if all(is_han(c) and c not in numerals for c in others) and not _measures(page, start + 1, start + 3):
                return True
    return False


def _measures(page: Page, *places: int) -> bool:
    """Whether a unit or a classifier stands at one of two places: 五年十倍."""
    return any(page.plain[at] in chinese_words().classifiers or page.unit_words(at) is not None for at in places)


def _is_measured(page: Page, end: int) -> bool:
    """Whether a unit or a classifier follows."""
    at = end + page.plain.startswith(" ", end)
    if page.plain.startswith(("多", "余", "来", "几"), at):
        at += 1
    if after_classifier(page, at) > at or (page.plain[at : at + 1] in _SPOKEN and not starts_other_word(page, at)):
        return True
    page.numeral_end = end
    return page.unit_words(at) is not None


_RANGE = re.compile(r"[到至~—–-]")


def _joins_range(page: Page, end: int) -> bool:
    m = _RANGE.match(page.plain, end)
    behind = page.plain[m.end() : m.end() + 1] if m else ""
    return bool(behind) and (behind in chinese_words().numerals or behind.isdigit())


def _alone(page: Page, at: int, end: int, floor: int) -> bool:
    """Whether only a number fits here: between punctuation, or as in 等于五, 前三的, 五而不是四."""
    words = chinese_words()
    text = page.plain[at:end]
    if text != "十" and any(char in words.scales for char in text):
        return False
    left, right = page.plain[at - 1 : at] if at > floor else "", page.plain[end : end + 1]
    if _is_latin(left) or _is_latin(right) or right == "、":
        return False
    opened = not is_han(left) or left in words.before_number or hedge_ending(page.folded, at, floor) is not None
    closed = not is_han(right) or right in words.after_number or hedge_after(page.plain, end) is not None
    return opened and closed


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
