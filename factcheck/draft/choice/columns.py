"""Columns: a sum of one time that is a digit off, where that of the other time beside it adds up.

``Stocks fell to 109 tons from 145 tons, those at sea rose to 103 tons from 93 tons, and together they fell to 242 tons
from 238 tons``: where 145 and 93 are 238, the numbers beside them, 109 and 103, should be 242. They are 212.
"""

from collections.abc import Iterable, Iterator

from factcheck.draft.choice.explain import Explanation
from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.slip import is_miswritten
from factcheck.draft.evidence.parallel import beside
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.quantities.quantity import Quantity
from factcheck.draft.words.meanings import CODES

_RULES = frozenset({"total", "difference", "remainder"})
_LINKS = frozenset(CODES[name] for name in ("to", "from", "versus", "before"))
"""The words between the values of two times: to 212 from 238, 212 compared with 238."""


def slips(layout: Layout, told: Iterable[Explanation]) -> Iterator[Candidate]:
    """Yield the equations beside those that hold which fail only by a digit of their result.

    On newswire 48 of 48 such columns with words of two times between them hold, but for the rounding of their numbers.
    """
    for one in told:
        if one.candidate.schema.rule in _RULES:
            for other in beside(one.candidate, layout.quantities):
                if other.fails and is_miswritten(other) and _are_of_two_times(layout, one.candidate, other):
                    yield other


def _are_of_two_times(layout: Layout, one: Candidate, other: Candidate) -> bool:
    """Whether words link each number of an equation to that of the other one, as the value of another time."""
    pairs = zip((one.target, *one.operands), (other.target, *other.operands), strict=True)
    return all(first.sentence == second.sentence and _are_linked(layout, first, second) for first, second in pairs)


def _are_linked(layout: Layout, first: Quantity, second: Quantity) -> bool:
    start, end = sorted((layout.line.at(first.start), layout.line.at(second.start)))
    return not _LINKS.isdisjoint(layout.line.codes[start + 1 : end])
