"""Effect sizes that follow from a test: ``F(2, 45) = 3.10, p = .055, ηp² = .12``, ``t(28) = 2.20, p = .036, d = 0.80``.

Partial eta squared does whatever the design; Cohen's d of equal groups or of pairs only, so that it is verified if it
is one of these, and nothing is said if it is not.
"""

import re
from collections.abc import Iterator

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import MINUS, NUMBER, Figure, figure
from factcheck.draft.equations.statistics.notation import Result, plain, results
from factcheck.draft.text.passage import Passage
from factcheck.source import Span

KIND = "effect-size"
_TESTS = {"f": ("eta_squared_of_f", ("f", "df1", "df2")), "t": ("eta_squared_of_t", ("t", "df"))}
_PARTIAL = re.compile(
    r"(?:partial\s(?:η|eta)[\s-]?(?:\^?2|²|squared)|(?:偏|η_?\{?p\}?\s?\^?\{?[2²]\}?|η\s?\^?[2²]_?\{?p\}?)(?:η\^?[2²])?)"
    rf"\s?=\s?(?P<value>{NUMBER})"
)
_D = re.compile(rf"(?<![A-Za-z])d[zs]?\s?=\s?[{MINUS}]?\s?(?P<value>{NUMBER})")
_DESIGNS = ("d_of_t(t=t, n1=(df + 2) / 2, n2=(df + 2) / 2)", "d_of_pairs(t=t, n=df + 1)")
_REACH = 60


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the effect size that stands between a test and the next one, in its sentence."""
    found = results(passage)
    for number, one in enumerate(found):
        if one.test in _TESTS and one.statistic.relation == "=" and len(one.df) == len(_TESTS[one.test][1]) - 1:
            last = passage.sentence_at(one.extent.start).span.end
            behind = found[number + 1].extent.start if number + 1 < len(found) else last
            reach = one.statistic.span.end, min(last, behind, one.extent.end + _REACH)
            if m := _PARTIAL.search(plain(passage), *reach):
                yield _partial(passage, one, m)
            if one.test == "t" and (m := _D.search(plain(passage), *reach)):
                yield _standardized(passage, one, m)


def _partial(passage: Passage, found: Result, m: re.Match[str]) -> Proposal:
    stated, extent = _stated(passage, found, m)
    rule, names = _TESTS[found.test]
    call = f"{rule}({', '.join(f'{name}={name}' for name in names)})"
    says = Candidate(f"{call} = {stated.rounded}", _inputs(found))
    return Proposal(KIND, stated.span, (says,), doubts=(Doubt("kind-of-effect"),), extent=extent)


def _standardized(passage: Passage, found: Result, m: re.Match[str]) -> Proposal:
    stated, extent = _stated(passage, found, m)
    says = tuple(Candidate(f"abs({call}) = {stated.rounded}", _inputs(found)) for call in _DESIGNS)
    return Proposal(KIND, stated.span, says, voice="verify", extent=extent)


def _stated(passage: Passage, found: Result, m: re.Match[str]) -> tuple[Figure, Span]:
    return figure(plain(passage), Span(*m.span("value"))), found.extent.join(Span(*m.span()))


def _inputs(found: Result) -> tuple[Given, ...]:
    """Return the statistic and its degrees of freedom as inputs of a rule."""
    name, *names = _TESTS[found.test][1]
    statistic = Given(name, found.statistic.rounded, found.statistic.span)
    return (statistic, *(Given(one, df.exact, df.span) for one, df in zip(names, found.df, strict=True)))
