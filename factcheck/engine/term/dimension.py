"""Dimensions of operations, checked before any number is touched; and the messages when they do not fit."""

from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.term.term import DATE, Term
from factcheck.quantity.dimension import BASES, CURRENCIES, NUMBER, Dimension, describe, multiply, power
from factcheck.source import Span

TIME: Dimension = (("time", 1),)
_KINDS: dict[str, Dimension] = {
    "ratio": NUMBER,
    "time": TIME,
    "date": DATE,
    "length": (("length", 1),),
    "area": (("length", 2),),
    "volume": (("length", 3),),
    "mass": (("mass", 1),),
    "speed": (("length", 1), ("time", -1)),
    "energy": (("length", 2), ("mass", 1), ("time", -2)),
    "power": (("length", 2), ("mass", 1), ("time", -3)),
    "data": (("data", 1),),
    "data rate": (("data", 1), ("time", -1)),
}
KIND_WORDS = frozenset({*_KINDS, "any", "count", "whole", "money"})
"""What a rule's symbol can be declared as, beside products, ``same as`` and ``list of``."""


def words(dimension: Dimension) -> str:
    """Say a dimension in words."""
    return "a date" if dimension == DATE else describe(dimension)


def mismatch(
    what: str, left: Dimension, right: Dimension, span: Span | None, names: tuple[str, str] = ("left", "right")
) -> Problem:
    """Return the fault of two dimensions that must agree, lined up."""
    width = max(len(names[0]), len(names[1]))
    notes = tuple(
        f"{name:<{width}} is {words(dimension)}" for name, dimension in zip(names, (left, right), strict=True)
    )
    return Problem("FC203", what, span, notes)


def add(operator: str, left: Dimension, right: Dimension, span: Span | None) -> Dimension:
    """Return the dimension of a sum or difference; dates have a calculus of their own."""
    if DATE in (left, right):
        return _dates(operator, left, right, span)
    if left != right:
        verb = "add" if operator == "+" else "subtract"
        what = f"cannot {verb} {words(right)} {'to' if operator == '+' else 'from'} {words(left)}"
        problem = mismatch(what, left, right, span)
        problem.help = _count_in_one(left, right)
        raise problem
    return left


def _count_in_one(left: Dimension, right: Dimension) -> str | None:
    """Say how counts of two things can be added."""
    bases = [dimension[0][0] for dimension in (left, right) if len(dimension) == 1 and dimension[0][1] == 1]
    if len(bases) < 2 or BASES & set(bases):  # noqa: PLR2004 - both sides
        return None
    return f"count both in one thing: `{bases[1]}.{bases[0]}` is how many {bases[0]} a {bases[1]} has"


def _dates(operator: str, left: Dimension, right: Dimension, span: Span | None) -> Dimension:
    if operator == "-" and left == right == DATE:
        return TIME
    if left == DATE and right == TIME:
        return DATE
    if operator == "+" and left == TIME:
        return DATE
    raise mismatch("a date takes a duration, or another date to subtract", left, right, span)


def scale(operator: str, left: Dimension, right: Dimension, span: Span | None) -> Dimension:
    """Return the dimension of a product or quotient."""
    if DATE in (left, right):
        raise mismatch("a date cannot be multiplied or divided", left, right, span)
    return multiply(left, right if operator == "*" else power(right, -1))


def raise_to(base: Term, exponent: Term, span: Span | None) -> Dimension:
    """Return the dimension of a power; a base with a dimension needs a plain number as exponent."""
    if exponent.dimension != NUMBER:
        raise Problem("FC203", f"an exponent is a plain number, this is {words(exponent.dimension)}", span)
    if base.dimension == NUMBER:
        return NUMBER
    n = constant(exponent)
    if n is None:
        raise Problem("FC203", f"{words(base.dimension)} can only be raised to a fixed power", span)
    return power(base.dimension, int(n) if n.denominator == 1 else n)


def constant(term: Term) -> Fraction | None:
    """Return the value of a term made of plain numbers only."""
    if term.operator == "number":
        return Fraction(term.number)
    if term.operator == "neg":
        inner = constant(term.arguments[0])
        return None if inner is None else -inner
    if term.operator == "/":
        a, b = (constant(argument) for argument in term.arguments)
        return None if a is None or not b else a / b
    return None


def kind_fits(kind: str, dimension: Dimension) -> bool:
    """Whether a dimension is what a rule's symbol declares (``any``, ``count``, ``money``, ``energy / mass`` …)."""
    kind = kind.removeprefix("list of ").strip()
    if kind in {"any", "whole"}:
        return kind == "any" or dimension == NUMBER
    if kind == "count":
        return all(base not in BASES and base != "date" for base, _ in dimension)
    if kind == "money":
        return len(dimension) == 1 and dimension[0][1] == 1 and dimension[0][0] in CURRENCIES
    known = kind_dimension(kind)
    return known is None or known == dimension


def kind_dimension(kind: str) -> Dimension | None:
    """Return the dimension that a declaration names, or None when it leaves it open or is not known."""
    if kind in _KINDS:
        return _KINDS[kind]
    for sign, n in ((" / ", -1), (" * ", 1)):
        left, found, right = kind.rpartition(sign)
        if found:
            a, b = kind_dimension(left.strip()), kind_dimension(right.strip())
            return None if a is None or b is None else multiply(a, power(b, n))
    return None
