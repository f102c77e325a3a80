"""Rows with named columns, from any file that has them, and one number out of them."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from factcheck.diagnostics import Problem
from factcheck.frozen import dataclass
from factcheck.loader.data.found import MAX_LIST, NOT_FOUND, NOT_READ, SEVERAL, Found, Pick
from factcheck.loader.data.numbers import digits_of, taken
from factcheck.loader.data.path import Twice, written
from factcheck.source import Span, Text
from factcheck.suggest import nearest

MAX_ROWS = 2_000_000
MAX_CELLS = 20_000_000
"""How many cells objects come to as a table, the empty ones among them."""
MAX_NAMES = 10_000
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its columns, and its rows with the line of each (its number, where the file has no lines)."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[int, tuple[Any, ...]]]
    unit: str = "line"


def read_table(text: str, delimiter: str = "") -> Rows:
    """Read CSV or TSV whose first row names the columns; without a delimiter, commas or semicolons by that row.

    Raises Problem FC521 where quotes do not close, or a row has more cells than there are columns.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    found: list[tuple[int, tuple[str, ...]]] = []
    columns: tuple[str, ...] = ()
    start = 1
    try:
        for cells in reader:
            if cells and not columns:
                columns = tuple(cell.strip() for cell in cells)
            elif cells:
                _fits(cells, columns, start)
                found.append((start, tuple(cells)))
            start = reader.line_num + 1
            if len(found) > MAX_ROWS:
                raise Problem(NOT_READ, f"more than {MAX_ROWS:,} rows")
    except csv.Error as error:
        raise Problem(NOT_READ, f"not a table: {error} (line {reader.line_num:,})") from None
    return Rows(columns, found)


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return ";" if head.count(";") > head.count(",") else ","


def _fits(cells: list[str], columns: tuple[str, ...], line: int) -> None:
    if len(cells) > len(columns):
        raise Problem(NOT_READ, f"line {line:,} has {len(cells):,} cells for {len(columns):,} columns")


def rows_of(values: Sequence[tuple[int, Any]], unit: str = "item") -> Rows:
    """Return a list of objects as a table; a key that an object lacks is an empty cell.

    Raises Problem FC521 where an item is no object or has a key twice, or where they have too many different keys.
    """
    columns: dict[str, None] = {}
    for number, value in values:
        if not isinstance(value, dict):
            raise Problem(NOT_READ, f"{unit} {number:,} is no object with named values")
        if isinstance(value, Twice):
            raise Problem(NOT_READ, f"{unit} {number:,} has the key `{min(value.twice)[:40]}` twice")
        columns |= dict.fromkeys(value)
    names = tuple(columns)
    if len(names) * len(values) > MAX_CELLS:
        raise Problem(NOT_READ, f"{len(values):,} rows with {len(names):,} different keys: no table")
    return Rows(names, [(number, tuple(value.get(name) for name in names)) for number, value in values], unit)


def pick_row(table: Rows, pick: Pick) -> Found:
    """Return the number that the column has in the rows that fit: of several a list, or with ``take`` one of them.

    Raises Problem FC522 for an unknown column or value, FC523 for more rows than a list may have, FC524 where a cell
    is no number.
    """
    chosen = fitting(table, pick)
    if pick.take == "count":
        return Found(str(len(chosen)), f"count{_where(pick)}")
    if pick.column is None:
        raise Problem(NOT_FOUND, "a column is needed", help=f"`column:` is one of: {_listed(table.columns)}")
    index = column_of(table, pick.column)
    name = f"{pick.column.value}{_where(pick)}"
    if not pick.take and len(chosen) > MAX_LIST:
        raise _several(chosen, table)
    numbers = [_number(cells, index, number, table) for number, cells in chosen]
    if pick.take:
        return Found(taken(pick.take, numbers), f"{pick.take} of {name}, {len(numbers):,} rows")
    lines = tuple(number for number, _ in chosen) if table.unit == "line" else ()
    if len(numbers) > 1:
        return Found("", f"{name}, {_numbered(chosen, table)}", items=tuple(numbers), lines=lines)
    return Found(numbers[0], name, lines[0] if lines else 0)


def fitting(table: Rows, pick: Pick) -> list[tuple[int, tuple[Any, ...]]]:
    """Return the rows that fit. Raises Problem FC522 where none does, or a column is not there."""
    chosen = list(table.rows)
    for column, values in pick.where:
        index = column_of(table, column)
        kept = [row for row in chosen if cell_of(row[1], index) in values]
        if not kept:
            raise _no_row(column, values, {cell_of(row[1], index) for row in chosen})
        chosen = kept
    if not chosen:
        raise Problem(NOT_FOUND, "the table has no rows")
    return chosen


def cell_of(cells: Sequence[Any], index: int) -> str:
    """Return a cell as text, without blanks around it; a row may end before it."""
    return written(cells[index]).strip() if index < len(cells) and cells[index] is not None else ""


def column_of(table: Rows, name: Text) -> int:
    """Return the number of a column. Raises Problem FC522 where there is none, FC523 where several have the name."""
    count = table.columns.count(name.value)
    whole = Span(0, len(name.value))
    if count > 1:
        raise Placed(name, Problem(SEVERAL, f"{count} columns are called `{name.value}`", whole))
    if not count:
        near = nearest(name.value, table.columns[:MAX_NAMES])
        cure = f"did you mean `{near}`?" if near else f"its columns: {_listed(table.columns)}"
        raise Placed(name, Problem(NOT_FOUND, f"no column `{name.value}`", whole, help=cure))
    return table.columns.index(name.value)


class Placed(Problem):
    """A fault in a part of what was asked, with the text in which it lies."""

    def __init__(self, text: Text, problem: Problem) -> None:
        super().__init__(problem.code, problem.message, problem.span, problem.notes, problem.help)
        self.text = text


def _no_row(column: Text, values: tuple[str, ...], known: set[str]) -> Problem:
    wanted = " or ".join(f"`{value}`" for value in values)
    names = sorted(known)[:MAX_NAMES]
    near = nearest(values[0], names)
    cure = f"did you mean `{near}`?" if near else f"it is one of: {_listed(names)}"
    return Placed(column, Problem(NOT_FOUND, f"no row has {wanted} as `{column.value}`", help=cure))


def _several(chosen: Sequence[tuple[int, tuple[Any, ...]]], table: Rows) -> Problem:
    return Problem(
        SEVERAL,
        f"{len(chosen):,} rows fit, and a list has at most {MAX_LIST:,}: {_numbered(chosen, table)}",
        help="narrow them with `where:`, or make one number of them: `take: sum`",
    )


def _numbered(chosen: Sequence[tuple[int, tuple[Any, ...]]], table: Rows) -> str:
    numbers = ", ".join(f"{number:,}" for number, _ in chosen[:SHOWN])
    return f"{table.unit}s {numbers}{' …' if len(chosen) > SHOWN else ''}"


def _number(cells: tuple[Any, ...], index: int, number: int, table: Rows) -> str:
    value = cells[index] if index < len(cells) else None
    try:
        return digits_of(value)
    except Problem as problem:
        problem.message += f" ({table.unit} {number:,}, column `{table.columns[index]}`)"
        raise


def _where(pick: Pick) -> str:
    pairs = "; ".join(f"{column.value}={' or '.join(values)}" for column, values in pick.where)
    return f" [{pairs}]" if pairs else ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name[:40]}`" for name in names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
