"""What is known of constructions on published text: how often each was seen, and how often what it states held."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

from factcheck.quantity.languages import draft_table, languages, of_tables

_TRUSTED = 0.97
"""The share of right statements that a construction must have, with a confidence of 95 %, to say *wrong*."""
_Z = 1.959964
_ENOUGH = 12
"""Without a counter-example, so many times seen on published text or tried in cases of its own will do."""
CASES = "cases"
"""In a record, the number of its own cases; all other names are of corpora, with how often seen and held."""


def wilson(held: int, seen: int) -> float:
    """Return the lower bound of a share at 95 % (Wilson, 1927, J. Am. Stat. Assoc. 22, 209-212)."""
    if not seen:
        return 0.0
    share, square = held / seen, _Z * _Z
    middle = share + square / (2 * seen)
    return (middle - _Z * sqrt(share * (1 - share) / seen + square / (4 * seen * seen))) / (1 + square / seen)


def is_trusted(record: Mapping[str, Any]) -> bool:
    """Whether a record allows to say *wrong*: held nearly always, or always, and seen or tried often enough."""
    counts = [count for name, count in record.items() if name != CASES]
    seen, held = (sum(count[i] for count in counts) for i in (0, 1))
    return wilson(held, seen) >= _TRUSTED or (held == seen and seen + record.get(CASES, 0) >= _ENOUGH)


def records(language: str) -> dict[str, Any]:
    """Return the records of a language: those of its constructions, and those of numbers told again."""
    return {**draft_table(language, "records"), **draft_table(language, "retold_records")}


@of_tables
def trusted() -> frozenset[str]:
    """Return the constructions that may say that a number is wrong."""
    return frozenset(
        f"{language}:{name}"
        for language in languages()
        for name, found in records(language).items()
        if is_trusted(found)
    )
