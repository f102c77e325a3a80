"""What packs know of things, as a draft may speak of it: their names in a text, their attributes and dimensions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.draft.things.vocabulary import Vocabulary
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Literal
from factcheck.model.pack import Attribute, Fact, Pack, Thing
from factcheck.quantity.dimension import CURRENCIES, SI_BASES, Dimension, multiply, power
from factcheck.quantity.units import UnitTable

Picks = tuple[tuple[str, str], ...]

_PLURAL = r"(?:s(?![a-z]))?"
_END = r"(?![A-Za-z0-9_])(?!-(?:class|like|killer)\b)(?!\.[0-9])"
_START = r"(?<![A-Za-z0-9_.-])"
_SHORT = 2
_COMMON = SI_BASES | CURRENCIES | {"data"}
"""What is measured of all kinds of things."""
_RUN = re.compile(r"[^\s-]+")


@dataclass(frozen=True, slots=True)
class Property:
    """An attribute of a thing: what it measures per thing, and the facts that are known of it.

    For a part (25 D1 per tile) ``attribute`` is the part; for a sum over parts the facts are those of the parts.
    """

    thing: str
    attribute: str
    dimension: Dimension
    facts: tuple[Fact, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it changes in time."""
        return any(key == "date" for fact in self.facts for key, _ in fact.when)

    @property
    def certain(self) -> bool:
        """Whether the best source leaves no doubt."""
        return any(fact.status != "unconfirmed" for fact in self.facts)


class Worth(NamedTuple):
    """A unit that stands for what one thing has of an attribute, and what that measures."""

    unit: str
    attribute: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class Found:
    """A name of a thing in a text."""

    key: str
    start: int
    end: int


class Things:
    """The things of packs, a later pack's before an earlier one's, found by any of their names."""

    def __init__(self, packs: Iterable[Pack], units: UnitTable) -> None:
        known = tuple(packs)
        self._units = units
        self.vocabulary = Vocabulary(known)
        self.things: Mapping[str, Thing] = {thing.key: thing for pack in known for thing in pack.things}
        self.attributes: Mapping[str, Attribute] = {one.key: one for pack in known for one in pack.attributes}
        self.defaults: Mapping[str, str] = {key: value for pack in known for key, value in pack.defaults}
        self._rows = {thing.key: pack.rows for pack in known for thing in pack.things}
        self._properties: dict[str, tuple[Property, ...]] = {}
        self._literals: dict[str, Literal | None] = {}

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The names that mean one thing only, as written."""
        keys: dict[str, set[str]] = {}
        for thing in self.things.values():
            for _, name in thing.names:
                keys.setdefault(name, set()).add(thing.key)
        return {name: next(iter(found)) for name, found in keys.items() if len(found) == 1}

    @cached_property
    def makers(self) -> frozenset[str]:
        """The words that stand before a thing's name and say whose it is: Nvidia, AMD, Google; and organisations."""
        own: dict[str, list[str]] = {}
        for name, key in self.aliases.items():
            own.setdefault(key, []).append(name)
        words = {
            name.removesuffix(end).strip()
            for ends in own.values()
            for name in ends
            for end in ends
            if name.endswith(end)
        }
        return frozenset(words | {name for name, key in self.aliases.items() if not self.things[key].family}) - {""}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that names are made of, those of attributes too, as they start a sentence."""
        called = [name.capitalize() for attribute in self.attributes for name in self.names(attribute)]
        return frozenset(word for name in (*self.makers, *self.aliases, *called) for word in name.split())

    @cached_property
    def _runs(self) -> tuple[tuple[str, str], ...]:
        """The names, each with its longest run of letters and digits, which stands in a text that has the name."""
        return tuple((name, max(_RUN.findall(name.casefold()), key=len, default="")) for name in self.aliases)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {name.casefold(): key for name, key in self.aliases.items()}

    def find(self, text: str) -> Iterator[Found]:
        """Yield the things that a text names, the longest name at each place."""
        folded = text.casefold()
        for m in _of(tuple(name for name, run in self._runs if run in folded)).finditer(text):
            words = m[0].casefold()
            key = self._folded.get(words) or self._folded.get(words.removesuffix("s"))
            if key is not None:
                yield Found(key, m.start(), m.end())

    def worth(self, key: str) -> Worth | None:
        """Return the unit that stands for as much as one such thing has, where packs define one: H100e, by its peak."""
        unit, attribute = next(iter(self.things[key].units), ("", ""))
        facts = (fact for fact in self.facts(key) if fact.attribute == attribute)
        dimension = next((found for fact in facts if (found := self._plain(fact)) is not None), None)
        return Worth(unit, attribute, dimension) if dimension is not None else None

    @cached_property
    def _worths(self) -> Mapping[str, Worth]:
        return {found.unit: found for key, thing in self.things.items() if thing.units and (found := self.worth(key))}

    def facts(self, key: str) -> tuple[Fact, ...]:
        """Return the facts of a thing, those from rows of data files too."""
        return (*self.things[key].facts, *self._rows[key].all(key))

    def is_noun(self, key: str) -> bool:
        """Whether a thing is only counted, and nothing is known of it: a core, a transistor."""
        thing = self.things[key]
        return not thing.facts and not thing.parts and not thing.family and key not in self._rows[key]

    @cached_property
    def counted(self) -> Mapping[str, str]:
        """The attributes that count what is no part, with what they count: transistors."""
        return {
            fact.attribute: dimension[0][0]
            for thing in self.things.values()
            for fact in thing.facts
            if (dimension := self.dimension(fact)) and dimension[0][0] in self.things and self.is_noun(dimension[0][0])
        }

    def is_whole(self, key: str) -> bool:
        """Whether a thing is made of others that are counted: a rack, a supercomputer."""
        thing = self.things[key]
        made = (self.attributes.get(fact.attribute) for fact in self.facts(key))
        return bool(thing.parts) or any(one is not None and one.parts for one in made)

    def measures(self, key: str) -> frozenset[str]:
        """Return what is measured or counted of a thing and of few others: operations a second, transistors."""
        bases = {base for one in self.properties(key) for base, _ in one.dimension}
        return frozenset(bases - _COMMON)

    def is_strength(self, attribute: str) -> bool:
        """Whether the stronger of two things has more of an attribute."""
        return attribute in self.attributes and self.attributes[attribute].strength

    @staticmethod
    def is_peculiar(one: Property) -> bool:
        """Whether what an attribute measures is of no other kind of things: operations a second."""
        return any(base not in _COMMON for base, _ in one.dimension)

    @staticmethod
    def is_vague(words: str) -> bool:
        """Whether a name may well mean another thing: tile, 机架, D1."""
        plain = not any(letter.isupper() or letter.isdigit() for letter in words)
        one_word = " " not in words if words.isascii() else len(words) <= _SHORT
        return (plain and one_word) or len(words) <= _SHORT

    def family(self, key: str) -> str:
        """Return the family of a thing; organisations have none."""
        return self.things[key].family

    def names(self, attribute: str) -> tuple[str, ...]:
        """Return what packs call an attribute, in lower case."""
        return tuple(self.vocabulary.names(attribute))

    def parts(self, key: str) -> dict[str, tuple[Fact, ...]]:
        """Return the parts of a thing, with those below them, each with the facts on the way."""
        found: dict[str, tuple[Fact, ...]] = {}
        queue: list[tuple[str, tuple[Fact, ...]]] = [(key, ())]
        while queue:
            whole, chain = queue.pop(0)
            for fact in self.things[whole].parts:
                if fact.attribute in self.things and fact.attribute not in found:
                    found[fact.attribute] = (*chain, fact)
                    queue.append((fact.attribute, found[fact.attribute]))
        return found

    def properties(self, key: str) -> tuple[Property, ...]:
        """Return what is known of a thing: its facts, the sums over its parts, its parts."""
        if key not in self._properties:
            self._properties[key] = tuple(self._own(key))
        return self._properties[key]

    def _own(self, key: str) -> Iterator[Property]:
        facts: dict[str, list[Fact]] = {}
        for fact in (*self.facts(key), *self._summed(key)):
            facts.setdefault(fact.attribute, []).append(fact)
        for attribute, found in facts.items():
            for dimension in sorted({one for fact in found if (one := self.dimension(fact)) is not None}):
                of_it = tuple(fact for fact in found if self.dimension(fact) == dimension)
                yield Property(key, attribute, dimension, of_it)
        for part, chain in self.parts(key).items():
            yield Property(key, part, ((part, 1),), chain)

    def _summed(self, key: str) -> Iterator[Fact]:
        """Yield the facts of the direct parts that add up in the whole."""
        for part in self.things[key].parts:
            if part.attribute in self.things:
                below = (*self.facts(part.attribute), *self._summed(part.attribute))
                yield from (fact for fact in below if self.adds(fact.attribute))

    def adds(self, attribute: str) -> bool:
        """Whether a whole has the sum over its parts."""
        return attribute in self.attributes and self.attributes[attribute].additive

    def dimension(self, fact: Fact) -> Dimension | None:
        """Return what a fact measures; None for a date and for what cannot be read. 8,000 H100e are a peak."""
        found = self._plain(fact)
        worth = self._worths.get(found[0][0]) if found and len(found) == 1 else None
        return worth.dimension if worth else found

    def size(self, fact: Fact) -> Fraction | None:
        """Return how much a fact says, in base units; None for a range."""
        value = self._literal(fact)
        if value is None or value.number.nominal is None:
            return None
        total = Fraction(value.number.nominal)
        for factor in value.units:
            total *= Fraction(factor.unit.factor) ** int(factor.power)
        return total

    def _literal(self, fact: Fact) -> Literal | None:
        text = fact.value.value
        if text not in self._literals:
            try:
                value = parse_expression(text, self._units)
            except Problem:
                value = None
            self._literals[text] = value if isinstance(value, Literal) else None
        return self._literals[text]

    def _plain(self, fact: Fact) -> Dimension | None:
        value = self._literal(fact)
        if value is None:
            return None
        found: Dimension = ()
        for factor in value.units:
            found = multiply(found, power(factor.unit.dimension, factor.power))
        return found


@lru_cache(maxsize=64)
def _of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of some names; that of all of them takes long to compile."""
    latin = [name for name in names if name[0].isascii()]
    other = [name for name in names if not name[0].isascii()]
    return re.compile(f"{_START}{_any(latin)}|{_any(other)}")


def _any(names: list[str]) -> str:
    """Return the pattern of any of some names, the longest first; their first letters are looked at before all else."""
    first = "".join(sorted({re.escape(letter) for name in names for letter in (name[0].lower(), name[0].upper())}))
    listed = "|".join(map(_pattern, sorted(names, key=lambda name: (-len(name), name))))
    return f"(?=[{first}])(?:{listed})" if names else "(?!)"


def _pattern(name: str) -> str:
    """Return the pattern of a name: whole words of Latin letters, capitals kept unless a digit makes it plain."""
    words = re.escape(name).replace(r"\ ", r"[\s-]").replace(r"\-", r"[-\s]?")
    if name[-1].isascii():
        words += _PLURAL + _END
    return f"(?i:{words})" if name.islower() or any(letter.isdigit() for letter in name) else words
