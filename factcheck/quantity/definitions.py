"""The unit definitions that every project has, as text and compiled; no pint needed to read them."""

import json
from functools import cache
from pathlib import Path

from factcheck import prepared
from factcheck.quantity.units import TableData, UnitTable

TABLES = Path(__file__).parent / "tables"
COMPILED = TABLES / "units.json"
PREPARED = "units"
"""The name under which the units of packs are kept (see ``factcheck.prepared``)."""


def standard_texts() -> list[str]:
    """Return the definitions in pint's format: SI and the rest, then the Chinese names."""
    return [(TABLES / name).read_text(encoding="utf-8") for name in ("units.txt", "units_zh.txt")]


@cache
def standard_units() -> UnitTable:
    """Return the standard units as ``factcheck.quantity.generate`` compiled them."""
    data: TableData = json.loads(COMPILED.read_text(encoding="utf-8"))
    return UnitTable.from_data(data)


@cache
def shipped_units() -> UnitTable:
    """Return the standard units with those of the packs that come with factcheck: TFLOPS, petaflops."""
    found = prepared.shipped(PREPARED)
    return standard_units() if found is None else with_more(found["added"])


def with_more(more: TableData) -> UnitTable:
    """Return the standard units with further ones, whose rows are counted on."""
    standard = standard_units().to_data()
    return UnitTable(
        standard["units"] + more["units"], standard["names"] | more["names"], standard["prefixes"] + more["prefixes"]
    )
