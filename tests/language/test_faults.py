"""Wrong statements: each gives one message, at the place of the fault."""

import pytest

from factcheck.diagnostics import Problem
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.quantity.units import UnitTable
from tests.notation import rows

NAMES = ("x", "target")

# statement | what is underlined | code | message
FAULTS = """
    x =                | =          | FC210 | the statement ends too early: a value is missing here
    = 5                | =          | FC210 | a value is missing before `=`
    x == 5             | ==         | FC210 | write one `=`, not two
    x => 5             | =>         | FC210 | write `>=`, not `=>`
    x != 5             | !=         | FC210 | `!=` is no relation: write = ~ > >= < <= or in
    x = 5 = 6          | =          | FC210 | a second relation: a statement has one
    x + = 5            | =          | FC210 | a value is missing before `=`
    x * * 2 = 5        | *          | FC210 | cannot read the statement from `*` on
    x y = 5            | y          | FC210 | cannot read the statement from `y` on
    5 5 = 5            | 5          | FC210 | cannot read the statement from `5` on
    (x = 5             | =          | FC210 | a `)` is missing here
    x) = 5             | )          | FC210 | this `)` closes nothing
    max(1, 2 = 5       | =          | FC210 | a `)` is missing here
    x[fp32 = 5         | fp32       | FC210 | a `]` is missing: qualifiers are written `[fp32]` or `[precision=fp32]`
    1.2.3 = 5          | 1.2.3      | FC210 | `1.2.3` is not a number
    x = 6 to 5         | 6 to 5     | FC210 | the range runs downwards: the smaller number comes first
    x = 5 kg to 6 m    | 5 kg to 6 m | FC210 | the two ends of the range are in units of different kinds
    x = 20 °C to 80 °F | 20 °C to 80 °F | FC210 | the two ends of the range are in units of different kinds
    x = 5 to more than 6 | 5 to more than 6 | FC210 | a range needs two plain numbers
    x = 5 to y         | y          | FC210 | the second number of the range is missing
    x = between 5      | between 5  | FC210 | a range is written `between 5 and 6`
    x = 5 ± y          | y          | FC210 | a number is missing behind `±`
    x = 5 m ± 3 s      | s          | FC210 | a tolerance is in the unit of its value, or in per cent of it
    x = 5 J/kg K       | K          | FC210 | cannot read the statement from `K` on
    x = 5 kW a         | a          | FC210 | cannot read the statement from `a` on
    x = 9 st           | st         | FC202 | unknown unit `st`
    x = 2 h 90 min     | 90         | FC210 | cannot read the statement from `90` on
    x = $ y            | y          | FC210 | a number is missing here
    x = 2024-02-30     | 2024-02-30 | FC210 | `2024-02-30` is not a date of the calendar
    x = ¥500           | ¥          | FC206 | `¥` may be yuan or yen
    x = 5 foobar       | foobar     | FC202 | unknown unit `foobar`
    x = 5 tilles       | tilles     | FC202 | unknown unit `tilles`
    x = 25块芯         | 芯         | FC202 | unknown unit `芯`
    x = 5 m^99         | 99         | FC208 | the exponent is too large: at most 64
    foo = 5            | foo        | FC301 | unknown name `foo`
    x = about y        | about      | FC301 | unknown name `about`
    foo(1; 2) = 5      | ;          | FC210 | a `)` is missing here
    __import__('os') = 5 | '        | FC210 | cannot read the statement from `'` on
    x = "5"            | "          | FC210 | cannot read the statement from `"` on
    x; y = 5           | ;          | FC210 | cannot read the statement from `;` on
"""


def test_a_statement_needs_a_relation(units: UnitTable) -> None:
    assert fault("x + 5", units).message.startswith("the statement has no relation: write = ~ > >= < <= or in")


# What the message offers as a cure
CURES = """
    x = 5 tilles       | did you mean `tiles`?
    x = ¥500           | write `CNY` or `JPY` behind the number
    x = 5 = 6          | write two claims
"""


def fault(text: str, units: UnitTable) -> Problem:
    with pytest.raises(Problem) as caught:
        parse_statement(text, units, NAMES)
    return caught.value


@pytest.mark.parametrize(("text", "underlined", "code", "message"), rows(FAULTS))
def test_a_fault_has_its_place(text: str, underlined: str, code: str, message: str, units: UnitTable) -> None:
    problem = fault(text, units)
    assert problem.span is not None
    assert (text[problem.span.start : problem.span.end].strip(), problem.code, problem.message) == (
        underlined,
        code,
        message,
    )


@pytest.mark.parametrize(("text", "cure"), rows(CURES))
def test_a_fault_has_a_cure(text: str, cure: str, units: UnitTable) -> None:
    assert fault(text, units).help == cure


LONG = {
    "ten thousand brackets": "(" * 999 + "1" + ")" * 999 + " = 1",
    "too many characters": "1" * 12_001 + " = 1",
    "a chain of sums": "+".join(["1"] * 900) + " = 1",
    "a chain of products": "*".join(["1"] * 900) + " = 1",
    "a tower of powers": "^".join(["2"] * 900) + " = 1",
    "nested lists": "max(" + "[" * 300 + "1" + "]" * 300 + ") = 1",
    "nested calls": "abs(" * 300 + "1" + ")" * 300 + " = 1",
    "a tower of minus signs": "2^" + "-2^" * 300 + "1 = 1",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_size_is_bounded(text: str, units: UnitTable) -> None:
    problem = fault(text, units)
    assert problem.code == "FC207"
    assert "at most" in problem.message


def test_many_signs_are_one_sign(units: UnitTable) -> None:
    assert parse_expression("-" * 999 + "5", units).text == "-" * 999 + "5"  # type: ignore[union-attr]
