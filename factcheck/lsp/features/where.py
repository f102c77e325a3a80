"""Where a name comes from and where it is used: number → claim → fact → row of data; and a name written anew."""

import re
from collections.abc import Iterator

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from factcheck.diagnostics import Problem
from factcheck.loader.discovery import claim_files
from factcheck.loader.tree import Mapping, Scalar
from factcheck.lsp.asked import Asked
from factcheck.lsp.sheet import ARTICLE, Part, Sheet, at
from factcheck.model.claim import DataPlace
from factcheck.model.draft import DraftFinding
from factcheck.model.report import Outcome, Step
from factcheck.source import Place

_NAME = re.compile(r"[^\W\d]\w*(?:-\w+)*")
_PICK = re.compile(r"\[.*")
Span = tuple[int, int]
MOST_FILES = 200
"""So many claim files of a project are searched for a name."""


# definition


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


# references and new names


def references(asked: Asked, where: types.Position, *, declared: bool) -> list[types.Location]:
    """Return where the name of a place is used; of a number of a draft, what was derived from it."""
    offset = asked.text.offset(where)
    if asked.draft is not None:
        users = (one for one in asked.findings_at(offset) if not one.start <= offset <= one.end)
        return [types.Location(asked.document.uri, asked.text.range(one.start, one.end)) for one in users]
    found = _about(asked, offset)
    if found is not None:
        return list(_in_project(asked, *found))
    spans = _uses(asked, offset, declared=declared)
    return [types.Location(asked.document.uri, asked.text.range(*span)) for span in spans]


def _about(asked: Asked, offset: int) -> tuple[str, str, str] | None:
    """Return what of the packs a place is about: a kind of part, its name, the thing whose attribute it is."""
    if asked.document.kind != "pack":
        part = at(asked.sheet.parts, offset)
        named = part is not None and part.kind in {"thing", "attribute", "rule"}
        return (part.kind, part.text, part.of) if part is not None and named else None
    match asked.sheet.way(offset):
        case ("things", thing):
            return "thing", thing, ""
        case ("things", thing, attribute, *_):
            return "attribute", attribute, thing
        case ("rules", rule, *_):
            return "rule", rule, ""
    return None


def _in_project(asked: Asked, kind: str, name: str, of: str) -> Iterator[types.Location]:
    """Yield where the claim files of a project name a thing, an attribute of one, or a rule."""
    home = asked.document.home
    files = claim_files((), home.workspace.project)[0]
    own = asked.document.path if asked.document.kind == "claims" else None
    for path in dict.fromkeys([*files[:MOST_FILES], *([own] if own is not None else [])]):
        uri, text = asked.places.of(path)
        if name in text.source:
            sheet = asked.sheet if path == own else Sheet(text, home.shown(path), home.workspace)
            for part in sheet.parts:
                if (part.kind, part.text) == (kind, name) and _is_of(asked, part.of, of):
                    yield types.Location(uri, text.range(part.start, part.end))


def _is_of(asked: Asked, name: str, other: str) -> bool:
    """Whether two names are those of one thing."""
    if name == other:
        return True
    try:
        thing, same = (asked.sheet.engine.knowledge.thing(one) for one in (name, other))
    except Problem:
        return False
    return thing is not None and thing is same


def _uses(asked: Asked, offset: int, *, declared: bool) -> list[Span]:
    """Return all places of the name at an offset."""
    sheet = asked.sheet
    part = at(sheet.parts, offset)
    named = sheet.declared_at(offset)
    if named is not None:
        name, own, of = named, sheet.declarations(named, offset), ""
        kinds = {"premise", "claim"}
    elif part is not None:
        name, of = part.text, part.of
        kinds = {"premise", "claim"} if part.kind in {"premise", "claim"} else {part.kind}
        own = sheet.declarations(name, part.start) if kinds == {"premise", "claim"} else []
    else:
        return []
    seen = [one for one in sheet.parts if one.kind in kinds and one.text == name and one.of == of]
    same = [one for one in seen if not own or set(sheet.declarations(name, one.start)) == set(own)]
    return sorted({*((one.start, one.end) for one in same), *(own if declared else ())})


def renameable(asked: Asked, where: types.Position) -> types.Range | None:
    """Return the name at a place, if it is one that the file gives: the id of a claim, the name of a premise."""
    spans = _names(asked, where)
    offset = asked.text.offset(where)
    return next((asked.text.range(*span) for span in spans if span[0] <= offset <= span[1]), None)


def _names(asked: Asked, where: types.Position) -> list[Span]:
    offset = asked.text.offset(where)
    if asked.document.kind != "claims":
        return []
    part = at(asked.sheet.parts, offset)
    named = asked.sheet.declared_at(offset)
    if named is None and (part is None or part.kind not in {"premise", "claim"}):
        return []
    name = named if named is not None else part.text if part is not None else ""
    return sorted({*_uses(asked, offset, declared=True), *_ignored(asked, name)})


def _ignored(asked: Asked, name: str) -> Iterator[Span]:
    """Yield where the ignores of the file name a claim."""
    root = asked.sheet.root
    for item in root.items("ignore") if isinstance(root, Mapping) else ():
        node = item.get("claim") if isinstance(item, Mapping) else None
        if isinstance(node, Scalar) and node.text == name:
            start = asked.sheet.offset(node)
            yield start, start + len(name)


def rename(asked: Asked, where: types.Position, new: str) -> types.WorkspaceEdit | None:
    """Return the edit that gives a claim or premise another name.

    Raises JsonRpcInvalidParams for a name that it cannot have.
    """
    spans = _names(asked, where)
    if not spans:
        return None
    if not _NAME.fullmatch(new) or new == ARTICLE:
        raise JsonRpcInvalidParams(f"`{new}` is no name: write letters, digits, `_` and `-`, a letter first")
    if new in asked.sheet.scope.names:
        raise JsonRpcInvalidParams(f"the file has a claim or premise `{new}` already")
    edits = [types.TextEdit(asked.text.range(*span), new) for span in spans]
    return types.WorkspaceEdit(changes={asked.document.uri: edits})
