"""Ages by the dates of a life: born in 1931, died in 2018, aged 87; （1818—1890）享年72岁."""

import re
from collections.abc import Iterator

from factcheck.draft.equations.literal import bare
from factcheck.draft.equations.particular.duration import dates_around, says
from factcheck.draft.equations.proposal import Candidate, Proposal
from factcheck.draft.text.dates import When
from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words.cues import cue

_AGES = frozenset({"year of age", "岁", "周岁"})
_YEAR = "(1[0-9]{3}|20[0-9]{2})"
_INSIDE = "[^()（）]{0,24}?"
_LIFE = re.compile(rf"[(（]{_INSIDE}{_YEAR}年?{_INSIDE}[-–—－~至]{_INSIDE}{_YEAR}年?{_INSIDE}[)）]")  # noqa: RUF001
_LONGEST = 125


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each age at death of somebody whose birth and death a text dates."""
    for item in passage.items:
        if item.mention.measure.name in _AGES and _is_at_death(passage, item):
            found = _life(passage, item) or _born_and_died(passage, item)
            if found is not None:
                yield _proposal(item, *found)


def _is_at_death(passage: Passage, item: Item) -> bool:
    """Whether an age is that at somebody's death: died, aged 87; at the age of 87, she died."""
    clauses = re.split(r"[;；。]|\band\b", passage.before(item, 60))
    return cue("duration", "died").search(f"{clauses[-1]} {item.mention.text.casefold()}") is not None


def _life(passage: Passage, item: Item) -> tuple[str, str] | None:
    """Return the years in brackets of the only life that the sentence of an age, or else the one before, tells."""
    for sentence in (item.sentence, item.sentence - 1):
        if sentence < 0:
            break
        lives = [m for m in _LIFE.finditer(passage.folded, *passage.sentences[sentence].span) if _is_life(m)]
        if lives:
            return (lives[0][1], lives[0][2]) if len(lives) == 1 else None
    return None


def _is_life(m: re.Match[str]) -> bool:
    return 0 < int(m[2]) - int(m[1]) < _LONGEST


def _born_and_died(passage: Passage, item: Item) -> tuple[str, str] | None:
    """Return the two dates around an age, where the first is that of a birth and the second stands with the age."""
    found = dates_around(passage, item.sentence)
    if found is None or not says(passage, item, "age_behind", "age") or not _is_born(passage, found[0]):
        return None
    near = passage.sentence_at(found[1].span.start).index == item.sentence
    return (found[0].literal, found[1].literal) if near else None


def _is_born(passage: Passage, start: When) -> bool:
    around = passage.folded[max(0, start.span.start - 32) : start.span.end + 8]
    return cue("duration", "born").search(around) is not None


def _proposal(item: Item, start: str, end: str) -> Proposal:
    """Return the proposal of an age, with or without the birthday of the last year.

    In China a child is one year old at birth by tradition.
    """
    years, parts = f"duration(start={start}, end={end})", ("", " - 1 year", " + 1 year")[: 3 if item.noun else 2]
    candidates = (f"{years}{part} = {bare(item)} year" for part in parts)
    return Proposal("duration", item.mention.span, tuple(Candidate(says) for says in candidates))
