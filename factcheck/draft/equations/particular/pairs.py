"""The two values that a change is between: from A to B, B against A, A last year and B now."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factcheck.draft.quantities.values import comparable, is_bare, is_classifier, kind, together, values, with_unit
from factcheck.draft.text.moments import Moment, last_end, latest, moment
from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words.phrases import Phrases, phrases, spaced

How = Literal["from", "against", "to", "dates"]

_HARD = re.compile("[;；]")  # noqa: RUF001 - Chinese signs
_CLAUSE = re.compile(r"[,，:：]")
_OF = re.compile(r"[^，,。；;]{0,12}的$")  # noqa: RUF001 - Chinese signs
_FEW = 5
_SHORT = 2
_NAMELESS = ("last", "now", "earlier", "before_last", "neutral", "det", "fill", "to", "verb_to")
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
    moments = cache(lambda at: moment(passage, known[at]))
    return tuple(pair for at in range(len(known)) for pair in _ending_at(passage, known, moments, at))


def _ending_at(passage: Passage, known: list[Item], moments: Callable[[int], Moment], at: int) -> Iterator[Pair]:
    """Yield the pairs whose second value is the one at a position."""
    second = known[at]
    reach = [i for i in range(max(0, at - _REACH), at) if _in_reach(passage, known[i], second)]
    if not reach:
        return
    stated = _stated(passage, known[reach[-1]], second) or _resumed(passage, known[reach[-1]], second)
    if stated is not None:
        yield stated
        return
    yield from _dated(known, moments, [i for i in reach if _of_one(passage, known[i], second)], at)


def _in_reach(passage: Passage, first: Item, second: Item) -> bool:
    if second.sentence - first.sentence > _BACK or first.end > second.start or not comparable(first, second):
        return False
    bare = is_bare(first) or is_bare(second)
    if bare and first.sentence != second.sentence and first.dimension != second.dimension:
        return False  # 212 of anything, and $8 billion in the next sentence
    return together(passage, first.end, second.start)


def _stated(passage: Passage, first: Item, second: Item) -> Pair | None:
    """Return the pair that prepositions or a verb make of two values of one sentence."""
    between = spaced(passage.between(first, second))
    if first.sentence != second.sentence or len(between) > _NEAR or _HARD.search(between):
        return None
    before = spaced(_own_words(passage, first))
    if _is_from(before) and _ends(between, "to"):
        return paired(first, second, "from")
    if _up_from(before, between):
        return paired(second, first, "from")
    if _is_against(between):
        return paired(second, first, "against")
    return paired(first, second, "to") if _ends(between, "verb_to") else None


def _resumed(passage: Passage, first: Item, second: Item) -> Pair | None:
    """Return the pair of a value and what it became in the sentence behind: it holds 640 GB. 总量升到1128GB."""
    words = _CLAUSE.split(spaced(_own_words(passage, second)))[-1]
    if second.sentence - first.sentence != 1 or not _ends(words, "verb_to"):
        return None
    return paired(first, second, "to") if phrases("change", "anaphora").inside(words) else None


def _own_words(passage: Passage, item: Item) -> str:
    """Return the words before a value back to the quantity before it."""
    return passage.before(item, min(24, item.start - last_end(passage, item)))


def _up_from(before: str, between: str) -> bool:
    """Whether ``rose to B from A`` or ``B, up 4 % from A``."""
    if not re.search(r"\bfrom$", _bare(between)):
        return False
    return _ends(before, "to") or re.search(r"\b(?:up|down|more|less|higher|lower)\b", between) is not None


def _bare(words: str) -> str:
    """Return words without the articles and hedges at their end, and what a Chinese value is of: 至今年的, 至每公斤."""
    words = phrases("change", "det").without_end(words.rstrip(" ~$€£¥"))
    return re.sub(r"每[\u3400-\u9fff]{1,4}$", "", words)


def _is_from(words: str) -> bool:
    return re.search(r"\bfrom$|[从由自][^，,。；;]{0,16}$", _bare(words)) is not None  # noqa: RUF001 - Chinese signs


def _ends(words: str, key: str) -> bool:
    """Whether words end with a preposition or verb, before a Chinese attribute of the value, if any."""
    known = phrases("change", key)
    if _ends_in(words, known):
        return True
    m = _OF.search(words.rstrip())
    return m is not None and any(known.ending(words[: m.start() + i]) for i in range(len(m[0])))


def _ends_in(words: str, known: Phrases) -> bool:
    """Whether words end with a phrase, or with one and articles and hedges behind it."""
    rest = re.sub(r"每[\u3400-\u9fff]{1,4}$", "", words.rstrip(" ~$€£¥"))
    while not known.ending(rest):
        article = phrases("change", "det").ending(rest)
        if not article:
            return False
        rest = rest[: -len(article)].rstrip()
    return True


def _is_against(words: str) -> bool:
    """Whether words end with a comparison: compared with the, than last year's, 超过了1号线的."""
    known = phrases("change", "against")
    if _ends(words, "against"):
        return True
    parts = re.split(r"[,;:()]", _bare(words))[-1].split()
    return any(known.ending(" ".join(parts[:-n])) for n in range(1, min(_FEW, len(parts))))


def _of_one(passage: Passage, first: Item, second: Item) -> bool:
    """Whether two Chinese counts by a mere classifier may be of one thing: not 选手1200名 and 志愿者300名."""
    if not is_classifier(kind(second)):
        return True
    own = re.split("[,，;；]", passage.before(second))[-1]  # noqa: RUF001 - Chinese signs
    known, rest = phrases("change", *_NAMELESS), ""
    while own:
        word = known.starting(own)
        rest, own = rest + ("" if word else own[0]), own[len(word) or 1 :]
    return len(rest) <= _SHORT or any(char in passage.before(first) for char in rest)


def _dated(known: list[Item], moments: Callable[[int], Moment], reach: list[int], at: int) -> Iterator[Pair]:
    """Yield the pairs that differ in time: the last earlier value, or for a look back the latest one."""
    earlier = [i for i in reach if moments(i).is_before(moments(at))]
    if earlier:
        yield paired(known[earlier[-1]], known[at], "dates")
    later = [i for i in reach if moments(at).is_before(moments(i))]
    newest = latest(moments(i) for i in later)
    for i in reversed(newest[-2:]):
        yield paired(known[at], known[later[i]], "dates")
