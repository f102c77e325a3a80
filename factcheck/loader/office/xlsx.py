"""Workbooks of Excel (ISO/IEC 29500): every sheet that is shown, its numbers as its cells show them.

Formulas are not computed: what is read is what the program that saved the workbook found. Macros are not looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.loader.office.elements import Element
from factcheck.loader.office.laying import Laid, Laying
from factcheck.loader.office.number_format import BUILT_IN, GENERAL, shown
from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import broken, too_large
from factcheck.loader.office.sheets import MAX_CELLS, Row, lay_sheet

_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_WIDEST = 1_024
"""So many columns are read."""
_BOOLEANS = {"0": "FALSE", "1": "TRUE"}


def read(data: bytes) -> Laid:
    """Return the sheets of a workbook. Raises Problem for one that cannot be read."""
    package = Package(data)
    if not package.main:
        raise broken("it has no main part")
    return _Reader(package, package.tree(package.main)).laid()


@dataclass(slots=True)
class _Reader:
    package: Package
    book: Element
    strings: Sequence[str] = ()
    formats: Sequence[str] = ()
    since_1904: bool = False
    cells: int = 0
    laying: Laying = field(default_factory=Laying)

    def laid(self) -> Laid:
        """Read what the sheets share, then each that is shown."""
        self.strings = [_string(one) for root in self._parts("sharedStrings") for one in root.named("s:si")]
        self.formats = [code for root in self._parts("styles") for code in _formats(root)]
        properties = self.book.first("s:workbookPr")
        self.since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        links = self.package.relations(self.package.main)
        for sheet in self.book.all("s:sheet"):
            kind, part = links.get(sheet.get("r:id"), ("", ""))
            if kind == "worksheet" and sheet.get("state", "visible") == "visible":
                rows = self.package.tree(part).first("s:sheetData")
                lay_sheet(self.laying, sheet.get("name"), list(self._rows(rows)) if rows is not None else [])
        return self.laying.laid()

    def _parts(self, kind: str) -> Iterator[Element]:
        return map(self.package.tree, self.package.related(self.package.main, kind))

    def _rows(self, data: Element) -> Iterator[Row]:
        number = 0
        for row in data.named("s:row"):
            name = row.get("r")
            number = max(number + 1, int(name)) if name.isascii() and name.isdigit() and len(name) < 8 else number + 1  # noqa: PLR2004
            cells: list[str] = []
            for cell in row.named("s:c"):
                self.cells += 1
                if self.cells > MAX_CELLS:
                    raise too_large(f"it has more than {MAX_CELLS:,} cells")
                column = _column(cell.get("r"), len(cells))
                text = self._shown(cell)
                if text and column < _WIDEST:
                    cells += [""] * (column + 1 - len(cells))
                    cells[column] = text
            if any(cells):
                yield Row(number, cells)

    def _shown(self, cell: Element) -> str:
        """Return what a cell shows."""
        kind, value = cell.get("t", "n"), cell.first("s:v")
        text = value.text() if value is not None else ""
        if kind == "inlineStr":
            inline = cell.first("s:is")
            return _string(inline) if inline is not None else ""
        if kind == "s":
            return (
                self.strings[int(text)] if text.isascii() and text.isdigit() and int(text) < len(self.strings) else ""
            )
        if kind == "b":
            return _BOOLEANS.get(text, text)
        if kind == "n" and text:
            style = cell.get("s", "0")
            known = style.isascii() and style.isdigit() and int(style) < len(self.formats)
            return shown(text, self.formats[int(style)] if known else GENERAL, since_1904=self.since_1904)
        return " ".join(text.split())


def _column(name: str, usual: int) -> int:
    """Return the number of the column of a cell, from 0."""
    m = _NAME.fullmatch(name)
    if m is None:
        return usual
    column = 0
    for letter in m[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1


def _string(one: Element) -> str:
    """Return a text with parts of several looks; how it is pronounced is left out."""
    parts = (part for part in one.elements() if part.name in {"s:t", "s:r"})
    texts = (part.text() if part.name == "s:t" else "".join(t.text() for t in part.named("s:t")) for part in parts)
    return " ".join("".join(texts).split())


def _formats(styles: Element) -> Iterator[str]:
    """Yield the format of each look of cells."""
    own = {one.get("numFmtId"): one.get("formatCode") for one in styles.all("s:numFmt")}
    looks = styles.first("s:cellXfs")
    for look in looks.named("s:xf") if looks is not None else ():
        name = look.get("numFmtId", "0")
        built_in = BUILT_IN.get(int(name), GENERAL) if name.isascii() and name.isdigit() and len(name) < 6 else GENERAL  # noqa: PLR2004
        yield own.get(name) or built_in
