"""The length of a year as a choice: the mean Gregorian year, 365 days, or the Julian year of 365.25."""

from dataclasses import replace
from fractions import Fraction

from factcheck.language.tree import Literal, Node, Search, Statement, children, with_children
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit

DAY = 86400
GREGORIAN = Fraction(3652425, 10000) * DAY
"""Seconds of the mean Gregorian year, which units are defined by."""

CHOICES = {"a year of 365 days": Fraction(365) * DAY, "a year of 365.25 days": Fraction(36525, 100) * DAY}
_NAMES = frozenset({"year", "month", "quarter", "decade", "century", "millennium"})


def has_years(statement: Statement) -> bool:
    """Whether a statement measures in years, or in parts or multiples of one."""
    return with_year(statement, Fraction(DAY)) != statement


def with_year(statement: Statement, seconds: Fraction) -> Statement:
    """Return the statement with another length of the year."""
    return replace(statement, derived=_node(statement.derived, seconds), stated=_node(statement.stated, seconds))


def _node(node: Node, seconds: Fraction) -> Node:
    match node:
        case Literal():
            return replace(node, units=tuple(_factor(factor, seconds) for factor in node.units))
        case Search():
            return replace(node, arguments=tuple(_node(a, seconds) for a in node.arguments))
    return with_children(node, tuple(_node(part, seconds) for part in children(node)))


def _factor(factor: UnitFactor, seconds: Fraction) -> UnitFactor:
    unit = factor.unit
    return replace(factor, unit=_unit(unit, seconds)) if unit.name in _NAMES else factor


def _unit(unit: Unit, seconds: Fraction) -> Unit:
    return replace(unit, factor=unit.factor * seconds / GREGORIAN)
