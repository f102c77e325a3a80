"""A change of a percentage in points: from 2 to 9 percent, a gain of seven percentage points; 上升6.7个百分点."""

from collections.abc import Iterator

from factcheck.draft.changes import Changes, changes, proposal, signs
from factcheck.draft.linking import tied
from factcheck.draft.literal import stated
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Proposal
from factcheck.draft.stated_change import way
from factcheck.draft.values import comparable, is_points, is_rate, values_near

_SHORT = {"point", "点", "个点"}


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each number of points, with the percentages before and after."""
    found = changes(passage)
    for item in passage.items:
        if is_points(item) or item.mention.measure.name in _SHORT:
            yield from _proposed(found, item)


def _proposed(found: Changes, item: Item) -> Iterator[Proposal]:
    toward = way(found.passage, item)
    rates = [pair for pair in found.near(item) if is_rate(pair.after)]
    near = tied(found.passage, rates, item, toward) or _only_two(found.passage, item, sure=toward == "either")
    unit = "" if is_points(item) else " percentage point"
    says = [f"{sign}(after - before) = {stated(item)}{unit}" for sign in signs(toward)]
    yield from proposal("percentage_points", item, near, says)


def _only_two(passage: Passage, item: Item, *, sure: bool) -> list[tuple[Pair, bool]]:
    """Return the two percentages of its sentence, where there are just two and both stand before it."""
    rates = [one for one in values_near(passage, item, 0) if is_rate(one)]
    if len(rates) != 2 or not comparable(*rates) or rates[1].end > item.start:  # noqa: PLR2004 - a pair
        return []
    return [(paired(rates[0], rates[1], "dates"), sure)]
