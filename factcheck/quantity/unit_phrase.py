"""Reads the units behind a number: TFLOP/s, mm^2, km per hour, 块芯片. One reader for statements and for prose."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.frozen import dataclass
from factcheck.late import late_pattern
from factcheck.quantity.units import SYMBOL_LETTERS, Unit, UnitTable
from factcheck.quantity.words import classifiers
from factcheck.source import Span

MAX_UNITS = 12
MAX_POWER = 64
MAX_RUN = 80
MAX_RUNS = 4  # imperial fluid drachm

_RUN = late_pattern(r"(?:[^\W\d]|[°℃℉%‰‱'\"′″µΩℓ])[\w°%‰]{0,80}(?:-\w{1,40}){0,6}")
_POWER_WORDS = {"square ": 2, "cubic ": 3, "sq ": 2, "平方": 2, "立方": 3}
_PER = " per "
_POWERS_BEFORE = tuple(_POWER_WORDS)
_SUPERSCRIPTS = {"²": 2, "³": 3, "⁻¹": -1, "⁻²": -2, "⁻³": -3}
_LETTER = r"[^\W\u3400-\u9fff]"
"""What would go on with an exponent; Chinese behind it is a word of its own: 11 km^2左右."""
_CARET = late_pattern(rf"\s*\^\s*(?P<minus>-?)\s*(?P<power>[0-9]+)(?!{_LETTER}|\.[0-9])")
_BARE_EXPONENT = late_pattern(rf"(?P<minus>[-−–]|− )(?P<power>[1-4])(?!{_LETTER}|\.[0-9])")
_SPELLED = late_pattern(r"[ -](?P<word>squared|cubed)\b")
_SPELLED_POWERS = {"squared": 2, "cubed": 3}
_EXPONENT_AHEAD = late_pattern(r"\s*\^|[²³⁻−–-]|[ -](?:squared|cubed)\b")
_WORD_TOO = late_pattern(r"(?:a|are|at|in)\b")
_GLUED = late_pattern(rf"(?P<unit>[^\W\d_]{{1,3}})(?P<power>[2-4])(?!{_LETTER}|\^)")
_WITH_EXPONENT = late_pattern(r"[^\W\d_]{1,16} ?[-−–^⁻²³]")


@dataclass(frozen=True, slots=True)
class UnitFactor:
    """A unit and its power inside a literal."""

    unit: Unit
    power: int
    span: Span


class UnitPhrase(NamedTuple):
    """The units that were read, and the position behind them."""

    factors: tuple[UnitFactor, ...]
    end: int


def unit_words(text: str, at: int, units: UnitTable) -> tuple[str, int] | None:
    """Return the longest run of words here that names a unit, and the position behind it."""
    m = _RUN.match(text, at)
    if m is None:
        return None
    start, words, ends = at, [m[0][:MAX_RUN]], [m.end()]
    while len(words) < MAX_RUNS and text.startswith(" ", ends[-1]) and (m := _RUN.match(text, ends[-1] + 1)):
        words.append(m[0][:MAX_RUN])
        ends.append(m.end())
    count = units.longest(words)
    if count:
        return text[start : ends[count - 1]], ends[count - 1]
    return _shorter(words[0], start, units)


def _shorter(run: str, start: int, units: UnitTable) -> tuple[str, int] | None:
    """Cut a run where no blank need stand: before a hyphen, or inside Chinese."""
    if run.isascii() and "-" not in run:
        return None
    for cut in range(min(len(run) - 1, units.longest_from(run)), 0, -1):
        if (run[cut] == "-" or not (run[cut - 1].isascii() and run[cut].isascii())) and units.lookup(run[:cut]):
            return run[:cut], start + cut
    return None


Words = Callable[[int], tuple[str, int] | None]
"""Returns the words of a unit that stand at a position and are accepted there."""


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Reads unit phrases of one text; ``words`` says which words are accepted as units there.

    ``bare_exponents``: ``s−1`` is per second, as in printed formulas; in a statement it is a subtraction.
    ``beside`` says whether two units side by side are a product (kW h, newton meter), ``names`` what is no unit though
    it looks like one with an exponent (m/s2).
    """

    text: str
    units: UnitTable
    words: Words
    joints: tuple[str, ...] = ("/", "·", "per ", "每")
    bare_exponents: bool = False
    beside: Callable[[Unit, Unit], bool] | None = None
    names: Collection[str] = ()

    def read(self, at: int) -> UnitPhrase:
        """Read the units at a position: none where nothing is accepted."""
        return self._product(self.after_classifier(at), brackets=True)

    def _product(self, at: int, *, brackets: bool = False) -> UnitPhrase:
        factors: list[UnitFactor] = []
        sign, resume = 1, at
        while len(factors) < MAX_UNITS:
            found = self._factor(at, sign, joined=bool(factors))
            if found is None and brackets and factors:
                found = self._bracketed(at, sign)
            if found is None:
                break
            more, resume = found
            factors += more
            joint = self._joint(resume, factors)
            if joint is None:
                break
            sign = 1 if joint[0] in "· " else -1
            at = joint[1]
        return UnitPhrase(tuple(factors), resume)

    def _factor(self, at: int, sign: int, *, joined: bool) -> tuple[tuple[UnitFactor, ...], int] | None:
        """Read one unit with its exponent; behind a joint that may be a digit beside it: m/s2."""
        start = self._skip(at)
        exponent, at = self._power_before(start)
        unit = self._before_per(at, self.one(at))
        if unit is None:
            return self._glued(start, sign) if joined else None
        more, end = self._power_after(unit[1])
        return (UnitFactor(unit[0], sign * exponent * more, Span(start, end)),), end

    def _before_per(self, at: int, found: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
        """Return a unit without its ``per second`` where only the second is squared: meters per second squared."""
        whole = self.text[at : found[1]] if found else ""
        if found is None or _PER not in whole or not _SPELLED.match(self.text, found[1]):
            return found
        end = at + whole.index(_PER)
        unit = self.units.lookup(self.text[at:end])
        return (unit, end) if unit else found

    def _glued(self, at: int, sign: int) -> tuple[tuple[UnitFactor, ...], int] | None:
        m = _GLUED.match(self.text, at)
        unit = self.units.lookup(m["unit"]) if m and m[0] not in self.names and m["unit"] not in self.names else None
        if m is None or unit is None:
            return None
        return (UnitFactor(unit, sign * int(m["power"]), Span(at, m.end())),), m.end()

    def _bracketed(self, at: int, sign: int) -> tuple[tuple[UnitFactor, ...], int] | None:
        """Read the units in brackets behind a joint: W/(m·K)."""
        start = self._skip(at)
        inner = self._product(start + 1) if self.text.startswith("(", start) else None
        end = self._skip(inner.end) if inner else start
        if inner is None or not inner.factors or not self.text.startswith(")", end):
            return None
        more, end = self._power_after(end + 1)
        return tuple(UnitFactor(f.unit, sign * more * f.power, f.span) for f in inner.factors), end

    def one(self, at: int) -> tuple[Unit, int] | None:
        """Read one unit."""
        found = self.words(at)
        unit = self.units.lookup(found[0]) if found else None
        return (unit, found[1]) if found and unit else None

    def after_classifier(self, at: int) -> int:
        """Step over a Chinese classifier (25块芯片), unless it begins a unit (个月)."""
        start = self._skip(at)
        sign = self.text[start : start + 1]
        if sign.isascii() or sign not in classifiers():
            return at
        whole, behind = self.words(start), self.words(start + 1)
        return start + 1 if whole is None or (behind is not None and behind[1] > whole[1]) else at

    def _skip(self, at: int) -> int:
        while self.text[at : at + 1].isspace():
            at += 1
        return at

    def _joint(self, at: int, factors: Sequence[UnitFactor]) -> tuple[str, int] | None:
        start = self._skip(at)
        if self.text.startswith(self.joints, start):
            joint = next(sign for sign in self.joints if self.text.startswith(sign, start))
            return joint, start + len(joint)
        if self.bare_exponents and self.text.startswith(" ", at) and self._has_exponent(at + 1):
            return " ", at + 1  # g mol−1
        return self._stands_beside(at, factors)

    def _stands_beside(self, at: int, factors: Sequence[UnitFactor]) -> tuple[str, int] | None:
        """Read what joins a unit to one beside it; behind a slash it would be open which side it is on: J/kg K."""
        if self.beside is None or self.text[at : at + 1] not in {" ", "-"} or any(f.power < 0 for f in factors):
            return None
        unit = None if _WORD_TOO.match(self.text, at + 1) else self.one(at + 1)
        if unit is None or not self.beside(factors[-1].unit, unit[0]):
            return None
        spelled = unit[1] - at > SYMBOL_LETTERS + 1
        return (" ", at + 1) if spelled or self.text[at] == " " else None

    def _has_exponent(self, at: int) -> bool:
        unit = self.one(at) if _WITH_EXPONENT.match(self.text, at) else None
        return unit is not None and self._power_after(unit[1])[1] > unit[1]

    def _power_before(self, at: int) -> tuple[int, int]:
        if not self.text.startswith(_POWERS_BEFORE, at):
            return 1, at
        word = next(w for w in _POWERS_BEFORE if self.text.startswith(w, at))
        whole = self.words(at)
        if whole is not None and len(whole[0]) > len(word):
            return 1, at
        return _POWER_WORDS[word], at + len(word)

    def _power_after(self, at: int) -> tuple[int, int]:
        if _EXPONENT_AHEAD.match(self.text, at) is None:
            return 1, at
        for sign, exponent in _SUPERSCRIPTS.items():
            if self.text.startswith(sign, at):
                return exponent, at + len(sign)
        if m := _SPELLED.match(self.text, at):
            return _SPELLED_POWERS[m["word"]], m.end()
        m = _CARET.match(self.text, at) or (_BARE_EXPONENT.match(self.text, at) if self.bare_exponents else None)
        if m is None:
            return 1, at
        if len(m["power"]) > len(str(MAX_POWER)) or int(m["power"]) > MAX_POWER:
            raise Problem("FC208", f"the exponent is too large: at most {MAX_POWER}", Span(*m.span("power")))
        return (-1 if m["minus"] else 1) * int(m["power"]), m.end()
