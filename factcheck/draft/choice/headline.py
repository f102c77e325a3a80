"""The numbers of a headline, a deck, a caption or a summary against the text: told there, a slip, or not told."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from factcheck.draft.choice.retold import Pair, comes_from, is_slip, pair, significant, statement
from factcheck.draft.equations.proposal import READINGS, Proposal, Voice
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import NONE, Quantity
from factcheck.draft.text.dates import whens
from factcheck.draft.text.passage import Passage
from factcheck.draft.text.places import are_elsewhere
from factcheck.draft.text.shared import words_in
from factcheck.draft.words.records import trusted
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.languages import draft_table, latin
from factcheck.source import Span

KIND, ROW = "headline", "headline-slip"
_AGAIN = frozenset({"headline", "deck", "summary", "caption"})
_TOLD = frozenset({"paragraph", "item"})
_AROUND = 60
_BESIDE = 12
_BEFORE, _BEHIND, _FAR = 20, 30, 100
"""How many quantities before and behind a number may be those that it tells again; behind that of the title, more."""
_FEW = 2
_BREAK = re.compile(r"[.,;:，。；：]")
_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


class Body(NamedTuple):
    """What the text tells: its quantities in order, its words and digits, and how many years lie between its dates."""

    quantities: Sequence[Quantity]
    words: frozenset[str]
    spans: frozenset[int]
    ranges: Mapping[Dimension, tuple[Sequence[float], Sequence[float]]]
    """Of the quantities without a value, by what they measure: their lower ends in order, and how far they reach."""

    def between(self, first: int, last: int) -> Sequence[Quantity]:
        """Return the quantities of the text from one index to another."""
        return self.quantities[
            bisect_left(self.quantities, first, key=_index) : bisect_right(self.quantities, last, key=_index)
        ]

    def is_within(self, value: float, dimension: Dimension) -> bool:
        """Whether a value lies within one of the ranges of a dimension."""
        lows, reach = self.ranges.get(dimension, ((), ()))
        at = bisect_right(lows, value) - 1
        return at >= 0 and value <= reach[at]


class Told(NamedTuple):
    """A number of the text beside one of a headline, and how many of its words are near that, and in its sentence."""

    pair: Pair
    near: int
    around: int

    @property
    def is_small(self) -> bool:
        """Whether the number has one digit that counts, so that many others are the same, or one slip away."""
        return significant(self.pair.again.item.mention.number.text) < _FEW

    @property
    def is_sure(self) -> bool:
        """Whether the text surely tells the number of the headline; a small one by the words around it."""
        if self.pair.alike:
            return self.pair.is_exact or self.near > int(self.is_small)
        return self.pair.is_exact and (not self.is_small or self.near > 1)

    @property
    def is_meant(self) -> bool:
        """Whether the text surely tells of the same thing, though it tells another number."""
        if self.is_small:
            return self.near > 1
        return self.near > 0 or (self.pair.alike and self.around > 0)


class Headed(NamedTuple):
    """A number of a headline: where the text tells it, or what it may be a slip of; ``row`` is its construction."""

    again: Quantity
    told: Sequence[Told]
    slips: Sequence[Told]
    row: str


def propose(layout: Layout, wrong: Collection[int] = ()) -> Iterator[Proposal]:
    """Propose each number of a headline that the text tells, and those that are one slip away from what it tells.

    ``wrong`` are the numbers that the text itself speaks against: those say nothing against a headline.
    """
    for again, told, slips, row in headed(layout):
        sure = [one for one in told if one.is_sure]
        if sure:
            yield _made(again, sure[:READINGS], "verify")
        meant = [one for one in slips if one.is_meant and one.pair.first.index not in wrong]
        if meant:
            sure_of = _is_title(layout.passage, again) and row in trusted()
            yield _made(again, meant[:1], "accuse" if sure_of else "ask", row)


def headed(layout: Layout) -> Iterator[Headed]:
    """Yield the numbers of headlines, decks, captions and summaries."""
    passage = layout.passage
    again = [one for one in layout.quantities if _role(passage, one) in _AGAIN and one.code != NONE]
    if not again:
        return
    body = _body(layout)
    for one in again:
        row = f"{passage.sentences[one.sentence].language}:{ROW}"
        behind = _FAR if _is_title(passage, one) else _BEHIND
        near = body.between(one.index - _BEFORE, one.index + behind)
        pairs = [found for other in near if (found := pair(one, other)) is not None]
        told = _told(layout, one, [found for found in pairs if found.agrees])
        slips = [] if told or _is_excused(one, pairs, body) else [found for found in pairs if is_slip(found)]
        slips = [
            found for found in slips if not _is_of_others(passage, found.first) and not _is_elsewhere(passage, found)
        ]
        yield Headed(one, told, _told(layout, one, slips), row)


def _role(passage: Passage, one: Quantity) -> str:
    return passage.roles[passage.sentences[one.sentence].block] if passage.roles else "paragraph"


def _body(layout: Layout) -> Body:
    passage = layout.passage
    told = [one for one in layout.quantities if _role(passage, one) in _TOLD]
    blocks = [block for block, role in zip(passage.blocks, passage.roles, strict=True) if role in _TOLD]
    words = (m[0].replace(",", "") for block in blocks for m in _WORD.finditer(passage.folded, *block))
    dates = [date.year for sentence in passage.sentences for date in whens(passage, sentence.index)]
    years = {abs(one - other) for one in set(dates) for other in set(dates)}
    return Body(told, frozenset(words), frozenset(years), _ranges(told))


def _ranges(told: Iterable[Quantity]) -> Mapping[Dimension, tuple[Sequence[float], Sequence[float]]]:
    found: dict[Dimension, list[tuple[float, float]]] = {}
    for one in told:
        if one.code == NONE:
            found.setdefault(one.dimension, []).append((one.low, one.high))
    for ends in found.values():
        ends.sort()
    return {
        dimension: ([low for low, _ in ends], [*accumulate((high for _, high in ends), max)])
        for dimension, ends in found.items()
    }


def _index(one: Quantity) -> int:
    return one.index


def _ordinals(value: object) -> Iterator[str]:
    """Yield the ordinals of a number: the fourth bank."""
    return (word for word, number in latin()["ordinals"].items() if number == value)


def _told(layout: Layout, again: Quantity, pairs: Sequence[Pair]) -> list[Told]:
    """Return the tellings of a number, those of its kind and with words of its headline around them first."""
    passage = layout.passage
    words = words_in(passage.folded, passage.sentences[again.sentence].span) if pairs else frozenset()
    found = []
    for one in pairs:
        sentence = passage.sentences[one.first.sentence].span
        near = Span(max(sentence.start, one.first.start - _AROUND), min(sentence.end, one.first.end + _AROUND))
        shared = (len(words & words_in(passage.folded, place)) for place in (near, sentence))
        found.append(Told(one, *shared))
    return sorted(found, key=lambda one: (one.pair.is_exact, one.pair.alike, min(one.near, 3)), reverse=True)


def _is_excused(again: Quantity, pairs: Sequence[Pair], body: Body) -> bool:
    """Whether a number may be meant as another one, follows from others, or stands in the text as something else."""
    number = again.item.mention.number
    written = number.text.replace(",", "").strip()
    if {written, str(number.nominal), *_ordinals(number.nominal)} & body.words or number.nominal in body.spans:
        return True
    if body.is_within(again.value, ()) or body.is_within(again.value, again.dimension):
        return True
    return any(one.may_agree for one in pairs) or comes_from(again, pairs)


def _is_of_others(passage: Passage, one: Quantity) -> bool:
    """Whether a number counts only the others: 23 other states, another 12."""
    found = _others(passage.sentences[one.sentence].language)
    before = _BREAK.split(passage.before(one.item, _BESIDE))[-1]
    return any(found.search(words) for words in (before, _BREAK.split(passage.after(one.item, _BESIDE))[0]))


def _is_elsewhere(passage: Passage, found: Pair) -> bool:
    """Whether the title is about one place, and what the text tells about another."""
    if not _is_title(passage, found.again):
        return False
    headline, told = (passage.sentences[one.sentence] for one in (found.again, found.first))
    return are_elsewhere(passage, headline, told)


@cache
def _others(language: str) -> re.Pattern[str]:
    words = draft_table(language, "blocks").get("others", ())
    return re.compile("|".join(rf"\b{re.escape(word)}\b" if word.isascii() else word for word in words) or "(?!)")


def _is_title(passage: Passage, again: Quantity) -> bool:
    return passage.sentences[again.sentence].block == 0 and _role(passage, again) == "headline"


def _made(again: Quantity, told: Sequence[Told], voice: Voice, row: str = "") -> Proposal:
    candidates = tuple(statement(one.pair) for one in told)
    return Proposal(KIND, again.item.mention.span, candidates, voice=voice, row=row)
