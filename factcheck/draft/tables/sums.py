"""Totals below their parts: which lines above a line add up to it, found by arithmetic with labels as evidence.

The lines above that no total has taken yet lie on a pile. A total takes some of the top of it, down from the last, and
lies on the pile in their place: that is how subtotals become parts of a grand total. What holds in few columns may do
so by chance, which is counted: of n sums that are tried one agrees with a total of m steps with n/m.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck.draft.tables.attempt import DEEP, Attempt, Pile
from factcheck.draft.tables.grid import Grid, Line
from factcheck.draft.tables.labels import Standing, is_less, standing_of
from factcheck.draft.tables.total import Sum


def sums(grid: Grid) -> Iterator[Sum]:
    """Yield the totals of a table with their parts, from top to bottom."""
    pile = Pile(grid, steps(grid), less=[is_less(line.label) for line in grid.lines])
    below = 0
    for at, line in enumerate(grid.lines):
        if at < below:
            continue
        if not line.figures:
            pile.close()
            continue
        attempt = Attempt(pile, at, standing_of(line.label))
        found = attempt.best() or _from_below(pile, at, attempt.standing)
        if found is not None and found.parts[0] > at:
            yield found
            pile.put(at)
            below = max(found.parts) + 1
        elif found is not None:
            yield replace(found, missed=attempt.missed(found))
            pile.take(len(found.parts), at)
        elif attempt.standing == "total" and pile.lines and pile.values[pile.lines[-1]] == pile.values[at]:
            pile.take(1, at)  # the total of a single line
        else:
            pile.put(at)
            if attempt.standing == "total":
                pile.close()


def _from_below(pile: Pile, at: int, standing: Standing) -> Sum | None:
    """Return the parts of a total that stands above them, where nothing stands above it."""
    if standing != "total" or pile.lines[pile.floors[-1] :]:
        return None
    grid = pile.grid
    end = next((n for n in range(at + 1, len(grid.lines)) if _ends(grid.lines[n])), len(grid.lines))
    lines = list(range(at + 1, min(end, at + 1 + DEEP)))
    found = Attempt(Pile(grid, pile.values, lines[::-1], less=pile.less), at, standing).best()
    return found if found is not None and found.held and found.added else None


def _ends(line: Line) -> bool:
    """Whether the parts of a total end here: at a heading, or another total."""
    return not line.figures or standing_of(line.label) == "total"


def steps(grid: Grid) -> list[Mapping[int, int]]:
    """Return the figures of each line as whole numbers of the finest step of the table."""
    finest = max((one.step.denominator for line in grid.lines for one in line.figures.values()), default=1)
    return [{at: int(one.value * finest) for at, one in line.figures.items()} for line in grid.lines]
