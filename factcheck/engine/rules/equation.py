"""Equations of rules: read once, and filled with terms. Constants in an equation are exact."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.diagnostics import Problem
from factcheck.engine.rules.functions import choice, function
from factcheck.engine.term import dimension as dim
from factcheck.engine.term.arithmetic import operate
from factcheck.engine.term.offer import bare
from factcheck.engine.term.term import UNKNOWN, Term, exact_leaf, hole, leaf_term, number, placeholder
from factcheck.engine.term.values import dimension_of, nominal_of, one_of, shown_in
from factcheck.frozen import dataclass
from factcheck.language.functions import SIGNATURES
from factcheck.language.parser import parse_expression, parse_statement
from factcheck.language.tree import (
    Binary,
    Call,
    Choice,
    DateLiteral,
    Listing,
    Literal,
    Name,
    Negation,
    Node,
    Search,
    UnitName,
    children,
    with_children,
)
from factcheck.quantity.definitions import standard_units
from factcheck.quantity.dimension import NUMBER, Dimension
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

MAX_NODES = 200
Inputs = Mapping[str, Term | list[Term]]
NO_UNITS = UnitTable([], {}, [])


@dataclass(frozen=True, slots=True)
class Implicit:
    """What no formula gives: the value of ``symbol`` for which the two sides of the equation are equal."""

    symbol: str
    left: Node
    right: Node


Expression = Node | Implicit


def read_equation(text: str, symbols: list[str], units: UnitTable | None = None) -> tuple[str, Node]:
    """Read ``symbol = expression``; returns the symbol and the tree. Symbols win over units of their name.

    Raises Problem FC308 where the left side is not one symbol, the equation is too large, or holds something else
    than symbols, exact numbers, units, functions and rules.
    """
    table = standard_units().hiding(symbols) if units is None else units
    statement = parse_statement(text, table, frozenset(symbols))
    left = statement.derived
    if statement.relation != "=" or not isinstance(left, Name) or left.text not in symbols:
        raise Problem(
            "FC308", "an equation has one symbol on its left: `change = (after - before) / before`", left.span
        )
    for node in nodes(statement.stated):
        _refuse_foreign(node, symbols)
    refuse_large(statement.stated)
    return left.text, statement.stated


def read_expression(text: str, symbols: list[str]) -> Node:
    """Read one solved side."""
    return parse_expression(text, standard_units().hiding(symbols), frozenset(symbols))


def nodes(node: Node) -> Iterator[Node]:
    """Yield a tree and all its parts."""
    yield node
    for part in children(node):
        yield from nodes(part)


def names(node: Node) -> set[str]:
    """Return the symbols that occur in a tree."""
    return {part.text for part in nodes(node) if isinstance(part, Name)}


def filled(node: Node, values: Mapping[str, Node]) -> Node:
    """Return a tree with values in the place of symbols; those without one stay."""
    if isinstance(node, Name):
        return values.get(node.text, node)
    return with_children(node, tuple(filled(part, values) for part in children(node)))


def refuse_large(node: Node) -> None:
    """Raise Problem FC308 for an equation that is too large."""
    if size(node) > MAX_NODES:
        raise Problem("FC308", f"the equation is too large: at most {MAX_NODES} operations", node.span)


def size(node: Node) -> int:
    """Count the nodes of a tree."""
    return 1 + sum(size(child) for child in children(node))


def _refuse_foreign(node: Node, symbols: Sequence[str]) -> None:
    match node:
        case Name() if len(node.parts) > 1 or node.picks:
            cure = f"make it a symbol, and give it where the rule is called; its symbols: {', '.join(symbols)}"
            raise Problem("FC308", f"`{node.text}` is no symbol of the rule", node.span, help=cure)
        case Literal() if node.number.nominal is None or node.number.hedge:
            raise Problem("FC308", f"a constant is one exact number, `{node.text}` is not", node.span)
        case Binary(operator=":"):
            raise Problem("FC308", "an equation takes no ratio `a : b`: write a quotient", node.span)
        case DateLiteral():
            raise Problem("FC308", "an equation takes no dates: make it a symbol", node.span)
        case Search():
            raise Problem("FC308", "an equation takes no `derive(…)`", node.span)


def build_expression(node: Expression, inputs: Inputs, span: Span, dimensions: Sequence[Dimension] = (NUMBER,)) -> Term:
    """Return an equation's side as a term over the inputs; ``span`` is the call's, for messages.

    ``dimensions`` are those that an unknown without a formula may have; the first that fits the equation counts.
    """
    if isinstance(node, Implicit):
        return _implicit(node, inputs, span, dimensions)
    found = _build(node, inputs, span)
    if isinstance(found, list):
        raise Problem("FC308", "the equation leaves a list where one value is needed", span)
    return found


def _implicit(node: Implicit, inputs: Inputs, span: Span, dimensions: Sequence[Dimension]) -> Term:
    """Return the term of an unknown that is found where the two sides are equal."""
    arguments: list[Term] = []
    placed: dict[str, Term | list[Term]] = {}
    for name in sorted((names(node.left) | names(node.right)) - {node.symbol}):
        value = inputs[name]
        made = [_placed(each, name, arguments) for each in (value if isinstance(value, list) else [value])]
        placed[name] = made if isinstance(value, list) else made[0]
    for i, dimension in enumerate(dimensions):
        unknown = leaf_term(placeholder(UNKNOWN, node.symbol), dimension)
        try:
            sides = [build_expression(side, {**placed, node.symbol: unknown}, span) for side in (node.left, node.right)]
            body = operate("-", sides, span)
        except Problem:
            if i == len(dimensions) - 1:
                raise
        else:
            return Term("solve", tuple(arguments), dimension, body=body)
    raise Problem("FC308", "the equation cannot be solved", span)


def _placed(value: Term, name: str, arguments: list[Term]) -> Term:
    """Put a place for a value into the equation, and the value among the arguments."""
    arguments.append(bare(value))
    return leaf_term(placeholder(hole(len(arguments) - 1), name), arguments[-1].dimension)


def _build(node: Node, inputs: Inputs, span: Span) -> Term | list[Term]:
    match node:
        case Name():
            return inputs[node.text]
        case Literal() | UnitName():
            return _constant(node)
    parts = [_build(part, inputs, span) for part in children(node)]
    match node:
        case Negation():
            return _each(lambda row: operate("neg", row, span), parts, span)
        case Binary():
            operator = node.operator
            return _each(lambda row: _operate(operator, row, span), parts, span)
        case Choice():
            relation = node.relation
            return _each(lambda row: choice(relation, (row[0], row[1]), (row[2], row[3]), span), parts, span)
        case Listing():
            return [each for part in parts for each in (part if isinstance(part, list) else [part])]
        case Call():
            return _function(node.rule, parts, span)
    raise Problem("FC308", "the equation holds something that is no formula", span)


def _constant(node: Literal | UnitName) -> Term:
    """Return a constant, exact as it stands; one with a unit is no input that could be another."""
    if isinstance(node, UnitName):
        return leaf_term(one_of(node.unit), node.unit.dimension)
    if not node.units:
        return number(node.number.nominal or 0)
    shown = shown_in(node.units)
    leaf = exact_leaf(f"unit:{node.text}", node.text, nominal_of(node.number, shown) or 0, shown)
    return leaf_term(leaf, dimension_of(node))


def _each(apply: Callable[[list[Term]], Term], operands: list[Term | list[Term]], span: Span) -> Term | list[Term]:
    """Apply an operation, element by element where an operand is a list."""
    lengths = {len(operand) for operand in operands if isinstance(operand, list)}
    if not lengths:
        return apply([o for o in operands if isinstance(o, Term)])
    if len(lengths) > 1:
        raise Problem("FC306", f"the lists differ in length: {' and '.join(str(n) for n in sorted(lengths))}", span)
    return [apply([o[i] if isinstance(o, list) else o for o in operands]) for i in range(lengths.pop())]


def _operate(operator: str, operands: list[Term], span: Span) -> Term:
    last = operands[-1]
    if operator == "^" and last.dimension == NUMBER and dim.constant(last) is None:
        return Term("^", tuple(operands))
    return operate(operator, operands, span)


def _function(name: str, parts: list[Term | list[Term]], span: Span) -> Term | list[Term]:
    """Apply a function of a list to all values together, any other to each."""
    if not SIGNATURES[name].listed:
        return _each(lambda row: function(name, row, span, solved=True), parts, span)
    values = [each for part in parts for each in (part if isinstance(part, list) else [part])]
    return function(name, values, span, solved=True)
