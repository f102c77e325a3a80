"""Where a name is used, in its file and in the claims of a project; and a name of the file's own written anew."""

import re
from collections.abc import Iterator

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from factcheck.diagnostics import Problem
from factcheck.loader.discovery import claim_files
from factcheck.loader.tree import Mapping, Scalar
from factcheck.lsp.asked import Asked
from factcheck.lsp.sheet import ARTICLE, Sheet, at

MOST_FILES = 200
"""So many claim files of a project are searched for a name."""

_NAME = re.compile(r"[^\W\d]\w*(?:-\w+)*")
Span = tuple[int, int]


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
