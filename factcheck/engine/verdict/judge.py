"""The verdict: the derived interval against the set of values for which the statement is true."""

from fractions import Fraction

from factcheck.engine.numeric.evaluate import Value
from factcheck.frozen import dataclass
from factcheck.model.report import Grade, Verdict
from factcheck.quantity.interval import Interval, Number, divide, point

LOOSE = Fraction(3, 2)
"""A bound is loose when the value is more than this many times beyond it."""

SLIP_STEPS = Fraction(3, 2)
"""A miss by at most this many units of the last written digit is a slip."""

SEVERAL_DIGITS = 10
"""A number of so many units of its last digit has a digit before it."""

ORDERS = frozenset({">", ">=", "<", "<="})


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states, in base units.

    ``range`` is the set of values for which it is true, ``round_range`` the wider one of a number that may be meant
    as a round one, ``step`` one unit of the last written digit, ``bound`` whether it is one-sided.
    """

    range: Interval
    nominal: Number | None = None
    round_range: Interval | None = None
    step: Number = 0
    bound: bool = False

    @property
    def has_several_digits(self) -> bool:
        """Whether it is a number with digits before its last one; a value that nobody wrote has no digits."""
        return self.step > 0 and self.nominal is not None and abs(Fraction(self.nominal)) >= SEVERAL_DIGITS * self.step


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its grade and the remarks that belong to it (words of the table in DESIGN, section 5)."""

    verdict: Verdict
    grade: Grade | None = None
    remarks: tuple[str, ...] = ()


def judge(derived: Value, stated: Stated) -> Judgement:
    """Return the verdict; the first row of the table that fits decides."""
    x, found = derived
    if x is None or not found.contains(x):
        # "more than N" has the nominal N, which its own interval does not hold: the interval alone decides
        return _judge_range(derived, stated)
    if stated.range.contains(x):
        return Judgement("pass", remarks=_pass_remarks(derived, stated))
    if stated.round_range is not None and stated.round_range.contains(x):
        return Judgement("pass", remarks=("round", *_forced(found, stated.round_range)))
    if found.meets(stated.range):
        return Judgement("borderline", remarks=_vacuous(derived))
    return Judgement("fail", _grade(x, stated))


def _judge_range(derived: Value, stated: Stated) -> Judgement:
    x, found = derived
    if found.within(stated.range):
        return Judgement("pass", remarks=_loose(derived, stated))
    if not found.meets(stated.range):
        return Judgement("fail", _grade(x, stated))
    if x is None:
        return Judgement("unverified", remarks=("no nominal",))
    if stated.range.contains(x):
        return Judgement("pass", remarks=("not forced",))
    return Judgement("borderline")


def _grade(x: Number | None, stated: Stated) -> Grade:
    if stated.bound:
        return "decision"
    return "slip" if x is not None and stated.nominal is not None and _is_slip(x, stated.nominal, stated) else "wrong"


def _is_slip(x: Number, nominal: Number, stated: Stated) -> bool:
    """Whether only the last of several digits is off: 12 for 13, but not 2 for 3, which is another number."""
    return stated.has_several_digits and abs(Fraction(x - nominal)) <= SLIP_STEPS * stated.step


def _pass_remarks(derived: Value, stated: Stated) -> tuple[str, ...]:
    return (
        *_forced(derived.range, stated.range),
        *_loose(derived, stated),
        *(() if stated.bound else _vacuous(derived)),
    )


def _forced(found: Interval, allowed: Interval) -> tuple[str, ...]:
    return () if found.within(allowed) else ("not forced",)


def _vacuous(derived: Value) -> tuple[str, ...]:
    """Note a derived interval so wide that it agrees with nearly anything."""
    x, found = derived
    if x and found.contains(Fraction(x) / 2) and found.contains(2 * x):
        return ("vacuous",)
    return ()


def _loose(derived: Value, stated: Stated) -> tuple[str, ...]:
    """Note a bound that is true and misleading: "more than 10,000" for 276,000."""
    x, n = derived.nominal, stated.nominal
    if not stated.bound or not x or not n or (x > 0) != (n > 0):
        return ()
    ratio = abs(Fraction(x) / n)
    lower = stated.range.high is None
    return ("loose",) if (ratio > LOOSE if lower else ratio * LOOSE < 1) else ()


def half_line(relation: str, bound: Number = 0) -> Interval:
    """Return the values that stand in the relation to ``bound``."""
    match relation:
        case ">":
            return Interval(bound, None, low_open=True, high_open=True)
        case ">=":
            return Interval(bound, None, high_open=True)
        case "<":
            return Interval(None, bound, low_open=True, high_open=True)
        case _:
            return Interval(None, bound, low_open=True)


def scaled_by(value: Value, divisor: Value) -> Value:
    """Divide one value by another, for the factor between two sides."""
    x = None if value.nominal is None or not divisor.nominal else Fraction(value.nominal) / divisor.nominal
    return Value(x, divide(value.range, divisor.range))


def exactly(value: Number) -> Value:
    """Return a value without width."""
    return Value(value, point(value))
