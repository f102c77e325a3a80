"""Interval arithmetic: examples, and the law that every operation encloses what it calculates."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.quantity.interval import (
    REALS,
    Interval,
    Number,
    add,
    around,
    divide,
    integer_power,
    magnitude,
    multiply,
    negate,
    point,
    reciprocal,
    subtract,
)
from tests.notation import read, rows, shown

BINARY: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "hull": Interval.hull,
}

# one interval | operation | the other | result
RESULTS = """
    [1, 2]    | +    | [10, 20)  | [11, 22)
    (1, ∞)    | +    | 5         | (6, ∞)
    [1, 2]    | -    | [10, 20)  | (-19, -8]
    (-∞, 2]   | -    | (-∞, 3]   | (-∞, ∞)
    [1, 2]    | *    | [3, 4]    | [3, 8]
    [-1, 2]   | *    | [3, 4]    | [-4, 8]
    [-1, 2]   | *    | [-3, 4)   | [-6, 8)
    3         | *    | [-3, 4)   | [-9, 12)
    -3        | *    | [-3, 4)   | (-12, 9]
    (2, ∞)    | *    | [3, 4]    | (6, ∞)
    (2, ∞)    | *    | 0         | 0
    [0, ∞)    | *    | (2, ∞)    | [0, ∞)
    (0, 1)    | *    | (2, ∞)    | (0, ∞)
    (-∞, ∞)   | *    | [0, 1]    | (-∞, ∞)
    [0, 1)    | *    | (-1, 1)   | (-1, 1)
    [1, 2]    | /    | [4, 8]    | [0.125, 0.5]
    [1, 2]    | /    | (4, ∞)    | (0, 0.5)
    [1, 2]    | /    | [0, 4]    | [0.25, ∞)
    [1, 2]    | /    | (0, 4)    | (0.25, ∞)
    [1, 2]    | /    | [-4, 0]   | (-∞, -0.25]
    [1, 2]    | /    | [-4, 4]   | (-∞, ∞)
    [1, 2]    | /    | -4        | [-0.5, -0.25]
    [1, 2)    | hull | (5, 6]    | [1, 6]
    (1, 2)    | hull | [1, 2]    | [1, 2]
    [1, 2]    | hull | (-∞, 0)   | (-∞, 2]
"""

# interval | exponent | power
POWERS = """
    [2, 3)    | 2  | [4, 9)
    [-3, 2)   | 2  | [0, 9]
    (-3, 2]   | 2  | [0, 9)
    [-3, -2)  | 2  | (4, 9]
    [-3, 2)   | 3  | [-27, 8)
    (-∞, 2)   | 2  | [0, ∞)
    (-∞, 2)   | 3  | (-∞, 8)
    [2, 4]    | -1 | [0.25, 0.5]
    [-2, 2]   | -2 | [0.25, ∞)
    [0, 5]    | 0  | 1
"""

# one interval | inside the other | shares a number with it
RELATIONS = """
    [1, 2]   | [1, 2]   | yes | yes
    [1, 2]   | (1, 2]   | no  | yes
    (1, 2)   | [1, 2]   | yes | yes
    [1, 2]   | [2, 3]   | no  | yes
    [1, 2]   | (2, 3]   | no  | no
    [1, 2)   | [2, 3]   | no  | no
    [1, 2]   | (0, ∞)   | yes | yes
    (0, ∞)   | [1, 2]   | no  | yes
    (-∞, 1)  | (-∞, 1]  | yes | yes
    (-∞, 1]  | (-∞, 1)  | no  | yes
    5        | (5, ∞)   | no  | no
    (-∞, ∞)  | (-∞, ∞)  | yes | yes
"""


@pytest.mark.parametrize(("first", "sign", "last", "result"), rows(RESULTS))
def test_arithmetic(first: str, sign: str, last: str, result: str) -> None:
    assert shown(BINARY[sign](read(first), read(last))) == result


@pytest.mark.parametrize(("base", "exponent", "result"), rows(POWERS))
def test_whole_powers(base: str, exponent: str, result: str) -> None:
    assert shown(integer_power(read(base), int(exponent))) == result


@pytest.mark.parametrize(("first", "last", "within", "meets"), rows(RELATIONS))
def test_inside_and_overlap(first: str, last: str, within: str, meets: str) -> None:
    a, b = read(first), read(last)
    assert ["yes" if answer else "no" for answer in (a.within(b), a.meets(b))] == [within, meets]
    assert b.meets(a) == a.meets(b)


def test_dividing_by_the_point_zero_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        divide(point(1), point(0))


# Properties. Few and small numbers, so that ends meet often.

small = st.builds(Fraction, st.integers(-4, 4), st.integers(1, 2))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw a finite or infinite interval with open or closed ends; it holds a number."""
    low, high = sorted((draw(small), draw(small)))
    if low == high:
        return draw(st.sampled_from([point(low), Interval(low, None), Interval(None, high), REALS]))
    return Interval(
        draw(st.sampled_from([low, low, None])),
        draw(st.sampled_from([high, high, None])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Number:
    """Draw a number of an interval, often one at or near an end."""
    low = interval.low if interval.low is not None else (interval.high or 0) - 8
    high = interval.high if interval.high is not None else (interval.low or 0) + 8
    share = draw(st.sampled_from([Fraction(n, 1000) for n in (0, 1, 250, 500, 999, 1000)]))
    value = low + (high - low) * share
    assume(interval.contains(value))
    return value


@given(st.data(), intervals(), intervals(), st.sampled_from([add, subtract, multiply, divide]))
def test_every_operation_encloses_its_values(
    data: st.DataObject, a: Interval, b: Interval, operation: Callable[[Interval, Interval], Interval]
) -> None:
    x, y = data.draw(members(a)), data.draw(members(b))
    assume(operation is not divide or y != 0)
    p, q = Fraction(x), Fraction(y)
    value = {"add": p + q, "subtract": p - q, "multiply": p * q, "divide": p / (q or 1)}[operation.__name__]
    assert operation(a, b).contains(value)


@given(st.data(), intervals(), st.integers(-4, 4))
def test_powers_enclose_their_values(data: st.DataObject, a: Interval, exponent: int) -> None:
    x = Fraction(data.draw(members(a)))
    assume(x != 0 or exponent >= 0)
    assert integer_power(a, exponent).contains(x**exponent)


@given(st.data(), intervals())
def test_one_place_operations_enclose_their_values(data: st.DataObject, a: Interval) -> None:
    x = data.draw(members(a))
    assert negate(a).contains(-x)
    assert magnitude(a).contains(abs(Fraction(x)))
    assert a.shifted(3).contains(x + 3)
    assert a.scaled(Fraction(1, 3)).contains(Fraction(x) / 3)
    if x:
        assert reciprocal(a).contains(1 / Fraction(x))


@given(st.data(), intervals(), intervals())
def test_a_hull_holds_both(data: st.DataObject, a: Interval, b: Interval) -> None:
    assert a.hull(b).contains(data.draw(members(a)))
    assert a.within(a.hull(b))
    assert b.within(b.hull(a))


GRID = [Fraction(n, 4) for n in range(-80, 81)]


@given(intervals(), intervals())
def test_inside_and_overlap_agree_with_brute_force(a: Interval, b: Interval) -> None:
    """The ends are multiples of a half, so that a grid of quarters finds every difference."""
    inside, common = [x for x in GRID if a.contains(x)], [x for x in GRID if a.contains(x) and b.contains(x)]
    infinite = (a.low is None and b.low is not None) or (a.high is None and b.high is not None)
    assert a.within(b) == (len(inside) == len(common) and not infinite)
    assert a.meets(b) == bool(common)


@given(intervals(), intervals())
def test_results_are_sharp_where_operands_are_finite(a: Interval, b: Interval) -> None:
    """The end of a product is the product of two ends, never more."""
    assume(None not in {*a[:2], *b[:2]})
    found = multiply(a, b)
    corners = [Fraction(x or 0) * (y or 0) for x in a[:2] for y in b[:2]]
    assert (found.low, found.high) == (min(corners), max(corners))


@given(intervals())
def test_notation_reads_back(a: Interval) -> None:
    assert shown(read(shown(a))) == shown(a)


def test_around_is_closed() -> None:
    assert shown(around(5, Fraction(1, 2))) == "[4.5, 5.5]"
