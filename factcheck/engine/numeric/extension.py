"""The natural interval extension of a term: each operator applied to intervals, each occurrence of a leaf on its own.

Moore, Kearfott and Cloud 2009, chapter 5. It holds every value of the term, and more where a leaf occurs twice.
"""

from collections.abc import Mapping
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.numeric import functions, roots
from factcheck.engine.numeric.choice import chosen, is_choice
from factcheck.engine.term.term import Term
from factcheck.quantity.interval import (
    Interval,
    add,
    divide,
    integer_power,
    multiply,
    negate,
    point,
    subtract,
)

MAX_BITS = 6_000
"""Twice as many bits have fewer digits than Python is willing to write."""

Box = Mapping[str, Interval]


def over(term: Term, box: Box) -> Interval:
    """Evaluate by interval arithmetic, each occurrence of a leaf on its own."""
    operator = term.operator
    if operator == "leaf" and term.leaf is not None:
        return box[term.leaf.key]
    if operator == "number":
        return point(term.number)
    if is_choice(operator):
        return chosen(operator, lambda i: over(term.arguments[i], box))
    values = [over(argument, box) for argument in term.arguments]
    if term.body is not None:
        from factcheck.engine.numeric.solve import root  # noqa: PLC0415 - evaluates bodies by this module

        return root(term.body, values)
    found = apply(operator, values)
    _refuse_huge(found)
    return found


def apply(operator: str, values: list[Interval]) -> Interval:
    """Apply an operator or function to intervals."""
    match operator:
        case "+":
            return add(values[0], values[1])
        case "-":
            return subtract(values[0], values[1])
        case "*":
            return multiply(values[0], values[1])
        case "/":
            return _divide(values[0], values[1])
        case "neg":
            return negate(values[0])
        case "^":
            return power(values[0], values[1])
    return functions.over(operator, values)


def _divide(a: Interval, b: Interval) -> Interval:
    try:
        return divide(a, b)
    except ZeroDivisionError:
        raise Problem("FC204", "division by zero") from None


def power(base: Interval, exponent: Interval) -> Interval:
    """Raise to a power; roots, and powers that are not whole or large, are rounded outward."""
    e = exponent.low
    if not exponent.is_point or e is None or Fraction(e).denominator != 1:
        return roots.real_power(base, exponent)
    if _out_of_reach(base, int(e)):
        if base.low is None or base.low <= 0:
            raise Problem("FC208", "the number grows too large: the power is out of reach")
        return roots.real_power(base, exponent)
    try:
        return integer_power(base, int(e))
    except ZeroDivisionError:
        raise Problem("FC204", "division by zero: a negative power of zero") from None


def _out_of_reach(base: Interval, exponent: int) -> bool:
    """Whether a power is too large for exact digits; seen before it is computed: 9^9^9^9 must not hang."""
    ends = [Fraction(e) for e in (base.low, base.high) if e is not None]
    bits = max((max(e.numerator.bit_length(), e.denominator.bit_length()) for e in ends), default=0)
    return bits * abs(exponent) > MAX_BITS


def _refuse_huge(found: Interval) -> None:
    for end in (found.low, found.high):
        if end is not None and end.numerator.bit_length() + end.denominator.bit_length() > 2 * MAX_BITS:
            raise Problem("FC208", "the number grows too large")
