"""A sheet of a workbook as tables: rows that stand together are one, and a line by itself is a title or a note."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.loader.office.laying import Cell, Laying, Stretch, cell_name

MAX_CELLS = 500_000
"""So many cells of a workbook are read; what has more is data, which claims may rest on."""


class Row(NamedTuple):
    """A row that is not empty: its number, and what its cells show, from the first column on."""

    number: int
    cells: Sequence[str]


def lay_sheet(laying: Laying, name: str, rows: Sequence[Row]) -> None:
    """Add a sheet; every cell is told by its name and that of the sheet."""
    sheet = (("sheet", name),)
    for group in _together(rows):
        if len(group) == 1 and sum(1 for text in group[0].cells if text.strip()) == 1:
            column, text = next((at, text) for at, text in enumerate(group[0].cells) if text.strip())
            place = (*sheet, ("cell", cell_name(column, group[0].number)))
            laying.paragraph([Stretch(text)], "paragraph", place)
            continue
        width = max(len(row.cells) for row in group)
        lines: list[list[Cell]] = [
            [_cell(text) for text in (*row.cells, *[""] * (width - len(row.cells)))] for row in group
        ]
        laying.table(lines, sheet, [row.number for row in group])


def _cell(text: str) -> Cell:
    return [[Stretch(text)]] if text.strip() else []


def _together(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows that follow each other without an empty one between them."""
    group: list[Row] = []
    for row in rows:
        if group and row.number > group[-1].number + 1:
            yield group
            group = []
        group.append(row)
    if group:
        yield group
