"""The words of a field, which packs bring: of attributes, of qualifiers, of what its things are called in general."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import product

from factcheck.draft.words.cues import any_of, cue
from factcheck.draft.words.phrases import phrases
from factcheck.model.pack import Pack, Qualifier
from factcheck.quantity.languages import of_tables

Words = dict[str, list[str]]


class Vocabulary:
    """The words of packs as patterns; text must be in lower case."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        """Take in the words, by attribute and by role."""
        known = tuple(packs)
        self._names: Words = {}
        self._words: Words = {}
        self._roles: Words = {}
        for one in (attribute for pack in known for attribute in pack.attributes):
            self._names.setdefault(one.key, []).extend(name.casefold() for _, name in one.names)
            self._words.setdefault(one.key, []).extend(word.casefold() for _, word in one.words)
        for role, _, word in (row for pack in known for row in pack.words):
            self._roles.setdefault(role, []).append(word.casefold())
        self.qualifiers: tuple[Qualifier, ...] = tuple(one for pack in known for one in pack.qualifiers)
        self._kept: dict[str, re.Pattern[str]] = {}

    def _pattern(self, key: str, words: Iterable[str]) -> re.Pattern[str]:
        if key not in self._kept:
            self._kept[key] = any_of(words)
        return self._kept[key]

    def names(self, attribute: str) -> list[str]:
        """Return what packs call an attribute, in lower case."""
        return self._names.get(attribute, [])

    def attribute(self, key: str) -> re.Pattern[str]:
        """Return the pattern of the names of an attribute, and of the words that tell it."""
        return self._pattern(f"attribute {key}", [*self.names(key), *self._words.get(key, [])])

    def qualifier(self, one: Qualifier) -> re.Pattern[str]:
        """Return the pattern of the names of a qualifier."""
        return self._pattern(f"qualifier {one.key} {one.value}", [name.casefold() for _, name in one.names])

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Qualifier, ...]]:
        """The qualifiers by what they qualify: the precision, the sparsity."""
        keys = dict.fromkeys(one.key for one in self.qualifiers)
        return {key: tuple(one for one in self.qualifiers if one.key == key) for key in keys}

    def role(self, *roles: str) -> re.Pattern[str]:
        """Return the pattern of the words of a role: nouns, wholes, variants, others, terms."""
        return self._pattern(f"role {roles}", [word for role in roles for word in self._roles.get(role, [])])

    @property
    def noun(self) -> re.Pattern[str]:
        """What its things are called in general, or counted by: a chip, 块."""
        return _noun(self.role("nouns").pattern)

    @property
    def pronoun(self) -> re.Pattern[str]:
        """What stands for a thing that was named before: it, the chip."""
        return _pronoun((*self._roles.get("nouns", ()), *self._roles.get("wholes", ())))

    @property
    def shift(self) -> re.Pattern[str]:
        """What follows a name and makes it another thing: the A100's successor, an H100 server."""
        return _shift(self.role("wholes", "variants").pattern)

    @cached_property
    def term(self) -> re.Pattern[str]:
        """Any word of the field that is no thing's name: Memory, FP8, chip."""
        named = (name.casefold() for one in self.qualifiers for _, name in one.names)
        listed = [word for words in (self._names, self._words) for known in words.values() for word in known]
        return any_of([*named, *listed, *self._roles.get("nouns", [])])

    @cached_property
    def harmless(self) -> re.Pattern[str]:
        """A name with digits that is of no thing: HBM3e, FP8, PCIe-5, 7nm."""
        named = (name.casefold() for one in self.qualifiers for _, name in one.names)
        listed = [*named, *self._roles.get("terms", []), *(name for names in self._names.values() for name in names)]
        words = "|".join(re.escape(word) for word in sorted(set(listed), key=lambda word: (-len(word), word)))
        return re.compile(rf"(?:{words or '(?!)'})[-_]?[0-9a-z.]*|[0-9].*", re.IGNORECASE)


@of_tables
def _noun(nouns: str) -> re.Pattern[str]:
    return re.compile(f"{nouns}|{cue('spec', 'classifier').pattern}")


@of_tables
def _pronoun(nouns: tuple[str, ...]) -> re.Pattern[str]:
    words = product(phrases("spec", "determiner").words, nouns)
    told = any_of(f"{word} {noun}" for word, noun in words if noun.isascii())
    return re.compile(f"{told.pattern}|{cue('spec', 'pronoun').pattern}")


@of_tables
def _shift(wholes: str) -> re.Pattern[str]:
    return re.compile(f"{cue('spec', 'shift').pattern}|{wholes}")
