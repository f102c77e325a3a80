"""The slopes of a term in its leaves over a box: automatic differentiation with intervals.

Forward mode, Moore, Kearfott and Cloud 2009, section 6.1.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from factcheck.engine.numeric.extension import apply, power
from factcheck.engine.term.term import Term
from factcheck.quantity.interval import Interval, add, multiply, negate, point, subtract

ZERO, ONE = point(0), point(1)
Slopes = dict[str, Interval | None]


class _Walked(NamedTuple):
    """A part's values, and its slopes in the leaves below it; None where a slope is not known."""

    value: Interval
    slopes: Slopes


def slopes(term: Term, keys: Collection[str], box: Mapping[str, Interval]) -> Slopes:
    """Return for each key an interval that holds the slope in that leaf everywhere in the box, or None."""
    found = _walk(term, keys, box).slopes
    return {key: found.get(key, ZERO) for key in keys}


def slope(term: Term, key: str, box: Mapping[str, Interval]) -> Interval | None:
    """Return an interval that holds the slope in one leaf everywhere in the box, or None."""
    return slopes(term, [key], box)[key]


def _walk(term: Term, keys: Collection[str], box: Mapping[str, Interval]) -> _Walked:
    if term.leaf is not None:
        key = term.leaf.key
        return _Walked(box[key], {key: ONE} if key in keys else {})
    if term.operator == "number":
        return _Walked(point(term.number), {})
    parts = [_walk(argument, keys, box) for argument in term.arguments]
    value = apply(term.operator, [part.value for part in parts])
    below = dict.fromkeys(key for part in parts for key in part.slopes)
    return _Walked(value, {key: _slope(term.operator, parts, key, value) for key in below})


def _slope(operator: str, parts: list[_Walked], key: str, value: Interval) -> Interval | None:
    da, db = (part.slopes.get(key, ZERO) for part in (parts[0], parts[-1]))
    if da is None or db is None:
        return None
    return _derivative(operator, (parts[0].value, da), (parts[-1].value, db), value)


def _derivative(
    operator: str, first: tuple[Interval, Interval], last: tuple[Interval, Interval], value: Interval
) -> Interval | None:
    (a, da), (b, db) = first, last
    found: Interval | None = None
    match operator:
        case "+":
            found = add(da, db)
        case "-":
            found = subtract(da, db)
        case "neg":
            found = negate(da)
        case "*":
            found = add(multiply(da, b), multiply(a, db))
        case "/" if not b.contains(0):
            # the slope of a / b is (da - value · db) / b
            found = apply("/", [subtract(da, multiply(value, db)), b])
        case "^" if db == ZERO and b.is_point and not ((b.low or 0) < 0 and a.contains(0)):
            found = multiply(multiply(b, power(a, subtract(b, ONE))), da)
    return found
