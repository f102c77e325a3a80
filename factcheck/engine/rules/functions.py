"""Functions of terms and their dimensions: sqrt, log, exp, abs, min, max, sum, len."""

from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.arithmetic import operate, scaled
from factcheck.engine.term.offer import alike, bare, shared
from factcheck.engine.term.term import Term, number
from factcheck.quantity.dimension import power
from factcheck.source import Span

LISTED = frozenset({"sum", "min", "max", "len"})
HALF = Fraction(1, 2)


def function(name: str, arguments: list[Term], span: Span) -> Term:
    """Apply a function to terms. Raises Problem FC306 for a wrong number of values, FC203 for values of two kinds."""
    if name not in LISTED and len(arguments) != 1:
        raise Problem("FC306", f"`{name}` takes one value", span)
    if not arguments:
        raise Problem("FC306", f"`{name}` needs a value", span)
    if name == "len":
        return number(len(arguments))
    if name == "sum":
        return _sum(arguments, span)
    if name in {"min", "max", "abs"}:
        return _like_its_values(name, arguments, span)
    if name == "sqrt":
        first = arguments[0]
        return Term(name, (first,), power(first.dimension, HALF), offer=scaled(first.offer, HALF))
    return Term(name, (bare(arguments[0]),))


def _sum(terms: list[Term], span: Span) -> Term:
    """Add up in halves, so that a long list makes no deep term."""
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    first, last = _sum(terms[:half], span), _sum(terms[half:], span)
    return operate("+", [first, last], span)


def _like_its_values(name: str, terms: list[Term], span: Span) -> Term:
    same = alike(terms)
    if same is None:
        first = terms[0].dimension
        odd = next(term.dimension for term in terms if term.dimension != first)
        raise dim.mismatch(f"the values of `{name}` differ in kind", first, odd, span, ("first", "other"))
    return Term(name, tuple(same), same[0].dimension, offer=shared(same))
