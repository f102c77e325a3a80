"""The values of a draft that may be compared with each other: one a mention, two for ``from 31 to 36 percent``."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter

from factcheck.draft.text.passage import CROWD, Item, Passage, Place, once
from factcheck.draft.words.cues import cue_table
from factcheck.draft.words.phrases import phrases
from factcheck.prose.mention import Measure

_TIME = (("time", 1),)
_TIMES = {"倍", "番", "fold", "time"}
_THINGS = "个"
_PERCENT = ("percent", "percentage", "per cent")


_START, _SENTENCE = attrgetter("start"), attrgetter("sentence")


@once
def values(passage: Passage) -> tuple[Item, ...]:
    """Return the quantities with one value each; the ends of ``from A to B`` are two."""
    found = (value for item in passage.items for value in _ends(item) if _is_value(passage, value))
    return tuple(_counted(passage, value) for value in found)


def values_near(passage: Passage, place: Place, back: int) -> tuple[Item, ...]:
    """Return the values around a place in its sentence and ``back`` before it, the nearest on each side."""
    known = values(passage)
    at = bisect_left(known, place.start, key=_START)
    first = bisect_left(known, place.sentence - back, key=_SENTENCE)
    last = bisect_right(known, place.sentence, key=_SENTENCE)
    return known[max(first, at - CROWD) : min(last, at + CROWD)]


def _counted(passage: Passage, item: Item) -> Item:
    """Return a Chinese number without unit as a count of things: a measure is always written there."""
    if passage.sentences[item.sentence].language != "zh" or not is_bare(item):
        return item
    classifier = passage.text[item.mention.numeral.end : item.end].strip() or _THINGS
    return replace(item, mention=replace(item.mention, measure=Measure(classifier)))


def _ends(item: Item) -> Iterator[Item]:
    ends = item.mention.ends
    if ends is None:
        yield item
        return
    if item.mention.text[:4].casefold() in {"from", "up f", "down"} or item.mention.text[:1] in "从由自":
        yield from (replace(item, mention=end) for end in ends)


def _is_value(passage: Passage, item: Item) -> bool:
    number = item.mention.number
    if number.nominal is None or number.kind == "rough" or is_multiple(passage, item):
        return False
    if phrases("change", "either").starting(item.noun):
        return False  # 两队相差 counts no differences
    return not (number.nominal == 1 and phrases("change", "time").starting(item.noun))


def is_multiple(passage: Passage, item: Item) -> bool:
    """Whether it counts how many times: 4.5 times, 3倍, a factor of 20."""
    if item.mention.measure.name in _TIMES:
        return True
    after = passage.folded[item.end : item.end + 12].lstrip(" -")
    before = passage.folded[max(0, item.start - 12) : item.start]
    return after.startswith(("times", "fold", "倍", "番")) or before.endswith("factor of ")


def together(passage: Passage, start: int, end: int) -> bool:
    """Whether two places of a draft are in one paragraph."""
    return passage.folded.find("\n\n", start, end) < 0


def is_rate(item: Item) -> bool:
    """Whether it is a percentage, with or without ``a year`` behind it."""
    name = item.mention.measure.name
    return name in _PERCENT or name.startswith("percent per ")


def is_points(item: Item) -> bool:
    """Whether it counts percentage points or basis points."""
    return item.mention.measure.name in {"percentage point", "basis point"}


def comparable(first: Item, second: Item) -> bool:
    """Whether two values are of one kind, or one of them is a bare number that may take the unit of the other.

    45 francs and 54; 412,100 people and 374,200 inhabitants; but not 45 francs and 54 %.
    """
    if first.mention.measure.name == second.mention.measure.name != "":
        return True
    if is_rate(first) or is_rate(second) or is_points(first) or is_points(second):
        return first.mention.measure.name == second.mention.measure.name
    if is_bare(first) or is_bare(second):
        return not is_date(first) and not is_date(second)
    if not _measured(first) and not _measured(second):
        return _same_noun(kind(first), kind(second))
    if _is_per(first) is _is_per(second):
        return first.dimension == second.dimension and _of_one_system(first, second)
    return _measured(first) and units(_amount(first)) == units(_amount(second))


def units(item: Item) -> list[tuple[str, int | Fraction]]:
    """Return the known units that a value is in."""
    return [(factor.unit.name, factor.power) for factor in item.mention.measure.factors]


def _of_one_system(first: Item, second: Item) -> bool:
    """Whether two units may be used of one thing: metres and kilometres, but not miles and metres."""
    low, high = sorted((first.scale, second.scale))
    return not low or (high / low).denominator == 1


def _measured(item: Item) -> bool:
    return any(factor.power > 0 for factor in item.mention.measure.factors)


def _is_per(item: Item) -> bool:
    return any(factor.power < 0 for factor in item.mention.measure.factors)


def _amount(item: Item) -> Item:
    """Return a value without what it is per, which the other need not repeat: from 850 euros to 952 euros a month."""
    over = tuple(factor for factor in item.mention.measure.factors if factor.power > 0)
    measure = replace(item.mention.measure, factors=over)
    return replace(item, mention=replace(item.mention, measure=measure))


def is_time(item: Item) -> bool:
    """Whether it is a span of time, which may say when a value held: ten years ago."""
    return item.dimension == _TIME or item.mention.measure.name == "quarter"


def is_date(item: Item) -> bool:
    """Whether it is a span of days or more, as in: ten years ago."""
    return is_time(item) and item.mention.measure.name not in {"second", "minute", "hour"}


def is_bare(item: Item) -> bool:
    """Whether nothing says what a number measures or counts."""
    return not item.mention.measure.factors and not kind(item)


def kind(item: Item) -> str:
    """Return the noun a number counts, without the verb that may be glued to it in Chinese (400人增至600人)."""
    return "" if _measured(item) else _noun(item.mention.measure.name)


@lru_cache(maxsize=1024)
def _noun(name: str) -> str:
    noun = name.casefold().partition(" per ")[0].rpartition(" ")[2]
    ends = [noun.find(verb) for verb in phrases("change", "glued").words if verb in noun]
    return noun[: min(ends)] or _THINGS if ends else noun


def _same_noun(first: str, second: str) -> bool:
    people = _people()
    if _THINGS in {first, second} or is_classifier(first) is not is_classifier(second):
        return True
    return first == second or first.endswith(second) or second.endswith(first) or (first in people and second in people)


def is_classifier(noun: str) -> bool:
    """Whether a noun is one Chinese character, which says little of what is counted: 名, 台."""
    return len(noun) == 1 and not noun.isascii()


@cache
def _people() -> frozenset[str]:
    return frozenset(word for language in ("en", "zh") for word in cue_table("change", language)["people"])


def with_unit(item: Item, other: Item) -> Item:
    """Return a value in the unit that the other shows it to have: from 45 francs to 54; 60人 a day and 180人."""
    if is_rate(item) or is_rate(other) or item.dimension == other.dimension:
        return item
    if is_bare(item) and _measured(other):
        return replace(item, mention=replace(item.mention, measure=other.mention.measure))
    return _amount(item)
