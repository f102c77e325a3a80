"""Equations of rules: read once, and filled with terms. Constants in an equation are exact."""

from collections.abc import Mapping

from factcheck.diagnostics import Problem
from factcheck.engine.rules.functions import function
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.arithmetic import operate
from factcheck.engine.term.term import Term, number
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.language.tree import Binary, Call, Literal, Name, Negation, Node, children
from factcheck.quantity.dimension import NUMBER
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

MAX_NODES = 200
Inputs = Mapping[str, Term | list[Term]]
Expression = Node
NO_UNITS = UnitTable([], {}, [])


def read_equation(text: str, symbols: list[str]) -> tuple[str, Expression]:
    """Read ``symbol = expression``; returns the symbol and the tree.

    Raises Problem FC308 where the left side is not one symbol, or the equation is too large.
    """
    statement = parse_statement(text, NO_UNITS, frozenset(symbols))
    left = statement.derived
    if statement.relation != "=" or not isinstance(left, Name) or left.text not in symbols:
        raise Problem(
            "FC308", "an equation has one symbol on its left: `change = (after - before) / before`", left.span
        )
    if size(statement.stated) > MAX_NODES:
        raise Problem("FC308", f"the equation is too large: at most {MAX_NODES} operations", statement.stated.span)
    return left.text, statement.stated


def read_expression(text: str, symbols: list[str]) -> Expression:
    """Read one solved side."""
    return parse_expression(text, NO_UNITS, frozenset(symbols))


def size(node: Node) -> int:
    """Count the nodes of a tree."""
    return 1 + sum(size(child) for child in children(node))


def build_expression(node: Expression, inputs: Inputs, span: Span) -> Term:
    """Return an equation's side as a term over the inputs; ``span`` is the call's, for messages."""
    found = _build(node, inputs, span)
    if isinstance(found, list):
        raise Problem("FC308", "the equation leaves a list where one value is needed", span)
    return found


def _build(node: Expression, inputs: Inputs, span: Span) -> Term | list[Term]:
    match node:
        case Name():
            return inputs[node.text]
        case Literal():
            return number(node.number.nominal or 0)
        case Negation():
            return _each("neg", [_build(node.operand, inputs, span)], span)
        case Binary():
            return _each(node.operator, [_build(node.left, inputs, span), _build(node.right, inputs, span)], span)
        case Call():
            return _function(node, inputs, span)
    raise Problem("FC308", "the equation holds something that is no formula", span)


def _each(operator: str, operands: list[Term | list[Term]], span: Span) -> Term | list[Term]:
    """Apply an operator, element by element where an operand is a list."""
    lengths = {len(operand) for operand in operands if isinstance(operand, list)}
    if not lengths:
        return _operate(operator, [o for o in operands if isinstance(o, Term)], span)
    if len(lengths) > 1:
        raise Problem("FC306", f"the lists differ in length: {' and '.join(str(n) for n in sorted(lengths))}", span)
    rows = [[o[i] if isinstance(o, list) else o for o in operands] for i in range(lengths.pop())]
    return [_operate(operator, row, span) for row in rows]


def _operate(operator: str, operands: list[Term], span: Span) -> Term:
    last = operands[-1]
    if operator == "^" and last.dimension == NUMBER and dim.constant(last) is None:
        return Term("^", tuple(operands))
    return operate(operator, operands, span)


def _function(node: Call, inputs: Inputs, span: Span) -> Term:
    arguments: list[Term] = []
    for _, argument in node.arguments:
        value = _build(argument, inputs, span)
        arguments.extend(value if isinstance(value, list) else [value])
    return function(node.rule, arguments, span, solved=True)
