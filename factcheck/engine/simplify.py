"""Cancels what stands above and below a fraction bar, so that a quantity that occurs twice does not widen a result."""

from collections.abc import Iterator

from factcheck.engine.term import Term, number

Key = tuple[object, ...]


def cancelled(term: Term) -> Term:
    """Return the term with equal factors of its products and quotients cancelled; for evaluation only."""
    arguments = tuple(cancelled(argument) for argument in term.arguments)
    same = all(new is old for new, old in zip(arguments, term.arguments, strict=True))
    found = term if same else Term(term.operator, arguments, term.dimension, term.leaf, term.number, term.rule)
    return _without_pairs(found) if found.operator == "/" or (found.operator == "*" and _has_quotient(found)) else found


def _has_quotient(term: Term) -> bool:
    return term.operator == "/" or (term.operator == "*" and any(_has_quotient(part) for part in term.arguments))


def _without_pairs(term: Term) -> Term:
    above: list[Term] = []
    below: list[Term] = []
    for factor, over in _factors(term, over=True):
        (above if over else below).append(factor)
    left = {_key(factor): factor for factor in below}
    both = [factor for factor in above if _key(factor) in left]
    if not both:
        return term
    for factor in both:
        partner = next((each for each in below if _key(each) == _key(factor)), None)
        if partner is not None:
            above.remove(factor)
            below.remove(partner)
    return Term("/", (_product(above), _product(below)), term.dimension) if below else _product(above)


def _factors(term: Term, *, over: bool) -> Iterator[tuple[Term, bool]]:
    """Yield the factors of a term, and whether each stands above the bar."""
    if term.operator not in {"*", "/"}:
        yield term, over
        return
    first, last = term.arguments
    yield from _factors(first, over=over)
    yield from _factors(last, over=over == (term.operator == "*"))


def _product(factors: list[Term]) -> Term:
    found = factors[0] if factors else number(1)
    for factor in factors[1:]:
        found = Term("*", (found, factor))
    return found


def _key(term: Term) -> Key:
    """Return what makes two terms the same value."""
    if term.leaf is not None:
        return ("leaf", term.leaf.key)
    return (term.operator, term.number, *(_key(argument) for argument in term.arguments))
