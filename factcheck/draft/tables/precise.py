"""Changes and shares that prose tells so precisely that hardly any other two cells of its tables come to them.

A sentence seldom has the label of a line word for word. Where its number has digits enough, some words in common will
do: of all pairs of cells that these leave, so few agree by chance that the one that does is meant.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from factcheck.draft.tables.figure import Figure
from factcheck.draft.tables.grid import Grid, Line
from factcheck.draft.tables.labels import says, words_of
from factcheck.draft.tables.ways import Told, Way

_DIGITS = 3
_LEAST = 0.01
"""How many pairs may agree by chance, at most."""
_DENSITY = 0.2
"""Of all pairs of cells so many come to a share or a change between a number and one *e* times as large: shares and
changes spread over two powers of ten."""
_LABELS = 4
"""So many labels that have words of a sentence are looked at, those that have most first."""
_HALF = 2
_MOST_CELLS = 12


class _Row(NamedTuple):
    grid: Grid
    line: Line
    words: frozenset[str]


class Rows:
    """The lines of all tables of a text, by each word of their labels."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        """Index the lines by all words of their labels."""
        self.by_word: dict[str, list[_Row]] = {}
        for grid in grids:
            for line in grid.lines:
                words = frozenset(words_of(line.label))
                if line.figures:
                    for word in words:
                        self.by_word.setdefault(word, []).append(_Row(grid, line, words))

    def like(self, text: str) -> list[list[_Row]]:
        """Return the lines of the labels that have half of their words in a sentence, by label, the likest first."""
        spoken = frozenset(words_of(text))
        found: dict[frozenset[str], list[_Row]] = {}
        for row in (row for word in sorted(spoken) for row in self.by_word.get(word, ())):
            same = found.setdefault(row.words, [])
            if _HALF * len(row.words & spoken) >= len(row.words) and row not in same:
                same.append(row)
        ranked = sorted(found, key=lambda words: (-len(words & spoken), len(words - spoken), sorted(words)))
        return [found[words] for words in ranked if found[words]][:_LABELS]


def precise(told: Told, text: str, rows: Rows) -> Way | None:
    """Return the change or the share of two cells that a percentage of a sentence tells; None where chance would do."""
    if told.digits < _DIGITS or not told.value:
        return None
    groups = rows.like(text)
    ways: list[Way] = []
    if says(text, "change"):
        ways += (way for group in groups for way in _changes(group))
    if says(text, "share"):
        ways += _shares(groups)
    step = told.item.mention.number.step
    if not ways or len(ways) * _DENSITY * float(step / abs(told.value)) > _LEAST:
        return None
    return next((way for way in ways if told.agrees(way)), None)


def _changes(group: Sequence[_Row]) -> Iterator[Way]:
    """Yield the changes between two cells of a line, and between those of one column in two lines of a label."""
    for _, line, _ in group:
        for pair in permutations(list(line.figures.values())[:_MOST_CELLS], 2):
            yield from _change(pair, line.label)
    for one, other in combinations(group, 2):
        if one.line.size == other.line.size:
            for at in sorted(one.line.figures.keys() & other.line.figures.keys()):
                cells = one.line.figures[at], other.line.figures[at]
                yield from _change(cells, one.line.label)
                yield from _change(cells[::-1], one.line.label)


def _change(pair: Sequence[Figure], label: str) -> Iterator[Way]:
    """Yield the change from one cell to another; a loss in brackets that grows is one that rises."""
    if all(one.value < 0 for one in pair):
        pair = [one._replace(value=-one.value) for one in pair]
    before, after = pair
    if before.value > 0 and after.value > 0 and before.value != after.value and before.unit == after.unit == "":
        yield Way("percent-change", "change", (before, after), (label, label))


def _shares(groups: Sequence[Sequence[_Row]]) -> Iterator[Way]:
    """Yield the shares of a line in another of the same table, column by column."""
    for first, second in permutations(groups, 2):
        for part in first:
            for whole in second:
                if part.grid is whole.grid and part.line.size == whole.line.size:
                    yield from _of_columns(part.line, whole.line)


def _of_columns(part: Line, whole: Line) -> Iterator[Way]:
    for at in sorted(part.figures.keys() & whole.figures.keys()):
        one, other = part.figures[at], whole.figures[at]
        if other.value > one.value > 0 and one.unit == other.unit == "":
            yield Way("share", "share", (one, other), (part.label, whole.label))
