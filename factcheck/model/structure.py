"""How a document is laid out that is no text of lines: what stands in which paragraph, cell, page or footnote of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from factcheck.frozen import dataclass
from factcheck.source import Span

BlockRole = Literal["headline", "deck", "caption", "item", "cell", "paragraph"]
"""What a document marks a block as; the role of a *paragraph* is left to its form."""

Steps = tuple[tuple[str, str], ...]
"""The way to a place, from the whole to the part: ``(("table", "2"), ("cell", "B4"))``."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or part of a cell: a stretch of the text, and where it stands in the document."""

    start: int
    end: int
    role: BlockRole
    place: Steps


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the document that lets a stretch of its text be, with the reason."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a document in the order of its text, its tables as rows of cells, and remarks of its readers."""

    blocks: tuple[Block, ...]
    tables: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    remarks: tuple[Remark, ...] = ()

    def block(self, index: int) -> Block | None:
        """Return the block of a character; between two blocks it is the one before."""
        at = bisect_right(self.blocks, index, key=_start) - 1
        return self.blocks[max(0, at)] if self.blocks else None

    def edited(self, start: int, old_end: int, end: int) -> "Structure":
        """Return the structure of a text in which ``start`` to ``end`` stands where ``start`` to ``old_end`` was.

        What is written at the end of a block belongs to it; a block of which nothing is left is gone, and what is left
        of two with nothing between them is one.
        """

        def first(at: int) -> int:
            return at if at <= start else max(at, old_end) - old_end + end

        def last(at: int) -> int:
            return at if at <= start and at < old_end else max(at, old_end) - old_end + end

        blocks = (Block(first(one.start), last(one.end), one.role, one.place) for one in self.blocks)
        remarks = (Remark(first(one.start), last(one.end), one.reason) for one in self.remarks)
        tables = (
            tuple(tuple(Span(first(one.start), last(one.end)) for one in row) for row in rows) for rows in self.tables
        )
        return Structure(_joined(one for one in blocks if one.start < one.end), tuple(tables), tuple(remarks))

    def said(self, index: int, language: str = "") -> str:
        """Return the place of a character in words of a language, English where none is named: ``table 2, cell B4``."""
        block = self.block(index)
        return said(block.place, language) if block else ""


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks, those that touch each other as one."""
    found: list[Block] = []
    for one in blocks:
        start = found.pop().start if found and found[-1].end == one.start else one.start
        found.append(Block(start, one.end, one.role, one.place))
    return tuple(found)


def said(place: Sequence[tuple[str, str]], language: str = "") -> str:
    """Return a place in words of a language, English where none is named."""
    from factcheck.quantity.languages import DEFAULT  # noqa: PLC0415 - checks of claims do without
    from factcheck.quantity.phrases import phrases  # noqa: PLC0415

    words = phrases(language or DEFAULT)["places"]
    comma: str = words["comma"]
    return comma.join(words[kind].format(n=name) for kind, name in place)


def _start(block: Block) -> int:
    return block.start
