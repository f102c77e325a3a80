"""Checks one draft: text in, what was found out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.draft.passage import Passage
from factcheck.draft.proposal import Proposal
from factcheck.draft.relations import RELATIONS
from factcheck.engine.verdict.statement import Engine
from factcheck.model.draft import DraftFinding, DraftInput, DraftReport
from factcheck.proofread.coverage import numbers_of
from factcheck.proofread.judge import Finding, judged
from factcheck.proofread.kinds import code_of, kind_of
from factcheck.proofread.opened import Opened, language_of, opened
from factcheck.proofread.wording import Judged, message
from factcheck.prose.mention import Mention


def proofread(
    text: str, engine: Engine, path: str = "", *, markdown: bool = False, lang: str | None = None
) -> DraftReport:
    """Return the numbers of a draft and what the engine says of those that can be derived; nothing raises."""
    draft = opened(text, engine.knowledge.units, markdown=markdown, lang=lang)
    language = language_of(draft.view.text)
    known = {item.mention.span: item.mention for item in draft.passage.items}
    found = judged(proposals(draft.passage), engine)
    findings = tuple(_finding(draft, one, known.get(one.target), language) for one in found)
    asides = len(draft.passage.reading.asides)
    return DraftReport(path, text, language, tuple(numbers_of(draft, findings)), findings, asides)


def proposals(passage: Passage) -> Iterator[Proposal]:
    """Yield what all relations find."""
    for propose in RELATIONS:
        yield from propose(passage)


def _finding(draft: Opened, found: Finding, mention: Mention | None, language: str) -> DraftFinding:
    kind, text = kind_of(found.kind), draft.view.text
    start, end = draft.span(found.target)
    near = tuple(_input(one.name, one.literal, one.span) for one in found.candidate.given)
    judged_number = Judged(kind, text[slice(*found.target)], mention, near, found.outcome)
    return DraftFinding(
        code=code_of(kind),
        kind=kind,
        verdict=found.verdict,
        start=start,
        end=end,
        text=draft.view.original[start:end],
        message=message(judged_number, text, language),
        says=found.candidate.says,
        given=placed(draft, near),
        outcome=found.outcome,
    )


def _input(name: str, literal: str, span: tuple[int, int] | None) -> DraftInput:
    return DraftInput(name, literal, *(span or (None, None)))


def placed(draft: Opened, given: Sequence[DraftInput]) -> tuple[DraftInput, ...]:
    """Return inputs with their places in the original."""
    return tuple(_placed(draft, one) for one in given)


def _placed(draft: Opened, one: DraftInput) -> DraftInput:
    if one.start is None or one.end is None:
        return one
    start, end = draft.span((one.start, one.end))
    return replace(one, start=start, end=end)
