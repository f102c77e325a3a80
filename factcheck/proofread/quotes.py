"""The quotes of claims in the text that they quote: where each stands, and which no longer fit."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import Document
from factcheck.loader.files import TextFile
from factcheck.model.report import Outcome, Position
from factcheck.proofread.anchors import Anchor, Anchors
from factcheck.proofread.kinds import CHANGED, GONE
from factcheck.prose.document import view_of
from factcheck.prose.plain import without_comments
from factcheck.prose.sentences import sentence_spans
from factcheck.prose.view import View
from factcheck.source import Place, Span

BOM = "\ufeff"

Found = tuple[Outcome, Anchor | None]
"""A claim with a quote, and where the quote stands."""


class Quotes(NamedTuple):
    """Where the quotes of claims stand, in the order of the claims, and what no longer fits."""

    places: tuple[Position | None, ...]
    problems: tuple[Diagnostic, ...]


def look_up(document: Document, outcomes: Sequence[Outcome]) -> Quotes:
    """Look up the quotes of claims in the text that they quote; a claim without a quote has no place."""
    text = document.text if document.markdown else without_comments(document.text)
    view = view_of(text, markdown=document.markdown, structure=document.structure)
    found = anchored(view, outcomes)
    places = {outcome.id: position(document.file, document.text, anchor.span) for outcome, anchor in found if anchor}
    problems = tuple(quote_problems(document.file, document.text, found))
    return Quotes(tuple(places.get(one.id) for one in outcomes), problems)


def anchored(view: View, outcomes: Iterable[Outcome]) -> list[Found]:
    """Return the claims that quote a text, each with the place of its words in the original."""
    anchors = Anchors(view, sentence_spans(view.text, view.blocks))
    return [(one, anchors.find(one.quote)) for one in outcomes if one.quote]


def position(file: TextFile, text: str, span: Span) -> Position:
    """Return the place of words; one that goes on in another line ends where its own line is not known to."""
    shift = text.startswith(BOM)
    start, end = (file.place(max(0, at - shift)) for at in span)
    if start.inside:
        return Position(file.path, 0, 0, 0, start.inside)
    return Position(file.path, start.line, start.column, end.column if end.line == start.line else start.column)


def quote_problems(file: TextFile, text: str, found: Iterable[Found]) -> Iterator[Diagnostic]:
    """Yield what no longer fits: a changed number at its place in the text, a lost quote at its claim."""
    for outcome, anchor in found:
        at = outcome.position
        if anchor is None:
            message = f"the text of `{outcome.id}` is gone from {file.path or 'the draft'}: {outcome.quote}"
            yield Diagnostic(GONE, message, Place(at.path, at.line, at.column), help="remove the claim or its quote")
        elif anchor.changed:
            place = file.place(max(0, anchor.span.start - text.startswith(BOM)))
            width = anchor.span.end - anchor.span.start
            cure = f"bring the claim into line: {at.path}:{at.line}"
            yield file.diagnostic(CHANGED, _changed(outcome, anchor), place, width, help=cure)


def _changed(outcome: Outcome, anchor: Anchor) -> str:
    told = (f"the draft now says {new or 'no number'}, the claim says {old or 'none'}" for new, old in anchor.changed)
    return f"{outcome.id}: {'; '.join(told)}"
