"""Packs as plain rows and back, for the cache. Read by hand: a warm run must not load a validation library.

A row holds the fields of a value in the order of their declaration. Places name their file by its number in a list of
files, so that the rows of a pack are the same wherever its folder lies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from factcheck.late import LateSequence
from factcheck.model.pack import Attribute, Fact, Pack, Qualifier, Rule, RuleTest, Series, Source, Thing, Wording
from factcheck.model.row_facts import Load, RowFacts
from factcheck.source import Place, Text

Data = Mapping[str, Any]
Row = Sequence[Any]
Pairs = tuple[tuple[str, str], ...]
Texts = tuple[tuple[str, Text], ...]

GIVEN = ("name", "path", "digest", "rows", "register")
"""What whoever reads a pack knows of it beforehand, and what is kept apart: the facts from rows, the register."""


def to_data(pack: Pack) -> dict[str, Any]:
    """Return a pack as rows, with the list of the files that they name by number."""
    files: dict[str, int] = {}
    names = [field.name for field in fields(pack) if field.name not in GIVEN]
    rows = {name: _row(getattr(pack, name), files) for name in names}
    series = _row(pack.rows.series, files)
    return {**rows, "series": series, "rowed": list(pack.rows.things), "files": list(files)}


def from_data(data: Data, name: str, path: str, digest: str, load: Load | None = None) -> Pack:
    """Return the pack of these rows; ``load`` gives the rows of a thing's facts that data files hold.

    Raises LookupError, TypeError or ValueError for data of another shape.
    """
    read = _Reader(data["files"])
    return Pack(
        name,
        path,
        digest,
        title=data["title"],
        defaults=_pairs(data["defaults"]),
        attributes=tuple(map(_attribute, data["attributes"])),
        sources=tuple(Source(*row) for row in data["sources"]),
        things=tuple(map(read.thing, data["things"])),
        rules=tuple(map(read.rule, data["rules"])),
        units=tuple(map(read.text, data["units"])),
        broken=tuple(data["broken"]),
        gaps=tuple(data["gaps"]),
        qualifiers=tuple(map(_qualifier, data["qualifiers"])),
        words=tuple((role, language, word) for role, language, word in data["words"]),
        rows=RowFacts(tuple(data["rowed"]), tuple(map(read.series, data["series"])), load),
    )


def _row(value: Any, files: dict[str, int]) -> Any:
    """Return a value's fields as a list, those of its place and text spread out."""
    match value:
        case Place():
            return [files.setdefault(value.path, len(files)), value.line, value.column]
        case Text():
            return [value.value, *_row(value.place, files), value.verbatim]
        case tuple() | list() | LateSequence():
            return [_row(item, files) for item in value]
        case None | str() | bool():
            return value
    return [_row(getattr(value, field.name), files) for field in fields(value)]


class _Reader:
    """Reads the rows of a pack whose files have these names."""

    def __init__(self, files: Sequence[str]) -> None:
        self.files = files

    def text(self, row: Row) -> Text:
        value, file, line, column, verbatim = row
        return Text(value, Place(self.files[file], line, column), verbatim)

    def place(self, row: Row) -> Place:
        file, line, column = row
        return Place(self.files[file], line, column)

    def texts(self, rows: Iterable[Row]) -> Texts:
        return tuple((name, self.text(row)) for name, row in rows)

    def thing(self, row: Row) -> Thing:
        key, place, names, family, note, units, parts, facts, broken = row
        return Thing(
            key,
            self.place(place),
            _pairs(names),
            family,
            note,
            _pairs(units),
            tuple(map(self.fact, parts)),
            tuple(map(self.fact, facts)),
            tuple(broken),
        )

    def series(self, row: Row) -> Series:
        attribute, unit, file, name, source, when, *rest = row
        return Series(attribute, self.text(unit), self.place(file), name, source, tuple(when), *rest)

    def fact(self, row: Row) -> Fact:
        thing, attribute, value, source, when, quote, status, exact, error, note, page, accessed, also, allowed = row
        return Fact(
            thing,
            attribute,
            self.text(value),
            source,
            _pairs(when),
            quote,
            status,
            exact,
            self.text(error) if error else None,
            note,
            page,
            accessed,
            tuple(also),
            allowed,
        )

    def rule(self, row: Row) -> Rule:
        name, place, title, equation, symbols, cite, readings, tests, reads, wordings = row
        return Rule(
            name,
            self.place(place),
            title,
            self.text(equation),
            self.texts(symbols),
            cite,
            self.texts(readings),
            LateSequence(tests, self.test),
            _pairs(reads),
            tuple(map(_wording, wordings)),
        )

    def test(self, row: Row) -> RuleTest:
        place, given, symbol, stated, expect, note = row
        return RuleTest(self.place(place), self.texts(given), symbol, self.text(stated), expect, note)


def _pairs(rows: Iterable[Row]) -> Pairs:
    return tuple((first, second) for first, second in rows)


def _wording(row: Row) -> Wording:
    language, forms, sentence, cases = row
    return Wording(language, tuple(forms), sentence, _pairs(cases))


def _attribute(row: Row) -> Attribute:
    key, title, additive, names, after, words, parts, strength, differs = row
    return Attribute(key, title, additive, _pairs(names), after, _pairs(words), parts, strength, differs)


def _qualifier(row: Row) -> Qualifier:
    key, value, names, only_named, doubles = row
    return Qualifier(key, value, _pairs(names), only_named, doubles)
