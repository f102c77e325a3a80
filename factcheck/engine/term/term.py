"""A statement after its names are known: terms with dimensions, and leaves with values in base units."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from factcheck.frozen import dataclass
from factcheck.model.pack import Fact, Source
from factcheck.quantity.dimension import NUMBER, Dimension
from factcheck.quantity.interval import REALS, Interval, Number, point
from factcheck.source import Place

DATE: Dimension = (("date", 1),)
"""The dimension of a point in time; the difference of two is a time."""

DAY = 86400
"""Seconds of a day; dates are seconds, counted from the first day of the proleptic Gregorian calendar."""

UNKNOWN = "unknown"
"""The key of the placeholder for what is solved for."""

CHOICE = "if "
"""What the operator of a choice begins with; the relation of its condition follows: ``if >``."""

Larger = Literal["", "first", "second"]
"""Which side of a stated ratio is the larger: it stands above the line. Empty where there is no ratio."""

LeafKind = Literal["literal", "premise", "fact", "claim"]


@dataclass(frozen=True, slots=True)
class Shown:
    """How a value is shown: the symbol of its unit, and what a value in base units is divided by to be in it.

    ``word`` is the scale word that the author used, with the blank before it, and ``scale`` what it stands for: with it
    long values are written as the author writes them, 76.97亿.
    """

    symbol: str
    factor: Number = 1
    offset: Number = 0
    word: str = ""
    scale: Number = 1

    def of(self, base: Number) -> Number:
        """Return a value in base units in this unit."""
        return base if self.factor == 1 and not self.offset else Fraction(base - self.offset) / self.factor


@dataclass(frozen=True, slots=True)
class Leaf:
    """An input of a derivation. Two leaves of one key are one quantity.

    ``nominal`` and ``range`` are in base units; ``text`` is the value as it was written, ``place`` its line in a data
    file.
    """

    key: str
    kind: LeafKind
    name: str
    text: str
    nominal: Number | None
    range: Interval
    shown: Shown
    origin: str = ""
    fact: Fact | None = None
    source: Source | None = None
    assumed: str = ""
    note: str = ""
    also: tuple[Source, ...] = ()
    place: Place | None = None

    @property
    def exact(self) -> bool:
        """Whether it stands for one number."""
        return self.range.is_point


@dataclass(frozen=True, slots=True)
class Term:
    """A value: a leaf, a plain number, or an operator on other terms.

    ``operator`` is one of ``leaf number + - * / ^ neg``, the name of a function, or a choice such as ``if >`` with the
    sides of its condition as first arguments; ``rule`` names the rule whose equation this term is. ``offer`` is the
    part of the dimension that facts are *per thing* and nobody wrote, ``let_go`` the things of which such a part went
    here (see ``offer.py``). A term ``solve`` is the value of an unknown for which its ``body`` is zero: a difference
    over placeholders for the unknown and for the arguments.
    """

    operator: str
    arguments: tuple["Term", ...] = ()
    dimension: Dimension = NUMBER
    leaf: Leaf | None = None
    number: Number = 0
    rule: str = ""
    offer: Dimension = NUMBER
    let_go: tuple[str, ...] = ()
    body: "Term | None" = None

    def leaves(self) -> Iterator[Leaf]:
        """Yield the leaves from left to right, repeated ones again."""
        return (each.leaf for each in leaf_terms(self) if each.leaf is not None)


def typed_leaves(term: Term) -> Iterator[tuple[Leaf, Dimension]]:
    """Yield each leaf with its dimension."""
    return ((each.leaf, each.dimension) for each in leaf_terms(term) if each.leaf is not None)


def leaf_terms(term: Term) -> Iterator[Term]:
    """Yield the terms that are leaves, from left to right, repeated ones again."""
    stack = [term]
    while stack:
        each = stack.pop()
        if each.leaf is not None:
            yield each
        stack.extend(reversed(each.arguments))


def number(value: Number) -> Term:
    """Return the term of a plain exact number."""
    return Term("number", number=value)


def leaf_term(leaf: Leaf, dimension: Dimension, offer: Dimension = NUMBER) -> Term:
    """Return the term of an input."""
    return Term("leaf", dimension=dimension, leaf=leaf, offer=offer)


def exact_leaf(key: str, name: str, value: Number, shown: Shown) -> Leaf:
    """Return an input that stands for one number, given in base units."""
    return Leaf(key, "literal", name, name, value, point(value), shown, "exact")


def hole(i: int) -> str:
    """Return the key of the placeholder for an argument of a term that is solved."""
    return f"hole:{i}"


def placeholder(key: str, name: str) -> Leaf:
    """Return a leaf that stands for a value which is put in later."""
    return Leaf(key, "literal", name, name, None, REALS, Shown(""))
