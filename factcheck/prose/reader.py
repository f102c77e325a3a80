"""Reads the quantities of a text, in one pass from left to right; every look around is bounded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.prose.asides import aside_at
from factcheck.prose.change import change_after, change_before
from factcheck.prose.measures import Sign, measure_behind, sign_before, signed_measure
from factcheck.prose.mention import NO_MEASURE, Aside, Measure, Mention, Reading
from factcheck.prose.page import Page
from factcheck.quantity.interval import Interval
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import Read
from factcheck.quantity.units import UnitTable, multiply, power
from factcheck.quantity.words import hedge_after, hedge_ending
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-)\s?")
_DASH = re.compile(r"\s?[-−–—~～∼]\s?(?=[$€£¥~∼<>]?[0-9.])")  # noqa: RUF001 - signs of a range
_WORD_TO = re.compile(r"\s?(to|到|至|and|与|和)\s?", re.IGNORECASE)
_SHARE = re.compile(r"[-\s]?(?:(?:,|or|and|to|、|或|和)\s?)+$", re.IGNORECASE)
_BEFORE_SIGN = " \t\n(\u00a0~∼≈<>≤≥=:,[;/"  # noqa: RUF001 - signs of relations


def read(text: str, units: UnitTable, blocks: Iterable[Span] | None = None) -> Reading:
    """Return the quantities of a text, and what looked like one; nothing raises."""
    page = Page(text, units, tuple(blocks) if blocks is not None else (Span(0, len(text)),))
    mentions: list[Mention] = []
    asides: list[Aside] = []
    for block in page.blocks:
        for found in _block(page, block):
            (mentions if isinstance(found, Mention) else asides).append(found)
    return Reading(text, tuple(_shared_units(page, mentions)), tuple(asides))


def _block(page: Page, block: Span) -> Iterator[Mention | Aside]:
    floor = block.start
    for m in page.lexicon.candidate.finditer(page.folded, block.start, block.end):
        if m.start() < floor:
            continue
        try:
            found = _at(page, m.start(), m.lastgroup or "", floor)
        except Problem:
            end = _digits_end(page, m.start())
            found = Aside("number too large", Span(m.start(), end), page.text[m.start() : end])
        if found is not None:
            yield found
            floor = found.span.end


def _digits_end(page: Page, at: int) -> int:
    m = re.compile(r"[0-9.,_eE+-]+").match(page.plain, at)
    return m.end() if m else at + 1


def _at(page: Page, at: int, kind: str, floor: int) -> Mention | Aside | None:
    """Read what starts at a candidate."""
    if kind == "digits":
        aside = aside_at(page, at, floor)
        if aside is not None:
            return aside
        if page.plain[at - 1 : at] == "." and at > floor and not page.plain[at - 2 : at - 1].isalnum():
            at -= 1
    elif _is_no_number(page, at, kind):
        return None
    read_here = read_number(page.plain, at)
    if read_here is None:
        return None
    if kind == "digits" and _glued_letters(page, read_here.end):
        end = _glued_end(page, at)
        return Aside("identifier", Span(at, end), page.text[at:end])
    simple = _simple(page, at, read_here, floor)
    return _finished(page, _ranged(page, simple, floor), floor)


def _glued_letters(page: Page, end: int) -> bool:
    """Whether letters are glued to a number that are no unit: 5G, 3D, 777F."""
    after = page.plain[end : end + 1]
    if not (after.isascii() and (after.isalpha() or after == "_")):
        return False
    page.numeral_end = end
    return page.reader.one(end) is None and not page.reader.read(end).factors


def _glued_end(page: Page, at: int) -> int:
    m = re.compile(r"\w+(?:-\w+)*").match(page.plain, at)
    return m.end() if m else at + 1


def _is_no_number(page: Page, at: int, kind: str) -> bool:
    """Whether a number word is something else here: the one, one of, 一些, 统一."""
    if kind == "words":
        if not page.folded.startswith("one", at):
            return False
        after = re.compile(r"one[ '’]([a-z]+)").match(page.folded, at)
        before = re.search(r"([a-z]+) $", page.folded[max(0, at - 12) : at])
        return (
            after is None
            or after[1] in page.lexicon.one_after
            or (before is not None and before[1] in page.lexicon.one_before)
        )
    return False


def _simple(page: Page, at: int, number: Read, floor: int) -> Mention:
    """Read one number with its sign, currency and unit."""
    start, written = at, number.number
    sign = sign_before(page, start, floor)
    start = sign.start if sign else start
    if _is_minus(page, start, floor):
        start -= 1
        written = written.negated(page.text[start : number.end])
    if not sign and (late := sign_before(page, start, floor)):  # $-50.8bn
        sign, start = late, late.start
    written, end = _with_tolerance(page, written, number.end)
    measure, end = _measure(page, sign, number, written, end)
    return Mention(Span(start, end), page.text[start:end], Span(at, number.end), written, measure)


def _is_minus(page: Page, start: int, floor: int) -> bool:
    if start <= floor or page.plain[start - 1] not in "-−":  # noqa: RUF001 - the minus sign
        return False
    return start - 1 == floor or page.plain[start - 2] in _BEFORE_SIGN or page.plain[start - 2] in "$€£"


def _measure(page: Page, sign: Sign | None, number: Read, written: Written, end: int) -> tuple[Measure, int]:
    if number.percent:
        return Measure("percent", Span(number.end, number.end)), end
    if sign is not None:
        return signed_measure(page, sign, end)
    return measure_behind(page, end, one=written.nominal == 1)


def _with_tolerance(page: Page, number: Written, end: int) -> tuple[Written, int]:
    """Read ``± 0.2`` behind a number."""
    m = _PLUS_MINUS.match(page.plain, end)
    width = read_number(page.plain, m.end()) if m else None
    n, w = number.nominal, width.number.nominal if width else None
    if width is None or n is None or w is None:
        return number, end
    return replace(number, kind="span", span=Interval(n - abs(w), n + abs(w))), width.end


def _ranged(page: Page, low: Mention, floor: int) -> Mention:
    """Read a range that the mention begins: 5–6 km, between 5 and 6 million dollars, 20到30个."""
    if low.number.nominal is None:
        return low
    opener, begin = _opener(page, low.span.start, floor)
    at = _second(page, low, opener)
    if at is None:
        return low
    high = _number_at(page, at, low.span.end)
    if high is None or high.number.nominal is None or not _fit(low, high):
        return low
    return _joined(page, low, high, begin if opener else low.span.start)


def _opener(page: Page, start: int, floor: int) -> tuple[str, int]:
    window = page.folded[max(floor, start - 10) : start].rstrip()
    for word in page.lexicon.openers:
        if window.endswith(word):
            return word, max(floor, start - 10) + len(window) - len(word)
    return "", start


def _second(page: Page, low: Mention, opener: str) -> int | None:
    """Return where the second number of a range starts."""
    end = low.span.end
    m = _DASH.match(page.plain, end) or _DASH.match(page.plain, low.numeral.end)
    if m:
        return m.end()
    m = _WORD_TO.match(page.plain, end)
    if m is None:
        return None
    word = m[1].lower()
    closers = page.lexicon.openers.get(opener, ())
    return m.end() if word in closers or word in page.lexicon.range_words else None


def _number_at(page: Page, at: int, floor: int) -> Mention | None:
    """Read the second number of a range, with a sign or hedge of its own before it."""
    m = re.compile(r"(?:(?:around|about|over|>|~|∼|≈|<|约)\s?)?((?:[$€£¥]|US\$|-)?)").match(page.folded, at)  # noqa: RUF001
    start = m.end() if m else at
    if page.lexicon.candidate.match(page.folded, start) is None and page.plain[start : start + 1] != ".":
        return None
    found = read_number(page.plain, start)
    if found is None or _glued_letters(page, found.end):
        return None
    return _simple(page, start, found, at)


def _fit(low: Mention, high: Mention) -> bool:
    """Whether two mentions are the ends of one range: of one kind, and not `5 % to 10 million`."""
    if low.measure is NO_MEASURE or low.measure == high.measure or low.measure.currencies:
        return True
    if not low.measure.factors:
        return low.measure.name == high.measure.name
    return bool(high.measure.factors) and _dimension(low.measure) == _dimension(high.measure)


def _dimension(measure: Measure) -> object:
    total: tuple[tuple[str, int | Fraction], ...] = ()
    for factor in measure.factors:
        total = multiply(total, power(factor.unit.dimension, factor.power))
    return total


def _joined(page: Page, low: Mention, high: Mention, start: int) -> Mention:
    first, last = low.number, high.number
    n, m = first.nominal, last.nominal
    assert n is not None and m is not None  # noqa: S101, PT018 - checked by the caller
    if first.scale == 1 and last.scale != 1 and n * last.scale <= m:
        first = first.times(last.scale, first.text)
        n = n * last.scale
    span = Span(start, high.span.end)
    text = page.text[span.start : span.end]
    number = Written(text, None, last.step, last.lead, "span", span=Interval(min(n, m), max(n, m)))
    measure = high.measure if high.measure is not NO_MEASURE else low.measure
    ends = (replace(low, number=first, measure=measure if low.measure is NO_MEASURE else low.measure), high)
    return Mention(span, text, Span(low.numeral.start, high.numeral.end), number, measure, ends=ends)


def _finished(page: Page, found: Mention, floor: int) -> Mention:
    """Add the hedges around a mention, and the direction of change."""
    start, end = found.span
    hedge: Hedge = ""
    while (before := hedge_ending(page.folded, start, floor)) is not None:
        hedge = before[0] if not hedge or hedge == "about" else hedge
        start = before[1]
    after = hedge_after(page.plain, end) or hedge_after(page.plain, found.numeral.end)
    if after is not None and after.end >= end:
        end, hedge = _trimmed(page, after.end), hedge or after.hedge
    change, manner = change_before(page, start, floor)
    if change is None:
        change, manner = change_after(page, end), "by"
    number = found.number.hedged(hedge, found.number.text) if hedge else found.number
    return replace(
        found, span=Span(start, end), text=page.text[start:end], number=number, change=change,
        manner=manner if change else "",
    )  # fmt: skip


def _trimmed(page: Page, end: int) -> int:
    while page.plain[end - 1].isspace():
        end -= 1
    return end


def _shared_units(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a number without a unit that of the next in its list: eight or nine euros."""
    for i in range(len(mentions) - 2, -1, -1):
        one, following = mentions[i], mentions[i + 1]
        gap = page.folded[one.span.end : following.span.start]
        if one.measure is NO_MEASURE and following.measure is not NO_MEASURE and len(gap) < 8 and _SHARE.fullmatch(gap):  # noqa: PLR2004
            mentions[i] = replace(one, measure=following.measure)
    return mentions
