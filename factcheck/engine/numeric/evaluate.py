"""Evaluates a term: its nominal value and the interval of all values that its inputs allow.

A quantity that occurs once is handled by interval arithmetic, which is exact there. One that occurs more often
would widen the result: where the term is monotone in it over the box, only the ends of its interval are used
(Moore, Kearfott and Cloud 2009, section 6.4), else its interval is cut into pieces.
"""

from collections import Counter
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from factcheck.engine.numeric.extension import Box, over
from factcheck.engine.numeric.simplify import cancelled
from factcheck.engine.numeric.slope import slopes
from factcheck.engine.term.term import Term
from factcheck.quantity.interval import Interval, Number, point

PIECES = 16
MAX_CUT = 2
MAX_EVALUATIONS = 4000


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
