"""Finds the part of a statement that cannot be calculated, so that the message points at it."""

from collections.abc import Callable

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import evaluate
from factcheck.engine.term.term import Term
from factcheck.language.tree import Binary, Name, Node, Statement, children

Build = Callable[[Node], Term]


def culprit(statement: Statement, build: Build, problem: Problem) -> Node | None:
    """Return the smallest part that has the fault by itself; None where only the whole has it."""
    sides = [part for side in (statement.derived, statement.stated) for part in _parts(side)]
    return next((_smallest(side, build, problem) for side in sides if fails(side, build, problem)), None)


def is_elsewhere(node: Node | None) -> bool:
    """Whether the fault is that of a premise or another claim, which is reported there."""
    return isinstance(node, Name)


def _parts(side: Node) -> tuple[Node, ...]:
    return children(side) if isinstance(side, Binary) and side.operator == ":" else (side,)


def _smallest(node: Node, build: Build, problem: Problem) -> Node:
    for child in children(node):
        if fails(child, build, problem):
            return _smallest(child, build, problem)
    by_zero = problem.code == "FC204" and isinstance(node, Binary) and node.operator == "/"
    return node.right if by_zero and isinstance(node, Binary) else node


def fails(node: Node, build: Build, problem: Problem) -> bool:
    """Whether a part has a fault by itself."""
    try:
        evaluate(build(node))
    except Problem as found:
        return found.code == problem.code
    return False
