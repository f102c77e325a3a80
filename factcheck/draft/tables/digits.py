"""Slips in the digits of a number, and how likely one number is a slip away from another by chance."""

from fractions import Fraction

from factcheck.draft.equations.slip import is_one_off

POINT = 10
"""A number of one digit is a slip away from all others."""
DIGITS = 100
"""One of two digits is so from many: it is told where it surely is meant."""
_LONG = 5
"""A number of fewer digits lacks one of another by chance, too."""


def significant(number: int) -> int:
    """Return a number without the zeros at its end: of so many steps it is written."""
    return int(str(number).rstrip("0") or "0")


def slip_chance(number: int) -> float:
    """Return how likely a number of so many steps is a slip away from another by chance.

    That is one with another digit, one left out, two swapped, or the point moved, of all that have as many digits.
    """
    digits = len(str(number))
    return float(Fraction(12 * digits + 1, 9 * 10 ** (digits - 1)))


def is_slip(stated: int, right: int, step: int = 1) -> bool:
    """Whether the digits of a number are those of another but for one, or for two swapped, or a moved point."""
    if (stated < 0) != (right < 0):
        return False
    if abs(stated) * 10 == abs(right) or abs(right) * 10 == abs(stated):
        return significant(abs(right)) >= POINT
    if right % step or abs(right) < step * POINT:
        return False
    written, digits = str(abs(stated) // step), str(abs(right) // step)
    return is_one_off(written, digits) or _lacks_one(written, digits) or _lacks_one(digits, written)


def _lacks_one(written: str, digits: str) -> bool:
    """Whether a long number has the digits of another but for one that was left out."""
    if len(written) + 1 != len(digits) or len(written) < _LONG:
        return False
    same = next((at for at, (a, b) in enumerate(zip(written, digits, strict=False)) if a != b), len(written))
    return written[same:] == digits[same + 1 :]
