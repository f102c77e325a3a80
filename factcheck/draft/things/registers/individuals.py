"""The individuals of packs and their attributes, found by name; what a text does not name is not read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.draft.words.cues import any_of
from factcheck.draft.words.phrases import phrases
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Literal
from factcheck.model.pack import Pack
from factcheck.model.register import Register
from factcheck.quantity.dimension import Dimension, multiply, power
from factcheck.quantity.units import UnitTable

_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_JOINED = re.compile(r"[\w-]")
_TWO = 2
_ANY = "any"
_NOTHING: tuple[Dimension, float] = (("", 1),), 1.0


class Known(NamedTuple):
    """An attribute of individuals: its dimension, whether it changes by year, its unit.

    ``differs`` is by which share sources differ on it, 0 where they do not; ``loose`` where by any. ``allowed`` is the
    share that the pack allows for revisions.
    """

    attribute: str
    dimension: Dimension
    dated: bool
    unit: str
    differs: float = 0
    loose: bool = False
    allowed: float = 0


class Named(NamedTuple):
    """The name of an individual in a text; ``shared`` where others have it, too."""

    key: str
    start: int
    end: int
    shared: bool


class Individuals:
    """What the registers of packs hold, found by any of its names."""

    def __init__(self, packs: Iterable[Pack], units: UnitTable) -> None:
        known = tuple(packs)
        self._packs = tuple(pack for pack in known if pack.register is not None)
        self.registers: tuple[Register, ...] = tuple(pack.register for pack in self._packs if pack.register)
        self._units = units

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The attributes by the words for them, in lower case."""
        found: dict[str, dict[str, None]] = {}
        for one in (attribute for pack in self._packs for attribute in pack.attributes):
            for _, name in (*one.names, *one.words):
                found.setdefault(name.casefold(), {})[one.key] = None
        return {name: tuple(keys) for name, keys in found.items()}

    @cached_property
    def _differs(self) -> Mapping[str, str]:
        return {one.key: one.differs for pack in self._packs for one in pack.attributes}

    @cached_property
    def attribute(self) -> re.Pattern[str]:
        """The pattern of any word for an attribute; text must be in lower case."""
        return any_of(self.words)

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """The pattern of what a sentence has that tells a value: an attribute, people, a verb that means an area."""
        return any_of([*self.words, *phrases("register", "people", "area", "all").words])

    @cached_property
    def _names(self) -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
        """The names by their first word, or first two characters: the longest first, with key and whether shared."""
        found: dict[str, list[tuple[str, str, bool]]] = {}
        for register in self.registers:
            for entry in register.entries:
                for name in dict.fromkeys(name for names in entry.names.values() for name in names):
                    meant = register.names[name]
                    found.setdefault(_first(name), []).append((name, entry.key, entry.shared or len(meant) > 1))
        return {first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in found.items()}

    def find(self, text: str, start: int, end: int) -> Iterator[Named]:
        """Yield the names in a stretch of a text, the longest at each place."""
        done = start
        for m in _WORD.finditer(text, start, end):
            han = _HAN.match(m[0])
            places = range(m.start(), m.end() - 1) if han else (m.start(),)
            for at in places:
                if at < done:
                    continue
                first = text[at : at + _TWO] if han else m[0].casefold()
                for name, key, shared in self._names.get(first, ()):
                    stop = at + len(name)
                    if stop <= end and _is_name(text, at, stop, name):
                        yield Named(key, at, stop, shared)
                        done = stop
                        break

    def register(self, key: str) -> Register:
        """Return the register of an individual."""
        return next(one for one in reversed(self.registers) if key in one)

    def known(self, key: str, attribute: str) -> Known | None:
        """Return what is known of an attribute of an individual; None for nothing."""
        register = self.register(key)
        values = register.values(key)
        for name, series in register.series.items():
            if series.attribute == attribute and name in values:
                dimension, _ = self._measure(series.unit)
                differs, dated = self._differs.get(attribute, ""), bool(values[name][0])
                shares = _share(differs), _share(series.allowed)
                return Known(attribute, dimension, dated, series.unit, shares[0], differs == _ANY, shares[1])
        return None

    def column(self, family: str, attribute: str) -> dict[int, dict[str, float]]:
        """Return the values of all of a family by year and key, as ``sizes`` has them."""
        if (family, attribute) not in self._columns:
            found: dict[int, dict[str, float]] = {}
            for register in self.registers:
                for key in register.families.get(family, ()):
                    for year, size in self.sizes(key, attribute).items():
                        found.setdefault(year, {})[key] = size
            self._columns[family, attribute] = found
        return self._columns[family, attribute]

    @cached_property
    def _columns(self) -> dict[tuple[str, str], dict[int, dict[str, float]]]:
        return {}

    def sizes(self, key: str, attribute: str) -> dict[int, float]:
        """Return the values of an attribute by year (0 for all times), in base units; they only find what may be."""
        register, found = self.register(key), dict[int, float]()
        for name, (first, *values) in register.values(key).items():
            if register.series[name].attribute != attribute:
                continue
            _, scale = self._measure(register.series[name].unit)
            for year, value in enumerate(values, first):
                if value is not None:
                    digits = value[0] if isinstance(value, list) else value
                    found.setdefault(year, float(digits) * scale)
        return found

    def _measure(self, unit: str) -> tuple[Dimension, float]:
        if unit not in self._measured:
            self._measured[unit] = self._read(unit)
        return self._measured[unit]

    @cached_property
    def _measured(self) -> dict[str, tuple[Dimension, float]]:
        return {"": ((), 1.0)}

    def _read(self, unit: str) -> tuple[Dimension, float]:
        """Return what a unit measures and how large it is; an unknown one measures nothing that a text has."""
        try:
            literal = parse_expression(f"1 {unit}", self._units)
        except Problem:
            return _NOTHING
        if not isinstance(literal, Literal):
            return _NOTHING
        dimension: Dimension = ()
        scale = float(literal.number.nominal or 1)
        for factor in literal.units:
            dimension = multiply(dimension, power(factor.unit.dimension, factor.power))
            scale *= float(factor.unit.factor) ** float(factor.power)
        return dimension, scale


def _share(text: str) -> float:
    """Return a percentage as a share; 0 for anything else."""
    digits = text.removesuffix(" %")
    return float(digits) / 100 if digits != text and digits.replace(".", "").isdigit() else 0.0


def _first(name: str) -> str:
    m = _WORD.match(name)
    return name[:_TWO] if _HAN.match(name) else (m[0] if m else name).casefold()


def _is_name(text: str, start: int, end: int, name: str) -> bool:
    """Whether a name stands at a place, capitals and all, and is no part of a longer word."""
    words = text[start:end]
    if words != name and not (name.islower() and words == name.capitalize()):
        return False
    return not name.isascii() or not (_JOINED.match(text, end) or (start and _JOINED.match(text[start - 1])))
