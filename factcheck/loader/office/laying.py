"""A document laid out as one text: paragraphs with blank lines between them, tables as rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.loader.office.refused import MAX_TEXT, too_large
from factcheck.model.structure import Block, BlockRole, Remark, Steps, Structure
from factcheck.source import Span

BORDER = " | "
"""What stands between the cells of a row."""

_NARROW = 300
"""A cell of more characters in several paragraphs is no cell: the table only places text on the page."""
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LETTERS = 26


class Stretch(NamedTuple):
    """A piece of text, and what of the document it was read from, where that is asked later."""

    text: str
    source: object = None


Words = Sequence[Stretch]
"""A paragraph."""

Cell = Sequence[Words]
"""The paragraphs of a cell; that of an empty one is none, or one without text."""


class Laid(NamedTuple):
    """The text of a document, its structure, and where the text of each source begins."""

    text: str
    structure: Structure
    sources: Sequence[tuple[int, Stretch]] = ()
    told: str = ""
    """The encoding that was taken, where that is not plain."""


@dataclass(slots=True)
class Laying:
    """The text in the making: from the first paragraph to the last."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    tables: list[tuple[tuple[Span, ...], ...]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    sources: list[tuple[int, Stretch]] = field(default_factory=list)
    paragraphs: int = 0
    count: int = 0
    within: Steps = ()

    def part(self, place: Steps) -> None:
        """Begin a part of the document, such as a chapter, in which paragraphs and tables count anew."""
        self.within, self.paragraphs, self.count = place, 0, 0

    def paragraph(self, words: Words, role: BlockRole = "paragraph", place: Steps | None = None) -> None:
        """Add a paragraph; without a place of its own it is counted. One without text is left out.

        A line that its author ended is a block of its own.
        """
        text = "".join(one.text for one in words)
        if not text.strip():
            return
        if place is None:
            self.paragraphs += 1
            place = (*self.within, ("paragraph", str(self.paragraphs)))
        self._put("\n\n" if self.size else "")
        start = self.size
        self._words(words)
        for line in _lines(text):
            self.blocks.append(Block(start + line.start, start + line.end, role, place))

    def aside(self, text: str, *, beside: bool) -> None:
        """Add what is no part of the text: a remark on the paragraph before it, or on what comes next."""
        self._put(" " if beside and self.size else "\n\n" if self.size else "")
        self._put(text)

    def table(
        self, rows: Sequence[Sequence[Cell]], place: Steps | None = None, numbers: Sequence[int] | None = None
    ) -> None:
        """Add a table; without a place of its own it is counted. One that only places text is no table.

        ``numbers`` are those of its rows, where they do not count from 1.
        """
        if place is None:
            self.count += 1
            place = (*self.within, ("table", str(self.count)))
        if numbers is None and _is_page(rows):
            for at, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    for words in cell:
                        self.paragraph(words, "paragraph", (*place, ("cell", cell_name(column, at))))
            return
        self._put("\n\n" if self.size else "")
        names = numbers or range(1, len(rows) + 1)
        first = names[0] if rows else 0
        self.tables.append(
            tuple(self._row(row, at, place, "\n" * (at != first)) for at, row in zip(names, rows, strict=True))
        )

    def _row(self, row: Sequence[Cell], at: int, place: Steps, border: str) -> tuple[Span, ...]:
        self._put(border)
        cells = []
        for column, cell in enumerate(row):
            self._put(BORDER if column else "")
            cells.append(self._cell(cell, (*place, ("cell", cell_name(column, at)))))
        return tuple(cells)

    def _cell(self, cell: Cell, place: Steps) -> Span:
        first = self.size
        for words in cell:
            if not "".join(one.text for one in words).strip():
                continue
            self._put(" " if self.size > first else "")
            start = self.size
            self._words([one._replace(text=one.text.replace("\n", " ")) for one in words])
            self.blocks.append(Block(start, self.size, "cell", place))
        return Span(first, self.size)

    def _words(self, words: Words) -> None:
        for one in words:
            if one.source is not None:
                self.sources.append((self.size, one))
            self._put(one.text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)
        if self.size > MAX_TEXT:
            raise too_large(f"it has more than {MAX_TEXT / 1e6:g} million characters of text")

    def laid(self) -> Laid:
        """Return what was laid out."""
        structure = Structure(tuple(self.blocks), tuple(self.tables), tuple(self.remarks))
        return Laid("".join(self.parts), structure, self.sources)


def raised(text: str) -> str:
    """Return text that stands above the line as signs of their own, as in 10²; as it is where some have none."""
    shown = text.translate(_RAISED)
    return shown if not any(old == new and old.strip() for old, new in zip(text, shown, strict=True)) else text


def cell_name(column: int, row: int) -> str:
    """Return the name of a cell as workbooks have it: columns from 0 are letters, rows count from 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = f"{chr(ord('A') + rest)}{letters}"
    return f"{letters}{row}"


def _lines(text: str) -> Iterable[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _is_page(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only places text: it is a single cell, or has cells of whole paragraphs."""
    if sum(len(row) for row in rows) <= 1:
        return True
    return any(
        len(cell) > 1 and sum(len(one.text) for words in cell for one in words) > _NARROW
        for row in rows
        for cell in row
    )
