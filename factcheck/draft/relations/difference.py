"""A difference of two values: 37,900 fewer; the 75 kg saved; rose by 12 km from 30 to 42; 多出9.3公里."""

import re
from collections.abc import Iterator

from factcheck.draft.changes import Changes, changes, proposal, signs
from factcheck.draft.linking import is_plain, tied
from factcheck.draft.literal import stated
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.phrases import phrases
from factcheck.draft.proposal import Proposal
from factcheck.draft.stated_change import Way
from factcheck.draft.values import comparable, is_bare, is_multiple, is_points, is_rate, is_time, values, with_unit

_BACK = 2
_SHORT = 16
_MEASURE = 4


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each number by which two values differ."""
    found = changes(passage)
    for item, toward in found.stated:
        if _is_amount(item) and not is_multiple(passage, item):
            yield from _proposed(found, item, toward)


def _is_amount(item: Item) -> bool:
    number = item.mention.number
    return number.nominal is not None and number.kind != "rough" and not is_rate(item) and not is_points(item)


def _proposed(found: Changes, item: Item, toward: Way) -> Iterator[Proposal]:
    known = [pair for pair in found.pairs if _fits(item, pair)]
    near = _sure(found.passage, tied(found.passage, known, item, toward), item) or _contrasted(found, item, toward)
    says = [f"{a} - {b} = {stated(with_unit(item, near[0][0].after))}" for a, b in _sides(toward)] if near else []
    yield from proposal("difference", item, near, says)


def _sure(passage: Passage, near: list[tuple[Pair, bool]], item: Item) -> list[tuple[Pair, bool]]:
    """Trust a difference with its measure named in Chinese, as its unit is that of the pair: ，里程缩短了14.7公里."""
    close = (pair.sentences[1] == item.sentence and pair.end <= item.start for pair, _ in near)
    gaps = [passage.folded[pair.end : item.start] if ok else "" for (pair, _), ok in zip(near, close, strict=True)]
    return [(pair, firm or _is_measured(gap)) for (pair, firm), gap in zip(near, gaps, strict=True)]


def _is_measured(gap: str) -> bool:
    """Whether Chinese words between a pair and a difference say only what is measured."""
    return 0 < len(gap) <= _SHORT and is_plain(gap, _MEASURE) and not phrases("difference", "apart").inside(gap)


def _fits(item: Item, pair: Pair) -> bool:
    return (
        comparable(item, pair.before) and comparable(item, pair.after) and not (is_bare(item) and is_time(pair.after))
    )


def _sides(toward: Way) -> list[tuple[str, str]]:
    ways = {"": ("after", "before"), "-": ("before", "after")}
    return [ways[sign] for sign in signs(toward)]


def _contrasted(found: Changes, item: Item, toward: Way) -> list[tuple[Pair, bool]]:
    """Return the only two values of its kind before a comparison of two things: 新线比老线长出9.4公里."""
    words = found.passage.before(item, 40)
    if not phrases("difference", "contrast").inside(re.split(r"[,，;；]", words)[-1]):  # noqa: RUF001 - Chinese signs
        return []
    skip = {one.index for one, _ in found.stated}
    near = [one for one in values(found.passage) if _is_near(one, item) and one.index not in skip]
    if len(near) != 2 or not comparable(*near):  # noqa: PLR2004 - a pair
        return []
    low, high = sorted(near, key=lambda one: float(one.mention.number.nominal or 0))
    pair = paired(high, low, "dates") if toward == "down" else paired(low, high, "dates")
    return [(pair, not is_bare(item))]


def _is_near(one: Item, item: Item) -> bool:
    return (
        one.end <= item.start and item.sentence - one.sentence <= _BACK and comparable(one, item) and not is_bare(one)
    )
