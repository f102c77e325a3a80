"""Roots, logarithms and exponentials of intervals, rounded outward to 50 digits.

The decimal module rounds ``ln``, ``log10``, ``exp`` and ``sqrt`` correctly (General Decimal Arithmetic
Specification 1.70), so one unit in the last digit on either side encloses the true value.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation, Overflow
from decimal import DivisionByZero as DecimalDivisionByZero
from fractions import Fraction
from math import log2

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Interval, Number, multiply, point, reciprocal

DIGITS = 50
GUARD = 60
_CONTEXT = Context(
    prec=GUARD,
    rounding=ROUND_HALF_EVEN,
    Emax=100_000,
    Emin=-100_000,
    traps=[DecimalDivisionByZero, InvalidOperation, Overflow],
)
_LN_2 = _CONTEXT.ln(Decimal(2))
_WIDTH = Fraction(1, 10**DIGITS)
_INCREASING = {"sqrt", "log", "log2", "log10", "exp"}
MAX_EXPONENTIAL = 1000
MAX_EXACT_BITS = 4096
MAX_LOGARITHM = 30_000
MAX_DEGREE = 64


def function(name: str, a: Interval) -> Interval:
    """Apply ``sqrt``, ``log`` (natural), ``log2``, ``log10`` or ``exp``, all of which increase."""
    if name not in _INCREASING:
        raise Problem("FC305", f"unknown function `{name}`")
    low = None if a.low is None else _end(name, a.low)
    high = None if a.high is None else _end(name, a.high)
    if name == "exp" and a.low is None:
        low = point(0)
    return Interval(
        low.low if low else None, high.high if high else None, a.low_open or low is None, a.high_open or high is None
    )


def _end(name: str, x: Number) -> Interval:
    if name == "sqrt":
        return root(x, 2)
    if x == (0 if name == "exp" else 1):
        return point(1 - x)  # e ^ 0 and log 1
    if name == "exp":
        if abs(Fraction(x)) > MAX_EXPONENTIAL:
            raise Problem("FC208", "the number grows too large: the exponential is out of reach")
        return _relative(_CONTEXT.exp(_decimal(x)))
    if x <= 0:
        raise Problem("FC209", "the logarithm of a number that may be zero or negative")
    if name == "log":
        return _rounded(_CONTEXT.ln(_decimal(x)))
    base = 10 if name == "log10" else 2
    exact = _exact_logarithm(x, base)
    if exact is not None:
        return point(exact)
    return _rounded(_CONTEXT.log10(_decimal(x)) if base == 10 else _CONTEXT.divide(_CONTEXT.ln(_decimal(x)), _LN_2))  # noqa: PLR2004


def _exact_logarithm(x: Number, base: int) -> int | None:
    """Return the whole logarithm of a power of the base, or of its reciprocal."""
    value = Fraction(x)
    large, small = max(value, 1 / value), value < 1
    power = round(large.numerator.bit_length() / log2(base))
    exact = next((n for n in (power - 1, power, power + 1) if n >= 0 and base**n == large), None)
    return exact if exact is None or not small else -exact


def _decimal(x: Number) -> Decimal:
    value = Fraction(x)
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _rounded(value: Decimal) -> Interval:
    """Widen by 10^-50 of the value or of one, whichever is larger: more than the error of argument and function."""
    exact = Fraction(value)
    slack = _WIDTH * max(abs(exact), Fraction(1))
    return Interval(exact - slack, exact + slack)


def _relative(value: Decimal) -> Interval:
    """Widen a positive value by 10^-50 of it."""
    exact = Fraction(value)
    return Interval(exact * (1 - _WIDTH), exact * (1 + _WIDTH))


def root(x: Number, degree: int) -> Interval:
    """Return an interval that holds the root of ``x``; raises Problem FC209 for a negative number."""
    return rational_power(Fraction(x), 1, degree)


def rational_power(x: Fraction, n: int, degree: int) -> Interval:
    """Return an interval that holds x ^ (n / degree): the exact value where it is rational and not too large."""
    if x < 0:
        raise Problem("FC209", "the root of a number that may be negative")
    if not x:
        return point(0)
    if max(x.numerator.bit_length(), x.denominator.bit_length()) * n <= MAX_EXACT_BITS:
        value = x**n
        top, bottom = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
        if top**degree == value.numerator and bottom**degree == value.denominator:
            return point(Fraction(top, bottom))
    if (n, degree) == (1, 2):
        return _relative(_CONTEXT.sqrt(_decimal(x)))  # many times as fast
    logarithm = _CONTEXT.divide(_CONTEXT.multiply(_CONTEXT.ln(_decimal(x)), Decimal(n)), Decimal(degree))
    if abs(logarithm) > MAX_LOGARITHM:
        raise Problem("FC208", "the number grows too large: the power is out of reach")
    return _relative(_CONTEXT.exp(logarithm))


def _integer_root(n: int, degree: int) -> int:
    """Return the floor of the root of a whole number, by Newton's method."""
    if n < 2:  # noqa: PLR2004
        return n
    guess = 1 << -(-n.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + n // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def real_power(base: Interval, exponent: Interval) -> Interval:
    """Raise a base to a power that is not whole: a root, or exp(e · ln b) for a positive base.

    Raises Problem FC209 where the base may be negative.
    """
    e = exponent.low
    if (
        exponent.is_point
        and e is not None
        and Fraction(e).denominator <= MAX_DEGREE
        and abs(Fraction(e).numerator) <= MAX_DEGREE
    ):
        return _rational_power(base, Fraction(e))
    return _by_logarithm(base, exponent)


def _rational_power(base: Interval, e: Fraction) -> Interval:
    if base.low is None or base.low < 0:
        raise Problem("FC209", "the root of a number that may be negative")
    powered = [
        None if end is None else rational_power(Fraction(end), abs(e.numerator), e.denominator)
        for end in (base.low, base.high)
    ]
    low, high = powered
    found = Interval(
        low.low if low else None, high.high if high else None, base.low_open, base.high_open or high is None
    )
    return found if e > 0 else _inverse(found)


def _inverse(a: Interval) -> Interval:
    try:
        return reciprocal(a)
    except ZeroDivisionError:
        raise Problem("FC204", "division by zero: a negative power of zero") from None


def _by_logarithm(base: Interval, exponent: Interval) -> Interval:
    if base.low is None or base.low < 0 or (base.low == 0 and not base.low_open):
        raise Problem("FC209", "a power that is not whole needs a positive base")
    return function("exp", multiply(exponent, function("log", base)))
