"""Two units of one quantity: 5 ft 11 in, 2 h 30 min, 9 st 4 lb, 1 kg 200 g."""

import re
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.interval import Number
from factcheck.quantity.reading import plain
from factcheck.quantity.written import Written

SMALLER = {
    "mile": "yard", "yard": "foot", "foot": "inch", "stone": "pound", "pound": "ounce", "year": "month",
    "week": "day", "day": "hour", "hour": "minute", "minute": "second", "degree": "arcminute", "arcminute": "arcsecond",
    "kilogram": "gram", "tonne": "kilogram", "kilometer": "meter", "meter": "centimeter", "liter": "milliliter",
}  # fmt: skip
"""The unit in which a whole number of units goes on."""

MAX_PARTS = 4


class Pair(NamedTuple):
    """Marks that are units only side by side: 6'2", 9 st 4 lb; ``parts`` of the second make one of the first."""

    first: str
    parts: int
    pattern: re.Pattern[str]


MARKED = (
    Pair("foot", 12, late_pattern(r"\s?['’′]\s?(?P<second>1?[0-9](?:\.[0-9]+)?)\s?(?:\"|″|”|''|in\b)")),  # noqa: RUF001 - primes
    Pair("stone", 14, late_pattern(r"\s?st\.?\s(?P<second>1?[0-9](?:\.[0-9]+)?)\s?lbs?\b")),
)


def with_part(number: Written, second: Written, ratio: Number) -> Written | None:
    """Return a number of units and a second one in a smaller unit, worth ``ratio``; None where it makes one or more."""
    if number.kind not in {"integer", "decimal"} or number.nominal is None or second.nominal is None:
        return None
    if not 0 <= second.nominal * ratio < 1:
        return None
    value = plain(number.nominal + second.nominal * ratio)
    return Written(number.text, value, second.step * ratio, second.lead * ratio, "decimal", scale=number.scale)
