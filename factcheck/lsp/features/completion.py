"""What may come next in a statement: things, attributes, qualifiers, rules with their symbols, units, premises."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol import types

from factcheck.diagnostics import Problem
from factcheck.engine.questions import catalogue
from factcheck.engine.resolve.setting import Engine
from factcheck.language.functions import SIGNATURES
from factcheck.lsp.asked import Asked
from factcheck.lsp.features import told
from factcheck.lsp.positions import Text
from factcheck.model.claim import Claim, Premise
from factcheck.model.pack import Fact
from factcheck.source import Place

MOST = 200
"""So many proposals are sent; of more, those that begin with what was typed are asked for again."""

_KEY = re.compile(
    r"^\s*(?:- +)?(?:\{.*?|.*?[,{] *)?\b(?P<key>says|shows|is|equation)\s*: *(?P<quote>[\"']?)(?P<rest>.*)$"
)
_GIVEN = re.compile(r"^\s+[\w-]+\s*: *[\"']?(?P<rest>[^\s{\[#].*)?$")
_WORD = re.compile(r"(?:[^\W\d][\w-]*)?$")
_DOTTED = re.compile(r"(?P<head>[^\W\d][\w-]*(?:\.\w+)*)\.\w*$")
_PICKED = re.compile(r"(?P<thing>[^\W\d][\w-]*)\.(?P<attribute>\w+)\[[^\]]*$")
_CALLED = re.compile(r"(?P<rule>[^\W\d]\w*)(?:\.\w+)?\((?P<inside>[^()]*)$")
_MEASURED = re.compile(r"[\d.]\s*[^\W\d]*$")
_Kind = types.CompletionItemKind


class Proposal(NamedTuple):
    """What may be written, and what it is."""

    text: str
    kind: types.CompletionItemKind
    detail: str = ""
    names: tuple[str, ...] = ()


def completion(asked: Asked, where: types.Position) -> types.CompletionList | None:
    """Return what may be written at a place of a claim file; None outside of statements."""
    if asked.document.kind != "claims":
        return None
    offset = asked.text.offset(where)
    before = statement_before(asked.text, offset)
    if before is None:
        return None
    word = _WORD.search(before)
    typed = word[0] if word else ""
    found = [one for one in _proposals(asked, before, offset) if _fits(one, typed)]
    span = asked.text.range(offset - len(typed), offset)
    return types.CompletionList(len(found) > MOST, [_item(one, span, typed) for one in found[:MOST]])


def statement_before(text: Text, offset: int) -> str | None:
    """Return the part of a statement before a place; None outside of one. The file need not be whole."""
    start, _ = text.line_span(text.line_of(offset))
    line = text.source[start:offset]
    found = _KEY.match(line)
    if found is None and _below_given(text, text.line_of(offset)):
        found = _GIVEN.match(line)
    return None if found is None else found["rest"] or ""


def _below_given(text: Text, number: int) -> bool:
    """Whether a line is a premise: the nearest line above that is indented less is ``given:``."""
    margin = _margin(text.line(number))
    for above in range(number - 1, max(-1, number - 200), -1):
        line = text.line(above)
        if line.strip() and _margin(line) < margin:
            return line.strip().lstrip("- ").startswith("given:")
    return False


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _fits(one: Proposal, typed: str) -> bool:
    folded = typed.casefold()
    return any(folded in name.casefold() for name in (one.text, *one.names))


def _item(one: Proposal, span: types.Range, typed: str) -> types.CompletionItem:
    """Return a proposal; one that is found by another name of it is sorted behind those that are written so."""
    begins = one.text.casefold().startswith(typed.casefold())
    by = one.text if begins else next((n for n in one.names if typed.casefold() in n.casefold()), one.text)
    edit = types.TextEdit(span, one.text)
    rank = f"{0 if begins else 1}{one.text}"
    return types.CompletionItem(
        one.text, kind=one.kind, detail=one.detail or None, sort_text=rank, filter_text=by, text_edit=edit
    )


def _proposals(asked: Asked, before: str, offset: int) -> Iterator[Proposal]:
    engine = asked.sheet.engine
    picked, called, dotted = _PICKED.search(before), _CALLED.search(before), _DOTTED.search(before)
    if picked is not None:
        yield from _qualifiers(picked["thing"], picked["attribute"], engine)
        return
    if dotted is not None:
        yield from _below(asked, dotted["head"], engine)
        return
    if called is not None and called["inside"].rpartition(",")[2].partition("=")[1] == "":
        yield from _symbols(called["rule"], called["inside"], engine)
    if _MEASURED.search(before):
        yield from _units(engine)
        return
    yield from _names(asked, offset)
    yield from _rules(engine)
    yield from _things(engine)
    if before.rstrip()[-1:].isdigit():
        yield from _units(engine)


def _qualifiers(thing: str, attribute: str, engine: Engine) -> Iterator[Proposal]:
    for fact in _facts(thing, engine):
        if fact.attribute == attribute:
            for key, value in fact.when:
                yield Proposal(value, _Kind.EnumMember, f"{key} · {fact.value.value}")


def _facts(name: str, engine: Engine) -> tuple[Fact, ...]:
    try:
        thing = engine.knowledge.thing(name)
    except Problem:
        return ()
    return engine.knowledge.all_facts(thing) if thing is not None else ()


def _below(asked: Asked, head: str, engine: Engine) -> Iterator[Proposal]:
    """Yield what may follow a name and a dot."""
    if head == "article":
        yield Proposal("date", _Kind.Property, "")
        return
    rule = told.rule(head, engine)
    if rule is not None and rule.pack:
        yield from (Proposal(name, _Kind.Variable, kind) for name, kind in rule.symbols)
        return
    if head in asked.sheet.scope.claims:
        yield Proposal("stated", _Kind.Property, asked.sheet.scope.claims[head].quote)
        return
    try:
        thing = engine.knowledge.thing(head)
    except Problem:
        return
    if thing is not None:
        values = {fact.attribute: fact.value.value for fact in reversed(_facts(head, engine))}
        for name in engine.knowledge.attribute_names(thing):
            yield Proposal(name, _Kind.Property, values.get(name, ""))


def _symbols(name: str, inside: str, engine: Engine) -> Iterator[Proposal]:
    """Yield the inputs of a rule that are not there yet."""
    rule = told.rule(name, engine)
    if rule is None or not rule.pack:
        return
    there = {part.partition("=")[0].strip() for part in inside.split(",") if "=" in part}
    left = rule.equation.partition("=")[0].strip()
    for symbol, kind in rule.symbols:
        if symbol not in there and symbol != left:
            yield Proposal(f"{symbol}=", _Kind.Variable, kind)


def _names(asked: Asked, offset: int) -> Iterator[Proposal]:
    """Yield premises and claims; the claim's own premises where the text can be read."""
    one = asked.sheet.statement_at(offset)
    claim = one.claim if one is not None and one.claim is not None else Claim("", Place(""))
    given: Iterable[Premise] = asked.sheet.scope.given(claim).values()
    for premise in given:
        yield Proposal(premise.name, _Kind.Variable, premise.value.value if premise.value else "")
    for name, other in asked.sheet.scope.claims.items():
        if name != claim.id:
            yield Proposal(name, _Kind.Event, other.says.value if other.says else "")


def _rules(engine: Engine) -> Iterator[Proposal]:
    for rule in catalogue.rules(engine):
        kind = _Kind.Method if rule.pack else _Kind.Function
        yield Proposal(rule.id, kind, rule.title if rule.pack else rule.equation)
    yield from (Proposal(name, _Kind.Function, "derive(value)") for name in ("derive",) if name not in SIGNATURES)


def _things(engine: Engine) -> Iterator[Proposal]:
    for key, thing in engine.knowledge.things.kinds.items():
        names = tuple(name for _, name in thing.names)
        yield Proposal(key, _Kind.Class, ", ".join(names[:3]), names)
    for key in engine.knowledge.things:
        if key not in engine.knowledge.things.kinds:
            yield Proposal(key, _Kind.Class)


def _units(engine: Engine) -> Iterator[Proposal]:
    for unit in catalogue.units(engine):
        yield Proposal(unit.symbol, _Kind.Unit, f"{unit.name} · {unit.measures}", (unit.name, *unit.names))
    yield from (one for one in _things(engine) if one.text in engine.knowledge.things.kinds)
