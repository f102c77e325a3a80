"""A plain four-digit integer as a year, where a date is meant."""

from factcheck.language.cursor import year
from factcheck.language.tree import DateLiteral, Literal, Node

FIRST_YEAR, LAST_YEAR = 1000, 2999


def is_year(node: Node) -> bool:
    """Whether a node is a plain integer that can be a year."""
    if not isinstance(node, Literal) or node.units or node.number.kind != "integer" or node.number.hedge:
        return False
    n = node.number.nominal
    return isinstance(n, int) and FIRST_YEAR <= n <= LAST_YEAR


def as_year(node: Node) -> Node:
    """Return the year that a plain integer means; other nodes stay."""
    if is_year(node) and isinstance(node, Literal) and isinstance(node.number.nominal, int):
        return DateLiteral(node.span, node.text, *year(node.number.nominal))
    return node


def with_years(left: Node, right: Node) -> tuple[Node, Node]:
    """Read a plain integer as a year where the other side is a date."""
    if isinstance(left, DateLiteral):
        return left, as_year(right)
    return (as_year(left), right) if isinstance(right, DateLiteral) else (left, right)
