"""The order in which the lines of a page are read: columns of prose one after the other, rows of tables across.

A page is cut where no line crosses the left edge of a column (the recursive X-Y cut of Nagy and Seth, 1984), as long as
what stands on both sides is prose; what is short stands in a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_PROSE = 18
"""The lines of a column of prose have on average at least so many cells."""
_FEWEST_LINES = 4
_EDGES = 12
"""So many left edges are tried."""
_ROUND = 3.0
_MOST_DEPTH = 6
_FEWEST_ROWS = 2
_HALF = 0.85
"""Lines that are nearer than this stand in one row of a table: numbers beside the middle of a label of two lines."""


class Piece(NamedTuple):
    """What stands in one line without a gap: left, right, lower end from the top of the page, size, text."""

    left: float
    right: float
    y: float
    size: float
    text: str

    @property
    def cells(self) -> int:
        """Its width in letters; a Chinese one is as wide as two."""
        return len(self.text) + sum(one > "\u2e80" for one in self.text)


Row = list[Piece]
"""Pieces beside each other, from left to right."""


class Region(NamedTuple):
    """A column or a part of one: its rows from top to bottom."""

    rows: list[Row]

    @property
    def left(self) -> float:
        """Where most of its lines begin, or the first of those."""
        return min(row[0].left for row in self.rows)

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(row[-1].right for row in self.rows)


def regions(pieces: Sequence[Piece], depth: int = 0) -> Iterator[Region]:
    """Yield the parts of a page in the order in which they are read."""
    if not pieces:
        return
    cut = _cut(pieces) if depth < _MOST_DEPTH else None
    if cut is None:
        yield Region(list(rows_of(pieces)))
        return
    for part in cut:
        yield from regions(part, depth + 1)


def rows_of(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Yield pieces by rows."""
    row: Row = []
    for piece in sorted(pieces, key=lambda one: (one.y, one.left)):
        if row and piece.y - row[0].y > 0.4 * min(piece.size, row[0].size):
            yield sorted(row)
            row = []
        row.append(piece)
    if row:
        yield sorted(row)


def _cut(pieces: Sequence[Piece]) -> tuple[list[Piece], ...] | None:
    """Return what is above two columns, the left one, the right one, and what is below; None where there are none."""
    edges = Counter(round(one.left / _ROUND) for one in pieces)
    best: tuple[int, tuple[list[Piece], ...]] | None = None
    for edge, count in edges.most_common(_EDGES):
        if count < _FEWEST_LINES:
            continue
        found = _at(pieces, (edge - 0.5) * _ROUND - 1)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best is not None else None


def _at(pieces: Sequence[Piece], edge: float) -> tuple[int, tuple[list[Piece], ...]] | None:
    """Return the parts of a page with a column at an edge, and how many lines stand in both columns."""
    crossing = sorted(one.y for one in pieces if one.left < edge < one.right)
    borders = [float("-inf"), *crossing, float("inf")]
    best: tuple[int, tuple[list[Piece], ...]] | None = None
    for top, bottom in pairwise(borders):
        begin, end = _without_tables(pieces, edge, top, bottom)
        inside = [one for one in pieces if begin < one.y < end]
        left, right = [one for one in inside if one.right <= edge], [one for one in inside if one.left >= edge]
        if not (_is_prose(left) and _is_prose(right) and _overlap(left, right)):
            continue
        above = [one for one in pieces if one.y <= begin]
        below = [one for one in pieces if one.y >= end]
        if best is None or len(inside) > best[0]:
            best = len(inside), (above, left, right, below)
    return best


def _without_tables(pieces: Sequence[Piece], edge: float, top: float, end: float) -> tuple[float, float]:
    """Return the stretch of a page that is left between two heights without the tables at its ends."""
    rows = list(rows_of([one for one in pieces if top < one.y < end]))
    marks = [_is_row(row, edge) for row in rows]
    first = [*marks, False].index(False)
    last = len(rows) - [*reversed(marks), False].index(False)
    if first >= _FEWEST_ROWS:
        top = max(one.y for one in rows[first - 1])
    if len(rows) - last >= _FEWEST_ROWS and last > first:
        end = min(one.y for one in rows[last])
    return top, end


def _is_row(row: Row, edge: float) -> bool:
    """Whether a row looks like one of a table: several pieces on one side of an edge, or nothing but short ones."""
    right = sum(one.left >= edge for one in row)
    return max(right, len(row) - right) > 1 or (0 < right < len(row) and max(one.cells for one in row) < _PROSE)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    if len(pieces) < _FEWEST_LINES:
        return False
    return sum(one.cells for one in pieces) >= _PROSE * len(pieces)


def _overlap(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two columns stand beside each other for at least a third of the shorter one."""
    top, end = (
        max(min(one.y for one in side) for side in (left, right)),
        min(max(one.y for one in side) for side in (left, right)),
    )
    shorter = min(max(one.y for one in side) - min(one.y for one in side) for side in (left, right))
    return end - top >= shorter / 3


def tables(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield the rows in groups: those of a table, and those of text."""
    group: list[Row] = []
    tabular = False
    for at, row in enumerate(rows):
        several = len(row) > 1
        above = not several and at + 1 < len(rows) and len(rows[at + 1]) > 1 and _is_near(rows, at)
        between = above and (tabular or _heads(row, rows[at + 1]))
        if group and (several or between) != tabular:
            yield tabular and len(group) >= _FEWEST_ROWS, group
            group = []
        tabular = several or between
        group.append(row)
    if group:
        yield tabular and len(group) >= _FEWEST_ROWS, group


def _heads(row: Row, following: Row) -> bool:
    """Whether a row of one piece begins a table: above its figures, or nearer to them than two lines are."""
    return row[0].left > following[0].right or following[0].y - row[0].y < _HALF * row[0].size


def _is_near(rows: Sequence[Row], at: int) -> bool:
    """Whether a row stands as near to the next one as lines of one table do, and is no longer than a label."""
    row, following = rows[at], rows[at + 1]
    return following[0].y - row[0].y < 2.5 * row[0].size and row[0].cells < 3 * _PROSE


def cells(rows: Sequence[Row]) -> list[list[str]]:
    """Return the texts of a table by its columns: pieces below each other are in one."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((one.left, one.right) for row in rows if len(row) > 1 for one in row):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    lines: list[list[str]] = []
    for at, row in enumerate(rows):
        beside = at > 0 and row[0].y - rows[at - 1][0].y < _HALF * row[0].size
        line = lines.pop() if beside else [""] * len(columns)
        for one in row:
            column = max(range(len(columns)), key=lambda column: _shared(one, columns[column]))
            line[column] = f"{line[column]} {one.text}".strip()
        lines.append(line)
    return lines


def _shared(piece: Piece, column: tuple[float, float]) -> float:
    """Return how far a piece stands in a column; negative by its distance."""
    return min(piece.right, column[1]) - max(piece.left, column[0])
