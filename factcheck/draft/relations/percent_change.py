"""A change by so many percent, or by a fraction: from 45 francs to 54, a fifth more; 由48万亩压缩到36万亩，降幅25%."""

import re
from collections.abc import Iterator

from factcheck.draft.changes import Changes, changes, proposal, signs
from factcheck.draft.linking import size, tied
from factcheck.draft.literal import stated
from factcheck.draft.pairs import Pair, paired
from factcheck.draft.passage import Item, Passage
from factcheck.draft.phrases import phrases, spaced
from factcheck.draft.proposal import Proposal
from factcheck.draft.stated_change import Way, way
from factcheck.draft.values import comparable, is_rate, is_time, values_near, with_unit

_STOP = re.compile(r"[,;，；:：。]|\bor\b|\band\b")  # noqa: RUF001 - Chinese signs

_HAS = re.compile(r"[,;:] (?:so|thus|which means|meaning)(?: that)? [^,.;:]*\b(?:has|have|had) (?:about |some )?$")
_MORE = re.compile(r" (?:more|fewer|less)(?:[.,;]|$)")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each percentage that a change is by, with the values before and after."""
    found = changes(passage)
    for item, toward in found.stated:
        if _is_share(item) and not is_yearly(passage, item):
            yield from _proposed(found, item, toward)
    for item in passage.items:
        if item.is_percent and _sums_up(passage, item):
            yield from _proposed(found, item, None)


def _sums_up(passage: Passage, item: Item) -> bool:
    """Whether a percentage is named with no direction: that is 128 percent in all."""
    behind = clause_around(passage, item).partition("|")[2]
    return phrases("percent_change", "overall").inside(behind) and way(passage, item) is None


def _is_share(item: Item) -> bool:
    number = item.mention.number
    fraction = number.kind == "rough" and number.nominal is not None and not item.mention.measure.name
    return number.nominal is not None and (item.is_percent or (fraction and 0 < number.nominal < 1))


def is_yearly(passage: Passage, item: Item) -> bool:
    """Whether a rate is one of each year of several: 5 percent a year, 年均增长5%."""
    if item.mention.measure.name.startswith("percent per "):
        return True
    return phrases("compound_growth", "yearly").inside(spaced(clause_around(passage, item)))


def clause_around(passage: Passage, item: Item) -> str:
    """Return the words of its clause before and behind a number."""
    before, after = _STOP.split(passage.before(item, 40)), _STOP.split(passage.after(item, 24))
    return f"{before[-1]} | {after[0]}"


def _proposed(found: Changes, item: Item, toward: Way | None) -> Iterator[Proposal]:
    near = tied(found.passage, _pairs(found, item), found.place(item), toward) or _concluded(found, item, toward)
    says = [f"{sign}percent_change(before=before, after=after) = {stated(item)}" for sign in signs(toward or "up")]
    yield from proposal("percent_change", item, near, says)


def _concluded(found: Changes, item: Item, toward: Way | None) -> list[tuple[Pair, bool]]:
    """Return the only two values before a percentage drawn from them: 300 staff and 450, so B has 50 percent more."""
    passage = found.passage
    near = [one for one in values_near(passage, item, 0) if one.end <= item.start]
    near = [one for one in near if one.index not in found.skipped and not is_rate(one) and not is_time(one)]
    if len(near) != 2 or not comparable(*near) or toward not in {"up", "down"}:  # noqa: PLR2004 - a pair
        return []
    if not _HAS.search(passage.folded[near[1].end : item.start]) or not _MORE.match(passage.after(item)):
        return []
    low, high = sorted((with_unit(near[0], near[1]), with_unit(near[1], near[0])), key=size)
    return [(paired(low, high, "against") if toward == "up" else paired(high, low, "against"), True)]


def _pairs(found: Changes, item: Item) -> list[Pair]:
    """Return the pairs of measures and counts; of percentages only where the change is said of them at once."""
    relative = phrases("percent_change", "relative").inside(found.passage.before(item))
    return [pair for pair in found.near(item) if relative or not is_rate(pair.after) or _is_at_once(pair, item)]


def _is_at_once(pair: Pair, item: Item) -> bool:
    """Whether a percentage is given as the change between two others: from 4.1 % to 5.3 %, a rise of 1.2 %."""
    return item.is_percent and pair.how == "from" and item.sentence == pair.before.sentence
