"""Finds a derivation by dimensions: the shortest product of known quantities and inverses that has the target's.

Cheapest first by the number of factors, so that the simplest derivation wins and never the one that comes
closest to the stated number. Each step cancels the first leftover dimension.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.term.term import Term
from factcheck.frozen import dataclass
from factcheck.quantity.dimension import BASES, NUMBER, Dimension, Power, describe, multiply, power

MAX_FACTORS = 6
MAX_STATES = 5_000


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
    wanted = multiply(target, power(start.dimension, -1))
    kinds = tuple(_Kind(q.term.dimension, q.thing, q.attribute, q.edge) for q in known)
    return [_product(start, factors, known) for factors in _shortest(wanted, kinds)]


class _Kind(NamedTuple):
    """What of a quantity matters to the search: not its value."""

    dimension: Dimension
    thing: str
    attribute: str
    edge: bool


Factors = tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def _shortest(wanted: Dimension, kinds: tuple[_Kind, ...]) -> tuple[Factors, ...]:
    """Return the factors (index and sign) of each shortest product of the dimension ``wanted``."""
    holders: dict[str, list[tuple[int, bool]]] = {}
    for i, kind in enumerate(kinds):
        for base, n in kind.dimension:
            holders.setdefault(base, []).append((i, n > 0))
    heap = [_State(0, 0, (), wanted)]
    seen: set[tuple[Dimension, frozenset[tuple[int, int]]]] = set()
    found: list[_State] = []
    while heap and len(seen) < MAX_STATES:
        state = heappop(heap)
        if found and state[:2] > found[0][:2]:
            break
        if not state.leftover:
            found.append(state)
            continue
        for grown in _grown(state, kinds, holders):
            mark = (grown.leftover, frozenset(grown.factors))
            if mark not in seen:
                seen.add(mark)
                heappush(heap, grown)
    return tuple(state.factors for state in found)


def _grown(
    state: _State, kinds: Sequence[_Kind], holders: Mapping[str, Sequence[tuple[int, bool]]]
) -> Iterator[_State]:
    """Yield the state with one more factor, one that cancels part of the first leftover dimension."""
    if state.length >= MAX_FACTORS:
        return
    base, wanted = _first(state.leftover)
    used = {i for i, _ in state.factors}
    for i, above in holders.get(base, ()):
        sign = 1 if above == (wanted > 0) else -1
        if i in used or _same_measure_of_two(state, kinds, i, sign):
            continue
        leftover = multiply(state.leftover, power(kinds[i].dimension, -sign))
        cost = state.cost + (0 if kinds[i].edge else 1)
        yield _State(cost, state.length + 1, (*state.factors, (i, sign)), leftover)


def _first(leftover: Dimension) -> tuple[str, Power]:
    """Return the leftover dimension to cancel next: measures before things."""
    return min(leftover, key=lambda pair: (pair[0] not in BASES, pair[0]))


def _same_measure_of_two(state: _State, kinds: Sequence[_Kind], i: int, sign: int) -> bool:
    """Whether a factor would cancel a measure against the same measure of another thing: A100.power / D1.power."""
    mine = kinds[i]
    return any(
        kinds[j].attribute and kinds[j].attribute == mine.attribute and kinds[j].thing != mine.thing and other != sign
        for j, other in state.factors
    )


def _product(start: Term, factors: Factors, known: Sequence[Known]) -> Term:
    found = start
    for i, sign in factors:
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
