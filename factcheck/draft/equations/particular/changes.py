"""What the relations about change share: the numbers of a draft that state one, the pairs, and the statements."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from factcheck.draft.equations.literal import premise
from factcheck.draft.equations.particular.linking import FAR
from factcheck.draft.equations.particular.pairs import Pair, pairs
from factcheck.draft.equations.particular.stated_change import Way, way
from factcheck.draft.equations.proposal import Candidate, Given, Proposal, given
from factcheck.draft.quantities.values import units
from factcheck.draft.text.passage import Item, Passage, Place, once

_AGAIN = re.compile(r",? (?:or|i\.e\.|that is),? (?:about |some |roughly )?| ?\(|[，,]?(?:即|也就是)约?")
_OF_ALL = re.compile(r" (?:of|in)\b")
_FINER = 10


@dataclass(frozen=True, slots=True)
class Changes:
    """The stated changes of a draft with their directions, and the pairs that its words make."""

    passage: Passage
    stated: tuple[tuple[Item, Way], ...]
    pairs: tuple[Pair, ...]
    starts: tuple[int, ...]
    skipped: frozenset[int]

    def place(self, item: Item) -> Item:
        """Return where a change is told first: the amount before ``(25 %)``."""
        at = bisect_left(self.stated, item.index, key=_index)
        known = 0 < at < len(self.stated) and self.stated[at][0] == item
        first = self.stated[at - 1][0] if known else item
        return first if says_again(self.passage, first, item) and item.is_percent else item

    def near(self, place: Place) -> tuple[Pair, ...]:
        """Return the pairs that a change may be of by where they stand: around it, or not far from it."""
        first = bisect_left(self.pairs, place.start - FAR, key=_end)
        return self.pairs[first : bisect_right(self.starts, place.end + FAR)]

    def of_sentence(self, sentence: int) -> tuple[Pair, ...]:
        """Return the pairs that end in a sentence."""
        first = bisect_left(self.pairs, sentence, key=_sentence)
        return self.pairs[first : bisect_right(self.pairs, sentence, key=_sentence)]


def _end(pair: Pair) -> int:
    return pair.end


def _sentence(pair: Pair) -> int:
    return pair.sentences[1]


@once
def changes(passage: Passage) -> Changes:
    """Read the stated changes and the pairs of a draft."""
    stated = tuple(_stated(passage))
    known = pairs(passage, frozenset(item for item, _ in stated))
    return Changes(passage, stated, known, _starts(known), frozenset(item.index for item, _ in stated))


def _index(stated: tuple[Item, Way]) -> int:
    return stated[0].index


def _starts(known: tuple[Pair, ...]) -> tuple[int, ...]:
    """Return for each pair where the first of it and of those behind it starts, for a search."""
    return tuple(accumulate((pair.start for pair in reversed(known)), min))[::-1]


def _stated(passage: Passage) -> Iterator[tuple[Item, Way]]:
    last: tuple[Item, Way] | None = None
    for item in passage.items:
        toward = way(passage, item) or (last[1] if last and says_again(passage, last[0], item) else None)
        last = None if toward is None else (item, toward)
        if last is not None:
            yield last


def says_again(passage: Passage, first: Item, second: Item) -> bool:
    """Whether a number tells the change right before it once more: rose by a quarter, or 25 percent."""
    if first.is_percent is second.is_percent or second.mention.number.nominal is None:
        return False
    gap = passage.between(first, second)
    bracket = "(" in gap and not second.is_percent  # rose by 5 percent (126 members) tells the result
    of_all = second.is_percent and _OF_ALL.match(passage.after(second, 8)) is not None
    return not bracket and not of_all and _AGAIN.fullmatch(gap) is not None


def inputs(pair: Pair, names: tuple[str, str] = ("before", "after")) -> tuple[Given, ...]:
    """Return the two values of a pair as inputs."""
    before, after = pair.before, pair.after
    return given(names[0], before, _as_fine(before, after)), given(names[1], after, _as_fine(after, before))


def _as_fine(item: Item, other: Item) -> str:
    """Return a value as an input; beside 1.2万, 1万 is 1.0万, as nobody rounds one of two to a lone digit."""
    own, others = item.mention.number, other.mention.number
    lone = own.nominal is not None and not own.hedge and own.span is None and own.lead == own.step
    near = own.step / _FINER**2 <= others.step < own.step and units(item) == units(other)
    return premise(item, Fraction(own.step) / _FINER) if lone and near else premise(item)


def signs(toward: Way | None) -> tuple[str, ...]:
    """Return the signs with which a change of a direction is written: a fall by 4 % is -change = 4 %."""
    return {"up": ("",), "down": ("-",)}.get(toward or "", ("", "-"))


def proposal(kind: str, target: Item, found: list[tuple[Pair, bool]], says: list[str]) -> Iterator[Proposal]:
    """Propose a number of a change for the nearest pair, and for the others that are as near in words."""
    if not found:
        return
    chosen, sure = nearest(found)
    candidates = tuple(Candidate(one, inputs(pair)) for pair in chosen for one in says)
    yield Proposal(kind, target.mention.span, candidates, firm=sure)


def nearest(found: list[tuple[Pair, bool]]) -> tuple[list[Pair], bool]:
    """Return the nearest pair of those that are sure, with another that ends in the same value; else a guess."""
    sure = [pair for pair, firm in found if firm] or [found[0][0]]
    return [pair for pair in sure if pair.end == sure[0].end][:2], any(firm for _, firm in found)
