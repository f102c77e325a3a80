"""Statements held against an oracle that knows nothing of the engine; `make fuzz` does as much for minutes or hours."""

from fractions import Fraction
from math import inf

import pytest

from benchmarks.fuzz import dependent, grammar, oracle, statements
from benchmarks.fuzz.campaign import Campaign
from benchmarks.fuzz.oracle import Number, Range, Value
from tests.conftest import Judge

ONE = Fraction(1)


def number(text: str, **more: object) -> Number:
    """Return a number in plain digits."""
    decimals = len(text.partition(".")[2])
    zeros = 0 if decimals else len(text) - len(text.rstrip("0"))
    step = Fraction(1, 10**decimals)
    second = Fraction(10 ** (len(text) - 2)) if zeros > 1 else None
    found = Number(Fraction(text), step, step * 10**zeros, whole=not decimals, second=second)
    return found._replace(**more)  # type: ignore[arg-type]


# the oracle itself, by the examples of docs/verdicts.md


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (number("9.05"), "9.045", "9.055"),
        (number("25"), "24.5", "25.5"),
        (number("90000", hedge="about"), "80000", "100000"),
        (number("100", hedge="about"), "85", "115"),
        (number("90000", hedge="nearly"), "80000", "90000"),
        (number("100", error=Fraction(5)), "95", "105"),
    ],
)
def test_what_a_number_means(written: Number, low: str, high: str) -> None:
    assert written.meant() == Range(Fraction(low), Fraction(high))


def test_what_a_bound_means() -> None:
    assert number("3", hedge="more").meant() == Range(Fraction(3), inf, has_low=False, has_high=False)
    assert number("3", hedge="most").meant() == Range(-inf, Fraction(3), has_low=False)


@pytest.mark.parametrize(
    ("derived", "low", "high", "relation", "stated", "verdict", "grade"),
    [
        ("276243", "275862", "276625", ">", "276000", "pass", None),
        ("276243", "275862", "276625", ">", "300000", "fail", "decision"),
        ("9.05", "9.05", "9.05", "=", "9", "pass", None),
        ("25", "25", "25", "=", "20", "fail", "wrong"),
        ("25", "17", "34", "=", "22", "borderline", None),
        ("12", "12", "12", "=", "13", "fail", "slip"),
        ("2", "2", "2", "=", "3", "fail", "wrong"),
        ("8040", "8040", "8040", "=", "8000", "pass", None),
    ],
)
def test_the_table_of_verdicts(
    derived: str, low: str, high: str, relation: str, stated: str, verdict: str, grade: str | None
) -> None:
    value = Value(Fraction(derived), Range(Fraction(low), Fraction(high)))
    assert oracle.against_number(value, relation, number(stated)) == (verdict, grade)


def test_ranges_by_their_corners() -> None:
    a, b = Range(Fraction(-2), Fraction(3)), Range(Fraction(0), Fraction(5), has_low=False)
    assert oracle.times(a, b) == Range(Fraction(-10), Fraction(15))
    assert oracle.inverse(b) == Range(Fraction(1, 5), inf, has_high=False)
    assert oracle.to_the(a, 2) == Range(Fraction(0), Fraction(9))
    assert oracle.least(a, b) == Range(Fraction(-2), Fraction(3))
    assert oracle.inverse(a) == Range(-inf, inf, has_low=False, has_high=False)
    with pytest.raises(oracle.Undefined):
        oracle.inverse(oracle.exact(Fraction(0)))


# the engine


@pytest.fixture(scope="module")
def engine_of_statements() -> statements.Judge:
    return statements.Judge()


@pytest.mark.parametrize("seed", ["bread", "salt", "wine", "oil"])
def test_the_engine_agrees_with_the_oracle(seed: str, engine_of_statements: statements.Judge) -> None:
    found = Campaign("statements", seed)
    found.over(statements.cases(seed), engine_of_statements.check, inf, 250)
    assert [(one.input.says, one.what) for one in found.failures if not one.what.startswith("took")] == []
    assert found.inputs == 250
    assert found.kinds["pass"] > 50
    assert found.kinds["fail"] > 50


def test_the_engine_agrees_with_choices_of_its_inputs(engine_of_statements: statements.Judge) -> None:
    judge, found = dependent.Judge(engine_of_statements.session), Campaign("dependent", "bread")
    found.over(dependent.cases("bread"), judge.check, inf, 100)
    assert [(one.input.says, one.what) for one in found.failures if not one.what.startswith("took")] == []


def test_a_wrong_verdict_would_be_seen(engine_of_statements: statements.Judge) -> None:
    case = grammar.Case("2 + 2 = 4", oracle.Verdict("fail", "wrong"))
    assert engine_of_statements.check(case) == ("pass", "pass (None) , expected fail (wrong)")
    off = dependent.Dependent("1 = 2", {}, 1, {}, "=", number("1"))
    assert dependent.Judge(engine_of_statements.session).check(off) == ("fail", "fail, and 1 is stated")


# what it found


@pytest.mark.parametrize(
    ("says", "verdict"),
    [
        ("11 km^2左右 = 11 km²", "pass"),  # Chinese behind an exponent was taken for more of it
        ("12 m^2 > 11 m^2左右", "pass"),
        ("9.8 m/s2左右 = 9.8 m/s^2", "pass"),
    ],
)
def test_a_word_may_stand_behind_an_exponent(says: str, verdict: str, judge: Judge) -> None:
    assert judge(says).verdict == verdict


@pytest.mark.parametrize("says", ["6 h = 1 * (less than 6.00 h)", "-(less than 0.09万 cm) = 1 * (-(9 m))"])
def test_a_value_that_nobody_wrote_as_a_number_has_no_last_digit_to_slip_in(says: str, judge: Judge) -> None:
    found = judge(says)
    assert (found.verdict, found.grade) == ("fail", "wrong")
