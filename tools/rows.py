"""Writes a register: the individuals of a pack and their values, a line for each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.loader.pack_files import FACTS, INDIVIDUALS
from factcheck.model.register import Entry, Series

ROOT = Path(__file__).resolve().parents[1]


class Row(NamedTuple):
    """An individual with its values: by series those of each year, or one under 0 for all times."""

    entry: Entry
    values: Mapping[str, Mapping[int, Any]]


def write(pack: str, series: Mapping[str, Series], rows: Iterable[Row]) -> None:
    """Write the two files of the register of a pack; the same data give the same bytes."""
    folder = ROOT / "rules" / pack
    things, facts = [], [_json(series)]
    for entry, values in rows:
        things.append(_json(list(entry)))
        facts.append(_json({key: _run(values[key]) for key in series if values.get(key)}))
    for name, lines in ((INDIVIDUALS, things), (FACTS, facts)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _run(values: Mapping[int, Any]) -> Sequence[Any]:
    """Return the first year and the values from there, with gaps."""
    first, last = min(values), max(values)
    return [first, *(values.get(year) for year in range(first, last + 1))]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
