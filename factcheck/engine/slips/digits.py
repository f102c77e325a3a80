"""Slips of digits: the wrong sign, digits swapped, dropped or doubled, a number cut off or rounded twice."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.restate import numeral, with_digits, with_sign
from factcheck.language.tree import Literal

HALF = Fraction(1, 2)
TWICE = Fraction(55, 100)
"""0.55 of a step: 25.645 becomes 25.65 and then 25.7."""

FAR_STEPS = 8
"""Digits that are swapped or dropped move a number by more than this many of its last digit; less is rounding."""


def sign(case: Case) -> Iterator[Edit]:
    """Turn the sign: a rise for a fall."""
    new = with_sign(case.literal) if case.literal else None
    if new is not None:
        yield Edit("the sign is turned round", new)


def truncated(case: Case) -> Iterator[Edit]:
    """Round what was cut off: 25.6 for 25.68."""
    off = _off(case)
    if off is not None and HALF < off < 1:
        yield from _stepped(case, 1, Edit("the number was cut off instead of rounded", weight=0.5))


def rounded_twice(case: Case) -> Iterator[Edit]:
    """Round once what was rounded twice: 25.7 for 25.646, by way of 25.65."""
    off = _off(case)
    if off is not None and -TWICE <= off < -HALF:
        yield from _stepped(case, -1, Edit("the number was rounded twice", weight=0.05))


def _off(case: Case) -> Fraction | None:
    """Return how far the derived value lies beyond the stated one, in steps; None where that says nothing."""
    comparison = case.judged.comparison
    n, step = comparison.stated.nominal, comparison.stated.step
    if case.literal is None or case.literal.number.hedge or comparison.stated.bound or not n or not step:
        return None
    low, high = case.judged.value.range[:2]
    if low is None or high is None or high - low > step:
        return None
    return (abs(Fraction(case.x)) - abs(Fraction(n))) / step


def _stepped(case: Case, steps: int, edit: Edit) -> Iterator[Edit]:
    """Yield an edit with the last digit of the stated number moved."""
    found = numeral(case.literal) if case.literal else None
    if found is None or case.literal is None:
        return
    mantissa, decimals = _split(found.digits)
    new = with_digits(case.literal, _joined(str(int(mantissa) + steps), decimals))
    if new is not None:
        yield Edit(edit.reason, new, weight=edit.weight)


def transposed(case: Case) -> Iterator[Edit]:
    """Swap two digits side by side: 276 for 267."""
    found = numeral(case.literal) if case.literal else None
    if found is None:
        return
    mantissa, decimals = _split(found.digits)
    for i, (a, b) in enumerate(pairwise(mantissa)):
        if a != b and not (i == 0 and b == "0"):
            yield from _other(case, mantissa[:i] + b + a + mantissa[i + 2 :], decimals, f"{a} and {b} changed places")


def doubled(case: Case) -> Iterator[Edit]:
    """Leave out a digit that is there twice: 2776 for 276."""
    found = numeral(case.literal) if case.literal else None
    if found is None:
        return
    mantissa, decimals = _split(found.digits)
    for i, (a, b) in enumerate(pairwise(mantissa)):
        if a == b and mantissa[i:].strip("0"):
            kept = decimals - (i + 1 >= len(mantissa) - decimals)
            yield from _other(case, mantissa[:i] + mantissa[i + 1 :], kept, f"the digit {a} is there twice by mistake")


def dropped(case: Case) -> Iterator[Edit]:
    """Put in a digit that is missing: 276 for 2,576. The derived value tells which; each place counts as an edit."""
    literal = case.literal
    found = numeral(literal) if literal else None
    if found is None or literal is None:
        return
    amount = case.amount(literal)
    mantissa, decimals = _split(found.digits)
    if abs(amount) >= 10 ** (len(mantissa) + 2):
        return  # more than one digit longer
    for more in (0, 1):
        whole = str(round(amount * 10 ** (decimals + more)))
        missing = _missing(whole, mantissa, whole_part=not more, decimals=decimals + more)
        if missing is not None:
            yield from _other(case, whole, decimals + more, f"a {missing} is missing", len(mantissa))


def _missing(whole: str, part: str, *, whole_part: bool, decimals: int) -> str | None:
    """Return the digit without which ``whole`` is ``part``, before the point or behind it; not the last one."""
    if len(whole) != len(part) + 1:
        return None
    point = len(whole) - decimals
    places = range(point if decimals else point - 1) if whole_part else range(point, len(whole) - 1)
    return next((whole[i] for i in places if whole[:i] + whole[i + 1 :] == part), None)


def _other(case: Case, mantissa: str, decimals: int, reason: str, weight: float = 1) -> Iterator[Edit]:
    """Yield an edit with other digits, unless it is within a few steps of the old ones."""
    literal = case.literal
    new = with_digits(literal, _joined(mantissa, decimals)) if literal else None
    if new is not None and literal is not None and _far(new, literal):
        yield Edit(reason, new, weight=weight)


def _far(new: Literal, old: Literal) -> bool:
    n, m = new.number.nominal, old.number.nominal
    return n is not None and m is not None and abs(Fraction(n - m)) > FAR_STEPS * old.number.step


def _split(digits: str) -> tuple[str, int]:
    """Return the digits without their point, and how many stand behind it."""
    whole, _, decimals = digits.partition(".")
    return whole + decimals, len(decimals)


def _joined(mantissa: str, decimals: int) -> str:
    if decimals <= 0:
        return mantissa.lstrip("0") or "0"
    mantissa = mantissa.rjust(decimals + 1, "0")
    return f"{mantissa[:-decimals].lstrip('0') or '0'}.{mantissa[-decimals:]}"
