"""Hands proposals to the engine; there is no second one."""

from collections.abc import Iterable

from factcheck.draft.proposal import Candidate, Finding, Proposal
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.verdict.check import Engine, check_claim
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome, Verdict
from factcheck.source import Place, Text

_RANK: dict[Verdict, int] = {"pass": 3, "borderline": 2, "fail": 1}
VACUOUS = "FC422"


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
    found = [(candidate, outcome(candidate, engine)) for candidate in proposal.candidates]
    settled = [(candidate, one) for candidate, one in found if one.verdict in _RANK]
    for candidate, one in settled:
        if one.verdict == "pass":
            return Finding(proposal.kind, proposal.target, "pass", one, candidate)
    if not proposal.firm or not settled:
        return None
    candidate, one = min(settled, key=lambda pair: pair[1].verdict != "borderline")
    return Finding(proposal.kind, proposal.target, one.verdict, one, candidate)


def outcome(candidate: Candidate, engine: Engine, name: str = "draft") -> Outcome:
    """Check one statement with its inputs."""
    place = Place("", 1, 1)
    premises = tuple(Premise(one.name, Text(one.literal, place), place) for one in candidate.given)
    claim = Claim(name, place, says=Text(candidate.says, place), given=premises)
    return check_claim(claim, FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units), engine)
