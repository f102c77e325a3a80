"""Finds a derivation by dimensions: the shortest product of known quantities and inverses that has the target's.

Cheapest first by the number of factors, so that the simplest derivation wins and never the one that comes
closest to the stated number. Each step cancels the first leftover dimension.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.term import Term
from factcheck.quantity.units import BASES, NUMBER, Dimension, describe, multiply, power

MAX_FACTORS = 6
MAX_STATES = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """A quantity that a derivation may use. ``edge`` marks a count of parts, which costs nothing extra."""

    term: Term
    name: str
    thing: str = ""
    attribute: str = ""
    edge: bool = False


class _State(NamedTuple):
    """A partial product; states are taken in this order: fewest factors, then fewest with edges, then pack order."""

    cost: int
    length: int
    factors: tuple[tuple[int, int], ...]
    leftover: Dimension


def derivations(start: Term, target: Dimension, known: Sequence[Known]) -> list[Term]:
    """Return the shortest derivations from ``start`` to the dimension ``target``, all of equal length."""
    heap = [_State(0, 0, (), multiply(target, power(start.dimension, -1)))]
    seen: set[tuple[Dimension, frozenset[tuple[int, int]]]] = set()
    found: list[_State] = []
    while heap and len(seen) < MAX_STATES:
        state = heappop(heap)
        if found and state[:2] > found[0][:2]:
            break
        if not state.leftover:
            found.append(state)
            continue
        for grown in _grown(state, known):
            mark = (grown.leftover, frozenset(grown.factors))
            if mark not in seen:
                seen.add(mark)
                heappush(heap, grown)
    return [_product(start, state, known) for state in found]


def _grown(state: _State, known: Sequence[Known]) -> Iterator[_State]:
    """Yield the state with one more factor, one that cancels part of the first leftover dimension."""
    if state.length >= MAX_FACTORS:
        return
    for i, sign in _candidates(state, known):
        leftover = multiply(state.leftover, power(known[i].term.dimension, -sign))
        cost = state.cost + (0 if known[i].edge else 1)
        yield _State(cost, state.length + 1, (*state.factors, (i, sign)), leftover)


def _candidates(state: _State, known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    base, wanted = _first(state.leftover)
    used = {i for i, _ in state.factors}
    for i, quantity in enumerate(known):
        power_of = dict(quantity.term.dimension).get(base, 0)
        if i in used or not power_of:
            continue
        sign = 1 if (power_of > 0) == (wanted > 0) else -1
        if not _same_measure_of_two(state, known, i, sign):
            yield i, sign


def _first(leftover: Dimension) -> tuple[str, object]:
    """Return the leftover dimension to cancel next: measures before things."""
    return min(leftover, key=lambda pair: (pair[0] not in BASES, pair[0]))


def _same_measure_of_two(state: _State, known: Sequence[Known], i: int, sign: int) -> bool:
    """Whether a factor would cancel a measure against the same measure of another thing: A100.power / D1.power."""
    mine = known[i]
    return any(
        known[j].attribute and known[j].attribute == mine.attribute and known[j].thing != mine.thing and other != sign
        for j, other in state.factors
    )


def _product(start: Term, state: _State, known: Sequence[Known]) -> Term:
    found = start
    for i, sign in state.factors:
        factor = known[i].term
        operator = "*" if sign > 0 else "/"
        dimension = multiply(found.dimension, power(factor.dimension, sign))
        found = Term(operator, (found, factor), dimension)
    return found


def no_derivation(start: Term, target: Dimension) -> Problem:
    """Return the fault of a search without result."""
    wanted = describe(target) if target != NUMBER else "a plain number"
    return Problem(
        "FC309",
        f"no derivation leads from {describe(start.dimension)} to {wanted}",
        help=f"the known facts and premises were searched for up to {MAX_FACTORS} factors",
    )
