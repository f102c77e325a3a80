"""Arithmetic of terms: dimensions are checked, and what facts offer per thing is kept as long as it fits."""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.engine.term import dimension as dim
from factcheck.engine.term.offer import alike, bare, of_product, shared
from factcheck.engine.term.term import Term
from factcheck.quantity.dimension import NUMBER, Dimension, power
from factcheck.source import Span


def operate(operator: str, operands: Sequence[Term], span: Span | None) -> Term:
    """Apply ``+ - * / ^ neg``. Raises Problem FC203 where the dimensions do not fit."""
    first, last = operands[0], operands[-1]
    match operator:
        case "neg":
            return Term("neg", (first,), first.dimension, offer=first.offer)
        case "+" | "-":
            return _sum(operator, first, last, span)
        case "*" | "/":
            return _product(operator, first, last, span)
    return _power(first, bare(last), span)


def _sum(operator: str, left: Term, right: Term, span: Span | None) -> Term:
    if left.dimension == right.dimension:
        found = dim.add(operator, left.dimension, right.dimension, span)
        return Term(operator, (left, right), found, offer=shared([left, right]))
    same = alike([left, right])
    if same is None:
        return Term(operator, (left, right), dim.add(operator, left.dimension, right.dimension, span))
    for term, other in ((left, right), (right, left)):
        if not other.offer:
            # 100 W may be per thing, too: H100.power + 100 W still cancels a count of H100
            offer = tuple(pair for pair in term.offer if pair not in same[0].dimension)
            return Term(operator, (left, right), term.dimension, offer=offer)
    return Term(operator, (same[0], same[1]), same[0].dimension, offer=shared(same))


def _product(operator: str, left: Term, right: Term, span: Span | None) -> Term:
    found = dim.scale(operator, left.dimension, right.dimension, span)
    offers = (left.offer, right.offer if operator == "*" else power(right.offer, -1))
    return Term(operator, (left, right), found, offer=of_product(found, offers))


def _power(base: Term, exponent: Term, span: Span | None) -> Term:
    n = dim.constant(exponent) if exponent.dimension == NUMBER else None
    if n is None:
        base = bare(base)
    found = dim.raise_to(base, exponent, span)
    return Term("^", (base, exponent), found, offer=NUMBER if n is None else scaled(base.offer, n))


def scaled(offer: Dimension, n: Fraction) -> Dimension:
    """Return the offer of a power or root."""
    return power(offer, int(n) if n.denominator == 1 else n)
