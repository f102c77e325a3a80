"""Growth of each year, compounded: from 40 to 120 million in eight years, 14.7 % a year; 年复合增长率25%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.draft.changes import Changes, changes, inputs
from factcheck.draft.dates import whens
from factcheck.draft.linking import tied
from factcheck.draft.literal import stated
from factcheck.draft.moments import moment
from factcheck.draft.pairs import Pair
from factcheck.draft.passage import CROWD, Item, Passage
from factcheck.draft.phrases import phrases
from factcheck.draft.proposal import Candidate, Given, Proposal, given
from factcheck.draft.relations.percent_change import clause_around, is_yearly
from factcheck.draft.stated_change import way
from factcheck.draft.values import is_rate, is_time
from factcheck.prose.mention import Measure

_YEAR = 365.25 * 86400
_AHEAD = 1
_ASIDE = re.compile(r"[a-z ]*(?:, | \()(?:compound|compounded|compounding)\b")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each yearly rate, with the values at both ends and the years between them."""
    found = changes(passage)
    for item in passage.items:
        if is_rate(item) and is_yearly(passage, item):
            yield from _proposed(found, item)


def _is_growth(passage: Passage, item: Item) -> bool:
    """Whether the words say that a yearly rate is one of growth, or of loss."""
    words = clause_around(passage, item)
    growth = phrases("compound_growth", "compound").inside(words) or phrases("change", "conclude").inside(words)
    return growth or way(passage, item) is not None


def _proposed(found: Changes, item: Item) -> Iterator[Proposal]:
    hows = {"from", "to", "dates", "against"} if _is_growth(found.passage, item) else {"from", "to"}
    near = tied(found.passage, _growing(found.near(item), hows), item, way(found.passage, item))
    near = near or _ahead(_growing(found.of_sentence(item.sentence + _AHEAD), hows), item)
    for pair, firm in near[:1]:
        years = _years(found.passage, pair, item)
        if years is not None:
            yield _proposal(found.passage, item, pair, years, firm=firm)


def _growing(known: Iterable[Pair], hows: set[str]) -> list[Pair]:
    return [pair for pair in known if not is_rate(pair.after) and pair.how in hows]


def _ahead(known: list[Pair], item: Item) -> list[tuple[Pair, bool]]:
    """Return the only pair of the sentence behind, as in: With a CAGR of 36 %, it led. Sales went from 3 to 9."""
    behind = [pair for pair in known if pair.sentences == (item.sentence + _AHEAD,) * 2]
    return [(behind[0], True)] if len(behind) == 1 else []


def _proposal(passage: Passage, item: Item, pair: Pair, years: Given, *, firm: bool) -> Proposal:
    near = clause_around(passage, item) + (_ASIDE.match(passage.after(item, 40)) or [""])[0]
    sign = "-" if way(passage, item) == "down" else ""
    rate = _rate(item)
    says = [f"{sign}cagr(start=start, end=end, periods=years) = {rate}"]
    if phrases("compound_growth", "average").inside(near) and not phrases("compound_growth", "compound").inside(near):
        says.append(f"{sign}(end / start - 1) / years = {rate}")
    values = (*inputs(pair, ("start", "end")), years)
    return Proposal("compound_growth", item.mention.span, tuple(Candidate(one, values) for one in says), firm=firm)


def _rate(item: Item) -> str:
    """Return a rate as written, ``percent a year`` as a percentage."""
    return stated(replace(item, mention=replace(item.mention, measure=Measure("percent"))))


def _years(passage: Passage, pair: Pair, item: Item) -> Given | None:
    """Return the years between two values: by the years that are named with them, or else by a span of years."""
    start, end = moment(passage, pair.before), moment(passage, pair.after)
    if start.year is not None and end.year is not None and start.year != end.year:
        whole = not (start.part and end.part)
        years = end.year - start.year
        return Given("years", f"{years}") if years > 0 and whole else None
    first = pair.sentences[0]
    if years := _named(passage, pair):
        return Given("years", f"{years}")
    near = passage.items[max(0, item.index - CROWD) : item.index + CROWD]
    spans = [one for one in near if first <= one.sentence <= item.sentence and _is_years(one)]
    return given("years", spans[0], f"{spans[0].mention.number.nominal}") if len(spans) == 1 else None


def _named(passage: Passage, pair: Pair) -> int:
    """Return the years between the only two that the sentences of a pair name: 从2017年到2022年, or 0."""
    first, last = pair.sentences
    named = [date for sentence in range(first, last + 1) for date in whens(passage, sentence)]
    return named[1].year - named[0].year if len(named) == 2 else 0  # noqa: PLR2004 - from one to the other


def _is_years(item: Item) -> bool:
    number = item.mention.number
    return is_time(item) and item.mention.measure.name in {"year", "decade"} and number.kind == "integer"
