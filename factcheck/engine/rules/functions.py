"""Functions of terms and their dimensions: sqrt, log, exp, abs, min, max, sum, len."""

from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.term import Term, number
from factcheck.quantity.dimension import NUMBER, Dimension, power
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
    return Term(name, tuple(arguments), _dimension(name, arguments, span))


def _sum(terms: list[Term], span: Span) -> Term:
    """Add up in halves, so that a long list makes no deep term."""
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    first, last = _sum(terms[:half], span), _sum(terms[half:], span)
    return Term("+", (first, last), dim.add("+", first.dimension, last.dimension, span))


def _dimension(name: str, arguments: list[Term], span: Span) -> Dimension:
    first = arguments[0].dimension
    if name in {"min", "max", "abs"}:
        for term in arguments[1:]:
            dim.add("-", first, term.dimension, span)
        return first
    return power(first, HALF) if name == "sqrt" else NUMBER
