"""What is known of constructions on published text: how often each was seen, and how often what it states held."""

from functools import cache
from math import sqrt

from factcheck.draft.words.constructions import constructions
from factcheck.quantity.languages import draft_table, languages

_TRUSTED = 0.97
"""The share of right statements that a construction must have, with a confidence of 95 %, to say *wrong*."""
_Z = 1.959964
_CASES = 12


def wilson(held: int, seen: int) -> float:
    """Return the lower bound of a share at 95 % (Wilson, 1927, J. Am. Stat. Assoc. 22, 209-212)."""
    if not seen:
        return 0.0
    share, square = held / seen, _Z * _Z
    middle = share + square / (2 * seen)
    return (middle - _Z * sqrt(share * (1 - share) / seen + square / (4 * seen * seen))) / (1 + square / seen)


@cache
def trusted() -> frozenset[str]:
    """Return the constructions that may say that a number is wrong."""
    return frozenset(row.id for language in languages() for row in constructions(language))
