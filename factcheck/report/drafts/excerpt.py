"""Lines of a draft with its numbers underlined: by a sign for each status, so that no colour is needed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from factcheck.model.draft import Status
from factcheck.report.cells import cells, rows
from factcheck.report.inert import inert
from factcheck.report.layout import Line, Segment, Style

SIGNS: dict[Status, str] = {
    "wrong": "^", "query": "?", "borderline": "~", "verified": "-", "used": ":", "ignored": "=", "uncovered": ".",
}  # fmt: skip
_STYLES: dict[Status, Style] = {
    "wrong": "bad",
    "query": "doubt",
    "borderline": "doubt",
    "verified": "good",
    "used": "",
    "ignored": "faint",
    "uncovered": "faint",
}
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)]*(?=\s)|[。！？][”’」』）]*|$")  # noqa: RUF001 - Chinese marks
_LEAST = 20


class Mark(NamedTuple):
    """A number of the draft, in code points, and what became of it."""

    start: int
    end: int
    status: Status


class Marks:
    """Marks in the order of their starts, of which those within a stretch are found without a look at all others."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._reached = [*accumulate((mark.end for mark in self._marks), max)]

    def within(self, start: int, end: int) -> list[Mark]:
        """Return the marks that touch a stretch."""
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]


class Window(NamedTuple):
    """A part of a line of the draft that is shown; ``line`` is its number, ``whole`` where the line starts and ends."""

    line: int
    start: int
    end: int
    whole: tuple[int, int]


def sentence(text: str, line: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """Return the sentences of a line that hold a place."""
    ends = _sentence_ends(text, line)
    before, behind = bisect_right(ends, start) - 1, bisect_left(ends, end)
    return _trimmed(text, ends[before] if before >= 0 else line[0], ends[behind] if behind < len(ends) else line[1])


@lru_cache(maxsize=16)
def _sentence_ends(text: str, line: tuple[int, int]) -> list[int]:
    """Return where the sentences of a line end."""
    return [m.end() for m in _SENTENCE_END.finditer(text, *line)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end


def drawn(text: str, window: Window, number: str, marks: Marks, gutter: int, width: int) -> Iterator[Line]:
    """Draw a window of a draft with the number of its line, each of its rows with the signs under its numbers."""
    left = "… " if window.start > window.whole[0] and text[window.whole[0] : window.start].strip() else ""
    right = " …" if text[window.end : window.whole[1]].strip() else ""
    shown = f"{left}{inert(text[window.start : window.end])}{right}"
    inside = Marks(_moved(text, window, marks.within(window.start, window.end), len(left)))
    lead = f"  {number:>{gutter}} │ "
    for start, end in rows(shown, max(_LEAST, width - len(lead))):
        row = start, start + len(shown[start:end].rstrip(" "))
        here = inside.within(*row)
        yield (Segment(lead, "gutter"), *_styled(shown, row, here))
        lead = f"  {'':{gutter}} │ "
        under = tuple(_under(shown, row, here))
        if under:
            yield (Segment(lead, "gutter"), *under)


def _moved(text: str, window: Window, marks: Iterable[Mark], left: int) -> Iterator[Mark]:
    """Yield marks in characters of the shown line, of which one may stand for several that are shown."""
    part = text[window.start : window.end]
    shown = range(len(part) + 1) if part.isprintable() else [*accumulate((len(inert(one)) for one in part), initial=0)]
    for mark in marks:
        start, end = (max(window.start, min(window.end, at)) - window.start for at in (mark.start, mark.end))
        yield Mark(left + shown[start], left + shown[end], mark.status)


def _parts(row: tuple[int, int], marks: Sequence[Mark]) -> Iterator[tuple[int, int, Status | None]]:
    """Yield the stretches of a row, with the status of those that are numbers."""
    at = row[0]
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, row[1])
        if start < end:
            yield at, start, None
            yield start, end, mark.status
            at = end
    yield at, row[1], None


def _styled(shown: str, row: tuple[int, int], marks: Sequence[Mark]) -> Iterator[Segment]:
    for start, end, status in _parts(row, marks):
        if start < end:
            yield Segment(shown[start:end], (status and _STYLES[status]) or "code")


def _under(shown: str, row: tuple[int, int], marks: Sequence[Mark]) -> Iterator[Segment]:
    *parts, _ = _parts(row, marks)
    for start, end, status in parts:
        sign = SIGNS[status] if status else " "
        yield Segment(sign * cells(shown[start:end]), _STYLES[status] if status else "")
