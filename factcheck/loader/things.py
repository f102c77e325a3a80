"""Sources and things with their facts, from the validated trees of a pack."""

from collections.abc import Iterable, Iterator

from factcheck.loader.tree import Loc, Mapping, Node, Scalar, listed
from factcheck.loader.validate import Checked, Fault
from factcheck.model.pack import Fact, Source, Thing
from factcheck.source import Place

RESERVED = frozenset({"names", "family", "units", "parts", "note"})

Names = tuple[tuple[str, str], ...]


def read_sources(files: Iterable[Checked]) -> dict[str, Source]:
    """Return the sources of a pack by key; a faulty one counts as known, so that its facts are not blamed."""
    found: dict[str, Source] = {}
    places: dict[str, Place] = {}
    for checked in files:
        for key, node in _section(checked, "sources"):
            if key.text not in found:
                found[key.text], places[key.text] = _source(key.text, node, checked), key.place
            elif places[key.text].path != checked.file.path:
                checked.report(_twice("source", key, ("sources", key.text), places[key.text]))
    return found


def read_things(files: Iterable[Checked], sources: Iterable[str]) -> tuple[Thing, ...]:
    """Return the things of a pack, without the facts that are faulty."""
    known = frozenset(sources)
    found: dict[str, Thing] = {}
    for checked in files:
        for key, node in _section(checked, "things"):
            first = found.get(key.text)
            if first is None and isinstance(node, Mapping):
                found[key.text] = _ThingReader(checked, key, node, known).thing()
            elif first is not None and first.place.path != checked.file.path:
                checked.report(_twice("thing", key, ("things", key.text), first.place))
    return tuple(found.values())


class _ThingReader:
    """Reads one thing of one file."""

    def __init__(self, checked: Checked, key: Scalar, node: Mapping, sources: frozenset[str]) -> None:
        self.checked, self.key, self.node, self.sources = checked, key, node, sources
        self.loc: Loc = ("things", key.text)
        self.broken: list[str] = []

    def thing(self) -> Thing:
        parts, facts = tuple(self.parts()), tuple(self.facts())
        return Thing(
            key=self.key.text,
            place=self.key.place,
            names=read_names(self.node),
            family=self.node.word("family"),
            note=self.node.word("note"),
            units=self.node.mapping("units").words(),
            parts=parts,
            facts=facts,
            broken=tuple(dict.fromkeys(self.broken)),
        )

    def parts(self) -> Iterator[Fact]:
        for key, node in self.node.mapping("parts").pairs:
            yield from self.fact(key.text, node, (*self.loc, "parts", key.text))

    def facts(self) -> Iterator[Fact]:
        seen: dict[tuple[object, ...], Place] = {}
        for key, node in self.node.pairs:
            if key.text in RESERVED:
                continue
            for index, item in enumerate(listed(node)):
                loc = (*self.loc, key.text, index)
                for fact in self.fact(key.text, item, loc):
                    same = (fact.attribute, fact.when, fact.value.value, fact.source)
                    if same in seen:
                        self.checked.report(self.same_fact(fact, loc, seen[same]))
                    else:
                        seen[same] = fact.value.place
                        yield fact

    def fact(self, attribute: str, node: Node, loc: Loc) -> Iterator[Fact]:
        """Give the fact if nothing is wrong with it."""
        value = node.line("is") if isinstance(node, Mapping) else None
        if value is None or not isinstance(node, Mapping) or not self.checked.sound(*loc):
            self.broken.append(attribute)
            return
        given = node.get("source")
        source, *also = [each.text for each in listed(given) if isinstance(each, Scalar)] if given else [""]
        unknown = next((each for each in (source, *also) if each not in self.sources), None)
        if unknown is not None:
            self.checked.report(self.unknown_source(unknown, loc))
            self.broken.append(attribute)
            return
        yield Fact(
            thing=self.key.text,
            attribute=attribute,
            value=value,
            source=source,
            when=tuple(sorted(node.mapping("when").words())),
            quote=node.word("quote"),
            status=node.word("status", "confirmed"),
            exact=node.word("exact") == "true",
            error=node.line("error"),
            note=node.word("note"),
            page=node.word("page"),
            accessed=node.word("accessed"),
            also=tuple(dict.fromkeys(also)),
        )

    def unknown_source(self, source: str, loc: Loc) -> Fault:
        near = self.checked.nearest(source, self.sources)
        message = f"unknown source `{source}`" + (f"; did you mean `{near}`?" if near else "")
        return Fault((*loc, "source"), "FC502", message, "add it to a `sources` section of the same pack")

    def same_fact(self, fact: Fact, loc: Loc, first: Place) -> Fault:
        message = f"`{fact.thing}.{fact.attribute}` has the same fact twice"
        return Fault((*loc, "is"), "FC109", message, "delete one of them", notes=(f"first at {first}",))


def read_names(node: Mapping, key: str = "names") -> Names:
    """Return the names of a thing or attribute as (language, name) pairs."""
    pairs = node.mapping(key).pairs
    return tuple((key.text, item.text) for key, names in pairs for item in listed(names) if isinstance(item, Scalar))


def _source(key: str, node: Node, checked: Checked) -> Source:
    if not isinstance(node, Mapping):
        return Source(key, key)
    tier = node.word("tier", "secondary") if checked.sound("sources", key, "tier") else "secondary"
    return Source(key, node.word("title", key), node.word("url"), node.word("date"), tier, node.word("accessed"))


def _section(checked: Checked, name: str) -> tuple[tuple[Scalar, Node], ...]:
    return checked.root.mapping(name).pairs if isinstance(checked.root, Mapping) else ()


def _twice(what: str, key: Scalar, loc: Loc, first: Place) -> Fault:
    message = f"two {what}s have the key `{key.text}`"
    notes = (f"first at {first}",)
    return Fault(loc, "FC109", message, "rename one, or write them as one", notes=notes, place=key.place)
