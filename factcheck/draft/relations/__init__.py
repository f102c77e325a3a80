"""Relations between numbers, one module each: it finds what a sentence says and writes it as a statement."""

from collections.abc import Callable, Iterator

from factcheck.draft.named import Scene
from factcheck.draft.passage import Passage
from factcheck.draft.proposal import Proposal
from factcheck.draft.relations import (
    against,
    change_to,
    compound_growth,
    conversion,
    difference,
    dimensional,
    duration,
    each,
    multiple,
    needed,
    order,
    part,
    percent_change,
    percentage_points,
    portion,
    ratio,
    repeated,
    several,
    shares,
    spec,
    stronger,
    thrice,
    total,
)

Propose = Callable[[Passage], Iterator[Proposal]]
ProposeOfThings = Callable[[Scene], Iterator[Proposal]]

PARTICULAR: tuple[Propose, ...] = (
    compound_growth.propose,
    conversion.propose,
    dimensional.propose,
    duration.propose,
    order.propose,
    ratio.propose,
    repeated.propose,
)
"""Relations that are no rule over quantities alone: of dates, of units, of years, of a number told again."""

OF_THINGS: tuple[ProposeOfThings, ...] = (
    against.propose,
    needed.propose,
    several.propose,
    spec.propose,
    stronger.propose,
)
"""What packs know is needed for these: they look at a draft together with its things."""
