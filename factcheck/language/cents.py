"""Amounts in cents that are added up or compared: each is exact, as $25 is; a price that is multiplied is not."""

from dataclasses import replace
from fractions import Fraction

from factcheck.language.tree import Binary, Call, Listing, Literal, Negation, Node, children, with_children
from factcheck.quantity.dimension import CURRENCIES

_CENT = Fraction(1, 100)


def to_the_cent(node: Node) -> Node:
    """Return a derived side in which amounts to the cent count as whole numbers where nothing multiplies them.

    8.103 shares at $46.99 may cost $380.77, for the price is rounded; $20.00 and $5.01 are never $25.00.
    """
    match node:
        case Literal():
            return _as_whole(node)
        case Negation() | Binary(operator="+" | "-") | Listing():
            return with_children(node, tuple(map(to_the_cent, children(node))))
        case Call():
            parts = (to_the_cent(part) if isinstance(part, Listing) else part for part in children(node))
            return with_children(node, tuple(parts))
    return node


def _as_whole(node: Literal) -> Literal:
    number, units = node.number, node.units
    money = len(units) == 1 and units[0].power == 1 and units[0].unit.name in CURRENCIES
    whole = money and number.kind == "decimal" and number.scale == 1 and number.step == _CENT
    return replace(node, number=replace(number, kind="integer")) if whole else node
