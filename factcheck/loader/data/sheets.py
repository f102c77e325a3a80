"""Parquet and XLSX as rows: what the extra ``[data]`` brings, imported when such a file is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.diagnostics import Problem
from factcheck.extras import install, needed
from factcheck.loader.data.found import NOT_FOUND, NOT_READ
from factcheck.loader.data.rows import MAX_ROWS, Rows
from factcheck.suggest import nearest

MAX_VALUES = 20_000_000
"""So many values of a Parquet file are read: one that is told once for millions of rows takes no room in the file."""

CURE = f"install it: {install('data')}"


def read_workbook(path: Path, sheet: str) -> Rows:
    """Return a sheet of a workbook (the only one, where none is named); its first row names the columns.

    Raises Problem FC521 where the file is no workbook or the extra is not installed, FC522 for an unknown sheet.
    """
    with _opened(path) as book:
        names = book.sheet_names
        if sheet not in names and (sheet or len(names) != 1):
            near = nearest(sheet, names[:1000])
            cure = f"did you mean `{near}`?" if near else f"its sheets: {', '.join(f'`{name}`' for name in names[:8])}"
            raise Problem(NOT_FOUND, f"no sheet `{sheet}`" if sheet else "name a sheet of the workbook", help=cure)
        cells = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    return _table([tuple(_plain(cell) for cell in row) for row in cells])


def sheets_of(path: Path) -> list[str]:
    """Return the names of the sheets of a workbook. Raises Problem FC521 as `read_workbook` does."""
    with _opened(path) as book:
        return list(book.sheet_names)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a workbook, with what hinders as a Problem."""
    try:
        import python_calamine  # noqa: PLC0415 - an extra
    except ImportError:
        raise Problem(NOT_READ, needed("reading workbooks", "data"), help=CURE) from None
    try:
        yield python_calamine.CalamineWorkbook.from_path(path)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Problem(NOT_READ, f"not a workbook that can be read: {error}") from None


def _table(cells: list[tuple[Any, ...]]) -> Rows:
    filled = [(number, row) for number, row in enumerate(cells, 1) if any(cell not in ("", None) for cell in row)]
    if not filled:
        raise Problem(NOT_READ, "the sheet is empty")
    (_, head), rows = filled[0], filled[1 : MAX_ROWS + 1]
    return Rows(tuple(str(cell or "").strip() for cell in head), rows, "row")


def _plain(cell: Any) -> Any:
    """Return a cell as text or number: a whole float is an integer, as workbooks know no other."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15 else cell  # noqa: PLR2004


def read_parquet(path: Path) -> Rows:
    """Return a Parquet file as rows. Raises Problem FC521 where it is none, or the extra is not installed."""
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        raise Problem(NOT_READ, needed("reading Parquet", "data"), help=CURE) from None
    try:
        with duckdb.connect(":memory:", config={"memory_limit": "1GB", "threads": "1"}) as connection:
            found = connection.from_parquet(str(path.absolute()))
            columns = tuple(found.columns)
            most = min(MAX_ROWS, MAX_VALUES // max(1, len(columns)))
            rows = found.limit(most + 1).fetchall()
    except duckdb.Error as error:
        raise Problem(NOT_READ, f"not Parquet that can be read: {str(error).splitlines()[0]}") from None
    if len(rows) > most:
        raise Problem(NOT_READ, f"more than {most:,} rows of {len(columns):,} columns")
    return Rows(columns, list(enumerate(rows, 1)), "row")
