"""How far the sheets of a workbook reach, looked at before a library makes room for all of them.

What reads workbooks lays a sheet out from its first cell to its last. Two cells, one of them in the last row and column
that there can be, are some bytes in a file and 400 GB in memory.
"""

import re
import zlib
from pathlib import Path
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, is_zipfile

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NOT_READ

MAX_AREA, SPARSE = 5_000_000, 20
"""A workbook that reaches over more cells is read where at least one in so many is there."""

MAX_UNPACKED = 1_000_000_000
"""So many bytes of a workbook are unpacked."""

_CHUNK = 1 << 18
_NAME = re.compile(r"([A-Za-z]{0,8})([0-9]+)")
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_LONGEST = 12
"""So many digits are read of how often a cell is repeated, or of where it stands."""


def check_extent(path: Path) -> None:
    """Raise Problem FC521 for a workbook that unpacks to too much, or is so sparse that it would fill the memory.

    Those that are no zip archive have at most 65,536 rows and 256 columns.
    """
    if not is_zipfile(path):
        return
    extent, left = _Extent(), MAX_UNPACKED
    try:
        with ZipFile(path) as package:
            for part in package.infolist():
                with package.open(part) as stream:
                    left -= extent.follow(stream, left)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise Problem(NOT_READ, f"not a workbook that can be read: {error}") from None
    if extent.area > max(MAX_AREA, SPARSE * extent.filled):
        told = f"its sheets reach over {extent.area:,} cells, and have {extent.filled:,}"
        raise Problem(NOT_READ, told, help="delete the cells far from all others, or save the sheet as CSV")


class _Extent:
    """Adds up the areas of sheets: those of Excel, whose cells have names, and of OpenDocument, which repeats cells."""

    def __init__(self) -> None:
        self.area = self.filled = 0
        self.row = self.column = self.rows = self.columns = 0
        self.times = 1
        """How often the row stands there."""

    def follow(self, stream: IO[bytes], most: int) -> int:
        """Read a part, and return how many bytes it has. Raises Problem where they are more than ``most``."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        size, is_xml = 0, True
        while is_xml and (piece := stream.read(_CHUNK)):
            size += len(piece)
            if size > most:
                raise Problem(NOT_READ, f"the workbook is larger than {MAX_UNPACKED / 1e9:g} GB, unpacked")
            try:
                parser.Parse(piece)
            except expat.ExpatError:
                is_xml = False  # a picture, or broken, which is told by what reads it
        self._sheet()
        return size

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row" | "c" as kind:
                self._named(kind, attributes.get("r", ""))
            case "table-row":
                self.row += self.times
                self.column, self.times = 0, _times(attributes, "rows")
            case kind if kind in _CELLS:
                self.column += _times(attributes, "columns")
                if any(key.endswith((" value", " value-type", " formula")) for key in attributes):
                    self._fill(self.row + self.times, self.column)

    def _named(self, kind: str, name: str) -> None:
        """Go to a row or cell of Excel; one without a name follows the one before it."""
        m = _NAME.fullmatch(name)
        if kind == "row":
            self.row, self.column = int(m[2][:_LONGEST]) if m else self.row + 1, 0
            return
        self.column = _column(m[1]) if m and m[1] else self.column + 1
        self._fill(int(m[2][:_LONGEST]) if m else self.row, self.column)

    def _fill(self, row: int, column: int) -> None:
        self.filled += 1
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def _end(self, name: str) -> None:
        if name.endswith(" table"):
            self._sheet()

    def _sheet(self) -> None:
        self.area += self.rows * self.columns
        self.row = self.column = self.rows = self.columns = 0
        self.times = 1


def _times(attributes: dict[str, str], what: str) -> int:
    found = next((value for key, value in attributes.items() if key.endswith(f" number-{what}-repeated")), "1")
    return int(found[:_LONGEST]) if found.isascii() and found.isdigit() else 1


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return column
