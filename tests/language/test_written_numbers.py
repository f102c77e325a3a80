"""What a written number means: the table of docs/language.md, row by row, as stated side, premise and spec."""

from datetime import date
from fractions import Fraction

import pytest

from factcheck.engine.term.values import premise_range, shown_in, stated_range
from factcheck.language.parser import parse_expression
from factcheck.language.tree import DateLiteral, Literal
from factcheck.quantity.units import UnitTable
from factcheck.quantity.written import Widths, Written, as_round_number
from tests.notation import rows, shown

# written | values for which a text that states it is right | values that it stands for as a premise
MEANINGS = """
    9.05                 | [9.045, 9.055]            | [9.045, 9.055]
    5.3 million          | [5250000, 5350000]        | [5250000, 5350000]
    27.6万               | [275500, 276500]          | [275500, 276500]
    2.20                 | [2.195, 2.205]            | [2.195, 2.205]
    25                   | [24.5, 25.5]              | 25
    -25                  | [-25.5, -24.5]            | -25
    100                  | [99.5, 100.5]             | 100
    540亿                | [53950000000, 54050000000] | [53950000000, 54050000000]
    30 million           | [29500000, 30500000]      | [29500000, 30500000]
    1e-8                 | [0.000000005, 0.000000015] | [0.000000005, 0.000000015]
    约9万                | [80000, 100000]           | [80000, 100000]
    9万左右              | [80000, 100000]           | [80000, 100000]
    约100                | [85, 115]                 | [85, 115]
    about 100            | [85, 115]                 | [85, 115]
    ~100                 | [85, 115]                 | [85, 115]
    ≈ 100                | [85, 115]                 | [85, 115]
    some 30              | [25.5, 34.5]              | [25.5, 34.5]
    about -100           | [-115, -85]               | [-115, -85]
    about 9.05           | [9.04, 9.06]              | [9.04, 9.06]
    about 0              | [-0.5, 0.5]               | [-0.5, 0.5]
    3 or so              | [2.5, 3.5]                | [2.5, 3.5]
    近9万                | [80000, 90000]            | [80000, 90000]
    nearly 100           | [85, 100]                 | [85, 100]
    almost 100           | [85, 100]                 | [85, 100]
    nearly -100          | [-100, -85]               | [-100, -85]
    超过27.6万           | (276000, ∞)               | (276000, ∞)
    more than 3          | (3, ∞)                    | (3, ∞)
    over 3               | (3, ∞)                    | (3, ∞)
    逾3                  | (3, ∞)                    | (3, ∞)
    more than -3         | (-3, ∞)                   | (-3, ∞)
    - more than 3        | (-∞, -3)                  | (-∞, -3)
    不到3                | (-∞, 3)                   | (-∞, 3)
    less than 3          | (-∞, 3)                   | (-∞, 3)
    至少3                | [3, ∞)                    | [3, ∞)
    at least 3           | [3, ∞)                    | [3, ∞)
    3以上                | [3, ∞)                    | [3, ∞)
    3 or more            | [3, ∞)                    | [3, ∞)
    高达3                | (-∞, 3]                   | (-∞, 3]
    up to 3              | (-∞, 3]                   | (-∞, 3]
    最多3                | (-∞, 3]                   | (-∞, 3]
    - up to 3            | [-3, ∞)                   | [-3, ∞)
    27万多               | [270000, 280000)          | [270000, 280000)
    27 万多              | [270000, 280000)          | [270000, 280000)
    27.6万余             | [276000, 277000)          | [276000, 277000)
    -27万多              | (-280000, -270000]        | (-280000, -270000]
    三十多万             | [300000, 400000)          | [300000, 400000)
    十余万               | [100000, 200000)          | [100000, 200000)
    100 多               | [100, 200)                | [100, 200)
    三成多               | [0.3, 0.4)                | [0.3, 0.4)
    十几                 | [11, 19]                  | [11, 19]
    三十几万             | [310000, 390000]          | [310000, 390000]
    数十                 | [20, 99]                  | [20, 99]
    几十万               | [200000, 990000]          | [200000, 990000]
    数百万               | [2000000, 9000000]        | [2000000, 9000000]
    a couple of hundred  | [200, 300]                | [200, 300]
    a few thousand       | [2000, 9000]              | [2000, 9000]
    several million      | [2000000, 9000000]        | [2000000, 9000000]
    hundreds of thousands | [200000, 900000]         | [200000, 900000]
    tens of thousands    | [20000, 99000]            | [20000, 99000]
    half                 | [0.425, 0.575]            | [0.425, 0.575]
    一半                 | [0.425, 0.575]            | [0.425, 0.575]
    three-quarters       | [0.6375, 0.8625]          | [0.6375, 0.8625]
    doubled              | [1.7, 2.3]                | [1.7, 2.3]
    翻番                 | [1.7, 2.3]                | [1.7, 2.3]
    三成                 | [0.255, 0.345]            | [0.255, 0.345]
    2成                  | [0.17, 0.23]              | [0.17, 0.23]
    三成五               | [0.2975, 0.4025]          | [0.2975, 0.4025]
    三分之一             | [17/60, 23/60]            | [17/60, 23/60]
    千分之三             | [0.0025, 0.0035]          | [0.0025, 0.0035]
    千分之十几           | [0.011, 0.019]            | [0.011, 0.019]
    about half           | [0.425, 0.575]            | [0.425, 0.575]
    more than half       | (0.5, ∞)                  | (0.5, ∞)
    half a million       | [425000, 575000]          | [425000, 575000]
    two and a half       | [2.125, 2.875]            | [2.125, 2.875]
    5–6                  | [5, 6]                    | [5, 6]
    5 to 6 million       | [5000000, 6000000]        | [5000000, 6000000]
    between 5 and 6      | [5, 6]                    | [5, 6]
    5 到 6               | [5, 6]                    | [5, 6]
    5～6万               | [50000, 60000]            | [50000, 60000]
    -5 to 3              | [-5, 3]                   | [-5, 3]
    -5 to -3             | [-5, -3]                  | [-5, -3]
    about 12 to about 13 | [12, 13]                  | [12, 13]
    5 ± 0.2              | [4.8, 5.2]                | [4.8, 5.2]
"""

# An integer is exact where it is assumed; per cent are always rounded. As a spec it is exact where it counts things.
# written | stated | premise | spec, in the unit that is written
WITH_UNITS = """
    1 L           | [0.5, 1.5]       | 1                | [0.5, 1.5]
    362 TFLOP/s   | [361.5, 362.5]   | 362              | [361.5, 362.5]
    25 D1         | [24.5, 25.5]     | 25               | 25
    25 D1/tile    | [24.5, 25.5]     | 25               | 25
    27.6万 D1     | [275500, 276500] | [275500, 276500] | [275500, 276500]
    33 %          | [32.5, 33.5]     | [32.5, 33.5]     | [32.5, 33.5]
    33.0%         | [32.95, 33.05]   | [32.95, 33.05]   | [32.95, 33.05]
    百分之三十三  | [32.5, 33.5]     | [32.5, 33.5]     | [32.5, 33.5]
    百分之三十多  | [30, 40)         | [30, 40)         | [30, 40)
    5 pp          | [4.5, 5.5]       | [4.5, 5.5]       | [4.5, 5.5]
    100 °C        | [99.5, 100.5]    | 100              | [99.5, 100.5]
    $8,000        | [7999.5, 8000.5] | 8000             | [7999.5, 8000.5]
    3 year        | [2.5, 3.5]       | 3                | [2.5, 3.5]
    近三年        | [2.5, 3]         | [2.5, 3]         | [2.5, 3]
"""

# written | values for which it is right as a round number, at two significant digits
ROUND_NUMBERS = """
    100         | [95, 105]
    8000        | [7950, 8050]
    12,000      | [11500, 12500]
    540亿       | [53500000000, 54500000000]
    30 million  | [29500000, 30500000]
    10          | none
    8050        | none
    5.40亿      | none
    540.0       | none
    about 100   | none
    27.6万      | none
"""


def literal(text: str, units: UnitTable) -> Literal:
    node = parse_expression(text, units)
    assert isinstance(node, Literal), text
    return node


@pytest.mark.parametrize(("text", "stated", "premise"), rows(MEANINGS))
def test_a_number_stands_for_an_interval(text: str, stated: str, premise: str, units: UnitTable) -> None:
    number = literal(text, units)
    assert (shown(stated_range(number)), shown(premise_range(number))) == (stated, premise)


@pytest.mark.parametrize(("text", "stated", "premise", "spec"), rows(WITH_UNITS))
def test_a_number_with_a_unit(text: str, stated: str, premise: str, spec: str, units: UnitTable) -> None:
    number = literal(text, units)
    unit = shown_in(number.units)
    ranges = (stated_range(number), premise_range(number), premise_range(number, spec=True))
    assert [shown(r.shifted(-unit.offset).scaled(1 / Fraction(unit.factor))) for r in ranges] == [stated, premise, spec]


@pytest.mark.parametrize(("text", "expected"), rows(ROUND_NUMBERS))
def test_a_round_number_may_be_meant_at_two_digits(text: str, expected: str, units: UnitTable) -> None:
    found = as_round_number(literal(text, units).number)
    assert ("none" if found is None else shown(found)) == expected


def test_a_project_may_change_the_widths(units: UnitTable) -> None:
    number = literal("about 100", units)
    assert shown(stated_range(number, Widths(about=Fraction(1, 10)))) == "[90, 110]"


# written | first and last day
DATES = """
    2024-08-04   | 2024-08-04 | 2024-08-04
    2024-08      | 2024-08-01 | 2024-08-31
    2024-02      | 2024-02-01 | 2024-02-29
    2024-12      | 2024-12-01 | 2024-12-31
    2024年       | 2024-01-01 | 2024-12-31
    2024年8月    | 2024-08-01 | 2024-08-31
    2024年8月4日 | 2024-08-04 | 2024-08-04
"""


@pytest.mark.parametrize(("text", "first", "last"), rows(DATES))
def test_a_date_is_the_interval_of_its_days(text: str, first: str, last: str, units: UnitTable) -> None:
    node = parse_expression(text, units)
    assert isinstance(node, DateLiteral)
    assert [date.fromordinal(day).isoformat() for day in (node.first, node.last)] == [first, last]


def test_a_span_has_no_nominal_value(units: UnitTable) -> None:
    numbers: list[Written] = [literal(text, units).number for text in ("十几", "5–6", "数百万")]
    assert [number.nominal for number in numbers] == [None, None, None]
