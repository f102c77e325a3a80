"""What changed in a pack: facts, rules, names. What only moved inside its files did not change."""

from dataclasses import dataclass, field
from typing import Any

from factcheck.model.pack import Fact, Pack, Rule, Thing


@dataclass
class PackChanges:
    """Facts as (thing, attribute), ids of rules, and names that things got or lost; ``everything`` for the rest."""

    facts: set[tuple[str, str]] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    called: dict[str, set[str]] = field(default_factory=dict)
    everything: bool = False

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.facts or self.rules or self.names or self.everything)

    def compare(self, old: Pack | None, new: Pack | None) -> None:
        """Add the differences of two states of a pack."""
        if old is None or new is None:
            self.everything = True
            return
        self.everything |= _frame(old) != _frame(new)
        before, after = ({rule.id: _rule(rule) for rule in pack.rules} for pack in (old, new))
        self.rules |= _different(before, after)
        self._things(old, new)

    def _things(self, old: Pack, new: Pack) -> None:
        before, after = ({thing.key: thing for thing in pack.things} for pack in (old, new))
        for found, register, other in ((before, old.register, new.register), (after, new.register, old.register)):
            if register is not None and (other is None or register.content != other.content):
                found |= {key: register.thing(key) for key in register if key not in found}
        for key in before.keys() | after.keys():
            names = [_named(things.get(key)) for things in (before, after)]
            self.names |= names[0] ^ names[1]
            facts = [_facts(things.get(key), pack) for things, pack in ((before, old), (after, new))]
            changed = _different(*facts)
            self.facts |= {(key, attribute) for attribute in changed}
            if changed:
                self.called.setdefault(key, set()).update(*names)


def _frame(pack: Pack) -> object:
    """Return what all claims depend on: units, defaults, what attributes mean."""
    return ([unit.value for unit in pack.units], pack.defaults, pack.attributes)


def _rule(rule: Rule) -> object:
    texts = [[(name, text.value) for name, text in texts] for texts in (rule.symbols, rule.readings)]
    return rule.equation.value, texts, rule.title, rule.cite


def _named(thing: Thing | None) -> set[str]:
    """Return all words that mean a thing."""
    return (
        set() if thing is None else {thing.key, *(name for _, name in thing.names), *(unit for unit, _ in thing.units)}
    )


def _facts(thing: Thing | None, pack: Pack) -> dict[str, Any]:
    """Return the facts of a thing by attribute, without their places."""
    known = {source.key: source for source in pack.sources}
    found: dict[str, list[object]] = {}
    for fact in (*thing.facts, *thing.parts, *pack.rows.all(thing.key)) if thing else ():
        found.setdefault(fact.attribute, []).append(
            (*_fact(fact), *(known.get(key) for key in (fact.source, *fact.also)))
        )
    return found


def _fact(fact: Fact) -> tuple[object, ...]:
    error = fact.error.value if fact.error else ""
    told = fact.quote, fact.status, fact.note, fact.page, fact.accessed
    return fact.value.value, fact.when, fact.exact, error, told


def _different(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
