"""Hands the proposals of a draft to the engine; there is no second one."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.draft.proposal import Candidate, Proposal
from factcheck.engine.resolve.measure import Broken, Missing
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.verdict.check import told
from factcheck.engine.verdict.statement import Engine, Judged, judge_statement
from factcheck.language.tree import Statement
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome, Verdict
from factcheck.source import Place, Span, Text

_RANK: dict[Verdict, int] = {"pass": 3, "borderline": 2, "fail": 1}
_NAME = "draft"
_PLACE = Place("", 1, 1)
_VACUOUS = "vacuous"
"""The remark on a result so wide that it would agree with half or double the value: nothing was verified."""


class Finding(NamedTuple):
    """A number that was judged; ``candidate`` is the statement that decided."""

    kind: str
    target: Span
    verdict: Verdict
    outcome: Outcome
    candidate: Candidate


class Case(NamedTuple):
    """A statement that was judged, as the engine needs it to tell the rest."""

    statement: Statement
    names: ClaimNames
    judged: Judged


class Decision(NamedTuple):
    """The statement that decides about a number."""

    proposal: Proposal
    candidate: Candidate
    case: Case


def judged(proposals: Iterable[Proposal], engine: Engine) -> tuple[Finding, ...]:
    """Return one finding for each number about which something could be said, in the order of the text."""
    best: dict[tuple[int, int], Decision] = {}
    for proposal in proposals:
        decided = decision(proposal, engine)
        if decided is None:
            continue
        known = best.get(proposal.target)
        if known is None or _rank(decided.case) > _rank(known.case) or _turns_round(known, decided):
            best[proposal.target] = decided
    found = (_finding(best[key], engine) for key in sorted(best))
    return tuple(one for one in found if one is not None)


def _turns_round(known: Decision, decided: Decision) -> bool:
    """Whether a number is right by itself, and wrong in what is said of it: 4.8 TB/s, less than the H100's 3.35."""
    kinds = known.proposal.kind, decided.proposal.kind
    return kinds == ("spec", "order") and decided.case.judged.found.verdict == "fail"


def _rank(case: Case) -> int:
    return _RANK[case.judged.found.verdict]


def _finding(found: Decision, engine: Engine) -> Finding | None:
    proposal, candidate, case = found
    try:
        outcome = told(case.statement, case.names, case.judged, engine)
    except (Missing, Broken, Problem, RecursionError):
        return None
    return Finding(proposal.kind, proposal.target, outcome.verdict, outcome, candidate)


def decision(proposal: Proposal, engine: Engine) -> Decision | None:
    """Return what decides about a number, or None where nothing is sure enough to speak."""
    settled: list[Decision] = []
    for candidate in proposal.candidates:
        case = case_of(candidate, engine)
        if case is None:
            continue
        settled.append(Decision(proposal, candidate, case))
        if case.judged.found.verdict == "pass":
            return settled[-1]
    if not proposal.firm or len(settled) < len(proposal.candidates):
        return None
    if any(_holds(candidate, engine) for candidate in proposal.unless):
        return None
    return min(settled, key=lambda one: one.case.judged.found.verdict != "borderline", default=None)


def _holds(candidate: Candidate, engine: Engine) -> bool:
    case = case_of(candidate, engine)
    return case is not None and case.judged.found.verdict == "pass"


def case_of(candidate: Candidate, engine: Engine) -> Case | None:
    """Judge a statement with its inputs; None where it cannot be, or where half or double the value would do."""
    names = _names(candidate, engine)
    try:
        statement = names.scope.statement(names.claim)
        found = judge_statement(statement, names, engine)
    except (Missing, Broken, Problem, RecursionError):
        return None
    vague = found.found.verdict not in _RANK or _VACUOUS in found.found.remarks
    return None if vague else Case(statement, names, found)


def _names(candidate: Candidate, engine: Engine) -> ClaimNames:
    """Return the statement as the only claim of a file."""
    premises = tuple(Premise(one.name, Text(one.literal, _PLACE), _PLACE) for one in candidate.given)
    claim = Claim(_NAME, _PLACE, says=Text(candidate.says, _PLACE), given=premises)
    return ClaimNames(FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units), claim, (f"claim:{_NAME}",))
