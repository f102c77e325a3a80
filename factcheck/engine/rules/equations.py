"""The equations of rules, solved for any symbol: the left side as it stands, others by a limited child process."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import Expression, read_equation, read_expression
from factcheck.engine.rules.solutions import OPEN, Solutions, Store
from factcheck.model.pack import Rule

EQUATION_SECONDS = 10
MAX_LATE = 5
"""After so many equations that took too long, no further one is tried."""


@dataclass(slots=True)
class Equations:
    """Solved equations. ``store`` keeps solutions between runs, by equation text; ``late`` counts those out of time."""

    store: Store = field(default_factory=dict[str, Solutions])
    seconds: float = EQUATION_SECONDS
    late: int = 0
    _read: dict[tuple[str, str], Expression] = field(default_factory=dict)

    def left(self, rule: Rule) -> str:
        """Return the symbol on the left of a rule's equation."""
        return read_equation(rule.equation.value, _symbols(rule))[0]

    def solved(self, rule: Rule, symbol: str, equation: str | None = None) -> Expression:
        """Return the side that ``symbol`` equals.

        Raises Problem FC307 where there is no solution or several, FC308 where solving takes too long.
        """
        text = rule.equation.value if equation is None else equation
        key = (text, symbol)
        if key not in self._read:
            self._read[key] = self._solve(rule, text, symbol)
        return self._read[key]

    def _solve(self, rule: Rule, text: str, symbol: str) -> Expression:
        left, right = read_equation(text, _symbols(rule))
        if left == symbol:
            return right
        if text not in self.store:
            self.prepare([rule])
            self.late += OPEN in self.store[text]
        solutions = self.store[text]
        if symbol not in solutions and OPEN in solutions:
            raise Problem(
                "FC308",
                f"the equation of `{rule.id}` could not be solved for `{symbol}` within {self.seconds:g} seconds",
            )
        found = solutions.get(symbol, [])
        if len(found) != 1:
            how = "no solution" if not found else f"{len(found)} solutions"
            raise Problem("FC307", f"the rule `{rule.id}` has {how} for `{symbol}`", help=f"its equation: {text}")
        return read_expression(found[0], _symbols(rule))

    def prepare(self, rules: Iterable[Rule]) -> None:
        """Solve the equations of rules that are not known yet, in one child process."""
        missing = [(text, symbols) for text, symbols in equations_of(rules).items() if text not in self.store]
        if self.late < MAX_LATE:
            self.store.update(solve_all(missing, self.seconds))
        else:
            self.store.update({text: {OPEN: []} for text, _ in missing})


def equations_of(rules: Iterable[Rule]) -> dict[str, list[str]]:
    """Return the equations of rules and of their readings, each with the symbols that may occur in it."""
    return {
        text: _symbols(rule) for rule in rules for text in (rule.equation.value, *(r.value for _, r in rule.readings))
    }


def _symbols(rule: Rule) -> list[str]:
    return [name for name, _ in rule.symbols]


def solve_all(equations: list[tuple[str, list[str]]], seconds: float) -> dict[str, Solutions]:
    """Solve equations in a child; one that takes longer than ``seconds`` stays open, and the others go on."""
    from factcheck.engine.rules.child import run_child  # noqa: PLC0415 - slow to load, and seldom needed

    found: dict[str, Solutions] = {}
    for _ in range(MAX_LATE):
        pending = [(text, symbols) for text, symbols in equations if text not in found]
        if not pending:
            return found
        found |= run_child(pending, seconds)
    return {**{text: {OPEN: []} for text, _ in equations}, **found}
