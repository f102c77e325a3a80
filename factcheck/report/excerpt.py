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
    lead = Segment(f"  {number} │ ", "gutter")
    key = cells(excerpt.key)
    room = width - len(gutter.text) - key
    marks = _in_cells(excerpt)
    start = 0
    for part in chunks(inert(excerpt.text), room):
        shown_key = excerpt.key if start == 0 else " " * key
        yield (lead, Segment(shown_key, "faint"), Segment(part, "code"))
        end = start + cells(part)
        last = [mark for mark in marks if start < mark.end <= end]
        carets = _carets(marks, start, end)
        if carets:
            yield from _underline((gutter, Segment(" " * key)), carets, last, width)
        lead, start = gutter, end
    for text in excerpt.below:
        yield from _labelled((gutter, Segment(" " * key)), text, width)


def _in_cells(excerpt: Excerpt) -> list[Mark]:
    """Return the marks in cells of the drawn line, in order; an empty one is a cell wide."""
    found = []
    for mark in sorted(excerpt.marks, key=lambda mark: mark.start):
        start = cells(inert(excerpt.text[: mark.start]))
        end = start + cells(inert(excerpt.text[mark.start : mark.end]))
        found.append(Mark(start, max(end, start + 1), mark.label))
    return found


def _carets(marks: list[Mark], start: int, end: int) -> str:
    line = ""
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, max(end, mark.start + 1))
        if left < right:
            line = line.ljust(left - start) + "^" * (right - left)
    return line


def _underline(lead: Line, carets: str, ended: list[Mark], width: int) -> Iterator[Line]:
    """Write the carets; the last label stands beside them if it fits, else below."""
    marked = (*lead, Segment(carets, "mark"))
    labels = [inert(mark.label) for mark in ended if mark.label]
    if labels and length(marked) + 1 + cells(labels[-1]) <= width:
        yield from _labelled((*marked, Segment(" ")), labels.pop(), width)
    else:
        yield marked
    for label in labels:
        yield from _labelled(lead, label, width)


def _labelled(lead: Line, text: str, width: int) -> Iterator[Line]:
    """Write ``label: text`` below the line."""
    label, _, rest = inert(text).partition(" ")
    under = (*lead, *indent(len(label) + 1))
    yield from paragraph((*lead, Segment(f"{label} ", "label")), rest, width, under=under)
