"""Whether an edit may fit by chance: what was tried so far, against the width of the stated interval.

The first digits of a random wrong number lie anywhere on a logarithmic scale of one decade. An edit that multiplies
by f fits with the probability of the stated interval's width there; edits that differ by a power of ten only are one.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import inf, log10

from factcheck.engine.verdict.judge import Stated
from factcheck.quantity.interval import Interval, Number

LIMIT = 0.05
"""A slip is named where fewer chance hits than this are expected."""

ENOUGH_DIGITS = 3
AT_BOUND = Fraction(103, 100)
"""A bound is met by what lies within 3 % of it, not by all that lies beyond."""

AT_NUMBER = Fraction(15, 100)
"""A wide interval is met within 15 % of the number, the width of "about"."""


@dataclass(slots=True)
class Chance:
    """What has been tried on one claim. ``width`` is that of its stated interval, in decades."""

    width: float
    spent: float = 0
    seen: set[tuple[bool, int]] = field(default_factory=set)

    def tried(self, factor: Fraction, weight: float) -> bool:
        """Count an edit, and say whether one that fits now would hardly be chance."""
        if factor:
            digits = log10(abs(factor.numerator)) - log10(factor.denominator)
            key = factor > 0, round(digits % 1 * 10**6) % 10**6
            self.spent += 0 if key in self.seen else weight * self.width
            self.seen.add(key)
        return self.spent < LIMIT


def near(stated: Stated) -> Interval | None:
    """Return the values near a stated number that an edit must bring the derived one to; None where there are none."""
    n, (low, high, low_open, high_open) = stated.nominal, stated.range
    if not n:
        return None
    if low is None or high is None:
        if n < 0 or (low is None and high is None):
            return None
        return Interval(n, n * AT_BOUND) if low is not None else Interval(n / AT_BOUND, n)
    away = abs(Fraction(n)) * AT_NUMBER
    return Interval(max(low, n - away), min(high, n + away), low_open, high_open)


def width(found: Interval) -> float:
    """Return the width of an interval in decades."""
    low, high = found.low, found.high
    if low is None or high is None or low * high <= 0:
        return inf
    return abs(_log(high) - _log(low))


def _log(value: Number) -> float:
    exact = abs(Fraction(value))
    return log10(exact.numerator) - log10(exact.denominator)
