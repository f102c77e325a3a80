"""The unit definitions that every project has, as text and compiled; no pint needed to read them."""

import json
from functools import cache
from pathlib import Path

from factcheck.quantity.units import TableData, UnitTable

TABLES = Path(__file__).parent / "tables"
COMPILED = TABLES / "units.json"


def standard_texts() -> list[str]:
    """Return the definitions in pint's format: SI and the rest, then the Chinese names."""
    return [(TABLES / name).read_text(encoding="utf-8") for name in ("units.txt", "units_zh.txt")]


@cache
def standard_units() -> UnitTable:
    """Return the standard units as ``factcheck.quantity.generate`` compiled them."""
    data: TableData = json.loads(COMPILED.read_text(encoding="utf-8"))
    return UnitTable.from_data(data)
