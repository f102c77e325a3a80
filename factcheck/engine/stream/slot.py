"""The plain numbers of a statement, and the literals that they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.engine.stream.quick import Numbers
from factcheck.engine.term.term import Shown
from factcheck.engine.term.values import is_share, shown_in
from factcheck.frozen import dataclass
from factcheck.language.tree import Literal, Node, children
from factcheck.late import late_pattern
from factcheck.quantity.literal import read_number
from factcheck.quantity.written import Written

MAX_DIGITS = 30
POWERS = tuple(10**n for n in range(MAX_DIGITS + 1))
_NUMBER = late_pattern(r"([0-9](?<![A-Za-z0-9_.^,][0-9])(?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]*)(?:\.[0-9]+)?)")


class Cut(NamedTuple):
    """A statement cut at its numbers: ``parts`` stand around them, one more than ``texts``."""

    parts: tuple[str, ...]
    texts: list[str]

    def starts(self) -> list[int]:
        """Return where each number begins."""
        found, at = [], 0
        for part, text in zip(self.parts, self.texts, strict=False):
            found.append(at + len(part))
            at += len(part) + len(text)
        return found


def cut(says: str) -> Cut:
    """Cut a statement at its plain numbers: 1,234.5 is one, those of D1, mm^2 and bf16 are none."""
    pieces = _NUMBER.split(says)
    return Cut(tuple(pieces[::2]), pieces[1::2])


def numbers_of(texts: list[str]) -> Numbers | None:
    """Return the digits of numbers and their powers of ten; None where one is zero, or long."""
    found: Numbers = []
    for text in texts:
        whole, _, decimals = text.partition(".")
        if len(text) > MAX_DIGITS:
            return None
        digits = int(whole.replace(",", "") + decimals)
        if not digits:
            return None
        found.append((digits, POWERS[len(decimals)]))
    return found


@dataclass(frozen=True, slots=True)
class Slot:
    """A literal of a shape: which number of the text it is, and how the first statement of the shape read it."""

    position: int
    literal: Literal
    shown: Shown
    share: bool

    @property
    def key(self) -> str:
        """The key of its leaf."""
        return f"literal:{self.literal.span.start}"

    @property
    def scaled(self) -> bool:
        """Whether scale words stand behind it."""
        return self.literal.number.scale != 1

    @property
    def factor(self) -> Fraction:
        """What its digits are multiplied by to be in base units, with its sign."""
        sign = -1 if (self.literal.number.nominal or 0) < 0 else 1
        return sign * Fraction(self.literal.number.scale) * self.shown.factor

    def number(self, says: str, start: int) -> Written | None:
        """Return the number that stands there now, as the parser would; None for one of another kind."""
        read = read_number(says, start)
        if read is None or read.number.kind not in {"integer", "decimal"} or not read.number.nominal:
            return None
        number = read.number.hedged(self.literal.number.hedge, read.number.text)
        return number.negated(number.text) if self.factor < 0 else number


def slots_of(node: Node, says: str, starts: Sequence[int], numbers: Numbers) -> list[Slot] | None:
    """Return the literals that hold a number of the text; None where one holds two, or reads it in its own way."""
    found: list[Slot] = []
    for literal in literals(node):
        inside = [i for i, start in enumerate(starts) if literal.span.start <= start < literal.span.end]
        if not inside:
            continue
        slot = Slot(inside[0], literal, shown_in(literal.units), is_share(literal))
        if len(inside) > 1 or not _plain(slot, says, starts[inside[0]], numbers):
            return None
        found.append(slot)
    return found


def _plain(slot: Slot, says: str, start: int, numbers: Numbers) -> bool:
    """Whether a literal is its digits times its scale words, read from its first digit on."""
    read, whole = slot.number(says, start), slot.literal.number
    digits, ten = numbers[slot.position]
    if read is None or whole.nominal is None or replace(read, text="") != replace(whole, text=""):
        return False
    return abs(Fraction(whole.nominal)) * ten == digits * whole.scale


def literals(node: Node) -> Iterator[Literal]:
    """Yield the literals of a node from left to right."""
    if isinstance(node, Literal):
        yield node
    for part in children(node):
        yield from literals(part)
