"""Lines of styled segments: the text report before it is known whether there is colour."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeVar

from factcheck.report.cells import cells, padded, wrapped
from factcheck.report.inert import mute

T = TypeVar("T")

Style = Literal["", "bad", "doubt", "good", "code", "place", "gutter", "mark", "label", "faint"]

MIN_COLUMN = 6
"""What is left of a table's column at least, in cells."""


class Segment(NamedTuple):
    """A piece of a line in one style."""

    text: str
    style: Style = ""


Line = tuple[Segment, ...]

EMPTY: Line = ()


def plain(lines: Iterable[Line]) -> str:
    """Return the lines without styles, each with its end; none of them is a command to a CI service."""
    texts = ("".join(segment.text for segment in line).rstrip(" ") for line in lines)
    return "".join(f"{mute(text)}\n" for text in texts)


def paragraph(lead: Line, text: str, width: int, style: Style = "", under: Line | None = None) -> Iterator[Line]:
    """Write a text after ``lead``; its further lines stand after ``under``, else under its first word."""
    used = length(lead)
    under = (Segment(" " * used),) if under is None else under
    first, *rest = wrapped(text, width - length(under), width - used)
    yield (*lead, Segment(first, style))
    for line in rest:
        yield (*under, Segment(line, style))


def few(found: Sequence[T], limit: int | None) -> Sequence[T]:
    """Return the first ``limit`` of a list, all where there is no limit; one more is shown, too, not counted out."""
    return found if limit is None or len(found) <= limit + 1 else found[:limit]


def length(line: Line) -> int:
    """Return the length of a line in cells."""
    return sum(cells(segment.text) for segment in line)


def indent(width: int) -> Line:
    """Return empty space at the start of a line."""
    return (Segment(" " * width),)


class Cell(NamedTuple):
    """A text of a table with its style."""

    text: str
    style: Style = ""


def table(rows: Sequence[tuple[Cell, ...]], width: int, left: int) -> Iterator[Line]:
    """Write rows in aligned columns; the widest columns give way, their texts wrap."""
    sizes = _fitted([max(cells(cell.text) for cell in column) for column in zip(*rows, strict=True)], width - left)
    for row in rows:
        texts = [wrapped(cell.text, size) for cell, size in zip(row, sizes, strict=True)]
        styles = [cell.style for cell in row]
        for parts in zip_longest(*texts, fillvalue=""):
            yield (*indent(left), *_aligned(parts, styles, sizes))


def _aligned(parts: tuple[str, ...], styles: list[Style], sizes: list[int]) -> Iterator[Segment]:
    """Pad each part to its column, as far as anything follows."""
    last = max(number for number, part in enumerate(parts) if part)
    for number, (part, style, size) in enumerate(zip(parts, styles, sizes, strict=True)):
        if number <= last:
            yield Segment(part if number == last else padded(part, size) + "  ", style)


def _fitted(sizes: list[int], width: int) -> list[int]:
    """Narrow the widest columns until all fit."""
    gaps = 2 * (len(sizes) - 1)
    while sum(sizes) + gaps > width and max(sizes) > MIN_COLUMN:
        sizes[sizes.index(max(sizes))] -= 1
    return sizes
