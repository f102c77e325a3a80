"""Pages as one text: lines become paragraphs, over the ends of columns and pages; what pages repeat is left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.loader.office.laying import Laid, Laying, Stretch
from factcheck.loader.office.page_layout import Piece, Region, Row, cells, regions, rows_of, tables
from factcheck.model.structure import BlockRole, Steps

_EDGE_ROWS = 2
"""So many rows at the top and at the bottom of a page may be a running head or foot."""
_PAGE = re.compile(
    r"\W{0,3}(?:(?:page|p\.|第)\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:页|of|/|／|共)\W{0,2}\s?\d{0,4}\s?页?)?\W{0,3}",  # noqa: RUF001
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]")
_LETTERS = 2
"""A head has at least so many letters; what has fewer is a row of figures."""
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;…。！？：；][\"'”’)\]」』）⁰¹²³⁴-⁹]*\Z")  # noqa: RUF001 - Chinese marks
_BULLET = re.compile(r"[•▪‣·●○■]")
_ITEM = re.compile(
    r"(?:[•▪‣·●○■–-]\s|\(?\d{1,2}[.)、](?!\d)|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s?"
)
_NOTE = 0.9
"""Lines at the foot of a page that are smaller than this share of the text are notes."""
_HEADLINE = 1.15
_LEADING, _WIDER = 1.7, 1.25
"""Lines of a paragraph are no farther apart than this, by their size, or by how far apart lines of the column are."""
_FEW = 3
_SHORTEST = 20
"""A line of fewer letters goes on in no other column."""
_INDENT = 0.7
_SHORT, _HALF = 0.86, 0.55
"""A line that is shorter may be the last of its paragraph, or surely is."""


class _Line(NamedTuple):
    """A line of text: the page and column that it stands in, and whether a paragraph begins with it."""

    page: int
    column: int
    text: str
    size: float
    begins: bool


class _Table(NamedTuple):
    page: int
    rows: list[list[str]]


class Flow:
    """The pieces of all pages, put together."""

    def __init__(self, pages: Sequence[Sequence[Piece]]) -> None:
        self.pages = [list(page) for page in pages]
        weights = Counter[float]()
        for page in self.pages:
            for one in page:
                weights[round(one.size * 2) / 2] += len(one.text)
        self.size = max(weights, key=weights.__getitem__, default=10.0)
        self.laying = Laying()
        self.open: list[_Line] = []

    def laid(self) -> Laid:
        """Return the text: paragraphs in their order, then the notes of all pages."""
        repeated = self._repeated()
        notes: list[_Line] = []
        for number, page in enumerate(self.pages, 1):
            self.laying.part((("page", str(number)),))
            whole = [one for row in self._body(page, repeated) for one in row]
            for column, region in enumerate(regions(whole)):
                text, small = self._parted(region)
                for found in self._read(number, column, text):
                    self._take(found)
                notes += (found for found in self._read(number, column, small) if isinstance(found, _Line))
        self._close()
        for note in notes:
            self._take(note)
        self._close()
        return self.laying.laid()

    def _repeated(self) -> frozenset[str]:
        """Return the rows that the tops or feet of several pages have, numbers aside."""
        seen: Counter[str] = Counter()
        for page in self.pages:
            rows = list(rows_of(page))
            seen.update({_alike(row) for row in (*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:])})
        return frozenset(text for text, count in seen.items() if count > 1 and len(_WORDS.findall(text)) >= _LETTERS)

    def _body(self, page: Sequence[Piece], repeated: frozenset[str]) -> list[Row]:
        """Return the rows of a page without its head, its foot and its number."""
        rows = list(rows_of(page))
        for _ in range(_EDGE_ROWS):
            if rows and _is_edge(rows[0], rows[1:2], repeated):
                rows = rows[1:]
            if rows and _is_edge(rows[-1], rows[-2:-1], repeated):
                rows = rows[:-1]
        return rows

    def _parted(self, region: Region) -> tuple[Region, Region]:
        """Return the text of a column, and the notes below it."""
        rows = region.rows
        at = len(rows)
        while at and max(one.size for one in rows[at - 1]) < _NOTE * self.size and len(rows[at - 1]) == 1:
            at -= 1
        return Region(rows[:at]), Region(rows[at:])

    def _read(self, page: int, column: int, region: Region) -> Iterator[_Line | _Table]:
        """Yield the lines and tables of a column."""
        if not region.rows:
            return
        left, right, far = region.left, region.right, _far(region.rows)
        before: Row | None = None
        for tabular, rows in tables(region.rows):
            table = cells(rows) if tabular else []
            if table and len(table[0]) > 1:
                yield _Table(page, table)
                before = None
                continue
            for row in rows:
                begins = before is None or _begins(row, before, (left, right), far)
                yield _Line(page, column, " ".join(one.text for one in row), row[0].size, begins)
                before = row
            if rows:
                before = rows[-1]

    def _take(self, found: _Line | _Table) -> None:
        if isinstance(found, _Table):
            self._close()
            self.laying.table(
                [[[[Stretch(text)]] if text else [] for text in row] for row in found.rows], _place(found)
            )
            return
        if self.open and self._goes_on(found):
            self.open.append(found)
            return
        self._close()
        self.open = [found]

    def _goes_on(self, line: _Line) -> bool:
        """Whether a line goes on with the paragraph that is open, also in another column or on another page."""
        last = self.open[-1]
        if not line.begins:
            return True
        if abs(line.size - last.size) > 0.1 * last.size or _ENDS.search(last.text) or _ITEM.match(line.text):
            return False
        moved = (line.page, line.column) != (last.page, last.column)
        return moved and len(last.text) > _SHORTEST and not line.text[:1].isupper()

    def _close(self) -> None:
        lines, self.open = self.open, []
        if not lines:
            return
        text = lines[0].text
        for line in lines[1:]:
            text = _joined(text, line.text)
        role: BlockRole = "paragraph"
        if lines[0].size > _HEADLINE * self.size:
            role = "headline"
        elif _ITEM.match(text):
            role = "item"
        self.laying.paragraph([Stretch(text)], role, _place(lines[0]))


def _far(rows: Sequence[Row]) -> float:
    """Return how far apart two lines are that belong to two paragraphs."""
    gaps = sorted(below[0].y - above[0].y for above, below in pairwise(rows))
    size = max(row[0].size for row in rows)
    return min(_LEADING * size, _WIDER * gaps[len(gaps) // 2]) if len(gaps) > _FEW else _LEADING * size


def _begins(row: Row, before: Row, sides: tuple[float, float], far: float) -> bool:
    """Whether a line begins a paragraph: by what is between it and the one before, its size, indent or sign."""
    size, (left, right) = before[0].size, sides
    if row[0].y - before[0].y > far or abs(row[0].size - size) > 0.1 * size:
        return True
    ended = _ENDS.search(before[-1].text) is not None
    if _BULLET.match(row[0].text) or before[-1].right < left + _HALF * (right - left):
        return True
    if ended and _ITEM.match(row[0].text):
        return True
    indented = row[0].left > left + _INDENT * size and before[0].left < row[0].left - _INDENT * size / 2
    short = before[-1].right < left + _SHORT * (right - left)
    return (indented and ended) or (short and ended)


def _place(found: _Line | _Table) -> Steps | None:
    """Return the page of a paragraph; tables of a page count themselves."""
    return (("page", str(found.page)),) if isinstance(found, _Line) else None


def _joined(text: str, more: str) -> str:
    """Join two lines of a paragraph: a word that was parted is one again, Chinese has no blanks."""
    if text.endswith("-") and text[-2:-1].isalpha() and more[:1].islower():
        return text[:-1] + more
    if text.endswith(("-", "–", "/")) and text[-2:-1].isalnum() and more[:1].isalnum():
        return text + more
    wide = text[-1:] > "\u2e80", more[:1] > "\u2e80"
    near = all(wide) or (any(wide) and (text[-1:].isdigit() or more[:1].isdigit()))
    return text + more if near else f"{text} {more}"


def _alike(row: Row) -> str:
    """Return what a row says, numbers aside."""
    return _DIGITS.sub("#", " ".join(one.text for one in row))


def _is_edge(row: Row, beside: Sequence[Row], repeated: frozenset[str]) -> bool:
    """Whether the first or last row of a page is its running head or foot, or its number that stands apart."""
    text = " ".join(one.text for one in row)
    apart = not beside or abs(beside[0][0].y - row[0].y) > 1.8 * row[0].size
    if _alike(row) in repeated and (apart or _alike(beside[0]) in repeated):
        return True
    return apart and len(row) == 1 and _PAGE.fullmatch(text) is not None
