"""Mentions as JSON: one object a line in and out."""

from typing import Any

from factcheck.prose.mention import Mention, Reading
from factcheck.quantity.interval import Number


def as_json(reading: Reading) -> dict[str, Any]:
    """Return mentions and asides as JSON keeps them; numbers are decimal strings in the unit as written."""
    return {
        "mentions": [mention_json(m, reading.text) for m in reading.mentions],
        "asides": [{"start": a.span.start, "end": a.span.end, "text": a.text, "kind": a.kind} for a in reading.asides],
    }


def mention_json(mention: Mention, text: str) -> dict[str, Any]:
    """Return one mention as JSON keeps it; ``unit_text`` is the unit as it stands in the text.

    ``change`` is the direction of a quantity that is itself a change (rose by 5 %), ``reached`` that of a level which
    a change led to (rose to 5 %).
    """
    interval = mention.interval
    measure = mention.measure
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "value": decimal(mention.value),
        "low": decimal(interval.low),
        "high": decimal(interval.high),
        "unit": measure.name or None,
        "unit_text": text[measure.span.start : measure.span.end] or None,
        "relation": mention.relation,
        "change": mention.change if mention.manner == "by" else None,
        "reached": mention.change if mention.manner == "to" else None,
    }


def decimal(value: Number | None, digits: int = 30) -> str | None:
    """Write an exact number as a decimal string, cut after ``digits`` decimals."""
    if value is None:
        return None
    if isinstance(value, int):
        return str(value)
    sign, n = "-" if value < 0 else "", abs(value)
    whole, rest = divmod(n.numerator, n.denominator)
    shown = str(rest * 10**digits // n.denominator).zfill(digits).rstrip("0")
    return f"{sign}{whole}.{shown}" if shown else f"{sign}{whole}"
