"""p from a test statistic and its degrees of freedom, as statements for the rules of the pack ``statistics``.

What a statistic was rounded or cut off from is part of the statement; what else may explain another p (a one-sided
test, a correction for many tests) makes it a query.
"""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft.equations.proposal import Candidate, Doubt, Given, Proposal
from factcheck.draft.equations.statistics.figures import Figure
from factcheck.draft.equations.statistics.notation import Result, results
from factcheck.draft.text.passage import Passage, once
from factcheck.draft.words.cues import cue

KIND, BOUND = "p-value", "p-bound"
_NOT_SIGNIFICANT = "> 0.05"
_INPUTS = {"t": ("df",), "r": ("df",), "z": (), "f": ("df1", "df2"), "chi2": ("df",), "q": ("df",)}
_RULES = {"q": "chi2"}
_SIDED = frozenset("trz")
_ENDLESS = 10**9
_UNBOUNDED = {"t": "z"}
"""The distribution that a test approaches with many degrees of freedom, where its p is least."""


class Call(NamedTuple):
    """A rule of the pack, and its inputs apart from the statistic."""

    rule: str
    inputs: tuple[Given, ...]


def propose(passage: Passage) -> Iterator[Proposal]:
    """Propose the p of each test statistic of a text."""
    for found in results(passage):
        call = _call(found)
        if call is not None:
            yield _proposal(passage, found, call)
        elif not found.df and found.p is not None and found.p.relation in {"=", "<", "<="}:
            yield from _without_df(passage, found, found.p)


def _call(found: Result) -> Call | None:
    """Return the rule that gives the p of a result; None where its degrees of freedom do not fit the test."""
    names = _INPUTS[found.test]
    if len(names) != len(found.df) or any(one.value <= 0 for one in found.df):
        return None
    if found.test == "r" and (found.statistic.is_whole or not found.df[0].is_whole):
        return None  # no correlation of pairs
    rule = _RULES.get(found.test, found.test)
    return Call(rule, tuple(_df(name, one) for name, one in zip(names, found.df, strict=True)))


def _df(name: str, one: Figure) -> Given:
    return Given(name, one.exact if one.is_whole else one.rounded, one.span)


def _proposal(passage: Passage, found: Result, call: Call) -> Proposal:
    ways = (False, True) if _says_one_sided(passage) and found.test in _SIDED else (False,)
    candidates = tuple(_candidate(call, found, _stated(found.p), one_sided=one) for one in ways)
    doubts = tuple(_doubts(passage, found, call))
    return Proposal(KIND, found.target, candidates, doubts=doubts, extent=found.extent)


@once
def _says_one_sided(passage: Passage) -> bool:
    return cue("statistics", "one_sided").search(passage.folded) is not None


@once
def _is_of_ranks(passage: Passage, sentence: int) -> bool:
    words = passage.sentences[sentence].text(passage.folded)
    return cue("statistics", "ranks").search(words) is not None


@once
def _says_corrected(passage: Passage) -> bool:
    return cue("statistics", "corrected").search(passage.folded) is not None


def _candidate(
    call: Call, found: Result, stated: str, *, one_sided: bool = False, literal: str = "", df: str = "df"
) -> Candidate:
    """Return ``p_of_t(t=t, df=df) = 0.036 ± 0.0005`` with what it is said of."""
    suffix, half = ("_one_sided", "") if call.rule in _SIDED and one_sided else ("", " / 2" if one_sided else "")
    named = (f"{one.name}={df if one.name == 'df' else one.name}" for one in call.inputs)
    inputs = ", ".join((f"{call.rule}={call.rule}", *named))
    statistic = Given(call.rule, literal or _literal(found), found.statistic.span)
    return Candidate(f"p_of_{call.rule}{suffix}({inputs}){half} {stated}", (statistic, *call.inputs))


def _literal(found: Result) -> str:
    """Return a statistic as an input: as rounded as it is written, or the bound that is told of it: t(28) < 1."""
    statistic = found.statistic
    if statistic.relation == "=":
        return statistic.rounded
    size = statistic._replace(value=abs(statistic.value)).bound
    return f"0 to {size}" if statistic.relation in {"<", "<="} else f"{size} to {_ENDLESS}"


def _stated(p: Figure | None) -> str:
    """Return the relation and what is stated: ``= 0.036 ± 0.0005``, ``< 0.05``."""
    if p is None:
        return _NOT_SIGNIFICANT
    return f"= {p.rounded}" if p.relation == "=" else f"{p.relation} {p.bound}"


def _doubts(passage: Passage, found: Result, call: Call) -> Iterator[Doubt]:
    """Yield what would explain another p than that of the statistic, the likeliest first."""
    p, exact = found.p, found.statistic.relation == "="
    if p is None:
        yield Doubt("level-of-significance")
        return
    if p.value == 0 and p.relation == "<":
        yield Doubt("p-of-nothing")
    if exact:
        wide = f"= {p.cut}" if p.relation == "=" else _stated(p)
        yield Doubt("cut-off", _candidate(call, found, wide, literal=found.statistic.cut))
    if _is_of_ranks(passage, passage.sentence_at(found.extent.start).index):
        yield Doubt("other-distribution")
    if found.test == "r" and exact:
        yield Doubt("pairs", _candidate(call, found, _stated(p), df="df - 2"))
    if found.test in _SIDED or (found.df and found.df[0].value == 1):
        yield Doubt("one-sided", _candidate(call, found, _stated(p), one_sided=True))
    if (found.corrected or _says_corrected(passage)) and p.relation in {"=", ">", ">="}:
        yield Doubt("corrected", _candidate(call, found, f"< {p.bound}"))


def _without_df(passage: Passage, found: Result, p: Figure) -> Iterator[Proposal]:
    """Propose that a p is too small for any degrees of freedom: t = 1.50, P < 0.05."""
    rule = _UNBOUNDED.get(found.test)
    if rule is None or found.statistic.relation != "=":
        return
    upper = p._replace(value=p.value + p.step / 2).bound  # P = 0.000 may be 0.0004
    call, stated = Call(rule, ()), f"<= {upper}" if p.relation == "=" else f"{p.relation} {p.bound}"
    least = _candidate(call, found, stated)
    half = _candidate(call, found, stated, one_sided=True)
    said = (half,) if _says_one_sided(passage) else ()
    doubts = (Doubt("one-sided", half),)
    yield Proposal(BOUND, found.target, (least, *said), voice="deny", doubts=doubts, extent=found.extent)
