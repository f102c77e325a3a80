"""The rounding semantics of the field, in examples of our own (``benchmarks/conformance.py`` runs the field's cases).

XBRL Calculations 1.1: each reported number is an interval; a calculation is consistent when the interval computed from
its parts meets that of the total. Consistent is pass or borderline here.
GRIM (Brown and Heathers 2017): a mean of n whole numbers is k / n for a whole k.
"""

from fractions import Fraction

import pytest

from factcheck.quantity.interval import Interval, add, multiply, point
from factcheck.quantity.literal import read_number
from factcheck.quantity.written import stated
from tests.conftest import Judge


def means(text: str) -> tuple[Fraction, Fraction]:
    """Return the ends of the interval that a written number stands for."""
    read = read_number(text, 0)
    assert read is not None
    found = stated(read.number)
    assert found.low is not None
    assert found.high is not None
    assert (found.low_open, found.high_open) == (False, False)
    return Fraction(found.low), Fraction(found.high)


def test_a_number_is_known_to_half_of_its_last_digit_and_both_ends_belong_to_it() -> None:
    assert means("4.5") == (Fraction("4.45"), Fraction("4.55"))
    assert means("4.50") == (Fraction("4.495"), Fraction("4.505"))
    assert means("12e3") == (Fraction(11_500), Fraction(12_500))
    assert means("20") == (Fraction("19.5"), Fraction("20.5"))


def test_sums_and_multiples_of_intervals() -> None:
    assert add(Interval(2, 3), Interval(10, 20)) == Interval(12, 23)
    assert multiply(Interval(2, 3), point(10)) == Interval(20, 30)
    assert multiply(Interval(2, 3), point(-10)) == Interval(-30, -20)


@pytest.mark.parametrize(
    ("says", "verdict"),
    [
        ("7e3 + 5e3 = 12e3", "pass"),
        ("7e3 + 5e3 = 13e3", "borderline"),  # 11,000 to 13,000 meets 12,500 to 13,500
        ("7e3 + 5e3 = 14e3", "fail"),
        ("7e3 - 5e3 = 2e3", "pass"),
        ("2 * 3e3 - 2 * 1e3 = 4e3", "pass"),
        ("2 * 3e3 - 2 * 1e3 = 6e3", "borderline"),  # a weight widens what it multiplies
        ("2 * 3e3 - 2 * 1e3 = 7e3", "fail"),
        ("9990.0 = 10e3", "pass"),
        ("25 + 30 = 56", "fail"),  # whole numbers in a calculation are exact
    ],
)
def test_a_calculation_is_consistent_when_its_intervals_meet(judge: Judge, says: str, verdict: str) -> None:
    assert judge(says).verdict == verdict


@pytest.mark.parametrize(
    ("says", "possible"),
    [
        ("granularity(n=12) = 2.33", True),  # 28 / 12
        ("granularity(n=12) = 2.34", False),
        ("granularity(n=12) = 2.3", True),
        ("granularity(n=8) = 1.12", True),  # 9 / 8 = 1.125 may be rounded down
        ("granularity(n=8) = 1.13", True),  # or up
        ("granularity_items(n=12, items=2) = 2.38", True),  # 57 / 24 = 2.375
        ("granularity_items(n=12, items=2) = 2.35", False),
        ("granularity(n=30) = 43.3 %", True),  # 13 / 30
        ("granularity(n=30) = 44 %", False),
        ("granularity(n=200) = 3.47", True),  # from 100 things on, two decimals say nothing
    ],
)
def test_a_mean_of_whole_things_has_a_grain(judge: Judge, says: str, possible: bool) -> None:  # noqa: FBT001
    assert judge(says).verdict == ("pass" if possible else "fail")
