"""Cancels what stands above and below a fraction bar, so that a quantity that occurs twice does not widen a result."""

from collections.abc import Iterator

from factcheck.engine.term.term import Term, number

Key = tuple[object, ...]


def cancelled(term: Term, *, inside_product: bool = False) -> Term:
    """Return the term with equal factors cancelled, (a - b) / b as a / b - 1; for evaluation only."""
    product = term.operator in {"*", "/"}
    arguments = tuple(cancelled(argument, inside_product=product) for argument in term.arguments)
    same = all(new is old for new, old in zip(arguments, term.arguments, strict=True))
    found = term if same else Term(term.operator, arguments, number=term.number, body=term.body)
    if term.operator == "/" or (product and not inside_product and _has_quotient(found)):
        return _divided_out(found)
    return found


def _has_quotient(term: Term) -> bool:
    return term.operator == "/" or (term.operator == "*" and any(_has_quotient(part) for part in term.arguments))


def _divided_out(term: Term) -> Term:
    """Cancel equal factors above and below; divide a sum above by what is below where that cancels something."""
    found = _without_pairs(term)
    if found.operator != "/" or found.arguments[0].operator not in {"+", "-"}:
        return found
    total, below = found.arguments
    quotients = [Term("/", (part, below)) for part in total.arguments]
    parts = [_divided_out(quotient) for quotient in quotients]
    simpler = any(part is not quotient for part, quotient in zip(parts, quotients, strict=True))
    return Term(total.operator, tuple(parts), term.dimension) if simpler else found


def _without_pairs(term: Term) -> Term:
    above: list[Term] = []
    below: list[Term] = []
    for factor, over in _factors(term, over=True):
        (above if over else below).append(factor)
    kept: list[Term] = []
    for factor in above:
        partner = next((each for each in below if _key(each) == _key(factor)), None)
        if partner is None:
            kept.append(factor)
        else:
            below.remove(partner)
    if len(kept) == len(above):
        return term
    return Term("/", (_product(kept), _product(below)), term.dimension) if below else _product(kept)


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
    return (term.operator, term.number, term.body, *(_key(argument) for argument in term.arguments))
