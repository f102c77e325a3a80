"""The *per thing* of an attribute is an offer: it cancels a count, and where nothing asks for it, it goes.

``H100.power`` is 700 W/H100, with ``/H100`` as its offer: 8000 H100 times it is a power, and it is a power beside
``A100.power`` in a difference, a ratio, a comparison or a rule. What somebody wrote, 25 D1 or W/H100, never goes.
A thing counts as one, so no number depends on whether an offer is kept: only what may be put together does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.engine.term.term import Leaf, Term
from factcheck.quantity.dimension import NUMBER, Dimension, Power, multiply, power


def of_product(dimension: Dimension, offers: tuple[Dimension, Dimension]) -> Dimension:
    """Return the offer of a product of this dimension, from those of its factors; a count that was written cancels it.

    For a quotient the second offer is that of the inverse.
    """
    if not offers[0] and not offers[1]:
        return NUMBER
    total = dict(dimension)
    left = ((base, _left(total.get(base, 0), n)) for base, n in multiply(*offers))
    return tuple((base, n) for base, n in left if n)


def _left(total: Power, offer: Power) -> Power:
    """Return what is left of an offer beside what was written, which together are ``total``."""
    written = total - offer
    if written * offer >= 0:
        return offer
    return total if total * offer > 0 else 0


def demanded(term: Term) -> Dimension:
    """Return the dimension that a term has without its offer."""
    return multiply(term.dimension, power(term.offer, -1)) if term.offer else term.dimension


def bare(term: Term) -> Term:
    """Return a term without its offer."""
    return let_go(term, [base for base, _ in term.offer])


def fitted(term: Term, wanted: Dimension) -> Term | None:
    """Let go of what is not wanted; None where the dimension cannot be had."""
    gone = _gone(term, dict(wanted)) if term.dimension != wanted else []
    return None if gone is None else let_go(term, gone)


def _gone(term: Term, wanted: dict[str, Power]) -> list[str] | None:
    """Return the things to let go of, so that each base has the power that is wanted."""
    kept, offer = dict(term.dimension), dict(term.offer)
    differing = [base for base in kept.keys() | wanted.keys() if kept.get(base, 0) != wanted.get(base, 0)]
    fits = all(base in offer and kept[base] - offer[base] == wanted.get(base, 0) for base in differing)
    return sorted(differing) if fits else None


def alike(terms: Sequence[Term]) -> list[Term] | None:
    """Return terms of one dimension, each without as much of its offer as it takes; None where that does not help."""
    if all(term.dimension == terms[0].dimension for term in terms):
        return list(terms)
    common = {base: _common(terms, base) for term in terms for base, _ in term.dimension}
    if None in common.values():
        return None
    wanted = tuple(sorted((base, n) for base, n in common.items() if n))
    found = [fitted(term, wanted) for term in terms]
    return [term for term in found if term is not None] if None not in found else None


def _common(terms: Sequence[Term], base: str) -> Power | None:
    """Return the power of a base that all terms can have; None where there is none."""
    ways = [_ways(term, base) for term in terms]
    return next((n for n in ways[0] if all(n in each for each in ways)), None)


def _ways(term: Term, base: str) -> tuple[Power, ...]:
    """Return the powers of a base that a term can have, the one with its offer first."""
    kept, offered = dict(term.dimension).get(base, 0), dict(term.offer).get(base, 0)
    return (kept, kept - offered)


def shared(terms: Sequence[Term]) -> Dimension:
    """Return what all terms of one dimension offer: a part that is written in one of them was asked for."""
    return tuple(pair for pair in terms[0].offer if all(pair in term.offer for term in terms))


def let_go(term: Term, things: Iterable[str]) -> Term:
    """Return a term without what it offers of these things, which it names from now on."""
    wanted = set(things)
    gone = tuple(base for base, _ in term.offer if base in wanted)
    return replace(_without(term, gone), let_go=(*term.let_go, *gone)) if gone else term


def _without(term: Term, gone: tuple[str, ...]) -> Term:
    """Take an offer away, from the inputs as well where it reached the term whole."""
    dropped = tuple(pair for pair in term.offer if pair[0] in gone)
    dimension = multiply(term.dimension, power(dropped, -1))
    offer = tuple(pair for pair in term.offer if pair[0] not in gone)
    if term.leaf is not None:
        return replace(term, dimension=dimension, offer=offer, leaf=_unit_without(term.leaf, gone))
    parts = tuple(_without(part, _offered(part, gone)) for part in term.arguments)
    return replace(term, dimension=dimension, offer=offer, arguments=parts)


def _offered(term: Term, gone: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(base for base, _ in term.offer if base in gone)


def _unit_without(leaf: Leaf, gone: tuple[str, ...]) -> Leaf:
    """Write a fact without "per thing": 700 W for 700 W/H100."""
    text, symbol = leaf.text, leaf.shown.symbol
    for thing in gone:
        text, symbol = text.removesuffix(f"/{thing}"), symbol.removesuffix(f"/{thing}")
    return replace(leaf, text=text, shown=replace(leaf.shown, symbol="" if symbol == "1" else symbol))


def all_let_go(term: Term) -> Iterator[str]:
    """Yield the things of which an offer was let go anywhere in a term."""
    yield from term.let_go
    for part in term.arguments:
        yield from all_let_go(part)
