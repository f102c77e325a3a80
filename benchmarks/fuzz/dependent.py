"""Statements whose inputs occur more than once, held against values that the inputs may have.

There is no short way to the exact range of such an expression, but every choice of inputs gives a value in it. So the
verdict is *pass* where the nominal value is stated, *fail* says that no choice gives what is stated, and the range that
is told holds the value of each choice.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count, product
from math import inf
from typing import NamedTuple

from benchmarks.fuzz import oracle
from benchmarks.fuzz.grammar import PLAIN, Chance, stated, written
from benchmarks.fuzz.oracle import Number, Range, Value
from factcheck.engine.session import Session
from factcheck.model.report import Outcome

Tree = str | int | tuple[str, "Tree", "Tree"]
"""A name, a whole number, or an operation on two of them."""

NAMES = ("a", "b", "c")
REFUSED = frozenset({"FC204", "FC208"})


class Dependent(NamedTuple):
    """A statement with its premises, its tree, and what it states."""

    says: str
    given: dict[str, str]
    tree: Tree
    inputs: dict[str, Value]
    relation: str
    number: Number


def cases(seed: str) -> Iterator[Dependent]:
    """Yield statements without end."""
    for n in count():
        yield case(Chance(f"{seed}:{n}"))


def case(random: Chance) -> Dependent:
    """Return a statement over one to three premises, most of which occur twice."""
    names = NAMES[: random.randint(1, 3)]
    given, inputs = {}, {}
    for name in names:
        given[name], number = written(random, PLAIN, None)
        inputs[name] = number.input()
    tree = _tree(random, names, random.randint(1, 4))
    nominal = {name: value.nominal for name, value in inputs.items()}
    x = None if None in nominal.values() else value_of(tree, nominal)  # type: ignore[arg-type]
    relation = random.choice(("=", "=", "=", "~", ">", ">=", "<", "<="))
    text, number = stated(random, PLAIN, Value(x, Range(-inf, inf)), relation)
    return Dependent(f"{_text(tree)} {relation} {text}", given, tree, inputs, relation, number)


def _tree(random: Chance, names: tuple[str, ...], depth: int) -> Tree:
    if depth == 0 or random.random() < 0.1:
        return random.choice(names) if random.random() < 0.85 else random.randint(1, 9)
    operator = random.choice("++--**//^")
    if operator == "^":
        return "^", _tree(random, names, depth - 1), random.choice((2, 3))
    return operator, _tree(random, names, depth - 1), _tree(random, names, depth - 1)


def _text(tree: Tree) -> str:
    if not isinstance(tree, tuple):
        return str(tree)
    operator, left, right = tree
    return f"({_text(left)})^{right}" if operator == "^" else f"({_text(left)} {operator} {_text(right)})"


def value_of(tree: Tree, inputs: Mapping[str, Fraction]) -> Fraction | None:
    """Return the value for a choice of inputs; None where it divides by zero."""
    if isinstance(tree, str):
        return inputs[tree]
    if isinstance(tree, int):
        return Fraction(tree)
    operator, left, right = tree
    a, b = value_of(left, inputs), value_of(right, inputs)
    if a is None or b is None or (operator == "/" and b == 0):
        return None
    return {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else a, "^": a ** int(b) if operator == "^" else a}[
        operator
    ]


def choices(value: Value) -> list[Fraction]:
    """Return some values that an input may have: its ends, its nominal value, and some between."""
    found = value.range
    low = found.low if isinstance(found.low, Fraction) else None
    high = found.high if isinstance(found.high, Fraction) else None
    if low is None or high is None:
        end = low if low is not None else high
        assert end is not None  # noqa: S101 - no number is without any end
        away = abs(end) + 1
        some = [end + away * (1 if high is None else -1) * n for n in (0, Fraction(1, 1000), 1, 1000)]
    else:
        some = [low + (high - low) * Fraction(part, 4) for part in range(5)]
    nominal = [] if value.nominal is None else [value.nominal]
    return [one for one in dict.fromkeys((*some, *nominal)) if found.holds(one)]


class Judge:
    """Holds what the engine says of a statement against choices of its inputs."""

    def __init__(self, session: Session) -> None:
        """Take the packs."""
        self.session = session

    def check(self, case: Dependent) -> tuple[str, str]:
        """Return the verdict, and what is wrong with it."""
        found = self.session.check_says(case.says, given=case.given)
        if found.verdict == "error":
            return "error", "" if found.code in REFUSED else f"{found.code} {found.headline}"
        return found.verdict, _wrong(case, found)


def _wrong(case: Dependent, found: Outcome) -> str:
    values = []
    for choice in product(*(choices(case.inputs[name]) for name in case.given)):
        value = value_of(case.tree, dict(zip(case.given, choice, strict=True)))
        if value is not None:
            values.append(value)
    outside = next((value for value in values if not _is_told(value, found)), None)
    if outside is not None:
        return f"{outside} is possible, and not in {found.derived and found.derived.text}"
    return _against_table(case, found, values)


def _is_told(value: Fraction, found: Outcome) -> bool:
    told = found.derived
    if told is None:
        return True
    shown = value * 100 if told.unit == "%" else value
    low = told.low is None or Fraction(told.low) <= shown
    return low and (told.high is None or shown <= Fraction(told.high))


def _against_table(case: Dependent, found: Outcome, values: list[Fraction]) -> str:
    """Return what is wrong with a verdict: of one value the table says what it is, of several only some of it."""
    verdicts = [
        oracle.against_number(Value(value, oracle.exact(value)), case.relation, case.number).verdict for value in values
    ]
    nominal = {name: value.nominal for name, value in case.inputs.items()}
    inside = all(value.nominal is not None and value.range.holds(value.nominal) for value in case.inputs.values())
    x = value_of(case.tree, nominal) if inside else None  # type: ignore[arg-type]
    expected = ""
    if x is not None:
        expected = oracle.against_number(Value(x, oracle.exact(x)), case.relation, case.number).verdict
    if expected == "pass" and found.verdict != "pass":
        return f"{found.verdict}, and {x} is stated"
    if expected == "fail" and found.verdict == "pass":
        return f"pass, and {x} is not stated"
    if found.verdict == "fail" and "pass" in verdicts and case.number.second is None:
        return f"fail, and {values[verdicts.index('pass')]} is possible"
    return ""
