"""The slope of a term in one of its leaves over a box: automatic differentiation with intervals.

Forward mode, Moore, Kearfott and Cloud 2009, section 6.1.
"""

from collections.abc import Mapping

from factcheck.engine import evaluate as ev
from factcheck.engine.term import Term
from factcheck.quantity.interval import Interval, add, multiply, negate, point, subtract

ZERO, ONE = point(0), point(1)


def slope_sign(term: Term, key: str, box: Mapping[str, Interval]) -> int | None:
    """Return 1 where the term never falls as the leaf grows, -1 where it never rises, else None."""
    found = slope(term, key, box)
    if found is None:
        return None
    if found.low is not None and found.low >= 0:
        return 1
    return -1 if found.high is not None and found.high <= 0 else None


def slope(term: Term, key: str, box: Mapping[str, Interval]) -> Interval | None:
    """Return an interval that holds the slope in a leaf everywhere in the box; None where it is not known."""
    found = _slope(term, key, box)
    return None if found is None else found[1]


def _slope(term: Term, key: str, box: Mapping[str, Interval]) -> tuple[Interval, Interval] | None:
    """Return the value and the derivative as intervals."""
    if term.leaf is not None:
        return box[term.leaf.key], ONE if term.leaf.key == key else ZERO
    if term.operator == "number":
        return point(term.number), ZERO
    parts = [_slope(argument, key, box) for argument in term.arguments]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    value = ev.apply(term.operator, [part[0] for part in known])
    if all(part[1] == ZERO for part in known):
        return value, ZERO
    derivative = _derivative(term.operator, known, value)
    return None if derivative is None else (value, derivative)


def _derivative(operator: str, parts: list[tuple[Interval, Interval]], value: Interval) -> Interval | None:
    (a, da), (b, db) = parts[0], parts[-1]
    match operator:
        case "+":
            return add(da, db)
        case "-":
            return subtract(da, db)
        case "neg":
            return negate(da)
        case "*":
            return add(multiply(da, b), multiply(a, db))
        case "/":
            return _quotient(da, b, db, value)
        case "^" if db == ZERO and b.is_point and not ((b.low or 0) < 0 and a.contains(0)):
            return multiply(multiply(b, ev.power(a, subtract(b, ONE))), da)
    return None


def _quotient(da: Interval, b: Interval, db: Interval, value: Interval) -> Interval | None:
    """Return (da - value · db) / b, which is the derivative of a / b."""
    if b.contains(0):
        return None
    return ev.apply("/", [subtract(da, multiply(value, db)), b])
