"""The time between two dates that a text names: in 1969 … in 2003, 34 years later; 2009年动工，2018年开放，用了九年."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.particular.sizes import is_slip
from factcheck.draft.equations.proposal import READINGS, Candidate, Proposal
from factcheck.draft.text.dates import When, whens, whens_near
from factcheck.draft.text.passage import Item, Passage, Sentence, once
from factcheck.draft.words.cues import cue
from factcheck.prose.mention import Aside
from factcheck.source import Span

_SPANS = frozenset({"year", "month", "week", "day", "decade"})
_BOUNDS = frozenset({"less", "least", "most"})
_LONG = frozenset({"year", "decade"})
_TELLING = 4
"""Fewer years are those of many pairs of dates, and so are months."""
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)")
_ANNIVERSARY = "周年"
_BACK, _AHEAD, _FAR = 2, 1, 8
_PAIR = 2
_WIDTH = 40
_YEAR = 365.25 * 86400
_JOINED = 6
_FEW = 8
_BESIDE = re.compile(r"[\s,，、(（:：–—-]*(?:(?:in|on|by)\s)?")
_DATED = re.compile(r"\b(?:born|died|in|since|from|until|to|on|opened|founded)\s$")
_HAD = re.compile(r"\bhad (?:been )?[^,;.]*\bfor $")
_BETWEEN = re.compile(
    r"(?:\s(?:later|afterwards|after|after that|on)|之?后|以后)?[\s,，)）]*(?:(?:in|on|by|of)\s)?(?:的|，?到了?|，?在)?"
)
_FROM = re.compile(r"(?:\b(?:from|between)\s(?:the\s)?|[从自由]|[(（])$")
_TO = re.compile(r"\s?(?:to|until|till|through|and|–|—|-|至|到|年?至|年?到)\s?")
_NEXT = re.compile(r"(?:\s?[,，(（])?\s?(?:[a-z]+\s){0,3}(?:[\u3400-\u9fff]{0,6})?")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each duration that a text ties to two dates, and each anniversary."""
    for item in passage.items:
        if item.mention.measure.name in _SPANS:
            yield from _duration(passage, item)
    for sentence in passage.sentences:
        for aside in sentence.asides:
            if aside.kind == "ordinal":
                yield from _anniversary(passage, sentence, aside)


def _anniversary(passage: Passage, sentence: Sentence, aside: Aside) -> Iterator[Proposal]:
    """Propose the years of ``opened in 1904, it celebrated its 120th anniversary in 2024``."""
    m = _ORDINAL.fullmatch(aside.text.casefold())
    said = cue("duration", "anniversary").match(passage.folded, min(aside.span.end + 1, len(passage.folded)))
    found = dates_around(passage, sentence.index) if m and said else None
    if m and said and found and _is_founded(passage, found[0]):
        years = f"duration(start={found[0].literal}, end={found[1].literal}) = {m[1]} year"
        firm = cue("duration", "of").match(passage.folded, said.end()) is None
        yield Proposal("duration", Span(aside.span.start, said.end()), (Candidate(years),), firm=firm)


def _is_founded(passage: Passage, start: When) -> bool:
    around = passage.folded[max(0, start.span.start - 24) : start.span.end + 12]
    return cue("duration", "founded").search(around) is not None


def _duration(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose a time: of a range of dates beside it, of two dates that words tie to it, or of two that fit."""
    later = says(passage, item, "later", "")
    own = None if later else _range_beside(passage, item)
    if own is not None:
        yield _proposal(item, own, firm=item.mention.number.hedge not in _BOUNDS, counted=True)
        return
    anniversary = item.mention.text.endswith(_ANNIVERSARY)
    strong = says(passage, item, "behind", "before") or (anniversary and _is_own(passage, item))
    if not (later or strong or anniversary or says(passage, item, "weak_behind", "weak_before")):
        return
    found = dates_around(passage, item.sentence)
    if found is not None and _is_of(passage, item, found):
        firm = _is_firm(passage, item, found, later=later, strong=strong)
        if firm or _is_telling(item):
            yield _proposal(item, found, firm=firm)
    elif later and _is_telling(item):
        yield from _looked_back(passage, item)


def _is_own(passage: Passage, item: Item) -> bool:
    """Whether an anniversary is that of who is spoken of, not of what stands before it (建国70周年): 迎来三十周年."""
    before = passage.before(item, _FEW)
    return any(len(before) == m.end() for m in cue("duration", "own").finditer(before))


def _is_telling(item: Item) -> bool:
    """Whether a time is of few pairs of dates, so that it says something that it fits one."""
    number, long = item.mention.number, item.mention.measure.name in _LONG
    return long and float(item.size) >= _TELLING * _YEAR * 0.99 and number.hedge not in _BOUNDS


def _is_of(passage: Passage, item: Item, found: tuple[When, When]) -> bool:
    """Whether one of two dates stands in the sentence of a time."""
    return any(passage.sentence_at(date.span.start).index == item.sentence for date in found)


def _is_firm(passage: Passage, item: Item, found: tuple[When, When], *, later: bool, strong: bool) -> bool:
    """Whether words tie a time to two dates, both of its own sentence or, for ``later``, of the one before, too."""
    places = [passage.sentence_at(date.span.start).index for date in found]
    if _HAD.search(passage.before(item, 40)) and places[1] == item.sentence and _is_founded(passage, found[0]):
        return not _reckoned_anew(passage, item, found[1])  # when it shut in 2003, it had run for 34 years
    back = 1 if later and not strong else 0
    here = item.sentence - back <= min(places) and max(places) <= item.sentence
    if not here or item.mention.number.hedge in _BOUNDS or _reckoned_anew(passage, item, found[1]):
        return False
    return strong or (says(passage, item, "then", "") and _is_beside(passage, item, found[1]))


def says(passage: Passage, item: Item, behind: str, before: str) -> bool:
    """Whether a number has one of some words right behind it, or right before it but for a few letters."""
    if behind and cue("duration", behind).match(passage.after(item, 40).lstrip()):
        return True
    words = passage.before(item, 24)
    found = cue("duration", before).finditer(words) if before else ()
    return any(len(words) - m.end() <= _FEW for m in found)


def _range_beside(passage: Passage, item: Item) -> tuple[When, When] | None:
    """Return the dates of ``from 1996 to 2001`` right before a time or right behind it."""
    dates = whens_near(passage, item.sentence, item.start, item.end)
    ranges = [one for one in pairwise(dates) if _TO.fullmatch(passage.folded, one[0].span.end, one[1].span.start)]
    if len(ranges) > 1:
        return None  # 30 years, from 1950 to 1965 and from 1970 to 1985
    for start, end in ranges:
        before = passage.folded[max(0, start.span.start - 8) : start.span.start]
        gap = (end.span.end, item.start) if end.span.end <= item.start else (item.end, start.span.start)
        if gap[0] == end.span.end and says(passage, item, "anew", ""):
            continue  # from April to October, 21 months from the sale
        if _FROM.search(before) and start < end and gap[0] <= gap[1] <= gap[0] + _WIDTH:
            between = _FROM.sub("", passage.folded[slice(*gap)])
            if _NEXT.fullmatch(between):
                return start, end
    return None


def _is_beside(passage: Passage, item: Item, end: When) -> bool:
    """Whether a date stands right beside ``34 years later``: in 2003, 34 years later; 34 years later, in 2003."""
    if end.span.end <= item.start:
        return _BESIDE.fullmatch(passage.folded[end.span.end : item.start]) is not None
    return _BETWEEN.fullmatch(passage.folded[item.end : end.span.start]) is not None


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


def _looked_back(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose ``four years later`` for any date before and one in its sentence or the next."""
    ends = [date for at in (item.sentence, item.sentence + 1) for date in _whens(passage, at)]
    ends += _whens(passage, 0)[:1]  # the day of the article
    starts = [date for at in range(max(0, item.sentence - _FAR), item.sentence + 1) for date in _whens(passage, at)]
    if len(starts) * len(ends) > READINGS * READINGS:
        return
    pairs = sorted({(start, end) for end in ends for start in starts if start.year < end.year})
    if 0 < len(pairs) <= READINGS:
        candidates = tuple(candidate for pair in pairs for candidate in _candidates(item, *pair)[:1])
        yield Proposal("duration", item.mention.span, candidates, firm=False)


def _whens(passage: Passage, sentence: int) -> tuple[When, ...]:
    return whens(passage, sentence)[:READINGS] if sentence < len(passage.sentences) else ()


@once
def dates_around(passage: Passage, index: int) -> tuple[When, When] | None:
    """Return the two dates around a sentence with a duration; None where the text names more than two, or only one."""
    sentences = passage.sentences
    for back, ahead in ((0, 0), (1, 0), (_BACK, 0), (1, _AHEAD)):
        near = sentences[max(0, index - back) : index + ahead + 1]
        here = [sentence for sentence in near if sentence.block == sentences[index].block]
        found = [date for sentence in here for date in whens(passage, sentence.index) if not _cited(passage, date)]
        distinct = sorted({*found})
        finest = [one for one in distinct if not any(two.literal.startswith(f"{one.literal}-") for two in distinct)]
        if len(finest) == _PAIR:
            return finest[0], finest[1]
        if len(finest) > _PAIR:
            return None
    return None


def _cited(passage: Passage, date: When) -> bool:
    """Whether a year stands in brackets behind a name: (Freed et al., 2001)."""
    before = passage.text[max(0, date.span.start - 40) : date.span.start]
    opened = max(before.rfind("("), before.rfind("["))
    inside = before[opened:] if opened > max(before.rfind(")"), before.rfind("]")) else ""
    return any(c.isalpha() for c in inside) and not _DATED.search(inside)


def _proposal(item: Item, found: tuple[When, When], *, firm: bool, counted: bool = False) -> Proposal:
    candidates = _candidates(item, *found)[: 2 if counted else 1]
    return Proposal("duration", item.mention.span, candidates, firm=firm and _is_slip(item, *found))


def _is_slip(item: Item, start: When, end: When) -> bool:
    """Whether a time is not off by so much that it must be another."""
    years, number = end.year - start.year or 1, item.mention.number.nominal
    return number is not None and is_slip(float(item.scale * number), years * _YEAR)


def _candidates(item: Item, start: When, end: When) -> tuple[Candidate, ...]:
    """Return the time between two dates; of whole years also with both counted: a 10-year period from 2014 to 2023."""
    years = f"duration(start={start.literal}, end={end.literal})"
    found = Candidate(f"{years} = {stated(item)}")
    if start.month or end.month or item.mention.measure.name != "year":
        return (found,)
    return found, Candidate(f"{years} + 1 year = {stated(item)}")
