"""Units that stand apart from their number: 每秒36 TB, 每公斤不到500美元, 5元/人, 人民币3.14."""

import re
from dataclasses import replace

from factcheck.prose.mention import NO_MEASURE, Measure, Mention
from factcheck.prose.money import named
from factcheck.prose.page import Page
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.source import Span

_MAX_UNIT = 5
_PER_WINDOW = 16
_AGAIN = r"(?:[0-9][0-9.,万]{0,9}[\u4e00-\u9fff]{1,4}[(（][约合即为]{0,2})?"
"""The same in another unit, in brackets: 每亩520公斤（1040斤）."""
_OPENED = re.compile("[(（][约合即为]{0,2}[ ]?")
_YIELD = re.compile(rf"(?P<unit>亩|公顷)均?产量?[约达为到]{{0,2}}[ ]?{_AGAIN}$")
_GAP = re.compile(rf"[\u4e00-\u9fff]{{0,6}}[ ]?{_AGAIN}$")
_MONEY_BEFORE = re.compile("(?P<unit>人民币|港币|港元|美元|美金|欧元|英镑|日元|新台币|台币)[ ]?$")
_MONEY_ENDS = frozenset("币元金镑 ")
_SLASH = re.compile(r"[ ]?/[ ]?(?P<thing>[\u4e00-\u9fff]{1,3})(?![\u4e00-\u9fff])")


def with_rate(page: Page, found: Mention, floor: int) -> Mention:
    """Add what a number is per, where that stands before it: 每秒36 TB, 每公斤不到500美元."""
    found = _per_behind(page, _money_before(page, found, floor))
    if not found.measure.name or found.measure.name == "percent":
        return found
    start, at = _per_from(page, _first(page, found.span.start, floor), found.span.start)
    unit = _unit_from(page, at, found.span.start) if at >= 0 else None
    if unit is None:
        return found
    factor = UnitFactor(unit[0], -1, Span(start, unit[1]))
    factors = (*found.measure.factors, factor) if found.measure.factors else ()
    name = f"{found.measure.name} per {unit[0].name.replace('_', ' ')}"
    return replace(found, measure=replace(found.measure, name=name, factors=factors))


def _first(page: Page, start: int, floor: int) -> int:
    """Return from where a number is looked for what it is per: it is so of the number before its bracket, too."""
    first = max(0, start - _PER_WINDOW)
    return first if _OPENED.fullmatch(page.plain, floor, start) else max(floor, first)


def _per_from(page: Page, first: int, stop: int) -> tuple[int, int]:
    """Return where 每 stands before a number, and what may be its unit: 每秒36 TB, 亩产520公斤; else -1."""
    start = page.plain.rfind("每", first, stop)
    if start >= 0:
        return start, start + 1
    m = _YIELD.search(page.plain[first:stop])
    return (first + m.start(), first + m.start()) if m else (-1, -1)


def _unit_from(page: Page, at: int, stop: int) -> tuple[Unit, int] | None:
    """Return the unit behind 每, where only a few characters stand between it and the number."""
    for end in range(min(at + _MAX_UNIT, stop), at, -1):
        unit = page.units.lookup(page.plain[at:end])
        if unit is not None:
            return (unit, end) if _GAP.match(page.plain, end, stop) else None
    return None


def _money_before(page: Page, found: Mention, floor: int) -> Mention:
    """Read a currency that stands before its number: 人民币3.14, 港币500万."""
    start = found.span.start
    ends = page.plain[start - 1 : start] in _MONEY_ENDS
    m = _MONEY_BEFORE.search(page.plain[max(floor, start - 4) : start]) if ends else None
    if m is None or (found.measure is not NO_MEASURE and not page.plain.startswith("元", found.numeral.end)):
        return found
    begin = start - len(m[0])
    unit = page.units.lookup(m["unit"])
    span = Span(begin, begin + len(m["unit"]))
    if unit is None:
        return found
    measure = named(page, Measure(unit.name, span, (UnitFactor(unit, 1, span),)))
    return replace(found, span=Span(begin, found.span.end), text=page.text[begin : found.span.end], measure=measure)


def _per_behind(page: Page, found: Mention) -> Mention:
    """Read what money or a measure is per, where that is a thing: 5元/人."""
    m = _SLASH.match(page.plain, found.span.end) if found.measure.factors else None
    if m is None or page.units.lookup(m["thing"]) is not None:
        return found
    name = f"{found.measure.name} per {page.text[m.start('thing') : m.end()]}"
    text = page.text[found.span.start : m.end()]
    measure = replace(found.measure, name=name, span=Span(found.measure.span.start, m.end()))
    return replace(found, span=Span(found.span.start, m.end()), text=text, measure=measure)
