"""Numbers for people: six digits, grouped, ranges rounded outward."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.engine.term.show import decimal, machine, range_text, value_text, with_unit
from factcheck.engine.term.term import DATE, DAY, Shown
from factcheck.quantity.interval import Interval
from tests.conftest import Judge
from tests.notation import read, rows

# value | shown | rounded down | rounded up
NUMBERS = """
    0              | 0           | 0           | 0
    276243         | 276,243     | 276,243     | 276,243
    1/3            | 0.333333    | 0.333333    | 0.333334
    -1/3           | -0.333333   | -0.333334   | -0.333333
    276243.0939    | 276,243     | 276,243     | 276,244
    1/2            | 0.5         | 0.5         | 0.5
    123456789012345 | 123,456,789,012,345 | 123,456,789,012,345 | 123,456,789,012,345
    1/7000000      | 1.42857e-7  | 1.42857e-7  | 1.42858e-7
    0.0000123      | 0.0000123   | 0.0000123   | 0.0000123
    999999.9       | 1,000,000   | 999,999     | 1,000,000
    1e400          | 1e400       | 1e400       | 1e400
    12345678901234567 | 1.23457e16 | 1.23456e16 | 1.23457e16
    -12345678901234567 | -1.23457e16 | -1.23457e16 | -1.23456e16
"""


@pytest.mark.parametrize(("value", "near", "down", "up"), rows(NUMBERS))
def test_six_digits(value: str, near: str, down: str, up: str) -> None:
    assert [decimal(Fraction(value), rounding=rounding) for rounding in (0, -1, 1)] == [near, down, up]


@given(st.fractions(-(10**12), 10**12, max_denominator=10**9), st.integers(2, 15))
def test_rounding_is_outward(value: Fraction, digits: int) -> None:
    low, high = (Fraction(decimal(value, digits, rounding).replace(",", "")) for rounding in (-1, 1))
    assert low <= value <= high
    assert high - low <= abs(value) / 10 ** (digits - 2)


@given(st.fractions(-(10**12), 10**12, max_denominator=2**20))
def test_machine_numbers_enclose(value: Fraction) -> None:
    assert Fraction(machine(value, -1)) <= value <= Fraction(machine(value, 1))


# range | shown in %
RANGES = """
    [0.25, 0.5]   | 25 to 50
    0.25          | 25
    (0.25, ∞)     | more than 25
    [0.25, ∞)     | at least 25
    (-∞, 0.25)    | less than 25
    (-∞, 0.25]    | at most 25
    (-∞, ∞)       | any value
"""


@pytest.mark.parametrize(("interval", "expected"), rows(RANGES))
def test_ranges(interval: str, expected: str) -> None:
    assert range_text(read(interval), Shown("%", Fraction(1, 100)), ()) == expected


def test_values_with_units_and_dates() -> None:
    assert value_text(Fraction(1, 4), Shown("%", Fraction(1, 100)), ()) == "25 %"
    assert value_text(1000, Shown("km", 1000), ()) == "1 km"
    assert with_unit("5", "") == "5"
    days = Interval(738000 * DAY, 738030 * DAY)
    assert range_text(days, Shown(""), DATE) == "2021-07-29 to 2021-08-28"
    assert value_text(738000 * DAY, Shown(""), DATE) == "2021-07-29"


def test_long_values_have_the_scale_word_of_the_author(judge: Judge) -> None:
    outcome = judge("40.5亿 CNY + 36.47亿 CNY = 78亿 CNY")
    assert outcome.headline == "states 78亿 CNY, derived 76.97亿 CNY (1.3 % below)"
    assert outcome.stated is not None
    assert (outcome.stated.text, outcome.stated.nominal) == ("78亿 CNY (77.5亿 to 78.5亿)", "7800000000")
    assert judge("3,200,000,000 + 400,000,000 = 3.8 billion").headline.startswith(
        "states 3.8 billion, derived 3.6 billion"
    )


def test_what_can_be_read_at_a_glance_stays_in_digits(judge: Judge) -> None:
    assert judge("2 * 4.1 million = 9 million").headline.startswith("states 9 million, derived 8,200,000")
