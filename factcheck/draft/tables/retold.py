"""What prose says of a table below or above it: a cell told again, a change between two of its columns.

A line is meant whose label stands in the sentence, the longest first; its columns are those of the periods that the
sentence names. What a cell says is verified if it agrees. It is asked about where the whole of what the sentence speaks
of is the label, and no line of such a label agrees; it is never called wrong, since a sentence may speak of another
place, another source or another part than the table, in words that no table knows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, permutations
from typing import NamedTuple

from factcheck.draft.equations.particular.exchange import currency_of
from factcheck.draft.equations.proposal import Proposal
from factcheck.draft.tables.figure import PERCENT, Figure
from factcheck.draft.tables.grid import Grid, Line
from factcheck.draft.tables.labels import says, words_of
from factcheck.draft.tables.precise import Rows, precise
from factcheck.draft.tables.ways import Told, Way
from factcheck.draft.text.passage import Item, Passage, Sentence
from factcheck.source import Span

_PERIOD = re.compile(r"(?:(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}),?\s?)?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_SURE_DIGITS = 3
"""A number of so many digits agrees with others hardly by chance; one of fewer needs a sentence of few words."""
_REST = 2
_BOUNDS = frozenset({"more", "less", "least", "most", "some"})
_SCALES = (1, 1_000, 1_000_000)
"""What a table may count in."""
_PAIR = 2
_READINGS = 8
_POINT = "percentage point"
_LINES = 6
"""So many lines of which a sentence speaks are held against each other."""
_MOST = 200
"""So many pairs of cells are tried for a number."""


class Known(NamedTuple):
    """A line of a table that a sentence speaks of, by how many words, and what else the sentence speaks of.

    ``rest`` are the words that are neither in the label nor names.
    """

    grid: Grid
    line: Line
    words: int
    rest: int


class Lines:
    """The lines of all tables of a text, by a word of their labels."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        """Index the lines by the first word of their labels in order of the alphabet."""
        self.by_word: dict[str, list[tuple[frozenset[str], Grid, Line]]] = {}
        for grid in grids:
            for line in grid.lines:
                words = frozenset(words_of(line.label))
                if words and line.figures:
                    self.by_word.setdefault(min(words), []).append((words, grid, line))

    def of(self, text: str) -> list[Known]:
        """Return the lines whose whole label stands in a sentence, those that tell most of it first."""
        spoken, plain = set(words_of(text)), set(words_of(text, names=False))
        found = [
            Known(grid, line, len(words), len(plain - words))
            for word in sorted(spoken)
            for words, grid, line in self.by_word.get(word, ())
            if words <= spoken
        ]
        return sorted(found, key=lambda one: -one.words)


def propose(passage: Passage, grids: Sequence[Grid]) -> Iterator[Proposal]:
    """Propose what the sentences of a text tell of its tables."""
    lines = Lines(grids)
    if not lines.by_word:
        return
    places = [Span(rows[0][0].start, rows[-1][-1].end) for rows in passage.tables if rows[0] and rows[-1]]
    rows = Rows(grids)
    for sentence in passage.sentences:
        if not sentence.items or any(one.start <= sentence.span.start < one.end for one in places):
            continue
        text = passage.text[slice(*sentence.span)]
        known = lines.of(text)
        for item in sentence.items:
            found = list(_of_item(passage, sentence, item, known)) if known else []
            yield from found or _precise(item, text, rows)


def _precise(item: Item, text: str, rows: Rows) -> Iterator[Proposal]:
    number = item.mention.number
    if not item.is_percent or number.nominal is None or number.span is not None or number.hedge in _BOUNDS:
        return
    told = Told(item, _sign(text))
    way = precise(told, text, rows) if number.step > 0 else None
    if way is not None:
        yield Proposal(way.kind, item.mention.span, (told.candidate(way),), voice="verify")


def _of_item(passage: Passage, sentence: Sentence, item: Item, known: Sequence[Known]) -> Iterator[Proposal]:
    text = passage.text[slice(*sentence.span)]
    number = item.mention.number
    if number.nominal is None or number.span is not None or number.hedge in _BOUNDS or number.step <= 0:
        return
    best = [one for one in known if one.words == known[0].words]
    told = Told(item, _sign(text))
    if item.is_percent:
        ways = _some(_changes(best, _periods(text))) if says(text, "change") else []
        found = _verified(told, ways, best[0]) or _verified(told, _some(_shares(known)), best[0])
        sure = found is None and bool(ways) and _is_sure(sentence, best[0], ways)
        if sure and not any(told.is_cut(way) for way in ways):
            yield Proposal(ways[0].kind, item.mention.span, tuple(map(told.candidate, ways[:_READINGS])), voice="ask")
    elif item.mention.measure.name == _POINT:
        ways = _some(_changes(best, _periods(text), points=True)) if says(text, "change") else []
        found = _verified(told, ways, best[0])
    elif currency_of(item):
        ways = _some(_amounts(known, best, _periods(text), changes=says(text, "change")))
        found = _verified(told, ways, best[0])
    else:
        found = None
    if found is not None:
        yield Proposal(found.kind, item.mention.span, (told.candidate(found),), voice="verify")


def _some(ways: Iterator[Way]) -> list[Way]:
    """Return the ways, but for those beyond one more than is tried."""
    return list(islice(ways, _MOST + 1))


def _is_sure(sentence: Sentence, best: Known, ways: Sequence[Way]) -> bool:
    """Whether the words leave no choice: the sentence speaks of a line alone, of two periods, and tells one share."""
    return not best.rest and all(way.sure for way in ways) and _is_alone(sentence)


def _verified(told: Told, ways: Sequence[Way], best: Known) -> Way | None:
    """Return a way that agrees with a number, where it is long or the words of the sentence few."""
    if len(ways) > _MOST or (told.digits < _SURE_DIGITS and best.rest > _REST):
        return None
    return next((way for way in ways if told.agrees(way)), None)


def _changes(best: Sequence[Known], periods: Sequence[tuple[str, ...]], *, points: bool = False) -> Iterator[Way]:
    """Yield the changes of a line between two columns, in per cent, or of percentages in ``points``."""
    kind, how = ("percentage-points", "points") if points else ("percent-change", "change")
    for one in best:
        for before, after, sure in _pairs(one, periods, unit=PERCENT if points else ""):
            yield Way(kind, how, (before, after), (one.line.label,) * 2, sure)


def _shares(known: Sequence[Known]) -> Iterator[Way]:
    """Yield the shares of one line in another of a table, column by column."""
    for part, whole in permutations(known[:_LINES], _PAIR):
        if part.grid is whole.grid and part.line.size == whole.line.size:
            for at, one in part.line.figures.items():
                other = whole.line.figures.get(at)
                if other is not None and other.value > one.value > 0 and one.unit == other.unit == "":
                    yield Way("share", "share", (one, other), (part.line.label, whole.line.label))


def _amounts(
    known: Sequence[Known], best: Sequence[Known], periods: Sequence[tuple[str, ...]], *, changes: bool
) -> Iterator[Way]:
    """Yield the cells of a line, what it changed by, and what two lines are together or apart; in each scale."""
    for scale in _SCALES:
        for one in best:
            own = [figure for figure in one.line.figures.values() if not figure.dash and not figure.unit]
            yield from (Way("repeated", "cell", (figure,), (one.line.label,), scale=scale) for figure in own)
            pairs = _pairs(one, periods) if changes else ()
            labels = (one.line.label,) * 2
            yield from (Way("sum", "difference", (after, before), labels, scale=scale) for before, after, _ in pairs)
        for first, second in combinations(known[:_LINES], _PAIR):
            if first.grid is second.grid and first.line.size == second.line.size:
                for at in first.line.figures.keys() & second.line.figures.keys():
                    pair = first.line.figures[at], second.line.figures[at]
                    if all(one.value > 0 and not one.unit for one in pair):
                        yield Way("sum", "sum", pair, (first.line.label, second.line.label), scale=scale)


def _is_alone(sentence: Sentence) -> bool:
    """Whether a sentence has one share only."""
    return sum(one.is_percent for one in sentence.items) == 1


def _periods(text: str) -> list[tuple[str, ...]]:
    """Return the words of the dates and years of a text, in order of their years."""
    found = [(m["year"], *(m["day"] or "").replace(".", "").split()) for m in _PERIOD.finditer(text)]
    return sorted(dict.fromkeys(found), key=lambda one: one[0])


def _pairs(known: Known, periods: Sequence[tuple[str, ...]], unit: str = "") -> Iterator[tuple[Figure, Figure, bool]]:
    """Yield the figures of a line between which a change is told, the earlier first, and whether words name them."""
    cells = known.line.figures.items()
    figures = {at: one for at, one in cells if not one.dash and one.value > 0 and one.unit == unit}
    named = known.line.size == known.grid.usual
    heads = {at: _periods(known.grid.named(at)) for at in figures if named}
    if len(periods) > 1:
        before, after = ([at for at in heads if _is_of(periods[end], heads[at])] for end in (0, -1))
        if before and len(before) == len(after) and before != after:
            for first, second in zip(before, after, strict=True):
                yield figures[first], figures[second], True
        return
    if len(figures) == _PAIR:
        for first, second in permutations(figures, _PAIR):
            yield figures[first], figures[second], False


def _is_of(period: tuple[str, ...], heads: Sequence[tuple[str, ...]]) -> bool:
    """Whether words above a column name a period: its year, and the day where both have one."""
    return any(head[0] == period[0] and (len(head) == 1 or len(period) == 1 or head == period) for head in heads)


def _sign(text: str) -> int:
    """Return which way a sentence says that it went: 1 up, -1 down, 0 where it does not say."""
    up, down = says(text, "up"), says(text, "down")
    if up == down:
        return 0
    return 1 if up else -1
