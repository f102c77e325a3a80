"""A text that was read, as relations look at it: sentences, the quantities in them, and the words around each."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple

from factcheck.draft.text.blocks import Role
from factcheck.draft.words import multiples
from factcheck.prose.mention import Aside, Mention, Reading
from factcheck.prose.view import Row
from factcheck.quantity.dimension import BASES, Dimension, multiply, power
from factcheck.quantity.interval import Interval
from factcheck.quantity.languages import DEFAULT, han_language
from factcheck.quantity.units import UnitTable
from factcheck.quantity.words import widen
from factcheck.source import Span

_END = re.compile(
    r"(?<![.!?])[.!?]+[\"'”\u2019)\]]*(?=\s+[\"'“\u201e\u2018(\[]?[A-Z\u00c0-\u00de0-9\u3400-\u9fff])"
    r"|(?:[。\uff01\uff1f]+|(?<![0-9\uff10-\uff19])\uff0e(?![0-9\uff10-\uff19]))[”\u2019」』）]*|\n\s*\n|\n(?=[-*#|])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|No|vs|approx|ca|c|Fig|U\.S|U\.K|e\.g|i\.e|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_WINDOW = 80
CROWD = 16
"""How many quantities on one side of another are its neighbours; what is farther off in a long list or table is not."""
_ENDLESS = 10**200
_HAN_NOUN = 2
"""Where a Chinese noun ends is not certain (观众入场): two characters tell it apart."""
_PEOPLE = frozenset("人名位口")
"""The Chinese classifiers of people."""
_TIMES_SIGN = re.compile(r"[\s-]?(?:x\b|×)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Place(Protocol):
    """Where something stands that words say."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def sentence(self) -> int:
        """The sentence it is in."""


@dataclass(frozen=True)
class Item:
    """A mention in its place: ``index`` counts the mentions of the draft, ``sentence`` its sentences."""

    mention: Mention
    index: int
    sentence: int

    def __hash__(self) -> int:
        """Tell most items apart by place and value, those of other texts, too; a mention is slow to hash."""
        value = self.mention.number.nominal
        return hash((self.index, self.mention.span.start, value if isinstance(value, int) else 0))

    @cached_property
    def start(self) -> int:
        """Where it starts."""
        return self.mention.span.start

    @cached_property
    def end(self) -> int:
        """Where it ends."""
        return self.mention.span.end

    @cached_property
    def dimension(self) -> Dimension:
        """What its known unit measures; nothing for plain numbers and for counts of nouns."""
        total: Dimension = ()
        for factor in self.mention.measure.factors:
            total = multiply(total, power(factor.unit.dimension, factor.power))
        return total

    @cached_property
    def size(self) -> Fraction:
        """Its nominal value in base units, to tell which of two is larger; zero for a range."""
        return Fraction(self.mention.number.nominal or 0) * self.scale

    @cached_property
    def scale(self) -> Fraction:
        """How large its unit is in base units."""
        total = Fraction(1)
        for factor in self.mention.measure.factors:
            total *= Fraction(factor.unit.factor) ** int(factor.power)
        return total

    @cached_property
    def noun(self) -> str:
        """What it counts where that is no known unit: the last word of the noun; goal of 0.75 goals per match."""
        measure = self.mention.measure
        words = "" if measure.factors else measure.name.casefold().partition(" per ")[0]
        return words[:_HAN_NOUN] if _HAN.match(words) else words.rpartition(" ")[2]

    @cached_property
    def counter(self) -> str:
        """The Chinese character right behind the number, a classifier or a short noun: 户 of 420户."""
        at = self.mention.numeral.end - self.start
        behind = self.mention.text[at : at + 1]
        return behind if _HAN.match(behind) else ""

    @cached_property
    def counts(self) -> bool:
        """Whether it counts things or nothing, so that a whole number is exact."""
        return all(base not in BASES for base, _ in self.dimension) and not self.is_percent

    @cached_property
    def is_percent(self) -> bool:
        """Whether it is a percentage."""
        return self.mention.measure.name in {"percent", "percentage", "per cent"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quantities and its dates, in order, and the number of its paragraph."""

    index: int
    span: Span
    language: str
    items: tuple[Item, ...]
    asides: tuple[Aside, ...]
    block: int = 0

    def text(self, folded: str) -> str:
        """Return its words out of the draft's text (in lower case)."""
        return folded[self.span.start : self.span.end]


@dataclass(slots=True, eq=False)
class Passage:
    """A draft that was read; no sentence goes beyond one of its ``blocks`` (paragraphs), where they are known.

    ``roles`` are those of the blocks; ``tables`` the tables among them, as rows of cells. ``written`` is the day of the
    text (2005-03-01), empty where it is not known.
    """

    reading: Reading
    units: UnitTable
    folded: str = ""
    sentences: tuple[Sentence, ...] = ()
    items: tuple[Item, ...] = field(default=())
    blocks: Sequence[Span] = ()
    roles: Sequence[Role] = ()
    tables: Sequence[Sequence[Row]] = ()
    written: str = ""
    kept: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cut the text into sentences and lay the mentions out in them."""
        self.folded = widen(self.reading.text).translate(_LOWER)
        self.sentences = tuple(_sentences(self.reading, self.blocks or (Span(0, len(self.reading.text)),)))
        self.items = tuple(item for sentence in self.sentences for item in sentence.items)

    @property
    def text(self) -> str:
        """The draft as it stands."""
        return self.reading.text

    def without(self, places: Collection[Span]) -> "Passage":
        """Return the passage without the quantities of some places; itself where there are none."""
        ordered = sorted(places)
        starts, ends = [place.start for place in ordered], [place.end for place in ordered]
        free = tuple(
            one
            for one in self.reading.mentions
            if bisect_left(starts, one.span.end) <= bisect_right(ends, one.span.start)
        )
        if len(free) == len(self.reading.mentions):
            return self
        rest = replace(self.reading, mentions=free)
        blocks, roles, tables = self.blocks, self.roles, self.tables
        return Passage(rest, self.units, blocks=blocks, roles=roles, tables=tables, written=self.written)

    def sentence_at(self, at: int) -> Sentence:
        """Return the sentence of a place."""
        return self.sentences[max(0, bisect_right(self.sentences, at, key=_start) - 1)]

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """Return the sentences of a paragraph."""
        first = bisect_left(self.sentences, block, key=_block)
        return self.sentences[first : bisect_right(self.sentences, block, key=_block)]

    def before(self, item: Item, width: int = _WINDOW) -> str:
        """Return the words of its sentence before a quantity, in lower case, up to ``width`` characters."""
        return self.folded[max(self.sentences[item.sentence].span.start, item.start - width) : item.start]

    def after(self, item: Item, width: int = _WINDOW) -> str:
        """Return the words of its sentence behind a quantity, in lower case."""
        return self.folded[item.end : min(self.sentences[item.sentence].span.end, item.end + width)]

    def between(self, first: Item, second: Item) -> str:
        """Return the words between two quantities, in lower case."""
        return self.folded[first.end : second.start]

    def is_multiple(self, item: Item) -> bool:
        """Whether a number says how many times, and is no quantity of its own."""
        if item.mention.measure.name in multiples.names():
            return True
        after = self.after(item, 12)
        return _TIMES_SIGN.match(after) is not None or multiples.behind().match(after) is not None

    def nearby(self, item: Item, back: int = 1, ahead: int = 0) -> tuple[Item, ...]:
        """Return the quantities of the sentence of an item and of its neighbours in the paragraph, in order."""
        first, last = item.sentence - back, item.sentence + ahead
        block = self.sentences[item.sentence].block
        near = self.items[max(0, item.index - CROWD) : item.index + CROWD + 1]
        return tuple(
            one for one in near if first <= one.sentence <= last and self.sentences[one.sentence].block == block
        )

    def items_beside(self, sentence: int, at: int) -> tuple[Item, ...]:
        """Return the two quantities of a sentence before a place, and the two behind it."""
        items = self.sentences[sentence].items
        place = bisect_left(items, at, key=_item_start)
        return items[max(0, place - 2) : place + 2]

    def previous(self, item: Item) -> Item | None:
        """Return the quantity before another in its sentence."""
        before = self.items[item.index - 1] if item.index else None
        return before if before is not None and before.sentence == item.sentence else None

    def following(self, item: Item) -> tuple[Item, ...]:
        """Return the next quantities behind another in its sentence."""
        near = self.items[item.index + 1 : item.index + CROWD + 1]
        return tuple(one for one in near if one.sentence == item.sentence)


_Of = TypeVarTuple("_Of")
_T = TypeVar("_T")


def once(function: Callable[[Passage, *_Of], _T]) -> Callable[[Passage, *_Of], _T]:
    """Return a function that is worked out once for a passage, or for an item or a sentence of it, whoever asks."""

    @wraps(function)
    def found(passage: Passage, *of: *_Of) -> _T:
        key = (function, *of)
        if key not in passage.kept:
            passage.kept[key] = function(passage, *of)
        known: _T = passage.kept[key]
        return known

    return found


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _block(sentence: Sentence) -> int:
    return sentence.block


def _item_start(item: Item) -> int:
    return item.start


def alike(first: Item, second: Item) -> bool:
    """Whether two quantities may be compared or added: of one dimension, and not of two different nouns."""
    if first.dimension != second.dimension or first.is_percent != second.is_percent:
        return False
    return same_noun(first, second)


def same_noun(first: Item, second: Item) -> bool:
    """Whether two counts may be of one kind: of the same noun, the same classifier, or one of nothing named."""
    if not first.noun or not second.noun or first.noun == second.noun:
        return True
    return bool(first.counter) and same_counter(first, second)


def same_counter(first: Item, second: Item) -> bool:
    """Whether two counts have one Chinese classifier, or both one of people: 50名同学, 40人."""
    return first.counter == second.counter or {first.counter, second.counter} <= _PEOPLE


def _sentences(reading: Reading, blocks: Iterable[Span]) -> Iterable[Sentence]:
    count = 0
    inside = _within(reading.asides)
    items, asides, parts = deque(reading.mentions), deque(reading.asides), deque(reading.stretches)
    spans = ((at, span) for at, block in enumerate(blocks) for span in _spans(reading.text, block, inside))
    for index, (at, span) in enumerate(spans):
        own = []
        while items and items[0].span.start < span.end:
            own.append(Item(_bounded(items.popleft()), count, index))
            count += 1
        beside = []
        while asides and asides[0].span.start < span.end:
            beside.append(asides.popleft())
        while len(parts) > 1 and parts[0].span.end < span.end:
            parts.popleft()
        language = parts[0].language if parts else DEFAULT
        if _HAN.search(reading.text, span.start, span.end):
            language = han_language()
        yield Sentence(index, span, language, tuple(own), tuple(beside), at)


def _bounded(mention: Mention) -> Mention:
    """Return a mention without its value where that is too large for a float: nothing of a text is compared with it."""
    number = mention.number
    if number.nominal is None or abs(Fraction(number.nominal)) < _ENDLESS:
        return mention
    return replace(mention, number=replace(number, nominal=None, coarse=None, span=Interval(None, None)))


def _within(asides: Iterable[Aside]) -> frozenset[int]:
    """Return the places of full stops that are part of something else: of 12. März 2024, and of an ordinal."""
    return frozenset(
        aside.span.start + at
        for aside in asides
        if "." in aside.text
        for at, sign in enumerate(aside.text if aside.kind == "ordinal" else aside.text[:-1])
        if sign == "."
    )


def _spans(text: str, block: Span, inside: Collection[int]) -> Iterable[Span]:
    start = block.start
    for m in _END.finditer(text, block.start, block.end):
        if m.start() in inside or _ABBREVIATION.search(text, max(start, m.end() - 8), m.end()):
            continue
        yield Span(start, m.end())
        start = m.end()
    if start < block.end:
        yield Span(start, block.end)
