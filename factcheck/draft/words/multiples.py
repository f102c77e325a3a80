"""The words that make a number one of times, of all languages: 4.5 times, a factor of 20, 3倍."""

import re
from collections.abc import Iterable

from factcheck.quantity.languages import draft_table, languages, of_tables, prose_table


@of_tables
def names() -> frozenset[str]:
    """Return the words that are read as the unit of such a number."""
    return frozenset(_words("names"))


@of_tables
def behind() -> re.Pattern[str]:
    """Return the pattern of what stands behind it."""
    words = (rf"{word}\b" if word[-1].isascii() else word for word in sorted(set(_words("behind"))))
    return re.compile(rf"[\s-]*(?:{'|'.join(words) or '(?!)'})")


@of_tables
def before() -> tuple[str, ...]:
    """Return the words that stand before it."""
    return tuple(sorted({f"{word} " for word in _words("before")}))


@of_tables
def each() -> tuple[str, ...]:
    """Return the words that say of how many others a number is one for each: per, 每."""
    return tuple(
        sorted({word for language in languages() for word in draft_table(language, "meanings").get("each", ())})
    )


def _words(key: str) -> Iterable[str]:
    return (word for language in languages() for word in prose_table(language).get("times", {}).get(key, ()))
