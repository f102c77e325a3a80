"""A text as an editor counts it: lines from 0, characters in units of UTF-8, UTF-16 or UTF-32."""

import re
from bisect import bisect_right
from typing import Literal

from lsprotocol import types

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}
"""The encodings in which a character may have several units: the codec, and the bytes of a unit."""


class Text:
    """A text with the places of its characters; it does not change."""

    def __init__(self, source: str, encoding: Encoding = "utf-16") -> None:
        self.source, self.encoding = source, encoding
        ends = [found.span() for found in _END.finditer(source)]
        self._starts = [0, *(end for _, end in ends)]
        self._stops = [*(start for start, _ in ends), len(source)]

    @property
    def lines(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """Return a line, counted from 0, without its end."""
        return self.source[self._starts[number] : self._stops[number]]

    def line_of(self, offset: int) -> int:
        """Return the line of a character."""
        return bisect_right(self._starts, offset) - 1

    def line_span(self, number: int) -> tuple[int, int]:
        """Return where a line starts and ends, without its end of line."""
        return self._starts[number], self._stops[number]

    def offset(self, at: types.Position) -> int:
        """Return the offset of a position; one outside of the text is the nearest inside."""
        if at.line >= self.lines:
            return len(self.source)
        line = self.line(max(0, at.line))
        return self._starts[max(0, at.line)] + self._points(line, max(0, at.character))

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset; one outside of the text is the nearest inside."""
        inside = min(max(0, offset), len(self.source))
        number = self.line_of(inside)
        start = self._starts[number]
        return types.Position(number, self._units(self.source[start : min(inside, self._stops[number])]))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of two offsets."""
        return types.Range(self.position(start), self.position(end))

    def at(self, line: int, column: int) -> int:
        """Return the offset of a place of a report, which counts from 1 and leaves a byte order mark out."""
        if line < 1:
            return 0
        if line > self.lines:
            return len(self.source)
        marked = line == 1 and self.source.startswith(_BOM)
        start, stop = self.line_span(line - 1)
        return min(start + max(0, column - 1) + marked, stop)

    def edited(self, where: types.Range, new: str) -> "Text":
        """Return the text with a range replaced; a range that is turned round is put right."""
        start, end = sorted((self.offset(where.start), self.offset(where.end)))
        return Text(f"{self.source[:start]}{new}{self.source[end:]}", self.encoding)

    def _units(self, text: str) -> int:
        """Return how many units a text has."""
        if self.encoding not in _CODECS or text.isascii():
            return len(text)
        codec, width = _CODECS[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // width

    def _points(self, line: str, units: int) -> int:
        """Return how many characters so many units of a line are; half a character is none."""
        if self.encoding not in _CODECS or line.isascii():
            return min(units, len(line))
        codec, width = _CODECS[self.encoding]
        whole = line.encode(codec, "surrogatepass")[: units * width]
        return len(whole.decode(codec, "ignore"))
