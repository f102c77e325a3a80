"""Which numbers are worth a look though no construction accuses them: a slip away from what would explain them.

A number that nothing explains, but that an equation would explain with two digits swapped, one digit changed or the
point moved, is more likely wrong than right where so many digits agree that chance does not bring that about. How
likely, is the theorem of Bayes: one number in fifty is a slip, of all slips one gives this number.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from factcheck.draft.choice.accuse import is_last_digit
from factcheck.draft.choice.explain import PERHAPS, Explanation, in_common, is_turned, supported
from factcheck.draft.equations.candidates import Candidate, candidates_of_any
from factcheck.draft.equations.schema import Schema
from factcheck.draft.evidence.chance import chance
from factcheck.draft.evidence.ranker import likelihood
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import Quantity

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_ERRORS = 0.02
"""How many numbers are wrong where nobody has checked them."""
_LIKELY = 0.2
"""Chosen on news and filings: they show one such number in 15,000 words, most of them odd indeed."""
_DIGITS = range(4, 13)
"""How many digits that are no round zeros a number has whose slips are looked at: fewer agree by chance."""


def doubts(
    layout: Layout, schemas: Sequence[Schema], ways: Mapping[int, Sequence[Explanation]], settled: Collection[int]
) -> Iterator[Candidate]:
    """Yield the equations that would hold with a slip mended, each once; ``settled`` are the numbers to leave alone."""
    told: set[frozenset[int]] = set()
    for _, _, one in sorted(_doubts(layout, schemas, ways, settled), key=lambda found: found[:2]):
        numbers = frozenset(part.index for part in (one.target, *one.operands))
        if numbers not in told:
            told.add(numbers)
            yield one


def _doubts(
    layout: Layout, schemas: Sequence[Schema], ways: Mapping[int, Sequence[Explanation]], settled: Collection[int]
) -> Iterator[tuple[bool, float, Candidate]]:
    """Yield each doubt, with whether it is one of a total told of a part, and how unlikely it is."""
    together = in_common(ways)
    for target in layout.quantities:
        known = ways.get(target.index, ())
        if target.index in settled or (known and known[0].belief >= PERHAPS):
            continue
        best = max(_mended(layout, schemas, target, together), default=(0.0, 0, None), key=lambda pair: pair[:2])
        if best[0] >= _LIKELY and best[2] is not None:
            found = replace(best[2], target=target)
            if found.fails and not is_last_digit(found) and not _is_twin(found):
                yield is_turned(found), -best[0], found


def _is_twin(candidate: Candidate) -> bool:
    """Whether the number itself is among the inputs, told again: then no other is meant."""
    return any(one.value == candidate.target.value for one in candidate.operands)


def _mended(
    layout: Layout, schemas: Sequence[Schema], target: Quantity, together: Mapping[int, float]
) -> Iterator[tuple[float, int, Candidate | None]]:
    """Yield the equations that hold with a slip mended, each with how likely that is what happened."""
    ratios, half = slips(target.item.mention.text), (target.high - target.low) / 2
    meant = [(target.value * ratio - half, target.value * ratio + half) for ratio in ratios]
    for one in candidates_of_any(schemas, layout.quantities, target, meant):
        prior = supported(one, likelihood(one, layout.line), together) * _ERRORS / len(ratios)
        yield prior / (prior + chance(replace(one, target=_moved(target, one.derived)))), -one.target.index, one


def _moved(one: Quantity, value: float) -> Quantity:
    """Return a quantity that is stated as precisely, but as another value."""
    half = (one.high - one.low) / 2
    return replace(one, value=value, low=value - half, high=value + half, coarse=None)


@lru_cache(maxsize=1024)
def slips(text: str) -> tuple[float, ...]:
    """Return by how much a number is larger with two digits swapped, one digit changed, the point moved."""
    m = _NUMBER.search(text)
    if m is None:
        return ()
    number = m[0].replace(",", "")
    if len(number.replace(".", "").strip("0")) not in _DIGITS:
        return ()
    others = (other for other in _others(number) if number[0] == "0" or other[0] != "0")
    found = {float(other) / float(number) for other in others}
    return tuple(sorted(found - {1.0, 0.0}))


def _others(number: str) -> Iterator[str]:
    places = [at for at, sign in enumerate(number) if sign != "."]
    for first, second in pairwise(places):
        digits = list(number)
        digits[first], digits[second] = digits[second], digits[first]
        yield "".join(digits)
    for at in places:
        yield from (f"{number[:at]}{digit}{number[at + 1 :]}" for digit in "0123456789")
    plain = float(number)
    yield from (repr(plain * 10), repr(plain / 10))
