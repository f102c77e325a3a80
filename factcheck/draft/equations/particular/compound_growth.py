"""Growth of each year, compounded: from 40 to 120 million in eight years, 14.7 % a year; 年复合增长率25%."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.particular.sizes import is_slip
from factcheck.draft.equations.proposal import Candidate, Given, Proposal, Voice, given
from factcheck.draft.quantities.values import ends_of, is_multiple, is_points, is_rate, is_time
from factcheck.draft.text.dates import When, whens_near
from factcheck.draft.text.passage import CROWD, Item, Passage, alike
from factcheck.draft.words.cues import cue
from factcheck.prose.mention import Measure

_STOP = re.compile(r"[,;，；:：。]|\bor\b|\band\b")
_ASIDE = re.compile(r"[a-z ]*(?:, | \()(?:compound|compounded|compounding)\b")
_AHEAD = 1
_PAIR = 2
_NEAR = 40
_MANY_YEARS = {"year": 1, "decade": 10}


class _Growth(NamedTuple):
    """Two values and the years between them; ``dated``: each has its own date beside it."""

    start: Item
    end: Item
    years: Given
    many: int
    dated: bool = False


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each yearly rate by the values at both ends, and each total by a yearly rate."""
    for item in passage.items:
        if is_rate(item) and _is_yearly(passage, item):
            found = _growth(passage, item)
            if found is not None:
                yield _proposal(passage, item, found)
            yield from _total(passage, item)


def _is_yearly(passage: Passage, item: Item) -> bool:
    """Whether a rate is one of each year of several: 5 percent a year, 年均增长5%."""
    yearly = item.mention.measure.name.startswith("percent per year") or _says(passage, item, "yearly")
    return yearly and item.mention.number.nominal is not None


def _says(passage: Passage, item: Item, key: str) -> bool:
    """Whether the clause of a rate has some words: those before it, behind it, and an apposition."""
    before, after = _STOP.split(passage.before(item, 40)), _STOP.split(passage.after(item, 24))
    words = f"{before[-1]} | {after[0]}" + (_ASIDE.match(passage.after(item, 40)) or [""])[0]
    return cue("compound_growth", key).search(words) is not None


def _growth(passage: Passage, item: Item) -> _Growth | None:
    """Return the two values of a rate with the years between: of its sentence, else of the one before or behind."""
    own = _values(passage, passage.nearby(item, 0))
    before, behind = [one for one in own if one.index < item.index], [one for one in own if one.index > item.index]
    if before:
        return _between(passage, _plain(passage, before)[-_PAIR:], item)
    if len(behind) == _PAIR:
        return _between(passage, behind, item)
    if behind:
        return None
    earlier = _values_of(passage, item.sentence - 1, item)
    if earlier:
        return _between(passage, earlier[-_PAIR:], item)
    later = _values_of(passage, item.sentence + _AHEAD, item)
    return _between(passage, later, item) if len(later) == _PAIR else None


def _values_of(passage: Passage, sentence: int, item: Item) -> list[Item]:
    if not 0 <= sentence < len(passage.sentences):
        return []
    found = passage.sentences[sentence]
    same = found.block == passage.sentences[item.sentence].block
    near = found.items[-CROWD:] if sentence < item.sentence else found.items[:CROWD]
    return _plain(passage, _values(passage, near)) if same else []


def _values(passage: Passage, items: Iterable[Item]) -> list[Item]:
    """Return the values that may grow; the ends of ``from 31 to 36 million`` are two."""
    parts = (part for item in items for part in ends_of(item))
    return [part for part in parts if _is_value(passage, part)]


def _is_value(passage: Passage, item: Item) -> bool:
    rates = is_rate(item) or is_points(item) or is_time(item) or is_multiple(passage, item)
    return bool(item.mention.number.nominal) and item.mention.number.kind != "rough" and not rates


def _plain(passage: Passage, values: Sequence[Item]) -> list[Item]:
    """Return values without those that tell the one before them again, in brackets."""
    told = {two.start for one, two in pairwise(values) if passage.between(one, two).strip() in {"(", "（"}}
    return [one for one in values if one.start not in told]


def _between(passage: Passage, values: Sequence[Item], item: Item) -> _Growth | None:
    if len(values) < _PAIR:
        return None
    first, second = _like(*values), _like(*values[::-1])
    if not alike(first, second) or first.size == second.size or min(first.size, second.size) <= 0:
        return None
    sentences = range(min(first.sentence, item.sentence), max(second.sentence, item.sentence) + 1)
    place = min(first.start, item.start), max(second.end, item.end)
    dates = [date for at in sentences for date in whens_near(passage, at, *place)]
    years = _years_apart(passage, dates, first, second)
    if years is not None:
        dated = _nearest(passage, dates, first) != _nearest(passage, dates, second)
        return _Growth(first, second, Given("years", f"{years}"), years, dated) if years > 1 else None
    spans = [one for one in passage.nearby(item, 1, 1) if one.sentence in sentences and _is_years(one)]
    if len(spans) != 1 or len({date.year for date in dates}) > 1:
        return None
    many = int(spans[0].mention.number.nominal or 0) * _MANY_YEARS[spans[0].mention.measure.name]
    return _Growth(first, second, given("years", spans[0], f"{many}"), many) if many > 1 else None


def _like(item: Item, other: Item) -> Item:
    """Return a bare number in the unit of the other: 40 million of ``from 40 million to 120 million euros``."""
    if item.mention.measure.name or not other.dimension:
        return item
    return replace(item, mention=replace(item.mention, measure=other.mention.measure))


def _years_apart(passage: Passage, dates: Sequence[When], first: Item, second: Item) -> int | None:
    """Return the years between the dates right beside two values, or else between the only two that are named."""
    near = _nearest(passage, dates, first), _nearest(passage, dates, second)
    if near[0] is not None and near[1] is not None and near[0] != near[1]:
        return near[1] - near[0]
    named = sorted({date.year for date in dates})
    return named[1] - named[0] if len(named) == _PAIR else None


def _nearest(passage: Passage, dates: Sequence[When], item: Item) -> int | None:
    """Return the year nearest to a value, before it or behind it in its clause."""
    before = [(item.start - date.span.end, date.year) for date in dates if date.span.end <= item.start]
    behind = [
        (date.span.start - item.end, date.year)
        for date in dates
        if date.span.start >= item.end and not _STOP.search(passage.folded, item.end, date.span.start)
    ]
    gap, year = min((*before, *behind), default=(_NEAR, 0))
    return year if gap < _NEAR else None


def _is_years(item: Item) -> bool:
    number = item.mention.number
    return item.mention.measure.name in _MANY_YEARS and number.kind == "integer" and bool(number.nominal)


def _proposal(passage: Passage, item: Item, found: _Growth) -> Proposal:
    """Return the proposal of a rate; what is averaged may be the growth of all years, divided by them."""
    sign = "-" if found.end.size < found.start.size else ""
    rate = _as_percentage(item)
    says = [f"{sign}cagr(start=start, end=end, periods=years) = {rate}"]
    if _says(passage, item, "average") and not _says(passage, item, "compound"):
        says.append(f"{sign}(end / start - 1) / years = {rate}")
    start, end = _value(found.start, found.end), _value(found.end, found.start)
    values = (given("start", found.start, start), given("end", found.end, end), found.years)
    derived = abs((float(found.end.size) / float(found.start.size)) ** (1 / found.many) - 1) * 100
    near = is_slip(float(item.mention.number.nominal or 0), derived)
    sure = near and _is_growth(passage, item, found)
    voice: Voice = "ask" if _counts_both_ends(item, found) else "accuse"
    held = tuple(Candidate(one, values) for one in says)
    return Proposal("compound_growth", item.mention.span, held, firm=sure, voice=voice)


def _counts_both_ends(item: Item, found: _Growth) -> bool:
    """Whether the rate is that of one year more: from 2019 to 2023 there are four years, and five are counted."""
    number = item.mention.number
    derived = exp(log(found.end.size / found.start.size) / (found.many + 1)) - 1
    return abs(abs(derived) * 100 - abs(float(number.nominal or 0))) <= number.step


def _is_growth(passage: Passage, item: Item, found: _Growth) -> bool:
    """Whether words say that the rate is that of the growth from one value to the other, at current prices."""
    first, last = min(found.start.start, item.start), max(found.end.end, item.end)
    words = passage.folded[passage.sentence_at(first).span.start : last + _NEAR]
    return cue("compound_growth", "real").search(words) is None and (
        found.dated or _says(passage, item, "compound") or _leads(passage, found.start, found.end)
    )


def _leads(passage: Passage, start: Item, end: Item) -> bool:
    """Whether one value leads to the other: from 40 to 120, 由20亿元增长到32亿元."""
    return cue("compound_growth", "leads").search(passage.between(start, end)) is not None


def _value(item: Item, other: Item) -> str:
    """Return a value as an input; beside 1.2万, 1万 is 1.0万, as nobody rounds one of two to a lone digit."""
    own, others = item.mention.number, other.mention.number
    lone = own.nominal is not None and not own.hedge and own.span is None and own.lead == own.step
    near = own.step / 100 <= others.step < own.step and item.mention.measure.name == other.mention.measure.name
    return premise(item, Fraction(own.step) / 10) if lone and near else premise(item)


def _as_percentage(item: Item) -> str:
    """Return a rate as written, ``percent a year`` as a percentage."""
    return stated(replace(item, mention=replace(item.mention, measure=Measure("percent"))))


def _total(passage: Passage, rate: Item) -> Iterator[Proposal]:
    """Propose what a yearly rate comes to: 8.6 percent annually, or 51 percent in total, from 2022 to 2027."""
    named = sorted({date.year for date in whens_near(passage, rate.sentence, rate.start, rate.end)})
    following = passage.following(rate)[:1]
    if len(named) != _PAIR or not following or not is_rate(following[0]):
        return
    total, years = following[0], named[1] - named[0]
    if cue("compound_growth", "total").match(passage.after(total, 24).lstrip()) is None:
        return
    derived = ((1 + float(rate.mention.number.nominal or 0) / 100) ** years - 1) * 100
    inputs = (given("rate", rate, _as_percentage(rate)), Given("years", f"{years}"))
    says = f"(1 + rate) ^ years - 1 = {_as_percentage(total)}"
    near = is_slip(float(total.mention.number.nominal or 0), derived)
    yield Proposal("compound_growth", total.mention.span, (Candidate(says, inputs),), firm=near)
