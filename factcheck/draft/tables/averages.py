"""Averages and medians below their numbers: what a label calls so, and the lines above it come to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log
from statistics import median
from typing import Literal

from factcheck.draft.tables.figure import Figure
from factcheck.draft.tables.grid import Grid, Line
from factcheck.draft.tables.labels import says, standing_of, starts

Middle = Literal["average", "median"]

_FEWEST = 3
"""Of so many numbers a middle is told at least."""
_MEANT, _SURE = log(0.1), log(1e-3)
"""How likely a number is the middle of others by chance, to be told, and to ask where another one is not."""


@dataclass(frozen=True, slots=True)
class Average:
    """A line that is the average or the median of lines above it: the figures of each column, where it holds or not."""

    line: int
    kind: Middle
    held: Mapping[int, tuple[Figure, ...]]
    missed: Mapping[int, tuple[Figure, ...]]


def averages(grid: Grid) -> Iterator[Average]:
    """Yield the averages and medians of a table that hold in some column, from top to bottom."""
    for at, line in enumerate(grid.lines):
        kind = _kind_of(line)
        parts = _parts(grid, at) if kind else []
        if kind and len(parts) >= _FEWEST:
            found = _average(grid, at, kind, parts)
            if found.held:
                yield found


def middle_of(kind: Middle, values: Sequence[Fraction]) -> Fraction:
    """Return the average or the median of numbers."""
    return median(values) if kind == "median" else sum(values, Fraction(0)) / len(values)


def _kind_of(line: Line) -> Middle | None:
    """Return what a label calls its line; a weighted average is of other numbers than those above it."""
    if not line.figures or says(line.label, "weighted"):
        return None
    return "median" if starts(line.label, "median") else "average" if starts(line.label, "average") else None


def _parts(grid: Grid, at: int) -> list[Line]:
    """Return the lines above a line that it may be the middle of: those above totals and the like, up to a heading."""
    found: list[Line] = []
    for line in reversed(grid.lines[:at]):
        special = standing_of(line.label) != "line" or starts(line.label, "beside")
        if not line.figures or (special and found):
            break
        if not special:
            found.insert(0, line)
    return found


def _average(grid: Grid, at: int, kind: Middle, parts: Sequence[Line]) -> Average:
    stated = grid.lines[at]
    held: dict[int, tuple[Figure, ...]] = {}
    rest: dict[int, tuple[Figure, ...]] = {}
    chance = 0.0
    for column, figure in stated.figures.items():
        own = tuple(line.figures[column] for line in parts if column in line.figures and line.size == stated.size)
        if len(own) < len(parts) or not _is_of_one(own, figure):
            continue
        values = [one.value for one in own]
        off = abs(middle_of(kind, values) - figure.value)
        if 2 * off <= figure.step:
            held[column] = own
            chance -= log(max(1.0, float((max(values) - min(values)) / figure.step)))
        elif off > max(one.step for one in (figure, *own)):
            rest[column] = own
    forms = {_form(own[0]) for own in held.values()}
    missed = {column: own for column, own in rest.items() if chance <= _SURE and _form(own[0]) in forms}
    return Average(at, kind, held if chance <= _MEANT else {}, missed)


def _is_of_one(own: Sequence[Figure], figure: Figure) -> bool:
    """Whether numbers and their middle count in one unit, and they differ."""
    units = {(one.unit, one.measure) for one in (*own, figure)}
    return len(units) == 1 and not any(one.dash for one in own) and len({one.value for one in own}) > 1


def _form(figure: Figure) -> tuple[str, str, Fraction]:
    return figure.unit, figure.measure, figure.step
