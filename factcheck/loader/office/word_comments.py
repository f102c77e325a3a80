"""Comments in the margin of a Word document; those that begin with "ok:" or 好： let numbers be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from factcheck.loader.office.elements import Element
from factcheck.model.structure import Remark, Structure

_FINE = re.compile(r"\s*(?:ok|okay|好)\s*[:：]\s*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)


class Comment(NamedTuple):
    """A comment: who wrote it, and its paragraphs as lines."""

    author: str
    text: str


class Placed(Protocol):
    """Where a comment starts, ends, or is referred to."""

    @property
    def kind(self) -> str:
        """``start``, ``end`` or ``reference``."""

    @property
    def comment(self) -> str:
        """The id of the comment."""


def comments(root: Element) -> dict[str, Comment]:
    """Return the comments of a part by their ids."""
    return {one.get("w:id"): Comment(one.get("w:author"), _text(one)) for one in root.named("w:comment")}


def _text(comment: Element) -> str:
    lines = ("".join(part.text() for part in paragraph.all("w:t")) for paragraph in comment.all("w:p"))
    return "\n".join(line for line in lines if line.strip())


def ranges(marks: Sequence[tuple[int, Placed]]) -> dict[str, tuple[int, int]]:
    """Return the stretch of text that each comment is about; that of one without is where it is referred to."""
    found: dict[str, tuple[int, int]] = {}
    for at, mark in marks:
        first, last = found.get(mark.comment, (at, at))
        found[mark.comment] = (min(first, at), last if mark.kind == "reference" else max(last, at))
    return found


def remarks(
    known: Mapping[str, Comment], marks: Sequence[tuple[int, Placed]], structure: Structure
) -> Iterator[Remark]:
    """Yield the comments that let numbers be, in the order of the text."""
    for name, (start, end) in sorted(ranges(marks).items(), key=lambda item: item[1]):
        m = _FINE.match(known[name].text) if name in known else None
        if m is None:
            continue
        block = structure.block(start) if start == end else None  # it stands at a place, and is about the paragraph
        reason = " ".join(m["reason"].split())
        yield Remark(block.start, block.end, reason) if block else Remark(start, end, reason)
