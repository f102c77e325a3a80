"""Columns that follow from others: sums across, differences, changes in per cent, shares, quotients.

What a column is shows in its lines: a relation that holds in nearly all of them is meant, and no word need say so.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import log
from typing import Literal, NamedTuple

from factcheck.draft.tables.digits import DIGITS, POINT, is_slip, significant, slip_chance
from factcheck.draft.tables.figure import TIMES, Figure
from factcheck.draft.tables.grid import Grid
from factcheck.draft.tables.labels import says

Relation = Literal["total", "percent_change", "quotient", "share", "average"]
"""The rule that gives a column from others."""

_FEW = 2
"""In so many lines a relation has to hold at least."""
_CHANCE, _SURE = log(1e-3), log(1e-5)
"""How likely it may hold by chance in as many lines as it does, to be meant, and to call another number wrong."""
_VERY_SURE = log(1e-8)
"""The same, to tell a slip in a number of two digits."""
_TOLD = log(0.1)
"""How likely it may hold by chance where words say what the column is."""
_PERCENT = re.compile(r"[%％]")  # noqa: RUF001 - a wide sign
_TRIES = 30
"""So many ways are tried for a column."""
_PAIR = 2
_WIDE = 12
"""So many neighbouring columns are added up, or all from the first two on."""
_LAST = 3
"""A quotient is off by more steps of its last digit than a number that was cut off, or of a basis a little other."""
_SHARE, _TOLD_SHARE = 0.8, 0.6
"""In so many of all lines; fewer will do where words say what the column is."""
_FAR = 6
"""Columns so far to the left are tried."""
_HALF = Fraction(1, 2)
_WHOLE = 100
"""The per cent of the whole."""


class Inputs(NamedTuple):
    """The figures that give another, each with its sign where they are added up."""

    figures: tuple[Figure, ...]
    signs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that follows from others in each line: the inputs of lines where it does, nearly, by a slip, not at all.

    ``off`` counts the last two.
    """

    at: int
    relation: Relation
    over: frozenset[int]
    """The columns that take part, its own among them."""
    held: Mapping[int, Inputs]
    near: Mapping[int, Inputs]
    slipped: Mapping[int, Inputs]
    missed: Mapping[int, Inputs]
    off: int
    """In how many lines it does not."""
    chance: float
    """The logarithm of how likely it holds in so many lines by chance."""
    slip: float
    """The same of how likely so many numbers are a slip away by chance."""

    told: bool = False
    """Whether the words above the column say what it is."""

    @property
    def is_meant(self) -> bool:
        """Whether it holds in so many lines that chance does not bring it about."""
        holds = len(self.held)
        few = holds >= _FEW and self.chance <= (_TOLD if self.told else _CHANCE)
        share = _TOLD_SHARE if self.told else _SHARE
        return (few or self.is_sure) and holds >= share * (holds + self.off - len(self.slipped))

    @property
    def is_asked(self) -> bool:
        """Whether one asks about a number that is something else altogether."""
        of_two = self.relation != "share" and all(len(one.figures) == _PAIR for one in self.held.values())
        of_two = of_two or self.relation == "average"
        return (
            self.told
            and of_two
            and len(self.held) > _FEW
            and self.chance <= _CHANCE
            and self.off <= 1 + len(self.held) // 10
        )

    def is_telling(self, line: int, figure: Figure) -> bool:
        """Whether another number would have been noticed in a line, so that it says something that this one holds."""
        steps = max(1, round(abs(figure.value) / figure.step))
        chance = self.chance + _surprise(self.relation, self.held[line], figure)
        if self.told and len(self.held) > _FEW:
            return chance <= _TOLD
        return len(self.held) > 1 and chance + log(slip_chance(steps)) <= _SURE and _is_long(steps, chance)

    @property
    def is_sure(self) -> bool:
        """Whether the number of another line may be called wrong."""
        holds = len(self.held)
        chance = _CHANCE if self.told and holds > _FEW else _SURE
        return holds > 0 and self.chance + self.slip <= chance and self.off <= 1 + holds // 10


def _is_long(steps: int, chance: float) -> bool:
    """Whether a number has digits enough for a slip to be told from another number."""
    return steps >= DIGITS or (steps >= POINT and chance <= _VERY_SURE)


Take = Callable[[Mapping[int, Figure]], Inputs | None]
"""Takes the inputs out of the figures of a line, where all are there."""


def columns(grid: Grid) -> Iterator[Column]:
    """Yield, for each column, what gives it from others in most lines."""
    lines = [line.figures if line.size == grid.usual else {} for line in grid.lines]
    if sum(1 for line in lines if len(line) > 1) < _FEW:
        return
    found = [best for at in range(grid.columns) if (best := _best(at, grid, lines))]
    seen: set[frozenset[int]] = set()
    for one in sorted(found, key=lambda one: (not one.told, -one.at)):
        if one.relation != "total" or one.over not in seen:  # a = b + c is no other equation than c = a - b
            seen.add(one.over)
            yield one


def _is_told(way: "_Way", name: str, *, multiples: bool) -> bool:
    """Whether the words above a column say that it is a total, a change, a share, or its cells that it is multiples."""
    if way.relation == "quotient":
        return multiples
    if way.relation == "average":
        return says(name, "average")
    percent = way.relation in {"percent_change", "share"} and _PERCENT.search(name) is not None
    return percent or says(name, "total" if way.adds else "share" if way.relation == "share" else "change")


def _best(at: int, grid: Grid, lines: Sequence[Mapping[int, Figure]]) -> Column | None:
    """Return what a column follows from in most lines."""
    name = grid.named(at)
    multiples = any(line[at].measure == TIMES for line in lines if at in line)
    tried = (
        replace(_column(at, way, lines), told=_is_told(way, name, multiples=multiples))
        for way in _ways(at, lines, grid.columns, averaged=says(name, "average") and not says(name, "weighted"))
    )
    known = (one for one in tried if one.is_meant)
    return max(known, key=lambda one: (one.told, len(one.held), -one.off), default=None)


def _ways(at: int, lines: Sequence[Mapping[int, Figure]], width: int, *, averaged: bool) -> Iterator["_Way"]:
    """Yield the ways in which a column may follow from those beside it; ``averaged``: it is called an average."""
    own = [line[at] for line in lines if at in line]
    before = range(max(0, at - _FAR), at)
    if sum(bool(one.unit) for one in own) > len(own) // 2:
        yield from (_pair("percent_change", a, b) for a in before for b in before if a != b)
        whole = next((line for line in lines if at in line and line[at].unit and line[at].value == _WHOLE), None)
        yield from (_of_whole(a, whole[a]) for a in before if whole is not None and a in whole)
    else:
        yield from (_run(first, at) for first in range(at - 1) if first < _PAIR or at - first <= _WIDE)
        yield from (_run(at + 1, last + 1) for last in range(at + 2, min(width, at + 1 + 2 * _FAR)))
        yield from (_pair("total", a, b, (1, -1)) for a in before for b in before if a != b)
    yield from (_pair("quotient", a, b) for a in before for b in before if a != b)
    if averaged:
        yield from (_run(first, at)._replace(relation="average", adds=False) for first in range(min(_PAIR, at - 1)))


class _Way(NamedTuple):
    """A relation, the columns that it is over, and what takes its inputs out of a line."""

    relation: Relation
    over: frozenset[int]
    take: Take
    adds: bool = False
    """Whether all columns are added."""


def _run(first: int, end: int) -> _Way:
    """Return neighbouring columns, to be added up."""

    def take(line: Mapping[int, Figure]) -> Inputs | None:
        own = tuple(line[at] for at in range(first, end) if at in line)
        return Inputs(own, (1,) * len(own)) if len(own) > 1 else None

    return _Way("total", frozenset(range(first, end)), take, adds=True)


def _pair(relation: Relation, first: int, second: int, signs: tuple[int, int] = (1, 1)) -> _Way:
    """Return two columns."""

    def take(line: Mapping[int, Figure]) -> Inputs | None:
        return Inputs((line[first], line[second]), signs) if first in line and second in line else None

    return _Way(relation, frozenset((first, second)), take)


def _of_whole(column: int, whole: Figure) -> _Way:
    """Return a column and the figure of it that is 100 %."""

    def take(line: Mapping[int, Figure]) -> Inputs | None:
        return Inputs((line[column], whole), (1, 1)) if column in line else None

    return _Way("share", frozenset((column,)), take)


def _column(at: int, way: _Way, lines: Sequence[Mapping[int, Figure]]) -> Column:
    relation, over, take, _ = way
    wide = sum(any(column in line for line in lines) for column in over)
    held: dict[int, Inputs] = {}
    near: dict[int, Inputs] = {}
    slipped: dict[int, Inputs] = {}
    missed: dict[int, Inputs] = {}
    off, chance = 0, log(_TRIES)
    for number, line in enumerate(lines):
        figure = line.get(at)
        if figure is None or figure.dash:
            continue
        inputs = take(line)
        if inputs is None or not _is_telling(relation, inputs, figure):
            continue
        fits = _fit(relation, inputs, figure)
        if fits == "held":
            held[number] = inputs
            chance -= _surprise(relation, inputs, figure)
        elif fits == "near":
            near[number] = inputs
        else:
            off += 1
            if way.adds and len(inputs.figures) < wide:
                continue  # a cell that is not told
            if fits == "slip":
                slipped[number] = inputs
            elif not _is_near(relation, inputs, figure):
                missed[number] = inputs
        if off > _LAST and off > len(held):
            break
    short = [number for number in slipped if not _is_long(_steps(lines[number][at]), chance)]
    missed |= {
        number: slipped[number] for number in short if not _is_near(relation, slipped[number], lines[number][at])
    }
    slipped = {number: inputs for number, inputs in slipped.items() if number not in short}
    slip = sum(log(slip_chance(max(1, _steps(lines[one][at])))) for one in slipped)
    return Column(at, relation, over | {at}, held, near, slipped, missed, off, chance, slip)


def _steps(figure: Figure) -> int:
    return round(abs(figure.value) / figure.step)


def _is_near(relation: Relation, inputs: Inputs, figure: Figure) -> bool:
    """Whether a number may be right for another reason: an average, another sign, what was rounded elsewhere."""
    if relation == "average":
        return _fit(relation, inputs, figure) == "near"
    return _is_between(inputs, figure) or _is_close(relation, inputs, figure)


def _is_close(relation: Relation, inputs: Inputs, figure: Figure) -> bool:
    """Whether a number is off by its sign only, or by so little as one that was made to add up to 100 %."""
    if relation == "total":
        added = sum((sign * one.value for one, sign in zip(inputs.figures, inputs.signs, strict=True)), Fraction(0))
        return added == -figure.value
    low, high = _ends(relation, inputs, figure)
    return low - _LAST * figure.step < figure.value < high + _LAST * figure.step


def _ends(relation: Relation, inputs: Inputs, figure: Figure) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest value that a relation of two numbers comes to."""
    low, high = _quotients(inputs, percent=bool(figure.unit))
    return (low - _WHOLE, high - _WHOLE) if relation == "percent_change" else (low, high)


def _is_between(inputs: Inputs, figure: Figure) -> bool:
    """Whether a number is no greater than the greatest of some, and no less than the least: perhaps their average."""
    sizes = [abs(one.value) for one in inputs.figures]
    return len(sizes) > 1 and min(sizes) <= abs(figure.value) <= max(sizes)


def _is_telling(relation: Relation, inputs: Inputs, figure: Figure) -> bool:
    """Whether a relation says something of a line: of no zeros, of no percentages that are added to other numbers."""
    values = [one.value for one in inputs.figures]
    units = {one.unit for one in inputs.figures}
    measures = {one.measure for one in inputs.figures}
    if len(measures) > 1 or TIMES in measures or (relation == "total" and measures != {figure.measure}):
        return False
    if relation == "average":
        return units == {figure.unit} and measures == {figure.measure} and len(set(values)) > 1
    if relation == "total":
        return units == {figure.unit} and sum(value != 0 for value in values) > 1 and figure.value != 0
    if len(units) > 1:
        return False
    first, second = values
    if relation == "percent_change":
        return not inputs.figures[0].unit and first > 0 and second > 0 and first != second
    return first != 0 and second not in {0, 1} and first != second


def _fit(relation: Relation, inputs: Inputs, figure: Figure) -> Literal["held", "near", "slip", "off"]:
    """Return how well a figure agrees with what its inputs come to."""
    if relation == "total":
        return _fit_total(inputs, figure)
    if relation == "average":
        return _fit_average(inputs, figure)
    low, high = _ends(relation, inputs, figure)
    half = figure.step / 2
    if low <= figure.value + half and figure.value - half <= high:
        return "held" if high - low <= 2 * half + abs(low + high) / 20 else "near"
    if any(low * by <= figure.value + half and figure.value - half <= high * by for by in (10, Fraction(1, 10))):
        return "slip"
    stated, middle = round(figure.value / figure.step), round((low + high) / 2 / figure.step)
    return "slip" if abs(stated - middle) >= _LAST and is_slip(stated, middle) else "off"


def _surprise(relation: Relation, inputs: Inputs, figure: Figure) -> float:
    """Return how little one expects a figure to agree by chance, as a logarithm: of so many steps it is written."""
    written = round(abs(figure.value) / figure.step)
    steps = written if figure.step < 1 else significant(written)
    if relation == "total":
        return log(max(1, steps))
    if relation == "average":
        values = [one.value for one in inputs.figures]
        return log(max(1.0, float((max(values) - min(values)) / figure.step)))
    least = min(abs(one.value) / one.step for one in inputs.figures)
    return log(max(1, min(steps, float(least) / 2)))


def _fit_total(inputs: Inputs, figure: Figure) -> Literal["held", "near", "slip", "off"]:
    added = sum((sign * one.value for one, sign in zip(inputs.figures, inputs.signs, strict=True)), Fraction(0))
    if added == figure.value:
        return "held"
    step = max(figure.step, *(one.step for one in inputs.figures))
    if abs(added - figure.value) <= step * (len(inputs.figures) + 1) / 2:
        return "near"
    finest = min(figure.step, *(one.step for one in inputs.figures))
    return "slip" if is_slip(int(figure.value / finest), int(added / finest), int(step / finest)) else "off"


def _fit_average(inputs: Inputs, figure: Figure) -> Literal["held", "near", "slip", "off"]:
    values = [one.value for one in inputs.figures]
    off = abs(sum(values, Fraction(0)) / len(values) - figure.value)
    if 2 * off <= figure.step:
        return "held"
    return "near" if off <= figure.step + max(one.step for one in inputs.figures) else "off"


def _quotients(inputs: Inputs, *, percent: bool) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest quotient of two rounded numbers, in per cent where that is asked for."""
    first, second = inputs.figures
    scale = 100 if percent and not first.unit else 1
    ends = [
        (first.value + a * first.step * _HALF) / (second.value + b * second.step * _HALF) * scale
        for a in (-1, 1)
        for b in (-1, 1)
        if second.value + b * second.step * _HALF
    ]
    return min(ends), max(ends)
