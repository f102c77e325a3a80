"""A register: individuals of which much is known (countries by year, planets), read one by one when asked for.

It is two files of JSON lines. ``things.jsonl`` has a line for each individual: key, family, its names by language, and
whether others have its name, too. ``facts.jsonl`` starts with what series there are (attribute, unit, source, error)
and has a line for each individual, in the same order: of each series the first year and the values from there, as
digits, or with an error that the source states. Behind the year 0 is one value, which stands for all times.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.late import late_pattern
from factcheck.model.pack import Fact, Thing
from factcheck.source import Place, Text

_DIGITS = late_pattern(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e-?[0-9]{1,2})?")


class Entry(NamedTuple):
    """An individual: ``names`` by language; ``shared``: others have its name, too (Georgia, Mercury)."""

    key: str
    family: str
    names: Mapping[str, Sequence[str]]
    shared: bool = False


class Series(NamedTuple):
    """What the values of a line are: of which attribute, in which unit, from which source.

    ``allowed`` is the error that the pack allows each of them, since figures of the kind are revised; empty for none.
    """

    attribute: str
    unit: str
    source: str
    allowed: str = ""


class Register:
    """The individuals of a pack by key, and by any of their names as it is written."""

    def __init__(self, things: bytes, facts: bytes, path: str) -> None:
        """Take the bytes of the two files, and the path of the facts; they are read when asked for (see ``check``)."""
        self._things, self._facts, self._path = things, facts, path
        self._known: dict[str, Thing] = {}

    @property
    def content(self) -> tuple[bytes, bytes]:
        """What it holds, to tell whether another holds the same."""
        return self._things, self._facts

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All individuals, in the order of the file."""
        return tuple(Entry(*row) for row in json.loads(b"[" + b",".join(self._things.splitlines()) + b"]"))

    @cached_property
    def _lines(self) -> list[bytes]:
        return self._facts.splitlines()[1:]

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """What values there are."""
        return {key: Series(*row) for key, row in json.loads(self._facts.partition(b"\n")[0]).items()}

    @property
    def units(self) -> tuple[Text, ...]:
        """The units of what there is, in their place."""
        place = Place(self._path, 1, 1)
        return tuple(Text(one.unit, place, verbatim=False) for one in self.series.values())

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of the line of each key."""
        return {entry.key: at for at, entry in enumerate(self.entries)}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of those that have a name, a key being one too."""
        found: dict[str, dict[str, None]] = {}
        for entry in self.entries:
            for name in (entry.key, *(name for names in entry.names.values() for name in names)):
                found.setdefault(name, {})[entry.key] = None
        return {name: tuple(keys) for name, keys in found.items()}

    @cached_property
    def folded(self) -> Mapping[str, tuple[str, ...]]:
        """The keys by names in lower case."""
        found: dict[str, dict[str, None]] = {}
        for name, keys in self.names.items():
            found.setdefault(name.casefold(), {}).update(dict.fromkeys(keys))
        return {name: tuple(keys) for name, keys in found.items()}

    @cached_property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of each family, in the order of the file."""
        found: dict[str, list[str]] = {}
        for entry in self.entries:
            if entry.family:
                found.setdefault(entry.family, []).append(entry.key)
        return {family: tuple(keys) for family, keys in found.items()}

    def entry(self, key: str) -> Entry:
        """Return the line of an individual; raises KeyError for an unknown one."""
        return self.entries[self.places[key]]

    def __contains__(self, key: object) -> bool:
        """Whether there is an individual of this key."""
        return key in self.places

    def __iter__(self) -> Iterator[str]:
        """Give the keys."""
        return iter(self.places)

    def values(self, key: str) -> Mapping[str, Sequence[Any]]:
        """Return the values of an individual as they stand: by series the first year (0 for none) and the values."""
        found: Mapping[str, Sequence[Any]] = json.loads(self._lines[self.places[key]])
        return found

    def thing(self, key: str) -> Thing:
        """Return an individual with its facts; raises KeyError for an unknown one."""
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def check(self, sources: Collection[str]) -> None:
        """Read all of it; raises ValueError, LookupError or TypeError for what is amiss."""
        unknown = sorted({one.source for one in self.series.values()}.difference(sources))
        if unknown:
            raise ValueError(f"unknown source `{unknown[0]}`")
        if len(self._lines) != len(self.entries):
            raise ValueError(f"{len(self.entries)} lines of things, {len(self._lines)} of facts")
        for key in self:
            for fact in self._read(key).facts:
                if not _DIGITS.fullmatch(fact.value.value.partition(" ")[0]):
                    raise ValueError(f"`{fact.value.value[:40]}` of `{key[:40]}` is no number")

    def _read(self, key: str) -> Thing:
        entry = self.entry(key)
        names = tuple((language, name) for language, names in entry.names.items() for name in names)
        place = Place(self._path, self.places[key] + 2, 1)
        return Thing(key, place, names, entry.family, facts=tuple(self._facts_of(key, place)))

    def _facts_of(self, key: str, place: Place) -> Iterator[Fact]:
        for series, (first, *values) in self.values(key).items():
            attribute, unit, source, allowed = self.series[series]
            for year, value in enumerate(values, first):
                if value is None:
                    continue
                digits, error = value if isinstance(value, list) else (value, allowed)
                if not isinstance(digits, str):
                    raise TypeError(f"`{digits}` is no text")
                text = Text(f"{digits} {unit}".rstrip(), place)
                when = (("date", str(year)),) if first else ()
                margin = Text(error, place) if error else None
                yield Fact(key, attribute, text, source, when, error=margin, allowed=bool(error) and error == allowed)
