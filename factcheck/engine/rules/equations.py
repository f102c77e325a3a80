"""The equations of rules, solved for any symbol: the left side as it stands, others by a limited child process.

What that finds no formula for stays an equation, and is solved with numbers when a claim is evaluated.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import (
    Expression,
    Implicit,
    filled,
    names,
    read_equation,
    read_expression,
    refuse_large,
)
from factcheck.engine.rules.request import Request, called_rule, calls, refuse_missing, request
from factcheck.engine.rules.solutions import OPEN, Solutions, Store
from factcheck.frozen import dataclass
from factcheck.language.tree import Call, Name, Node, children, with_children
from factcheck.model.pack import Rule

EQUATION_SECONDS = 10
MAX_LATE = 5
"""After so many equations that took too long, no further one is tried."""
Rules = Mapping[str, Rule]
NO_RULES: Rules = MappingProxyType({})


@dataclass(slots=True)
class Equations:
    """Solved equations. ``store`` keeps solutions between runs, by equation text; ``late`` counts those out of time."""

    store: Store = field(default_factory=dict[str, Solutions])
    seconds: float = EQUATION_SECONDS
    late: int = 0
    _parsed: dict[tuple[str, tuple[str, ...]], Request] = field(default_factory=dict)
    _read: dict[tuple[str, str], Expression] = field(default_factory=dict)

    def left(self, rule: Rule) -> str:
        """Return the symbol on the left of a rule's equation."""
        return self._own(rule, rule.equation.value).left

    def solved(
        self,
        rule: Rule,
        symbol: str,
        equation: str | None = None,
        rules: Rules = NO_RULES,
        chain: tuple[str, ...] = (),
    ) -> Expression:
        """Return the side that ``symbol`` equals; ``rules`` are those that the equation may call.

        Raises Problem FC307 where there are several solutions, FC308 where what a rule calls has no formula, FC304
        where rules call each other in a circle.
        """
        asked = self.request(rule, rule.equation.value if equation is None else equation, rules, (*chain, rule.id))
        key = (asked.text, symbol)
        if key not in self._read:
            self._read[key] = self._solve(rule, asked, symbol)
        return self._read[key]

    def _own(self, rule: Rule, text: str) -> Request:
        """Return an equation as it stands."""
        symbols = _symbols(rule)
        key = (text, tuple(symbols))
        if key not in self._parsed:
            self._parsed[key] = request(*read_equation(text, symbols), text, symbols)
        return self._parsed[key]

    def request(self, rule: Rule, text: str, rules: Rules, chain: tuple[str, ...]) -> Request:
        """Return an equation with the calls of other rules written out."""
        own = self._own(rule, text)
        if not any(True for _ in calls(own.right)):
            return own
        right = self._written_out(own.right, rules, chain)
        refuse_large(right)
        return request(own.left, right, "", _symbols(rule))

    def _written_out(self, node: Node, rules: Rules, chain: tuple[str, ...]) -> Node:
        found = with_children(node, tuple(self._written_out(part, rules, chain) for part in children(node)))
        if not isinstance(found, Call) or found.is_function:
            return found
        rule = called_rule(found, rules)
        if rule.id in chain:
            circle = " → ".join([*chain[chain.index(rule.id) :], rule.id])
            raise Problem("FC304", f"these rules call each other in a circle: {circle}", found.span)
        target = found.symbol or self.left(rule)
        refuse_missing(found, rule, target)
        inner = self.solved(rule, target, rules=rules, chain=chain)
        if isinstance(inner, Implicit):
            raise Problem("FC308", f"`{rule.id}` has no formula for `{target}`: no rule can call it", found.span)
        return filled(inner, dict(found.arguments))

    def _solve(self, rule: Rule, asked: Request, symbol: str) -> Expression:
        if asked.left == symbol and symbol not in names(asked.right):
            return asked.right
        if asked.text not in self.store:
            self._prepare([asked])
            self.late += OPEN in self.store[asked.text]
        found = self.store[asked.text].get(symbol, [])
        listed = dict(rule.symbols)[symbol].value.startswith("list of") if symbol in dict(rule.symbols) else False
        if len(found) > 1 or listed or symbol not in asked.own_names:
            how = f"{len(found)} solutions" if len(found) > 1 else "no solution"
            cure = f"its equation: {rule.equation.value}"
            raise Problem("FC307", f"the rule `{rule.id}` has {how} for `{symbol}`", help=cure)
        if found:
            return filled(read_expression(found[0], asked.symbols), asked.constants)
        return Implicit(symbol, _name(asked.left, asked.right), asked.right)

    def prepare(self, rules: Iterable[Rule], among: Rules = NO_RULES) -> None:
        """Solve the equations of rules that are not known yet, in one child process."""
        self._prepare(requests_of(rules, among, self))

    def _prepare(self, requests: Iterable[Request]) -> None:
        missing = {each.text: each.symbols for each in requests if each.text not in self.store}
        if self.late < MAX_LATE:
            self.store.update(solve_all(list(missing.items()), self.seconds))
        else:
            self.store.update({text: {OPEN: []} for text in missing})


def _name(symbol: str, like: Node) -> Name:
    return Name(like.span, (symbol,), (like.span,))


def requests_of(rules: Iterable[Rule], among: Rules, equations: Equations) -> list[Request]:
    """Return what is asked of the solver for rules and their readings; an equation that cannot be read is left out."""
    found: list[Request] = []
    for rule in rules:
        for text in (rule.equation.value, *(reading.value for _, reading in rule.readings)):
            try:
                found.append(equations.request(rule, text, among, (rule.id,)))
            except Problem:
                continue  # told where the rule stands, or where it is called
    return found


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
