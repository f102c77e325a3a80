"""Partial eta squared, which follows from F and its degrees of freedom: ``F(2, 45) = 3.10, p = .055, ηp² = .12``."""

import re
from collections.abc import Iterator

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import NUMBER, figure
from factcheck.draft.equations.statistics.notation import Result, plain, results
from factcheck.draft.text.passage import Passage
from factcheck.source import Span

KIND = "effect-size"
_TESTS = {"f": ("eta_squared_of_f", ("f", "df1", "df2")), "t": ("eta_squared_of_t", ("t", "df"))}
_PARTIAL = re.compile(
    r"(?:partial\s(?:η|eta)[\s-]?(?:\^?2|²|squared)|(?:偏|η_?\{?p\}?\s?\^?\{?[2²]\}?|η\s?\^?[2²]_?\{?p\}?)(?:η\^?[2²])?)"
    rf"\s?=\s?(?P<value>{NUMBER})"
)
_REACH = 60


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the partial eta squared that stands between a test and the next one, in its sentence."""
    found = results(passage)
    for number, one in enumerate(found):
        if one.test in _TESTS and one.statistic.relation == "=" and len(one.df) == len(_TESTS[one.test][1]) - 1:
            last = passage.sentence_at(one.extent.start).span.end
            behind = found[number + 1].extent.start if number + 1 < len(found) else last
            m = _PARTIAL.search(plain(passage), one.statistic.span.end, min(last, behind, one.extent.end + _REACH))
            if m:
                yield _proposal(passage, one, m)


def _proposal(passage: Passage, found: Result, m: re.Match[str]) -> Proposal:
    rule, names = _TESTS[found.test]
    stated = figure(plain(passage), Span(*m.span("value")))
    inputs = (
        Given(names[0], found.statistic.rounded, found.statistic.span),
        *(Given(name, one.exact, one.span) for name, one in zip(names[1:], found.df, strict=True)),
    )
    call = f"{rule}({', '.join(f'{name}={name}' for name in names)})"
    extent = found.extent.join(Span(*m.span()))
    doubts = (Doubt("kind-of-effect"),)
    return Proposal(KIND, stated.span, (Candidate(f"{call} = {stated.rounded}", inputs),), doubts=doubts, extent=extent)
