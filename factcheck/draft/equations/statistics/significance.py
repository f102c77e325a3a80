"""Words against p: a result that is called statistically significant with p = .24, or not so with P < 0.05.

The level may be another than .05, so that what does not fit is asked about.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import Figure
from factcheck.draft.equations.statistics.notation import MOST, closed, p_behind, plain, results
from factcheck.draft.text.passage import Passage
from factcheck.draft.words.cues import cue
from factcheck.source import Span

KIND = "significance"
_LEVEL = "0.05"
_NEXT = re.compile(r"[\s,:;(\[]{0,3}")
_BEFORE = 24


class Told(NamedTuple):
    """Words that call a result significant, or not, and its p with where it stands."""

    words: Span
    is_significant: bool
    p: Figure
    target: Span


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose that a result with these words has a p on their side of .05."""
    for told in islice(_told(passage), MOST):
        relation = "<=" if told.is_significant else ">"
        says = Candidate(f"p {relation} {_LEVEL}", (Given("p", _literal(told.p), told.p.span),))
        whole = told.words.join(told.target)
        extent = closed(plain(passage), whole.start, whole.end)
        yield Proposal(KIND, told.words, (says,), voice="deny", doubts=(Doubt("another-level"),), extent=extent)


def _literal(p: Figure) -> str:
    if p.relation == "=":
        return p.rounded
    return f"{'less' if p.relation.startswith('<') else 'more'} than {p.bound}"


def _told(passage: Passage) -> Iterator[Told]:
    tested = results(passage)
    starts = [one.extent.start for one in tested]
    denied = [m.span() for m in cue("statistics", "not_significant").finditer(passage.folded)]
    for start, end in denied:
        yield from _with_p(passage, Span(start, end), starts, is_significant=False)
    ends = [end for _, end in denied]
    for m in cue("statistics", "significant").finditer(passage.folded):
        at = bisect_left(ends, m.end())
        before = passage.folded[max(0, m.start() - _BEFORE) : m.start()]
        if not (at < len(denied) and denied[at][0] <= m.start()) and not cue("statistics", "unsure").search(before):
            yield from _with_p(passage, Span(*m.span()), starts, is_significant=True)


def _with_p(passage: Passage, words: Span, starts: Sequence[int], *, is_significant: bool) -> Iterator[Told]:
    """Yield the words with the p right behind them, or behind the test statistic there."""
    text, m = plain(passage), _NEXT.match(plain(passage), words.end)
    at = m.end() if m else words.end
    number = bisect_left(starts, words.end)
    if number < len(starts) and starts[number] <= at:
        found = results(passage)[number]
        if found.p is not None:
            yield Told(words, is_significant, found.p, found.target)
        return
    p = p_behind(text, words.end)
    if p is not None and p[1].start <= at + 1:
        yield Told(words, is_significant, *p)
