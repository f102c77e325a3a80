"""Checks one draft: text in, what was found out."""

from collections.abc import Iterable, Iterator

from factcheck.draft.passage import Passage
from factcheck.draft.proposal import Proposal
from factcheck.draft.relations import RELATIONS
from factcheck.engine.verdict.statement import Engine
from factcheck.model.draft import DraftFinding, DraftInput, DraftNumber, DraftReport, Status
from factcheck.model.report import Verdict
from factcheck.proofread.judge import Finding, judged
from factcheck.proofread.kinds import CODES
from factcheck.prose.reader import read
from factcheck.source import Span

_STATUS: dict[Verdict, Status] = {"pass": "verified", "fail": "wrong", "borderline": "borderline"}


def proofread(text: str, engine: Engine, path: str = "", blocks: Iterable[Span] | None = None) -> DraftReport:
    """Return the numbers of a draft and what the engine says of those that can be derived; nothing raises."""
    passage = Passage(read(text, engine.knowledge.units, blocks), engine.knowledge.units)
    found = judged(proposals(passage), engine)
    findings = tuple(_finding(text, one) for one in found)
    numbers = tuple(_numbers(passage, findings))
    language = passage.sentences[0].language if passage.sentences else "en"
    return DraftReport(path, text, language, numbers, findings, len(passage.reading.asides))


def proposals(passage: Passage) -> Iterator[Proposal]:
    """Yield what all relations find."""
    for propose in RELATIONS:
        yield from propose(passage)


def _finding(text: str, found: Finding) -> DraftFinding:
    start, end = found.target
    inputs = tuple(DraftInput(one.name, one.literal, *(one.span or (None, None))) for one in found.candidate.given)
    return DraftFinding(
        code=CODES[found.kind],
        kind=found.kind,
        verdict=found.verdict,
        start=start,
        end=end,
        text=text[start:end],
        message=found.outcome.headline,
        says=found.candidate.says,
        given=inputs,
        outcome=found.outcome,
    )


def _numbers(passage: Passage, findings: tuple[DraftFinding, ...]) -> Iterator[DraftNumber]:
    """Yield each number with its status; a finding judges the numbers that its place touches."""
    for item in passage.items:
        status: Status = "uncovered"
        for found in findings:
            if found.start < item.end and item.start < found.end:
                status = _STATUS.get(found.verdict, "uncovered")
        yield DraftNumber(item.start, item.end, item.mention.text, status)
