"""Checks one draft: text in, what was found out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.diagnostics import Diagnostic
from factcheck.draft.choice import propose as by_rules
from factcheck.draft.equations import statistics
from factcheck.draft.equations.particular import PARTICULAR
from factcheck.draft.equations.proposal import Given, Proposal
from factcheck.draft.equations.schema import Schema, unreadable
from factcheck.draft.equations.schema import schemas as read
from factcheck.draft.equations.wordings import row_id
from factcheck.draft.quantities.layout import Layout
from factcheck.draft.tables import propose as of_tables
from factcheck.draft.tables.propose import in_table
from factcheck.draft.text.passage import Passage
from factcheck.draft.things import propose as of_things
from factcheck.draft.things.catalogue import Things
from factcheck.draft.things.registers import propose as of_registers
from factcheck.draft.things.registers import ranks
from factcheck.draft.things.registers.individuals import Individuals
from factcheck.draft.things.scene import Scene
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.resolve.setting import Engine
from factcheck.loader.files import TextFile
from factcheck.model.draft import DraftFinding, DraftInput, DraftReport
from factcheck.model.pack import Wording
from factcheck.model.report import FileReport
from factcheck.model.structure import Structure
from factcheck.proofread import p_values
from factcheck.proofread.claimed import Claimed, claimed, over
from factcheck.proofread.correction import correction
from factcheck.proofread.coverage import names_and_dates, numbers_of
from factcheck.proofread.explained import calculated, cures, reason
from factcheck.proofread.ignores import ignore_problems, ignores, of_remarks, without_ignored
from factcheck.proofread.judge import Finding, judged
from factcheck.proofread.kinds import ANY, CODES, kind_of
from factcheck.proofread.names import Names
from factcheck.proofread.opened import MOST, Opened, language_of, opened
from factcheck.proofread.results import result_of
from factcheck.proofread.told import Judged, Told
from factcheck.proofread.wording import is_loose, message
from factcheck.prose.mention import Mention
from factcheck.quantity.languages import reading
from factcheck.report.problems import told_in
from factcheck.source import Span

_CROWD = 300
"""A sentence of more numbers is a list of data: nothing is said of them, and no time is spent."""


def proofread(  # noqa: PLR0913 - what a draft is read with
    text: str,
    engine: Engine,
    path: str = "",
    *,
    markdown: bool = False,
    sheet: bool = False,
    structure: Structure | None = None,
    lang: str | None = None,
    claims: Sequence[FileReport] = (),
    date: str = "",
) -> DraftReport:
    """Return the numbers of a draft and what the engine says of those that can be derived; nothing raises.

    ``claims`` are the reports of claim files that quote the draft: their verdicts win over what was found here.
    ``date`` is the day of the draft, which else its front matter or dateline may tell. ``structure`` is that of a
    document that has no lines, of which ``text`` was read.
    """
    return of_opened(
        opened(text, engine.knowledge.units, markdown=markdown, sheet=sheet, structure=structure, lang=lang, date=date),
        text,
        engine,
        path,
        claims,
    )


def of_opened(
    draft: Opened, text: str, engine: Engine, path: str = "", claims: Sequence[FileReport] = ()
) -> DraftReport:
    """Return the numbers of a draft that was read, and what the engine says of those that can be derived."""
    structure = draft.view.structure
    language, file = language_of(draft.passage), TextFile(path, text, structure)
    anchored = claimed(draft, file, claims) if claims else Claimed((), ())
    silenced = ignores(text)
    let_be = [*silenced, *(of_remarks(structure) if structure is not None else ())]
    found = findings_of(draft, engine, language)
    findings = placed_in(structure, language, without_ignored(over(anchored.findings, found), let_be))
    problems = told_in(
        language, (*_left_out(draft, file), *anchored.diagnostics, *ignore_problems(silenced, text, file))
    )
    numbers = tuple(numbers_of(draft, findings, found))
    names = names_and_dates(draft, numbers)
    return DraftReport(path, text, language, numbers, findings, names, problems, structure=structure)


def placed_in(structure: Structure | None, language: str, found: Sequence[DraftFinding]) -> tuple[DraftFinding, ...]:
    """Return findings with their places in a document that has no lines."""
    if structure is None:
        return tuple(found)
    return tuple(replace(one, place=structure.said(one.start, language)) for one in found)


def _left_out(draft: Opened, file: TextFile) -> Iterator[Diagnostic]:
    """Yield where reading ended in a text of too many numbers."""
    last = draft.last
    if last is not None:
        message = f"more than {MOST:,} numbers: those behind this one are not looked at"
        place = file.place(max(0, last.start - draft.view.original.startswith("\ufeff")))
        yield file.diagnostic("FC111", message, place, last.end - last.start, help="split the text into several")


def findings_of(draft: Opened, engine: Engine, language: str) -> tuple[DraftFinding, ...]:
    """Return what the engine says of the relations that a draft states."""
    mentions = (one for item in draft.passage.items for one in (item.mention, *(item.mention.ends or ())))
    known = {(one.span.start, one.span.end): one for one in mentions}
    told = telling(draft.view.text, language, known, engine.knowledge)
    things, individuals = things_of(engine.knowledge), individuals_of(engine.knowledge)
    found = judged(proposals(draft.passage, things, individuals, schemas_of(engine.knowledge)), engine)
    return tuple(_told(draft, one, told) for one in found)


def telling(text: str, language: str, mentions: Mapping[tuple[int, int], Mention], knowledge: Knowledge) -> Told:
    """Return what sentences about a text in a language are made of: its numbers by their places, names, wordings."""
    codes = {kind_of(schema.kind): schema.code for schema in schemas_of(knowledge)} | CODES
    return Told(text, language, mentions, names_of(knowledge, language), codes, wordings_of(knowledge))


@lru_cache(maxsize=4)
def things_of(knowledge: Knowledge) -> Things:
    """Return what packs know of kinds of things, as drafts speak of it."""
    return Things([pack for pack in knowledge.packs if pack.register is None], knowledge.units)


@lru_cache(maxsize=4)
def individuals_of(knowledge: Knowledge) -> Individuals:
    """Return what packs know of individuals; of those that no draft names nothing is read."""
    return Individuals(knowledge.packs, knowledge.units)


@lru_cache(maxsize=4)
def names_of(knowledge: Knowledge, language: str) -> Mapping[str, str]:
    """Return the names of things and their attributes in a language, by their keys."""
    attributes = ((one.key, one.names) for pack in knowledge.packs for one in pack.attributes)
    things = ((one.key, one.names) for pack in knowledge.packs for one in pack.things)
    named = ((key, [name for known, name in names if known == language]) for key, names in (*attributes, *things))
    return Names({key: names[0] for key, names in named if names}, knowledge, language)


@lru_cache(maxsize=4)
def schemas_of(knowledge: Knowledge) -> tuple[Schema, ...]:
    """Return the rules of packs that drafts use."""
    return read([rule for pack in knowledge.packs for rule in pack.rules])


@lru_cache(maxsize=4)
def wordings_of(knowledge: Knowledge) -> Mapping[str, Wording]:
    """Return the wordings that packs bring, by the row that they make."""
    rules = (rule for pack in knowledge.packs for rule in pack.rules)
    known = (rule for rule in rules if rule.wordings and not unreadable(rule))
    return {row_id(rule.id, wording.language): wording for rule in known for wording in rule.wordings}


def proposals(
    passage: Passage, things: Things, individuals: Individuals, schemas: Sequence[Schema]
) -> Iterator[Proposal]:
    """Yield what all relations find; what packs know comes first, and explains an error better than the text can.

    The numbers of statistical results belong to each other, and are left to these.
    """
    yield from statistics.propose(passage)
    passage = passage.without([*statistics.taken(passage), *_crowded(passage)])
    scene = Scene(passage, things)
    yield from of_tables.propose(passage)
    yield from of_registers.propose(passage, individuals)
    yield from ranks.propose(passage, individuals)
    yield from of_things.propose(scene)
    yield from (one for one in by_rules.propose(Layout(passage), schemas) if not in_table(passage, one.target))
    for propose_particular in PARTICULAR:
        yield from propose_particular(passage)


def _crowded(passage: Passage) -> Iterator[Span]:
    """Yield the numbers of sentences that have so many that they are data."""
    for sentence in passage.sentences:
        if len(sentence.items) > _CROWD:
            yield from (item.mention.span for item in sentence.items)


def _told(draft: Opened, found: Finding, told: Told) -> DraftFinding:
    """Return a finding, its numbers written as in the language of its sentence."""
    with reading(draft.passage.sentence_at(found.target[0]).language):
        return _finding(draft, found, told)


def _finding(draft: Opened, found: Finding, told: Told) -> DraftFinding:
    start, end = draft.span(found.target)
    near = tuple(_input(one) for one in found.candidate.given)
    verdict = "query" if is_loose(told.language, found.reading) else found.verdict
    kind = kind_of(found.kind)
    outcome = p_values.graded(found.outcome) if kind in p_values.KINDS else found.outcome
    number = Judged(
        kind, found.target, near, outcome, verdict, found.row, told, found.reading, found.doubt, found.extent
    )
    return DraftFinding(
        code=told.codes.get(number.kind, ANY),
        kind=number.kind,
        verdict=verdict,
        start=start,
        end=end,
        text=draft.view.original[start:end],
        message=message(number),
        says=found.candidate.says,
        given=placed(draft, near),
        outcome=outcome,
        row=found.row,
        calculation=calculated(number),
        cures=cures(number),
        reason=reason(number),
        correction=correction(number, draft.view.original[start:end]),
        result=result_of(draft, number),
    )


def _input(one: Given) -> DraftInput:
    start, end = one.span or (None, None)
    return DraftInput(one.name, one.literal, start, end, one.label)


def placed(draft: Opened, given: Sequence[DraftInput]) -> tuple[DraftInput, ...]:
    """Return inputs with their places in the original."""
    return tuple(_placed(draft, one) for one in given)


def _placed(draft: Opened, one: DraftInput) -> DraftInput:
    if one.start is None or one.end is None:
        return one
    start, end = draft.span((one.start, one.end))
    return replace(one, start=start, end=end)
