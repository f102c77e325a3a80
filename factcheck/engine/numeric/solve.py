"""The root of an equation that no formula gives: where a body of one unknown is zero, enclosed.

A change of sign is looked for on both sides of zero, at four places in each octave, by floats; what they find is
checked and narrowed by bisection with exact numbers. Over a box, the ends are the places outside of which the body
keeps its sign for all inputs; between them its slope has one sign, so that each choice of inputs has one root there
(Moore, Kearfott and Cloud 2009, chapter 8).
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.choice import holds, is_choice
from factcheck.engine.numeric.evaluate import enclosure
from factcheck.engine.numeric.extension import over
from factcheck.engine.numeric.slope import slope, slopes
from factcheck.engine.term.formula import with_names
from factcheck.engine.term.term import UNKNOWN, Term, hole
from factcheck.quantity.interval import Interval, Number, divide, negate, point

OCTAVES = 100
"""Roots are looked for between 2^-100 and 2^100, in base units, and between their negatives."""
PARTS = (1.0, 1.25, 1.5, 1.75)
NARROWED = Fraction(1, 2**56)
"""How narrow a root is told, relative to its size."""
WIDENED = 24
FIRST_STEP, LAST_STEP = Fraction(1, 2**40), 2**40
PIECES = 16
_FEW_OCTAVES = 40
_EDGE_STEPS = 30
_FLOAT_STEPS = 50
_FLOATS = Fraction(1, 2**38)
"""How near floats come to a root."""

Guess = Callable[[float], float]
Box = Mapping[str, Interval]


class _Found(NamedTuple):
    """A root between two places, and the sign of the body before it."""

    low: Fraction
    high: Fraction
    before: int


def root(body: Term, values: Sequence[Interval]) -> Interval:
    """Return an interval that holds the root of a body over a box.

    Raises Problem FC307 where there is none, several, or not one for each choice of inputs.
    """
    return _root(body, tuple(values))


@lru_cache(maxsize=1024)
def _root(body: Term, values: tuple[Interval, ...]) -> Interval:
    middles = tuple(_middle(body, value) for value in values)
    found = _single(body, middles)
    if all(value.is_point for value in values):
        return Interval(found.low, found.high)
    box = _box(body, values)
    if found.low == found.high == 0:
        at_zero = {**box, UNKNOWN: point(0)}
        steep = slope(body, UNKNOWN, at_zero)
        if over(body, at_zero) == point(0) and steep is not None and not steep.contains(0):
            return point(0)
        raise _open(body)
    return _widened(body, found, box)


def _box(body: Term, values: Sequence[Interval]) -> dict[str, Interval]:
    """Return the values of all leaves but the unknown; constants have their own."""
    constants = {leaf.key: leaf.range for leaf in body.leaves() if leaf.nominal is not None}
    return {**constants, **{hole(i): value for i, value in enumerate(values)}}


def _middle(body: Term, value: Interval) -> Number:
    if value.low is None or value.high is None:
        raise _problem(body, "is found for inputs that have bounds only")
    return value.low if value.low == value.high else Fraction(value.low + value.high) / 2


@lru_cache(maxsize=1024)
def _single(body: Term, inputs: tuple[Number, ...]) -> _Found:
    """Return the one root at a point of the box: the positive one, else zero, else the negative one."""
    box = _box(body, [point(value) for value in inputs])
    guess = _floats(body, [float(value) for value in inputs])
    for side in (1, 0, -1):
        if side == 0:
            found = [_Found(Fraction(0), Fraction(0), 0)] if _sign(body, Fraction(0), box) == 0 else []
        else:
            found = list(_crossings(body, guess, box, side))
        if len(found) > 1:
            places = ", ".join(f"{float(each.high):.6g}" for each in found[:3])
            raise _problem(body, f"has several values, near {places}")
        if found:
            return found[0]
    cure = f"tried from 10^-30 to 10^30, of either sign: {_equation(body)}"
    raise Problem("FC307", f"no value of `{_name(body)}` solves the equation", help=cure)


def _crossings(body: Term, guess: Guess, box: Box, side: int) -> Iterator[_Found]:
    """Yield the places on one side of zero where the body changes its sign, narrowed."""
    last: tuple[float, float] | None = None
    for x, value in _with_edges(guess, _places(body, side)):
        if math.isnan(value):
            last = None
            continue
        if value == 0:
            exact = Fraction(x)
            if _sign(body, exact, box) == 0:
                yield _Found(exact, exact, _sign(body, exact - abs(exact) * FIRST_STEP, box) or 0)
            continue
        if last is not None and (value > 0) != (last[1] > 0):
            yield from _narrowed(body, sorted((Fraction(last[0]), Fraction(x))), guess, box)
        last = (x, value)


def _places(body: Term, side: int) -> Iterator[float]:
    """Yield where to look first; fewer places for a body that takes long."""
    parts, octaves = ((1.0,), _FEW_OCTAVES) if _is_slow(body) else (PARTS, OCTAVES)
    return (side * math.ldexp(part, octave) for octave in range(-octaves, octaves) for part in parts)


def _with_edges(guess: Guess, places: Iterator[float]) -> Iterator[tuple[float, float]]:
    """Yield places with their values, with more of them towards an edge beyond which there is none."""
    last: tuple[float, float] | None = None
    for x in places:
        here = (x, guess(x))
        if last is not None and math.isnan(last[1]) != math.isnan(here[1]):
            entering = math.isnan(last[1])
            near = list(_towards_edge(guess, *((x, last[0]) if entering else (last[0], x))))
            yield from reversed(near) if entering else near
        yield here
        last = here


def _towards_edge(guess: Guess, inside: float, outside: float) -> Iterator[tuple[float, float]]:
    """Yield places between one that has a value and one that has none, nearer and nearer to the edge."""
    for _ in range(_EDGE_STEPS):
        middle = (inside + outside) / 2
        value = guess(middle)
        if math.isnan(value):
            outside = middle
        else:
            inside = middle
            yield middle, value


def _is_slow(body: Term) -> bool:
    known = body.leaf is not None or body.operator in _OPERATIONS or body.operator == "number"
    return not (known or is_choice(body.operator)) or any(_is_slow(part) for part in body.arguments)


def _narrowed(body: Term, ends: list[Fraction], guess: Guess, box: Box) -> Iterator[_Found]:
    """Yield the root between two ends where the body has opposite signs; nothing where floats were mistaken."""
    low, high = ends
    before, after = _sign(body, low, box), _sign(body, high, box)
    if before is None or after is None or before * after >= 0:
        return
    near = _near(guess, float(low), float(high))
    low, high = next((pair for pair in near if [_sign(body, end, box) for end in pair] == [before, after]), (low, high))
    while high - low > abs(low) * NARROWED:
        middle = (low + high) / 2
        sign = _sign(body, middle, box)
        if sign is None:
            return
        if sign == 0:
            low = high = middle
        low, high = (middle, high) if sign == before else (low, middle)
    yield _Found(low, high, before)


def _near(guess: Guess, low: float, high: float) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield an interval around the place where floats change their sign."""
    rises = guess(high) > 0
    for _ in range(_FLOAT_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if (guess(middle) > 0) == rises else (middle, high)
    place = Fraction(low)
    yield place - abs(place) * _FLOATS, place + abs(place) * _FLOATS


def _sign(body: Term, x: Fraction, box: Box) -> int | None:
    """Return the sign of the body at a place, for all inputs; None where it has several, or is not defined."""
    try:
        value = enclosure(body, {**box, UNKNOWN: point(x)})
    except Problem:
        return None
    if value == point(0):
        return 0
    if value.low is not None and (value.low > 0 or (value.low == 0 and value.low_open)):
        return 1
    if value.high is not None and (value.high < 0 or (value.high == 0 and value.high_open)):
        return -1
    return None


def _widened(body: Term, found: _Found, box: Box) -> Interval:
    low = _bound(body, found.low, found.before, box, outward=-1)
    high = _bound(body, found.high, -found.before, box, outward=1)
    if low is None or high is None:
        raise _open(body)
    if not _one_way(body, low, high, box):
        raise _open(body)
    return Interval(low, high)


def _bound(body: Term, start: Fraction, wanted: int, box: Box, *, outward: int) -> Fraction | None:
    """Return the nearest place outward from which on the body has the wanted sign for all inputs."""
    grows = (outward > 0) == (start > 0)
    inside, step = start, FIRST_STEP
    while step <= LAST_STEP:
        outside = start * (1 + step) if grows else start / (1 + step)
        if _sign(body, outside, box) == wanted:
            break
        inside, step = outside, step * 4
    else:
        return None
    for _ in range(WIDENED):
        middle = (inside + outside) / 2
        if _sign(body, middle, box) == wanted:
            outside = middle
        else:
            inside = middle
    return outside


def _one_way(body: Term, low: Fraction, high: Fraction, box: Box) -> bool:
    """Whether the body rises everywhere between two places, or falls everywhere."""
    found: set[bool] = set()
    for i in range(PIECES):
        piece = Interval(low + (high - low) * i / PIECES, low + (high - low) * (i + 1) / PIECES)
        try:
            steep = slope(body, UNKNOWN, {**box, UNKNOWN: piece})
        except Problem:
            return False
        if steep is None or steep.contains(0):
            return False
        found.add(steep.low is not None and steep.low >= 0)
    return len(found) == 1


def swapped(body: Term, position: int) -> Term:
    """Return the body in which an argument is the unknown, and the unknown the argument at its place."""
    keys = {UNKNOWN: hole(position), hole(position): UNKNOWN}

    def swap(term: Term) -> Term:
        if term.leaf is not None:
            return replace(term, leaf=replace(term.leaf, key=keys.get(term.leaf.key, term.leaf.key)))
        return replace(term, arguments=tuple(swap(argument) for argument in term.arguments))

    return swap(body)


def root_slopes(body: Term, values: Sequence[Interval], found: Interval) -> list[Interval | None]:
    """Return the slopes of the root in each input: minus the body's slope in it over that in the unknown."""
    keys = [hole(i) for i in range(len(values))]
    known = slopes(body, [*keys, UNKNOWN], {**_box(body, values), UNKNOWN: found})
    steep = known[UNKNOWN]
    if steep is None or steep.contains(0):
        return [None] * len(values)
    return [None if (own := known[key]) is None else negate(divide(own, steep)) for key in keys]


def _floats(body: Term, inputs: Sequence[float]) -> Guess:
    """Return the body as a function of floats, for a first look; not a number where it is not defined."""
    known = {hole(i): value for i, value in enumerate(inputs)}

    def value(x: float) -> float:
        try:
            found = _float(body, {**known, UNKNOWN: x})
        except (ArithmeticError, ValueError, Problem):
            return math.nan
        return found if isinstance(found, float) else math.nan

    return value


def _float(term: Term, known: Mapping[str, float]) -> float:
    if term.leaf is not None:
        return known[term.leaf.key] if term.leaf.key in known else float(term.leaf.nominal or 0)
    if term.operator == "number":
        return float(term.number)
    if is_choice(term.operator):
        left, right = (Interval(end, end) for end in (Fraction(_float(side, known)) for side in term.arguments[:2]))
        return _float(term.arguments[2 if holds(term.operator, left, right) else 3], known)
    values = [_float(argument, known) for argument in term.arguments]
    operation = _OPERATIONS.get(term.operator)
    if operation is not None:
        return operation(*values)
    found = over(Term(term.operator, tuple(Term("number", number=Fraction(v)) for v in values), body=term.body), {})
    if found.low is None or found.high is None:
        return math.nan
    return float(found.low + found.high) / 2


_OPERATIONS: dict[str, Callable[..., float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "neg": lambda a: -a,
    "^": lambda a, b: a**b,
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "atan2": math.atan2,
    "abs": abs,
    "min": min,
    "max": max,
    "erf": math.erf,
}


def _equation(body: Term) -> str:
    left, right = body.arguments
    return f"`{with_names(left)} = {with_names(right)}`"


def _name(body: Term) -> str:
    return next(leaf.name for leaf in body.leaves() if leaf.key == UNKNOWN)


def _problem(body: Term, what: str, cure: str | None = None) -> Problem:
    return Problem("FC307", f"`{_name(body)}` {what}", help=cure or f"its equation: {_equation(body)}")


def _open(body: Term) -> Problem:
    return _problem(body, "has not one value for all inputs as they are rounded")
