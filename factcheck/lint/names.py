"""Names that stand twice: at one thing, or at two."""

from collections.abc import Iterable, Iterator

from factcheck.diagnostics import Diagnostic
from factcheck.model.pack import Pack, Thing

TWICE = "FC715"


def twice_named(own: Iterable[Pack], packs: Iterable[Pack]) -> Iterator[Diagnostic]:
    """Yield names that a thing has twice in a language, and names that mean two things, at those of own packs."""
    meant: dict[str, Thing] = {}
    mine = {id(pack) for pack in own}
    for pack in sorted(packs, key=lambda pack: id(pack) in mine):  # the own ones are told, not what they run into
        for thing in pack.things:
            if id(pack) in mine:
                yield from _within(thing)
                yield from _across(thing, meant)
            for name in _names(thing):
                meant.setdefault(name, thing)


def _names(thing: Thing) -> dict[str, str]:
    """Return the names of a thing by how they are compared: without regard to case."""
    return {name.casefold(): name for name in (thing.key, *(name for _, name in thing.names))}


def _within(thing: Thing) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for language, name in thing.names:
        key = language, name.casefold()
        if key in seen:
            message = f"`{thing.key}` has the name `{name}` twice"
            yield Diagnostic(TWICE, message, thing.place, len(thing.key), help="remove one of them")
        seen.add(key)


def _across(thing: Thing, meant: dict[str, Thing]) -> Iterator[Diagnostic]:
    for folded, name in _names(thing).items():
        other = meant.get(folded)
        if other is not None and other.key != thing.key:
            message = f"`{name}` means `{other.key}` and `{thing.key}`"
            notes = (f"`{other.key}` stands at {other.place}",)
            cure = "let one of them have it: a claim that writes it cannot be read"
            yield Diagnostic(TWICE, message, thing.place, len(thing.key), notes=notes, help=cure)
