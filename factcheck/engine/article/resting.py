"""Which claims a contradiction may rest on: only these are judged again where their outcomes are known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.resolve.scope import FileScope
from factcheck.language.tree import Literal, Name, Node, Search, Statement, UnitName, children

ANY = "*"
"""An attribute of parts, or what a search may find: it can lead to any fact."""


def resting(read: Mapping[str, Statement], scope: FileScope, knowledge: Knowledge) -> set[str]:
    """Return the claims that may rest on a fact of an attribute that the file speaks of directly.

    A claim leads to facts by itself, or through the premises and claims that it refers to.
    """
    spoken = {name.parts[-1] for statement in read.values() for name in _sides(statement) if len(name.parts) > 1}
    users: defaultdict[str, list[str]] = defaultdict(list)
    reached: list[str] = []
    for key, nodes in _texts(read, scope):
        attributes, references = _direct(nodes, scope, knowledge)
        if ANY in attributes or attributes & spoken:
            reached.append(key)
        for reference in references:
            users[reference].append(key)
    found = set(reached)
    while reached:
        new = [user for user in users[reached.pop()] if user not in found]
        found.update(new)
        reached.extend(new)
    return {claim for claim in read if f"claim:{claim}" in found}


def _sides(statement: Statement) -> Iterator[Name]:
    """Yield the sides of a statement that are a name: what it speaks of directly."""
    return (side for side in (statement.derived, statement.stated) if isinstance(side, Name))


def _texts(read: Mapping[str, Statement], scope: FileScope) -> Iterator[tuple[str, Iterable[Node]]]:
    """Yield the claims and premises of a file, each with what it says; premises of one name together."""
    for claim in scope.file.claims:
        if claim.id in read:
            yield f"claim:{claim.id}", (read[claim.id].derived, read[claim.id].stated)
    for premise in (*scope.file.given, *(each for claim in scope.file.claims for each in claim.given)):
        try:
            yield f"given:{premise.name}", [scope.expression(premise)] if premise.value else ()
        except Problem:
            continue


def _direct(nodes: Iterable[Node], scope: FileScope, knowledge: Knowledge) -> tuple[set[str], set[str]]:
    """Return the attributes of facts that trees name, and the premises and claims that they refer to."""
    attributes, references = set[str](), set[str]()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        match node:
            case Name() if node.parts[0] in scope.names:
                references |= {f"claim:{node.parts[0]}", f"given:{node.parts[0]}"}
            case Name():
                attributes.add(ANY if _is_thing(node.parts[-1], knowledge) else node.parts[-1])
            case Literal():
                attributes |= _of_units((factor.unit.name for factor in node.units), knowledge)
            case UnitName():
                attributes |= _of_units([node.unit.name], knowledge)
            case Search():
                attributes.add(ANY)
            case _:
                stack.extend(children(node))
    return attributes, references


def _of_units(names: Iterable[str], knowledge: Knowledge) -> set[str]:
    """Return the attributes that define units (H100e)."""
    return {knowledge.unit_attributes[name][1] for name in names if name in knowledge.unit_attributes}


def _is_thing(name: str, knowledge: Knowledge) -> bool:
    return name in knowledge.things or name.casefold() in knowledge.aliases
