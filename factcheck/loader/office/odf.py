"""OpenDocument texts and workbooks (ISO/IEC 26300), as LibreOffice writes them: what a reader sees.

Not read: text that was deleted, headers and footers, tables of contents. A workbook shows its numbers as its cells do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.loader.office.elements import Element
from factcheck.loader.office.laying import Cell, Laid, Laying, Stretch, raised
from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import broken, locked, too_large
from factcheck.loader.office.sheets import MAX_CELLS, Row, lay_sheet
from factcheck.model.structure import BlockRole, Steps

_INSIDE = frozenset({"text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base", "text:meta-field"})
_GROUPS = frozenset(
    {
        "text:section", "text:list", "text:list-item", "text:list-header", "text:numbered-paragraph", "office:text",
        "table:table-rows", "table:table-row-group", "table:table-header-rows", "draw:g",
    }
)  # fmt: skip
"""What only wraps paragraphs, or rows."""

_LISTS = frozenset({"text:list-item", "text:numbered-paragraph"})
_UNSEEN = frozenset({"office:annotation", "office:annotation-end", "text:hidden-text", "text:hidden-paragraph"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_BLANKS = re.compile(r"[ \t\r\n]+")
_ROLES: dict[str, BlockRole] = {"Title": "headline", "Subtitle": "deck", "Caption": "caption"}
_MOST = 1024
"""So often a cell that is not empty may be repeated."""


def read(data: bytes) -> Laid:
    """Return the text of an OpenDocument. Raises Problem for one that cannot be read."""
    package = Package(data)
    if "META-INF/manifest.xml" in package and next(
        package.tree("META-INF/manifest.xml").all("manifest:encryption-data"), None
    ):
        raise locked()
    root = package.tree("content.xml")
    text, book = root.first("office:body", "office:text"), root.first("office:body", "office:spreadsheet")
    reader = _Reader(root)
    if text is not None:
        reader.blocks(text, None)
        reader.after()
    elif book is not None:
        reader.sheets(book)
    else:
        raise broken("it is neither a text nor a workbook")
    return reader.laying.laid()


@dataclass(slots=True)
class _Reader:
    """Goes through a document once, from its first paragraph to its last, then through its notes."""

    root: Element
    laying: Laying = field(default_factory=Laying)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    box_count: int = 0
    raising: frozenset[str] = field(init=False)
    parents: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Note which styles stand above the line, and what each style is based on."""
        styles = list(self.root.all("style:style"))
        above = (one for one in styles for part in one.named("style:text-properties") if _is_above(part))
        self.raising = frozenset(one.get("style:name") for one in above)
        self.parents = {one.get("style:name"): one.get("style:parent-style-name") for one in styles}

    def blocks(self, parent: Element, place: Steps | None, *, item: bool = False) -> None:
        """Read the paragraphs and tables of a part; ``place`` is told of all of them, where they are not counted."""
        for one in parent.elements():
            if one.name in {"text:p", "text:h"}:
                role: BlockRole = "headline" if one.name == "text:h" else self._role(one, item=item)
                self.laying.paragraph(self._words(one), role, place)
                self._text_boxes()
            elif one.name == "table:table":
                self._table(one, place)
            elif one.name in _GROUPS:
                self.blocks(one, place, item=item or one.name in _LISTS)
            elif one.name == "draw:frame":
                self.boxes.extend(one.named("draw:text-box"))
                self._text_boxes()

    def _role(self, paragraph: Element, *, item: bool) -> BlockRole:
        name = paragraph.get("text:style-name")
        named = name if name in _ROLES else self.parents.get(name, "")
        return _ROLES.get(named, "item" if item else "paragraph")

    def _words(self, paragraph: Element) -> list[Stretch]:
        """Return a paragraph; blanks that only break lines of the file are one, and none at its ends."""
        found: list[Stretch] = []
        last = ""
        for text in self._inline(paragraph):
            shown = text[1:] if last.endswith(" ") and text.startswith(" ") else text
            found.append(Stretch(shown.lstrip(" ") if not last else shown))
            last = shown or last
        return found

    def _inline(self, parent: Element, *, above: bool = False) -> Iterator[str]:
        for one in parent.children:
            if isinstance(one, str):
                text = _BLANKS.sub(" ", one)
                yield raised(text) if above else text
            elif one.name in _INSIDE:
                yield from self._inline(one, above=above or one.get("text:style-name") in self.raising)
            elif one.name == "text:s":
                yield "\u00a0" * min(_MOST, _number(one, "text:c")) if one.get("text:c", "1") != "1" else " "
            elif one.name == "text:tab":
                yield "\t"
            elif one.name == "text:line-break":
                yield "\n"
            elif one.name == "text:note":
                self._note(one)
            elif one.name == "draw:frame":
                self.boxes.extend(one.named("draw:text-box"))
            elif one.name.startswith("text:") and one.name not in _UNSEEN:
                yield from self._inline(one, above=above)  # a field

    def _note(self, note: Element) -> None:
        body = note.first("text:note-body")
        if body is not None:
            self.notes.append((note.get("text:note-class", "footnote"), body))

    def _text_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.box_count += 1
            self.blocks(box, (("box", str(self.box_count)),))

    def after(self) -> None:
        """Read the notes in their order."""
        for kind in ("footnote", "endnote"):
            for number, body in enumerate((body for known, body in self.notes if known == kind), 1):
                self.blocks(body, ((kind, str(number)),))

    def _table(self, table: Element, place: Steps | None) -> None:
        rows = [list(_cells(row)) for row, _ in _rows(table)]
        if any(next(cell.all("table:table"), None) for row in rows for cell in row):
            for cell in (cell for row in rows for cell in row):
                self.blocks(cell, place)
            return
        self.laying.table([[self._cell(cell) for cell in row] for row in rows], place)
        self._text_boxes()

    def _cell(self, cell: Element) -> Cell:
        if cell.name == "table:covered-table-cell":
            return []
        return [self._words(one) for one in cell.all("text:p", "text:h")]

    def sheets(self, book: Element) -> None:
        """Read the sheets of a workbook, each with its name."""
        for table in book.named("table:table"):
            lay_sheet(self.laying, table.get("table:name"), list(self._lines(table)))

    def _lines(self, table: Element) -> Iterator[Row]:
        number = count = 0
        for row, times in _rows(table):
            cells = [self._shown(cell) for cell in _cells(row)]
            for _ in range(min(times, _MOST) if any(cells) else 0):
                number += 1
                count += len(cells)
                if count > MAX_CELLS:
                    raise too_large(f"it has more than {MAX_CELLS:,} cells")
                yield Row(number, cells)
            number += 0 if any(cells) else times

    def _shown(self, cell: Element) -> str:
        return " ".join("".join(one.text for one in words) for words in self._cell(cell))


def _rows(table: Element) -> Iterator[tuple[Element, int]]:
    """Yield the rows of a table, each with how often it stands there."""
    for one in table.elements():
        if one.name == "table:table-row":
            yield one, _number(one, "table:number-rows-repeated")
        elif one.name in _GROUPS:
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, each as often as it stands there; empty ones at its end are left out."""
    cells = [one for one in row.elements() if one.name in _CELLS]
    while cells and not any(True for _ in cells[-1].elements()):
        cells.pop()
    for one in cells:
        yield from [one] * min(_MOST, _number(one, "table:number-columns-repeated"))


def _is_above(properties: Element) -> bool:
    place = properties.get("style:text-position").partition(" ")[0]
    return place == "super" or (place.endswith("%") and place[:1].isdigit() and place != "0%")


def _number(one: Element, name: str) -> int:
    text = one.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1  # noqa: PLR2004
