"""What papers report of their tests: the numbers of a result belong to each other, and to nothing else of the text."""

from collections.abc import Iterator

from factcheck.draft.equations.proposal import Proposal
from factcheck.draft.equations.statistics import effects, intervals, notation, p_values, samples, significance
from factcheck.draft.text.passage import Passage
from factcheck.source import Span


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose what follows from the numbers of each result of a text."""
    yield from p_values.propose(passage)
    yield from effects.propose(passage)
    yield from intervals.propose(passage)
    yield from samples.propose(passage)
    yield from significance.propose(passage)


def taken(passage: Passage) -> tuple[Span, ...]:
    """Return the places of results, whose numbers no other equation of a text is about."""
    tested = (one.extent for one in notation.results(passage))
    estimated = (one.extent for one in intervals.estimates(passage))
    return (*tested, *estimated, *notation.p_values(passage))
