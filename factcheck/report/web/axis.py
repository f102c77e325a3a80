"""An axis for values: where each stands, linear or logarithmic, and marks with round numbers. Days count as numbers."""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from factcheck.frozen import dataclass

LOGARITHMIC_FROM = 20
"""From this factor between the largest and the smallest value on, steps are factors."""

_MARGIN, _OPEN_MARGIN = 0.08, 0.2
_MARKS, _STEPS = 4, 6
_ROUND = (1, 2, 5)
_DAYS_A_YEAR = 365.2425
_MONTHS = (range(1, 2), range(1, 13, 3), range(1, 13))
_ENOUGH = 3


def is_date(text: str) -> bool:
    """Whether the report writes a day."""
    return text.startswith("day ") or (text[4:5] == "-" and text[:4].isdigit())


def number(text: str) -> float:
    """Return a number or a day of the report as a number to draw."""
    if text.startswith("day "):
        return float(text[4:])
    return float(date.fromisoformat(text).toordinal()) if is_date(text) else float(text)


_POWERS = 305
"""Nothing is drawn beyond this power of ten, nor below its reverse: floats end there."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of numbers; ``start`` and ``end`` are logarithms where ``factors`` is true."""

    start: float
    end: float
    factors: bool = False

    def at(self, value: float) -> float:
        """Return where a value stands, in per cent of the width."""
        return 100 * (self._scaled(value) - self.start) / (self.end - self.start)

    def _scaled(self, value: float) -> float:
        return math.log10(value) if self.factors else value

    def marks(self) -> list[float]:
        """Return some round numbers on it."""
        return thinned(self._factor_marks() if self.factors else self._even_marks())

    def day_marks(self) -> list[float]:
        """Return some days on it: first days of years or months where it is long, else evenly spaced ones."""
        for months in _MONTHS:
            inside = [day for day in self._firsts(months) if self.start <= day <= self.end]
            if len(inside) >= _ENOUGH:
                return thinned(inside)
        return thinned([float(round(mark)) for mark in self._even_marks()])

    def _firsts(self, months: range) -> Iterator[float]:
        """Yield the first days of some months of each year."""
        for year in range(_year(self.start), _year(self.end) + 1):
            yield from (float(date(year, month, 1).toordinal()) for month in months)

    def _even_marks(self) -> list[float]:
        raw = (self.end - self.start) / _STEPS
        unit = 10.0 ** math.floor(math.log10(raw))
        step = next((unit * n for n in _ROUND if unit * n >= raw), unit * 10)
        first, last = math.ceil(self.start / step), math.floor(self.end / step)
        return [n * step for n in range(first, last + 1)]

    def _factor_marks(self) -> list[float]:
        decades = range(math.floor(self.start), math.ceil(self.end) + 1)
        tens = [10.0**n for n in decades if self.start <= n <= self.end]
        if len(tens) >= _ENOUGH:
            return tens
        finer = [n * 10.0**power for power in decades for n in _ROUND]
        return [mark for mark in finer if self.start <= math.log10(mark) <= self.end]


def _year(day: float) -> int:
    return min(max(int(day / _DAYS_A_YEAR) + 1, 1), date.max.year)


def thinned(marks: Sequence[float]) -> list[float]:
    """Return marks at equal steps, at most as many as there is room for."""
    return list(marks[:: -(-len(marks) // _MARKS) or 1])


def axis(values: Iterable[float], *, open_below: bool, open_above: bool, days: bool) -> Axis | None:
    """Return an axis that shows all values, with room for arrows where ends are open; None where that cannot be."""
    found = sorted(set(values))
    if not found or not all(math.isfinite(value) for value in found):
        return None
    factors = not days and found[0] > 0 and found[-1] / found[0] >= LOGARITHMIC_FROM
    ends = [math.log10(value) if factors else value for value in (found[0], found[-1])]
    width = ends[1] - ends[0] or max(abs(ends[0]) * _MARGIN, 1 if days or not found[0] else 0)
    start = ends[0] - width * (_OPEN_MARGIN if open_below else _MARGIN)
    end = ends[1] + width * (_OPEN_MARGIN if open_above else _MARGIN)
    farthest = _POWERS if factors else 10.0**_POWERS
    drawable = _apart(start, end) and max(-start, end) < farthest and end - start > 10.0**-_POWERS
    return Axis(start, end, factors) if drawable else None


def _apart(*ends: float) -> bool:
    """Whether there are enough different numbers between two to draw on."""
    return all(math.isfinite(end) for end in ends) and all(b - a > abs(b) * 1e-12 for a, b in pairwise(ends))
