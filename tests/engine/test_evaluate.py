"""Calculating with ranges: a quantity that occurs twice is one quantity, and nothing is ever left out."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import enclosure, evaluate
from factcheck.engine.numeric.extension import Box, apply, over
from factcheck.engine.numeric.simplify import cancelled
from factcheck.engine.numeric.slope import slopes
from factcheck.engine.term.show import decimal
from factcheck.engine.term.term import Leaf, Shown, Term, leaf_term, number
from factcheck.quantity.interval import REALS, Interval, Number, point
from tests.conftest import Judge
from tests.notation import read, rows, shown

GIVEN = {
    "x": "5.0",  # 4.95 to 5.05
    "y": "7.0",
    "a": "50.0",
    "b": "40.0",
    "half": "0.50",
    "some": "20多",  # 20 to 30, without 30
    "beyond": "more than 5",
    "wide": "1 ± 2",
}

# expression | its range
RANGES = """
    x - x                    | 0
    x / x                    | 1
    x + x                    | [9.9, 10.1]
    x * x                    | [24.5025, 25.5025]
    x ^ 2                    | [24.5025, 25.5025]
    wide ^ 2                 | [0, 9]
    x + y - x                | [6.95, 7.05]
    x / y * y                | [4.95, 5.05]
    (x * y) / (y * 2)        | [2.475, 2.525]
    x / (x + y)              | [99/240, 101/240]
    (a - b) / b              | [990/4005, 1010/3995]
    (a + b) / (a - b)        | [900/101, 100/11]
    1 / (1 / x)              | [4.95, 5.05]
    -(x - y)                 | [1.9, 2.1]
    some - some              | 0
    some / 10                | [2, 3)
    some * some              | [400, 900)
    (x - some) / some        | (-0.835, -0.7475]
    (x - some + y) / some    | (-181/300, -0.395]
    (x * some + some) / some | [5.95, 6.05]
    1 / some                 | (1/30, 0.05]
    beyond + beyond              | (10, ∞)
    beyond / beyond              | 1
    1 / (wide + 1)           | [0.25, ∞)
    1 / wide                 | (-∞, ∞)
    min(x, y)                | [4.95, 5.05]
    max(x, 5)                | [5, 5.05]
    max(beyond, y)             | [6.95, ∞)
    min(beyond, y)             | (5, 7.05]
    abs(wide)                | [0, 3]
    abs(-x)                  | [4.95, 5.05]
    sqrt(4)                  | 2
    sqrt(x ^ 2)              | [4.95, 5.05]
    x ^ 0                    | 1
    x ^ -1                   | [20/101, 20/99]
    exp(0) + log(1)          | 1
    x / x / x                | [20/101, 20/99]
"""


def leaf(name: str, interval: Interval) -> Term:
    nominal = None
    if interval.low is not None and interval.high is not None:
        nominal = Fraction(interval.low + interval.high) / 2
    return leaf_term(Leaf(name, "premise", name, name, nominal, interval, Shown("")), ())


@pytest.mark.parametrize(("expression", "expected"), rows(RANGES))
def test_the_range_is_exact(expression: str, expected: str, judge: Judge) -> None:
    found = judge(f"{expression} = 1 ± 1", given=GIVEN)
    derived = found.derived
    assert derived is not None, found.headline
    wanted = read(expected)
    opened = (wanted.low_open or wanted.low is None, wanted.high_open or wanted.high is None)
    assert (derived.low_open, derived.high_open) == opened
    for end, shown_end, rounding in ((wanted.low, derived.low, -1), (wanted.high, derived.high, 1)):
        assert shown_end == (None if end is None else decimal(end, 15, rounding).replace(",", ""))


def test_where_a_slope_turns_the_range_is_nearly_exact(judge: Judge) -> None:
    """x (1 - x) is largest at a half: cut into pieces, the range is at most a little too wide."""
    found = judge("half * (1 - half) = 0.25", given=GIVEN).derived
    assert found is not None
    assert Fraction("0.249") < Fraction(found.low or 0) <= Fraction("0.249975")
    assert Fraction("0.25") <= Fraction(found.high or 0) < Fraction("0.251")


def test_a_negative_power_across_zero_has_no_single_slope() -> None:
    x = leaf("x", Interval(-1, 1))
    term = Term("+", (Term("^", (x, number(-1))), x))
    assert slopes(term, ["x"], {"x": Interval(-1, 1)}) == {"x": None}
    assert enclosure(term, {"x": Interval(-1, 1)}) == REALS


def test_equal_factors_cancel() -> None:
    x, y = leaf("x", Interval(1, 2)), leaf("y", Interval(3, 4))
    times, over_y = Term("*", (x, y)), Term("/", (x, y))
    assert cancelled(Term("/", (times, y))) == x
    assert cancelled(Term("*", (over_y, y))) == x
    assert cancelled(Term("/", (x, x))) == number(1)
    assert cancelled(Term("/", (x, times))).arguments == (number(1), y)
    assert cancelled(Term("+", (Term("/", (x, x)), y))).arguments == (number(1), y)
    assert cancelled(over_y) is over_y


# Roots, logarithms and exponentials are rounded outward.

positive = st.fractions(Fraction(1, 1000), 1000, max_denominator=1000)


@given(positive, st.integers(2, 7))
def test_a_root_encloses_the_root(x: Fraction, degree: int) -> None:
    found = apply("^", [point(x), point(Fraction(1, degree))])
    assert found.low is not None
    assert found.high is not None
    assert Fraction(found.low) ** degree <= x <= Fraction(found.high) ** degree
    assert found.high - found.low <= Fraction(found.high) / 10**40


@given(positive)
def test_logarithm_and_exponential_enclose_each_other(x: Fraction) -> None:
    assert apply("exp", [apply("log", [point(x)])]).contains(x)
    assert apply("sqrt", [point(x * x)]) == point(x)


@given(positive, st.integers(-3, 3), st.integers(2, 5))
def test_a_power_and_its_inverse_enclose_the_base(x: Fraction, n: int, degree: int) -> None:
    assume(n != 0)
    powered = apply("^", [point(x), point(Fraction(n, degree))])
    assert apply("^", [powered, point(Fraction(degree, n))]).contains(x)


@given(st.integers(-300, 300))
def test_powers_of_ten_have_exact_logarithms(n: int) -> None:
    assert apply("log10", [point(Fraction(10) ** n)]) == point(n)


def test_a_tiny_exponential_stays_positive() -> None:
    found = apply("exp", [point(-1000)])
    assert found.low is not None
    assert found.low > 0


def test_functions_of_open_and_infinite_ranges() -> None:
    assert shown(apply("exp", [Interval(None, 0)])) == "[0, 1]"
    assert shown(apply("sqrt", [read("(4, ∞)")])) == "(2, ∞)"
    assert shown(apply("sqrt", [read("[4, 9)")])) == "[2, 3)"
    assert shown(apply("^", [read("[4, 9)"), point(Fraction(-1, 2))])) == "(1/3, 0.5]"
    assert shown(apply("min", [read("(-∞, 4)"), read("[2, 3]")])) == "(-∞, 3]"
    assert shown(apply("min", [read("[2, ∞)"), read("(3, ∞)")])) == "[2, ∞)"
    assert shown(apply("min", [read("[2, 3)"), read("[0, 3]")])) == "[0, 3)"


# Random expressions over three quantities that occur again and again

SMALL = [Fraction(n, 2) for n in range(-6, 7)]


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    found = {}
    for name in "xyz":
        low, high = sorted(draw(st.tuples(st.sampled_from(SMALL), st.sampled_from(SMALL))))
        opened = low < high and draw(st.booleans())
        found[name] = Interval(low, high, opened, opened and draw(st.booleans()))
    return found


def terms() -> st.SearchStrategy[Term]:
    names = st.sampled_from("xyz").map(lambda name: leaf(name, REALS))
    numbers = st.sampled_from([number(n) for n in (-2, -1, 0, 1, 2, 3)])
    return st.recursive(st.one_of(names, names, numbers), _grown, max_leaves=9)


def _grown(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.builds(Term, st.sampled_from(["+", "-", "*", "/", "min", "max"]), pairs),
        st.builds(lambda sign, one: Term(sign, (one,)), st.sampled_from(["neg", "abs"]), inner),
        st.builds(lambda one, n: Term("^", (one, number(n))), inner, st.integers(-2, 3)),
    )


def points(box: Box) -> Iterator[dict[str, Number]]:
    """Yield the corners of a box and points near to them and between; all of them inside."""
    shares = (Fraction(0), Fraction(1, 1000), Fraction(1, 2), Fraction(999, 1000), Fraction(1))
    for i in range(125):
        picks = dict(zip("xyz", (shares[i % 5], shares[i // 5 % 5], shares[i // 25]), strict=True))
        found: dict[str, Number] = {
            key: (box[key].low or 0) + ((box[key].high or 0) - (box[key].low or 0)) * picks[key] for key in box
        }
        if all(box[key].contains(found[key]) for key in box):
            yield found


@given(terms(), boxes())
def test_the_range_holds_the_value_at_every_point(term: Term, box: Box) -> None:
    try:
        found = enclosure(term, box)
    except Problem:
        return
    for values in points(box):
        try:
            value = over(term, {key: point(values[key]) for key in values})
        except Problem:
            continue  # not defined at this point
        assert value.low is not None
        assert found.contains(value.low), (values, shown(value), shown(found))


@given(terms(), boxes())
def test_the_range_is_never_wider_than_plain_interval_arithmetic(term: Term, box: Box) -> None:
    try:
        plain = over(term, box)
        found = enclosure(term, box)
    except Problem:
        return
    assert Interval(found.low, found.high).within(Interval(plain.low, plain.high))


@given(terms(), boxes())
def test_a_slope_holds_every_difference_quotient(term: Term, box: Box) -> None:
    try:
        found = slopes(term, ["x"], box)["x"]
    except Problem:
        return
    if found is None:
        return
    inside = list(points(box))
    for first, last in pairwise(inside):
        if first["x"] == last["x"] or any(first[key] != last[key] for key in "yz"):
            continue
        low, high = (over(term, {key: point(each[key]) for key in each}).low for each in (first, last))
        assert found.contains(Fraction((high or 0) - (low or 0)) / (last["x"] - first["x"]))


def test_an_input_without_a_nominal_value_gives_none() -> None:
    term = Term("+", (leaf("x", Interval(1, None)), number(1)))
    assert evaluate(term) == (None, Interval(2, None, high_open=True))
