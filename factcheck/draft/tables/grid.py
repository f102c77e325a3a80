"""A table as lines with a label and figures in columns."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.draft.tables.figure import PERCENT, Figure, figure, is_closing, is_nothing, is_opening
from factcheck.draft.text.passage import Item, Passage
from factcheck.prose.view import WALL, Row
from factcheck.source import Span

MOST_ROWS = 2_000
MOST_CELLS = 128
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[-/–]\d{2,4})?(?:[EFAP]|年度?)?\Z")
_PERCENT = re.compile(r"(?<!\d)(?<!\d )[%％]")  # noqa: RUF001 - a wide sign; not of VAT 19 %
_FEWEST = 2
_BLANK = f" \t\r\n\u00a0\u3000{WALL}"


class Line(NamedTuple):
    """A row: its label, its figures and words by their columns.

    ``size`` is how many cells it has behind its label. Where the rows of a table differ in that, columns are known
    among lines of one size only.
    """

    label: str
    figures: dict[int, Figure]
    words: dict[int, str]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the lines of its head, those below, and how many columns of figures it has."""

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    columns: int
    usual: int
    """The size of most lines."""

    def column(self, at: int) -> Iterator[tuple[int, Figure]]:
        """Yield the figures of a column with the positions of their lines."""
        for position, line in enumerate(self.lines):
            if line.size == self.usual and at in line.figures:
                yield position, line.figures[at]

    def named(self, at: int) -> str:
        """Return the words that stand above a column."""
        return " ".join(filter(None, (self._word(line, at) for line in self.head)))

    def _word(self, line: Line, at: int) -> str:
        """Return the words of a line of the head above a column; the cell above the labels may be left out."""
        if line.size and line.size == self.usual - 1 and line.label:
            return line.label if at == 0 else line.words.get(at - 1, "")
        return line.words.get(at, "") if line.size == self.usual else ""


class _Field(NamedTuple):
    column: int
    text: str
    figure: Figure | None = None

    @property
    def is_year(self) -> bool:
        return _YEAR.match(self.text) is not None


def grid(passage: Passage, rows: Sequence[Row]) -> Grid | None:
    """Lay a table out; None where it has no two lines of figures."""
    rows = rows[:MOST_ROWS]
    fields = [list(_fields(passage, row[:MOST_CELLS])) for row in rows]
    even = len({len(row) for row in rows}) == 1
    lines: list[Line] = []
    for at, of in enumerate(fields):
        head = at == 0 if even else not any(line.figures for line in lines)
        lines.append(_line(of, even=even, head=head))
    sizes = Counter(line.size for line in lines if line.figures)
    if sum(sizes.values()) < _FEWEST:
        return None
    usual = sizes.most_common(1)[0][0]
    if not even:
        lines = [_without_notes(line, usual) for line in lines]
    top = next(at for at, line in enumerate(lines) if line.figures)
    columns = 1 + max(at for line in lines for at in line.figures)
    found = Grid(tuple(lines[:top]), tuple(lines[top:]), columns, usual)
    percent = frozenset(at for at in range(columns) if _PERCENT.search(found.named(at)))
    return replace(found, lines=tuple(_in_percent(line, percent) for line in found.lines)) if percent else found


def _in_percent(line: Line, columns: Collection[int]) -> Line:
    """Return a line with its figures in columns whose head has a sign of per cent as such."""
    figures = {
        at: one._replace(unit=PERCENT) if at in columns and not one.measure else one for at, one in line.figures.items()
    }
    return line._replace(figures=figures)


def _without_notes(line: Line, usual: int) -> Line:
    """Return a line without marks of footnotes in cells of their own, where it has too many cells by just these."""
    notes = [at for at, one in line.figures.items() if one.is_note]
    if not notes or line.size - len(notes) != usual:
        return line
    rest = [at for at in sorted({*line.figures, *line.words}) if at not in notes]
    figures = {new: line.figures[old] for new, old in enumerate(rest) if old in line.figures}
    words = {new: line.words[old] for new, old in enumerate(rest) if old in line.words}
    return line._replace(figures=figures, words=words, size=usual)


def _line(fields: Sequence[_Field], *, even: bool, head: bool) -> Line:
    """Return a line: its first field is the label, if it is words, or a year beside what is no year.

    ``head``: it may be of the head of the table, where years are no numbers.
    """
    first, rest = fields[:1], fields[1:]
    named = bool(first) and (first[0].figure is None or (first[0].is_year and not all(one.is_year for one in rest)))
    if even and first and first[0].column > 0:
        named = False
    if not named:
        first, rest = [], fields
    if (head or not named) and all(one.figure is None or one.is_year for one in rest):
        rest = [one._replace(figure=None) for one in rest]
    label = " ".join(one.text for one in first)
    if not even and any(one.figure for one in rest):
        while rest[0].figure is None:
            label, rest = f"{label} {rest[0].text}", rest[1:]
    places = [(one.column if even else at, one) for at, one in enumerate(rest)]
    figures = {at: one.figure for at, one in places if one.figure is not None}
    words = {at: one.text for at, one in places if one.figure is None}
    return Line(" ".join(label.replace(WALL, " ").split()), figures, words, 0 if even else len(rest))


def _fields(passage: Passage, row: Row) -> Iterator[_Field]:
    """Yield what stands in a row; signs in cells of their own belong to the number beside them."""
    text, before = passage.text, ""
    last: _Field | None = None
    for at, cell in enumerate(row):
        shown = text[cell.start : cell.end].strip(_BLANK)
        if not shown:
            continue
        if last is not None and last.figure is not None and is_closing(shown):
            last = last._replace(figure=last.figure.closed(shown))
            continue
        if last is not None:
            yield last
            last = None
        if is_opening(shown) and not is_nothing(shown):
            before = shown
            continue
        start = text.index(shown, cell.start)
        last = _Field(at, shown, _figure(before, shown, start) or _measure(passage, Span(start, start + len(shown))))
        before = ""
    if last is not None:
        yield last


def _figure(before: str, text: str, start: int) -> Figure | None:
    """Return the number of a cell, with the signs of the cell before it."""
    if is_nothing(text):
        return Figure(Span(start, start + len(text)), Fraction(0), Fraction(1), dash=True)
    found = figure(text, start)
    return found.opened(before) if found is not None and before else found


def _measure(passage: Passage, cell: Span) -> Figure | None:
    """Return the number of a cell that holds it with its unit, or with a word of its scale: 35 km, 1.2万."""
    at = bisect_left(passage.items, cell.start, key=_start)
    item = passage.items[at] if at < len(passage.items) else None
    if item is None or item.mention.span != cell:
        return None
    number, factors = item.mention.number, item.mention.measure.factors
    if number.nominal is None or number.span is not None or number.hedge or not (factors or number.scale != 1):
        return None
    unit = "·".join(f"{one.unit.name}^{one.power}" for one in factors)
    return Figure(cell, Fraction(number.nominal), Fraction(number.step), measure=unit)


def _start(item: Item) -> int:
    return item.start
