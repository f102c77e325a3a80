"""The slopes of a term in its leaves over a box: automatic differentiation with intervals.

Forward mode (Moore, Kearfott and Cloud 2009, section 6.1) gives the narrower intervals over a box; reverse mode gives
the slopes at one point in all leaves at once, in the time of one evaluation.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.choice import holds, is_choice, undecided_slope
from factcheck.engine.numeric.extension import apply, power
from factcheck.engine.numeric.functions import partial_slopes
from factcheck.engine.term.term import Term
from factcheck.quantity.interval import Interval, add, multiply, negate, point, subtract

ZERO, ONE = point(0), point(1)
Slopes = dict[str, Interval | None]
Inner = Sequence[Interval | None]
_ARITHMETIC = frozenset({"+", "-", "*", "/", "neg", "^"})


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


def gradient(term: Term, points: Mapping[str, Interval]) -> tuple[Interval, Slopes]:
    """Return the value of a term at a point, and its slope there in each leaf, None where that is not known.

    Raises Problem where the value is not defined.
    """
    whole = _valued(term, points)
    found: Slopes = {}
    stack: list[tuple[_Valued, Interval | None]] = [(whole, ONE)]
    while stack:
        part, outer = stack.pop()
        for key, own in part.slopes.items():
            found[key] = _plus(found.get(key, ZERO), _times(outer, own))
        partials = zip(part.parts, _partials(part), strict=True)
        stack.extend((inner, _times(outer, partial)) for inner, partial in partials)
    return whole.value, found


class _Valued(NamedTuple):
    """A part of a term with its value; the slopes are those of a leaf, or of what forward mode has to go through."""

    operator: str
    value: Interval
    parts: tuple["_Valued", ...] = ()
    slopes: Slopes = {}  # noqa: RUF012 - never written to


def _valued(term: Term, points: Mapping[str, Interval]) -> _Valued:
    if not term.arguments or is_choice(term.operator) or term.body is not None:
        walked = _walk(term, {leaf.key for leaf in term.leaves()}, points)
        return _Valued(term.operator, walked.value, (), walked.slopes)
    parts = tuple(_valued(argument, points) for argument in term.arguments)
    return _Valued(term.operator, apply(term.operator, [part.value for part in parts]), parts)


def _partials(part: _Valued) -> list[Interval | None]:
    """Return the slopes of a part in each of its arguments."""
    if not part.parts:
        return []
    slope_in = _chain(part.operator, [each.value for each in part.parts], part.value)
    places = range(len(part.parts))
    found: list[Interval | None] = []
    for place in places:
        try:
            found.append(slope_in([ONE if each == place else ZERO for each in places]))
        except Problem:
            found.append(None)
    return found


def _times(outer: Interval | None, inner: Interval | None) -> Interval | None:
    return None if outer is None or inner is None else multiply(outer, inner)


def _plus(a: Interval | None, b: Interval | None) -> Interval | None:
    return None if a is None or b is None else add(a, b)


def _walk(term: Term, keys: Collection[str], box: Mapping[str, Interval]) -> _Walked:
    if term.leaf is not None:
        key = term.leaf.key
        return _Walked(box[key], {key: ONE} if key in keys else {})
    if term.operator == "number":
        return _Walked(point(term.number), {})
    if is_choice(term.operator):
        return _walk_choice(term, keys, box)
    parts = [_walk(argument, keys, box) for argument in term.arguments]
    values = [part.value for part in parts]
    if term.body is not None:
        from factcheck.engine.numeric.solve import root, root_slopes  # noqa: PLC0415 - needs the slopes of bodies

        value = root(term.body, values)
        partial = root_slopes(term.body, values, value)
        return _Walked(value, _totals(partial, parts))
    value = apply(term.operator, values)
    below = dict.fromkeys(key for part in parts for key in part.slopes)
    if not below:
        return _Walked(value, {})
    slope_in = _chain(term.operator, values, value)
    return _Walked(value, {key: slope_in([part.slopes.get(key, ZERO) for part in parts]) for key in below})


def _walk_choice(term: Term, keys: Collection[str], box: Mapping[str, Interval]) -> _Walked:
    """Return what is chosen; both where the condition is open."""
    left, right = (_walk(side, keys, box) for side in term.arguments[:2])
    found = holds(term.operator, left.value, right.value)
    if found is not None:
        return _walk(term.arguments[2 if found else 3], keys, box)
    then, otherwise = (_walk(value, keys, box) for value in term.arguments[2:])
    parts = (left, right, then, otherwise)
    below = dict.fromkeys(key for part in parts for key in part.slopes)
    slopes = {key: undecided_slope([part.slopes.get(key, ZERO) for part in parts]) for key in below}
    return _Walked(then.value.hull(otherwise.value), slopes)


def _totals(partial: Sequence[Interval | None], parts: Sequence[_Walked]) -> Slopes:
    below = dict.fromkeys(key for part in parts for key in part.slopes)
    return {key: _total(partial, [part.slopes.get(key, ZERO) for part in parts]) for key in below}


def _chain(operator: str, values: list[Interval], value: Interval) -> Callable[[Inner], Interval | None]:
    """Return how the slope of a part follows from the slopes of its arguments in the same leaf."""
    if operator in _ARITHMETIC:
        return lambda inner: _derivative(operator, (values[0], inner[0]), (values[-1], inner[-1]), value)
    partial = partial_slopes(operator, values, value)
    return lambda inner: _total(partial, inner)


def _total(partial: Sequence[Interval | None], inner: Inner) -> Interval | None:
    """Return the sum of partial slopes, each times the slope of its argument."""
    found = ZERO
    for outer, own in zip(partial, inner, strict=True):
        if own == ZERO:
            continue
        if outer is None or own is None:
            return None
        found = add(found, multiply(outer, own))
    return found


def _derivative(
    operator: str, first: tuple[Interval, Interval | None], last: tuple[Interval, Interval | None], value: Interval
) -> Interval | None:
    (a, da), (b, db) = first, last
    if da is None or db is None:
        return None
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
        case "^" if a.low is not None and a.low > 0:
            # the slope of a ^ b is a ^ b · (b / a · da + ln a · db)
            found = multiply(value, add(multiply(apply("/", [b, a]), da), multiply(apply("log", [a]), db)))
    return found
