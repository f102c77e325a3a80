"""Growth of each year, compounded: from 40 to 120 million in eight years, 14.7 % a year; 年复合增长率25%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.draft.equations.literal import stated
from factcheck.draft.equations.particular.changes import Changes, changes, inputs
from factcheck.draft.equations.particular.linking import tied
from factcheck.draft.equations.particular.pairs import Pair
from factcheck.draft.equations.particular.stated_change import way
from factcheck.draft.equations.proposal import Candidate, Given, Proposal, given
from factcheck.draft.quantities.values import is_rate, is_time
from factcheck.draft.text.dates import whens
from factcheck.draft.text.moments import moment
from factcheck.draft.text.passage import CROWD, Item, Passage
from factcheck.draft.words.phrases import phrases, spaced
from factcheck.prose.mention import Measure

_YEAR = 365.25 * 86400
_AHEAD = 1
_STOP = re.compile(r"[,;，；:：。]|\bor\b|\band\b")  # noqa: RUF001 - Chinese signs
_ASIDE = re.compile(r"[a-z ]*(?:, | \()(?:compound|compounded|compounding)\b")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each yearly rate, with the values at both ends and the years between them."""
    found = changes(passage)
    for item in passage.items:
        if is_rate(item) and _is_yearly(passage, item):
            yield from _proposed(found, item)


def _is_yearly(passage: Passage, item: Item) -> bool:
    """Whether a rate is one of each year of several: 5 percent a year, 年均增长5%."""
    if item.mention.measure.name.startswith("percent per "):
        return True
    return phrases("compound_growth", "yearly").inside(spaced(_clause_around(passage, item)))


def _clause_around(passage: Passage, item: Item) -> str:
    """Return the words of its clause before and behind a number."""
    before, after = _STOP.split(passage.before(item, 40)), _STOP.split(passage.after(item, 24))
    return f"{before[-1]} | {after[0]}"


def _is_growth(passage: Passage, item: Item) -> bool:
    """Whether the words say that a yearly rate is one of growth, or of loss."""
    words = _clause_around(passage, item)
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
    near = _clause_around(passage, item) + (_ASIDE.match(passage.after(item, 40)) or [""])[0]
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
