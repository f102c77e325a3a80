"""Sines, tangents and their inverses over intervals: the ends of the interval, and the turning points inside it."""

from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Interval, Number, negate

ONE = Interval(-1, 1)
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def _at(name: str, *arguments: Number) -> Interval:
    """Return the value at a point; the module that knows it is slow to load."""
    from factcheck.engine.numeric.special import MAX_ANGLE, at  # noqa: PLC0415

    if name in {"sin", "cos", "tan"} and any(abs(Fraction(a)) > MAX_ANGLE for a in arguments):
        raise Problem("FC208", "the angle is out of reach")
    return at(name, *arguments)


def sine(a: Interval) -> Interval:
    """Return the sines of angles in radians."""
    return _wave("sin", a, QUARTER)


def cosine(a: Interval) -> Interval:
    """Return the cosines of angles in radians."""
    return _wave("cos", a, Fraction(0))


def _wave(name: str, a: Interval, top: Fraction) -> Interval:
    """Return the values of a wave that is largest at ``top`` turns, and every whole turn from there."""
    if a.low is None or a.high is None:
        return ONE
    first, last = _at(name, a.low), _at(name, a.high)
    found = first.hull(last)
    low, high = found.low or 0, found.high or 0
    turns = _turns(a.low, a.high)
    high = 1 if _has_whole(turns, top) else min(high, 1)
    low = -1 if _has_whole(turns, top + HALF) else max(low, -1)
    return Interval(low, high)


def _turns(low: Number, high: Number) -> Interval:
    return Interval(_at("turns", low).low, _at("turns", high).high)


def _has_whole(turns: Interval, offset: Fraction) -> bool:
    """Whether a whole number plus the offset lies in the interval; a point is its value and nothing else."""
    low, high = Fraction(turns.low or 0) - offset, Fraction(turns.high or 0) - offset
    return -(-low.numerator // low.denominator) <= high


def tangent(a: Interval) -> Interval:
    """Return the tangents; the whole line where a pole lies inside."""
    if a.low is None or a.high is None or _has_whole(_doubled(_turns(a.low, a.high)), HALF):
        return Interval(None, None, low_open=True, high_open=True)
    return Interval(_at("tan", a.low).low, _at("tan", a.high).high, a.low_open, a.high_open)


def _doubled(turns: Interval) -> Interval:
    return turns.scaled(2)


def arcsine(a: Interval) -> Interval:
    """Return the angles between -π/2 and π/2 whose sine lies in the interval."""
    low, high = _between_ones("asin", a)
    return Interval(_at("asin", low).low, _at("asin", high).high, a.low_open, a.high_open)


def arccosine(a: Interval) -> Interval:
    """Return the angles between 0 and π whose cosine lies in the interval."""
    low, high = _between_ones("acos", a)
    return Interval(_at("acos", high).low, _at("acos", low).high, a.high_open, a.low_open)


def _between_ones(name: str, a: Interval) -> tuple[Number, Number]:
    if a.low is None or a.high is None or not (a.low >= -1 and a.high <= 1):
        raise Problem("FC209", f"`{name}` of a number that may lie outside of -1 to 1")
    return a.low, a.high


def arctangent(a: Interval) -> Interval:
    """Return the angles between -π/2 and π/2 whose tangent lies in the interval."""
    right = _at("atan2", 1, 0)
    low = negate(right).low if a.low is None else _at("atan", a.low).low
    high = right.high if a.high is None else _at("atan", a.high).high
    return Interval(low, high, a.low_open, a.high_open)


def direction(y: Interval, x: Interval) -> Interval:
    """Return the angles of the points (x, y), from -π to π; they jump where y is zero left of the origin.

    Raises Problem FC209 where the point may be the origin.
    """
    if y.contains(0) and x.contains(0):
        raise Problem("FC209", "the direction of a point that may be the origin")
    turn = _at("atan2", 0, -1)
    bounded = None not in (y.low, y.high, x.low, x.high)
    if not bounded or (x.low is not None and x.low < 0 and y.contains(0)):
        if y.is_point and y.low == 0 and x.high is not None and x.high < 0:
            return turn
        return Interval(negate(turn).low, turn.high)
    corners = [_at("atan2", a, b) for a in _ends(y) for b in _ends(x)]
    found = corners[0]
    for corner in corners[1:]:
        found = found.hull(corner)
    return found


def _ends(a: Interval) -> list[Number]:
    return [end for end in dict.fromkeys((a.low, a.high)) if end is not None]
