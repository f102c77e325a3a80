"""Solves a derivation for one of its inputs: which values of it would give a result in a set.

The operators between the input and the result are undone one by one, over intervals, with the other inputs at given
values. That is the exact solution set where the input occurs once; for one that occurs more often there is none here.
"""

from collections.abc import Mapping
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.evaluate import apply, over
from factcheck.engine.term import Term
from factcheck.quantity.interval import Interval, Number, negate, point, subtract

Box = Mapping[str, Interval]


def solve_for(term: Term, key: str, wanted: Interval, box: Box) -> Interval | None:
    """Return the values of the leaf ``key`` for which the term lies in ``wanted``, in base units.

    None where the leaf occurs not at all or more than once, or an operator cannot be undone.
    """
    if sum(leaf.key == key for leaf in term.leaves()) != 1:
        return None
    try:
        return _solve(term, key, wanted, box)
    except Problem:
        return None


def _solve(term: Term, key: str, wanted: Interval, box: Box) -> Interval | None:
    if term.leaf is not None:
        return wanted if term.leaf.key == key else None
    position = next(i for i, a in enumerate(term.arguments) if any(leaf.key == key for leaf in a.leaves()))
    others = [over(argument, box) for i, argument in enumerate(term.arguments) if i != position]
    inner = _undo(term.operator, position, wanted, others)
    return None if inner is None else _solve(term.arguments[position], key, inner, box)


def _undo(operator: str, position: int, wanted: Interval, others: list[Interval]) -> Interval | None:
    """Return the operand at ``position`` for which the operator gives ``wanted``."""
    match operator, position:
        case "neg", _:
            return negate(wanted)
        case "+", _:
            return subtract(wanted, others[0])
        case "-", 0:
            return apply("+", [wanted, others[0]])
        case "-", 1:
            return subtract(others[0], wanted)
        case "*", _:
            return apply("/", [wanted, others[0]])
        case "/", 0:
            return apply("*", [wanted, others[0]])
        case "/", 1:
            return _positive_quotient(others[0], wanted)
        case "^", 0:
            return _root(wanted, others[0])
        case "sqrt", _:
            return apply("*", [wanted, wanted])
        case "exp", _:
            return apply("log", [wanted])
        case "log", _:
            return apply("exp", [wanted])
    return None


def _positive_quotient(above: Interval, wanted: Interval) -> Interval | None:
    """Undo a division by the unknown; a half-line of results above zero is a bounded set of divisors."""
    if wanted.low is not None and wanted.low <= 0 < (wanted.high or 1):
        return None if wanted.high is None else apply("/", [above, Interval(wanted.high, None, wanted.high_open)])
    if wanted.low is None and wanted.high is not None and wanted.high > 0:
        return apply("/", [above, Interval(0, wanted.high, low_open=True, high_open=wanted.high_open)])
    return apply("/", [above, wanted])


def _root(wanted: Interval, exponent: Interval) -> Interval | None:
    e = exponent.low
    if not exponent.is_point or not e or wanted.low is None or wanted.low < 0:
        return None
    return apply("^", [wanted, point(Fraction(1) / e)])


def elasticity(term: Term, key: str, points: Mapping[str, Number]) -> Fraction | None:
    """Return by how many per cent the result changes for one per cent of an input, at the nominal values.

    The logarithmic derivative, as a central difference over a change of 10^-9: exact to more digits than are shown.
    """
    value, at = _at(term, points), points[key]
    if not value or not at:
        return None
    step = Fraction(at) / 10**9
    above, below = _at(term, {**points, key: at + step}), _at(term, {**points, key: at - step})
    if above is None or below is None:
        return None
    return Fraction(above - below) / (2 * step) * at / value


def _at(term: Term, points: Mapping[str, Number]) -> Number | None:
    try:
        return over(term, {key: point(value) for key, value in points.items()}).low
    except Problem:
        return None
