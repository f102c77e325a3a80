"""The things that a draft names, in their places, and what counts them: 25 D1 dies, an H100, 8块H100."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.draft.text.passage import Item, Passage, once
from factcheck.draft.things.catalogue import Found, Things
from factcheck.draft.words.cues import cue
from factcheck.quantity.languages import of_tables
from factcheck.source import Span

_CAPITALS = re.compile(r"(?<![A-Za-z0-9-])([A-Z][A-Z0-9]+) $")
_WORD = 12
REACH = 400
"""How far before a number the thing that it is of may be named."""
_MANY = 12
"""How many names on each side of a number are near it."""
_LINE = re.compile(r"(?<=[\u3400-\u9fff，。、：」』）)\uff1b\uff1f\uff01])\s*\n|\n(?=\s{0,100}[\u3400-\u9fff「『（])")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that is named; no key where the name (MI250X) is of none that is known. ``count`` is the number of it.

    ``worth``: what is meant is as much as such things have, and not things: 8,000 H100 equivalents.
    """

    key: str
    start: int
    end: int
    sentence: int
    count: Item | None = None
    worth: bool = False

    @property
    def single(self) -> bool:
        """Whether one is meant, or the kind."""
        return self.count is None or self.count.mention.number.nominal == 1


@dataclass(frozen=True)
class Scene:
    """A draft and the things in it."""

    passage: Passage
    things: Things

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The things and the unknown names, in order."""
        found = [one for one in self._found if not self._astray(one)]
        known = [self._placed("" if self._is_led(one) else one.key, one.start, one.end) for one in found]
        return tuple(sorted([*known, *self._unknown(found)], key=lambda one: one.start))

    def _is_led(self, one: Found) -> bool:
        """Whether a word of capitals makes it another name: DGX H100."""
        m = _CAPITALS.search(self.passage.text, max(0, one.start - _WORD), one.start)
        return (
            m is not None
            and m[1] not in self.things.makers
            and not self.things.vocabulary.noun.fullmatch(m[1].casefold())
        )

    @cached_property
    def _found(self) -> tuple[Found, ...]:
        return tuple(self.things.find(self.passage.text))

    @cached_property
    def _families(self) -> frozenset[str]:
        """The families of things that are named by a name of their own; one of two letters needs company."""
        text, things = self.passage.text, self.things
        named = [(one.key, text[one.start : one.end]) for one in self._found]
        sure = {things.family(key) for key, words in named if not things.is_vague(words)} - {""}
        for key, words in named:
            if words.isascii() and not words.islower() and things.measures(key) & self._peculiar:
                sure.add(things.family(key))
        return frozenset(sure)

    @cached_property
    def _peculiar(self) -> frozenset[str]:
        """What the text measures or counts, and what its other things have: operations a second, transistors."""
        measured = {base for item in self.passage.items for base, _ in item.dimension}
        counted = {one.key for one in self._found if self.things.is_noun(one.key)}
        sure = {one.key for one in self._found if not self.things.is_vague(self.passage.text[one.start : one.end])}
        return frozenset(measured | counted).union(*map(self.things.measures, sure))

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Named, ...]]:
        found: dict[int, list[Named]] = {}
        for one in self.named:
            found.setdefault(one.sentence, []).append(one)
        return {sentence: tuple(named) for sentence, named in found.items()}

    def named_in(self, sentence: int) -> tuple[Named, ...]:
        """Return what a sentence names, in order."""
        return self._by_sentence.get(sentence, ())

    def beside(self, sentence: int, at: int) -> tuple[Named, ...]:
        """Return the names of a sentence that are the nearest to a place."""
        named = self.named_in(sentence)
        place = bisect_left(named, at, key=_start)
        return named[max(0, place - _MANY) : place + _MANY]

    def between(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the names that start between two places."""
        return self.named[bisect_left(self.named, start, key=_start) : bisect_left(self.named, end, key=_start)]

    def near(self, item: Item) -> tuple[Named, ...]:
        """Return what the sentence of a quantity and the one before it name."""
        return self.named_in(item.sentence - 1)[-_MANY:] + self.beside(item.sentence, item.start)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The quantities in sentences that name a thing, and in those right behind."""
        near = {at for one in self.named if one.key for at in (one.sentence, one.sentence + 1)}
        return tuple(
            item for at in sorted(near) if at < len(self.passage.sentences) for item in self.passage.sentences[at].items
        )

    def _astray(self, found: Found) -> bool:
        """Whether an ordinary word, or a name of two letters, is not in the company that would make it the thing."""
        words = self.passage.text[found.start : found.end]
        if self.things.is_noun(found.key) or not self.things.is_vague(words):
            return False
        return self.things.family(found.key) not in self._families

    def _unknown(self, found: list[Found]) -> Iterator[Named]:
        for aside in self.passage.reading.asides:
            start, end = aside.span
            if (
                aside.kind == "identifier"
                and not self.things.vocabulary.harmless.fullmatch(aside.text)
                and not _touches(found, aside.span)
            ):
                yield self._placed("", start, end)

    def _placed(self, key: str, start: int, end: int) -> Named:
        sentence = self._sentence_at(start)
        count = self._count(key, start, end, sentence) if key else None
        return Named(key, start, end, sentence, count, bool(key) and _is_worth(self.passage.folded, end))

    def _sentence_at(self, at: int) -> int:
        return min(bisect_right(self._ends, at), len(self._ends) - 1)

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.span.end for sentence in self.passage.sentences]

    def _count(self, key: str, start: int, end: int, sentence: int) -> Item | None:
        items = self.passage.sentences[sentence].items
        place = bisect_right(items, start, key=_numeral_end)
        return items[place - 1] if place and self._counts(items[place - 1], key, start, end) else None

    def _counts(self, item: Item, key: str, start: int, end: int) -> bool:
        """Whether a number is of the thing behind it: 25 D1, 25块D1, 6个这样的tile, 32万英伟达A100 GPU."""
        measure = item.mention.measure
        if (measure.factors and item.dimension != ((key, 1),)) or item.is_percent:
            return False
        if measure.name and measure.span.start < end and start < measure.span.end:
            return True
        gap = self.passage.folded[item.mention.numeral.end : start]
        return _filler(self.things.makers).fullmatch(gap) is not None

    def counted(self, item: Item) -> Named | None:
        """Return the thing that a number counts."""
        return self._counting.get(item.index)

    @cached_property
    def _counting(self) -> dict[int, Named]:
        return {one.count.index: one for one in reversed(self.named) if one.count is not None}

    def line(self, item: Item) -> Span:
        """Return the sentence of a quantity; in Chinese a new line ends one, too."""
        ends = _lines(self.passage, item.sentence)
        place = min(bisect_right(ends, item.start), len(ends) - 1)
        return Span(ends[place - 1], ends[place])

    def before(self, item: Item) -> list[Named]:
        """Return what is named before a quantity in its sentence, the nearest first; not what it counts itself."""
        start = max(self.line(item).start, item.start - REACH)
        named = self.beside(item.sentence, item.start)
        return [one for one in named if start <= one.start and one.end <= item.start][::-1]

    def behind(self, item: Item) -> list[Named]:
        """Return what is named behind a quantity in its sentence; not what it counts itself."""
        _, end = self.line(item)
        named = self.beside(item.sentence, item.mention.numeral.end)
        return [one for one in named if item.mention.numeral.end <= one.start < end and one.count is not item]


def _is_worth(folded: str, end: int) -> bool:
    return re.compile(rf"[\s-]?的?(?:{cue('spec', 'worth').pattern})").match(folded, end) is not None


def _touches(found: list[Found], span: Span) -> bool:
    place = bisect_left(found, span.end, key=_start)
    return place > 0 and span.start < found[place - 1].end


def _start(one: Found | Named) -> int:
    return one.start


def _numeral_end(item: Item) -> int:
    return item.mention.numeral.end


@once
def _lines(passage: Passage, sentence: int) -> list[int]:
    """Return where a sentence starts, where a new line ends a part of it, and where it ends."""
    span = passage.sentences[sentence].span
    return [span.start, *(m.end() for m in _LINE.finditer(passage.text, span.start, span.end)), span.end]


@of_tables
def _filler(makers: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of what may stand between a number and the thing that it counts."""
    back = cue("spec", "back").pattern
    names = "|".join(re.escape(word.casefold()) for word in sorted(makers, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"[多余]?\s?(?:{cue('spec', 'classifier').pattern})?\s?(?:{back})?\s?(?:(?:{names})(?:的|['\u2019]s)?)?\s?"
    )
