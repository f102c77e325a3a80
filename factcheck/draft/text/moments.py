"""When a value held, as far as its words say: in 2019, a year earlier, 去年二季度, now."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.draft.quantities.values import is_date
from factcheck.draft.text.dates import When, whens
from factcheck.draft.text.passage import Item, Passage, once
from factcheck.draft.words.phrases import phrases
from factcheck.prose.lexicon import lexicon
from factcheck.source import Span

_BREAK = re.compile(r"[;；:：]|[,，、]|\b(?:and|but|while|now|currently|nowadays)\b")  # noqa: RUF001 - Chinese signs
_OPEN = r"|[(（](?![^()（）]*[)）])"
"""A bracket around the next value: 640 in May (May last year: 512)."""
_STOP = re.compile(rf"[;；:：,，、]|\b(?:now|currently|nowadays)\b{_OPEN}")  # noqa: RUF001 - Chinese signs
_HARD = re.compile(rf"[;；]{_OPEN}")  # noqa: RUF001 - Chinese signs
_QUARTER = re.compile(r"\b(?:first|second|third|fourth)[\s-]quarter|\bq[1-4]\b|[一二三四1-4]季度|[上下]半年")
_MONTH = re.compile(r"([0-9]{1,2})\s?月|\b(?:in|for|by|to|of|since)\s([a-z]{3,9})\b")
_PARTS = {"first": 3, "q1": 3, "一": 3, "1": 3, "second": 6, "q2": 6, "二": 6, "2": 6, "third": 9, "q3": 9, "三": 9,
          "3": 9, "fourth": 12, "q4": 12, "四": 12, "4": 12, "上": 6, "下": 12}  # fmt: skip
_EARLIER = -2
_REACH = 300
"""How far from a value the words that date it may stand."""
_RANKS = {"before_last": -3, "earlier": _EARLIER, "last": -1, "future": 1, "now": 0}
_AGES = {"old": _EARLIER, "new": 0}
_NEW_ZH = re.compile(r"(?:^|[,，。;；])新(?![增建开入])[^,，。;；]{0,12}$")  # noqa: RUF001 - Chinese signs
_OLD_ZH = re.compile(r"(?:^|[,，。;；])[老旧][^,，。;；]{0,12}$")  # noqa: RUF001 - Chinese signs


class Moment(NamedTuple):
    """A year by its number, or relative to now (-1: last year, -2: earlier); the part of the year in months."""

    year: int | None = None
    now: int | None = None
    part: int = 0

    def is_before(self, other: "Moment") -> bool | None:
        """Whether this is the earlier of two moments; None where the words do not say."""
        if self.year is not None and other.year is not None:
            return self._ordered(self.year, other.year, other)
        if self.year is None and other.year is None:
            return self._spoken(other)
        return self._mixed(other)

    def _spoken(self, other: "Moment") -> bool | None:
        """Compare two relative moments; what is not dated at all lies before what holds now."""
        if self == Moment() and other.now == 0:
            return True
        return None if other == Moment() and self.now == 0 else self._ordered(self.now or 0, other.now or 0, other)

    def _ordered(self, own: int, others: int, other: "Moment") -> bool | None:
        if own != others:
            return own < others
        return self.part < other.part if self.part and other.part and self.part != other.part else None

    def _mixed(self, other: "Moment") -> bool | None:
        """Compare a year with a word: it lies before ``now`` and ``last spring``, but after ``a year earlier``."""
        relative = other if self.year is not None else self
        if relative.now is None:
            return None
        return (relative.now != _EARLIER) is (self.year is not None)


def moment(passage: Passage, item: Item) -> Moment:
    """Return when a value held, by the words of its clause behind it, or else before it."""
    behind, ahead = _regions(passage, item)
    dates = whens(passage, item.sentence)
    found = _read(passage, behind, dates, first=True)
    return found if found != Moment() else _read(passage, ahead, dates, first=False)


def _regions(passage: Passage, item: Item) -> tuple[Span, Span]:
    sentence = passage.sentences[item.sentence]
    starts, ends = _others(passage, item.sentence)
    before, after = bisect_right(ends, item.start), bisect_left(starts, item.end)
    start, end = ends[before - 1] if before else sentence.span.start, [*starts[after : after + 1], sentence.span.end][0]
    start, end = max(start, item.start - _REACH), min(end, item.end + _REACH)
    stop = _STOP.search(passage.folded, item.end, end)
    behind = Span(item.end, stop.start() if stop else end)
    if sentence.language == "zh":
        return Span(item.end, item.end), Span(start, item.start)
    return behind, _ahead(passage, start, item, shared=bool(before))


def last_end(passage: Passage, item: Item) -> int:
    """Return where the value before a value in its sentence ends, or 0; what may say when it held is none."""
    _, ends = _others(passage, item.sentence)
    before = bisect_right(ends, item.start)
    return ends[before - 1] if before else 0


@once
def _others(passage: Passage, sentence: int) -> tuple[list[int], list[int]]:
    """Return where the values of a sentence start and end, without those that may say when others held."""
    found = [one for one in passage.sentences[sentence].items if not is_date(one)]
    return [one.start for one in found], [one.end for one in found]


def _cut(passage: Passage, start: int, end: int) -> int:
    m = _BREAK.search(passage.folded, start, end)
    return m.start() if m else end


def _ahead(passage: Passage, start: int, item: Item, *, shared: bool) -> Span:
    """Return the words before a value that are its own: what stands directly behind the one before is not."""
    if not shared:
        return Span(start, item.start)
    hard = [m.end() for m in _HARD.finditer(passage.folded, start, item.start)]
    if hard:
        return Span(hard[-1], item.start)
    own = _cut(passage, start, item.start)
    return Span(own, item.start) if item.start - own > 1 else Span(item.start, item.start)


def _read(passage: Passage, place: Span, dates: tuple[When, ...], *, first: bool) -> Moment:
    words = passage.folded[place.start : place.end]
    own = _inside(dates, place)
    part = _part(words)
    if own:
        date = own[0 if first else -1]
        return Moment(date.year, None, date.month or part)
    return Moment(None, _relative(words, ahead=not first), part)


def _part(words: str) -> int:
    """Return the month, or the last one of the quarter or half, that is named, or 0."""
    months = [int(m[1]) if m[1] else lexicon().months.get(m[2], 0) for m in _MONTH.finditer(words)]
    if any(months):
        return next(filter(None, months))
    m = _QUARTER.search(words)
    return next((end for word, end in _PARTS.items() if m[0].startswith(word)), 0) if m else 0


def _inside(dates: tuple[When, ...], place: Span) -> tuple[When, ...]:
    return dates[bisect_left(dates, place.start, key=_start) : bisect_left(dates, place.end, key=_start)]


def _start(date: When) -> int:
    return date.span.start


def _relative(words: str, *, ahead: bool) -> int | None:
    if _NEW_ZH.search(words):
        return 0
    if _OLD_ZH.search(words):
        return _EARLIER
    ranks = {**_RANKS, **_AGES} if ahead else _RANKS
    return next((rank for key, rank in ranks.items() if phrases("change", key).inside(words)), None)


def latest(moments: Iterable[Moment]) -> list[int]:
    """Return the indices of those that none of the others is later than."""
    known = list(moments)
    return [i for i, one in enumerate(known) if not any(one.is_before(other) for other in known)]
