"""What stands behind a number in Chinese: a unit, a thing, half of one more (三个半小时), 度, 百分点."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.chinese.compounds import added, plus, spoken_money, whole_money
from factcheck.prose.chinese.nouns import counted_thing, starts_other_word
from factcheck.prose.chinese.units import known_unit
from factcheck.prose.chinese.words import chinese_words, is_han
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.written import Written
from factcheck.source import Span

_PER_CENT = 100
_POINTS = re.compile(r"[ \u00a0\u3000]{0,4}个?[ ]{0,4}百[ ]{0,4}分[ ]{0,4}点")
_CLASSIFIER = ("个", " 个")
_CLASSIFIED_HALF = re.compile(
    r"[ ]?(?P<classifier>[\u4e00-\u9fff])半(?![导決决成官自径徑夜场場天数數价價透岛島空壁边邊截途信導])"
)
_CLASSIFIED_MORE = re.compile(r"[ ]?个[多余](?=[月小星礼世季学])")
_DEGREE = re.compile(r"[ ]?(?:度(?![假过日])|°(?![CF]))")
_SCALE_BEFORE = re.compile(r"(?P<scale>摄氏|华氏)(?:温度)?(?:为|是|达|约|高达|超过|:)?\s?$")
_POWER_BEFORE = re.compile(r"[电電](?:[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff0-9.]{1,20}度[\u4e00-\u9fff]{1,6})$")
_LATIN_THING = re.compile(r"[ ]?([A-Za-z]{2,20})(?=[\u3400-\u9fff])")
_GLUED_NAME = re.compile(r"[ ]?[A-Za-z]")


def share_in_per_cent(written: Written, end: int) -> tuple[Written, Measure, int]:
    """Return a share (三成, 九折, 千分之五) as the percentage that it says."""
    shown = written.times(_PER_CENT, written.text)
    return replace(shown, scale=written.scale), Measure("percent", Span(end, end)), end


def measure_in_chinese(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Return a number, what it measures and where that ends; None where no Chinese character follows."""
    start = at
    while start < at + 4 and page.plain[start : start + 1] in {" ", "\u3000"}:
        start += 1
    if not is_han(page.plain[start : start + 1]) and page.plain[start : start + 1] != "°":
        return _latin_thing(page, number, at)
    if m := _POINTS.match(page.plain, at) if page.plain[start] in "个百" else None:
        return number, *known_unit(page, "percentage_point", Span(start, m.end()))
    if degrees := _degrees(page, at):
        return number, *degrees
    if money := spoken_money(page, number, at):
        return money
    if start > at + 1:
        return number, NO_MEASURE, at
    return _with_unit(page, number, at)


def _latin_thing(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a noun in Latin letters that Chinese text follows, where it is no unit: 9 petaflops的算力."""
    page.numeral_end = at
    if is_han(page.plain[at - 1]) and (m := _GLUED_NAME.match(page.plain, at)):  # 27万GPU
        return None if page.unit_words(m.end() - 1) is not None else (number, *counted_thing(page, at))
    m = _LATIN_THING.match(page.plain, at)
    if m is None or page.unit_words(m.start(1)) is not None:
        return None
    word = m[1]
    name = word[:-1] if word.islower() and word.endswith("s") and not word.endswith("ss") else word
    return number, Measure(name, Span(*m.span(1))), at


def _degrees(page: Page, at: int) -> tuple[Measure, int] | None:
    """Read 度: of a temperature behind 摄氏 and 华氏, a kilowatt-hour behind 用电, else a plain degree."""
    m = _DEGREE.match(page.plain, at)
    if m is None or page.plain.startswith("度电", at):
        return None
    before = page.plain[max(0, at - 48) : at]
    before = before[: len(before) - len(_numeral_tail(before))]
    span = Span(m.start(), m.end())
    if scale := _SCALE_BEFORE.search(before):
        return known_unit(page, "degree_Celsius" if scale["scale"] == "摄氏" else "degree_Fahrenheit", span)
    if m[0].endswith("度") and _POWER_BEFORE.search(before[-28:]):
        return known_unit(page, "kilowatt_hour", span)
    return Measure("degree", span), m.end()


def _numeral_tail(text: str) -> str:
    words = chinese_words()
    start = len(text)
    while start and (text[start - 1] in words.numerals or text[start - 1] in "0123456789.,点-负 多余约"):
        start -= 1
    return text[start:]


def _with_unit(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a known unit with what is added to it; else the thing that is counted."""
    if (m := _CLASSIFIED_HALF.match(page.plain, at)) and m["classifier"] in chinese_words().classifiers:
        return _half_of(page, number, m.end())
    if page.plain.startswith(_CLASSIFIER, at) and (found := _classified_more(page, number, at)):
        return found
    page.numeral_end = at
    if found := _liang(page, number, at):
        return found
    phrase = page.units_at(at)
    if not phrase.factors or starts_other_word(page, phrase.factors[0].span.start, _length(phrase.factors[0])):
        return (number, *counted_thing(page, at)) if is_han(page.plain[at : at + 1]) else None
    first = phrase.factors[0]
    if len(phrase.factors) > 1 or first.power != 1:
        return None
    written, end = added(page, number, first.unit, whole_money(page, first.unit, phrase.end))
    if end == phrase.end:
        return None
    return written, known_unit(page, first.unit.name, first.span)[0], end


def _classified_more(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read what stands between 个 and a unit: 三个多月."""
    m = _CLASSIFIED_MORE.match(page.plain, at)
    if m is None:
        return None
    page.numeral_end = m.end()
    phrase = page.units_at(m.end())
    if not phrase.factors:
        return None
    more = number.hedged("some", number.text)
    return more, *known_unit(page, phrase.factors[0].unit.name, phrase.factors[0].span)


def _liang(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read 两, which is a weight behind a number: 三两茶叶, 九两半."""
    start = at + page.plain.startswith(" ", at)
    unit = page.units.lookup("liang") if page.plain.startswith("两", start) else None
    if unit is None or starts_other_word(page, start):
        return None
    written, end = added(page, number, unit, start + 1)
    return written, known_unit(page, "liang", Span(start, start + 1))[0], end


def _length(factor: UnitFactor) -> int:
    return factor.span.end - factor.span.start


def _half_of(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read 三个半小时, 一头半: the unit or thing stands behind the half, if it is told."""
    page.numeral_end = at
    phrase = page.units_at(at)
    more = plus(number, Fraction(1, 2), Fraction(1, 10))
    if phrase.factors:
        return more, *known_unit(page, phrase.factors[0].unit.name, phrase.factors[0].span)
    measure, end = counted_thing(page, at)
    return more, measure, max(end, at)
