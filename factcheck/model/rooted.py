"""Reports with their paths told from another folder: that of the repository which holds the project."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from factcheck.model.report import FileReport, Position
from factcheck.source import Place

Value = TypeVar("Value")


def rooted(value: Value, move: Callable[[str], str]) -> Value:
    """Return a report, or a part of one, with each path in it moved; texts stay as they are."""
    return cast("Value", _rooted(value, move))


def _rooted(value: Any, move: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_rooted(part, move) for part in value) if value else value
    if isinstance(value, Place | Position):
        return replace(value, path=move(value.path)) if value.path else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    changed = {name: new for name, old in found.items() if (new := _rooted(old, move)) is not old}
    if isinstance(value, FileReport) or "numbers" in found:
        changed["path"] = move(found["path"]) if found["path"] else ""
    return replace(value, **changed) if changed else value
