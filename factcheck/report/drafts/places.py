"""Lines and columns of a draft, counted from 1."""

import re
from bisect import bisect_right

_END = re.compile(r"\r\n|\r|\n")


class Places:
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
