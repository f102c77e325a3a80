"""A folder of units, things and rules to a pack."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import TextFile, decode, shown_path
from factcheck.loader.pack_files import REGISTER, UNITS, PackFiles, empty, read_pack
from factcheck.loader.registers import with_register
from factcheck.loader.row_facts.take import Home, read_row_facts
from factcheck.loader.rules import broken_rules, read_rules
from factcheck.loader.things import read_names, read_sources, read_things
from factcheck.loader.tree import Mapping
from factcheck.loader.validate import Checked, check_shape
from factcheck.loader.yaml_tree import parse_yaml
from factcheck.model.pack import Attribute, Pack, Qualifier
from factcheck.source import Place, Text

if TYPE_CHECKING:
    from pydantic import BaseModel

MAX_THINGS = 20_000
MAX_UNITS = 10_000

HEADER = "pack.yaml"


@dataclass(slots=True)
class _Read:
    """What the files of a pack held: the header, the other files, the units."""

    header: Checked | None = None
    files: list[Checked] = field(default_factory=list)
    units: tuple[Text, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def all(self) -> list[Checked]:
        return self.files if self.header is None else [self.header, *self.files]


def load_pack(folder: Path, root: Path) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """Read a pack; what is faulty in it is left out and reported."""
    found = read_pack(folder, root)
    if not found.files:
        return None, found.diagnostics or (empty(folder, root),)
    pack, problems = parse_pack(found, folder, root)
    whole, faults = with_register(pack, found)
    return whole, (*found.diagnostics, *problems, *faults)


def parse_pack(found: PackFiles, folder: Path, root: Path) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """Make a pack of the bytes of its files; depends on nothing but them and the paths that messages show.

    Of its data files those are read that it names; ``found`` tells whether as they are, or as they were.
    """
    read, shown = _read(found, folder, root), shown_path(folder, root)
    sources = read_sources(read.files)
    declared = read_things(read.files, sources)
    home = Home(folder, root, None if found.earlier is None else dict(found.earlier))
    rows = read_row_facts(read.files, declared, sources, home)
    things = (*declared, *rows.things)
    if len(things) > MAX_THINGS:
        read.diagnostics.append(_too_many(shown, len(things)))
    header, rules = _header(read.header), read_rules(read.files)
    pack = Pack(
        name=folder.resolve().name,
        path=shown,
        digest=found.digest,
        title=header.word("title"),
        defaults=tuple(sorted(header.mapping("defaults").words())),
        attributes=_attributes(header),
        sources=tuple(sources.values()),
        things=things[:MAX_THINGS],
        rules=rules,
        units=read.units,
        broken=broken_rules(read.files, rules),
        gaps=(*read.gaps, *rows.gaps),
        qualifiers=_qualifiers(header),
        words=_words(header),
        rows=rows.facts,
    )
    read.diagnostics.extend(rows.diagnostics)
    return pack, tuple(_diagnostics(read))


def _read(found: PackFiles, folder: Path, root: Path) -> _Read:
    read = _Read()
    for name, data in found.files:
        if name in REGISTER:
            continue
        file = decode(data, shown_path(folder / name, root))
        if isinstance(file, Diagnostic):
            read.diagnostics.append(file)
            read.gaps.append(file.place.path)
        elif name == UNITS:
            read.units = _units(file)
        else:
            _read_yaml(file, name, read)
    return read


def _read_yaml(file: TextFile, name: str, read: _Read) -> None:
    root, problems = parse_yaml(file)
    if root is None:
        read.diagnostics.extend(problems)
        read.gaps.append(file.path)
        return
    checked = check_shape(root, _shape(name), file)
    if name == HEADER:
        read.header = checked
    else:
        read.files.append(checked)


def _shape(name: str) -> "type[BaseModel]":
    from factcheck.loader import pack_shapes  # noqa: PLC0415 - brings pydantic, which is slow

    if name == HEADER:
        return pack_shapes.PackShape
    return pack_shapes.ThingsShape if name.startswith("things/") else pack_shapes.RulesShape


def _units(file: TextFile) -> tuple[Text, ...]:
    """Return the definitions line by line, without empty lines; comments stay, for some switch prefixes on."""
    numbered = [(number, line) for number, line in enumerate(file.lines[:MAX_UNITS], 1) if line.strip()]
    return tuple(
        Text(line.strip(), Place(file.path, number, len(line) - len(line.lstrip()) + 1)) for number, line in numbered
    )


def _header(checked: Checked | None) -> Mapping:
    root = checked.root if checked else None
    return root if isinstance(root, Mapping) else Mapping((), Place(""))


def _attributes(header: Mapping) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            key.text,
            node.word("title"),
            node.word("additive") == "true",
            read_names(node),
            node.word("after"),
            read_names(node, "words"),
            node.word("parts") == "true",
            node.word("strength") == "true",
            node.word("differs"),
        )
        for key, node in header.mapping("attributes").pairs
        if isinstance(node, Mapping)
    )


def _qualifiers(header: Mapping) -> tuple[Qualifier, ...]:
    return tuple(
        Qualifier(key.text, value.text, read_names(node), node.word("only_named") == "true", node.word("doubles"))
        for key, values in header.mapping("qualifiers").pairs
        if isinstance(values, Mapping)
        for value, node in values.pairs
        if isinstance(node, Mapping)
    )


def _words(header: Mapping) -> tuple[tuple[str, str, str], ...]:
    words = header.mapping("words")
    return tuple((role.text, *pair) for role, _ in words.pairs for pair in read_names(words, role.text))


def _diagnostics(read: _Read) -> list[Diagnostic]:
    found = [*read.diagnostics, *(diagnostic for checked in read.all() for diagnostic in checked.finish())]
    return sorted(found, key=Diagnostic.key)


def _too_many(shown: str, count: int) -> Diagnostic:
    message = f"pack too large: {count:,} things, more than {MAX_THINGS:,}"
    return Diagnostic("FC111", message, Place(shown), help="split it into several packs")
