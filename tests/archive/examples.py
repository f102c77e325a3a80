"""Small archives, and what stands in their folders."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.cli.main import main

ROAD = "The road is 620 km (998 miles) long."
RENTS = "Rents rose 5 percent to $420 from $400."
WRONG = "Rents rose 9 percent to $420 from $400."


def lines(path: Path, rows: Sequence[Any]) -> Path:
    """Write JSON Lines; a row that is text already is a line as it is."""
    written = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    """Run ``factcheck archive`` with one process."""
    return main(["archive", *map(str, arguments), "--workers", "1"])


def findings(out: Path, name: str = "findings") -> list[dict[str, Any]]:
    """Return the rows of an archive, in the order of its files."""
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    return [row for path in sorted((out / name).glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]


def content(out: Path) -> dict[str, bytes]:
    """Return all that an archive holds, by name."""
    found = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
