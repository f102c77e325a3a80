"""The table of what a text mentions: rows of words under a heading for each file."""

from collections.abc import Iterator, Sequence

from factcheck.report.inert import clipped, inert
from factcheck.report.layout import EMPTY, Cell, Line, Segment, Style, table

HEAD = ("place", "text", "value", "unit or noun", "hedge", "values meant", "change")
_STYLES: tuple[Style, ...] = ("place", "", "label", "", "", "", "")
_FAINT: tuple[Style, ...] = ("faint", "faint", "faint", "faint", "faint", "faint", "faint")
_MAX_TEXT = 60

Row = tuple[str, ...]


def lines(path: str, rows: Sequence[Row], asides: Sequence[Row], width: int) -> Iterator[Line]:
    """Write the quantities of a document, and then what was read and is none (place, text, kind)."""
    yield (Segment(inert(f"{path}: {_count(len(rows), 'quantity', 'quantities')}"), "label"),)
    if rows:
        yield from table([_cells(HEAD, _FAINT), *(_cells(row, _STYLES) for row in rows)], width, 2)
    if asides:
        yield EMPTY
        yield (Segment(f"  no quantities: {len(asides)}", "label"),)
        yield from table([_cells(row, ("place", "", "faint")) for row in asides], width, 2)


def _count(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"


def _cells(row: Row, styles: tuple[Style, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(clipped(inert(text), _MAX_TEXT), style) for text, style in zip(row, styles, strict=True))
