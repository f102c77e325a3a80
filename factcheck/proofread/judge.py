"""Hands the proposals of a draft to the engine; there is no second one."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.draft.proposal import Candidate, Proposal
from factcheck.engine.resolve.measure import Broken, Missing
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.verdict.check import check_claim
from factcheck.engine.verdict.statement import Engine, judge_statement
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome, Verdict
from factcheck.source import Place, Span, Text

_RANK: dict[Verdict, int] = {"pass": 3, "borderline": 2, "fail": 1}
_NAME = "draft"
_VACUOUS = "vacuous"
"""The remark on a result so wide that it would agree with half or double the value: nothing was verified."""


class Finding(NamedTuple):
    """A number that was judged; ``candidate`` is the statement that decided."""

    kind: str
    target: Span
    verdict: Verdict
    outcome: Outcome
    candidate: Candidate


class Decision(NamedTuple):
    """The statement that decides about a number."""

    proposal: Proposal
    candidate: Candidate
    verdict: Verdict


def judged(proposals: Iterable[Proposal], engine: Engine) -> tuple[Finding, ...]:
    """Return one finding for each number about which something could be said, in the order of the text."""
    best: dict[tuple[int, int], Decision] = {}
    for proposal in proposals:
        found = decision(proposal, engine)
        if found is None:
            continue
        known = best.get(proposal.target)
        if known is None or _RANK[found.verdict] > _RANK[known.verdict]:
            best[proposal.target] = found
    return tuple(_finding(best[key], engine) for key in sorted(best))


def _finding(found: Decision, engine: Engine) -> Finding:
    proposal, candidate, verdict = found
    return Finding(proposal.kind, proposal.target, verdict, outcome(candidate, engine), candidate)


def decision(proposal: Proposal, engine: Engine) -> Decision | None:
    """Return the verdict on a number, or None where nothing is sure enough to speak."""
    settled: list[tuple[Candidate, Verdict]] = []
    for candidate in proposal.candidates:
        verdict = verdict_of(candidate, engine)
        if verdict == "pass":
            return Decision(proposal, candidate, "pass")
        if verdict is not None:
            settled.append((candidate, verdict))
    if not proposal.firm or len(settled) < len(proposal.candidates):
        return None
    if any(verdict_of(candidate, engine) == "pass" for candidate in proposal.unless):
        return None
    return Decision(proposal, *min(settled, key=lambda pair: pair[1] != "borderline"))


def verdict_of(candidate: Candidate, engine: Engine) -> Verdict | None:
    """Return the verdict on a statement alone; None where it is none, or where half or double the value would do."""
    claim, scope = _claim(candidate, engine)
    try:
        found = judge_statement(scope.statement(claim), ClaimNames(scope, claim, (f"claim:{_NAME}",)), engine).found
    except (Missing, Broken, Problem, RecursionError):
        return None
    return None if found.verdict not in _RANK or _VACUOUS in found.remarks else found.verdict


def outcome(candidate: Candidate, engine: Engine) -> Outcome:
    """Check one statement with its inputs: all that can be said of it."""
    claim, scope = _claim(candidate, engine)
    return check_claim(claim, scope, engine)


def _claim(candidate: Candidate, engine: Engine) -> tuple[Claim, FileScope]:
    place = Place("", 1, 1)
    premises = tuple(Premise(one.name, Text(one.literal, place), place) for one in candidate.given)
    claim = Claim(_NAME, place, says=Text(candidate.says, place), given=premises)
    return claim, FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units)
