"""Documents: plain text and Markdown as paragraphs of prose, every position that of the original file."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.model.structure import Structure
from factcheck.prose.laid_out import laid_view
from factcheck.prose.mention import Aside, Measure, Mention, Reading
from factcheck.prose.plain import plain_view
from factcheck.prose.reader import read
from factcheck.prose.sheet import sheet_view
from factcheck.prose.view import View
from factcheck.quantity.units import UnitTable
from factcheck.source import Span


def view_of(text: str, *, markdown: bool = False, sheet: bool = False, structure: Structure | None = None) -> View:
    """Return the prose of a document: without code, addresses, targets of links, marks of lists and tables.

    ``sheet``: it has separated values, of which each is a cell. ``structure``: where its paragraphs and cells are.
    """
    if structure is not None:
        return laid_view(text, structure)
    if sheet:
        return sheet_view(text)
    if not markdown:
        return plain_view(text)
    from factcheck.prose.markdown import markdown_view  # noqa: PLC0415 - its parser takes longer to load than a text

    return markdown_view(text)


def blocks(text: str, *, markdown: bool = False) -> list[Span]:
    """Return the paragraphs, headings and cells of a document as spans of its text."""
    view = view_of(text, markdown=markdown)
    return [view.span(block) for block in view.blocks]


def read_document(
    text: str,
    units: UnitTable,
    *,
    markdown: bool = False,
    structure: Structure | None = None,
    lang: str | None = None,
    decimal_comma: bool = False,
) -> Reading:
    """Return the quantities of a document; spans and texts are those of the document as it is.

    ``lang`` is the language of sentences whose words do not tell it, ``decimal_comma`` reads 1.234,5 as in German.
    """
    view = view_of(text, markdown=markdown, structure=structure)
    found = read(view.text, units, view.blocks, lang=lang, decimal_comma=decimal_comma)
    if view.text == text:
        return found
    return Reading(text, tuple(_mentions(found, view)), tuple(_asides(found, view)))


def _mentions(found: Reading, view: View) -> Iterator[Mention]:
    for mention in found.mentions:
        yield _placed(mention, view)


def _placed(mention: Mention, view: View) -> Mention:
    span = view.span(mention.span)
    text = view.original[span.start : span.end]
    if not view.shifted:
        return mention if text == mention.text else replace(mention, text=text)
    ends = mention.ends and (_placed(mention.ends[0], view), _placed(mention.ends[1], view))
    measure = _measure(mention.measure, view)
    return replace(mention, span=span, text=text, numeral=view.span(mention.numeral), measure=measure, ends=ends)


def _measure(measure: Measure, view: View) -> Measure:
    factors = tuple(replace(factor, span=view.span(factor.span)) for factor in measure.factors)
    return replace(measure, span=view.span(measure.span), factors=factors)


def _asides(found: Reading, view: View) -> Iterator[Aside]:
    for aside in found.asides:
        span = view.span(aside.span)
        yield replace(aside, span=span, text=view.original[span.start : span.end])
