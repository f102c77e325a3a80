"""Numbers and words that state how many times: three times, tripled, half the, 4倍以上, 翻了一番."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from factcheck.draft.cues import cue_table
from factcheck.draft.literal import stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.phrases import phrases, spaced
from factcheck.draft.values import is_multiple
from factcheck.quantity.words import LANGUAGES, majorities
from factcheck.source import Span

Form = Literal["as", "more", "less"]


@dataclass(frozen=True, slots=True)
class Multiple:
    """A stated multiple: where it stands, its literal, and whether it is N times as much, N times more, or less.

    ``half``: the plain word, which mostly is a share of a whole.
    """

    span: Span
    literal: str
    form: Form
    sentence: int
    small: bool = False
    half: bool = False

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.span.end


def multiples(passage: Passage) -> Iterator[Multiple]:
    """Yield the multiples of a draft."""
    taken = [_of_item(passage, item) for item in passage.items if _is_multiple(passage, item)]
    yield from taken
    starts = [one.start for one in taken]
    for one in _words(passage):
        last = bisect_left(starts, one.end) - 1
        if last < 0 or taken[last].end <= one.start:
            yield one


def _is_multiple(passage: Passage, item: Item) -> bool:
    return item.mention.number.nominal is not None and (is_multiple(passage, item) or _is_rough(passage, item))


def _is_rough(passage: Passage, item: Item) -> bool:
    number = item.mention.number
    word = number.text.casefold()
    if word in majorities() or (word in _ADJECTIVES and passage.before(item, 2) == "a "):
        return False
    return number.kind == "rough" and not item.mention.measure.name and number.nominal in _ROUGH


_ADJECTIVES = frozenset({"double", "triple", "treble", "quadruple"})
_ROUGH = {Fraction(1, 2), 2, 3, 4}


def _of_item(passage: Passage, item: Item) -> Multiple:
    number = item.mention.number
    small = (number.nominal or 0) < 1
    after, before = passage.after(item, 40), passage.before(item, 24)
    form: Form = (
        "more"
        if _is_behind(after, "more") or _is_more_before(before)
        else "less"
        if _is_behind(after, "less")
        else "as"
    )
    return Multiple(item.mention.span, stated(item), form, item.sentence, small=small, half=small)


def _is_behind(after: str, key: str) -> bool:
    """Whether ``times more`` or ``times less`` stands behind a number."""
    rest = phrases("multiple", "mark").without_start(spaced(after))
    return bool(phrases("multiple", key).starting(rest))


def _is_more_before(before: str) -> bool:
    """Whether a Chinese verb of growth stands before a number, and does not lead to it: 增长了3倍, not 增至3倍."""
    rest = phrases("change", "fill").without_end(before)
    return bool(rest and not rest[-1].isascii() and phrases("multiple", "more").ending(rest)) and not before.endswith(
        "为"
    )


def _words(passage: Passage) -> Iterator[Multiple]:
    for sentence in passage.sentences:
        for m in _word().finditer(passage.folded, sentence.span.start, sentence.span.end):
            literal = _literals()[m[0]]
            yield Multiple(Span(*m.span()), literal, "as", sentence.index, small=literal == "half")


@cache
def _word() -> re.Pattern[str]:
    words = sorted(_literals(), key=len, reverse=True)
    return re.compile("|".join(map(_pattern, words)))


def _pattern(word: str) -> str:
    """Return the pattern of a word, its first letter before all conditions; a double is no multiple."""
    if not word.isascii():
        return word
    adjective = rf"(?<!a {word[0]})" if word in _ADJECTIVES else ""
    return rf"{word[0]}(?<!\w{word[0]}){adjective}{word[1:]}\b(?!-[a-z])"


@cache
def _literals() -> dict[str, str]:
    return {word: value for language in LANGUAGES for word, value in cue_table("multiple", language)["words"].items()}
