"""The ways in which prose comes to a number of a table: a cell, a change, a share, a sum, a difference of two."""

from collections.abc import Callable
from fractions import Fraction
from math import trunc
from typing import NamedTuple

from factcheck.draft.equations.literal import digits, unit_text
from factcheck.draft.equations.proposal import Candidate, Given
from factcheck.draft.tables.figure import PERCENT, Figure
from factcheck.draft.text.passage import Item
from factcheck.prose.jsonl import decimal


def _range(one: Figure) -> tuple[Fraction, Fraction]:
    return one.value - one.step / 2, one.value + one.step / 2


def _cell(one: Figure) -> tuple[Fraction, Fraction]:
    return _range(one)


def _added(first: Figure, second: Figure) -> tuple[Fraction, Fraction]:
    (a, b), (c, d) = _range(first), _range(second)
    return a + c, b + d


def _left(first: Figure, second: Figure) -> tuple[Fraction, Fraction]:
    (a, b), (c, d) = _range(first), _range(second)
    return a - d, b - c


def _share(part: Figure, whole: Figure) -> tuple[Fraction, Fraction]:
    (a, b), (c, d) = _range(part), _range(whole)
    return (100 * a / d, 100 * b / c) if c > 0 else (Fraction(0), Fraction(0))


def _change_of(before: Figure, after: Figure) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest change in per cent between two rounded numbers."""
    low, high = _share(after, before)
    return low - 100, high - 100


def _points(before: Figure, after: Figure) -> tuple[Fraction, Fraction]:
    return _left(after, before)


_RANGES: dict[str, Callable[..., tuple[Fraction, Fraction]]] = {
    "change": _change_of, "share": _share, "cell": _cell, "sum": _added, "difference": _left, "points": _points,
}  # fmt: skip
_NAMES = {
    "change": ("before", "after"), "share": ("part", "whole"), "cell": ("first",), "sum": ("part_1", "part_2"),
    "difference": ("part_1", "part_2"), "points": ("before", "after"),
}  # fmt: skip
_SAYS = {
    "change": "percent_change(before=before, after=after)", "share": "share(part=part, whole=whole)", "cell": "first",
    "sum": "total(parts=[part_1, part_2])", "difference": "total(parts=[part_1, -part_2])",
    "points": "percentage_points(before=before, after=after)",
}  # fmt: skip
_SIGNED = frozenset({"change", "difference", "points"})


class Way(NamedTuple):
    """A way to come to a number: a rule or an expression over figures of a table."""

    kind: str
    says: str
    figures: tuple[Figure, ...]
    labels: tuple[str, ...]
    sure: bool = False
    scale: int = 1


class Told(NamedTuple):
    """A number of a sentence, and which way the sentence says that it went."""

    item: Item
    sign: int

    @property
    def value(self) -> Fraction:
        """The stated value."""
        return Fraction(self.item.mention.number.nominal or 0)

    @property
    def digits(self) -> int:
        """How many digits are written."""
        return len(str(abs(round(self.value / Fraction(self.item.mention.number.step)))).rstrip("0"))

    def ends(self, way: Way) -> tuple[Fraction, Fraction]:
        """Return the least and greatest value that a way comes to, told as the sentence tells it: a fall as such."""
        low, high = _RANGES[way.says](*way.figures)
        if self._falls(way):
            low, high = -high, -low
        return low * way.scale, high * way.scale

    def _falls(self, way: Way) -> bool:
        """Whether a number tells a fall by its size: by the words of its sentence, or where these do not say."""
        falls = self.sign < 0 if self.sign else _RANGES[way.says](*way.figures)[1] < 0
        return way.says in _SIGNED and falls and self.value > 0

    def agrees(self, way: Way) -> bool:
        """Whether the stated number is within what a way comes to."""
        low, high = self.ends(way)
        half = Fraction(self.item.mention.number.step) / 2
        return low <= self.value + half and self.value - half <= high

    def is_cut(self, way: Way) -> bool:
        """Whether a number is what a way comes to, with further digits cut off where they would have been rounded."""
        step = Fraction(self.item.mention.number.step)
        return any(trunc(end / step) * step == self.value for end in self.ends(way))

    def candidate(self, way: Way) -> Candidate:
        """Return the statement that a number is what a way comes to."""
        number = self.item.mention.number
        unit = " %" if self.item.is_percent else unit_text(self.item)
        falls = self._falls(way)
        names = _NAMES[way.says]
        own = PERCENT if way.says == "points" else "" if self.item.is_percent else unit
        given = tuple(
            Given(name, _literal(one, way.scale, own), one.span, label)
            for name, one, label in zip(names, way.figures, way.labels, strict=True)
        )
        sign = "-" if falls else ""
        stated = f"{digits(number)} ± {decimal(Fraction(number.step) / 2)}{unit}"
        return Candidate(f"{sign}{_SAYS[way.says]} = {stated}", given)


def _literal(one: Figure, scale: int, unit: str) -> str:
    return f"{decimal(one.value * scale) or '0'} ± {decimal(one.step * scale / 2)}{unit}"
