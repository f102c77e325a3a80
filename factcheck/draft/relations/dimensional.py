"""Values whose units leave one way to relate them: 77 kWh at 7 kW take 11 hours; 400 Gbps carry 50 GB every second."""

import re
from collections.abc import Iterator
from itertools import permutations

from factcheck.draft.cues import cue
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.quantity.dimension import Dimension, multiply, power

_TIME: Dimension = (("time", 1),)
_RATE: Dimension = (("data", 1), ("time", -1))
_DATA: Dimension = (("data", 1),)
_BIT = re.compile(r"bit|bps")
_MOST = 3
_WORD = 10
_AGE = re.compile(r"[\s-](?:ago|old|earlier|later)\b|前|后")
_TRIPLES: tuple[tuple[str, Dimension], ...] = (
    ("data", _DATA),
    ("energy", (("length", 2), ("mass", 1), ("time", -2))),
    ("mass", (("mass", 1),)),
    ("length", (("length", 1),)),
    ("area", (("length", 2),)),
    ("volume", (("length", 3),)),
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
    if not cue("dimensional", "takes").search(_sentence(passage, item)):
        return
    near = [one for one in passage.nearby(item) if one.index != item.index and one.dimension]
    pairs = [(amount, rate) for amount, rate in permutations(near, 2) if _takes(amount, rate, item)]
    if pairs:
        kind = "bits-bytes" if all(_mixed(*pair) for pair in pairs) else "quotient"
        candidates = tuple(_time(item, *pair) for pair in pairs)
        yield Proposal(
            kind,
            item.mention.span,
            candidates,
            firm=len(pairs) == 1 and _is_sure(passage, item, *pairs[0]),
        )


def _is_sure(passage: Passage, item: Item, amount: Item, rate: Item) -> bool:
    """Whether a time can be no other than that of an amount and a rate before it: in one sentence, and no age."""
    told = max(amount.index, rate.index) < item.index
    to_do = cue("dimensional", "to_do").match(passage.after(item).lstrip()) is not None
    aged = _AGE.match(passage.after(item, _WORD)) is not None
    partly = any(one.is_percent for one in passage.nearby(item, 0))  # from 10 to 80 percent
    return (told or to_do) and amount.sentence == rate.sentence and not aged and not partly


def _time(item: Item, amount: Item, rate: Item) -> Candidate:
    inputs = (given("amount", amount, premise(amount)), given("rate", rate, premise(rate)))
    return Candidate(f"amount / rate = {stated(item)}", inputs)


def _takes(amount: Item, rate: Item, item: Item) -> bool:
    known = any(amount.dimension == dimension for _, dimension in _TRIPLES)
    return known and multiply(amount.dimension, power(rate.dimension, -1)) == item.dimension


def _mixed(first: Item, second: Item) -> bool:
    """Whether one value is in bits and the other in bytes."""
    names = [one.mention.measure.name for one in (first, second)]
    return "data" in dict(first.dimension) and len({bool(_BIT.search(name)) for name in names}) > 1


def _amounts(passage: Passage, item: Item) -> Iterator[Proposal]:
    """Propose what a rate comes to in a time named right before: 40 litres a second; in an hour that makes 144,000."""
    rate, time = passage.items[max(0, item.index - 2) : item.index] if item.index > 1 else (item, item)
    if time.dimension != _TIME or rate.sentence != item.sentence or not item.dimension or item.is_percent:
        return
    if multiply(rate.dimension, _TIME) == item.dimension and rate.dimension != _TIME:
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


def _sentence(passage: Passage, item: Item) -> str:
    return passage.sentences[item.sentence].text(passage.folded)
