"""Documents that come with their structure: which stretches of the text are paragraphs and cells is known."""

from bisect import bisect_left
from dataclasses import replace

from factcheck.model.structure import Structure
from factcheck.prose.plain import read_block
from factcheck.prose.view import Builder, View
from factcheck.source import Span


def laid_view(text: str, structure: Structure) -> View:
    """Return the prose of a document, its paragraphs and tables as the structure has them."""
    builder = Builder(text)
    starts, shown = [], []
    for block in structure.blocks:
        first = builder.size
        read_block(builder, Span(block.start, block.end))
        start = builder.blocks[-1].start if builder.blocks and builder.blocks[-1].end == builder.size else first
        starts.append(block.start)
        shown.append(Span(start, builder.size))
    builder.skip(len(text))

    def cell(span: Span) -> Span:
        first, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == behind:
            at = shown[first - 1].end if first else 0
            return Span(at, at)
        return shown[first].join(shown[behind - 1])

    builder.tables.extend([tuple(map(cell, row)) for row in rows] for rows in structure.tables)
    return replace(builder.view(), structure=structure)
