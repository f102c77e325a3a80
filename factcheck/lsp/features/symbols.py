"""The outline of a claim file or of a file of a pack: claims with their verdicts, premises, things, rules."""

from collections.abc import Iterator

from lsprotocol import types

from factcheck.loader.tree import Mapping, Node, Scalar
from factcheck.lsp.asked import Asked
from factcheck.report.inert import clipped, inert

MOST = 5_000
LONGEST = 80
_Kind = types.SymbolKind


def symbols(asked: Asked) -> list[types.DocumentSymbol]:
    """Return the outline; a draft has that of its own language."""
    root = asked.sheet.root if asked.document.kind in {"claims", "pack"} else None
    return list(_outline(asked, root))[:MOST] if isinstance(root, Mapping) else []


def _outline(asked: Asked, root: Mapping) -> Iterator[types.DocumentSymbol]:
    for key, node in root.mapping("given").pairs:
        yield _symbol(asked, key, _Kind.Variable, _first(node))
    for item in root.items("claims"):
        yield from _listed(asked, item, _Kind.Boolean)
    for key, node in root.mapping("sources").pairs:
        yield _symbol(asked, key, _Kind.File, node.word("title") if isinstance(node, Mapping) else "")
    for key, node in root.mapping("things").pairs:
        below = [_symbol(asked, name, _Kind.Property, _first(of)) for name, of in _pairs(node)]
        yield _symbol(asked, key, _Kind.Class, "", below)
    for item in root.items("rules"):
        yield from _listed(asked, item, _Kind.Function)
    for key, _ in root.mapping("attributes").pairs:
        yield _symbol(asked, key, _Kind.Property, "")


def _pairs(node: Node) -> tuple[tuple[Scalar, Node], ...]:
    return node.pairs if isinstance(node, Mapping) else ()


def _listed(asked: Asked, item: Node, kind: types.SymbolKind) -> Iterator[types.DocumentSymbol]:
    """Yield the symbol of a claim or rule that has an id."""
    pair = item.pair("id") if isinstance(item, Mapping) else None
    if pair is None or not isinstance(pair[1], Scalar) or not isinstance(item, Mapping):
        return
    outcome = asked.outcome(pair[1].text)
    text = item.word("says") or item.word("exempt") or item.word("equation")
    yield _symbol(asked, pair[1], kind, f"{outcome.verdict} · {text}" if outcome is not None else text)


def _first(node: Node) -> str:
    """Return the value of a premise or fact, that of the first of several."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return node.word("is")
    return _first(node.items[0]) if node.items else ""


def _symbol(
    asked: Asked, key: Scalar, kind: types.SymbolKind, detail: str, below: list[types.DocumentSymbol] | None = None
) -> types.DocumentSymbol:
    start = asked.sheet.offset(key)
    name = asked.text.range(start, start + len(key.text))
    line = asked.text.line_span(asked.text.line_of(start))[1]
    whole = asked.text.range(start, max(line, start + len(key.text)))
    last = max((one.range.end for one in below or ()), key=lambda at: (at.line, at.character), default=whole.end)
    whole = types.Range(whole.start, max(whole.end, last, key=lambda at: (at.line, at.character)))
    return types.DocumentSymbol(
        inert(key.text) or "?", kind, whole, name, detail=clipped(inert(detail), LONGEST), children=below
    )
