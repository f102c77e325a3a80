"""Values whose units leave one way to relate them: 77 kWh at 7 kW take 11 hours; 400 Gbps carry 50 GB every second."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.particular.sizes import is_only_rounded, is_slip
from factcheck.draft.equations.proposal import READINGS, Candidate, Proposal, given
from factcheck.draft.text.passage import Item, Passage, once
from factcheck.draft.words.cues import cue
from factcheck.quantity.dimension import Dimension, multiply, power

_TIME: Dimension = (("time", 1),)
_RATE: Dimension = (("data", 1), ("time", -1))
_DATA: Dimension = (("data", 1),)
_BIT = re.compile(r"bit|bps")
_BOUNDS = frozenset({"less", "least", "most"})
_MOST = 3
_WORD = 10
_AGE = re.compile(r"[\s-](?:ago|old|earlier|later)\b|前|后")
_AMOUNTS: frozenset[Dimension] = frozenset(
    {
        _DATA,
        (("length", 2), ("mass", 1), ("time", -2)),
        (("mass", 1),),
        (("length", 1),),
        (("length", 2),),
        (("length", 3),),
    }
)
"""What a rate moves: the amount, divided by the rate, is the time."""


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the time that an amount takes at a rate, and a rate in bits that is told again in bytes."""
    for item in passage.items:
        yield from _amounts(passage, item)
        if item.dimension == _TIME:
            yield from _times(passage, item)
        elif item.dimension in (_RATE, _DATA):
            yield from _rates(passage, item)


def _times(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose ``amount / rate`` for a time, where a sentence has one of each and says that it takes so long."""
    if item.mention.number.hedge in _BOUNDS or not _says_takes(passage, item.sentence):
        return
    near = [one for one in passage.nearby(item) if one.index != item.index and one.dimension]
    amounts = [one for one in near if one.dimension in _AMOUNTS]
    own = [one for one in amounts if one.sentence == item.sentence] or amounts
    found = ((amount, rate) for amount in own for rate in near if _takes(amount, rate))
    pairs = list(islice(found, READINGS + 1))
    if pairs and not any(is_only_rounded(item, amount.size / rate.size) for amount, rate in pairs if rate.size):
        kind = "bits-bytes" if all(_mixed(*pair) for pair in pairs) else "quotient"
        candidates = tuple(_time(item, *pair) for pair in pairs)
        yield Proposal(
            kind,
            item.mention.span,
            candidates,
            firm=len(pairs) == 1 and _is_sure(passage, item, *pairs[0]) and not _is_one_of_times(passage, item),
        )


def _is_sure(passage: Passage, item: Item, amount: Item, rate: Item) -> bool:
    """Whether a time can be no other than that of an amount and a rate before it: in one sentence, and no age."""
    told = max(amount.index, rate.index) < item.index
    to_do = cue("dimensional", "to_do").match(passage.after(item).lstrip()) is not None
    aged = _AGE.match(passage.after(item, _WORD)) is not None
    partly = any(one.is_percent for one in passage.nearby(item, 0))  # from 10 to 80 percent
    near = is_slip(float(item.size), float(amount.size / rate.size), data=_mixed(amount, rate)) if rate.size else False
    return near and (told or to_do) and amount.sentence == rate.sentence and not aged and not partly


def _is_one_of_times(passage: Passage, item: Item) -> bool:
    """Whether the sentence has several times, of which each may be of a part of the way."""
    return any(one.dimension == _TIME and one.index != item.index for one in passage.nearby(item, 0))


def _time(item: Item, amount: Item, rate: Item) -> Candidate:
    inputs = (given("amount", amount, premise(amount)), given("rate", rate, premise(rate)))
    return Candidate(f"amount / rate = {stated(item)}", inputs)


def _takes(amount: Item, rate: Item) -> bool:
    """Whether an amount, divided by a rate, is a time."""
    return rate.dimension == _per_time(amount.dimension)


@cache
def _per_time(dimension: Dimension) -> Dimension:
    return multiply(dimension, power(_TIME, -1))


def _mixed(first: Item, second: Item) -> bool:
    """Whether one value is in bits and the other in bytes."""
    names = [one.mention.measure.name for one in (first, second)]
    return "data" in dict(first.dimension) and len({bool(_BIT.search(name)) for name in names}) > 1


def _amounts(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose what a rate comes to in a time named right before: 40 litres a second; in an hour that makes 144,000."""
    rate, time = passage.items[max(0, item.index - 2) : item.index] if item.index > 1 else (item, item)
    if time.dimension != _TIME or rate.sentence != item.sentence or not item.dimension or item.is_percent:
        return
    if multiply(rate.dimension, _TIME) == item.dimension and dict(rate.dimension).get("time", 0) < 0:
        inputs = (given("rate", rate, premise(rate)), given("time", time, stated(time)))
        sure = cue("dimensional", "makes").fullmatch(passage.between(time, item).strip(" ,，")) is not None
        candidate = Candidate(f"rate * time = {stated(item)}", inputs)
        yield Proposal("product", item.mention.span, (candidate,), firm=sure)


def _rates(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose a rate in bytes that stands for the rate in bits before it, or the other way round."""
    earlier = [one for one in passage.nearby(item) if one.index < item.index and dict(one.dimension).get("data")]
    if not earlier or earlier[-1].dimension != _RATE or not _mixed(earlier[-1], item):
        return
    between = passage.between(earlier[-1], item)
    if not cue("dimensional", "same_rate").search(between) and len(between) > _MOST:
        return
    per = " per second" if item.dimension == _DATA else ""
    if per and not cue("dimensional", "every_second").search(between + passage.after(item, 24)):
        return
    inputs = (given("rate", earlier[-1], premise(earlier[-1])),)
    yield Proposal("bits-bytes", item.mention.span, (Candidate(f"rate = {stated(item)}{per and '/second'}", inputs),))


@once
def _says_takes(passage: Passage, sentence: int) -> bool:
    """Whether a sentence says that something takes a time."""
    return cue("dimensional", "takes").search(passage.sentences[sentence].text(passage.folded)) is not None
