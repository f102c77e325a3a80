"""Ranges: 5–6 km, between 5 and 6 million dollars, from 50 % to around 80 %, 900 m to 1.1 km."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.amounts import amount_at, reach
from factcheck.prose.change import change_around
from factcheck.prose.chinese.bounds import closed, in_share, second_of_two, spoken_scale
from factcheck.prose.glued import letters_glued
from factcheck.prose.hedges import ends_of, hedged_before, is_rough
from factcheck.prose.lexicon import DASHES
from factcheck.prose.measures import is_money
from factcheck.prose.mention import NO_MEASURE, Measure, Mention
from factcheck.prose.numerals import read_numeral
from factcheck.prose.page import Page
from factcheck.quantity.dimension import multiply, power
from factcheck.quantity.words import hedge_before
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_SIGNS = r"[$€£¥~∼≈<>≤≥−-]"  # noqa: RUF001 - signs
_DASH = re.compile(rf"\s?[{DASHES}]\s?(?={_SIGNS}?\s?[0-9.])|[–—](?=[a-z])")
_OPENER_WINDOW = 12
_SAME = Fraction(3, 100)
_STEPS, _SMALL = 10, 100
"""Ranges seldom reach so far: what rose by 12 to 741 rose to 741."""
_SIGN_BEFORE = re.compile(rf"(?:US|HK|A|C)?{_SIGNS}?[ ]?{_SIGNS}?")


def ranged(page: Page, low: Mention, floor: int) -> Mention:
    """Return the range that a mention begins, or the mention itself."""
    if low.number.nominal is None or low.number.span is not None:
        return low
    if low.number.kind == "rough" and low.number.text.casefold() in page.lexicon.multiplied:
        return low  # tripled to $9 million
    joints = _joints(page, low)
    if not joints:
        return low if page.latin else _between_two(page, low, floor)
    opener, start = _opener(page, low.span.start, floor)
    at = next((joint.end() for joint in joints if _joins(page, joint, opener)), None)
    if at is None:
        return low if page.latin else _between_two(page, low, floor)
    high = number_at(page, at, low)
    if not opener and high is not None and (_is_step(low.measure, high.measure) or _rises_to(page, low, high, floor)):
        return low
    if high is None or (not opener and _says_again(low, high)):
        return low
    high = _alike(low, in_share(low, high))
    if high is None or not _fit(low, high, opened=bool(opener)):
        return low
    joined = _joined(page, low, high, start)
    return joined if page.latin else closed(page, joined, reach(joined)) or joined


def _between_two(page: Page, low: Mention, floor: int) -> Mention:
    """Read 10000与20000之间, where the last word says that it is a range."""
    at = second_of_two(page, reach(low))
    high = _alike(low, number_at(page, at, low)) if at is not None else None
    if high is None or not _fit(low, high, opened=False):
        return low
    joined = _joined(page, low, high, _opener(page, low.span.start, floor)[1])
    return closed(page, joined, reach(joined)) or closed(page, joined, high.numeral.end) or low


def _opener(page: Page, start: int, floor: int) -> tuple[str, int]:
    """Return the word that opens a range (between, from) and ends here, and where it starts."""
    begin = max(floor, start - _OPENER_WINDOW)
    window = page.folded[begin:start].rstrip(" \u00a0\n")
    for word in page.lexicon.openers:
        if window.endswith(word) and not window[: -len(word)][-1:].isalpha():
            return word, begin + len(window) - len(word)
    return "", start


def _joints(page: Page, low: Mention) -> list[re.Match[str]]:
    """Return the dashes and words that may stand before the second number of a range."""
    first = page.lexicon.joint_letters
    ends = [end for end in {reach(low): 0, low.span.end: 0, low.numeral.end: 0} if _first(page, end) in first]
    found = (_DASH.match(page.plain, end) or page.lexicon.range_joint.match(page.folded, end) for end in ends)
    return [m for m in found if m]


def _first(page: Page, at: int) -> str:
    """Return the first character behind a number, over a blank."""
    char = page.folded[at : at + 1]
    return page.folded[at + 1 : at + 2] if char.isspace() else char


def _joins(page: Page, joint: re.Match[str], opener: str) -> bool:
    """Whether a word makes a range here; ``and`` does only behind ``between``."""
    word = next((word for word in joint.groups() if word), "")
    return not word or word in page.lexicon.range_words or word in page.lexicon.openers.get(opener, ())


def number_at(page: Page, at: int, low: Mention) -> Mention | None:
    """Read the second number of a range, with a sign or hedge of its own before it."""
    start = at
    while (hedge := hedge_before(page.plain, start)) is not None and hedge.end > start:
        start = hedge.end
    m = _SIGN_BEFORE.match(page.plain, start)
    start = m.end() if m else start
    if page.lexicon.candidate.match(page.folded, start) is None and page.plain[start : start + 1] != ".":
        return None
    found = read_numeral(page, start)
    if found is None or found.number.nominal is None or letters_glued(page, found.end):
        return None
    return hedged_before(page, amount_at(page, start, found, at, like=low.measure), at)


def _is_step(low: Measure, high: Measure) -> bool:
    """Whether the first is a step to the second: rose 18 cents to $23, fell 3 percentage points to 25 %."""
    if not low.factors or not high.factors or low.factors[0].unit.name == high.factors[0].unit.name:
        return False
    return (is_money(low) and is_money(high)) or high.factors[0].unit.name == "percent"


def _rises_to(page: Page, low: Mention, high: Mention, floor: int) -> bool:
    """Whether a change is told before the level that it led to: rose $12 million to $741 million."""
    small, large = (abs(_in_base_units(one)) for one in (low, high))
    if low.measure.name == "percent" or large < _STEPS * small or small < _SMALL:
        return False
    return change_around(page, low.span, floor, low.measure)[0] is not None


def _alike(low: Mention, high: Mention | None) -> Mention | None:
    """Return the second number in the unit of the first: 900 m to 1.1 km ends at 1100 m."""
    if high is None or not low.measure.factors or not high.measure.factors or low.measure.name == high.measure.name:
        return high
    if _dimension(low.measure) != _dimension(high.measure) or _has_offset(low.measure) or _has_offset(high.measure):
        return high
    ratio = _size(high.measure) / _size(low.measure)
    if ratio == 1:
        return high
    return replace(high, number=high.number.times(ratio, high.number.text), measure=low.measure)


def _says_again(low: Mention, high: Mention) -> bool:
    """Whether the second number is the first in another unit: 31 miles – 50 kilometres – along the river."""
    if not low.measure.factors or _dimension(low.measure) != _dimension(high.measure):
        return False
    first, second = _in_base_units(low), _in_base_units(high)
    return low.measure.name != high.measure.name and bool(first) and abs(second / first - 1) < _SAME


def _in_base_units(mention: Mention) -> Fraction:
    offset = sum((Fraction(factor.unit.offset) for factor in mention.measure.factors), Fraction(0))
    return Fraction(mention.number.nominal or 0) * _size(mention.measure) + offset


def _size(measure: Measure) -> Fraction:
    total = Fraction(1)
    for factor in measure.factors:
        total *= Fraction(factor.unit.factor) ** factor.power
    return total


def _has_offset(measure: Measure) -> bool:
    return any(factor.unit.offset for factor in measure.factors)


def _fit(low: Mention, high: Mention, *, opened: bool) -> bool:
    """Whether two mentions are the ends of one range: of one kind, and upwards unless ``from`` opens it."""
    if high.number.nominal is None or not (opened or _upwards(low.number, high.number)):
        return False
    if low.measure is NO_MEASURE or low.measure == high.measure or low.measure.currencies:
        return True
    if high.measure is NO_MEASURE and low.measure.factors and low.measure.span.start < low.numeral.start:
        return True  # EUR 20-30 million
    if not low.measure.factors:
        return low.measure.name == high.measure.name
    return bool(high.measure.factors) and _dimension(low.measure) == _dimension(high.measure)


def _upwards(low: Written, high: Written) -> bool:
    n, m = low.nominal, high.nominal
    return n is not None and m is not None and (n < m or (n < 0 and m < 0) or low.scale != 1)


def _dimension(measure: Measure) -> object:
    total: tuple[tuple[str, int | Fraction], ...] = ()
    for factor in measure.factors:
        total = multiply(total, power(factor.unit.dimension, factor.power))
    return total


def _joined(page: Page, low: Mention, high: Mention, start: int) -> Mention:
    first, last = _shared_scale(low, high), high.number
    span = Span(start, high.span.end)
    text = page.text[span.start : span.end]
    hedge: Hedge = next((h for h in (first.hedge, last.hedge) if is_rough(h)), "")
    number = Written(text, None, last.step, last.lead, "span", hedge, span=ends_of(first, last))
    measure = high.measure if high.measure is not NO_MEASURE else low.measure
    ends = (replace(low, number=first, measure=measure if low.measure is NO_MEASURE else low.measure), high)
    return Mention(span, text, Span(low.numeral.start, high.numeral.end), number, measure, ends=ends)


def _shared_scale(low: Mention, high: Mention) -> Written:
    """Give the first number the scale of the second: 5 to 6 million."""
    first, last = low.number, high.number
    n, m = first.nominal, last.nominal
    if (spoken := spoken_scale(first, last)) != 1:
        return first.times(spoken, first.text)
    shared = first.scale == 1 and last.scale != 1 and n is not None and m is not None and n * last.scale <= m
    return first.times(last.scale, first.text) if shared else first
