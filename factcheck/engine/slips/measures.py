"""Slips of units, in the stated number or in a number that it is derived from; bits and bytes, 1000 and 1024."""

from collections.abc import Callable, Iterator
from functools import partial

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.patterns import literals_of, rewrites
from factcheck.engine.slips.restate import unit_word, with_unit
from factcheck.language.tree import Literal, Node
from factcheck.quantity.units import Unit, UnitTable

Other = tuple[Unit, str]
"""A unit that may be meant, and its word."""

Others = Callable[[Unit, str, UnitTable], Iterator[Other]]
DATA = (("data", 1),)


def other_units(case: Case, others: Others) -> Iterator[Edit]:
    """Yield the claim with another unit: in the stated number first, then in each number of the derived side."""
    table = case.engine.knowledge.units
    if case.literal is not None:
        for new, reason in _with_others(case.literal, others, table):
            yield Edit(reason, new)
    for literal in _literals(case):
        for new, reason in _with_others(literal, others, table):
            for tree in rewrites(case.statement.derived, partial(_put, old=literal, new=new)):
                yield Edit(reason, derived=tree)


def _with_others(literal: Literal, others: Others, table: UnitTable) -> Iterator[tuple[Literal, str]]:
    for factor in literal.units:
        word = unit_word(literal, factor)
        for unit, other in others(factor.unit, word, table):
            new = with_unit(literal, factor, unit, other)
            if new is not None:
                yield new, f"{other} was meant instead of {word}"


def _literals(case: Case) -> list[Literal]:
    return [literal for literal in literals_of(case.statement.derived) if literal.units]


def _put(node: Node, old: Literal, new: Literal) -> Iterator[Node]:
    if node is old:
        yield new


def bits_and_bytes(case: Case) -> Iterator[Edit]:
    """Try bits for bytes: ×8."""
    return other_units(case, _bits)


def _bits(unit: Unit, word: str, table: UnitTable) -> Iterator[Other]:
    """Yield bits for bytes, under the same prefix."""
    del word
    symbol = unit.symbol
    if unit.dimension == DATA:
        other = f"{symbol[:-1]}bit" if symbol.endswith("B") else f"{symbol.removesuffix('bit').removesuffix('b')}B"
        found = table.lookup(other)
        if found is not None and found.dimension == DATA:
            yield found, other


def binary_prefixes(case: Case) -> Iterator[Edit]:
    """Try steps of 1000 for steps of 1024: GB for GiB."""
    return other_units(case, _binary)


def _binary(unit: Unit, word: str, table: UnitTable) -> Iterator[Other]:
    """Yield the same unit with the other kind of prefix."""
    del word
    symbol = unit.symbol
    other = symbol[:1] + symbol[2:] if symbol[1:2] == "i" else f"{symbol[:1].upper()}i{symbol[1:]}"
    found = table.lookup(other) if unit.dimension == DATA else None
    if found is not None and found.dimension == DATA:
        yield found, other
