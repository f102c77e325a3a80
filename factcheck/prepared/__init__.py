"""What was worked out beforehand for the packs that come with factcheck, so that no cache is needed to start fast.

The files in this folder are written by ``python -m factcheck.engine.prepare``. One that does not belong to this
version, or to the content that is asked for, counts as absent.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
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


class Items:
    """One mapping that was prepared under a name, of which an item is read without the others: each has its line."""

    def __init__(self, name: str, key: str, member: str) -> None:
        self._path, self._key, self._member = FOLDER / f"{name}.json", key, member

    def get(self, item: str) -> Any:
        """Return an item, or None where there is none, or the file is of another version or another key."""
        head = b"\n" + _json(item).encode() + b": "
        start = self._text.find(head)
        if start < 0:
            return None
        start += len(head)
        return json.loads(self._text[start : self._text.index(b"\n", start)].removesuffix(b","))

    @cached_property
    def _text(self) -> bytes:
        try:
            text = self._path.read_bytes()
        except OSError:
            return b""
        lines = (f'"version": {_json(__version__)}', f'"key": {_json(self._key)}', f"{_json(self._member)}: {{")
        head = ("{\n" + ",\n".join(lines)).encode()
        return text[len(head) :] if text.startswith(head) else b""


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
