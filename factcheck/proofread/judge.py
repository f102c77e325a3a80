"""Hands the proposals of a draft to the engine; there is no second one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.draft.equations.proposal import READINGS, Candidate, Doubt, Proposal
from factcheck.engine.outcome.check import told, told_in_short
from factcheck.engine.resolve.measure import Broken, Missing
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.verdict.statement import Judged, judge_statement
from factcheck.language.tree import Node, Statement
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.draft import DraftVerdict
from factcheck.model.report import Outcome, Verdict
from factcheck.source import Place, Span, Text

_RANK: dict[Verdict, int] = {"pass": 3, "borderline": 2, "fail": 1}
_NAME = "draft"
_PLACE = Place("", 1, 1)
_VACUOUS = "vacuous"
"""The remark on a result so wide that it would agree with half or double the value: nothing was verified."""


Key = tuple[str, tuple[tuple[str, str], ...]]
"""A statement with its inputs, by their names and literals."""


class Finding(NamedTuple):
    """A number that was judged; ``candidate`` is the statement that decided.

    ``reading`` is the reading of the rule that decided, where it was not the rule's own equation; ``doubt`` why a
    number is asked about and not called wrong; ``extent`` where the whole stands that it is part of.
    """

    kind: str
    target: Span
    verdict: DraftVerdict
    outcome: Outcome
    candidate: Candidate
    row: str = ""
    reading: str = ""
    doubt: str = ""
    extent: Span | None = None


class Case(NamedTuple):
    """A statement that was judged, as the engine needs it to tell the rest."""

    statement: Statement
    names: ClaimNames
    judged: Judged


@dataclass(frozen=True, slots=True)
class Court:
    """Judges the statements about a draft, each once, however many numbers it is said of."""

    engine: Engine
    cases: dict[Key, Case | None] = field(default_factory=dict)
    read: dict[tuple[str, frozenset[str]], Node] = field(default_factory=dict)

    def case(self, candidate: Candidate) -> Case | None:
        """Judge a statement with its inputs; None where it cannot be, or where half or double the value would do."""
        key = candidate.says, tuple((one.name, one.literal) for one in candidate.given)
        if key not in self.cases:
            self.cases[key] = self._judged(candidate)
        return self.cases[key]

    def _judged(self, candidate: Candidate) -> Case | None:
        names = self._names(candidate)
        try:
            statement = names.scope.statement(names.claim)
            found = judge_statement(statement, names, self.engine)
        except (Missing, Broken, Problem, RecursionError):
            return None
        vague = found.found.verdict not in _RANK or _VACUOUS in found.found.remarks
        return None if vague else Case(statement, names, found)

    def _names(self, candidate: Candidate) -> ClaimNames:
        """Return the statement as the only claim of a file."""
        premises = tuple(Premise(one.name, Text(one.literal, _PLACE), _PLACE) for one in candidate.given)
        claim = Claim(_NAME, _PLACE, says=Text(candidate.says, _PLACE), given=premises)
        scope = FileScope(ClaimFile("", claims=(claim,)), self.engine.knowledge.units, read=self.read)
        return ClaimNames(scope, claim, (f"claim:{_NAME}",))


class Decision(NamedTuple):
    """The statement that decides about a number."""

    proposal: Proposal
    candidate: Candidate
    case: Case
    doubt: str = ""


def judged(proposals: Iterable[Proposal], engine: Engine) -> tuple[Finding, ...]:
    """Return one finding for each number about which something could be said, in the order of the text."""
    court = Court(engine)
    best: dict[tuple[int, int], Decision] = {}
    for proposal in proposals:
        known = best.get(proposal.target)
        if known is not None and _is_settled(known, proposal):
            continue
        decided = decision(proposal, court)
        if decided is None:
            continue
        if known is None or _rank(decided.case) > _rank(known.case) or _turns_round(known, decided):
            best[proposal.target] = decided
    found = (_finding(best[key], engine) for key in sorted(best))
    return tuple(one for one in found if one is not None)


def _is_settled(known: Decision, proposal: Proposal) -> bool:
    """Whether nothing that a proposal comes to can change what is known of its number."""
    return known.case.judged.found.verdict == "pass" and not _may_turn(known, proposal)


def _may_turn(known: Decision, proposal: Proposal) -> bool:
    return (known.proposal.kind, proposal.kind) == ("spec", "order")


def _turns_round(known: Decision, decided: Decision) -> bool:
    """Whether a number is right by itself, and wrong in what is said of it: 4.8 TB/s, less than the H100's 3.35."""
    return _may_turn(known, decided.proposal) and decided.case.judged.found.verdict == "fail"


def _rank(case: Case) -> int:
    return _RANK[case.judged.found.verdict]


def _finding(found: Decision, engine: Engine) -> Finding | None:
    proposal, candidate, case, doubt = found
    tell = told if case.judged.found.verdict == "fail" else told_in_short
    try:
        outcome = tell(case.statement, case.names, case.judged, engine)
    except (Missing, Broken, Problem, RecursionError):
        return None
    asked = proposal.voice == "ask" or bool(doubt)
    verdict: DraftVerdict = "query" if outcome.verdict == "fail" and asked else outcome.verdict
    reading = case.judged.reading
    return Finding(
        proposal.kind, proposal.target, verdict, outcome, candidate, proposal.row, reading, doubt, proposal.extent
    )


def decision(proposal: Proposal, court: Court) -> Decision | None:
    """Return what decides about a number, or None where nothing is sure enough to speak."""
    settled: list[Decision] = []
    if len(proposal.candidates) > READINGS:
        return None
    for candidate in proposal.candidates:
        case = court.case(candidate)
        if case is None:
            continue
        settled.append(Decision(proposal, candidate, case))
        if case.judged.found.verdict == "pass":
            return None if proposal.voice == "deny" else settled[-1]
    if not proposal.firm or proposal.voice == "verify" or len(settled) < len(proposal.candidates):
        return None
    if any(_holds(candidate, court) for candidate in proposal.unless):
        return None
    best = min(settled, key=lambda one: one.case.judged.found.verdict != "borderline", default=None)
    if best is None or best.case.judged.found.verdict != "fail":
        return None if proposal.voice == "deny" else best
    return best._replace(doubt=next((one.reason for one in proposal.doubts if _excuses(one, court)), ""))


def _excuses(doubt: Doubt, court: Court) -> bool:
    """Whether a doubt is one in any case, or what it says holds or may hold."""
    if doubt.candidate is None:
        return True
    case = court.case(doubt.candidate)
    return case is not None and case.judged.found.verdict != "fail"


def _holds(candidate: Candidate, court: Court) -> bool:
    case = court.case(candidate)
    return case is not None and case.judged.found.verdict == "pass"
