"""Two bounds on one number: 5 ≤ x ≤ 80, more than 20 and less than or equal to 35."""

import re
from dataclasses import replace

from factcheck.prose.amounts import reach
from factcheck.prose.mention import NO_MEASURE, Mention
from factcheck.prose.page import Page
from factcheck.prose.ranges import number_at
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.words import bounds
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_SIGN = "(<=|>=|=<|[≤<⩽≦≥>⩾≧])"
_CHAIN = re.compile(rf"\s?{_SIGN}\s?[^\s\d<>≤≥=][^\s<>≤≥=]{{0,11}}\s?{_SIGN}\s?(?=[-−]?[0-9.])")
_FIRST_SIGNS = frozenset("<>=≤≥⩽⩾≦≧")
_LOWER: frozenset[Hedge] = frozenset({"more", "least"})
_UPPER: frozenset[Hedge] = frozenset({"less", "most"})
_OPEN: frozenset[Hedge] = frozenset({"less", "more"})
_BETWEEN_BOUNDS = re.compile(r"\s?,?\s?(?:(?:and|but)\s|(?:并且|而且|并|且|而|但|又|的同时|同时)\s?)?\s?")
_MAX_GAP = 8


def chained(page: Page, low: Mention) -> Mention | None:
    """Read ``5 ≤ x ≤ 80``, of which the first number is read."""
    end = reach(low)
    if page.plain[end : end + 2].strip()[:1] not in _FIRST_SIGNS:
        return None
    m = _CHAIN.match(page.plain, end)
    high = number_at(page, m.end(), low) if m else None
    if m is None or high is None:
        return None
    signs, n, last = bounds(), low.number.nominal, high.number.nominal
    way = {signs.get(m[1]), signs.get(m[2])}
    if n is None or last is None or not (way <= _UPPER or way <= _LOWER):
        return None
    interval = _between(n, last, open_at={n: signs[m[1]] in _OPEN, last: signs[m[2]] in _OPEN})
    return _spanning(page, low, high, interval) if interval else None


def _between(n: Number, m: Number, open_at: dict[Number, bool]) -> Interval | None:
    low, high = min(n, m), max(n, m)
    return Interval(low, high, low_open=open_at[low], high_open=open_at[high]) if low < high else None


def _spanning(page: Page, first: Mention, second: Mention, interval: Interval) -> Mention:
    """Return the mention from one bound to the other."""
    span = Span(first.span.start, second.span.end)
    text = page.text[span.start : span.end]
    last = second.number
    number = Written(text, None, last.step, last.lead, "span", span=interval)
    measure = second.measure if second.measure is not NO_MEASURE else first.measure
    numeral = Span(first.numeral.start, second.numeral.end)
    return replace(second, span=span, text=text, numeral=numeral, number=number, measure=measure, ends=(first, second))


def both_bounds(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Join two bounds on one number: more than 20 and less than or equal to 35."""
    kept: list[Mention] = []
    for mention in mentions:
        joined = _both(page, kept[-1], mention) if kept else None
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(mention)
    return kept


def _both(page: Page, first: Mention, second: Mention) -> Mention | None:
    if not first.number.hedge or not second.number.hedge:
        return None
    sides = {first.number.hedge: first.number, second.number.hedge: second.number}
    low = next((number for hedge, number in sides.items() if hedge in _LOWER), None)
    high = next((number for hedge, number in sides.items() if hedge in _UPPER), None)
    gap = page.folded[reach(first) : second.span.start]
    if low is None or high is None or len(gap) > _MAX_GAP or not _BETWEEN_BOUNDS.fullmatch(gap):
        return None
    n, m = low.nominal, high.nominal
    same = first.measure is NO_MEASURE or second.measure is NO_MEASURE or first.measure.name == second.measure.name
    if n is None or m is None or n >= m or not same or first.ends or second.ends:
        return None
    interval = Interval(n, m, low_open=low.hedge == "more", high_open=high.hedge == "less")
    return _spanning(page, first, second, interval)
