"""Bounds around a number in Chinese: 比170低, 五年多; ranges with 与 … 之间; two bounds of one number."""

import re

from dataclasses import replace
from fractions import Fraction

from factcheck.prose.mention import Mention
from factcheck.prose.page import Page
from factcheck.quantity.interval import Number
from factcheck.quantity.words import hedge_ending
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_CLOSED = re.compile(r"[ ]?(?:(?:这)?之间|间(?![隔接距谍])|中间|范围内?|不等)")
_AND = re.compile(r"[ ]?(?:与|和|跟|同|及)[ ]?")
_THAN = re.compile(r"比[ ]?$")
_MORE = re.compile(r"[ ]?(?:还|更|要)?(?:(?P<more>大|高|多|重|长|贵|快|强|宽|远)|(?P<less>小|低|少|轻|短|便宜|慢|弱|窄|近))(?![0-9一二三四五六七八九十百千万两几数出了得些于])")
_PARTICLES = ("需要", "会到", "能到", "可到", "会达", "能达", "是", "有", "为", "达", "到", "了", "要", "需", "能", "可", "占", "含")
_SPOKEN_SCALE = 100


def hedge_over_particle(page: Page, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the hedge before a small word before a number: 至少有10个, 超过了三成."""
    word = next((word for word in _PARTICLES if page.plain.endswith(word, floor, end)), None)
    return hedge_ending(page.folded, end - len(word), floor) if word else None


def spoken_scale(low: Written, high: Written) -> Number:
    """Return the scale that 五到六百万 leaves unsaid behind its first number, or 1."""
    n, m, lead = low.nominal, high.nominal, high.lead
    if n is None or m is None or low.scale != 1 or high.text[-1:].isdigit() or lead < _SPOKEN_SCALE:
        return 1
    return lead if 0 < n < m / Fraction(lead) < 10 else 1  # noqa: PLR2004


def closed(page: Page, found: Mention, reach: int) -> Mention | None:
    """Return a range with the 之间 behind it, or None where none stands."""
    m = _CLOSED.match(page.plain, reach)
    if m is None:
        return None
    span = Span(found.span.start, m.end())
    return replace(found, span=span, text=page.text[span.start : span.end])


def second_of_two(page: Page, end: int) -> int | None:
    """Return where a number behind 与 or 和 starts."""
    m = _AND.match(page.plain, end)
    return m.end() if m else None


def compared(page: Page, found: Mention, floor: int) -> Mention:
    """Read the bound of a comparison with a number alone: 比170低 is below 170."""
    start, end = found.span
    before = _THAN.search(page.plain[max(floor, start - 2) : start])
    m = _MORE.match(page.plain, end) if before else None
    if before is None or m is None or found.number.nominal is None:
        return found
    span = Span(start - len(before[0]), m.end())
    number = found.number.hedged("more" if m["more"] else "less", found.number.text)
    return replace(found, span=span, text=page.text[span.start : span.end], number=number)
