"""Ranks: the world's second-largest economy, the third largest country by area, 世界人口第二大国.

The rank is that of a thing in its family by one attribute in one year, and who is before it is told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Proposal, Voice
from factcheck.draft.text.dates import whens
from factcheck.draft.text.passage import Passage, Sentence
from factcheck.draft.things.registers.individuals import Individuals, Named
from factcheck.draft.things.registers.propose import recent
from factcheck.draft.words.phrases import phrases
from factcheck.quantity.languages import of_tables
from factcheck.source import Span

FAMILY = "country"
_MOST = 12
_ALL = 0.9
"""Of a year of which fewer have a value no ranks are known."""
_WIDTH = 60
_BY = r"(?:by|in|as of|按|就)\s?(?:land )?(?:area|population|gdp|[12][0-9]{3}|面积|人口)"
_END = re.compile(rf"(?:\s(?:country|nation|economy))?\s*(?:[.,;:!?。，；：)]|\Z|{_BY})")
"""What may stand behind a rank that is qualified by nothing: the largest country to speak Portuguese is another."""
_ECONOMY, _PEOPLE, _AREA = "gdp", "population", "area"
_HAN_DIGITS = "一二三四五六七八九十"


class Rank(NamedTuple):
    """A rank that a text gives a thing: by which attribute, which place, and where it says so."""

    thing: str
    attribute: str
    place: int
    target: Span


def propose(passage: Passage, known: Individuals) -> Iterator[Proposal]:
    """Propose each rank that a sentence gives a country among all of the world."""
    if not known.registers or not any(FAMILY in register.families for register in known.registers):
        return
    for sentence in passage.sentences:
        text = passage.folded[slice(*sentence.span)]
        for m in (*_latin().finditer(text), *_han().finditer(text)):
            found = _rank(passage, sentence, m, known)
            proposal = _proposal(passage, sentence, found, known) if found is not None else None
            if proposal is not None:
                yield proposal


@of_tables
def _latin() -> re.Pattern[str]:
    """Return the pattern of a rank in English; *Europe's largest economy* and *largest in Africa* are none."""
    place = "|".join(sorted(phrases("register", "ordinals").words))
    return re.compile(
        rf"(?<![\w'’-])(?:the )?(?P<all>(?:world|globe)['’]s )?(?P<told>(?:(?P<place>{place})[\s-])?"  # noqa: RUF001
        r"(?P<most>largest|biggest|most populous|most populated)) (?P<noun>country|nation|economy)"
        r"(?P<world> in the world| on earth| worldwide)?(?: by (?P<by>[a-z]+(?: [a-z]+)?))?"
        r"(?! (?:in(?! [0-9])|of|on|by|after|that)\b)"
    )


@of_tables
def _han() -> re.Pattern[str]:
    """Return the pattern of a rank in Chinese."""
    place = rf"第(?P<place>[{_HAN_DIGITS}]|[1-9])"
    by = r"(?P<by>人口|面积|国土面积|gdp|国内生产总值)"
    return re.compile(
        rf"(?P<all>世界|全球|全世界)上?(?:的)?(?P<told>(?:{by})?{place}?大?(?P<noun>经济体|人口大国|人口国|国|国家)"
        rf"|{by.replace('by', 'by2')}(?:最多|最大|{place.replace('place', 'place2')}(?:多|大))的?国家)"
    )


def _rank(passage: Passage, sentence: Sentence, m: re.Match[str], known: Individuals) -> Rank | None:
    """Return the rank of the thing right beside the words, where they are of all countries of the world."""
    groups = m.groupdict()
    by = groups["by"] or groups.get("by2") or ""
    if not (groups["all"] or groups.get("world") or by):
        return None
    attribute = _attribute(groups["noun"] or "", groups.get("most") or "", by, known)
    place = _place(groups["place"] or groups.get("place2") or "")
    start = sentence.span.start
    thing = _beside(passage, sentence, start + m.start(), start + m.end(), known)
    if not attribute or not place or thing is None:
        return None
    return Rank(thing.key, attribute, place, Span(start + m.start("told"), start + m.end("told")))


def _attribute(noun: str, most: str, by: str, known: Individuals) -> str:
    if by:
        return next(iter(known.words.get(by, known.words.get(by.split(maxsplit=1)[0], ()))), "")
    if noun in {"economy", "经济体"}:
        return _ECONOMY
    return _PEOPLE if "popul" in most or "人口" in noun else (_AREA if most else "")


def _place(words: str) -> int:
    """Return the number of a place; 1 where none is told: the largest."""
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    for listed in (ordinals, tuple(_HAN_DIGITS)):
        if words in listed:
            return listed.index(words) + 1
    digits = re.match(r"[0-9]+", words)
    return int(digits[0]) if digits else 0 if words else 1


def _beside(passage: Passage, sentence: Sentence, start: int, end: int, known: Individuals) -> Named | None:
    """Return the country right before the words, or behind a comma: China is the, China, the; the … , China."""
    named = tuple(
        known.find(passage.text, max(sentence.span.start, start - _WIDTH), min(sentence.span.end, end + _WIDTH))
    )
    link = phrases("register", "is")
    for one in named:
        gap = passage.folded[one.end : start].strip(" ,，")
        if one.end <= start and (not gap or gap in link.words):
            return one
        behind = passage.folded[end : one.start]
        if one.start >= end and behind.strip() in {",", ", the"}:
            return one
    return None


def _proposal(passage: Passage, sentence: Sentence, rank: Rank, known: Individuals) -> Proposal | None:
    register = known.register(rank.thing)
    if register.entry(rank.thing).family != FAMILY or register.entry(rank.thing).shared:
        return None
    dates = {date.year for date in whens(passage, sentence.index)}
    column = known.column(FAMILY, rank.attribute)
    enough = _ALL * max(map(len, column.values()), default=0)
    years = [year for year in column if rank.thing in column[year] and len(column[year]) >= enough]
    timeless = years == [0]
    meant = years if timeless else [one for one in years if one in dates] if dates else recent(passage, years)
    if not meant or len(dates) > 1:
        return None
    candidates = tuple(_says(rank, year, column[year]) for year in meant)
    timed = timeless or bool(dates or passage.written)  # else it may have been so when the text was written
    behind = passage.folded[rank.target.end : sentence.span.end]
    if phrases("register", "one_of").starting(behind):
        return None
    voice: Voice = "ask" if timed and _END.match(behind) else "verify"
    return Proposal("rank", rank.target, candidates, firm=timed, voice=voice)


def _actual(rank: Rank, sizes: dict[str, float]) -> int:
    return 1 + sum(size > sizes[rank.thing] for size in sizes.values())


def _says(rank: Rank, year: int, sizes: dict[str, float]) -> Candidate:
    """Return the statement of a rank among those before it, and those that it is said to be before."""
    enough = min(max(rank.place, _actual(rank, sizes)) + 1, _MOST)
    first: Sequence[str] = sorted((key for key in sizes if key != rank.thing), key=lambda key: -sizes[key])[:enough]
    pick = f"[{year}]" if year else ""
    listed = ", ".join(f"{key}.{rank.attribute}{pick}" for key in first)
    return Candidate(f"rank({rank.thing}.{rank.attribute}{pick}, [{listed}]) = {rank.place}")
