"""A change by an amount and by a percentage to a value: rose by $12 million, or 20 percent, to $72 million."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.draft.changes import changes, says_again
from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given
from factcheck.draft.stated_change import Way
from factcheck.draft.values import comparable, values_near, with_unit

_TO = re.compile(
    r"[)]?,? to (?:about |around |nearly |almost |just over )?[$€£¥]?|[)]?[,，]?(?:达到?|升至|降至|增至|减至|至)"
)


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose a percentage that is told together with its amount, where the value behind is what came out."""
    for (first, toward), (second, _) in pairwise(changes(passage).stated):
        if toward != "either" and says_again(passage, first, second):
            share, amount = (first, second) if first.is_percent else (second, first)
            yield from _proposed(passage, share, amount, toward)


def _proposed(passage: Passage, share: Item, amount: Item, toward: Way) -> Iterator[Proposal]:
    last = max(share, amount, key=lambda one: one.start)
    after = next((one for one in values_near(passage, last, 0) if one.start >= last.end), None)
    if after is None or not _TO.fullmatch(passage.between(last, after)) or not comparable(amount, after):
        return
    if amount.mention.number.kind == "rough":
        return
    sign = "-" if toward == "up" else "+"
    pair = given("change", amount, premise(amount)), given("after", after, premise(with_unit(after, amount)))
    says = f"change / (after {sign} change) = {stated(share)}"
    yield Proposal("percent_change", share.mention.span, (Candidate(says, pair),))
