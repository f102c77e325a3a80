"""The time between two dates that a text names: in 1969 … in 2003, 34 years later; 2009年动工，2018年开放，用了九年."""

import re
from collections.abc import Iterator

from factcheck.draft.equations.literal import bare, stated
from factcheck.draft.equations.proposal import Candidate, Proposal
from factcheck.draft.text.dates import When, whens
from factcheck.draft.text.passage import Item, Passage, Sentence, once
from factcheck.draft.words.cues import cue
from factcheck.prose.mention import Aside
from factcheck.source import Span

_SPANS = frozenset({"year", "month", "week", "day", "decade"})
_LONG = frozenset({"year", "decade"})
_AGES = frozenset({"year of age", "岁", "周岁"})
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)")
_ANNIVERSARY = "周年"
_BACK, _AHEAD = 2, 1
_PAIR = 2
_JOINED = 6
_BESIDE = re.compile(r"[\s,，、(（:：–—-]*(?:(?:in|on|by)\s)?")
_DATED = re.compile(r"\b(?:born|died|in|since|from|until|to|on|opened|founded)\s$")
_HAD = re.compile(r"\bhad [^,;.]*$")
_UNTIL = re.compile(r"(?:\b(?:to|until|till)\s|至|到)$")
_BETWEEN = re.compile(
    r"(?:\s(?:later|afterwards|after|after that|on)|之?后|以后)?[\s,，)）]*(?:(?:in|on|by|of)\s)?(?:的|，?到了?|，?在)?"
)


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each duration that a text ties to two dates, and each age of somebody whose birth it dates."""
    for item in passage.items:
        if item.mention.measure.name in _AGES:
            yield from _age(passage, item)
        elif item.mention.measure.name in _SPANS:
            yield from _duration(passage, item)
    for sentence in passage.sentences:
        for aside in sentence.asides:
            if aside.kind == "ordinal":
                yield from _anniversary(passage, sentence, aside)


def _anniversary(passage: Passage, sentence: Sentence, aside: Aside) -> Iterator[Proposal]:
    """Propose the years of ``opened in 1904, it celebrated its 120th anniversary in 2024``."""
    m = _ORDINAL.fullmatch(aside.text.casefold())
    said = cue("duration", "anniversary").match(passage.folded, min(aside.span.end + 1, len(passage.folded)))
    found = _dates(passage, sentence.index) if m and said else None
    if m and said and found and _is_founded(passage, found[0]):
        years = f"duration(start={found[0].literal}, end={found[1].literal}) = {m[1]} year"
        yield Proposal("duration", Span(aside.span.start, said.end()), (Candidate(years),))


def _is_founded(passage: Passage, start: When) -> bool:
    around = passage.folded[max(0, start.span.start - 24) : start.span.end + 12]
    return cue("duration", "founded").search(around) is not None


def _duration(passage: Passage, item: Item) -> Iterator[Proposal]:
    later = _says(passage, item, "later", "")
    strong = _says(passage, item, "behind", "before") or item.mention.text.endswith(_ANNIVERSARY)
    if not (later or strong or _says(passage, item, "weak_behind", "weak_before")):
        return
    found = _dates(passage, item.sentence)
    if found is not None:
        firm = strong or (_is_beside(passage, item, found[1]) if later else _is_ended(passage, item, found[1]))
        sure = firm and not _reckoned_anew(passage, item, found[1])
        yield Proposal("duration", item.mention.span, (_candidate(item, *found),), firm=sure)


def _says(passage: Passage, item: Item, behind: str, before: str) -> bool:
    return bool(
        cue("duration", behind).match(passage.after(item, 40).lstrip())
        or (before and cue("duration", before).search(passage.before(item, 24)))
    )


def _is_beside(passage: Passage, item: Item, end: When) -> bool:
    """Whether a date stands right beside ``34 years later``: in 2003, 34 years later; 34 years later, in 2003."""
    if end.span.end <= item.start:
        return _BESIDE.fullmatch(passage.folded[end.span.end : item.start]) is not None
    return _BETWEEN.fullmatch(passage.folded[item.end : end.span.start]) is not None


def _is_ended(passage: Passage, item: Item, end: When) -> bool:
    """Whether something ends, or is done, on the second date, so that a span of years runs up to it."""
    sentence = passage.sentence_at(end.span.start)
    before = passage.folded[max(sentence.span.start, end.span.start - 48) : end.span.start]
    behind = passage.folded[end.span.end : min(sentence.span.end, end.span.end + 24)]
    had = _HAD.search(passage.before(item, 40))
    said = had or cue("duration", "ended").search(before + " " + behind) or _UNTIL.search(before)
    return item.mention.measure.name in _LONG and said is not None


def _reckoned_anew(passage: Passage, item: Item, end: When) -> bool:
    """Whether another span of time comes between, so that this one may run from there: 三年后回国，教了二十年."""
    apart = Span(min(end.span.end, item.end), max(end.span.start, item.start))
    spans = [one for one in passage.nearby(item, _BACK, _AHEAD) if one.mention.measure.name in _SPANS]
    listed = (item.index - 1, item.index + 1)  # four and six years
    return any(
        (one.index in listed and min(abs(one.start - item.end), abs(item.start - one.end)) <= _JOINED)
        or (apart.start <= one.start < apart.end and one.index != item.index)
        for one in spans
    )


@once
def _dates(passage: Passage, index: int) -> tuple[When, When] | None:
    """Return the two dates around a sentence with a duration; None where the text names more than two, or only one."""
    sentences = passage.sentences
    for back, ahead in ((0, 0), (1, 0), (_BACK, 0), (1, _AHEAD)):
        near = sentences[max(0, index - back) : index + ahead + 1]
        here = [sentence for sentence in near if sentence.block == sentences[index].block]
        found = [date for sentence in here for date in whens(passage, sentence.index) if not _cited(passage, date)]
        distinct = sorted(set(found))
        if len(distinct) == _PAIR:
            return distinct[0], distinct[1]
        if len(distinct) > _PAIR:
            return None
    return None


def _cited(passage: Passage, date: When) -> bool:
    """Whether a year stands in brackets behind a name: (Freed et al., 2001)."""
    before = passage.text[max(0, date.span.start - 40) : date.span.start]
    opened = max(before.rfind("("), before.rfind("["))
    inside = before[opened:] if opened > max(before.rfind(")"), before.rfind("]")) else ""
    return any(c.isalpha() for c in inside) and not _DATED.search(inside)


def _candidate(item: Item, start: When, end: When) -> Candidate:
    return Candidate(f"duration(start={start.literal}, end={end.literal}) = {stated(item)}")


def _age(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose the age of ``born in 1931 … died in 2018, aged 87``, with or without the birthday of the last year."""
    found = _dates(passage, item.sentence)
    if found is None or not _says(passage, item, "age_behind", "age") or not _is_born(passage, found[0]):
        return
    years = f"duration(start={found[0].literal}, end={found[1].literal})"
    candidates = (f"{years}{part} = {bare(item)} year" for part in ("", " - 1 year", " + 1 year")[: _readings(item)])
    yield Proposal("duration", item.mention.span, tuple(Candidate(says) for says in candidates))


def _readings(item: Item) -> int:
    """Return how an age may be counted: in China a child is one year old at birth by tradition."""
    return 3 if item.noun else 2


def _is_born(passage: Passage, start: When) -> bool:
    around = passage.folded[max(0, start.span.start - 32) : start.span.end + 8]
    return cue("duration", "born").search(around) is not None
