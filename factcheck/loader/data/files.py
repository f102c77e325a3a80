"""One data file, read when it is first asked, and asked any number of times."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.data.found import MAX_LIST, NOT_FOUND, NOT_READ, SEVERAL, Found, Pick
from factcheck.loader.data.json_file import Digits, line_of, read_json, read_lines
from factcheck.loader.data.kinds import KINDS
from factcheck.loader.data.numbers import digits_of, taken
from factcheck.loader.data.path import Way, follow, follow_every
from factcheck.loader.data.rows import Placed, Rows, fitting, pick_row, read_table, rows_of
from factcheck.loader.files import MAX_DATA, TextFile, decode, read_bytes

WORD = re.compile(r"\w+")


@dataclass(slots=True)
class DataFile:
    """A data file: ``path`` to read, ``name`` as queries call it. Nothing is read before it is asked.

    ``data`` are its bytes where they are not to be read from the path.
    """

    path: Path
    shown: str
    name: str
    data: bytes | None = None
    _lines: TextFile | None = None
    _tree: Any = None
    _tables: dict[str, Rows] = field(default_factory=dict)
    _fits: bool = False

    @property
    def kind(self) -> str:
        """Return what the file's name says that it is; raises Problem FC521 for another ending."""
        kind = KINDS.get(self.path.suffix.lower())
        if kind is None:
            endings = ", ".join(sorted(KINDS))
            message = f"`{self.shown}` is no data file that can be read"
            raise Problem(NOT_READ, message, help=f"its name ends in one of: {endings}")
        return kind

    def find(self, pick: Pick, beside: "Mapping[str, DataFile] | None" = None) -> Found:
        """Return the number that is meant; a query also sees the files ``beside`` it that it names.

        Raises Problem FC521 to FC525; a ``Placed`` one tells in which part of the pick the fault lies.
        """
        if pick.sql is not None:
            return self._query(pick.sql.value, beside or {})
        if pick.column is None and not pick.where and (pick.at is not None or not pick.take):
            return self._value(pick)
        return pick_row(self.table(pick), pick)

    def _value(self, pick: Pick) -> Found:
        if pick.at is None:
            raise Problem(NOT_FOUND, "nothing says which number is meant", help="write `at:`, `column:` or `sql:`")
        tree = self.tree()
        try:
            found = follow_every(tree, pick.at.value)
            values = found[0][0] if len(found) == 1 and isinstance(found[0][0], list) else [value for value, _ in found]
            if pick.take and values and isinstance(values[0], dict):
                return pick_row(self.table(pick), pick)
            return self._of_values(values, found, pick)
        except Placed:
            raise
        except Problem as problem:
            raise Placed(pick.at, problem) from None

    def _of_values(self, values: list[Any], found: list[tuple[Any, Way]], pick: Pick) -> Found:
        """Return the one number at a path, or the list of those that are there, or what ``take`` makes of them."""
        where = pick.at.value if pick.at else ""
        if not values:
            raise Problem(NOT_FOUND, "the list is empty")
        if isinstance(values[0], dict) and values[0] is not found[0][0]:
            cure = f"name one of their keys: `{where}[*].{next(iter(values[0]), 'key')}`"
            raise Problem(NOT_FOUND, "a list of objects stands here, not of numbers", help=cure)
        if not pick.take and len(values) > MAX_LIST:
            cure = "make one number of them: `take: mean`"
            raise Problem(SEVERAL, f"{len(values):,} values, and a list has at most {MAX_LIST:,}", help=cure)
        numbers = [digits_of(_leaf(value)) for value in values]
        line = line_of(self.text(), found[0][1])
        if pick.take:
            return Found(taken(pick.take, numbers), f"{pick.take} of {where}, {len(numbers):,} values", line)
        if len(numbers) == 1 and not isinstance(found[0][0], list):
            return Found(numbers[0], where, line)
        return Found("", f"{where}, {len(numbers):,} values", line, items=tuple(numbers))

    def _query(self, sql: str, beside: "Mapping[str, DataFile]") -> Found:
        from factcheck.loader.data import database  # noqa: PLC0415 - SQLite is loaded for those who use it

        if self.kind == "sqlite":
            self._checked_size()
            return database.query_file(self.path, sql)
        words = set(WORD.findall(sql)) - {self.name}
        others = {name: file.table(Pick()) for name, file in beside.items() if name in words and file.kind != "sqlite"}
        return database.query_tables({**others, self.name: self.table(Pick())}, sql)

    def table(self, pick: Pick) -> Rows:
        """Return the rows that are meant: those of the file, of a table of it, of the list at a path."""
        key = f"{pick.at}/{pick.table}"
        if key not in self._tables:
            self._tables[key] = self._read_table(pick)
        return self._tables[key]

    def tables(self) -> list[str]:
        """Return the names of the tables or sheets of a file that has several; one without a name for any other."""
        if self.kind == "sqlite":
            from factcheck.loader.data.database import tables_of  # noqa: PLC0415 - for those who use it

            self._checked_size()
            return tables_of(self.path)
        if self.kind == "workbook":
            from factcheck.loader.data.sheets import sheets_of  # noqa: PLC0415 - an extra

            self._checked_size()
            self._checked_extent()
            return sheets_of(self.path)
        return [""]

    def rows(self, pick: Pick) -> Rows:
        """Return the rows that fit; none where the table is empty. Raises Problem as ``table`` does, and FC522."""
        table = self.table(pick)
        return Rows(table.columns, fitting(table, pick), table.unit) if table.rows else table

    def _read_table(self, pick: Pick) -> Rows:
        named = pick.table.value if pick.table else ""
        match self.kind:
            case "csv":
                return read_table(self.text())
            case "tsv":
                return read_table(self.text(), "\t")
            case "jsonl":
                return rows_of(read_lines(self.text()), "line")
            case "json":
                return self._items(pick)
        self._checked_size()
        if self.kind == "sqlite":
            from factcheck.loader.data.database import read_database  # noqa: PLC0415 - for those who use it

            return read_database(self.path, named)
        from factcheck.loader.data.sheets import read_parquet, read_workbook  # noqa: PLC0415 - an extra

        if self.kind == "parquet":
            return read_parquet(self.path)
        self._checked_extent()
        return read_workbook(self.path, named)

    def _items(self, pick: Pick) -> Rows:
        value = self.tree()
        if pick.at is not None:
            try:
                value = follow(value, pick.at.value)[0]
            except Problem as problem:
                raise Placed(pick.at, problem) from None
        if not isinstance(value, list):
            fault = Problem(NOT_FOUND, "there is no list of objects here", help="`at:` leads to the list")
            raise Placed(pick.at, fault) if pick.at else fault
        return rows_of(list(enumerate(value)), "item")

    def tree(self) -> Any:
        """Return the tree of a JSON file."""
        if self.kind != "json":
            cure = "write `where:` and `column:`"
            raise Problem(NOT_FOUND, "`at:` is a path into JSON; this file has rows", help=cure)
        if self._tree is None:
            self._tree = read_json(self.text())
        return self._tree

    def text(self) -> str:
        """Return the text of the file. Raises Problem with the code and words of what hinders."""
        return self.lines().text

    def lines(self) -> TextFile:
        """Return the text with its lines. Raises Problem as ``text`` does."""
        if self._lines is None:
            data = read_bytes(self.path, self.shown, MAX_DATA) if self.data is None else self.data
            file = data if isinstance(data, Diagnostic) else decode(data, self.shown)
            if isinstance(file, Diagnostic):
                raise Problem(file.code, file.message, help=file.help)
            self._lines = file
        return self._lines

    def _checked_size(self) -> None:
        data = read_bytes(self.path, self.shown, MAX_DATA)
        if isinstance(data, Diagnostic):
            raise Problem(data.code, data.message, help=data.help)

    def _checked_extent(self) -> None:
        """Look at a workbook before any of its sheets is read, once."""
        if not self._fits:
            from factcheck.loader.data.extent import check_extent  # noqa: PLC0415 - for those who use it

            check_extent(self.path)
            self._fits = True


def _leaf(value: Any) -> Any:
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, dict | list):
        what = "an object" if isinstance(value, dict) else "a list"
        raise Problem(NOT_FOUND, f"{what} stands here, not a number", help="go on to one of its values")
    return f'"{value}"' if isinstance(value, str) else value
