"""The two values that a change is between: from A to B, B against A, A last year and B now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factcheck.draft.cues import cue
from factcheck.draft.moments import Moment, latest, moment
from factcheck.draft.passage import Item, Passage
from factcheck.draft.values import comparable, is_time, values, with_unit

How = Literal["from", "against", "to", "dates"]

_HARD = re.compile("[;；]")
_CLAUSE = re.compile(r"[,，:：]")
_NEAR = 110
_BACK = 2
_REACH = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one kind, the earlier (or the one compared with) first, and how the words pair them."""

    before: Item
    after: Item
    how: How

    @property
    def start(self) -> int:
        """Where the first of them starts."""
        return min(self.before.start, self.after.start)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return max(self.before.end, self.after.end)

    @property
    def sentences(self) -> tuple[int, int]:
        """The sentences of the first and of the last."""
        return min(self.before.sentence, self.after.sentence), max(self.before.sentence, self.after.sentence)


def paired(before: Item, after: Item, how: How) -> Pair:
    """Return two values as a pair, both in a unit: 45 francs and 54 are 45 francs and 54 francs."""
    return Pair(with_unit(before, after), with_unit(after, before), how)


def pairs(passage: Passage, skip: frozenset[Item] = frozenset()) -> tuple[Pair, ...]:
    """Return the pairs that the words make, in the order of the text; ``skip`` are numbers that state a change."""
    known = [value for value in values(passage) if value not in skip]
    moments = [moment(passage, value) for value in known]
    return tuple(pair for at in range(len(known)) for pair in _ending_at(passage, known, moments, at))


def _ending_at(passage: Passage, known: list[Item], moments: list[Moment], at: int) -> Iterator[Pair]:
    """Yield the pairs whose second value is the one at a position."""
    second = known[at]
    reach = [i for i in range(max(0, at - _REACH), at) if _in_reach(known[i], second)]
    if not reach:
        return
    stated = _stated(passage, known[reach[-1]], second) or _resumed(passage, known[reach[-1]], second)
    if stated is not None:
        yield stated
        return
    yield from _dated(known, moments, reach, at)


def _in_reach(first: Item, second: Item) -> bool:
    return second.sentence - first.sentence <= _BACK and comparable(first, second) and first.end <= second.start


def _stated(passage: Passage, first: Item, second: Item) -> Pair | None:
    """Return the pair that prepositions or a verb make of two values of one sentence."""
    between = passage.between(first, second)
    if first.sentence != second.sentence or len(between) > _NEAR or _HARD.search(between):
        return None
    before = _own_words(passage, first)
    if _from().search(before) and _to().search(between):
        return paired(first, second, "from")
    if _up_from(before, between):
        return paired(second, first, "from")
    if _against().search(between):
        return paired(second, first, "against")
    return paired(first, second, "to") if _verb_to().search(between) else None


def _resumed(passage: Passage, first: Item, second: Item) -> Pair | None:
    """Return the pair of a value and what it became in the sentence behind: it holds 640 GB. 总量升到1128GB."""
    words = _CLAUSE.split(_own_words(passage, second))[-1]
    if second.sentence - first.sentence != 1 or not _verb_to().search(words):
        return None
    return paired(first, second, "to") if cue("change", "anaphora").search(words) else None


def _own_words(passage: Passage, item: Item) -> str:
    """Return the words before a value back to the quantity before it."""
    ends = [one.end for one in passage.sentences[item.sentence].items if one.end <= item.start and not is_time(one)]
    return passage.before(item, min(24, item.start - max(ends, default=0)))


def _up_from(before: str, between: str) -> bool:
    """Whether ``rose to B from A`` or ``B, up 4 % from A``."""
    if not re.search(rf"\bfrom\b{_det()}$", between):
        return False
    return bool(_to().search(before) or re.search(r"\b(?:up|down|more|less|higher|lower)\b", between))


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?:\bfrom\b|[从由自][^，,。；;]{{0,16}}){_det()}$")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('change', 'to').pattern})(?:[^，,。；;]{{0,10}}的)?{_det()}$")


@cache
def _verb_to() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('change', 'verb_to').pattern})(?:[^，,。；;]{{0,10}}的)?{_det()}$")


@cache
def _against() -> re.Pattern[str]:
    few = r"(?:[\s-]?[a-z']+){0,4}\s?(?:[a-z0-9]{0,8}[\u3400-\u9fff]{0,10}的)?"
    return re.compile(rf"(?:{cue('change', 'against').pattern}){few}{_det()}$")


def _det() -> str:
    return rf"(?:[\s~]*(?:{cue('change', 'det').pattern}))*\s*[$€£¥]?"


def _dated(known: list[Item], moments: list[Moment], reach: list[int], at: int) -> Iterator[Pair]:
    """Yield the pairs that differ in time: the last earlier value, or for a look back the latest one."""
    earlier = [i for i in reach if moments[i].is_before(moments[at])]
    if earlier:
        yield paired(known[earlier[-1]], known[at], "dates")
    later = [i for i in reach if moments[at].is_before(moments[i])]
    newest = latest(moments[i] for i in later)
    for i in reversed(newest[-2:]):
        yield paired(known[at], known[later[i]], "dates")
