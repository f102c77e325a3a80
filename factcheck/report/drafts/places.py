"""Where the numbers of a draft stand: lines and columns, counted from 1, or places inside a document."""

import re
from bisect import bisect_right

from factcheck.model.draft import DraftReport
from factcheck.model.report import Position

_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Where the lines of a text start and end."""

    def __init__(self, text: str) -> None:
        ends = [found.span() for found in _END.finditer(text)]
        self.starts = [0, *(end for _, end in ends)]
        self.stops = [*(start for start, _ in ends), len(text)]

    def of(self, index: int) -> tuple[int, int]:
        """Return line and column of a character."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def line(self, index: int) -> tuple[int, int]:
        """Return where the line of a character starts and ends, without its end of line."""
        line = bisect_right(self.starts, index) - 1
        return self.starts[line], self.stops[line]


class Places(Lines):
    """Where the lines of a draft start and end, and what stands where in a document that has none."""

    def __init__(self, draft: DraftReport) -> None:
        super().__init__(draft.text)
        self.path, self.language, self.structure = draft.path, draft.language, draft.structure

    def inside(self, index: int) -> str:
        """Return the place of a character in a document that has no lines; nothing for a text."""
        return self.structure.said(index, self.language) if self.structure is not None else ""

    def number(self, line: int) -> str:
        """Return the number of a line as it is shown beside it; nothing in a document that has none."""
        return "" if self.structure is not None else str(line)

    def short(self, index: int) -> str:
        """Return the place of a character as it is written beside its file's name: ``12:3``, or where it is inside."""
        line, column = self.of(index)
        return self.inside(index) or f"{line}:{column}"

    def written(self, index: int) -> str:
        """Return the place of a character with its file: ``path:12:3``, or ``path: table 2, cell B4``."""
        inside = self.inside(index)
        return f"{self.path}: {inside}" if inside else f"{self.path}:{self.short(index)}"

    def position(self, start: int, end: int) -> Position:
        """Return the place of a number; one that goes on in another line ends where its own line is not known to."""
        inside = self.inside(start)
        if inside:
            return Position(self.path, 0, 0, 0, inside)
        line, column = self.of(start)
        last, stop = self.of(end)
        return Position(self.path, line, column, stop if last == line else column)
