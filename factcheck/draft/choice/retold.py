"""A number told again: whether two numbers may be one, whether they agree, and whether one is a slip of the other."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.draft.equations.literal import premise, stated
from factcheck.draft.equations.proposal import Candidate, given
from factcheck.draft.quantities.kind import ALIKE, APART, LOOSE, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, NONE, Quantity

AGE = "year of age"
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLOSE = 1e-9
_TENS = (1, 2, 3)
_SWAPPED = 2
_NEAR = 0.1


class Pair(NamedTuple):
    """A number and another telling of it, whose value is ``value`` in its terms; ``alike``: surely of one kind."""

    again: Quantity
    first: Quantity
    value: float
    alike: bool

    @property
    def is_exact(self) -> bool:
        """Whether both are the same number."""
        return _same(self.again.value, self.value)

    @property
    def agrees(self) -> bool:
        """Whether the number is what the first telling comes to, rounded as it is written."""
        slack = _CLOSE * abs(self.value)
        return self.is_exact or self.again.low - slack <= self.value <= self.again.high + slack

    @property
    def may_agree(self) -> bool:
        """Whether the number may be meant as the same: rounded either way, or as a round number, or within a bound."""
        again, first = self.again, self.first
        unit = again.value / self.value if again.value == first.value and self.value else 1.0
        if self.agrees or abs(again.value - self.value) < max(again.step, again.lead / 2):
            return True
        bounds = [again.coarse, (first.low / unit, first.high / unit), first.coarse]
        values = (self.value, again.value, again.value)
        return any(ends and ends[0] <= value <= ends[1] for ends, value in zip(bounds, values, strict=True))


def pair(again: Quantity, first: Quantity) -> Pair | None:
    """Return two numbers that may be one: of one kind, or one of them bare (dead at 28; the 28-year-old singer)."""
    if NONE in (again.code, first.code):
        return None
    likely = likeness(again, first)
    if likely == ALIKE or (likely == LOOSE and again.dimension == first.dimension):
        return Pair(again, first, first.value, likely == ALIKE)
    if likely == LOOSE and again.dimension:
        return Pair(again, first, like(first, again).value, alike=False)
    if is_bare(again) and first.code == MEASURE and first.item.mention.number.nominal is not None:
        return Pair(again, first, float(first.item.mention.number.nominal), alike=False)
    if is_bare(first) and again.item.mention.measure.name == AGE:
        return Pair(again, first, like(first, again).value, alike=False)
    return None if likely == APART else Pair(again, first, first.value, alike=False)


def is_bare(one: Quantity) -> bool:
    """Whether nothing says what a number measures or counts."""
    return one.code == MEASURE and not one.dimension and not one.noun


def is_slip(found: Pair) -> bool:
    """Whether a number is another one typed wrong: one digit off, two swapped, the point or zeros amiss."""
    written = _written(found.again)
    if not written or not found.value or not found.again.value:
        return False
    decimals = len(written.partition(".")[2])
    first = f"{found.value * float(written) / found.again.value:.{decimals}f}"
    if significant(written) == 1 and not _same(found.value * float(written) / found.again.value, float(first)):
        return False
    return _is_digit_off(written, first) or _is_power_of_ten(written, found)


def significant(written: str) -> int:
    """Return how many digits of a number say something."""
    return len(written.replace(".", "").replace(",", "").strip("0"))


def _written(one: Quantity) -> str:
    m = _DIGITS.search(one.item.mention.number.text)
    written = m[0].replace(",", "") if m else ""
    return written if written and float(written) else ""


def _is_digit_off(written: str, first: str) -> bool:
    if len(written) != len(first):
        return False
    off = [at for at, (x, y) in enumerate(zip(written, first, strict=True)) if x != y]
    if len(off) == _SWAPPED:
        one, other = off
        beside = written[one + 1 : other] in {"", "."}
        return beside and (written[one], written[other]) == (first[other], first[one])
    return len(off) == 1


def _is_power_of_ten(written: str, found: Pair) -> bool:
    digits = significant(written)
    ratio = max(found.again.value, found.value) / min(found.again.value, found.value)
    rounded = (
        f"{found.value:.{digits - 1}e}".partition("e")[0] == f"{found.again.value:.{digits - 1}e}".partition("e")[0]
    )
    return any(_same(ratio, 10.0**n) or (digits > 1 and rounded and abs(ratio / 10**n - 1) < _NEAR) for n in _TENS)


def comes_from(again: Quantity, known: Sequence[Pair]) -> bool:
    """Whether a number is the sum or the difference of two neighbours."""
    slack = max(_CLOSE * abs(again.value), again.step / 2 if again.step < 1 else 0)
    return any(
        abs(result - again.value) <= slack
        for one, other in pairwise(known)
        for result in (one.value + other.value, abs(one.value - other.value))
    )


def statement(found: Pair) -> Candidate:
    """Return the statement that a number is what the first telling says."""
    again, first = like(found.again, found.first), like(found.first, found.again)
    return Candidate(f"first = {stated(again.item)}", (given("first", first.item, premise(first.item)),))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))
