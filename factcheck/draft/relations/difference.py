"""A difference of two values: 37,900 fewer; the 75 kg saved; rose by 12 km from 30 to 42; 多出9.3公里."""

import re
from collections.abc import Iterator

from factcheck.draft.changes import Changes, changes, proposal, signs
from factcheck.draft.linking import elsewhere, is_plain, tied
from factcheck.draft.literal import stated
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.phrases import phrases
from factcheck.draft.proposal import Proposal
from factcheck.draft.stated_change import Way
from factcheck.draft.values import (
    comparable,
    is_bare,
    is_multiple,
    is_points,
    is_rate,
    is_time,
    together,
    values_near,
    with_unit,
)

_BACK = 2
_SHORT = 16
_MEASURE = 4
_OTHER = re.compile(r"\b(?:than|above|below)\b")
_THAN = re.compile(r"[比较]([\u3400-\u9fff]{1,8})[长高多少低短重轻大小快慢宽深厚远出]")


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
    known = [pair for pair in found.near(item) if _fits(item, pair)]
    near = _sure(found.passage, tied(found.passage, known, item, toward), item) or _contrasted(found, item, toward)
    says = [f"{a} - {b} = {stated(with_unit(item, near[0][0].after))}" for a, b in _sides(toward)] if near else []
    yield from proposal("difference", item, near, says)


def _sure(passage: Passage, near: list[tuple[Pair, bool]], item: Item) -> list[tuple[Pair, bool]]:
    """Trust a difference with its measure named in Chinese, as its unit is that of the pair: ，里程缩短了14.7公里."""
    close = (pair.sentences[1] == item.sentence and pair.end <= item.start for pair, _ in near)
    gaps = [passage.folded[pair.end : item.start] if ok else "" for (pair, _), ok in zip(near, close, strict=True)]
    own = not elsewhere(passage, item)
    return [(pair, firm or (own and _is_measured(gap))) for (pair, firm), gap in zip(near, gaps, strict=True)]


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
    around = values_near(found.passage, item, _BACK)
    near = _two([one for one in around if _is_near(found.passage, one, item) and one.index not in found.skipped])
    if len(near) != 2 or not comparable(*near) or not _is_contrast(found.passage, near[1], item):  # noqa: PLR2004
        return []
    low, high = sorted(near, key=lambda one: float(one.mention.number.nominal or 0))
    pair = paired(high, low, "dates") if toward == "down" else paired(low, high, "dates")
    return [(pair, not is_bare(item) or not item.mention.measure.factors)]


def _names_one(passage: Passage, words: str, last: Item, item: Item) -> bool:
    """Whether what 比 compares with is named at one of the values, and is not a plan or the year before."""
    name = _THAN.search(words)
    if name is None or phrases("multiple", "former", "latter").inside(words):
        return True
    said = passage.folded[passage.sentences[max(0, last.sentence - 1)].span.start : item.start - len(words)]
    return any(char in said for char in name[1])


def _two(near: list[Item]) -> list[Item]:
    """Return the values that show their unit, where there are two of these."""
    clear = [one for one in near if not is_bare(one)]
    return clear if len(clear) == 2 else near  # noqa: PLR2004 - a pair


def _is_contrast(passage: Passage, last: Item, item: Item) -> bool:
    """Whether a difference is between two things: the gap of; 比…长出; or behind the second, and no ``than``."""
    words = re.split("[,，;；]", passage.before(item, 40))[-1]  # noqa: RUF001 - Chinese signs
    if phrases("difference", "contrast").inside(words):
        return _names_one(passage, words, last, item)
    gap, behind = passage.between(last, item), passage.after(item, 24)
    return gap.startswith(", ") and is_plain(gap) and len(gap) <= _SHORT and not _OTHER.search(behind)


def _is_near(passage: Passage, one: Item, item: Item) -> bool:
    if not together(passage, one.end, item.start):
        return False
    told = one.sentence == item.sentence or not (is_bare(one) and is_bare(item))
    return told and one.end <= item.start and item.sentence - one.sentence <= _BACK and comparable(one, item)
