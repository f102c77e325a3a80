"""The error that a source states of its value: a half width, a share, one for each side."""

import pytest

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.lazy import read_value
from factcheck.engine.resolve.margin import read_margin
from factcheck.quantity.units import UnitTable
from tests.conftest import Judge
from tests.notation import digits, rows

# value | error | how far it may lie below and above, in base units
MARGINS = """
    3 km                | 0.2 km          | 200 | 200
    3 km                | 50 m            | 50 | 50
    3 km                | ± 0.2 km        | 200 | 200
    3 km                | 0.2             | 200 | 200
    3 km                | 5 %             | 150 | 150
    -3 km               | 5 %             | 150 | 150
    3 km                | +0.2/-0.1       | 100 | 200
    3 km                | +0.2 km/-100 m  | 100 | 200
    3 km                | −0.1 / +0.2 km  | 100 | 200
    3 km                | +10 % -5 %      | 150 | 300
    3e5 km              | +1e3/-2e3 km    | 2000000 | 1000000
    36 km/h             | +3.6 km/h/-1.8 km/h | 0.5 | 1
    15                  | 20 %            | 3 | 3
    40 %                | 2 %             | 0.02 | 0.02
    40 %                | 2 pp            | 0.02 | 0.02
    20 °C               | 0.5 °C          | 0.5 | 0.5
    4.53 trillion USD   | 0.02 trillion   | 20000000000 | 20000000000
    4.53 trillion USD   | 20 billion USD  | 20000000000 | 20000000000
"""


@pytest.mark.parametrize(("value", "error", "below", "above"), rows(MARGINS))
def test_an_error_is_as_wide_as_its_source_says(
    value: str, error: str, below: str, above: str, units: UnitTable
) -> None:
    found = read_margin(error, read_value(value, units), units)
    assert (digits(found.below), digits(found.above)) == (below, above)


# value | error | code | what is said
FAULTS = """
    3 km                | 2 kg       | FC203 | the error is of another kind than its value
    15                  | 2 km       | FC203 | the error is of another kind than its value
    4.53 trillion USD   | 0.02       | FC503 | may be plain, or in the scale word of `4.53 trillion USD`
    2023-05             | 1 month    | FC503 | a date takes no error
    5 to 6 km           | 1 km       | FC503 | it is a span of values already
    3 km                | +0.2/+0.1  | FC503 | it has one side
    3 km                | +0.2       | FC503 | it has one side
    3 km                | -0.2 km    | FC503 | it has one side
    3 km                | 0.1 * 2 km | FC503 | is no error
    3 km                | 0.2 kmm    | FC202 | unknown unit
"""


@pytest.mark.parametrize(("value", "error", "code", "message"), rows(FAULTS))
def test_what_is_no_error_is_refused(value: str, error: str, code: str, message: str, units: UnitTable) -> None:
    with pytest.raises(Problem, match=message) as found:
        read_margin(error, read_value(value, units), units)
    assert found.value.code == code


def test_an_error_is_told_as_the_source_has_it(fields: Judge) -> None:
    found = {name: fields(f"{name}.r0 = 15").derivation for name in ("measles", "flu")}
    told = {name: (step.value.text, step.value.origin) for name, step in found.items() if step and step.value}
    assert told == {
        "measles": ("15 1/measles (12 to 18)", "± 20 %, says the source"),
        "flu": ("1.3 1/flu (1.2 to 1.6)", "+0.3/-0.1, says the source"),
    }


# premise | exact | the value that a claim sees
PREMISES = """
    5.3 million     | true  | 5,300,000
    5.3 million     | false | 5,300,000 (5,250,000 to 5,350,000)
    约9万            | true  | 90,000
    8 * 90.5 km     | true  | 724 km
    8 * 90.5 km     | false | 724 km (723.6 to 724.4)
"""


@pytest.mark.parametrize(("value", "exact", "seen"), rows(PREMISES))
def test_an_exact_premise_has_no_tolerance(value: str, exact: str, seen: str, judge: Judge) -> None:
    unit = "724 km" if "km" in value else "1"
    found = judge(f"x = {unit}", given={"x": value}, exact={"x"} if exact == "true" else ())
    assert found.derived is not None
    assert found.derived.text == seen
