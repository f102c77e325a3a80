"""Equations of rules: how they are read, solved for each symbol, and which dimensions their symbols take."""

import io
import json

import pytest

from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import build_expression, read_equation, read_expression
from factcheck.engine.rules.solver import answers, main, solve
from factcheck.engine.term.dimension import kind_dimension, kind_fits, words
from factcheck.engine.term.formula import with_names
from factcheck.engine.term.term import DATE, Leaf, Shown, Term, leaf_term
from factcheck.quantity.dimension import Dimension, describe, dimension_from
from factcheck.quantity.interval import point
from factcheck.source import Span
from tests.notation import rows

# equation | symbol | what it equals, in the claim language
SOLUTIONS = """
    y = a + b                 | a | (y + ((-1) * b))
    y = a - b                 | b | (a + ((-1) * y))
    y = a * b                 | a | (y / b)
    y = a / b                 | b | (a / y)
    y = (a - b) / b           | a | (b * (1 + y))
    y = (a - b) / b           | b | (a / (1 + y))
    y = a ^ 3                 | a | (y ^ (1/3))
    y = a ^ 2                 | a | sqrt(y)
    y = sqrt(a)               | a | (y ^ 2)
    y = exp(a)                | a | log(y)
    y = log(a)                | a | exp(y)
    y = (b / a) ^ (1 / n) - 1 | b | (((a ^ (n ^ (-1))) * (1 + y)) ^ n)
    y = -a                    | a | ((-1) * y)
    y = 3/2 * a               | a | ((2/3) * y)
    y = sum(p) / n            | n | (sum(p) / y)
    y = abs(a) + b            | b |
    y = a + exp(a)            | a |
"""


def squeezed(text: str) -> str:
    """Leave out blanks and order: sympy may write a sum either way round."""
    return "".join(sorted(text.replace(" ", "")))


@pytest.mark.parametrize("row", rows(SOLUTIONS))
def test_solved_for_a_symbol(row: tuple[str, ...]) -> None:
    equation, symbol = row[0], row[1].rstrip("| ")
    expected = row[2] if len(row) > 2 else ""
    names = ["y", "a", "b", "n", "p"]
    found = {key: value for answer in answers(equation, names) for key, value in answer.items()}[symbol]
    if expected:
        assert [squeezed(text) for text in found] == [squeezed(expected)]
        read_expression(found[0], names)
    else:
        assert equation != "y = a + exp(a)" or found == []


def test_several_solutions_are_all_given() -> None:
    assert len(solve("y = a * a - 3 * a", ["y", "a"], "a")) > 1


def test_the_solver_answers_line_by_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    requests = [{"equation": "y = a * b", "symbols": ["y", "a", "b"]}, {"equation": "y + 1 = a", "symbols": ["y", "a"]}]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, requests))))
    monkeypatch.setattr("factcheck.engine.rules.solver._limit_memory", lambda: None)
    main()
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{}, {"a": ["(y / b)"]}, {"b": ["(y / a)"]}, {"y": ["(a * b)"]}, {}, {}]


# equation | message
FAULTS = """
    y + 1 = a             | an equation has one symbol on its left: `change = (after - before) / before`
    z = a                 | unknown name `z`
    y > a                 | an equation has one symbol on its left: `change = (after - before) / before`
    y = 1 + 1 + 1         |
"""


@pytest.mark.parametrize(("equation", "message"), [row for row in rows(FAULTS) if len(row) > 1])
def test_an_equation_has_one_symbol_on_its_left(equation: str, message: str) -> None:
    with pytest.raises(Problem) as caught:
        read_equation(equation, ["y", "a"])
    assert caught.value.message == message


def test_the_size_of_an_equation_is_bounded() -> None:
    with pytest.raises(Problem, match="too large"):
        read_equation(f"y = {' + '.join(['a'] * 150)}", ["y", "a"])


def test_an_equation_holds_formulas_only() -> None:
    for text in ("derive(a)", "2024-08-04", "[a, a]"):
        with pytest.raises(Problem) as caught:
            build_expression(read_expression(text, ["a"]), {"a": leaf("a")}, Span(0, 1))
        assert caught.value.code == "FC308"
        with pytest.raises(Problem):
            solve(f"y = {text}", ["y", "a"], "a")


def leaf(name: str, dimension: Dimension = ()) -> Term:
    return leaf_term(Leaf(name, "premise", name, name, 1, point(1), Shown("")), dimension)


def test_an_equation_is_filled_with_terms() -> None:
    inputs: dict[str, Term | list[Term]] = {"a": leaf("a"), "v": [leaf("p"), leaf("q")], "w": [leaf("r"), leaf("s")]}
    written = {
        "-a * 2": "(−a) × 2",
        "sum(v * w) / len(v)": "(p × r + q × s) ÷ 2",
        "sum(a * v)": "a × p + a × q",
        "max(v) - min(w)": "max(p, q) − min(r, s)",
        "a ^ (1 / 2)": "a^(1 ÷ 2)",
        "sum(-v)": "−p + −q",
    }
    for text, expected in written.items():
        assert with_names(build_expression(read_expression(text, list(inputs)), inputs, Span(0, 1))) == expected
    with pytest.raises(Problem, match="leaves a list"):
        build_expression(read_expression("v * 2", list(inputs)), inputs, Span(0, 1))


# declared as | dimension | fits
KINDS = """
    any           | mass:1                  | yes
    whole         |                         | yes
    whole         | mass:1                  | no
    count         |                         | yes
    count         | D1:1 tile:-1            | yes
    count         | D1:1 mass:1             | no
    count         | date:1                  | no
    money         | USD:1                   | yes
    money         | USD:1 time:-1           | no
    money         | data:1                  | no
    ratio         |                         | yes
    ratio         | mass:1                  | no
    list of mass  | mass:1                  | yes
    speed         | length:1 time:-1        | yes
    data rate     | data:1 time:-1          | yes
    energy / mass | length:2 time:-2        | yes
    mass * speed  | length:1 mass:1 time:-1 | yes
    date          | date:1                  | yes
    no such kind  | mass:1                  | yes
    money / mass  | USD:1 mass:-1           | yes
"""


@pytest.mark.parametrize("row", rows(KINDS.replace("|                         |", "| - |")))
def test_a_symbol_takes_what_its_kind_says(row: tuple[str, ...]) -> None:
    kind, dimension, fits = row
    assert kind_fits(kind, dimension_from("" if dimension == "-" else dimension)) == (fits == "yes")


def test_kinds_in_words() -> None:
    assert words(DATE) == "a date"
    assert describe(kind_dimension("energy / mass") or ()) == "energy / mass"
    assert kind_dimension("money / mass") is None
