"""An amount that a dated text tells again in another currency, by the rates of those days: $1.13bn (£600m).

Banks, cards and reports take other rates, so that one that is off is worth a look, and no more.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.draft.equations.particular.exchange import Pair, as_round, told_again
from factcheck.draft.equations.proposal import Candidate, Given, Proposal, given
from factcheck.draft.text.passage import Passage
from factcheck.loader.rates import around
from factcheck.prose.jsonl import decimal

_MARGIN = Fraction(1, 50)
"""So far from the middle rates of the bank others may be."""
_DIGITS = 6


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each amount that is told again in another currency, where the date of the text is known."""
    day = _day(passage.written)
    if day is None:
        return
    for currencies, pairs in told_again(passage).items():
        rates = around(*currencies, day)
        if rates:
            rate = _literal(min(rates), max(rates), currencies)
            yield from (_proposal(pair, rate, passage.written) for pair in pairs)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _literal(low: Fraction, high: Fraction, currencies: tuple[str, str]) -> str:
    """Return the rates of the days as one, which is as wide as they differ, and a little more."""
    middle = (low + high) / 2
    half = (high - low) / 2 + middle * _MARGIN
    first, second = currencies
    scale = 10 ** max(0, _DIGITS - len(str(int(middle))))
    shown = [decimal(Fraction(round(value * scale), scale)) for value in (middle, half)]
    return f"{shown[0]} ± {shown[1]} {second}/{first}"


def _proposal(pair: Pair, rate: str, written: str) -> Proposal:
    inputs = (
        given("value", pair.first, as_round(pair.first)),
        given("again", pair.second, as_round(pair.second)),
        Given("day", written),
    )
    says = Candidate(f"again / value = {rate}", inputs)
    return Proposal("rate-of-day", pair.second.mention.span, (says,), voice="ask")
