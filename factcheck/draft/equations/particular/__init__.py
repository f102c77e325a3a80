"""Relations that are no rule over quantities alone: of dates, of units, of years, of a number told again."""

from collections.abc import Callable, Iterator

from factcheck.draft.equations.particular import (
    age,
    compound_growth,
    conversion,
    dimensional,
    duration,
    exchange,
    order,
    per_thing,
    rate_of_day,
    ratio,
    repeated,
    same_share,
)
from factcheck.draft.equations.proposal import Proposal
from factcheck.draft.text.passage import Passage

Propose = Callable[[Passage], Iterator[Proposal]]

PARTICULAR: tuple[Propose, ...] = (
    age.propose,
    compound_growth.propose,
    conversion.propose,
    dimensional.propose,
    duration.propose,
    exchange.propose,
    order.propose,
    per_thing.propose,
    rate_of_day.propose,
    ratio.propose,
    repeated.propose,
    same_share.propose,
)
