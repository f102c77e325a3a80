"""Functions in statements: the table of the documentation, what they take, conditions, how they are shown."""

import re
from pathlib import Path

import pytest

from factcheck.language.functions import SIGNATURES
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Call, children
from factcheck.language.write import written
from factcheck.quantity.units import UnitTable
from tests.conftest import Judge
from tests.notation import rows

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `(?P<name>\w+)(?P<takes>\([^`]*\))` \| [^|]+ \| `(?P<example>[^`]+)` \|$", re.MULTILINE)
TABLE = list(ROW.finditer((ROOT / "docs/language.md").read_text(encoding="utf-8")))


def test_the_table_of_the_documentation_has_every_function_as_it_is_called() -> None:
    shown = {signature.shown for signature in SIGNATURES.values()}
    assert {row["name"] + row["takes"] for row in TABLE} == {*shown, "if(condition, a, b)"}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"])
def test_its_examples_hold(row: re.Match[str], judge: Judge) -> None:
    outcome = judge(row["example"])
    assert outcome.verdict == "pass", outcome.headline


WRONG = """
    log(5 m) = 1.6                 | FC203 | `log` takes plain numbers; this is length
    sin(5 kg) = 1                  | FC203 | `sin` takes plain numbers; this is mass
    round(3.7 m) = 4 m             | FC203 | `round` takes a plain number, a count or money; this is length
    choose(5 kg, 2) = 10           | FC203 | `choose` takes plain numbers and counts; this is mass
    atan2(1 m, 1 s) = 1            | FC203 | the values of `atan2` differ in kind
    normal_cdf(5 m, 3 m, 2 s) = 1  | FC203 | the values of `normal_cdf` differ in kind
    normal_cdf(5, 3) = 1           | FC306 | `normal_cdf` takes 1 or 3 values: `normal_cdf(x, [mean], [sd])`
    t_cdf(2) = 0.9                 | FC306 | `t_cdf` takes 2 values: `t_cdf(t, df)`
    round() = 1                    | FC306 | `round` takes 1 or 2 values: `round(x, [digits])`
    sd(5) = 0                      | FC306 | `sd` needs 2 values at least
    mean([]) = 0                   | FC306 | `mean` needs a value
    if(1 m > 1 s, 1, 2) = 1        | FC203 | the condition compares two kinds
    if(2 > 1, 1 m, 2 s) = 1 m      | FC203 | the two values of `if` differ in kind
    if(2, 1, 2) = 1                | FC210 | a condition is written `if(a > b, …, …)`, with = > >= < or <=
    if(2 ~ 1, 1, 2) = 1            | FC210 | a condition is written `if(a > b, …, …)`, with = > >= < or <=
    if(2 == 2, 1, 2) = 1           | FC210 | write one `=`, not two
    if(2 > 1, 1) = 1               | FC210 | two values follow the condition: `if(a > b, c, d)`
    exp(exp(100)) = 1              | FC208 | the number grows too large: the exponential is out of reach
    choose(10^9, 5*10^8) = 1       | FC208 | the number of ways grows too large
    factorial(10^6) = 1            | FC208 | the number grows too large: at most 1,000!
    binomial_cdf(1, 10^12, 1/2) = 1 | FC208 | `binomial_cdf` takes numbers up to 1,000,000
"""


@pytest.mark.parametrize(("says", "code", "message"), rows(WRONG))
def test_what_a_function_cannot_take_is_refused(says: str, code: str, message: str, judge: Judge) -> None:
    outcome = judge(says)
    assert (outcome.code, outcome.headline) == (code, message)


# x is given | statement | what was derived
CONDITIONS = """
    5.0 | if(x > 4, 10, 20) = 10 | 10
    5.0 | if(x > 6, 10, 20) = 20 | 20
    5.0 | if(x > 5, 10, 20) = 20 | 20 (10 to 20)
    5.0 | if(x <= 4, 10, 20) = 20 | 20
    5   | if(x = 5, 10, 20) = 10 | 10
    5   | if(x < 5, 10, 20) = 20 | 20
    5   | if(x >= 5, 10, 20) = 10 | 10
"""


@pytest.mark.parametrize(("given", "says", "derived"), rows(CONDITIONS))
def test_a_condition_decides_as_far_as_the_inputs_do(given: str, says: str, derived: str, judge: Judge) -> None:
    outcome = judge(says, given={"x": given})
    assert outcome.derived is not None
    assert outcome.derived.text == derived


def test_a_premise_that_occurs_twice_does_not_widen_a_function_that_rises(judge: Judge) -> None:
    outcome = judge("x - sin(x) = 0.16", given={"x": "1.00"})
    assert outcome.derived is not None
    assert outcome.derived.text == "0.158529 (0.156241 to 0.1608381)"


def test_the_spread_and_the_mean_of_the_same_values_are_of_the_same_values(judge: Judge) -> None:
    given = {"a": "1.2", "b": "1.3", "c": "1.7"}
    outcome = judge("(mean(a, b, c) - 1) / (sd(a, b, c) / sqrt(3)) = 2.6", given=given)
    assert outcome.verdict == "pass"
    assert outcome.substituted is not None
    assert outcome.substituted.endswith("÷ (sd(1.2, 1.3, 1.7) ÷ sqrt(3)) = 2.61861 (2.06546 to 3.466877)")


FORMULAS = """
    if(x >= 2, sin(x), floor(x)) = 3 | if(x >= 2, sin(x), floor(x))
    choose(x, 2) = 3                 | choose(x, 2)
    ln(x) = 3                        | log(x)
"""
LATEX = """
    if(x >= 2, sin(x), floor(x)) = 3 | \\begin{cases}\\sin\\left(\\text{x}\\right) & \\text{x} \\ge \\text{2}
    choose(x, 2) = 3                 | \\binom{\\text{x}}{
    t_cdf(x, 5) = 1                  | \\operatorname{t\\_cdf}\\left(
    factorial(x) = 6                 | \\text{x}!
"""


@pytest.mark.parametrize(("says", "formula"), rows(FORMULAS))
def test_the_formula_is_written_as_it_is_called(says: str, formula: str, judge: Judge) -> None:
    outcome = judge(says, given={"x": "3"})
    assert outcome.formula is not None
    assert outcome.formula == formula


@pytest.mark.parametrize(("says", "latex"), rows(LATEX))
def test_the_formula_is_written_in_latex(says: str, latex: str, judge: Judge) -> None:
    outcome = judge(says, given={"x": "3"})
    assert outcome.latex is not None
    assert outcome.latex.startswith(latex)


def test_what_an_input_would_have_to_be_is_found_through_a_function(judge: Judge) -> None:
    outcome = judge("normal_cdf(z) = 0.95", given={"z": "1.96"})
    assert [each.text for each in outcome.requirements] == [
        "z would have to be 1.64485 (1.598193 to 1.695398), 16 % below the premise"
    ]


def test_a_rule_may_have_the_name_of_a_function(units: UnitTable) -> None:
    node = parse_expression("mean(values=[1, 2]) + mean(1, 2)", units)
    assert written(node) == "mean(values=[1, 2]) + mean(1, 2)"
    assert [part.is_function for part in children(node) if isinstance(part, Call)] == [False, True]


def test_pi_is_a_number(judge: Judge) -> None:
    outcome = judge("pi * r^2 = 28.3 m^2", given={"r": "3 m"})
    assert outcome.substituted == "π × (3 m)^2 = 28.2743 m^2"
    assert outcome.derivation is not None
    assert outcome.derivation.children[0].value.text == "3.14159"


def test_a_count_of_values_that_is_wrong_has_no_input_to_blame(judge: Judge) -> None:
    outcome = judge("len(1, 2) = 3")
    assert (outcome.verdict, outcome.requirements) == ("fail", ())
