"""So much each, so many, so much in all: 33 engines at 230 tonnes each, 7,590 tonnes of thrust; 平均每吨发电450千瓦时."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.quantity.units import Dimension, multiply

_TAIL, _LEAD = 28, 16
_LEAST = 2
_STOP = re.compile(r"[.;。；]")


class Frame(NamedTuple):
    """What stands in a text: a value of each, how many there are, and all of them together."""

    each: Item
    count: Item
    total: Item
    sure: bool


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the total of so many at so much each, or the value of each, whichever comes last in the text."""
    for item in passage.items:
        if item.mention.number.nominal is not None and not item.is_percent and _is_each(passage, item):
            for frame in _frames(passage, item):
                yield _proposal(frame)


def _proposal(frame: Frame) -> Proposal:
    each, count, total, sure = frame
    number = given("count", count, premise(count))
    if total.index > each.index:
        inputs = (number, given("each", each, premise(each)))
        return Proposal(
            "product", total.mention.span, (Candidate(f"count * each = {stated(total)}", inputs),), firm=sure
        )
    inputs = (given("total", total, premise(total)), number)
    return Proposal("quotient", each.mention.span, (Candidate(f"total / count = {stated(each)}", inputs),), firm=sure)


def _is_each(passage: Passage, item: Item) -> bool:
    """Whether words around a value say that it is of each; ``$6,500 an acre`` says it in its unit."""
    if any(factor.power < 0 for factor in item.mention.measure.factors) or " per " in item.mention.measure.name:
        return True
    behind = _STOP.split(passage.after(item, _TAIL))[0]
    return bool(cue("each", "behind").search(behind) or cue("each", "before").search(passage.before(item, _LEAD)))


def _frames(passage: Passage, each: Item) -> Iterator[Frame]:
    """Yield how a value of each, a count and a total fit together, by their units."""
    near = [one for one in passage.nearby(each, 2, 1) if one.index != each.index and _plain(one)]
    found = [(a, b) for a in near for b in near if a.index != b.index and _fits(each, a, b) and _ordered(each, a, b)]
    close = [pair for pair in found if _close(each, *pair)]
    for count, total in close or found:
        yield Frame(each, count, total, sure=len(close) == 1 and _said(passage, each, total))


def _plain(item: Item) -> bool:
    number = item.mention.number
    return number.nominal is not None and number.nominal > 0 and not item.is_percent and number.kind != "rough"


def _fits(each: Item, count: Item, total: Item) -> bool:
    """Whether the units say so: a count of things times a value is a value of that kind."""
    number = count.mention.number.nominal
    if number is None or number < _LEAST or count.mention.number.hedge in {"more", "less", "least", "most"}:
        return False
    if _product(each, count) != total.dimension:
        return False
    return bool(count.dimension) or (count.counts and bool(each.dimension or not total.noun or total.noun == each.noun))


def _product(each: Item, count: Item) -> Dimension:
    return multiply(each.dimension, count.dimension)


def _ordered(each: Item, count: Item, total: Item) -> bool:
    """Whether the count comes before what is said last."""
    return count.index < max(each.index, total.index)


def _close(each: Item, count: Item, total: Item) -> bool:
    sentences = {each.sentence, count.sentence, total.sentence}
    return max(sentences) - min(sentences) <= 1


def _said(passage: Passage, each: Item, total: Item) -> bool:
    """Whether words say that a number is the total, or the average."""
    if total.index > each.index:
        return bool(
            cue("each", "total").search(passage.before(total, 40))
            or cue("each", "total_behind").search(passage.after(total, 24))
        )
    return bool(
        cue("each", "average").search(passage.before(each, 40))
        or cue("each", "average").search(passage.after(each, _TAIL))
    )
