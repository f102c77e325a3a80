"""A mention in words, for a table that people read."""

from typing import NamedTuple

from factcheck.prose.mention import Mention
from factcheck.quantity.shown import decimal, ends_text
from factcheck.quantity.written import Hedge

_HEDGES: dict[Hedge, str] = {
    "": "",
    "about": "about",
    "nearly": "nearly",
    "more": "more than",
    "less": "less than",
    "least": "at least",
    "most": "at most",
    "some": "and some more",
}


class Shown(NamedTuple):
    """The columns of a mention: its value, unit or noun, hedge, the values that are meant, direction of change."""

    value: str
    unit: str
    hedge: str
    meant: str
    change: str


def shown(mention: Mention) -> Shown:
    """Write a mention: ``超过27.6万个芯片`` is 276,000, 芯片, more than, more than 276,000."""
    return Shown(
        _value(mention),
        mention.measure.name or "–",
        "range" if mention.relation == "range" else _HEDGES[mention.number.hedge] or "–",
        _meant(mention),
        f"{mention.change} {mention.manner}".strip() if mention.change else "–",
    )


def _value(mention: Mention) -> str:
    if mention.value is not None:
        return decimal(mention.value)
    return ends_text(mention.interval)


def _meant(mention: Mention) -> str:
    interval = mention.interval
    return "exactly this" if interval.is_point else ends_text(interval)
