"""Statements judged by the engine, each held against the oracle: in bulk by the stream, one in so many as a whole."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.fuzz.grammar import Case, Chance, statement
from factcheck.diagnostics import Problem
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.session import Session
from factcheck.engine.stream.shape import alone
from factcheck.engine.stream.stream import Stream
from factcheck.engine.verdict.judge import Judgement
from factcheck.engine.verdict.statement import judge_statement
from factcheck.model.report import Outcome
from factcheck.report.json import data
from factcheck.workspace import Workspace

DIGITS = 64
"""So many sets of digits each statement gets: the stream knows its shape then."""

WHOLE = 64
"""One statement in so many is checked as a whole, with all that a report says of it."""

REFUSED = frozenset({"FC201", "FC204", "FC207", "FC208"})
"""The codes of what is too large, too long, or divided by zero."""


def cases(seed: str) -> Iterator[Case]:
    """Yield statements without end."""
    for n in count():
        yield statement(Chance(f"{seed}:{n // DIGITS}", n % DIGITS))


class Verdicts(Stream):
    """The stream, where a statement is only judged, and nothing told of it: no slip is looked for."""

    def outcome(self, says: str) -> Outcome | Judgement:  # type: ignore[override]
        """Return the verdict; what cannot be judged is told of."""
        claim, scope = alone(says, self.engine)
        names = ClaimNames(scope, claim, (f"claim:{claim.id}",))
        try:
            return judge_statement(scope.statement(claim), names, self.engine).found
        except (Problem, RecursionError):
            return super().outcome(says)


class Judge:
    """Holds the verdicts of the engine against those of the oracle."""

    def __init__(self) -> None:
        """Open the packs that come with factcheck."""
        self.session: Session = Workspace.open(Path(__file__).parent, cached=False).session
        self.stream = Verdicts(self.session.engine())
        self.judged = 0

    def check(self, case: Case) -> tuple[str, str]:
        """Return the verdict, and what is wrong with it."""
        self.judged += 1
        found = self.stream.verdict(case.says)
        wrong = against(case, found.verdict, found.grade, getattr(found, "code", ""))
        if not wrong and self.judged % WHOLE == 0:
            whole = self.session.check_says(case.says)
            json.dumps(data(whole))
            wrong = against(case, whole.verdict, whole.grade, whole.code)
        return found.verdict if case.expected else f"{found.verdict} (undefined)", wrong


def against(case: Case, verdict: str, grade: str | None, code: str) -> str:
    """Return how a verdict differs from the expected one."""
    if case.expected is None:
        return "" if verdict != "error" or code in REFUSED else f"{code}, and nothing is wrong but a zero below"
    if verdict == "error" and code in REFUSED - {"FC204"}:
        return ""
    same = verdict == case.expected.verdict and (not case.graded or grade == case.expected.grade)
    return "" if same else f"{verdict} ({grade}) {code}, expected {case.expected.verdict} ({case.expected.grade})"
