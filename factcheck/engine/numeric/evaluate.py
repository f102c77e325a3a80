"""Evaluates a term: its nominal value and the interval of all values that its inputs allow.

A quantity that occurs once is handled by interval arithmetic, which is exact there. One that occurs more often
would widen the result: where the term is monotone in it over the box, only the ends of its interval are used
(Moore, Kearfott and Cloud 2009, section 6.4), else its interval is cut into pieces.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.numeric import roots
from factcheck.engine.numeric.simplify import cancelled
from factcheck.engine.numeric.slope import slopes
from factcheck.engine.resolve.term import Term
from factcheck.quantity.interval import (
    Interval,
    Number,
    add,
    divide,
    integer_power,
    magnitude,
    multiply,
    negate,
    point,
    subtract,
)

MAX_BITS = 6_000
"""Twice as many bits have fewer digits than Python is willing to write."""
PIECES = 16
MAX_CUT = 2
MAX_EVALUATIONS = 4000

Box = Mapping[str, Interval]


class Value(NamedTuple):
    """A nominal value (None where an input has none) and the interval around it, in base units."""

    nominal: Number | None
    range: Interval


def evaluate(term: Term) -> Value:
    """Evaluate a term over the intervals of its leaves.

    Raises Problem FC204 for a division by zero, FC208 for a number that grows beyond the limits, FC209 where the
    value is not defined (the root of a negative number).
    """
    box = {leaf.key: leaf.range for leaf in term.leaves()}
    return Value(nominal(term), enclosure(term, box))


def nominal(term: Term) -> Number | None:
    """Return the value at the nominal values of the leaves."""
    points = {leaf.key: None if leaf.nominal is None else point(leaf.nominal) for leaf in term.leaves()}
    if None in points.values():
        return None
    return nominal_at(term, {key: p for key, p in points.items() if p is not None})


def nominal_at(term: Term, points: Box) -> Number | None:
    """Return the value at one point of the box; the middle where it is not rational."""
    found = over(term, points)
    if found.low is None or found.high is None:
        return None
    return found.low if found.low == found.high else Fraction(found.low + found.high) / 2


def enclosure(term: Term, box: Box) -> Interval:
    """Return an interval that holds every value of the term over the box, without widening for repeated leaves."""
    if not _repeated(term, box):
        return over(term, box)
    simpler = cancelled(term)
    repeated = _repeated(simpler, box)
    return _resolve(simpler, dict(box), repeated) if repeated else over(simpler, box)


def _repeated(term: Term, box: Box) -> list[str]:
    counts = Counter(leaf.key for leaf in term.leaves() if not box[leaf.key].is_point)
    return sorted(key for key, n in counts.items() if n > 1)


def _resolve(term: Term, box: dict[str, Interval], repeated: list[str]) -> Interval:
    """Fix monotone leaves at their ends, then cut those that are left."""
    known = {key: s for key, s in slopes(term, repeated, box).items() if s is not None and _finite(box[key])}
    rising = {key: s.low is not None and s.low >= 0 for key, s in known.items() if _one_sign(s)}
    left = [key for key in repeated if key not in rising]
    if not rising:
        return _pieces(term, box, left)
    lower = {key: _end(box[key], first=up) for key, up in rising.items()}
    upper = {key: _end(box[key], first=not up) for key, up in rising.items()}
    least, most = _pieces(term, {**box, **_points(lower)}, left), _pieces(term, {**box, **_points(upper)}, left)
    # where the slope may be zero, the value at an open end may be reached elsewhere
    strict = [key for key in rising if not known[key].contains(0)]
    return Interval(
        least.low,
        most.high,
        least.low_open or any(lower[key].low_open for key in strict),
        most.high_open or any(upper[key].low_open for key in strict),
    )


def _one_sign(values: Interval) -> bool:
    return (values.low is not None and values.low >= 0) or (values.high is not None and values.high <= 0)


def _finite(interval: Interval) -> bool:
    return interval.low is not None and interval.high is not None


def _end(interval: Interval, *, first: bool) -> Interval:
    """Return an end of a finite interval as an interval of its own, and whether it is open."""
    low, high, low_open, high_open = interval
    return Interval(low, low, low_open, low_open) if first else Interval(high, high, high_open, high_open)


def _points(ends: dict[str, Interval]) -> dict[str, Interval]:
    return {key: Interval(end.low, end.high) for key, end in ends.items()}


def _pieces(term: Term, box: dict[str, Interval], keys: list[str]) -> Interval:
    """Return the hull over pieces of the intervals of ``keys``.

    At most two are cut, and into fewer pieces for a large term.
    """
    cut = [key for key in keys if _finite(box[key])][:MAX_CUT]
    if not cut:
        return over(term, box)
    count = min(PIECES, int((MAX_EVALUATIONS / _size(term)) ** (1 / len(cut))))
    found: Interval | None = None
    for pieces in product(*(_cut(box[key], max(1, count)) for key in cut)):
        part = over(term, {**box, **dict(zip(cut, pieces, strict=True))})
        found = part if found is None else found.hull(part)
    return found or over(term, box)


def _size(term: Term) -> int:
    return 1 + sum(_size(argument) for argument in term.arguments)


def _cut(interval: Interval, count: int) -> list[Interval]:
    """Cut a finite interval into pieces that touch."""
    low, width = Fraction(interval.low or 0), Fraction((interval.high or 0) - (interval.low or 0))
    ends = [low + width * Fraction(i, count) for i in range(count + 1)]
    pieces = [Interval(a, b) for a, b in pairwise(ends)]
    pieces[0] = pieces[0]._replace(low_open=interval.low_open)
    pieces[-1] = pieces[-1]._replace(high_open=interval.high_open)
    return pieces


def over(term: Term, box: Box) -> Interval:
    """Evaluate by interval arithmetic, each occurrence of a leaf on its own."""
    operator = term.operator
    if operator == "leaf" and term.leaf is not None:
        return box[term.leaf.key]
    if operator == "number":
        return point(term.number)
    values = [over(argument, box) for argument in term.arguments]
    found = apply(operator, values)
    _refuse_huge(found)
    return found


def apply(operator: str, values: list[Interval]) -> Interval:
    """Apply an operator or function to intervals."""
    match operator:
        case "+":
            return add(values[0], values[1])
        case "-":
            return subtract(values[0], values[1])
        case "*":
            return multiply(values[0], values[1])
        case "/":
            return _divide(values[0], values[1])
        case "neg":
            return negate(values[0])
        case "^":
            return power(values[0], values[1])
        case "abs":
            return magnitude(values[0])
        case "min" | "max":
            return _extreme(operator, values)
    return roots.function(operator, values[0])


def _divide(a: Interval, b: Interval) -> Interval:
    try:
        return divide(a, b)
    except ZeroDivisionError:
        raise Problem("FC204", "division by zero") from None


def power(base: Interval, exponent: Interval) -> Interval:
    """Raise to a power; roots, and powers that are not whole or large, are rounded outward."""
    e = exponent.low
    if not exponent.is_point or e is None or Fraction(e).denominator != 1:
        return roots.real_power(base, exponent)
    if _out_of_reach(base, int(e)):
        if base.low is None or base.low <= 0:
            raise Problem("FC208", "the number grows too large: the power is out of reach")
        return roots.real_power(base, exponent)
    try:
        return integer_power(base, int(e))
    except ZeroDivisionError:
        raise Problem("FC204", "division by zero: a negative power of zero") from None


def _out_of_reach(base: Interval, exponent: int) -> bool:
    """Whether a power is too large for exact digits; seen before it is computed: 9^9^9^9 must not hang."""
    ends = [Fraction(e) for e in (base.low, base.high) if e is not None]
    bits = max((max(e.numerator.bit_length(), e.denominator.bit_length()) for e in ends), default=0)
    return bits * abs(exponent) > MAX_BITS


def _refuse_huge(found: Interval) -> None:
    for end in (found.low, found.high):
        if end is not None and end.numerator.bit_length() + end.denominator.bit_length() > 2 * MAX_BITS:
            raise Problem("FC208", "the number grows too large")


def _extreme(operator: str, values: list[Interval]) -> Interval:
    found = values[0]
    for value in values[1:]:
        found = _smaller(found, value) if operator == "min" else negate(_smaller(negate(found), negate(value)))
    return found


def _smaller(a: Interval, b: Interval) -> Interval:
    """Return the interval of min(x, y)."""
    low = a.hull(b)
    if a.high is None:
        high, high_open = b.high, b.high_open
    elif b.high is None or a.high < b.high:
        high, high_open = a.high, a.high_open
    else:
        high, high_open = b.high, b.high_open if b.high < a.high else a.high_open or b.high_open
    return Interval(low.low, high, low.low_open, high is None or high_open)
