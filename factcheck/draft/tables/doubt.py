"""What excuses a total that its parts do not come to: cells that are held back, rounding that nobody tells of."""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction

from factcheck.draft.equations.proposal import Voice
from factcheck.draft.tables.figure import Figure
from factcheck.draft.tables.grid import Grid
from factcheck.draft.tables.labels import is_inexact
from factcheck.draft.tables.total import SURE_SLIP, Sum, Term
from factcheck.draft.text.passage import Passage
from factcheck.prose.view import Row

_MONEY = re.compile(r"[$€£¥￥₹₩%％‰]|\b[A-Z]{3}\b")  # noqa: RUF001 - wide signs
_BEFORE = 300
"""So much of the paragraph before a table is looked at."""
_NO_WORD = re.compile(r"\W+\Z")
_NOTED = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]|\^\w\b")
_WHOLE = 100
"""The per cent of the whole."""
_FEW = 10
"""By fewer steps a total may be off for a small part that was left out, and look like a slip in its last digit."""
_SHORT = 100
"""A number of two digits is a slip away from many others."""
_ROUND = (5, 3)
"""Counts are rounded to multiples of these, so that nobody may be told from them."""


def voice_of(grid: Grid, found: Sum, column: int, own: Sequence[Term], *, slip: bool) -> Voice | None:
    """Return what may be said of a total that is a slip, or more, away from its parts; None where it may be right."""
    total = grid.lines[found.total].figures[column]
    added = sum((one.sign * one.figure.value for one in own), Fraction(0))
    off = abs(abs(total.value) - abs(added))
    numbers = [total, *(one.figure for one in own)]
    known = {one.line for one in own}
    if _is_held_back(grid, found, column, known, small=off <= _FEW * total.step) or off <= _rounding(numbers):
        return None
    sure = bool(found.held) or found.chance + found.slip <= SURE_SLIP
    long = abs(total.value) >= _SHORT * total.step and off >= _FEW * min(one.step for one in numbers)
    told = not total.unit or abs(added) == _WHOLE  # parts of 100 % may overlap
    return "accuse" if slip and sure and long and told else "ask"


def is_counted(passage: Passage, rows: Sequence[Row]) -> bool:
    """Whether a table may count people or things: neither it nor what is said before it is of money or rounding."""
    cells = [cell for row in rows for cell in row]
    first, last = min(cell.start for cell in cells), max(cell.end for cell in cells)
    before = passage.text[max(0, first - _BEFORE) : first].rstrip().rpartition("\n")[2]
    said = f"{before} {passage.text[first:last]}"
    return _MONEY.search(said) is None and not is_inexact(said)


def is_marked(label: str) -> bool:
    """Whether a label has the mark of a footnote, which may tell of another basis."""
    return _NOTED.search(label) is not None


def is_small(relation_inputs: Sequence[Figure], signs: Sequence[int], total: Figure) -> bool:
    """Whether a sum across is missed by little, as where a part was left out."""
    added = sum((sign * one.value for one, sign in zip(relation_inputs, signs, strict=True)), Fraction(0))
    return abs(added - total.value) < _FEW * total.step


def _is_held_back(grid: Grid, found: Sum, column: int, known: Collection[int], *, small: bool) -> bool:
    """Whether a part is not told: a cell of words or none, a line of dots; a dash, where little is missing."""
    for at in range(min(found.total, *found.parts), max(found.total, *found.parts)):
        line = grid.lines[at]
        figure = line.figures.get(column)
        if not line.figures and line.label and _NO_WORD.match(line.label):
            return True
        if at in found.parts and at not in known and (figure is None or (figure.dash and small)):
            return True
    return False


def _rounding(numbers: Sequence[Figure]) -> Fraction:
    """Return by how much numbers that end in zeros, or are all multiples of some, may miss their total."""
    steps = [max(1, int(abs(one.value) / one.step)) for one in numbers]
    least = next((n for n in _ROUND if all(step % n == 0 for step in steps)), 1)
    finest = min(one.step for one in numbers)
    width = sum(max(least, _zeros(step)) for step in steps) if least > 1 or _is_rounded(steps) else 0
    return finest * width / 2


def _is_rounded(steps: Sequence[int]) -> bool:
    """Whether the larger half of some numbers ends in zeros."""
    ordered = sorted(steps)[len(steps) // 2 :]
    return all(step % 10 == 0 for step in ordered)


def _zeros(step: int) -> int:
    """Return the power of ten that a number is a multiple of."""
    shown = str(step)
    return int(10 ** (len(shown) - len(shown.rstrip("0"))))
