"""Values that change in time: a fact counts for the date that the sentence names; in 2021 revenue was $53.8 billion."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate
from factcheck.draft.text.dates import When
from factcheck.draft.text.passage import Item
from factcheck.draft.things.attribute import Measured, front, tail
from factcheck.draft.things.catalogue import Property
from factcheck.draft.things.scene import Scene
from factcheck.draft.words.cues import cue
from factcheck.model.pack import Fact
from factcheck.quantity.languages import of_tables

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_THING = "@"
_MANY = 8
_DATED = r"[12][0-9]{3}\s?年?[底末]?"
_GAP = r"[\s,，:：]"
_TELLING = 100
"""A value of three digits fits the figure of another year by chance in one of hundreds of cases, one of two often."""


class Edition(NamedTuple):
    """A fact of a date, and the statement that it is what a draft says."""

    fact: Fact
    date: When
    says: Candidate


class Editions(NamedTuple):
    """What a dated number may be: the facts of its date, the one in force before, and those of other dates that fit."""

    meant: Sequence[Edition] = ()
    before: Sequence[Edition] = ()
    slips: Sequence[Edition] = ()
    exact: bool = False


def editions(scene: Scene, item: Item, known: Sequence[Edition], date: When) -> Editions:
    """Return the facts that a number is held against which its sentence dates."""
    meant = [one for one in known if _overlap(one.date, date)]
    earlier = [one for one in known if one.date < date and one not in meant]
    last = max((one.date for one in earlier), default=None)
    before = [one for one in earlier if one.date == last and one.date.month]
    others = [one for one in known if one not in meant and one not in before]
    slips = [one for one in others if _fits(scene, item, one.fact)] if _is_telling(item) else []
    return Editions(meant, before, slips, bool(meant) and all(_parts(one.date) == _parts(date) for one in meant))


def of_facts(found: Property, pick: str, value: Measured) -> Iterator[Edition]:
    """Yield the facts of an attribute for which a pick stands."""
    for fact in found.facts:
        date = date_of(fact)
        if date is not None and date.literal in re.split(r"[\[\], ]+", pick):
            yield Edition(fact, date, Candidate(f"{found.thing}.{found.attribute}{pick} = {value.literal}"))


def date_of(fact: Fact) -> When | None:
    """Return the date of a fact, or None where it has none."""
    m = _DATE.fullmatch(dict(fact.when).get("date", ""))
    return When(int(m[1]), int(m[2] or 0), int(m[3] or 0)) if m else None


def _parts(date: When) -> tuple[int, ...]:
    return tuple(part for part in (date.year, date.month, date.day) if part)


def _overlap(first: When, second: When) -> bool:
    """Whether one date is the other, or lies in it: 2024-06 in 2024."""
    return all(a == b for a, b in zip(_parts(first), _parts(second), strict=False))


def _is_telling(item: Item) -> bool:
    """Whether a number is written with three digits at least, so that it fits another figure by no chance."""
    number = item.mention.number
    nominal, step = number.nominal, number.step
    return bool(nominal and step) and not number.hedge and abs(Fraction(nominal or 0)) >= _TELLING * Fraction(step or 1)


def _fits(scene: Scene, item: Item, fact: Fact) -> bool:
    """Whether a number is the value of a fact, as far as it is written."""
    size, step = scene.things.size(fact), item.mention.number.step
    return size is not None and step is not None and abs(size - item.size) <= Fraction(step) * item.scale / 2


def is_bare(scene: Scene, item: Item, found: Property) -> bool:
    """Whether an attribute stands there as such, and no kind or part of it: revenue, not revenue from services."""
    names = "|".join(map(re.escape, sorted(scene.things.names(found.attribute), key=lambda name: (-len(name), name))))
    ahead, behind = _bare(names or "(?!)")
    item = told_before(scene, item)
    return ahead.search(_front(scene, item)) is not None or behind.match(tail(scene, item)) is not None


def told_before(scene: Scene, item: Item) -> Item:
    """Return the number whose words say what a number is that goes on: 54 in 2021, 81 in 2022; 2022年为814亿."""
    previous = scene.passage.previous(item)
    for _ in range(_MANY):
        if previous is None or _between().fullmatch(scene.passage.between(previous, item)) is None:
            break
        item, previous = previous, scene.passage.previous(previous)
    return item


@of_tables
def _between() -> re.Pattern[str]:
    """Return the pattern of words that only give another date: in 2021 and; 2022年是."""
    words = rf"(?:{_GAP}|{cue('dated', 'at').pattern}|{cue('dated', 'link').pattern}){{0,4}}"
    return re.compile(rf"{words}{_DATED}{words}")


def _front(scene: Scene, item: Item) -> str:
    """Return the words before a number with a sign in place of each thing."""
    words = front(scene, item)
    start = item.start - len(words)
    for one in scene.before(item):
        if start <= one.start:
            words = f"{words[: one.start - start]}{_THING}{words[one.end - start :]}"
    return words


@of_tables
def _bare(names: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of an attribute before a number, and of one behind it."""
    at = rf"(?:{cue('dated', 'at').pattern}|{cue('dated', 'end').pattern})"
    of = rf"(?:\s(?:at|of)\s{_THING})?"
    between = rf"(?:{_GAP}|{at}|{_DATED}|{_THING}|{cue('dated', 'link').pattern}){{0,8}}"
    whole = rf"(?:{cue('dated', 'whole').pattern})"
    before = rf"(?:^|[,，;:]|['\u2019]s?|{_DATED}|{_THING}|{whole})\s?{whole}?\s?"
    ahead = re.compile(rf"{before}(?:{names}){of}{between}$")
    behind = re.compile(rf"\s(?:{cue('dated', 'behind').pattern})?\s?(?:{names})(?=$|[,.;]|\s{at}\s)")
    return ahead, behind
