"""Facts that nothing rests on, facts without a date, qualifiers that choose nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.lint.used import Used
from factcheck.model.pack import Fact, Pack, Thing
from factcheck.suggest import nearest

UNUSED, UNDATED, DEAD = "FC711", "FC713", "FC714"
DATES = "date"
"""The qualifier that dates a fact."""


def unused_facts(own: Iterable[Pack], used: Used) -> Iterator[Diagnostic]:
    """Yield attributes of which no derivation names a fact; those that define a unit are used by it."""
    for thing in (thing for pack in own for thing in pack.things):
        defining = {attribute for _, attribute in thing.units}
        for attribute, facts in _by_attribute(thing).items():
            if attribute not in defining and not _is_used(thing, attribute, used):
                more = f" ({len(facts)} facts)" if len(facts) > 1 else ""
                message = f"no claim rests on `{thing.key}.{attribute}`{more}"
                cure = 'use it or remove it; for a pack that others use, set FC711 = "off"'
                yield Diagnostic(UNUSED, message, facts[0].value.place, len(facts[0].value.value), help=cure)


def _is_used(thing: Thing, attribute: str, used: Used) -> bool:
    """Whether a derivation names a fact, or a statement speaks of it: what only confirms a value is not derived."""
    if f"{thing.key}.{attribute}" in used.facts:
        return True
    return attribute in used.words and not used.words.isdisjoint({thing.key, *(name for _, name in thing.names)})


def _by_attribute(thing: Thing) -> dict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in (*thing.facts, *thing.parts):
        found[fact.attribute].append(fact)
    return found


def undated(own: Iterable[Pack]) -> Iterator[Diagnostic]:
    """Yield sources without a date whose facts have none either; one diagnostic for each source."""
    for pack in own:
        dated = {source.key for source in pack.sources if source.date}
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in _facts(pack):
            if dated.isdisjoint({fact.source, *fact.also}) and DATES not in dict(fact.when):
                found[fact.source].append(fact)
        yield from (_undated(source, facts) for source, facts in found.items())


def _undated(source: str, facts: list[Fact]) -> Diagnostic:
    first = facts[0]
    more = f" and {len(facts) - 1} more" if len(facts) > 1 else ""
    message = f"`{first.thing}.{first.attribute}`{more} cannot be dated: the source `{source}` has no date"
    cure = "write the source's `date`, or when the fact held: `when: {date: 2024}`"
    return Diagnostic(UNDATED, message, first.value.place, len(first.value.value), help=cure)


def dead_qualifiers(own: Iterable[Pack], packs: Iterable[Pack], used: Used) -> Iterator[Diagnostic]:
    """Yield qualifiers of one value only that no default and no claim picks: there is nothing to choose."""
    values: defaultdict[str, set[str]] = defaultdict(set)
    picked: set[str] = set(used.words)
    for pack in packs:
        picked.update(name for name, _ in pack.defaults)
        for fact in _facts(pack):
            for name, value in fact.when:
                values[name].add(value)
    alive = {name for name, found in values.items() if len(found) > 1 or name in picked or found & picked}
    told: set[str] = set()
    for fact in (fact for pack in own for fact in _facts(pack)):
        for name, value in fact.when:
            if name not in alive and name != DATES and name not in told:
                told.add(name)
                yield _dead(fact, name, value, alive)


def _dead(fact: Fact, name: str, value: str, alive: set[str]) -> Diagnostic:
    near = nearest(name, sorted(alive))
    message = (
        f"`{fact.thing}.{fact.attribute}` has the qualifier `{name}: {value}`, and nothing else has another `{name}`"
    )
    cure = f"did you mean `{near}`?" if near else "remove it, or add the fact that it tells from this one"
    return Diagnostic(DEAD, message, fact.value.place, len(fact.value.value), help=cure)


def _facts(pack: Pack) -> Iterator[Fact]:
    for thing in pack.things:
        yield from thing.facts
        yield from thing.parts
