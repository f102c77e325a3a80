"""Hands the proposals of a draft to the engine; there is no second one."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.draft.proposal import Candidate, Proposal
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.verdict.check import check_claim
from factcheck.engine.verdict.statement import Engine
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome, Verdict
from factcheck.source import Place, Span, Text

_RANK: dict[Verdict, int] = {"pass": 3, "borderline": 2, "fail": 1}
_VACUOUS = "FC413"
"""The note on a result so wide that it would agree with half or double the value: nothing was verified."""


class Finding(NamedTuple):
    """A number that was judged; ``candidate`` is the statement that decided."""

    kind: str
    target: Span
    verdict: Verdict
    outcome: Outcome
    candidate: Candidate


def judged(proposals: Iterable[Proposal], engine: Engine) -> tuple[Finding, ...]:
    """Return one finding for each number about which something could be said, in the order of the text."""
    best: dict[tuple[int, int], Finding] = {}
    for proposal in proposals:
        found = finding(proposal, engine)
        if found is None:
            continue
        known = best.get(found.target)
        if known is None or _RANK[found.verdict] > _RANK[known.verdict]:
            best[found.target] = found
    return tuple(best[key] for key in sorted(best))


def finding(proposal: Proposal, engine: Engine) -> Finding | None:
    """Return what the engine says of a proposal, or None where it is not sure enough to speak."""
    settled = []
    for candidate in proposal.candidates:
        one = outcome(candidate, engine)
        if _vacuous(one) or one.verdict not in _RANK:
            continue
        if one.verdict == "pass":
            return Finding(proposal.kind, proposal.target, "pass", one, candidate)
        settled.append((candidate, one))
    if not proposal.firm or len(settled) < len(proposal.candidates):
        return None
    candidate, one = min(settled, key=lambda pair: pair[1].verdict != "borderline")
    return Finding(proposal.kind, proposal.target, one.verdict, one, candidate)


def _vacuous(found: Outcome) -> bool:
    return any(note.code == _VACUOUS for note in found.notes)


def outcome(candidate: Candidate, engine: Engine, name: str = "draft") -> Outcome:
    """Check one statement with its inputs."""
    place = Place("", 1, 1)
    premises = tuple(Premise(one.name, Text(one.literal, place), place) for one in candidate.given)
    claim = Claim(name, place, says=Text(candidate.says, place), given=premises)
    return check_claim(claim, FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units), engine)
