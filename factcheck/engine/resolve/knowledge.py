"""What the packs in use know: things by any of their names, their facts, their parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.resolve.individuals import Things
from factcheck.engine.resolve.lazy import FactValues, SoundRules
from factcheck.language.tree import DateLiteral
from factcheck.model.pack import Attribute, Fact, Pack, RowFacts, Source, Thing
from factcheck.quantity.units import UnitTable
from factcheck.source import Text
from factcheck.suggest import nearest

TIERS = ("primary", "secondary", "press")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """The packs in use, joined. ``units`` knows the units of the packs and counts each kind of thing as one."""

    packs: tuple[Pack, ...]
    units: UnitTable
    things: Things
    aliases: Mapping[str, tuple[str, ...]]
    rules: SoundRules
    literals: FactValues

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What cannot be read: values of facts, then rules."""
        return (*self.literals.problems(), *self.rules.problems())

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The files of the packs that could not be read."""
        return tuple(gap for pack in self.packs for gap in pack.gaps)

    @cached_property
    def defaults(self) -> dict[str, str]:
        """The qualifiers that are used where a claim picks none."""
        return {key: value for pack in self.packs for key, value in pack.defaults}

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """What the packs declare of attributes; one that is of individuals only gives way to one of things."""
        packs = sorted(self.packs, key=lambda pack: pack.register is None)
        return {attribute.key: attribute for pack in packs for attribute in pack.attributes}

    @cached_property
    def dated(self) -> frozenset[str]:
        """The attributes that are dates: those with an order in time, or with a date as a fact."""
        ordered = {name for a in self.attributes.values() if a.after for name in (a.key, a.after)}
        known = (fact.attribute for fact, value in self.literals.items() if isinstance(value, DateLiteral))
        return frozenset({*ordered, *known})

    @cached_property
    def _sources(self) -> dict[str, dict[str, Source]]:
        """The sources of the packs in which a thing occurs, by the key of the thing."""
        found: dict[str, dict[str, Source]] = {}
        for pack in self.packs:
            own = {source.key: source for source in pack.sources}
            found |= {thing.key: {**found[thing.key], **own} if thing.key in found else own for thing in pack.things}
            found |= dict.fromkeys((key for key in pack.register or () if key not in found), own)
        return found

    @cached_property
    def families(self) -> dict[str, tuple[str, ...]]:
        """The keys of the things of each family, in the order of the packs."""
        found: dict[str, list[str]] = {}
        for thing in self.things.kinds.values():
            if thing.family:
                found.setdefault(thing.family, []).append(thing.key)
        for family, keys in self.things.families():
            found.setdefault(family, []).extend(keys)
        return {family: tuple(dict.fromkeys(keys)) for family, keys in found.items()}

    @cached_property
    def unit_attributes(self) -> dict[str, tuple[str, str]]:
        """Units that a fact defines: name of the unit → thing and attribute."""
        kinds = self.things.kinds.values()
        return {name: (thing.key, attribute) for thing in kinds for name, attribute in thing.units}

    def source(self, fact: Fact) -> Source | None:
        """Return the source of a fact."""
        return self._sources.get(fact.thing, {}).get(fact.source)

    def also(self, fact: Fact) -> tuple[Source, ...]:
        """Return the sources that say the same as the first one of a fact."""
        known = self._sources.get(fact.thing, {})
        return tuple(known[key] for key in fact.also if key in known)

    def is_broken(self, rule: str) -> bool:
        """Whether a rule is faulty, or was left out for a fault of its file."""
        return bool(self.rules.faults(rule)) or any(rule in pack.broken for pack in self.packs)

    def thing(self, name: str) -> Thing | None:
        """Return the thing of this name; raises Problem FC303 where a name means several."""
        if name in self.things:
            return self.things[name]
        keys = self.aliases.get(name.casefold(), ()) or self.things.named(name)
        if len(keys) > 1:
            listed = ", ".join(f"`{key}`" for key in keys)
            raise Problem("FC303", f"`{name}` may mean {listed}", help="write the key of the thing you mean")
        return self.things[keys[0]] if keys else None

    @cached_property
    def _rows(self) -> dict[str, RowFacts]:
        """The facts from rows of data files, by the things that have such."""
        owners = {thing.key: pack.rows for pack in self.packs for thing in pack.things}
        return {key: rows for key, rows in owners.items() if key in rows}

    def facts(self, thing: Thing, attribute: str) -> tuple[Fact, ...]:
        """Return the facts of an attribute, the better source first."""
        found = [fact for fact in thing.facts if fact.attribute == attribute]
        if thing.key in self._rows:
            found.extend(self._rows[thing.key].of(thing.key, attribute))
        return tuple(sorted(found, key=self._rank))

    def all_facts(self, thing: Thing) -> tuple[Fact, ...]:
        """Return all facts of a thing, as the pack has them, those from rows last."""
        rows = self._rows.get(thing.key)
        return (*thing.facts, *(rows.all(thing.key) if rows else ()))

    def _rank(self, fact: Fact) -> tuple[int, int]:
        sources = [source for source in (self.source(fact), *self.also(fact)) if source and source.tier in TIERS]
        tier = min((TIERS.index(source.tier) for source in sources), default=len(TIERS))
        return (fact.status == "unconfirmed", tier)

    def attribute_names(self, thing: Thing) -> list[str]:
        """Return what can be asked of a thing."""
        own = [fact.attribute for fact in thing.facts]
        if thing.key in self._rows:
            own += self._rows[thing.key].attributes(thing.key)
        return sorted(
            {
                *own,
                *self.parts_below(thing),
                *(a.key for a in self.attributes.values() if a.additive and self.has_sum(thing, a.key)),
            }
        )

    def has_sum(self, thing: Thing, attribute: str) -> bool:
        """Whether a direct part has the attribute."""
        return any(self.has(part, attribute) for part in self._parts(thing))

    def has(self, thing: Thing, attribute: str) -> bool:
        """Whether an attribute of a thing is a fact or a sum over its parts."""
        return bool(self.facts(thing, attribute)) or (
            attribute in self.attributes and self.attributes[attribute].additive and self.has_sum(thing, attribute)
        )

    def _parts(self, thing: Thing) -> Iterator[Thing]:
        return (self.things[fact.attribute] for fact in thing.parts if fact.attribute in self.things)

    def parts_below(self, thing: Thing) -> dict[str, tuple[Fact, ...]]:
        """Return the chain of ``parts`` facts from a whole to each thing below it."""
        found: dict[str, tuple[Fact, ...]] = {}
        queue: list[tuple[Thing, tuple[Fact, ...]]] = [(thing, ())]
        while queue:
            whole, chain = queue.pop(0)
            for fact in whole.parts:
                part = self.things.get(fact.attribute)
                if part is not None and part.key not in found and part.key != thing.key:
                    found[part.key] = (*chain, fact)
                    queue.append((part, found[part.key]))
        return found

    def suggest_thing(self, name: str) -> str | None:
        """Return the nearest name of a thing."""
        aliases = (alias for thing in self.things.kinds.values() for _, alias in thing.names)
        return nearest(name, [*self.things, *aliases, *self.things.names()])


def join(packs: tuple[Pack, ...], units: UnitTable) -> Knowledge:
    """Join packs; a thing or rule of a later pack replaces one of the same key."""
    things = {thing.key: thing for pack in packs for thing in pack.things}
    single = {name: keys[0] for name, keys in _spelt(things).items() if len(keys) == 1}
    specs = {name: name for thing in things.values() for name, _ in thing.units}
    table = units.extended({**specs, **single, **{key: key for key in things}})
    rules = SoundRules({rule.id: rule for pack in packs for rule in pack.rules})
    known = Things(things, [pack.register for pack in packs if pack.register is not None])
    return Knowledge(packs, table, known, _aliases(things), rules, FactValues(things.values(), table, _Units(packs)))


class _Units(Iterable[Text]):
    """The units of facts from rows and registers, collected when they are asked for."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self._packs = packs

    def __iter__(self) -> Iterator[Text]:
        """Give the units, pack by pack."""
        for pack in self._packs:
            yield from (one.unit for one in pack.rows.series)
            yield from pack.register.units if pack.register is not None else ()


def _aliases(things: Mapping[str, Thing]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, keys in _spelt(things).items():
        found.setdefault(name.casefold(), {}).update(dict.fromkeys(keys))
    return {name: tuple(keys) for name, keys in found.items()}


def _spelt(things: Mapping[str, Thing]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for thing in things.values():
        for name in dict.fromkeys(name for _, name in thing.names):
            found.setdefault(name, []).append(thing.key)
    return found
