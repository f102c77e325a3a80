"""A line of a file with marks under the parts that a message is about."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.report.cells import cells, chunks
from factcheck.report.inert import inert
from factcheck.report.layout import Line, Segment, indent, length, paragraph


class Mark(NamedTuple):
    """A part of the line, in code points, and what is said about it on its right."""

    start: int
    end: int
    label: str = ""


class Excerpt(NamedTuple):
    """A line of text with its number in the file; ``key`` stands before it, as in the file."""

    number: int
    text: str
    key: str = ""
    marks: tuple[Mark, ...] = ()
    below: tuple[str, ...] = ()


def drawn(excerpt: Excerpt, width: int) -> Iterator[Line]:
    """Draw the line, the marks under it, their labels, and what is said below."""
    number = str(excerpt.number) if excerpt.number else ""
    gutter = Segment(f"  {' ' * len(number)} │ ", "gutter")
    lead, key = Segment(f"  {number} │ ", "gutter"), excerpt.key
    under = (gutter, *indent(cells(key)))
    marks = _in_cells(excerpt)
    start = 0
    # One cell stays free for a mark behind the end.
    *parts, last = chunks(inert(excerpt.text), width - length(under) - 1)
    for part in (*parts, last):
        yield (lead, Segment(key, "faint"), Segment(part, "code"))
        end = start + cells(part)
        yield from _underlined(under, marks, range(start, end + (part is last)), width)
        lead, key, start = gutter, " " * cells(key), end
    for text in excerpt.below:
        yield from _labelled(under, text, width)


def _in_cells(excerpt: Excerpt) -> list[Mark]:
    """Return the marks in cells of the drawn line, in order; an empty one is a cell wide."""
    found = []
    for mark in sorted(excerpt.marks, key=lambda mark: mark.start):
        start = cells(inert(excerpt.text[: mark.start]))
        end = start + cells(inert(excerpt.text[mark.start : mark.end]))
        found.append(Mark(start, max(end, start + 1), mark.label))
    return found


def _underlined(lead: Line, marks: list[Mark], part: range, width: int) -> Iterator[Line]:
    """Write carets under a part of the line, and the labels of the marks that end in it."""
    carets = _carets(marks, part)
    if not carets:
        return
    labels = [mark.label for mark in marks if mark.label and part.start < mark.end <= part.stop]
    marked = (*lead, Segment(carets, "mark"))
    if labels and length(marked) + 1 + cells(inert(labels[-1])) <= width:
        yield from _labelled((*marked, Segment(" ")), labels.pop(), width)
    else:
        yield marked
    for label in labels:
        yield from _labelled(lead, label, width)


def _carets(marks: list[Mark], part: range) -> str:
    line = ""
    for mark in marks:
        left, right = max(mark.start, part.start), min(mark.end, part.stop)
        if left < right:
            line = line.ljust(left - part.start) + "^" * (right - left)
    return line


def _labelled(lead: Line, text: str, width: int) -> Iterator[Line]:
    """Write ``label: text`` below the line."""
    label, _, rest = inert(text).partition(" ")
    under = (*lead, *indent(len(label) + 1))
    yield from paragraph((*lead, Segment(f"{label} ", "label")), rest, width, under=under)
