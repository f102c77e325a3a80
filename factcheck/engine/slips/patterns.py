"""Patterns in a derived side: a change, a quotient, a power; and the nodes that are put in their place."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.language.tree import Binary, Call, Literal, Negation, Node, children, with_children
from factcheck.language.write import written
from factcheck.quantity.reading import from_digits
from factcheck.source import Span

Pair = tuple[Node, Node]
Rewrite = Callable[[Node], Iterator[Node]]
NOWHERE = Span(0, 0)


def whole(value: int) -> Literal:
    """Return a whole number; its place is one that no other literal has."""
    return Literal(Span(-1 - value, -1 - value), str(value), from_digits(str(value), value))


ONE = whole(1)


def join(operator: str, left: Node, right: Node) -> Binary:
    """Return two nodes joined by an operator."""
    return Binary(left.span, operator, left, right)


def call(function: str, argument: Node) -> Call:
    """Return a function of a node."""
    return Call(argument.span, function, "", (("", argument),))


def same(a: Node, b: Node) -> bool:
    """Whether two nodes are written alike."""
    return written(a) == written(b)


def change_of(node: Node) -> Pair | None:
    """Return end and start of a relative change: (end - start) / start, end / start - 1."""
    match node:
        case Binary(operator="/", left=Binary(operator="-", left=after, right=before), right=base) if same(
            before, base
        ):
            return after, before
        case Binary(operator="-", left=Binary(operator="/", left=after, right=before), right=one) if same(one, ONE):
            return after, before
    return None


def differ(node: Node) -> Pair | None:
    """Return the two values of a difference that is taken as a share of the first: (revenue - cost) / revenue."""
    match node:
        case Binary(operator="/", left=Binary(operator="-", left=first, right=second), right=base) if same(first, base):
            return first, second
    return None


def quotient_of(node: Node) -> Pair | None:
    """Return the two values of a quotient that is no relative difference."""
    if isinstance(node, Binary) and node.operator == "/" and change_of(node) is None and differ(node) is None:
        return node.left, node.right
    return None


def literals_of(node: Node) -> Iterator[Literal]:
    """Yield the literals of a node."""
    if isinstance(node, Literal):
        yield node
    for child in children(node):
        yield from literals_of(child)


def rewrites(node: Node, rewrite: Rewrite) -> Iterator[Node]:
    """Yield the tree with one of its nodes replaced, for each node that can be."""
    yield from rewrite(node)
    match node:
        case Binary():
            yield from (replace(node, left=left) for left in rewrites(node.left, rewrite))
            yield from (replace(node, right=right) for right in rewrites(node.right, rewrite))
        case Negation():
            yield from (replace(node, operand=operand) for operand in rewrites(node.operand, rewrite))
        case Call():
            for i, (name, argument) in enumerate(node.arguments):
                for other in rewrites(argument, rewrite):
                    yield replace(node, arguments=(*node.arguments[:i], (name, other), *node.arguments[i + 1 :]))


def everywhere(node: Node, rewrite: Callable[[Node], Node]) -> Node:
    """Return the tree with every node that can be replaced replaced, from the leaves up."""
    parts = tuple(everywhere(part, rewrite) for part in children(node))
    return rewrite(with_children(node, parts))
