"""Names of a project's own packs that hide others: units, rules or things of another pack, whole packs."""

from collections.abc import Collection, Iterator, Mapping

from factcheck.diagnostics import Diagnostic
from factcheck.language.functions import CHOICE
from factcheck.model.pack import Pack, Rule, Thing
from factcheck.quantity.definitions import shipped_units
from factcheck.source import Place

CODE = "FC312"
_CURE = f'give it another name, or, where it is meant, set {CODE} = "off" under [codes]'
_WORDS = frozenset({CHOICE, "derive"})
"""Names before a bracket that are never a rule; a function that is called with named inputs is one."""


def hiding(packs: Mapping[str, Pack], own: Collection[str], replaced: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield each name of the ``own`` packs that hides another; ``replaced`` are packs that hide one of factcheck's."""
    things: dict[str, str] = {}
    rules: dict[str, str] = {}
    for name in sorted(packs, key=lambda name: name in own):  # the own ones are told, not what they hide
        pack = packs[name]
        if name in own:
            if name in replaced:
                yield _found(f"the pack `{name}` hides the one that comes with factcheck", Place(pack.path), 1)
            for thing in pack.things:
                yield from _thing(thing, things)
            for rule in pack.rules:
                yield from _rule(rule, rules)
        things |= {thing.key: name for thing in pack.things}
        rules |= {rule.id: name for rule in pack.rules}


def _thing(thing: Thing, owners: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name in dict.fromkeys((thing.key, *(name for _, name in thing.names))):
        unit = shipped_units().spelt(name)
        if unit is not None:
            what = f"the thing `{thing.key}`" if name == thing.key else f"the name `{name}` of the thing `{thing.key}`"
            message = f"{what} hides the unit {unit.name.replace('_', ' ')}: `5 {name}` counts things"
            yield _found(message, thing.place, len(thing.key))
    if thing.key in owners:
        message = f"the thing `{thing.key}` hides that of the pack `{owners[thing.key]}`, with all its facts"
        yield _found(message, thing.place, len(thing.key))


def _rule(rule: Rule, owners: Mapping[str, str]) -> Iterator[Diagnostic]:
    if rule.id in _WORDS:
        message = f"the rule `{rule.id}` has a name that the language takes itself, and is never reached"
        yield _found(message, rule.place, len(rule.id))
    if rule.id in owners:
        yield _found(f"the rule `{rule.id}` hides that of the pack `{owners[rule.id]}`", rule.place, len(rule.id))


def _found(message: str, place: Place, width: int) -> Diagnostic:
    return Diagnostic(CODE, message, place, width, help=_CURE)
