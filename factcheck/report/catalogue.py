"""The lists of rules, functions and units: a table of all, all there is to say of one."""

from collections.abc import Iterator, Sequence

from factcheck.model.catalogue import KnownRule, KnownUnit
from factcheck.report.inert import inert
from factcheck.report.layout import EMPTY, Cell, Line, Segment, indent, paragraph, table

_LEFT = 2


def rule_lines(known: Sequence[KnownRule], width: int) -> Iterator[Line]:
    """Write the rules, pack by pack, then the functions; one alone with its symbols and an example."""
    if len(known) == 1:
        yield from _rule(known[0], width)
        return
    for pack in dict.fromkeys(one.pack for one in known):
        yield (Segment(inert(f"rules of the pack {pack}" if pack else "functions"), "label"),)
        rows = [(one.id, one.title, "") if pack else (one.equation, one.title, "") for one in known if one.pack == pack]
        yield from table([_cells(row[:2]) for row in rows], width, _LEFT)
        yield EMPTY
    yield from paragraph((), "factcheck rules NAME tells all of one: symbols, dimensions, an example.", width)


def _rule(one: KnownRule, width: int) -> Iterator[Line]:
    yield from paragraph((Segment(inert(one.id), "label"), Segment("  ")), inert(one.title), width)
    yield from paragraph(indent(_LEFT), inert(one.equation), width)
    if one.symbols:
        yield from table([_cells(symbol) for symbol in one.symbols], width, 2 * _LEFT)
    if one.example:
        yield from paragraph((*indent(_LEFT), Segment("example: ", "faint")), inert(one.example), width)
    if one.cite:
        yield from paragraph((*indent(_LEFT), Segment("source: ", "faint")), inert(one.cite), width)
    if one.pack:
        yield from paragraph((*indent(_LEFT), Segment("pack: ", "faint")), inert(one.pack), width)


def unit_lines(known: Sequence[KnownUnit], width: int) -> Iterator[Line]:
    """Write the units as a table; one alone with all its names."""
    if len(known) == 1:
        yield from _unit(known[0], width)
        return
    rows = [(one.name, one.symbol, one.measures, one.equals) for one in known]
    head = tuple(Cell(text, "faint") for text in ("unit", "symbol", "measures", "equals"))
    yield from table([head, *map(_cells, rows)], width, 0)


def _unit(one: KnownUnit, width: int) -> Iterator[Line]:
    yield from paragraph((Segment(inert(one.name), "label"), Segment("  ")), inert(one.measures), width)
    yield from paragraph(indent(_LEFT), inert(one.equals), width)
    if one.names:
        yield from paragraph((*indent(_LEFT), Segment("also: ", "faint")), inert(" · ".join(one.names)), width)


def _cells(row: Sequence[str]) -> tuple[Cell, ...]:
    first, *others = (inert(text) for text in row)
    return (Cell(first, "label"), *map(Cell, others))
