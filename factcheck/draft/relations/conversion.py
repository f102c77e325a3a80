"""A value and the same in another unit, in brackets: 620 km (385 miles), 1200亩（约合80公顷）."""

import re
from collections.abc import Iterator

from factcheck.draft.literal import premise, stated
from factcheck.draft.passage import Item, Passage
from factcheck.draft.proposal import Candidate, Proposal, given

_OPEN = re.compile(r"\s?[(（]\s?(?:or|i\.e\.|约合|约为|约|合|即|相当于|也就是)?\s?")


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose each value in brackets that repeats the one before it in another unit."""
    for sentence in passage.sentences:
        for first, second in zip(sentence.items, sentence.items[1:], strict=False):
            if _OPEN.fullmatch(passage.between(first, second)) and _converts(first, second):
                yield Proposal("conversion", second.mention.span, (_candidate(first, second),))


def _converts(first: Item, second: Item) -> bool:
    own, other = first.mention.measure, second.mention.measure
    return bool(own.factors) and first.dimension == second.dimension and own.name != other.name


def _candidate(first: Item, second: Item) -> Candidate:
    return Candidate(f"value = {stated(second)}", (given("value", first, premise(first)),))
