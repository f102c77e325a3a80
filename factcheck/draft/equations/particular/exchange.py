"""The rate of exchange that a text goes by: $42.8m (£22.5m) … $19.1m (£10.0m) …, one rate for all pairs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.draft.equations.literal import premise, stated, unit_text
from factcheck.draft.equations.particular.sizes import is_slip
from factcheck.draft.equations.proposal import Candidate, Proposal, Voice, given
from factcheck.draft.text.passage import Item, Passage, once
from factcheck.prose.jsonl import decimal
from factcheck.quantity.dimension import CURRENCIES
from factcheck.quantity.interval import Interval
from factcheck.quantity.scales import scaled
from factcheck.quantity.written import as_round_number
from factcheck.quantity.written import stated as interval_of

_JOINT = re.compile(r"\s?[(（]\s?(?:about|some|around|约合?|合|折合)?\s?")
_CLOSE = re.compile(r"\s?[)）,，;\uff1b]")
_HEDGES = frozenset({"", "about", "nearly", "some"})
_THOUSAND = 1000
_ENOUGH = 3
"""So many pairs of one rate make another that does not agree wrong; two make it worth a look."""
_NEAR = 0.06
"""Rates of different days differ by so much."""


class Pair(NamedTuple):
    """An amount with the same in another currency behind it; what the rate may be, the second divided by the first."""

    first: Item
    second: Item
    low: float
    high: float


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each amount that is told again in another currency, by the rate of the others."""
    for pairs in told_again(passage).values():
        yield from _by_rate(pairs)


@once
def told_again(passage: Passage) -> Mapping[tuple[str, str], Sequence[Pair]]:
    """Return the amounts that are told again in another currency, by their two currencies."""
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for first, second in pairwise(passage.items):
        currencies = currency_of(first), currency_of(second)
        if all(currencies) and currencies[0] != currencies[1] and _is_told_again(passage, first, second):
            found[currencies].append(_pair(_scaled_as(first, second), second))
    return found


def currency_of(item: Item) -> str:
    """Return the currency of a plain amount of money."""
    number, dimension = item.mention.number, item.dimension
    plain = bool(number.nominal) and number.hedge in _HEDGES and len(dimension) == 1 and dimension[0][1] == 1
    return dimension[0][0] if plain and dimension[0][0] in CURRENCIES else ""


def _scaled_as(first: Item, second: Item) -> Item:
    """Return an amount with the scale word that only the one behind it has: $6.3 (£3.35m)."""
    number, scale = first.mention.number, second.mention.number.scale
    if number.scale != 1 or scale == 1 or not 0 < (number.nominal or 0) < _THOUSAND:
        return first
    return replace(first, mention=replace(first.mention, number=scaled(number, int(scale), number.text)))


def _is_told_again(passage: Passage, first: Item, second: Item) -> bool:
    start = second.mention.numeral.start - _sign(second)
    opened = _JOINT.fullmatch(passage.folded, first.end, start) is not None
    return opened and _CLOSE.match(passage.folded, second.end) is not None


def _sign(item: Item) -> int:
    """Return how long the sign of a currency before a number is."""
    measure, numeral = item.mention.measure.span, item.mention.numeral
    return numeral.start - measure.start if measure.end <= numeral.start else 0


def _pair(first: Item, second: Item) -> Pair:
    (low, high), (least, most) = _ends(first), _ends(second)
    return Pair(first, second, least / high, most / low)


def _ends(item: Item) -> tuple[float, float]:
    """Return the least and the most that an amount stands for as rounded."""
    number = item.mention.number
    found: Interval = as_round_number(number) or interval_of(number)
    low, high = (float(end if end is not None else number.nominal or 0) for end in (found.low, found.high))
    return max(low, float(number.nominal or 0) / 2), high


def _by_rate(pairs: Sequence[Pair]) -> Iterator[Proposal]:
    """Propose the pairs by the rate that most of them may have."""
    agreed = max((_agreeing(pairs, rate) for rate in _rates(pairs)), key=len)
    if len(agreed) < 2 or len(agreed) * 2 <= len(pairs):  # noqa: PLR2004 - two pairs make a rate
        return
    low, high = max(one.low for one in agreed), min(one.high for one in agreed)
    for pair in pairs:
        others = [one for one in agreed if one is not pair]
        known = min(others, key=lambda one: one.high / one.low)
        if pair in agreed:
            yield _proposal(pair, known, "verify")
        elif pair.high < low * (1 - _NEAR) or pair.low > high * (1 + _NEAR):
            yield _proposal(pair, known, "accuse" if len(agreed) >= _ENOUGH else "ask")


def _rates(pairs: Sequence[Pair]) -> Iterator[float]:
    """Yield the rates at which the set of pairs that agree may change."""
    yield from (one.low for one in pairs)


def _agreeing(pairs: Sequence[Pair], rate: float) -> list[Pair]:
    return [one for one in pairs if one.low <= rate <= one.high]


def as_round(item: Item) -> str:
    """Return an amount as an input, as rounded as it may be: £27,000 is known to 500 pounds."""
    number = item.mention.number
    rounded = as_round_number(number)
    if rounded is None or rounded.low is None or number.nominal is None:
        return premise(item)
    half = Fraction(number.nominal) - Fraction(rounded.low)
    return f"{decimal(number.nominal)} ± {decimal(half)}{unit_text(item)}"


def _proposal(pair: Pair, known: Pair, voice: Voice) -> Proposal:
    """Return the proposal of an amount by the rate of another pair."""
    inputs = (
        given("value", pair.first, as_round(pair.first)),
        given("known", known.first, as_round(known.first)),
        given("known_again", known.second, as_round(known.second)),
    )
    derived = float(pair.first.size) * float(known.second.size / known.first.size)
    candidate = Candidate(f"value * known_again / known = {stated(pair.second)}", inputs)
    sure = is_slip(float(pair.second.size), derived)
    return Proposal("exchange", pair.second.mention.span, (candidate,), firm=sure, voice=voice)
