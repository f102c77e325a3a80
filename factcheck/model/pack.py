"""Packs as they were written: units, things with sourced facts, rules."""

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.frozen import dataclass
from factcheck.model.fact import Fact, Series, Source
from factcheck.model.row_facts import RowFacts
from factcheck.source import Place, Text

__all__ = [
    "Attribute",
    "Fact",
    "Pack",
    "Qualifier",
    "RowFacts",
    "Rule",
    "RuleTest",
    "Series",
    "Source",
    "Thing",
    "Wording",
]

if TYPE_CHECKING:
    from factcheck.model.register import Register


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that is counted; its key is a unit of its own.

    ``names`` are (language, name) pairs, ``units`` maps a unit's name to the attribute that defines it,
    ``parts`` are facts whose attribute is the key of the part; ``broken`` names attributes of which a fact was
    faulty and left out.
    """

    key: str
    place: Place
    names: tuple[tuple[str, str], ...] = ()
    family: str = ""
    note: str = ""
    units: tuple[tuple[str, str], ...] = ()
    parts: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a pack says of an attribute.

    ``additive`` when a whole has the sum over its parts; ``after`` names the attribute whose date comes earlier.
    ``words`` tell in prose that a number with such a unit is of it (draws 700 W). ``parts``: it counts what a whole is
    made of. ``strength``: the stronger of two things has more of it. ``differs`` is by how much sources differ on it.
    """

    key: str
    title: str = ""
    additive: bool = False
    names: tuple[tuple[str, str], ...] = ()
    after: str = ""
    words: tuple[tuple[str, str], ...] = ()
    parts: bool = False
    strength: bool = False
    differs: str = ""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """How prose names a qualifier of facts: half precision, 稀疏.

    ``only_named``: nobody means it who does not name it. ``doubles`` is the value of which it has twice as much.
    """

    key: str
    value: str
    names: tuple[tuple[str, str], ...] = ()
    only_named: bool = False
    doubles: str = ""


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A case of a rule: inputs by symbol, the stated symbol with its text, the verdict it must get."""

    place: Place
    given: tuple[tuple[str, Text], ...]
    symbol: str
    stated: Text
    expect: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the prose of a language states a rule: patterns, the sentence of a finding, cases that tell right or wrong.

    A case is what a draft must say of it (right, wrong, silent), and a text with its number in double brackets.
    """

    language: str
    forms: tuple[str, ...]
    sentence: str = ""
    cases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A named equation. ``symbols`` and ``readings`` keep the order of the file.

    ``reads`` says how prose shows it: which symbol a text states (``result``), in which form, which is the list.
    ``wordings`` bind its numbers by words, language by language.
    """

    id: str
    place: Place
    title: str
    equation: Text
    symbols: tuple[tuple[str, Text], ...]
    cite: str
    readings: tuple[tuple[str, Text], ...] = ()
    tests: Sequence[RuleTest] = ()
    reads: tuple[tuple[str, str], ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """One field's knowledge. ``digest`` identifies the bytes of all its files; ``units`` are pint definitions.

    ``words`` are those of the field in prose: their role, their language, the word.
    ``register``: its individuals (countries, planets), which are read one by one when they are asked for.

    ``broken`` names rules that were faulty and left out, ``gaps`` the files that could not be read at all. ``rows`` are
    facts from data files; those of a thing are read when it is asked for.
    """

    name: str
    path: str
    digest: str = ""
    title: str = ""
    defaults: tuple[tuple[str, str], ...] = ()
    attributes: tuple[Attribute, ...] = ()
    sources: tuple[Source, ...] = ()
    things: tuple[Thing, ...] = ()
    rules: tuple[Rule, ...] = ()
    units: tuple[Text, ...] = field(default=())
    broken: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    rows: RowFacts = field(default_factory=RowFacts, compare=False, repr=False)
    register: "Register | None" = field(default=None, compare=False, repr=False)
