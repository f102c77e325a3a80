"""What packs hold as text, read when it is first asked for: the values of facts, the equations of rules.

A run asks for few of them. What is wrong with any is found by reading all, which only a report on the packs needs.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.resolve.margin import Margin, read_margin
from factcheck.engine.rules.faults import rule_faults
from factcheck.language.parser import parse_expression
from factcheck.language.tree import DateLiteral, Literal
from factcheck.model.pack import Fact, Rule, Thing
from factcheck.quantity.units import UnitTable
from factcheck.source import Span, Text

Value = Literal | DateLiteral

MAX_UNITS = 20
"""How many units of facts from rows are told to be wrong."""


class _Read(NamedTuple):
    """A fact's value and error as they read, or what is wrong with one of them."""

    value: Value | None = None
    margin: Margin | None = None
    problem: Diagnostic | None = None


class FactValues(Mapping[Fact, Value]):
    """The values of the facts that can be read."""

    def __init__(self, things: Iterable[Thing], units: UnitTable, of_series: Iterable[Text] = ()) -> None:
        """Take the things, and the units of facts that are read later: of rows, of registers."""
        self._things, self._units, self._of_series = tuple(things), units, of_series
        self._found: dict[Fact, _Read] = {}

    def __getitem__(self, fact: Fact) -> Value:
        """Return the value of a fact; raises KeyError where it cannot be read."""
        value = self._read(fact).value
        if value is None:
            raise KeyError(fact)
        return value

    def __iter__(self) -> Iterator[Fact]:
        """Give the facts that can be read; those from rows of data files are not among them."""
        return (fact for fact in self._facts() if self._read(fact).value is not None)

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)

    def margin(self, fact: Fact) -> Margin | None:
        """Return the error that the source states."""
        return self._read(fact).margin

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return what cannot be read, in the order of the packs."""
        found = [self._read(fact).problem for fact in self._facts()]
        wrong = (_unit_fault(unit, self._units) for unit in dict.fromkeys(self._of_series))
        found += islice(filter(None, wrong), MAX_UNITS)
        return tuple(problem for problem in found if problem is not None)

    def _facts(self) -> Iterator[Fact]:
        return (fact for thing in self._things for fact in (*thing.facts, *thing.parts))

    def _read(self, fact: Fact) -> _Read:
        if fact not in self._found:
            self._found[fact] = _read_fact(fact, self._units)
        return self._found[fact]


class SoundRules(Mapping[str, Rule]):
    """The rules of which each equation and dimension can be read, by id."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._faults: dict[str, tuple[Diagnostic, ...]] = {}

    def __getitem__(self, name: str) -> Rule:
        """Return a rule; raises KeyError for an unknown or faulty one."""
        rule = self._rules[name]
        if self.faults(name):
            raise KeyError(name)
        return rule

    def __iter__(self) -> Iterator[str]:
        """Give the ids of the rules that can be read."""
        return (name for name in self._rules if not self.faults(name))

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)

    def faults(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong with a rule; nothing for one that does not exist."""
        if name not in self._rules:
            return ()
        if name not in self._faults:
            self._faults[name] = tuple(rule_faults(self._rules[name], self._rules))
        return self._faults[name]

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with any of them."""
        return tuple(fault for name in self._rules for fault in self.faults(name))


def _read_fact(fact: Fact, units: UnitTable) -> _Read:
    at = fact.value
    try:
        value = read_value(at.value, units)
        if fact.error is None:
            return _Read(value)
        at = fact.error
        return _Read(value, read_margin(at.value, value, units))
    except Problem as problem:
        return _Read(problem=problem.diagnostic(at.place, at.value))


def _unit_fault(unit: Text, units: UnitTable) -> Diagnostic | None:
    """Return what is wrong with the unit of facts from rows: each of them is a number and this."""
    try:
        read_value(f"1 {unit.value}".rstrip(), units)
    except Problem as problem:
        span = Span(0, len(unit.value)) if unit.verbatim else None
        found = Problem(problem.code, f"`{unit.value[:60]}`: {problem.message}", span, help=problem.help)
        return found.diagnostic(unit.place, unit.value)
    return None


def read_value(text: str, units: UnitTable) -> Value:
    """Read the value of a fact or premise: one literal. Raises Problem FC503 for anything else."""
    node = parse_expression(text, units)
    if isinstance(node, Literal | DateLiteral):
        return node
    raise Problem("FC503", f"a value is one literal, such as `362 TFLOP/s`; `{text}` is not", node.span)
