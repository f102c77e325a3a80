"""Comments in the margin of a Word document; those that begin with "ok:" or 好： let numbers be.

An answer to a comment is one, too. Which it answers stands in a part of its own ([MS-DOCX], 2.5.3.2, CT_CommentEx): a
comment is known there by the id of its last paragraph. An answer need not have a range: it is about what that has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from factcheck.loader.office.elements import Element
from factcheck.model.structure import Remark, Structure

_MOST_ANSWERS = 20
"""So many comments are followed, each the answer to the next; Word has all answers answer the first."""
_FINE = re.compile(r"\s*(?:ok|okay|好)\s*[:：]\s*(?P<reason>.*)", re.IGNORECASE | re.DOTALL)


class Comment(NamedTuple):
    """A comment: who wrote it, its paragraphs as lines, the id of the last one; ``answers`` is that of another's."""

    author: str
    text: str
    key: str = ""
    answers: str = ""


class Placed(Protocol):
    """Where a comment starts, ends, or is referred to."""

    @property
    def kind(self) -> str:
        """``start``, ``end`` or ``reference``."""

    @property
    def comment(self) -> str:
        """The id of the comment."""


def comments(root: Element, extended: Element | None = None) -> dict[str, Comment]:
    """Return the comments of a part by their ids; ``extended`` is the part that tells which of them are answers."""
    rows = extended.named("w15:commentEx") if extended is not None else ()
    answers = {one.get("w15:paraId"): one.get("w15:paraIdParent") for one in rows}
    return {one.get("w:id"): _comment(one, answers) for one in root.named("w:comment")}


def _comment(one: Element, answers: Mapping[str, str]) -> Comment:
    key = next((paragraph.get("w14:paraId") for paragraph in reversed(list(one.all("w:p")))), "")
    return Comment(one.get("w:author"), _text(one), key, answers.get(key, "") if key else "")


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
    placed, by_key = ranges(marks), {one.key: name for name, one in known.items() if one.key}
    fine = [
        (m, place)
        for name in known
        if (m := _FINE.match(known[name].text)) and (place := _place(name, known, by_key, placed))
    ]
    for m, (start, end) in sorted(fine, key=lambda item: item[1]):
        block = structure.block(start) if start == end else None  # it stands at a place, and is about the paragraph
        reason = " ".join(m["reason"].split())
        yield Remark(block.start, block.end, reason) if block else Remark(start, end, reason)


def _place(
    name: str, known: Mapping[str, Comment], by_key: Mapping[str, str], placed: Mapping[str, tuple[int, int]]
) -> tuple[int, int] | None:
    """Return what a comment is about: its range, that of the one that it answers, or where it stands."""
    asked = [name]
    while len(asked) < _MOST_ANSWERS and (above := by_key.get(known[asked[-1]].answers)) is not None:
        asked.append(above)
    found = [placed[one] for one in asked if one in placed]
    return next((place for place in found if place[0] < place[1]), found[0] if found else None)
