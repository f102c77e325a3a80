"""Units by name: what a written unit measures and how large it is, from a table compiled beforehand.

This module never imports pint. The table is plain data (see ``registry``), fractions are made when a unit is
first looked up, and each answer is remembered.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypedDict

from factcheck.frozen import dataclass
from factcheck.quantity.dimension import Dimension, dimension_from, dimension_text
from factcheck.suggest import nearest

MAX_LENGTH = 64
MAX_WORDS = 4
MAX_MEMO = 4096
PLURAL_LETTERS = 3
FOLD_LETTERS = 4
SYMBOL_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    ``name`` is canonical and singular, ``symbol`` is how it is shown, a value in base units is
    ``value * factor + offset`` (only °C and °F have an offset).
    """

    name: str
    symbol: str
    factor: Fraction
    offset: Fraction
    dimension: Dimension


class UnitRow(NamedTuple):
    """A unit as data, every field text; ``prefixes`` are the sets that it takes: ``small large``."""

    name: str
    symbol: str
    factor: str
    offset: str
    dimension: str
    prefixes: str = ""


class PrefixRow(NamedTuple):
    """A prefix as data: ``spelling`` is one way to write it, ``set`` is "small", "large" or "iec"."""

    spelling: str
    word: str
    symbol: str
    factor: str
    set: str


Rows = Sequence[Sequence[str]]


class TableData(TypedDict):
    """A unit table as JSON keeps it. ``names`` point into ``units``; spaces in names are written ``_``."""

    units: list[list[str]]
    names: dict[str, int]
    prefixes: list[list[str]]


class UnitTable:
    """All units of the packs in use, found by any of their names."""

    def __init__(self, units: Rows, names: dict[str, int], prefixes: Rows) -> None:
        """Keep the rows as they are; ``from_data`` and ``extended`` are the ways to make one."""
        self._units = units
        self._names = names
        self._prefixes = prefixes
        self._affixes = {row[0]: PrefixRow(*row) for row in prefixes}
        self._longest_affix = max(map(len, self._affixes), default=0)
        self._folded_names: dict[str, int | None] | None = None
        self._last_words: frozenset[str] | None = None
        self._memo: dict[str, Unit | None] = {}
        self._han_lengths: dict[str, int] | None = None
        self._ends: dict[str, bool] = {}
        self._hidden: frozenset[str] = frozenset()

    @classmethod
    def from_data(cls, data: TableData) -> "UnitTable":
        """Make a table of what ``to_data`` wrote; nothing is copied."""
        return cls(data["units"], data["names"], data["prefixes"])

    def to_data(self) -> TableData:
        """Return the table as JSON can keep it."""
        return {
            "units": [list(row) for row in self._units],
            "names": dict(self._names),
            "prefixes": [list(row) for row in self._prefixes],
        }

    def lookup(self, text: str) -> Unit | None:
        """Return the unit that ``text`` names, or None.

        Names are tried as written, then as a plural, then as prefix and unit, then (long words only, and only
        when one unit fits) in other letter case.
        """
        if text in self._memo:
            return self._memo[text]
        if text in self._hidden:
            return None
        if not text or len(text) > MAX_LENGTH or (len(text) > self.longest_from(text) and text.isalnum()):
            return None
        if len(self._memo) >= MAX_MEMO:
            self._memo.clear()
        unit = self._memo[text] = self._find(normal(text))
        return unit

    def spelt(self, text: str) -> Unit | None:
        """Return the unit that is spelt so, letter by letter: ``Tesla`` is no tesla."""
        name = normal(text)
        index = self._names.get(name)
        return self._prefixed(name) if index is None else self._unit(index)

    def longest(self, words: Sequence[str]) -> int:
        """Return how many of the first words make one unit together; 0 when not even the first does."""
        for count in range(min(len(words), MAX_WORDS), 1, -1):
            if self._may_end(words[count - 1]) and self.lookup(" ".join(words[:count])):
                return count
        return 1 if words and self.lookup(words[0]) else 0

    def longest_from(self, word: str) -> int:
        """Return how long a name that begins as ``word`` does may be; for Chinese names this is known."""
        if not "\u4e00" <= word[0] <= "\u9fff":
            return MAX_LENGTH
        if self._han_lengths is None:
            self._han_lengths = _lengths(self._names, self._affixes)
        return self._han_lengths.get(word[0], 0)

    def names(self) -> Iterator[str]:
        """Yield every name, without prefixes and plurals (for suggestions)."""
        return (name.replace("_", " ") for name in self._names)

    def listed(self) -> Iterator[tuple[Unit, tuple[str, ...]]]:
        """Yield each unit without a prefix, with all its names, in the order of definition."""
        names: list[list[str]] = [[] for _ in self._units]
        for name, index in self._names.items():
            names[index].append(name.replace("_", " "))
        return ((self._unit(index), tuple(found)) for index, found in enumerate(names) if found)

    def nearest(self, word: str) -> str | None:
        """Return the unit that a misspelt one may mean, prefix included."""
        near = nearest(word, self.names())
        if near is not None:
            return near
        for affix in sorted(self._affixes, key=len, reverse=True):
            rest = nearest(word.removeprefix(affix), self.names()) if affix and word.startswith(affix) else None
            if rest is not None and self.lookup(affix + rest) is not None:
                return affix + rest
        return None

    def extended(self, things: Mapping[str, str], units: Mapping[str, Unit] | None = None) -> "UnitTable":
        """Return a copy with more units, which win over those of the same name and take no prefix.

        ``things`` maps each name of a thing to its key, which becomes the dimension; ``units`` are units by name.
        """
        rows = {key: UnitRow(key, key, "1", "0", f"{key}:1") for key in things.values()}
        more = {name: _row(unit) for name, unit in (units or {}).items()}
        start = len(self._units)
        places = {row: start + i for i, row in enumerate(dict.fromkeys([*rows.values(), *more.values()]))}
        names = {normal(name): places[rows[key]] for name, key in things.items()}
        names |= {normal(name): places[row] for name, row in more.items()}
        plurals = {f"{name}s": place for name, place in names.items() if name.isascii()}
        return UnitTable([*self._units, *places], plurals | self._names | names, self._prefixes)

    def hiding(self, names: Iterable[str]) -> "UnitTable":
        """Return a table of the same units without those of these names, which mean something else."""
        found = UnitTable(self._units, self._names, self._prefixes)
        found._hidden = frozenset(names)
        return found

    def _find(self, name: str) -> Unit | None:
        index = self._index(name)
        if index is not None:
            return self._unit(index)
        return self._prefixed(name) or self._folded(name)

    def _may_end(self, word: str) -> bool:
        """Tell cheaply whether some name of several words ends in ``word``."""
        if word in self._ends:
            return self._ends[word]
        if len(self._ends) >= MAX_MEMO:
            self._ends.clear()
        found = self._ends[word] = self._is_last(word)
        return found

    def _is_last(self, word: str) -> bool:
        if self._last_words is None:
            self._last_words = frozenset(name.rpartition("_")[2].casefold() for name in self._names if "_" in name)
        last = normal(word).casefold().rpartition("_")[2]
        return last in self._last_words or any(one in self._last_words for one in _singulars(last))

    def _index(self, name: str) -> int | None:
        """Find a name without prefix, as written or as a plural."""
        index = self._names.get(name)
        if index is not None:
            return index
        return next((self._names[one] for one in _singulars(name) if one in self._names), None)

    def _prefixed(self, name: str) -> Unit | None:
        for cut in range(min(self._longest_affix, len(name) - 1), 0, -1):
            affix = self._affixes.get(name[:cut])
            index = self._index(name[cut:]) if affix else None
            if affix and index is not None and _fit(affix, name[cut:], UnitRow(*self._units[index])):
                return self._unit(index, affix)
        return None

    def _folded(self, name: str) -> Unit | None:
        """Find a long word in other letter case: ``Kilometers``, ``PetaFLOPS``."""
        if len(name) < FOLD_LETTERS:
            return None
        index = self._fold_index(name)
        if index is not None:
            return self._unit(index)
        folded = name.casefold()
        for affix in self._affixes.values():
            if affix.spelling == affix.word and folded.startswith(affix.word):
                rest = name[len(affix.word) :]
                index = self._index(rest)
                index = self._fold_index(rest) if index is None else index
                if index is not None and _fit(affix, rest, UnitRow(*self._units[index])):
                    return self._unit(index, affix)
        return None

    def _fold_index(self, name: str) -> int | None:
        if len(name) < FOLD_LETTERS:
            return None
        if self._folded_names is None:
            self._folded_names = _fold_names(self._names)
        folded = name.casefold()
        found = (self._folded_names.get(form) for form in (folded, *_singulars(folded)))
        return next((index for index in found if index is not None), None)

    def _unit(self, index: int, affix: PrefixRow | None = None) -> Unit:
        row = UnitRow(*self._units[index])
        factor, dimension = Fraction(row.factor), dimension_from(row.dimension)
        if affix is None:
            return Unit(row.name, row.symbol, factor, Fraction(row.offset), dimension)
        spelled_out = row.symbol == row.name and len(row.name) > SYMBOL_LETTERS and row.name.islower()
        symbol = (affix.word if spelled_out else affix.symbol) + row.symbol
        return Unit(affix.word + row.name, symbol, factor * Fraction(affix.factor), Fraction(0), dimension)


def normal(text: str) -> str:
    """Write compatibility characters (℃, Ω, µ, full width) and the gaps between words in one way, as names are kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "_".join(text.replace("-", " ").split())


def _singulars(name: str) -> Iterator[str]:
    """Yield what ``name`` may be the plural of."""
    if len(name) <= PLURAL_LETTERS or not name.isascii() or not name.endswith("s"):
        return
    yield name[:-1]
    if name.endswith("es"):
        yield name[:-2]
    if name.endswith("ies"):
        yield name[:-3] + "y"


def _lengths(names: Iterable[str], affixes: Iterable[str]) -> dict[str, int]:
    """Return by the first character how long a Chinese name of a unit may be, with its prefix."""
    chinese = [name for name in names if not name.isascii()]
    longest = max(map(len, chinese), default=0)
    found: dict[str, int] = {}
    for head, length in (*((n[0], len(n)) for n in chinese), *((a[0], len(a) + longest) for a in affixes if a)):
        found[head] = max(found.get(head, 0), length)
    return found


def _fit(affix: PrefixRow, name: str, row: UnitRow) -> bool:
    """Tell whether a prefix may stand here: words go with words, symbols with symbols, Chinese with Chinese."""
    if affix.set not in row.prefixes.split():
        return False
    if not affix.spelling.isascii() and affix.spelling != "μ":
        return not name.isascii()
    if affix.spelling == affix.word:
        return name.isascii() and name.replace("_", "").isalpha() and len(name) >= PLURAL_LETTERS
    return name == row.symbol or len(name) <= SYMBOL_LETTERS or not name.islower() or "small" not in row.prefixes


def _fold_names(names: Mapping[str, int]) -> dict[str, int | None]:
    """Index long names by their case-folded form; None where several units share it."""
    folded: dict[str, int | None] = {}
    for name, index in names.items():
        if len(name) >= FOLD_LETTERS:
            key = name.casefold()
            folded[key] = index if folded.get(key, index) == index else None
    return folded


def _row(unit: Unit) -> UnitRow:
    return UnitRow(unit.name, unit.symbol, str(unit.factor), str(unit.offset), dimension_text(unit.dimension))
