"""What was worked out beforehand for the packs that come with factcheck, so that no cache is needed to start fast.

The files in this folder are written by ``python -m factcheck.engine.prepare``. One that does not belong to this
version, or to the content that is asked for, counts as absent.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck import __version__

FOLDER = Path(__file__).parent


def read(name: str, key: str) -> dict[str, Any] | None:
    """Return what was prepared under this name from what the key stands for, or None."""
    found = shipped(name)
    return found if found is not None and found.get("key") == key else None


def shipped(name: str) -> dict[str, Any] | None:
    """Return what was prepared under this name for the packs as they came with this version, or None."""
    try:
        found = json.loads((FOLDER / f"{name}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("version") == __version__ else None


def text(key: str, data: Mapping[str, Any]) -> str:
    """Return the content of a file, a row a line, so that a change shows where it is."""
    whole = {"version": __version__, "key": key, **data}
    return "{" + _lines(f"{_json(name)}: {_value(value)}" for name, value in whole.items()) + "}\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + _lines(f"{_json(name)}: {_json(item)}" for name, item in value.items()) + "}"
    return f"[{_lines(map(_json, value))}]" if value and isinstance(value, list) else _json(value)


def _lines(items: Iterable[str]) -> str:
    return "\n" + ",\n".join(items) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
