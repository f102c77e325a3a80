"""Equations from a stranger's pack: solved in a process of its own, within a limit, and given up after a few."""

from pathlib import Path
from time import monotonic

import pytest

from factcheck.diagnostics import Problem
from factcheck.engine.rules import equations as rules
from factcheck.engine.rules.equation import Implicit
from factcheck.engine.rules.equations import Equations
from factcheck.model.pack import Rule
from factcheck.source import Place, Text

HARD = "a = sqrt(x + sqrt(x + b * sqrt(x + c * sqrt(x + sqrt(x + b)))))"
TOWER = "a = 9^9^9^9 + x"
START = 20
"""Seconds in which the child has started, however busy the machine is."""


def rule(equation: str) -> Rule:
    place = Place("rules/own/rules.yaml", 1, 1)
    symbols = tuple((name, Text("ratio", place)) for name in "abcx")
    return Rule("hard", place, "An equation", Text(equation, place), symbols, "made up")


@pytest.mark.parametrize("equation", [HARD, TOWER])
def test_an_equation_that_takes_too_long_is_left_to_numbers(equation: str) -> None:
    start = monotonic()
    found = Equations(seconds=0.5).solved(rule(equation), "x")
    assert isinstance(found, Implicit)
    assert monotonic() - start < START


def test_its_left_side_needs_no_solving() -> None:
    assert Equations(seconds=0).solved(rule(HARD), "a") is not None


def test_what_was_solved_in_time_is_used() -> None:
    equations = Equations({HARD: {rules.OPEN: [], "b": ["(x + 1)"]}})
    assert equations.solved(rule(HARD), "b") is not None
    assert isinstance(equations.solved(rule(HARD), "c"), Implicit)


def test_after_a_few_no_further_one_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def out_of_time(equations: list[tuple[str, list[str]]], _: float) -> dict[str, rules.Solutions]:
        tried.extend(text for text, _ in equations)
        return {text: {rules.OPEN: []} for text, _ in equations}

    monkeypatch.setattr(rules, "solve_all", out_of_time)
    equations = Equations()
    for number in range(20):
        equations.solved(rule(f"a = x ^ 5 + x + {number}"), "x")
    assert len(tried) == rules.MAX_LATE


def test_an_equation_cannot_run_code(tmp_path: Path) -> None:
    with pytest.raises(Problem):
        Equations().solved(rule(f"a = __import__('os').system('touch {tmp_path}/owned') + x"), "x")
    assert not list(tmp_path.iterdir())
