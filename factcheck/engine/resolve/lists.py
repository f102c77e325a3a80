"""Lists of values: written out, a premise that is a list, the facts of several dates, the members of a family."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.facts import Chooser, Picks, Usage
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.term.term import Term
from factcheck.language.tree import Listing, Name, Node
from factcheck.model.pack import Fact, Thing

if TYPE_CHECKING:
    from factcheck.engine.resolve.build import Builder

EVERY = "*"
RANGE = ".."
MAX_VALUES = 1000


def values_of(node: Node, builder: "Builder") -> list[Term] | None:
    """Return the values of a list; None for what is one value. Raises Problem FC303 where no fact is meant."""
    if isinstance(node, Listing):
        parts = [(item, values_of(item, builder)) for item in node.items]
        return [term for item, found in parts for term in (found if found is not None else [builder.build(item)])]
    if not isinstance(node, Name):
        return None
    given = builder.names.values(node, builder)
    return _facts(node, builder) if given is None else given


def is_several(node: Name, builder: "Builder") -> bool:
    """Whether a name of facts means several of them."""
    return any(_is_open(value) for _, value in node.picks) or bool(_family(node, builder))


def _is_open(value: str) -> bool:
    return value == EVERY or RANGE in value


def _family(node: Name, builder: "Builder") -> tuple[str, ...]:
    knowledge = builder.chooser.knowledge
    known = len(node.parts) == 2 and node.parts[0] in knowledge.families  # noqa: PLR2004 - family and attribute
    return knowledge.families[node.parts[0]] if known and node.parts[0] not in knowledge.things else ()


def _facts(node: Name, builder: "Builder") -> list[Term] | None:
    if not is_several(node, builder):
        return None
    knowledge, attribute = builder.chooser.knowledge, node.parts[-1]
    members = tuple(knowledge.things[key] for key in _family(node, builder))
    if not members:
        thing = knowledge.thing(node.parts[0])
        members = (thing,) if thing is not None else ()
    having = [thing for thing in members if _has(thing, attribute, node.picks, knowledge)]
    if not having:
        raise Problem("FC302", f"no fact `{attribute}` is known of `{node.parts[0]}`", node.span)
    found = [term for thing in having for term in _of_thing(thing, attribute, node, builder)]
    if len(found) > MAX_VALUES:
        raise Problem("FC207", f"`{node.text}` has too many values: at most {MAX_VALUES:,}", node.span)
    lacking = [thing.key for thing in members if thing not in having]
    builder.usage.lists.append(_told(node, found, lacking))
    return found


def _has(thing: Thing, attribute: str, picks: Picks, knowledge: Knowledge) -> bool:
    """Whether a thing has an attribute; an individual for what is picked: not each country has a figure for 2023."""
    if not knowledge.things.is_individual(thing.key):
        return knowledge.has(thing, attribute)
    fixed = [value for _, value in picks if not _is_open(value)]
    facts = knowledge.facts(thing, attribute)
    return any(all(value in (each for _, each in fact.when) for value in fixed) for fact in facts)


def _told(node: Name, found: list[Term], lacking: list[str]) -> str:
    names = [term.leaf.name if term.leaf is not None else node.text for term in found]
    without = f"; not known of {', '.join(lacking)}" if lacking else ""
    values = "1 value" if len(names) == 1 else f"{len(names)} values"
    return f"{values} of `{node.text}`: {', '.join(names)}{without}"


def _of_thing(thing: Thing, attribute: str, node: Name, builder: "Builder") -> list[Term]:
    """Return the facts of a thing for each value of the qualifiers that were left open."""
    chooser, usage = builder.chooser, builder.usage
    open_keys = [(key or "date", value) for key, value in node.picks if _is_open(value)]
    fixed = tuple(pick for pick in node.picks if not _is_open(pick[1]))
    if not open_keys:
        return [builder.spec_free(chooser.term(thing, attribute, fixed, usage))]
    if len(open_keys) > 1:
        raise Problem("FC303", f"`{node.text}` leaves more than one qualifier open", node.span)
    key, wanted = open_keys[0]
    return [
        builder.spec_free(_one(chooser, thing, attribute, (*fixed, (key, value)), usage))
        for value in _known(chooser, thing, attribute, key, wanted, node)
    ]


def _known(chooser: Chooser, thing: Thing, attribute: str, key: str, wanted: str, node: Name) -> list[str]:
    facts = chooser.knowledge.facts(thing, attribute)
    values = sorted({value for fact in facts for name, value in fact.when if name == key})
    found = [value for value in values if wanted == EVERY or _between(value, *_ends(wanted))]
    if not found:
        listed = f"known: {', '.join(values)}" if values else f"no fact of it has a `{key}`"
        raise Problem("FC303", f"`{thing.key}.{attribute}` is not known for {key}={wanted}", node.span, help=listed)
    return found


def _ends(wanted: str) -> tuple[str, str]:
    first, _, last = wanted.partition(RANGE)
    return first.strip(), last.strip()


def _between(value: str, first: str, last: str) -> bool:
    """Whether a date, written year first, lies between two others; a year holds all of its days."""
    return (not first or value[: len(first)] >= first) and (not last or value[: len(last)] <= last)


def _one(chooser: Chooser, thing: Thing, attribute: str, picks: Picks, usage: Usage) -> Term:
    """Return one fact under a name that tells it from the others."""
    found = chooser.term(thing, attribute, picks, usage)
    if found.leaf is None or found.leaf.fact is None:
        return found
    return replace(found, leaf=replace(found.leaf, name=f"{found.leaf.name}[{_shown(found.leaf.fact, picks)}]"))


def _shown(fact: Fact, picks: Picks) -> str:
    return ", ".join(value for key, value in picks if (key, value) in fact.when or not key)
