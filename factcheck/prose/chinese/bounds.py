"""Bounds around a number in Chinese: 比170低, 五年多; ranges with 与 … 之间; two bounds of one number."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.mention import Mention
from factcheck.prose.page import Page
from factcheck.quantity.chinese_ranges import first_share, second_share
from factcheck.quantity.interval import Number
from factcheck.quantity.words import hedge_ending
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_CLOSED = re.compile(r"[ ]?(?:(?:这)?之间|间(?![隔接距谍])|中间|范围内?|不等)")
_AND = re.compile(r"[ ]?(?:与|和|跟|同|及)[ ]?")
_JOINING = frozenset(" 与和跟同及")
_THAN = ("比", "比 ")
_MORE = re.compile(
    r"[ ]?(?:还|更|要)?(?:(?P<more>大|高|多|重|长|贵|快|强|宽|远)|(?P<less>小|低|少|轻|短|便宜|慢|弱|窄|近))"
    r"(?![0-9一二三四五六七八九十百千万两几数出了得些于])"
)
_PARTICLES = ("需要", "会到", "能到", "可到", "会达", "能达", *"是有为达到了要需能可占含")
_SPOKEN_SCALE = 100
_PER_CENT = 100
_SOME_BEHIND = re.compile("[多余](?![\u4e00-\u9fff]|[0-9])|[多余](?=[的时来前后以之里])")
_BARE_SCALES = frozenset(("百", "千", "万", "亿", "百万", "千万"))


def hedge_over_particle(page: Page, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the hedge before a small word before a number: 至少有10个, 超过了三成."""
    if not page.plain.endswith(_PARTICLES, floor, end):
        return None
    word = next(word for word in _PARTICLES if page.plain.endswith(word, floor, end))
    return hedge_ending(page.folded, end - len(word), floor)


def spoken_scale(low: Written, high: Written) -> Number:
    """Return the scale that 五到六百万 or 二至三成 leaves unsaid behind its first number, or 1."""
    if (share := first_share(low, high)) is not None:
        return share * _PER_CENT
    n, m, lead = low.nominal, high.nominal, high.lead
    if n is None or m is None or low.scale != 1 or high.text[-1:].isdigit() or lead < _SPOKEN_SCALE:
        return 1
    return lead if 0 < n < m / Fraction(lead) < 10 else 1  # noqa: PLR2004


def in_share(low: Mention, high: Mention | None) -> Mention | None:
    """Return the second number under the 百分之 of the first: 百分之三十到四十."""
    if high is None or low.measure.name != "percent" or high.measure.name:
        return high
    share = second_share(low.number, high.number)
    if share is None:
        return high
    return replace(high, number=high.number.times(share * _PER_CENT, high.number.text), measure=low.measure)


def closed(page: Page, found: Mention, reach: int) -> Mention | None:
    """Return a range with the 之间 behind it, or None where none stands."""
    m = _CLOSED.match(page.plain, reach)
    if m is None:
        return None
    span = Span(found.span.start, m.end())
    return replace(found, span=span, text=page.text[span.start : span.end])


def second_of_two(page: Page, end: int) -> int | None:
    """Return where a number behind 与 or 和 starts."""
    m = _AND.match(page.plain, end) if page.plain[end : end + 1] in _JOINING else None
    return m.end() if m else None


def compared(page: Page, found: Mention, floor: int) -> Mention:
    """Read the bound of a comparison with a number alone: 比170低 is below 170."""
    found = _more_behind(page, found)
    start, end = found.span
    hedge = _of_one_character(page, start, floor, bare=found.number.text in _BARE_SCALES)
    if hedge is not None:
        return _placed(page, found, Span(start - 1, end), hedge)
    if not page.plain.endswith(_THAN, floor, start):
        return found
    m = _MORE.match(page.plain, end)
    if m is None or found.number.nominal is None:
        return found
    begin = start - 1 - page.plain.endswith(" ", floor, start)
    return _placed(page, found, Span(begin, m.end()), "more" if m["more"] else "less")


_MEASURED = frozenset("比率速量值额价龄")
_NOT_OVER = frozenset("通经越路难度不超")


def _of_one_character(page: Page, start: int, floor: int, *, bare: bool) -> Hedge | None:
    """Return the bound of one character: 上千台 and 人口过亿 before a bare scale, 占比过20 behind what is measured."""
    word = page.plain[start - 1 : start] if start > floor else ""
    if word == "过" and start - 1 > floor:
        before = page.plain[start - 2]
        return "more" if before in _MEASURED or (bare and before not in _NOT_OVER) else None
    return "least" if word == "上" and bare else None


def _more_behind(page: Page, found: Mention) -> Mention:
    """Read 多 behind a unit: 五年多 is 5 to 6 years."""
    m = _SOME_BEHIND.match(page.plain, found.span.end)
    if m is None:
        return found
    named = found.measure.factors or page.plain[found.span.end - 1 : found.span.end] in {"倍", "岁"}
    if not named or found.number.hedge or found.number.nominal is None or found.number.kind == "rough":
        return found
    number = replace(found.number, lead=found.number.step)
    return _placed(page, replace(found, number=number), Span(found.span.start, m.end()), "some")


def _placed(page: Page, found: Mention, span: Span, hedge: Hedge) -> Mention:
    number = found.number.hedged(hedge, found.number.text)
    return found.placed(span, page.text[span.start : span.end], number)
