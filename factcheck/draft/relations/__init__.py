"""Relations between numbers, one module each: it finds what a sentence says and writes it as a statement."""

from collections.abc import Callable, Iterator

from factcheck.draft.passage import Passage
from factcheck.draft.proposal import Proposal
from factcheck.draft.relations import conversion, dimensional, duration, each, order, ratio, repeated, shares, total

Propose = Callable[[Passage], Iterator[Proposal]]

RELATIONS: tuple[Propose, ...] = (
    conversion.propose,
    dimensional.propose,
    duration.propose,
    each.propose,
    order.propose,
    ratio.propose,
    repeated.propose,
    shares.propose,
    total.propose,
)
