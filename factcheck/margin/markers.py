"""Markers of comments in the text of a Word document (ISO/IEC 29500-1, 17.13.4): runs are split where numbers begin."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.loader.office.docx import Source
from factcheck.loader.office.elements import Element
from factcheck.margin import tags

_KEPT = b' xml:space="preserve"'
_SPACES = re.compile(rb"xmlns(?::(\w+))?\s*=\s*[\"']([^\"']+)[\"']")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

Placed = tuple[int, Source, int]
"""Where the text of a source begins in the text of the document, the source, and how long it is."""


class Space(NamedTuple):
    """The namespace of a Word document, and what a tag has to declare so that its prefix ``w`` is understood."""

    name: str
    declared: bytes

    @property
    def relation(self) -> str:
        """The type of the relation that leads to comments."""
        home = "purl.oclc.org/ooxml" if self.name == _STRICT else "schemas.openxmlformats.org"
        year = "" if self.name == _STRICT else "2006/"
        return f"http://{home}/officeDocument/{year}relationships/comments"


def space_of(data: bytes, root: Element) -> Space:
    """Return the namespace that the root of a document has, which is that of the standard or of its strict form."""
    known = {m[1]: m[2].decode() for m in _SPACES.finditer(data[slice(*tags.opening(data, root))])}
    name = _STRICT if _STRICT in known.values() else _WORD
    return Space(name, b"" if known.get(b"w") == name else f' xmlns:w="{name}"'.encode())


@dataclass(slots=True)
class Markers:
    """The edits of the main part: what is put in at which byte."""

    data: bytes
    placed: Sequence[Placed]
    space: bytes
    edits: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    splits: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    kept: set[int] = field(default_factory=set)

    def comment(self, name: int, start: int, end: int) -> bool:
        """Mark a stretch of the text as that of a comment; False where it stands in no run."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return False
        number = str(name).encode()
        at = self._point(first, start - first[0])
        self._put(at, b'<w:commentRangeStart%s w:id="%s"/>' % (self.space, number))
        behind = self._point(last, end - last[0], behind=True)
        reference = b'<w:r%s><w:commentReference w:id="%s"/></w:r>' % (self.space, number)
        self._put(behind, b'<w:commentRangeEnd%s w:id="%s"/>' % (self.space, number) + reference, first=True)
        return True

    def _at(self, index: int) -> Placed | None:
        at = bisect_right(self.placed, index, key=_start) - 1
        return self.placed[at] if at >= 0 else None

    def _put(self, at: int, marker: bytes, *, first: bool = False) -> None:
        """Put a marker at a byte: ends come before starts."""
        self.edits[at].insert(0, marker) if first else self.edits[at].append(marker)

    def _point(self, placed: Placed, index: int, *, behind: bool = False) -> int:
        """Return the byte before or behind a character, where a marker may stand: its run is split there."""
        _, source, length = placed
        run, text = source
        index = min(max(0, index), length)
        content = [one for one in run.elements() if one.name != "w:rPr"]
        if text is None or (index == 0 and content[0] is text):
            return tags.end(self.data, run) if behind else run.start
        if index == length:
            if content[-1] is text:
                return tags.end(self.data, run)
            return self._split(run, tags.end(self.data, text))
        at = tags.place(self.data, text, index) if text.name == "w:t" else None
        if index == 0 or at is None:
            return self._split(run, text.start)
        return self._split(run, at, text)

    def _split(self, run: Element, at: int, text: Element | None = None) -> int:
        """Note that a run, and a text of it, goes on behind a byte as another one of the same look."""
        if text is not None and not tags.keeps_space(self.data, text):
            self.kept.add(tags.opening(self.data, text)[1] - 1)
        ends, begins, _ = parted(self.data, run, text)
        self.splits[at] = ends, begins
        return at

    def written(self) -> bytes:
        """Return the part with its markers."""
        pieces, done = [], 0
        for at in sorted({*self.edits, *self.kept}):
            pieces.append(self.data[done:at])
            ends, begins = self.splits.get(at, (b"", b""))
            pieces += [ends, *self.edits.get(at, ()), begins, _KEPT if at in self.kept else b""]
            done = at
        return b"".join([*pieces, self.data[done:]])


def parted(data: bytes, run: Element, text: Element | None) -> tuple[bytes, bytes, bytes]:
    """Return what ends a run (and a text of it), what begins another of the same look behind that, and the look."""
    properties = run.first("w:rPr")
    look = data[properties.start : tags.end(data, properties)] if properties is not None else b""
    start, end = tags.opening(data, run)
    begins = data[start:end] + look
    ends = b"</" + _tag_name(data, run) + b">"
    if text is not None:
        inner = _tag_name(data, text)
        begins += b"<" + inner + _KEPT + b">"
        ends = b"</" + inner + b">" + ends
    return ends, begins, look


def _tag_name(data: bytes, one: Element) -> bytes:
    """Return the name of an element as it is written."""
    start, end = tags.opening(data, one)
    return data[start + 1 : end - 1].split(None, 1)[0].rstrip(b"/")


def _start(placed: Placed) -> int:
    return placed[0]
