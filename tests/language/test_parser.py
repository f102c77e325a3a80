"""How a statement is read: which operation binds first, where a unit ends, what is a name."""

import pytest

from factcheck.engine.term.values import dimension_of, shown_in
from factcheck.language.parser import parse_expression, parse_stated, parse_statement
from factcheck.language.tree import Literal
from factcheck.quantity.dimension import describe
from factcheck.quantity.units import UnitTable
from tests.language.shown import tree
from tests.notation import digits, rows

NAMES = ("x", "y", "target", "d1-count", "d1-count-2", "a-b")

# written | read as
TREES = """
    1 + 2 * 3                        | ({1} + ({2} * {3}))
    (1 + 2) * 3                      | (({1} + {2}) * {3})
    1 - 2 - 3                        | (({1} - {2}) - {3})
    8 / 4 / 2                        | (({8} / {4}) / {2})
    2 * 3 ^ 2                        | ({2} * ({3} ^ {2}))
    2 ^ 3 ^ 2                        | ({2} ^ ({3} ^ {2}))
    2 ** 3                           | ({2} ^ {3})
    2 ^ -3                           | ({2} ^ {-3})
    -2 ^ 2                           | -({2} ^ {2})
    -2                               | {-2}
    - x                              | -x
    --2                              | {2}
    +2                               | {2}
    x - -1                           | (x - {-1})
    x-1                              | (x - {1})
    x × y ÷ 2 − 1                    | (((x * y) / {2}) - {1})
    x · y                            | (x * y)
    （1 ＋ 2）＊ 3                   | (({1} + {2}) * {3})
    x : y                            | (x : y)
    １：２                           | ({１} : {２})
    x + 1 : y                        | ((x + {1}) : y)

    100 EFLOP/s / 362 TFLOP/s/D1     | ({100 EFLOP/s} / {362 TFLOP/s/D1})
    1 km / h                         | {1 km / h}
    1 km / x                         | ({1 km} / x)
    25 D1/tile                       | {25 D1/tile}
    5 / tile                         | {5 / tile}
    1 N * m                          | {1 N * m}
    x / 1 N * m                      | ((x / {1 N}) * <m>)
    100 W·h                          | {100 W·h}
    5 W/(m·K)                        | {5 W/(m·K)}
    5 W/(m·x)                        | ({5 W} / (<m> * x))
    5 W/(m·K)^2                      | {5 W/(m·K)^2}
    5 m/s2                           | {5 m/s2}
    2 * 10^3                         | ({2} * ({10} ^ {3}))
    2 × 10^3                         | {2 × 10^3}
    8 L/100 km                       | {8 L/100 km}
    8 L/90 km                        | ({8 L} / {90 km})
    24 per 100,000                   | {24 per 100,000}
    (1000-10)/15                     | (({1000} - {10}) / {15})
    x - 2005-11                      | (x - {2005-11})
    5 m^2                            | {5 m^2}
    5 m^2.5                          | ({5 m} ^ {2.5})
    5 m^x                            | ({5 m} ^ x)
    (5 m)^2                          | ({5 m} ^ {2})
    6 D1 / 2 tile                    | ({6 D1} / {2 tile})
    tile.peak / 5 kW                 | (tile.peak / {5 kW})
    10 kW / D1.power                 | ({10 kW} / D1.power)
    km / h                           | (<km> / <h>)
    5 in + 3 in                      | ({5 in} + {3 in})

    target                           | target
    d1-count                         | d1-count
    d1-count-2                       | d1-count-2
    d1-count-3                       | (d1-count - {3})
    a-b                              | a-b
    x-y                              | (x - y)
    D1.peak                          | D1.peak
    D1.peak[fp32]                    | D1.peak[fp32]
    A100.peak[bf16, sparsity=sparse] | A100.peak[bf16, sparsity=sparse]
    d1-count.stated                  | d1-count.stated
    article.date - 2021-08-19        | (article.date - {2021-08-19})

    percent_change(before=40, after=50)    | percent_change(before={40}, after={50})
    percent_change.after(before=x, change=25 %) | percent_change.after(before=x, change={25 %})
    total(parts=[12.4, 89.0])        | total(parts=[{12.4}, {89.0}])
    total(parts=[1、2，3])           | total(parts=[{1}, {2}, {3}])
    sqrt(x)                          | sqrt(x)
    max(1, 2, [3, 4])                | max({1}, {2}, [{3}, {4}])
    derive(100 EFLOP/s, 3 kW)        | derive({100 EFLOP/s}, {3 kW})

    5–6 million dollars              | {5–6 million dollars}
    -5 to -3 °C                      | {-5 to -3 °C}
    x - 5 to 6                       | (x - {5 to 6})
    2024-08-04 - 2024-07-04          | ({2024-08-04} - {2024-07-04})
    2024 - 8                         | ({2024} - {8})
"""

# A literal | its value in base units (or the ends of its range) | what it measures
LITERALS = """
    10 EFLOP/s              | 10000000000000000000   | FLOP / time
    9 petaflops             | 9000000000000000       | FLOP / time
    9 PF                    | 9000000000000000       | FLOP / time
    645 mm^2                | 0.000645               | area
    645 mm²                 | 0.000645               | area
    645平方毫米             | 0.000645               | area
    5 square metres         | 5                      | area
    5 s⁻¹                   | 5                      | frequency
    9.81 m/s^2              | 9.81                   | acceleration
    36 km per hour          | 10                     | speed
    36 TB/s                 | 288000000000000        | data / time
    每秒36 TB               | 288000000000000        | data / time
    20 %                    | 0.2                    | a plain number
    百分之二十              | 0.2                    | a plain number
    ２０％                  | 0.2                    | a plain number
    5 pp                    | 0.05                   | a plain number
    5个百分点               | 0.05                   | a plain number
    100 °C                  | 373.15                 | temperature
    100℃                    | 373.15                 | temperature
    32 °F                   | 273.15                 | temperature
    5 °C/km                 | 0.005                  | temperature / length
    500兆瓦                 | 500000000              | power
    3千瓦                   | 3000                   | power
    3万千瓦                 | 30000000               | power
    2太瓦时                 | 7200000000000000       | energy
    $8,000                  | 8000                   | money (USD)
    US$ 5 million           | 5000000                | money (USD)
    €1.5bn                  | 1500000000             | money (EUR)
    5000亿美元              | 500000000000           | money (USD)
    100 亿美元              | 10000000000            | money (USD)
    1200 USD/month          | 200/438291             | money (USD) / time
    27.6万 D1               | 276000                 | D1
    25块D1芯片              | 25                     | D1
    25 D1 chips             | 25                     | D1
    3 light-years           | 28382191417742400      | length
    三年                    | 94670856               | time
    18 month                | 47335428               | time
    36k                     | 36000                  | a plain number
    12万3千公里             | 123000000              | length
    900 m to 1.1 km         | 900 to 1100            | length
    $5–6 million            | 5000000 to 6000000     | money (USD)
    千分之三到五            | 0.003 to 0.005         | a plain number
    百分之三十到四十        | 0.3 to 0.4             | a plain number
    5 % 到 6 %              | 0.05 to 0.06           | a plain number
    20 °C to 30 °C          | 293.15 to 303.15       | temperature
"""


@pytest.mark.parametrize(("text", "expected"), [row for row in rows(TREES) if len(row) > 1])
def test_what_binds_first(text: str, expected: str, units: UnitTable) -> None:
    assert tree(parse_expression(text, units, NAMES)) == expected


@pytest.mark.parametrize(("text", "value", "kind"), rows(LITERALS))
def test_a_literal_is_a_number_with_units(text: str, value: str, kind: str, units: UnitTable) -> None:
    node = parse_expression(text, units)
    assert isinstance(node, Literal)
    unit = shown_in(node.units)
    span = node.number.span
    ends = [node.number.nominal] if span is None else [span.low, span.high]
    shown = " to ".join(digits(end * unit.factor + unit.offset) for end in ends if end is not None)
    assert (shown, describe(dimension_of(node))) == (value, kind)
    assert node.text == text


# statement | relation | derived | stated
STATEMENTS = """
    x = 5             | =  | x             | {5}
    x ~ 5             | ~  | x             | {5}
    x ≈ 5             | ~  | x             | {5}
    x > 5             | >  | x             | {5}
    x >= 5            | >= | x             | {5}
    x ≥ 5             | >= | x             | {5}
    x < 5             | <  | x             | {5}
    x <= 5            | <= | x             | {5}
    x ≤ 5             | <= | x             | {5}
    x ＝ 5            | =  | x             | {5}
    x = ~5            | =  | x             | {~5}
    x in 5–6          | in | x             | {5–6}
    25 in 20 to 30    | in | {25}          | {20 to 30}
    3 + 4 in 6 to 8   | in | ({3} + {4})   | {6 to 8}
    5 in = 12.7 cm    | =  | {5 in}        | {12.7 cm}
    x : y ~ 1:2       | ~  | (x : y)       | ({1} : {2})
    x = -5 to -3      | =  | x             | {-5 to -3}
"""


@pytest.mark.parametrize(("text", "relation", "derived", "stated"), rows(STATEMENTS))
def test_a_statement_has_two_sides(text: str, relation: str, derived: str, stated: str, units: UnitTable) -> None:
    found = parse_statement(text, units, NAMES)
    assert (found.relation, tree(found.derived), tree(found.stated)) == (relation, derived, stated)
    assert found.text[found.relation_span.start : found.relation_span.end].strip()


def test_a_relation_may_stand_before_a_stated_side_alone(units: UnitTable) -> None:
    assert [parse_stated(text, units)[0] for text in ("5", "> 5", "~ 5", "≤ 5")] == ["=", ">", "~", "<="]


@pytest.mark.parametrize(("text", "_"), [row for row in rows(TREES) if len(row) > 1 and row[0][:2] not in {"--", "+2"}])
def test_spans_lie_inside_their_text(text: str, _: str, units: UnitTable) -> None:
    node = parse_expression(text, units, NAMES)
    assert text[node.span.start : node.span.end].strip("（） ") == text.strip("（） ")
