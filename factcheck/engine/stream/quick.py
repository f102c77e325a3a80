"""Terms of the four operations as functions over whole numbers: fractions are neither made nor cancelled.

A plain number of a statement is a pair, its digits and a power of ten: 12.5 is 125 over 10. Values are pairs of
numerator and positive denominator. Everything is exact; what these functions do not handle has no function at all.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from factcheck.engine.term.term import Term
from factcheck.frozen import dataclass
from factcheck.quantity.interval import Interval

MAX_POWER = 16
MAX_LEAVES = 16

Numbers = list[tuple[int, int]]
Pair = tuple[int, int]
Ends = tuple[int, int, int, int]
"""Numerator and denominator of the lower end, then those of the upper one; both ends belong to it."""

At = Callable[[Numbers], Pair]
Over = Callable[[Numbers], Ends | None]
"""The ends of a value; None where signs would have to be sorted out."""


@dataclass(frozen=True, slots=True)
class Input:
    """A leaf as functions: its nominal value, its ends. ``position`` is that of its number, None for a constant.

    ``rounded`` tells whether it has a width whatever its digits are.
    """

    at: At
    over: Over
    position: int | None = None
    rounded: bool = True


Inputs = Mapping[str, Input]


def constant(nominal: Fraction, found: Interval) -> Input | None:
    """Return an input that is the same in every statement of a shape; None for one that is open or has no end."""
    if found.low is None or found.high is None or found.low_open or found.high_open or not found.contains(nominal):
        return None
    pair = (nominal.numerator, nominal.denominator)
    ends = (found.low.numerator, found.low.denominator, found.high.numerator, found.high.denominator)
    return Input(lambda _: pair, lambda _: ends, rounded=not found.is_point)


def exact(position: int, factor: Fraction) -> Input:
    """Return a number of the statement as it stands, times a factor."""
    at = _at(position, factor)

    def over(numbers: Numbers) -> Ends:
        found = at(numbers)
        return (*found, *found)

    return Input(at, over, position, rounded=False)


def written(position: int, factor: Fraction, *, rounded: bool) -> Input:
    """Return a number that stands for ± half of its last digit; an integer is exact unless ``rounded``."""
    n, d = abs(factor.numerator), factor.denominator
    sign = 1 if factor > 0 else -1

    def over(numbers: Numbers) -> Ends:
        digits, ten = numbers[position]
        digits *= sign
        if ten == 1 and not rounded:
            value = digits * n
            return value, d, value, d
        below = 2 * ten * d
        return (2 * digits - 1) * n, below, (2 * digits + 1) * n, below

    return Input(_at(position, factor), over, position, rounded)


def _at(position: int, factor: Fraction) -> At:
    n, d = factor.numerator, factor.denominator
    if n == d == 1:
        return lambda numbers: numbers[position]

    def at(numbers: Numbers) -> Pair:
        digits, ten = numbers[position]
        return digits * n, ten * d

    return at


def nominal(term: Term, inputs: Inputs) -> At | None:
    """Return the function of a term's nominal value; None where an operation is not one of these."""
    if term.leaf is not None:
        return inputs[term.leaf.key].at
    if term.operator == "number":
        pair = (term.number.numerator, term.number.denominator)
        return lambda _: pair
    if term.operator == "^":
        base, power = nominal(term.arguments[0], inputs), _power(term)
        return None if base is None or power is None else _raised(base, power)
    parts = [nominal(argument, inputs) for argument in term.arguments]
    if not parts or parts[0] is None or parts[-1] is None:
        return None
    return _negated(parts[0]) if term.operator == "neg" else _joined(term.operator, parts[0], parts[-1])


def _power(term: Term) -> int | None:
    """Return a small whole exponent of a single input."""
    base, exponent = term.arguments
    n = exponent.number
    small = exponent.operator == "number" and isinstance(n, int) and 0 < n <= MAX_POWER
    return int(n) if small and base.leaf is not None else None


def _raised(base: At, power: int) -> At:
    def at(numbers: Numbers) -> Pair:
        a, b = base(numbers)
        return a**power, b**power

    return at


def _negated(operand: At) -> At:
    def at(numbers: Numbers) -> Pair:
        a, b = operand(numbers)
        return -a, b

    return at


def _joined(operator: str, left: At, right: At) -> At | None:
    match operator:
        case "+":
            return _sum(left, right)
        case "-":
            return _sum(left, _negated(right))
        case "*":
            return _product(left, right)
        case "/":
            return _quotient(left, right)
    return None


def _sum(left: At, right: At) -> At:
    def at(numbers: Numbers) -> Pair:
        a, b = left(numbers)
        c, d = right(numbers)
        return (a + c, b) if b == d else (a * d + c * b, b * d)

    return at


def _product(left: At, right: At) -> At:
    def at(numbers: Numbers) -> Pair:
        a, b = left(numbers)
        c, d = right(numbers)
        return a * c, b * d

    return at


def _quotient(left: At, right: At) -> At:
    """Divide; raises ZeroDivisionError."""

    def at(numbers: Numbers) -> Pair:
        a, b = left(numbers)
        c, d = right(numbers)
        if c > 0:
            return a * d, b * c
        if c == 0:
            raise ZeroDivisionError
        return -a * d, -b * c

    return at
