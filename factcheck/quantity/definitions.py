"""The unit definitions that every project has, as text; no pint needed to read them."""

from pathlib import Path

TABLES = Path(__file__).parent / "tables"


def standard_texts() -> list[str]:
    """Return the definitions in pint's format: SI and the rest, then the Chinese names."""
    return [(TABLES / name).read_text(encoding="utf-8") for name in ("units.txt", "units_zh.txt")]
