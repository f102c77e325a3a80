"""Where a number or name comes from: number → claim → fact → row of data."""

import re
from collections.abc import Iterator

from lsprotocol import types

from factcheck.diagnostics import Problem
from factcheck.loader.tree import Mapping
from factcheck.lsp.asked import Asked
from factcheck.lsp.sheet import Part, at
from factcheck.model.claim import DataPlace
from factcheck.model.draft import DraftFinding
from factcheck.model.report import Outcome, Step
from factcheck.source import Place

_PICK = re.compile(r"\[.*")


def definition(asked: Asked, where: types.Position) -> list[types.Location]:
    """Return where the number or name of a place comes from."""
    offset = asked.text.offset(where)
    if asked.document.kind == "pack":
        return _once(_of_pack(asked, asked.sheet.way(offset)))
    return _once(_of_draft(asked, offset) if asked.draft is not None else _of_sheet(asked, offset))


def _of_pack(asked: Asked, way: tuple[str, ...]) -> Iterator[types.Location]:
    """Yield where the source of a fact is told, and the thing that is a part of another."""
    root = asked.sheet.root
    match way:
        case (*_, "source", name) if isinstance(root, Mapping):
            pair = root.mapping("sources").pair(name)
            if pair is not None:
                start = asked.sheet.offset(pair[0])
                yield types.Location(asked.document.uri, asked.text.range(start, start + len(name)))
        case ("things", _, "parts", part, *_):
            yield from _things(asked, part)


def _once(found: Iterator[types.Location]) -> list[types.Location]:
    return list({(one.uri, one.range.start.line, one.range.start.character): one for one in found}.values())


def _of_draft(asked: Asked, offset: int) -> Iterator[types.Location]:
    for one in asked.findings_at(offset):
        if one.start <= offset <= one.end:
            yield from _of_finding(asked, one)


def _of_finding(asked: Asked, one: DraftFinding) -> Iterator[types.Location]:
    """Yield the claim that quotes a number, else the numbers and facts that it follows from."""
    if one.kind == "claim":
        yield asked.places.location(one.outcome.position)
        return
    for given in one.given:
        if given.start is not None and given.end is not None:
            yield types.Location(asked.document.uri, asked.text.range(given.start, given.end))
    yield from _facts_of(asked, one.outcome)


def _facts_of(asked: Asked, outcome: Outcome) -> Iterator[types.Location]:
    for step in _leaves(outcome.derivation):
        if step.kind == "fact":
            thing, _, attribute = _PICK.sub("", step.name).partition(".")
            yield from _facts(asked, thing, attribute, step.assumed)


def _leaves(step: Step | None) -> Iterator[Step]:
    if step is not None:
        if not step.children:
            yield step
        for child in step.children:
            yield from _leaves(child)


def _facts(asked: Asked, name: str, attribute: str, picked: str = "") -> Iterator[types.Location]:
    """Yield where the facts of an attribute stand; those with the qualifiers that were picked, if there are such."""
    knowledge = asked.sheet.engine.knowledge
    try:
        thing = knowledge.thing(name)
    except Problem:
        return
    facts = [] if thing is None else [one for one in knowledge.all_facts(thing) if one.attribute == attribute]
    wanted = set(re.split(r"[\s,]+", picked))
    chosen = [one for one in facts if one.when and {value for _, value in one.when} <= wanted]
    for one in chosen or facts:
        yield asked.places.location(one.value.place, len(one.value.value))


def _of_sheet(asked: Asked, offset: int) -> Iterator[types.Location]:
    part = at(asked.sheet.parts, offset)
    if part is not None:
        yield from _of_part(asked, part)
        return
    yield from _of_data(asked, offset)
    file = asked.sheet.claims.article.file
    if file is not None and asked.text.at(file.place.line, file.place.column) <= offset <= asked.text.at(
        file.place.line, file.place.column + len(file.value)
    ):
        yield asked.places.location(Place(file.value, 1, 1))
        return
    outcome = asked.outcome_at(offset)
    if outcome is not None and outcome.article is not None:
        yield asked.places.location(outcome.article)


def _of_part(asked: Asked, part: Part) -> Iterator[types.Location]:
    knowledge = asked.sheet.engine.knowledge
    if part.kind in {"premise", "claim"}:
        yield from _declared(asked, part)
    elif part.kind in {"rule", "symbol"}:
        name = part.text if part.kind == "rule" else part.of
        if name in knowledge.rules:
            yield asked.places.location(knowledge.rules[name].place)
    elif part.kind == "attribute":
        yield from _facts(asked, part.of, part.text)
    elif part.kind == "qualifier":
        thing, _, attribute = part.of.partition(".")
        yield from _facts(asked, thing, attribute, part.text)
    elif part.kind == "thing":
        yield from _things(asked, part.text)


def _things(asked: Asked, name: str) -> Iterator[types.Location]:
    try:
        thing = asked.sheet.engine.knowledge.thing(name)
    except Problem:
        return
    if thing is not None:
        yield asked.places.location(thing.place, len(thing.key))


def _declared(asked: Asked, part: Part) -> Iterator[types.Location]:
    """Yield where a premise or claim is told, and for a premise that is data, the row that it is read from."""
    premise = asked.sheet.premise(part.text, part.start) if part.kind == "premise" else None
    if premise is not None and premise.data is not None:
        yield _row(asked, premise.data)
    for start, end in asked.sheet.declarations(part.text, part.start):
        yield types.Location(asked.document.uri, asked.text.range(start, end))


def _of_data(asked: Asked, offset: int) -> Iterator[types.Location]:
    """Yield the row of data on whose premise the pointer is."""
    line = asked.text.line_of(offset) + 1
    premises = (*asked.sheet.claims.given, *(one for claim in asked.sheet.claims.claims for one in claim.given))
    for premise in premises:
        if premise.data is not None and premise.place.line == line:
            yield _row(asked, premise.data)


def _row(asked: Asked, data: DataPlace) -> types.Location:
    return asked.places.location(Place(data.file, max(1, data.line), 1))
