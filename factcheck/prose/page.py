"""A text prepared for reading: no position ever changes between its forms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from factcheck.prose.chinese.words import HAN, simplified
from factcheck.prose.lexicon import Lexicon, lexicon
from factcheck.quantity.dimension import BASES, Dimension
from factcheck.quantity.languages import DEFAULT, latin, prose_table
from factcheck.quantity.unit_phrase import UnitPhrase, UnitReader, unit_words
from factcheck.quantity.units import Unit, UnitTable
from factcheck.quantity.words import widen
from factcheck.source import Span

_LOWER = {
    code: code + 32 for code in (*range(ord("A"), ord("Z") + 1), *range(ord("À"), ord("Þ") + 1)) if chr(code) != "×"
}
_MINUSES = str.maketrans({"−": "-", "﹣": "-", "－": "-", "‐": "-", "‑": "-"})  # noqa: RUF001 - these are they
_TOLERANCES = ("±", "+/", "+-")
_LETTERS_ALONE = 2
_WORD_WINDOW = 20
_LAST_WORD = re.compile(r"([^\W\d_]+)([.:]?)[ \u00a0]\Z")
_NEXT_WORD = re.compile(r"[ \u00a0-]([A-Za-z][\w'-]*)")
_MAGNITUDES = {"million", "billion", "trillion", "thousand", "hundred", "percent", "per", "mn", "bn", "tn"}
_SQUARED = re.compile(r"(sq|cu|fl)\. ?(ft|in|yd|mi|m|cm|km|oz)\b\.?")
_DIGITS_BEFORE = re.compile(r"(?:[0-9½⅓⅔¼¾⅛]|illion)[ \u00a0]$")
_DOTTED = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.?){1,3}(?![A-Za-z])")
_CLOSED = re.compile(r"[.,;:)]|$")
_ALONE = re.compile(r"(?![-'\u2019]|\.[A-Za-z])")
_EXPONENT = re.compile(r"[−⁻] ?[1-4¹²³]|-[1-4](?!\w)")
_DEGREES = {"C": "degC", "F": "degF", "bps": "basis_point"}
_GLUED = {"pc": "percent"}
_CAPITALS = frozenset({"CM", "KM"})
_TITLE = 160
_TITLED = 0.75
_LONG_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{4,}")  # noqa: RUF001 - an apostrophe
_FEWEST = 3
_DERIVED = 3
"""Of so many base dimensions are force, power, pressure and voltage."""
_FACTORS = ((("length", 1),), (("time", 1),))
_INCHES = re.compile(r"\.| x |\s*(?:\Z|\0|\n[ \t\r]*\n)")


def is_titled(text: str) -> bool:
    """Whether a text is a short title in which nearly all words have a capital, so that a capital says nothing."""
    words = _LONG_WORD.findall(text) if len(text) <= _TITLE else ()
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) >= _TITLED * len(words)


def _folded(text: str) -> str:
    """Return a text in lower case, in which no position changes."""
    folded = text.lower()
    return folded if len(folded) == len(text) else text.translate(_LOWER)


@dataclass(slots=True)
class Page:
    """A text in the forms that reading needs: as written, with plain digits and signs, and in lower case.

    ``blocks`` are the stretches of prose; what lies outside (code, links) is never read.
    """

    text: str
    units: UnitTable
    blocks: Sequence[Span]
    lexicon: Lexicon = field(default_factory=lexicon)
    decimal_comma: bool = False
    plain: str = ""
    folded: str = ""
    reader: UnitReader = field(init=False)
    numeral_end: int = 0
    latin: bool = True
    titled: bool = False
    tolerances: bool = False
    _units_at: tuple[int, int, UnitPhrase] | None = None
    _word_before: tuple[int, int, re.Match[str] | None] | None = None
    _language: str = DEFAULT
    _given: tuple[UnitTable, bool] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the text in its other forms."""
        self.latin = self.text.isascii() or HAN.search(self.text) is None
        self.plain = widen(self.text) if self.latin else widen(self.text).translate(simplified())
        self.folded = _folded(self.plain)
        self.tolerances = any(sign in self.text for sign in _TOLERANCES)
        self._given = self.units, self.decimal_comma
        self._prepare()

    def _prepare(self) -> None:
        joints = ("/", "·", "⋅", *(word for word in self.lexicon.per if word not in {"a ", "an "}), "每")
        self.reader = UnitReader(self.plain, self.units, self.unit_words, joints, bare_exponents=True, beside=_beside)
        self._units_at = None

    def enter(self, stretch: Span) -> None:
        """Go on to a stretch; only where Chinese characters stand in it are the words of Chinese looked for."""
        self.latin = HAN.search(self.text, stretch.start, stretch.end) is None
        self.titled = self.latin and is_titled(self.text[stretch.start : min(stretch.end, stretch.start + _TITLE + 1)])

    def turn(self, language: str) -> None:
        """Go on in another language, the one that is being read: its words, names of units and decimal sign."""
        if language == self._language:
            return
        units, decimal_comma = self._given
        self._language, self.lexicon = language, lexicon()
        self.units = named_units(units, language)
        self.decimal_comma = decimal_comma or bool(latin()["decimal_comma"])
        self._prepare()

    def unit_words(self, at: int) -> tuple[str, int] | None:
        """Return the unit words at a position; an ordinary word (in, a, are, so) is a unit only where it is glued."""
        dotted = self._dotted(at) if "." in self.plain[at + 1 : at + 3] else None
        found = dotted or unit_words(self.plain, at, self.units)
        if found is None and self.plain[at + 1 : at + 2] == "M":
            found = self._capitals(at)
        if found is None and self.titled and self.plain[at : at + 3].istitle():
            found = unit_words(self.folded, at, self.units)  # 3 Days, 170 Tons in a title
        if found is None or self._is_thing(found[0]):
            return None
        word, end = found
        behind = self.plain[end : end + 1]
        if behind.isalpha() and not HAN.match(behind):
            return None
        if word.isascii() and word.casefold() in self.lexicon.ordinary and not self._in_place(word, at, end):
            return None
        if at == self.numeral_end and word in _GLUED:
            return _GLUED[word], end
        return (_DEGREES[word], end) if word in _DEGREES and at - self.numeral_end in {0, 1} else found

    def may_start(self, at: int) -> bool:
        """Whether a number may start here: a digit, a number word, a Chinese numeral."""
        return self.lexicon.candidate.match(self.folded, at) is not None

    def units_at(self, at: int) -> UnitPhrase:
        """Return the units behind a number; several look for them at the same place."""
        known = self._units_at
        if known is None or known[0] != at or known[1] != self.numeral_end:
            known = self._units_at = at, self.numeral_end, self.reader.read(at)
        return known[2]

    def _is_thing(self, word: str) -> bool:
        """Whether a unit is a thing of a pack (D1, rack): prose counts those as nouns."""
        unit = self.units.lookup(word)
        return unit is not None and _has_things(unit.dimension)

    def _capitals(self, at: int) -> tuple[str, int] | None:
        """Read a length that is written in capitals: 168CM, 5 KM."""
        word = self.plain[at : at + 2]
        return (word.lower(), at + 2) if word in _CAPITALS and at - self.numeral_end in {0, 1} else None

    def _dotted(self, at: int) -> tuple[str, int] | None:
        """Read an abbreviation with full stops: m.p.h., sq. ft."""
        m = _DOTTED.match(self.plain, at)
        word = m[0].replace(".", "") if m else ""
        if m is None and (m := _SQUARED.match(self.plain, at)):
            word = f"{m[1]}_{m[2]}"
        return (word, m.end()) if m and self.units.lookup(word) else None

    def _in_place(self, word: str, at: int, end: int) -> bool:
        """Whether an ordinary word or letter is a unit here: 5m, km/h, 5 m."""
        if self.plain[at - 1 : at] in {"/", "·", "⋅"} or self.plain[at - 2 : at] == "/(":
            return True
        if at == self.numeral_end:
            return len(word) <= _LETTERS_ALONE and word not in {"A", "B", "D", "G", "P", "S"}
        if at > self.numeral_end + 1 and _EXPONENT.match(self.plain, end):
            return True  # g s−1
        digits = at == self.numeral_end + 1 and _DIGITS_BEFORE.search(self.plain, max(0, at - 6), at) is not None
        if word == "A":
            return digits and _CLOSED.match(self.plain, end) is not None
        if word == "in":
            return digits and _INCHES.match(self.plain, end) is not None
        return digits and word in self.lexicon.unit_letters and _ALONE.match(self.plain, end) is not None

    def word_before(self, at: int, floor: int) -> re.Match[str] | None:
        """Return the word that ends before a blank here: its letters, and a colon or full stop behind them."""
        if self._word_before is None or self._word_before[:2] != (at, floor):
            start = max(floor, at - _WORD_WINDOW)
            start = max(start, self.folded.rfind(" ", start, max(start, at - 1)) + 1)
            self._word_before = at, floor, _LAST_WORD.search(self.folded, start, at)
        return self._word_before[2]

    def counts(self, at: int, *, words: int) -> bool:
        """Whether a number that ends here has a unit or a plural noun behind it within so many ``words``."""
        m = _NEXT_WORD.match(self.plain, at)
        if m is None:
            return self.plain[at : at + 1] in {"%", "°", "€", "£", "$"}
        word = m[1]
        if word in self.lexicon.function:
            return False
        if word in _MAGNITUDES or self.unit_words(m.start(1)) is not None:
            return True
        return self._plural_within(at, words)

    def _plural_within(self, at: int, words: int) -> bool:
        for _ in range(words):
            m = _NEXT_WORD.match(self.plain, at)
            if m is None or m[1] in self.lexicon.function:
                return False
            if m[1] in self.lexicon.irregular or (m[1].endswith("s") and m[1] not in self.lexicon.singular_s):
                return True
            at = m.end()
        return False


def _beside(first: Unit, second: Unit) -> bool:
    """Whether two units side by side are a product in prose: kilowatt hour, newton meter; not a 12 hour day."""
    return len(first.dimension) >= _DERIVED and second.dimension in _FACTORS and first.dimension != second.dimension


@cache
def _has_things(dimension: Dimension) -> bool:
    return any(base not in BASES for base, _ in dimension)


@lru_cache(maxsize=8)
def named_units(units: UnitTable, language: str) -> UnitTable:
    """Return the units with the names that a language has for them."""
    names = prose_table(language).get("unit_names", {})
    known = {word: units.lookup(name) for word, name in names.items()}
    return units.extended({}, {word: unit for word, unit in known.items() if unit is not None})
