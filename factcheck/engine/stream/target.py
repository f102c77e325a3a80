"""The stated side as a function over whole numbers, and the verdict of a quick value against it.

Distances from the stated number are counted in halves of its last written digit, so that they are whole numbers.
"""

from collections.abc import Callable
from fractions import Fraction
from math import lcm

from factcheck.engine.stream.quick import At, Numbers, Over
from factcheck.engine.verdict.judge import ORDERS, SEVERAL_DIGITS, Judgement, Stated
from factcheck.frozen import dataclass
from factcheck.quantity.reading import ROUND_ZEROS
from factcheck.quantity.written import Hedge, Widths

BOUNDS = {"more": ">", "least": ">=", "less": "<", "most": "<="}

PASS, BORDERLINE = Judgement("pass"), Judgement("borderline")
SLIP, WRONG, DECISION = Judgement("fail", "slip"), Judgement("fail", "wrong"), Judgement("fail", "decision")


Frame = tuple[int, int, int, int | None, int | None, int, int]
"""Times, middle, unit, low, high, round, slip: where the stated number of a statement lies.

x = p / q is (p · times - q · middle) / (q · unit) steps away from it. What is allowed lies between low and high, None
where nothing bounds it; round and slip are the widths of a round number and of a slip.
"""


ToFrame = Callable[[Numbers], Frame]


@dataclass(frozen=True, slots=True)
class Target:
    """What is allowed: the frame for the numbers of a statement, and whether its ends are open."""

    frame: ToFrame
    low_open: bool = False
    high_open: bool = False
    bound: bool = False

    def side(self, frame: Frame, away: int, unit: int) -> int:
        """Return -1 for a value below what is allowed, 1 for one above it, else 0."""
        low, high = frame[3], frame[4]
        if low is not None and (away < low * unit or (self.low_open and away == low * unit)):
            return -1
        if high is not None and (away > high * unit or (self.high_open and away == high * unit)):
            return 1
        return 0


@dataclass(frozen=True, slots=True)
class Kind:
    """How a stated number is read: its relation, its hedge (``about`` for ``~``), whether it is a share."""

    relation: str
    hedge: Hedge
    share: bool


def slot_target(position: int, factor: Fraction, kind: Kind, widths: Widths, *, scaled: bool) -> Target:
    """Return the target of a number of the statement; ``factor`` turns it into base units, ``scaled`` if by words."""
    sign = kind.relation if kind.relation in ORDERS else BOUNDS.get(kind.hedge, "")
    if sign:
        low, high = (0, None) if sign[0] == ">" else (None, 0)
        inner = _plain(position, factor, 0, low, high)
        return Target(inner, low_open=sign == ">", high_open=sign == "<", bound=True)
    match kind.hedge:
        case "":
            zeros = 0 if kind.share else 1 if scaled else ROUND_ZEROS
            return Target(_plain(position, factor, zeros, -1, 1))
        case "some":
            return Target(_some(position, factor), high_open=True)
        case _:
            return Target(_about(position, factor, widths.about, one_sided=kind.hedge == "nearly"))


def _plain(position: int, factor: Fraction, zeros: int, low: int | None, high: int | None) -> ToFrame:
    """Return the frame of a number without a hedge; ``zeros`` at its end may mean a round one, where there are some."""
    n, d = factor.numerator, factor.denominator
    unit, n2, d2, modulus = abs(n), 2 * n, 2 * d, 10**zeros

    def frame(numbers: Numbers) -> Frame:
        digits, ten = numbers[position]
        coarse = 10 ** max(0, len(str(digits)) - 2) if zeros and ten == 1 and digits % modulus == 0 else 0
        return (ten * d2, digits * n2, unit, low, high, coarse, _slip(digits, 3))

    return frame


def _slip(digits: int, width: int) -> int:
    """Return how far a slip of the last digit may be off; nothing is one where there is only that digit."""
    return width if abs(digits) >= SEVERAL_DIGITS else -1


def _lead(digits: int) -> int:
    """Return one unit of the last digit that is not zero, in halves of the last digit."""
    text = str(digits)
    return 2 * int(10 ** (len(text) - len(text.rstrip("0"))))


def _some(position: int, factor: Fraction) -> ToFrame:
    n, d = factor.numerator, factor.denominator

    def frame(numbers: Numbers) -> Frame:
        digits, ten = numbers[position]
        return (2 * ten * d, 2 * digits * n, abs(n), 0, _lead(digits), 0, _slip(digits, 3))

    return frame


def _about(position: int, factor: Fraction, share: Fraction, *, one_sided: bool) -> ToFrame:
    n, d = factor.numerator, factor.denominator
    above, below = share.numerator, share.denominator

    def frame(numbers: Numbers) -> Frame:
        digits, ten = numbers[position]
        width = max(below, min(_lead(digits) * below, 2 * digits * above))
        low = 0 if one_sided and n < 0 else -width
        high = 0 if one_sided and n > 0 else width
        slip = _slip(digits, 3 * below)
        return (2 * ten * d * below, 2 * digits * n * below, abs(n), low, high, 0, slip)

    return frame


def fixed_target(stated: Stated) -> Target:
    """Return the target of a stated side that is the same in every statement of a shape."""
    low, high, middle = stated.range.low, stated.range.high, Fraction(stated.nominal or 0)
    wide = None if stated.round_range is None else stated.round_range.high
    parts = [Fraction(part) for part in (low, high, wide, stated.step, middle) if part is not None]
    times = 2 * lcm(*(part.denominator for part in parts))

    def away(end: int | Fraction | None) -> int | None:
        return None if end is None else int((end - middle) * times)

    slip = int(Fraction(stated.step) * 3 * times) // 2 if stated.has_several_digits else -1
    found: Frame = (times, int(middle * times), 1, away(low), away(high), away(wide) or 0, slip)
    return Target(lambda _: found, stated.range.low_open, stated.range.high_open, stated.bound)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to judge statements of a shape: the value, its ends, the target.

    Where one of the numbers at ``repeated`` has a width, interval arithmetic may give ends that are too wide.
    """

    value: At
    ends: Over
    target: Target
    repeated: tuple[int, ...] = ()
    exact: bool = True

    def verdict(self, numbers: Numbers) -> Judgement | None:
        """Return the verdict; None where it takes more than this. Raises ZeroDivisionError."""
        p, q = self.value(numbers)
        frame = self.target.frame(numbers)
        times, middle, unit, _, _, coarse, _ = frame
        away, unit = p * times - q * middle, q * unit
        side = self.target.side(frame, away, unit)
        if side == 0 or (coarse and -coarse * unit <= away <= coarse * unit):
            return PASS
        return self._outside(numbers, frame, abs(away) <= frame[6] * unit)

    def _outside(self, numbers: Numbers, frame: Frame, slip: bool) -> Judgement | None:  # noqa: FBT001
        """Judge a value that is not allowed: borderline where its interval reaches what is."""
        ends = self.ends(numbers)
        if ends is None:
            return None
        a, b, c, d = ends
        times, middle, unit, *_ = frame
        first = self.target.side(frame, a * times - b * middle, b * unit)
        last = self.target.side(frame, c * times - d * middle, d * unit)
        if first > 0 or last < 0:
            return DECISION if self.target.bound else SLIP if slip else WRONG
        exact = self.exact and all(numbers[i][1] == 1 for i in self.repeated)
        return BORDERLINE if exact else None
