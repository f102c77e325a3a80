"""Calls of rules replaced by the right side of their equations, so that a slip is one pattern, however it is called."""

from dataclasses import replace

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equation import Implicit
from factcheck.language.tree import Call, Listing, Literal, Name, Node, children, with_children
from factcheck.source import Span

FAR = 1_000_000
"""Constants of an equation get places behind any statement: a literal's place is what it is known by."""


def expanded(node: Node, engine: Engine) -> Node:
    """Return a tree without calls of rules, where their equation is asked for what stands on its left."""
    if isinstance(node, Listing):
        return node
    found = with_children(node, tuple(expanded(part, engine) for part in children(node)))
    return _equation(found, engine) if isinstance(found, Call) else found


def _equation(node: Call, engine: Engine) -> Node:
    """Return a rule's own right side over the inputs of a call; the call where that is not at hand."""
    rule = engine.knowledge.rules.get(node.rule)
    if rule is None or any(isinstance(argument, Listing) for _, argument in node.arguments):
        return node
    try:
        left = engine.equations.left(rule)
        right = engine.equations.solved(rule, left, rules=engine.knowledge.rules)
    except Problem:
        return node
    inputs = dict(node.arguments)
    if isinstance(right, Implicit):
        return node
    if node.symbol not in ("", left) or {name for name, _ in rule.symbols} - {left} != inputs.keys():
        return node
    return _filled(right, inputs)


def _filled(node: Node, inputs: dict[str, Node]) -> Node:
    match node:
        case Name():
            return inputs[node.text]
        case Literal():
            return replace(node, span=Span(FAR + node.span.start, FAR + node.span.end))
    return with_children(node, tuple(_filled(part, inputs) for part in children(node)))
