"""Reads the quantities of a text, in one pass from left to right; every look around is bounded."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.diagnostics import Problem
from factcheck.prose.amounts import amount_at, reach
from factcheck.prose.asides import aside_at
from factcheck.prose.bounds import both_bounds, chained
from factcheck.prose.change import change_around
from factcheck.prose.chinese.asides import chinese_aside
from factcheck.prose.chinese.bounds import compared
from factcheck.prose.chinese.rates import with_rate
from factcheck.prose.chinese.standing import may_start, stands
from factcheck.prose.chinese.words import is_han
from factcheck.prose.glued import glued_end, letters_glued
from factcheck.prose.hedges import hedged_before, hedged_behind
from factcheck.prose.lists import compared_units, shared_changes, shared_units
from factcheck.prose.mention import Aside, AsideKind, Mention, Reading
from factcheck.prose.money import magnitude, sign_before
from factcheck.prose.number_words import is_noun, is_pronoun, ordinal_end
from factcheck.prose.numerals import read_numeral
from factcheck.prose.page import Page
from factcheck.prose.ranges import ranged
from factcheck.prose.references import reference_at
from factcheck.prose.sentences import stretches
from factcheck.quantity.languages import reading
from factcheck.quantity.reading import Read
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

_PARAGRAPH = re.compile(r"(?:[^\n]+|\n(?![ \t\r]*\n))+")
_DIGITS = re.compile(r"[0-9][0-9.,_eE+-]*|.")


def read(
    text: str,
    units: UnitTable,
    blocks: Iterable[Span] | None = None,
    *,
    decimal_comma: bool = False,
    lang: str | None = None,
    most: int | None = None,
) -> Reading:
    """Return the quantities of a text, and what looked like one; nothing raises.

    ``blocks`` are the stretches to read, paragraphs if not given; ``decimal_comma`` reads 1.234,5 and 1,5 as in German.
    ``lang`` is the language of sentences whose words do not tell it. Behind ``most`` of either nothing more is read.
    """
    places = tuple(blocks) if blocks is not None else tuple(Span(*m.span()) for m in _PARAGRAPH.finditer(text))
    page = Page(text, units, places, decimal_comma=decimal_comma)
    mentions: list[Mention] = []
    asides: list[Aside] = []
    reached = 0
    parts = tuple(stretches(text, page.blocks, lang))
    for language, stretch in parts:
        with reading(language):
            page.turn(language)
            page.enter(stretch)
            left = None if most is None else max(0, most - len(mentions) - len(asides))
            found = list(islice(_block(page, Span(max(reached, stretch.start), stretch.end)), left))
            mentions += _related(page, [one for one in found if isinstance(one, Mention)])
        asides += [one for one in found if isinstance(one, Aside)]
        reached = max((one.span.end for one in found), default=reached)
    return Reading(text, tuple(mentions), tuple(asides), parts)


def _related(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Return mentions with what they take from their neighbours: a unit, a change, the other bound."""
    return both_bounds(page, shared_changes(page, shared_units(page, compared_units(page, mentions))))


def _block(page: Page, block: Span) -> Iterator[Mention | Aside]:
    floor, last = block.start, None
    for m in page.lexicon.candidate.finditer(page.folded, block.start, block.end):
        if m.start() < floor:
            continue
        found = _guarded(page, m.start(), m.lastgroup or "", floor, last)
        if found is not None:
            yield found
            last, floor = found, reach(found) if isinstance(found, Mention) else found.span.end


def _guarded(page: Page, at: int, kind: str, floor: int, last: Mention | Aside | None) -> Mention | Aside | None:
    """Read what starts at a candidate; a number beyond the limits is no quantity."""
    if kind == "han" and not may_start(page, at, floor):
        return None
    try:
        aside = _no_quantity(page, at, kind, floor, last)
        return aside or _at(page, at, kind, floor)
    except Problem as fault:
        m = _DIGITS.match(page.plain, at)
        return _aside(page, "number too large", at, max(m.end() if m else at + 1, fault.span.end if fault.span else at))


def _no_quantity(page: Page, at: int, kind: str, floor: int, last: Mention | Aside | None) -> Aside | None:
    if kind == "words":
        return None
    aside = None if page.latin else chinese_aside(page, at, floor)
    if aside is not None or kind == "han":
        return aside
    return aside_at(page, at, floor) or reference_at(page, at, floor, last)


def _at(page: Page, at: int, kind: str, floor: int) -> Mention | Aside | None:
    if kind == "digits":
        at -= _starts_with_point(page, at, floor)
    number = read_numeral(page, at)
    if number is None or (kind == "han" and not stands(page, at, number, floor)):
        return None
    if kind == "digits" and letters_glued(page, number.end) and _is_name(page, at, number, floor):
        return _aside(page, "identifier", at, glued_end(page, at))
    if kind == "words" and (is_noun(page, at, number.end, floor) or _is_word_only(page, at, number)):
        return _word(page, at, number)
    return _quantity(page, at, number, floor)


def _is_name(page: Page, at: int, number: Read, floor: int) -> bool:
    """Whether letters glued to digits make them a name (5G); those of $5MM are a magnitude."""
    if is_han(page.plain[number.end - 1]):
        return False
    return sign_before(page, at, floor) is None or magnitude(page, number.number, number.end)[1] == number.end


def _is_word_only(page: Page, at: int, number: Read) -> bool:
    return ordinal_end(page, number) is not None or (number.number.nominal == 1 and is_pronoun(page, at))


def _word(page: Page, at: int, number: Read) -> Aside | None:
    """Return the aside of an ordinal; a pronoun is nothing at all."""
    end = ordinal_end(page, number)
    return None if end is None else _aside(page, "ordinal", at, end)


def _starts_with_point(page: Page, at: int, floor: int) -> bool:
    """Whether the digits begin with a point: .5."""
    return page.plain[at - 1 : at] == "." and at > floor and not page.plain[at - 2 : at - 1].isalnum()


def _quantity(page: Page, at: int, number: Read, floor: int) -> Mention:
    """Read the mention around a number: unit, hedges, the other end of a range, direction of change."""
    low = hedged_before(page, amount_at(page, at, number, floor), floor)
    found = chained(page, low) or ranged(page, low, floor)
    if found is not low:
        found = hedged_before(page, found, floor)
    found = hedged_behind(page, found, reach(found))
    if not page.latin:
        found = with_rate(page, compared(page, found, floor), floor)
    change, manner = change_around(page, Span(found.span.start, reach(found)), floor, found.measure)
    return found.changed(change, manner) if change else found


def _aside(page: Page, kind: AsideKind, start: int, end: int) -> Aside:
    return Aside(kind, Span(start, end), page.text[start:end])
