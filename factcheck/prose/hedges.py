"""The hedges of a mention: before it (about, ≥), behind it (or so, 以上), and inside it (20-odd, 500+, 5 or more)."""

import re

from factcheck.prose.chinese.bounds import hedge_over_particle
from factcheck.prose.mention import Mention
from factcheck.prose.page import Page
from factcheck.quantity.interval import Interval
from factcheck.quantity.words import hedge_after, hedge_ending, majorities
from factcheck.quantity.written import Hedge, Written
from factcheck.source import Span

_PLUS = re.compile(r"\+(?![\w+/.-])")
_WORD_BEFORE = re.compile(r"([a-z]+)(?: back)? $")
_VERB = 16
_DIGIT_BEHIND = re.compile(r"\s?[$€£~]?[0-9]")
_ROUGH: frozenset[Hedge] = frozenset({"about", "nearly", "some"})


def hedged_before(page: Page, found: Mention, floor: int) -> Mention:
    """Add the hedges before a mention; the bound of several wins: up to about 650."""
    start, hedge = found.span.start, found.number.hedge
    while (before := _ending(page, start, floor)) is not None:
        if _is_of_verb(page, before, floor):
            break
        hedge = stronger(hedge, before[0])
        start = before[1]
    return _placed(page, found, Span(start, found.span.end), hedge)


def _ending(page: Page, end: int, floor: int) -> tuple[Hedge, int] | None:
    found = hedge_ending(page.folded, end, floor) or _prefix(page, end, floor)
    if found and _follows_quantity(page, found[1], floor):
        return None
    return found if found or page.latin else hedge_over_particle(page, end, floor)


def _follows_quantity(page: Page, at: int, floor: int) -> bool:
    """Whether ``over`` stands right behind another quantity, and is no bound: 4 trillion parts over 850,000 cores."""
    return page.folded.startswith(" over ", floor) and at == floor + 1 and page.plain[floor - 1 : floor].isalnum()


def _is_of_verb(page: Page, before: tuple[Hedge, int], floor: int) -> bool:
    """Whether a hedge belongs to the verb before it, and is no bound: they add up to 40, handed over 500 letters."""
    hedge, at = before
    if hedge == "most" and page.folded.startswith("up", at):
        verbs = page.lexicon.sums_up
    elif hedge == "more" and page.folded.startswith("over ", at):
        verbs = page.lexicon.over_behind
    else:
        return False
    m = _WORD_BEFORE.search(page.folded, max(floor, at - _VERB), at)
    return m is not None and m[1] in verbs


def _prefix(page: Page, end: int, floor: int) -> tuple[Hedge, int] | None:
    """Read the bound that is tied to a number: sub-300 sq m offices."""
    if page.plain[end - 1 : end] != "-":
        return None
    for prefix, hedge in page.lexicon.prefixes.items():
        start = end - len(prefix)
        if start >= floor and page.folded.startswith(prefix, start) and not page.folded[start - 1 : start].isalpha():
            return hedge, start
    return None


def hedged_behind(page: Page, found: Mention, reach: int) -> Mention:
    """Add the hedge behind a mention, its unit or what it counts: 20 km or so, 30万人以上."""
    for place in {reach: 0, found.span.end: 0}:
        if place == found.numeral.end:
            continue  # looked at as a hedge inside
        after = hedge_after(page.plain, place, prose=True)
        if after is not None and after.end >= found.span.end and not _belongs_behind(page, after.end):
            end = _trimmed(page, after.end)
            return _placed(page, found, Span(found.span.start, end), stronger(found.number.hedge, after.hedge))
    if found.number.kind == "rough" and not found.number.hedge and found.number.text.casefold() in majorities():
        return _placed(page, found, found.span, "more")
    return found


def hedge_inside(page: Page, number: Written, end: int) -> tuple[Written, int]:
    """Read the hedge between a number and its unit or noun: 500+ people, 20-odd years, 5 or more cars."""
    if _PLUS.match(page.plain, end):
        return number.hedged("least", number.text), end + 1
    after = hedge_after(page.plain, end, prose=True)
    if after is None or _belongs_behind(page, after.end):
        return number, end
    return number.hedged(stronger(number.hedge, after.hedge), number.text), _trimmed(page, after.end)


def stronger(first: Hedge, second: Hedge) -> Hedge:
    """Return the hedge that two make together: a bound, where one of them is one."""
    return second if not first or first == "about" else first


def is_rough(hedge: Hedge) -> bool:
    """Tell whether a hedge leaves a value open on both sides, and is no bound."""
    return hedge in _ROUGH


def ends_of(low: Written, high: Written) -> Interval | None:
    """Return what a range covers; an end that is itself a bound leaves that side open (200 to >1000)."""
    n, m = low.nominal, high.nominal
    if n is None or m is None:
        return None
    n, m = min(n, m), max(n, m)
    return Interval(
        None if low.hedge in {"less", "most"} else n,
        None if high.hedge in {"more", "least"} else m,
        low_open=low.hedge in {"less", "most"},
        high_open=high.hedge in {"more", "least"},
    )


def _belongs_behind(page: Page, end: int) -> bool:
    """Whether a hedge is that of the next number: scored 5 at least 3 times."""
    return page.plain[end - 1 : end].isascii() and _DIGIT_BEHIND.match(page.plain, end) is not None


def _placed(page: Page, found: Mention, span: Span, hedge: Hedge) -> Mention:
    if span == found.span and hedge == found.number.hedge:
        return found
    number = found.number.hedged(hedge, found.number.text)
    return found.placed(span, page.text[span.start : span.end], number)


def _trimmed(page: Page, end: int) -> int:
    while page.plain[end - 1].isspace():
        end -= 1
    return end
