"""Where things of reports stand, as an editor is told: the address of a file and a range in it."""

from collections.abc import Callable
from pathlib import Path

from lsprotocol import types

from factcheck.loader.files import MAX_BYTES, read_bytes
from factcheck.lsp.positions import Encoding, Text
from factcheck.lsp.uris import uri_of
from factcheck.model.report import Position
from factcheck.source import Place

Held = Callable[[Path], tuple[str, Text] | None]
"""Gives the address and the text of a file that is open."""


class Places:
    """Finds the texts that places of a project point into, those that are open and those on disk."""

    def __init__(self, root: Path, held: Held, encoding: Encoding) -> None:
        self.root, self._held, self._encoding = root, held, encoding
        self._read: dict[Path, tuple[str, Text]] = {}

    def path(self, shown: str) -> Path:
        """Return the file of a path as reports tell it."""
        return self.root / shown

    def is_open(self, path: Path) -> bool:
        """Whether an editor has a file open, saved or not."""
        return self._held(path) is not None

    def of(self, path: Path) -> tuple[str, Text]:
        """Return the address and the text of a file; one that cannot be read has no text."""
        held = self._held(path)
        if held is not None:
            return held
        if path not in self._read:
            data = read_bytes(path, path.name, MAX_BYTES)
            source = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
            self._read[path] = uri_of(path), Text(source, self._encoding)
        return self._read[path]

    def location(self, at: Place | Position, width: int = 1) -> types.Location:
        """Return the location of a place; one without a line is the start of its file."""
        uri, text = self.of(self.path(at.path))
        return types.Location(uri, spanned(text, at, width))


def spanned(text: Text, at: Place | Position, width: int = 1) -> types.Range:
    """Return the range of a place of a report; one whose end is not known goes on to the end of its line."""
    start = text.at(at.line, at.column)
    if at.line < 1:
        return text.range(start, start)
    stop = text.line_span(text.line_of(start))[1]
    if isinstance(at, Position):
        width = at.end_column - at.column or stop - start
    return text.range(start, min(start + max(1, width), max(stop, start)))
