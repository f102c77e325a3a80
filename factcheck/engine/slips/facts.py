"""Slips between facts: other qualifiers, another edition, another thing of the family, a whole for its part."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.patterns import everywhere, rewrites
from factcheck.engine.slips.restate import with_unit
from factcheck.language.tree import Literal, Name, Node, UnitName
from factcheck.model.pack import Thing

When = tuple[tuple[str, str], ...]


def qualifiers(case: Case) -> Iterator[Edit]:
    """Try other qualifiers: sparse for dense, fp8 for bf16, one way for both ways."""
    yield from _picked(case, dated=False)


def editions(case: Case) -> Iterator[Edit]:
    """Try the value of another year or edition."""
    yield from _picked(case, dated=True)


def _picked(case: Case, *, dated: bool) -> Iterator[Edit]:
    """Yield the claim with one fact under other qualifiers."""
    for name, thing in _things(case):
        for when in _whens(thing, name.parts[1], case.engine.knowledge):
            if when == name.picks or ("date" in dict(when)) != dated:
                continue
            picked = replace(name, picks=when)
            values = " ".join(value for _, value in when)
            for tree in rewrites(case.statement.derived, partial(_put, old=name, new=picked)):
                yield Edit(f"{name.text} is meant for {values}", derived=tree)


def _put(node: Node, old: Node, new: Node) -> Iterator[Node]:
    if node == old:
        yield new


def _whens(thing: Thing, attribute: str, known: Knowledge) -> list[When]:
    """Return the sets of qualifiers under which an attribute is known, of the thing or of its parts."""
    found = [fact.when for fact in known.facts(thing, attribute)]
    if attribute in known.attributes and known.attributes[attribute].additive:
        parts = [known.things[fact.attribute] for fact in thing.parts if fact.attribute in known.things]
        found += [when for part in parts for when in _whens(part, attribute, known)]
    return [when for when in dict.fromkeys(found) if when]


def family(case: Case) -> Iterator[Edit]:
    """Try another thing of the same family: A100 for H100."""
    known = case.engine.knowledge
    for name, thing in _things(case):
        for key in known.families.get(thing.family, ()) if not known.things.is_individual(thing.key) else ():
            if key not in _relatives(thing, known):
                yield from _renamed(case, name, thing, known.things[key])


def part_level(case: Case) -> Iterator[Edit]:
    """Try a whole for one of its parts, or the other way round: per tile for per tray."""
    known = case.engine.knowledge
    for name, thing in _things(case):
        for key in _relatives(thing, known):
            yield from _renamed(case, name, thing, known.things[key])


def _relatives(thing: Thing, known: Knowledge) -> list[str]:
    """Return what a thing is a part of and what its parts are, the nearest first."""
    kinds = known.things.kinds.values()
    wholes = [whole.key for whole in kinds if any(fact.attribute == thing.key for fact in whole.parts)]
    parts = [fact.attribute for fact in thing.parts if fact.attribute in known.things]
    return [*wholes, *parts]


def _renamed(case: Case, name: Name, thing: Thing, other: Thing) -> Iterator[Edit]:
    """Yield the claim about another thing that has the attribute; units that count the thing go with it."""
    known = case.engine.knowledge
    if name.parts[1] not in known.attribute_names(other):
        return

    def rename(node: Node) -> Node:
        match node:
            case Name(parts=parts) if len(parts) > 1 and parts[0] == name.parts[0]:
                return replace(node, parts=(other.key, *parts[1:]))
            case Literal():
                return _counting(node, thing, other, case)
            case UnitName(unit=unit) if unit.name == thing.key and (counted := known.units.lookup(other.key)):
                return UnitName(node.span, other.key, counted)
        return node

    derived, stated = everywhere(case.statement.derived, rename), rename(case.statement.stated)
    yield Edit(f"{other.key} was meant instead of {name.parts[0]}", stated, derived)


def _counting(literal: Literal, thing: Thing, other: Thing, case: Case) -> Literal:
    """Return a literal that counts another thing."""
    unit = case.engine.knowledge.units.lookup(other.key)
    for factor in literal.units:
        if factor.unit.dimension == ((thing.key, 1),) and unit is not None:
            return with_unit(literal, factor, unit, other.key) or literal
    return literal


def _things(case: Case) -> list[tuple[Name, Thing]]:
    """Return the attributes of things that the derived side names, each once."""
    found: dict[str, tuple[Name, Thing]] = {}
    for name in _names(case.statement.derived):
        thing = _thing(name, case)
        if thing is not None:
            found.setdefault(name.text, (name, thing))
    return list(found.values())


def _thing(name: Name, case: Case) -> Thing | None:
    if len(name.parts) != 2 or name.parts[0] in case.names.scope.names:  # noqa: PLR2004 - thing and attribute
        return None
    try:
        return case.engine.knowledge.thing(name.parts[0])
    except Problem:
        return None


def _names(node: Node) -> Iterator[Name]:
    """Yield the names in a tree."""
    found: list[Name] = []

    def collect(part: Node) -> Node:
        if isinstance(part, Name):
            found.append(part)
        return part

    everywhere(node, collect)
    yield from found
