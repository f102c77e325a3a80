"""An equation as the solver is asked for it: calls of other rules written out, constants with units as symbols."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.rules.equation import names, nodes
from factcheck.language.tree import Call, Literal, Name, Node, UnitName, children, with_children
from factcheck.language.write import written
from factcheck.model.pack import Rule
from factcheck.source import Span
from factcheck.suggest import nearest


class Request(NamedTuple):
    """An equation, and what is sent to the solver of it.

    ``text`` is the rule's own where nothing had to be written otherwise, so that it is known under that.
    ``constants`` are what the symbols stand for that it has beside those of the rule.
    """

    left: str
    right: Node
    text: str
    symbols: list[str]
    constants: Mapping[str, Node]

    @property
    def own_names(self) -> set[str]:
        """The symbols of the rule that occur in it."""
        return {self.left} | names(self.right)


def request(left: str, right: Node, text: str, symbols: list[str]) -> Request:
    """Return the request for an equation as it was read from ``text``, which is empty for one that was written out."""
    constants: dict[str, Node] = {}
    plain = _lifted(right, constants, symbols)
    if constants or not text:
        text = f"{left} = {written(plain)}"
    return Request(left, right, text, [*symbols, *constants], constants)


def _lifted(node: Node, constants: dict[str, Node], symbols: list[str]) -> Node:
    """Put a symbol in the place of each constant that has a unit; the same one for the same constant."""
    if not isinstance(node, UnitName) and not (isinstance(node, Literal) and node.units):
        return with_children(node, tuple(_lifted(part, constants, symbols) for part in children(node)))
    known = (name for name, constant in constants.items() if constant.text == node.text)  # type: ignore[union-attr]
    name = next(known, None)
    if name is None:
        name = f"unit_{len(constants) + 1}"
        while name in symbols:
            name += "_"
        constants[name] = node
    return Name(node.span, (name,), (node.span,))


def calls(node: Node) -> Iterator[Call]:
    """Yield the calls of rules in a tree."""
    return (part for part in nodes(node) if isinstance(part, Call) and not part.is_function)


def called_rule(call: Call, rules: Mapping[str, Rule]) -> Rule:
    """Return the rule that an equation calls. Raises Problem FC305 where there is none, FC306 for a wrong input."""
    if call.rule not in rules:
        near = nearest(call.rule, rules)
        cure = f"did you mean `{near}`?" if near else None
        raise Problem("FC305", f"unknown rule `{call.rule}`", call.spans[0], help=cure)
    rule = rules[call.rule]
    symbols = [name for name, _ in rule.symbols]
    for name, span in zip((name for name, _ in call.arguments), call.spans[2:], strict=False):
        if name not in symbols:
            raise _no_symbol(rule, name, symbols, span)
    if call.symbol and call.symbol not in symbols:
        raise _no_symbol(rule, call.symbol, symbols, call.spans[1])
    return rule


def refuse_missing(call: Call, rule: Rule, target: str) -> None:
    """Raise Problem FC306 where a call lacks an input, or gives what it asks for."""
    given = [name for name, _ in call.arguments]
    if target in given or len(set(given)) < len(given):
        twice = target if target in given else next(name for name in given if given.count(name) > 1)
        raise Problem("FC306", f"`{twice}` cannot be an input of `{rule.id}` here", call.span)
    missing = [name for name, _ in rule.symbols if name not in given and name != target]
    if missing:
        raise Problem("FC306", f"the rule `{rule.id}` needs {', '.join(f'`{name}`' for name in missing)}", call.span)


def _no_symbol(rule: Rule, name: str, symbols: list[str], span: Span) -> Problem:
    near = nearest(name, symbols)
    cure = f"did you mean `{near}`?" if near else f"its symbols: {', '.join(symbols)}"
    return Problem("FC306", f"the rule `{rule.id}` has no symbol `{name}`", span, help=cure)
