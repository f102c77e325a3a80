"""Changes of a text put back into the Word document that it was read from, tracked: Word shows them, and may undo them.

Only what stands in runs of the main text is changed (ISO/IEC 29500-1, 17.13.5); all else is left, and counted.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from factcheck.loader.office.docx import DocxReader, Source
from factcheck.loader.office.elements import Element
from factcheck.loader.office.package import Package
from factcheck.loader.office.refused import broken
from factcheck.margin import tags
from factcheck.margin.archived import archived
from factcheck.margin.differing import Change, changes
from factcheck.margin.markers import Placed, parted, space_of
from factcheck.margin.words import AUTHOR

_ID = re.compile(rb"\bid\s*=\s*[\"'](\d{1,9})[\"']")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Changed(NamedTuple):
    """A document with changes; ``left`` of them have no place in it."""

    data: bytes
    left: int


class _Piece(NamedTuple):
    """A stretch of bytes of one text element, what it stands in, and what is put behind it."""

    start: int
    end: int
    run: Element
    text: Element
    put: str = ""


def changed(data: bytes, text: str) -> Changed:
    """Return a Word document in which the text reads as another, as far as that can be, the changes tracked.

    Raises Problem for a document that cannot be read, or that would not read as it should afterwards.
    """
    package = Package(data)
    reader = DocxReader(package)
    laid = reader.laid()
    main = tags.checked(package.part(package.main))
    placed = [
        (at, one.source, len(one.text)) for at, one in laid.sources if isinstance(one.source, Source) and one.text
    ]
    found = [(one, _pieces(main, placed, one)) for one in changes(laid.text, _NO_XML.sub("", text))]
    written = [(one, pieces) for one, pieces in found if pieces]
    if not written:
        return Changed(data, len(found))
    whole = archived(package, {package.main: _tracked(main, [one for _, some in written for one in some], reader)})
    if DocxReader(Package(whole)).laid().text != _applied(laid.text, [one for one, _ in written]):
        raise broken("its changes could not be written", "make them in Word")
    return Changed(whole, len(found) - len(written))


def _applied(text: str, made: Sequence[Change]) -> str:
    parts, done = [], 0
    for one in made:
        parts += [text[done : one.start], one.text]
        done = one.end
    return "".join([*parts, text[done:]])


def _pieces(main: bytes, placed: Sequence[Placed], change: Change) -> list[_Piece]:
    """Return the pieces of the document that a change is about; none where not all of it stands in texts of runs."""
    if "\n" in change.text or "\t" in change.text:
        return []
    at = max(0, bisect_right(placed, change.start, key=lambda one: one[0]) - 1)
    if change.start == change.end and at and placed[at][0] == change.start:
        at -= 1  # what is put in goes on with what stands before it
    found: list[_Piece] = []
    done = change.start
    while at < len(placed) and (done < change.end or not found):
        begin, source, length = placed[at]
        last = min(change.end, begin + length)
        if source.text is None or source.text.name != "w:t" or not begin <= done <= last:
            return []
        places = [tags.place(main, source.text, index - begin) for index in (done, last)]
        if places[0] is None or places[1] is None:
            return []
        found.append(_Piece(places[0], places[1], source.run, source.text))
        done, at = last, at + 1
    if done < change.end or not found:
        return []
    return [*found[:-1], found[-1]._replace(put=change.text)]


def _tracked(main: bytes, pieces: Sequence[_Piece], reader: DocxReader) -> bytes:
    """Return the main part with its changes."""
    space = space_of(main, reader.root).declared.decode()
    number = max((int(name) for name in _ID.findall(main)), default=0)
    parts: list[bytes] = []
    done = 0
    kept: set[int] = set()
    for one in sorted(pieces, key=lambda piece: piece.start):
        first = tags.opening(main, one.text)[1] - 1
        if first not in kept and not tags.keeps_space(main, one.text):
            parts += [main[done:first], b' xml:space="preserve"']
            done = first
        kept.add(first)
        ends, begins, look = parted(main, one.run, one.text)
        parts += [main[done : one.start], ends]
        for kind, name, words in (
            ("del", "delText", main[one.start : one.end].decode()),
            ("ins", "t", escape(one.put)),
        ):
            if words:
                number += 1
                run = f'<w:r>{look.decode()}<w:{name} xml:space="preserve">{words}</w:{name}></w:r>'
                parts.append(f'<w:{kind}{space} w:id="{number}" w:author="{AUTHOR}">{run}</w:{kind}>'.encode())
        parts.append(begins)
        done = one.end
    return b"".join([*parts, main[done:]])
