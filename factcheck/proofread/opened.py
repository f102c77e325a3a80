"""A draft as relations read it: its prose without markup and ignores, every place with that in the original."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from factcheck.draft.text.blocks import Role, roles_of
from factcheck.draft.text.passage import Passage
from factcheck.draft.text.written import written
from factcheck.model.structure import Structure
from factcheck.prose.document import view_of
from factcheck.prose.mention import Reading
from factcheck.prose.plain import without_comments
from factcheck.prose.reader import read
from factcheck.prose.view import View
from factcheck.quantity.languages import DEFAULT, han_language
from factcheck.quantity.units import UnitTable
from factcheck.source import Span

MOST = 20_000
"""So many numbers of a draft are looked at, more than a novel has: what has more is a table of data."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


class Opened(NamedTuple):
    """A draft that was read: ``view`` tells where a span of the passage stands in the original."""

    passage: Passage
    view: View

    def span(self, span: tuple[int, int]) -> Span:
        """Return the place in the original of a span of the passage."""
        return self.view.span(Span(*span))

    @property
    def last(self) -> Span | None:
        """The place in the original of the last number that was looked at, where there were too many."""
        reading = self.passage.reading
        if len(reading.mentions) + len(reading.asides) < MOST:
            return None
        last = (*(one.span for one in reading.mentions[-1:]), *(one.span for one in reading.asides[-1:]))
        return self.span(max(last))


def opened(
    text: str,
    units: UnitTable,
    *,
    markdown: bool = False,
    sheet: bool = False,
    structure: Structure | None = None,
    lang: str | None = None,
    date: str = "",
) -> Opened:
    """Read a draft; ``lang`` is the language of sentences whose words do not tell it, ``date`` its day.

    ``sheet``: it has separated values, and nothing but cells. ``structure``: it is a document that has no lines.
    """
    view = seen(text, markdown=markdown, sheet=sheet, structure=structure)
    draft = of_blocks(view, units, slice(None), lang=lang, sheet=sheet)
    draft.passage.written = date or written(text, draft.passage)
    return draft


def seen(text: str, *, markdown: bool = False, sheet: bool = False, structure: Structure | None = None) -> View:
    """Return what is read of a draft: its prose, without what it says to factcheck."""
    shown = text if markdown or sheet else without_comments(text)
    return view_of(shown, markdown=markdown, sheet=sheet, structure=structure)


def of_blocks(view: View, units: UnitTable, which: slice, *, lang: str | None = None, sheet: bool = False) -> Opened:
    """Read some of the blocks of a draft, and the tables that lie within them; its day is left open."""
    places = [view.span(block) for block in view.blocks]
    roles: Sequence[Role] = ["cell" for _ in places] if sheet else roles_of(view.original, places)
    if view.structure is not None:
        roles = list(map(partial(_role, view.structure), places, roles))
    part = view if len(view.blocks[which]) == len(view.blocks) else view.cut(which)
    found = read(part.text, units, part.blocks, lang=lang, most=MOST)
    reading = Reading(_parted(part), found.mentions, found.asides, found.stretches)
    passage = Passage(reading, units, blocks=part.blocks, roles=roles[which], tables=part.tables)
    return Opened(passage, part)


def _role(structure: Structure, place: Span, found: Role) -> Role:
    """Return the role that a document gives a block; what it has only as a paragraph is left to its form."""
    block = structure.block(place.start)
    return found if block is None or block.role == "paragraph" else block.role


def _parted(view: View) -> str:
    """Return the prose with line ends between its paragraphs; no place changes."""
    parts, done = [], 0
    for block in view.blocks:
        parts += ["\n" * (block.start - done), view.text[block.start : block.end]]
        done = block.end
    return "".join([*parts, "\n" * (len(view.text) - done)])


def language_of(passage: Passage) -> str:
    """Return the language that most of a text is in, a character of Chinese for a word."""
    if len(_HAN.findall(passage.text)) > 2 * len(_LATIN_WORD.findall(passage.text)):
        return han_language()
    lengths = Counter[str]()
    for language, span in passage.reading.stretches:
        lengths[language] += span.end - span.start
    return max(lengths, key=lengths.__getitem__, default=DEFAULT)
