"""Places as SARIF writes them."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factcheck.model.report import Position
from factcheck.report.inert import inert

ROOT = "%SRCROOT%"
"""What SARIF calls the folder that relative paths start from: the project's."""

Object = dict[str, Any]


def location(at: Position, claim: str = "") -> Object:
    """Return a place, named after the claim that stands there, or by where it is in a document that has no lines."""
    physical: Object = {"artifactLocation": artifact(at.path)}
    if at.inside:  # a region would be one of lines
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": inert(at.inside)}]}
    found: Object = {"physicalLocation": physical | {"region": region(at)}}
    return found | {"logicalLocations": [{"name": inert(claim), "kind": "claim"}]} if claim else found


def related(places: Iterable[tuple[Position, str]]) -> list[Object]:
    """Return places that explain a result, each with its text."""
    return [
        {"id": number, "message": message(text), **location(at)} for number, (at, text) in enumerate(places, start=1)
    ]


def artifact(path: str) -> Object:
    """Return a file, relative to the project's folder where it lies inside."""
    uri = quote(path, errors="replace")
    return {"uri": f"file://{uri}"} if PurePath(path).is_absolute() else {"uri": uri, "uriBaseId": ROOT}


def region(at: Position) -> Object:
    """Return a part of a line; it goes on to the end of the line where its own is not known."""
    found = {"startLine": max(1, at.line), "startColumn": max(1, at.column)}
    return found | {"endColumn": at.end_column} if at.end_column > found["startColumn"] else found


def message(*lines: str) -> Object:
    """Return a plain message; what a viewer would take for a link is none."""
    return {"text": "\n".join(map(inert, lines)).replace("](", "\\](")}
