"""Functions over intervals: published values, every value of a box enclosed, slopes, quantiles that invert, limits."""

from collections.abc import Callable
from fractions import Fraction
from math import pi

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.functions import FUNCTIONS, over, partial_slopes
from factcheck.language.functions import SIGNATURES
from factcheck.quantity.interval import Interval, Number, point


def value(name: str, *arguments: Number) -> float:
    found = over(name, [point(argument) for argument in arguments])
    assert found.low is not None
    assert found.high is not None
    assert found.high - found.low <= max(abs(Fraction(found.low)), Fraction(1)) / 10**19
    return float(found.low)


def number(text: str) -> Fraction:
    return Fraction(text)


# tables of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7; binomial and Poisson: Montgomery and
# Runger, Applied Statistics and Probability for Engineers, 2003, appendix A
PUBLISHED = [
    ("normal_cdf", "1.96", 0.9750),
    ("normal_cdf", "-1.28", 0.1003),
    ("normal_quantile", "0.95", 1.645),
    ("t_quantile", "0.975 10", 2.228),
    ("t_quantile", "0.95 1", 6.314),
    ("t_quantile", "0.995 60", 2.660),
    ("chi2_quantile", "0.95 10", 18.307),
    ("chi2_quantile", "0.05 10", 3.940),
    ("chi2_quantile", "0.99 100", 135.807),
    ("f_quantile", "0.95 5 10", 3.326),
    ("f_quantile", "0.95 1 1", 161.448),
    ("binomial_cdf", "3 10 0.3", 0.6496),
    ("binomial_pmf", "2 4 0.5", 0.3750),
    ("poisson_cdf", "2 1.5", 0.8088),
    ("erf", "0.5", 0.5205),
]


@pytest.mark.parametrize(("name", "arguments", "published"), PUBLISHED)
def test_the_values_are_those_of_published_tables(name: str, arguments: str, published: float) -> None:
    digits = 3 if published >= 1 else 4
    assert round(value(name, *(number(each) for each in arguments.split())), digits) == published


def test_angles_are_in_radians() -> None:
    assert value("sin", Fraction(pi) / 6) == pytest.approx(0.5)
    assert value("tan", 1) == pytest.approx(1.5574077246549023)
    assert value("atan2", 1, -1) == pytest.approx(3 * pi / 4)
    assert value("acos", -1) == pytest.approx(pi)


def test_what_is_exact_stays_exact() -> None:
    assert [over(name, [point(0)]) for name in ("sin", "cos", "erf", "normal_cdf")] == [
        point(0),
        point(1),
        point(0),
        point(Fraction(1, 2)),
    ]
    assert over("log2", [point(1024)]) == point(10)
    assert over("log2", [point(Fraction(1, 8))]) == point(-3)
    assert over("choose", [point(52), point(5)]) == point(2_598_960)
    assert over("factorial", [point(5)]) == point(120)
    assert over("median", [point(3), point(1), point(2), point(10)]) == point(Fraction(5, 2))


def test_the_sine_turns_inside_an_interval() -> None:
    quarter = Fraction(pi) / 2
    assert over("sin", [Interval(1, 2)]).high == 1
    assert over("cos", [Interval(3, 4)]).low == -1
    assert over("sin", [Interval(0, 100)]) == Interval(-1, 1)
    low = over("sin", [Interval(quarter - 1, quarter + Fraction(1, 2))]).low
    assert low is not None
    assert float(low) == pytest.approx(0.5403023058681398)


def test_the_tangent_has_no_bound_across_a_pole() -> None:
    assert over("tan", [Interval(1, 2)]).low is None


@pytest.mark.parametrize(
    ("name", "interval", "expected"),
    [
        ("floor", Interval(2, 3, high_open=True), (2, 2)),
        ("floor", Interval(2, 3), (2, 3)),
        ("ceil", Interval(2, 3, low_open=True), (3, 3)),
        ("ceil", Interval(2, 3), (2, 3)),
        ("round", Interval(Fraction(3, 2), Fraction(5, 2), high_open=True), (2, 2)),
        ("round", Interval(Fraction(3, 2), Fraction(5, 2)), (2, 3)),
        ("round", Interval(Fraction(-5, 2), Fraction(-3, 2), low_open=True), (-2, -2)),
        ("round", Interval(Fraction(-5, 2), Fraction(-3, 2)), (-3, -2)),
        ("floor", Interval(None, Fraction(7, 2)), (None, 3)),
    ],
)
def test_an_end_that_does_not_belong_is_not_rounded(name: str, interval: Interval, expected: tuple[int, int]) -> None:
    found = over(name, [interval])
    assert (found.low, found.high) == expected


def test_round_takes_digits() -> None:
    assert over("round", [point(Fraction("2.345")), point(2)]) == point(Fraction("2.35"))
    assert over("round", [point(12345), point(-2)]) == point(12300)


def test_the_spread_of_rounded_values_lies_between_the_least_and_the_greatest_possible() -> None:
    found = over("sd", [Interval(1, 2), Interval(2, 3)])
    assert found.low == 0
    assert found.high is not None
    assert float(found.high) == pytest.approx(2 / 2**0.5)


POSITIVE = st.fractions(min_value=Fraction(1, 10), max_value=30, max_denominator=50)
ANY = st.fractions(min_value=-20, max_value=20, max_denominator=50)
SHARE = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=200)
WHOLE = st.integers(min_value=0, max_value=30).map(Fraction)
SINE = st.fractions(min_value=-1, max_value=1, max_denominator=50)
SHAPES: dict[str, list[st.SearchStrategy[Fraction]]] = {
    "sqrt": [POSITIVE],
    "exp": [ANY],
    "log": [POSITIVE],
    "log2": [POSITIVE],
    "log10": [POSITIVE],
    "sin": [ANY],
    "cos": [ANY],
    "tan": [ANY],
    "asin": [SINE],
    "acos": [SINE],
    "atan": [ANY],
    "atan2": [ANY, ANY],
    "abs": [ANY],
    "floor": [ANY],
    "ceil": [ANY],
    "round": [ANY],
    "min": [ANY, ANY, ANY],
    "max": [ANY, ANY, ANY],
    "median": [ANY] * 4,
    "sd": [ANY] * 4,
    "rank": [ANY] * 4,
    "factorial": [WHOLE],
    "choose": [WHOLE, WHOLE],
    "erf": [ANY],
    "normal_cdf": [ANY],
    "normal_quantile": [SHARE],
    "t_cdf": [ANY, POSITIVE],
    "t_quantile": [SHARE, POSITIVE],
    "chi2_cdf": [POSITIVE, POSITIVE],
    "chi2_quantile": [SHARE, POSITIVE],
    "f_cdf": [POSITIVE, POSITIVE, POSITIVE],
    "f_quantile": [SHARE, POSITIVE, POSITIVE],
    "binomial_cdf": [WHOLE, WHOLE, SHARE],
    "binomial_pmf": [WHOLE, WHOLE, SHARE],
    "binomial_quantile": [SHARE, WHOLE, SHARE],
    "poisson_cdf": [WHOLE, POSITIVE],
    "poisson_pmf": [WHOLE, POSITIVE],
    "poisson_quantile": [SHARE, POSITIVE],
}
EXACT = {("choose", 1), ("binomial_pmf", 0), ("binomial_pmf", 1), ("poisson_pmf", 0)}
"""Arguments that must be exact numbers."""


def test_each_function_of_the_language_can_be_evaluated() -> None:
    written_out = {"sum", "mean", "len", "ln"}
    assert SIGNATURES.keys() - written_out == FUNCTIONS.keys() == SHAPES.keys()


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_value_of_a_box_is_enclosed(name: str, data: st.DataObject) -> None:
    box, inside = [], []
    for position, strategy in enumerate(SHAPES[name]):
        ends = sorted([data.draw(strategy), data.draw(strategy)])
        if (name, position) in EXACT:
            ends = [ends[0], ends[0]]
        middle = ends[0] if strategy is WHOLE else (ends[0] * 2 + ends[1]) / 3
        box.append(Interval(ends[0], ends[1]))
        inside.append(point(middle))
    assume(name != "atan2" or not all(each.contains(0) for each in box))
    whole = over(name, box)
    part = over(name, inside)
    slack = Fraction(1, 10**18) * (1 + abs(Fraction(part.low or 0)))
    assert part.within(Interval(None if whole.low is None else whole.low - slack, None, high_open=True))
    assert part.within(Interval(None, None if whole.high is None else whole.high + slack, low_open=True))


SMOOTH = ["sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "erf", "normal_cdf"]


@pytest.mark.parametrize("name", SMOOTH)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_slope_between_two_points_is_among_the_slopes(name: str, data: st.DataObject) -> None:
    a, b = sorted([data.draw(SHAPES[name][0]), data.draw(SHAPES[name][0])])
    if a == b:
        return
    box = [Interval(a, b)]
    slope = partial_slopes(name, box, over(name, box))[0]
    first, last = over(name, [point(a)]), over(name, [point(b)])
    if slope is None or None in (first.low, last.high):
        return
    if name == "tan" and over(name, box).low is None:
        return
    chord = (Fraction(last.low or 0) - Fraction(first.low or 0)) / (b - a)
    slack = Fraction(1, 10**20)
    assert slope.low is None or slope.low - slack <= chord
    assert slope.high is None or chord <= slope.high + slack


QUANTILES: list[tuple[str, str, Callable[[], list[st.SearchStrategy[Fraction]]]]] = [
    ("normal_quantile", "normal_cdf", list),
    ("t_quantile", "t_cdf", lambda: [POSITIVE]),
    ("chi2_quantile", "chi2_cdf", lambda: [POSITIVE]),
    ("f_quantile", "f_cdf", lambda: [POSITIVE, POSITIVE]),
]


@pytest.mark.parametrize(("quantile", "distribution", "parameters"), QUANTILES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_quantile_is_where_the_distribution_function_is_its_probability(
    quantile: str, distribution: str, parameters: Callable[[], list[st.SearchStrategy[Fraction]]], data: st.DataObject
) -> None:
    p, rest = data.draw(SHARE), [point(data.draw(each)) for each in parameters()]
    there = over(quantile, [point(p), *rest])
    assert over(distribution, [there, *rest]).contains(p)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("choose", (10**9, 5 * 10**8), "the number of ways grows too large"),
        ("factorial", (10**6,), "the number grows too large: at most 1,000!"),
        ("binomial_cdf", (1, 10**12, Fraction(1, 2)), "`binomial_cdf` takes numbers up to 1,000,000"),
        ("poisson_cdf", (1, 10**12), "`poisson_cdf` takes numbers up to 1,000,000"),
        ("t_quantile", (Fraction(1, 2), 10**12), "`t_quantile` takes numbers up to 1,000,000"),
        ("t_quantile", (2, 5), "`t_quantile` needs a probability: a number from 0 to 1"),
        ("t_cdf", (2, 0), "`t_cdf` needs degrees of freedom above zero"),
        ("factorial", (Fraction(1, 2),), "`factorial` needs a whole number"),
        ("factorial", (-3,), "`factorial` of a number that may be negative"),
        ("asin", (2,), "`asin` of a number that may lie outside of -1 to 1"),
        ("sin", (10**30,), "the angle is out of reach"),
        ("atan2", (0, 0), "the direction of a point that may be the origin"),
        ("round", (1, 10**9), "numbers are rounded to at most 100 digits"),
        ("chi2_quantile", (Fraction(1, 10**300), 3), "the values of `chi2_quantile` are out of reach"),
    ],
)
def test_what_is_out_of_reach_is_refused(name: str, arguments: tuple[Number, ...], message: str) -> None:
    with pytest.raises(Problem) as found:
        over(name, [point(argument) for argument in arguments])
    assert found.value.message == message


def test_what_is_too_unlikely_to_be_told_from_zero_is_enclosed_all_the_same() -> None:
    found = over("binomial_cdf", [point(100), point(10**6), point(Fraction(1, 2))])
    assert found.low == 0
    assert 0 < Fraction(found.high or 0) <= Fraction(1, 10**900)


@pytest.mark.parametrize("name", ["normal_cdf", "erf"])
def test_far_out_there_is_a_value_at_once(name: str) -> None:
    assert over(name, [point(10**40)]).high == 1
    steep = partial_slopes(name, [point(10**6)], point(1))[0]
    assert steep is not None
    assert 0 <= Fraction(steep.low or 0) <= Fraction(steep.high or 0) <= Fraction(1, 10**900)
