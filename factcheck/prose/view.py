"""What is read of a document: its prose without markup, every character of it with its place in the original."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model.structure import Structure
from factcheck.source import Span

WALL = "\0"
"""Stands for what is not read (code, a link's target, the end of a paragraph); no mention reaches across it."""


Row = tuple[Span, ...]
"""The cells of a row of a table as spans of the view, from left to right; that of an empty cell is empty."""


@dataclass(frozen=True, slots=True)
class View:
    """The prose of a document. ``blocks`` are its paragraphs, cells and headings, as spans of ``text``.

    ``at`` and ``starts`` say where each piece stands in the view and in the original, ``ends`` where it ends there.
    ``tables`` are its tables, each as rows of cells.
    """

    original: str
    text: str
    blocks: tuple[Span, ...]
    at: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    tables: tuple[tuple[Row, ...], ...] = ()
    structure: Structure | None = None
    """That of the document which the original was read from, where it is no text of lines."""
    shifted: bool = field(init=False)
    """Whether any position differs between the view and the original."""

    def __post_init__(self) -> None:
        """Compare the positions, once."""
        object.__setattr__(self, "shifted", self.at != self.starts)

    def span(self, span: Span) -> Span:
        """Return the place in the original of a span of the view."""
        if not self.shifted:
            return span
        start = self._start(span.start)
        return Span(start, max(start, self._end(span.end)))

    def cut(self, which: slice) -> "View":
        """Return the view of some of the blocks alone, and the tables that lie within them; there is at least one."""
        kept = self.blocks[which]
        start, end = kept[0].start, kept[-1].end
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1)
        at = [max(0, place - start) for place in self.at[first:last]]
        starts = [self._start(start), *self.starts[first + 1 : last]]
        ends = [*self.ends[first : last - 1], self._end(end)]
        spans = ((table, [cell for row in table for cell in row]) for table in self.tables)
        inside = (table for table, cells in spans if cells and start <= cells[0].start and cells[-1].end <= end)
        tables = tuple(tuple(tuple(_moved(cell, start) for cell in row) for row in table) for table in inside)
        blocks = tuple(_moved(block, start) for block in kept)
        return View(self.original, self.text[start:end], blocks, at, starts, ends, tables, self.structure)

    def _start(self, position: int) -> int:
        piece = bisect_right(self.at, position) - 1
        return min(self.starts[piece] + position - self.at[piece], self.ends[piece])

    def _end(self, position: int) -> int:
        piece = max(0, bisect_right(self.at, position - 1) - 1)
        last = piece + 1 == len(self.at)
        length = (len(self.text) if last else self.at[piece + 1]) - self.at[piece]
        return self.ends[piece] if position - self.at[piece] == length else self._start(position)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


@dataclass(slots=True)
class Builder:
    """A view in the making: the original is gone through once, from start to end."""

    original: str
    parts: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    blocks: list[Span] = field(default_factory=list)
    tables: list[list[Row]] = field(default_factory=list)
    size: int = 0
    done: int = 0

    def keep(self, end: int) -> None:
        """Take over what stands before ``end``."""
        if end > self.done:
            self.put(self.original[self.done : end], end)

    def put(self, shown: str, end: int) -> None:
        """Show the stretch before ``end`` as something else, which may be nothing."""
        if shown:
            self.parts.append(shown)
            self.at.append(self.size)
            self.starts.append(self.done)
            self.ends.append(end)
            self.size += len(shown)
        self.done = max(self.done, end)

    def skip(self, end: int) -> None:
        """Leave out what stands before ``end``: nothing reaches across it."""
        self.put(WALL * (end - self.done), end)

    def block(self, start: int) -> None:
        """Close a block that began at ``start`` of the view."""
        if self.size > start:
            self.blocks.append(Span(start, self.size))

    def row(self, cells: Sequence[Span]) -> Row:
        """Take over the cells of a row as they stand, each a block; return their places in the view."""
        places = []
        for cell in cells:
            self.skip(cell.start)
            start = self.size
            self.keep(cell.end)
            self.block(start)
            places.append(Span(start, self.size))
        return tuple(places)

    def last(self) -> str:
        """Return the last character so far."""
        return self.parts[-1][-1] if self.parts else ""

    def view(self) -> View:
        """Return what was built."""
        tables = tuple(tuple(rows) for rows in self.tables)
        return View(self.original, "".join(self.parts), tuple(self.blocks), self.at, self.starts, self.ends, tables)
