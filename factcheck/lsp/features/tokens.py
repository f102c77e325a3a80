"""The colours of statements by what their names mean, and of a draft's numbers by what became of them."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from factcheck.lsp.asked import Asked
from factcheck.lsp.positions import Text
from factcheck.lsp.sheet import Kind

TYPES = ("number", "type", "class", "property", "enumMember", "variable", "event", "function", "method", "parameter")
MODIFIERS = ("wrong", "query", "borderline", "verified", "used", "ignored", "uncovered")
LEGEND = types.SemanticTokensLegend(TYPES, MODIFIERS)
_TYPE: dict[Kind, str] = {
    "number": "number",
    "unit": "type",
    "thing": "class",
    "attribute": "property",
    "qualifier": "enumMember",
    "premise": "variable",
    "claim": "event",
    "name": "variable",
    "function": "function",
    "rule": "method",
    "symbol": "parameter",
}
Token = tuple[int, int, str, str]
"""Where it starts and ends, its type, its modifier or none."""


def tokens(asked: Asked) -> types.SemanticTokens:
    """Return the tokens of a document as the protocol writes them: each from the one before it."""
    return types.SemanticTokens(list(_numbers(asked.text, _draft(asked) if asked.draft is not None else _sheet(asked))))


def _draft(asked: Asked) -> Iterator[Token]:
    for one in asked.draft.numbers if asked.draft is not None else ():
        yield one.start, one.end, "number", one.status


def _sheet(asked: Asked) -> Iterator[Token]:
    for part in asked.sheet.parts:
        yield part.start, part.end, _TYPE[part.kind], ""


def _numbers(text: Text, found: Iterable[Token]) -> Iterator[int]:
    line = character = done = 0
    for start, end, name, modifier in sorted(found):
        where = text.range(start, end)
        if start < done or where.start.line != where.end.line or end <= start:
            continue
        done = end
        yield where.start.line - line
        yield where.start.character - (character if where.start.line == line else 0)
        yield where.end.character - where.start.character
        yield TYPES.index(name)
        yield 1 << MODIFIERS.index(modifier) if modifier else 0
        line, character = where.start.line, where.start.character
