"""Reports as plain data and back, for the cache. Written by hand: a warm run must not load a validation library."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import (
    Alternative,
    Citation,
    Contradiction,
    FileReport,
    Ignore,
    Influence,
    Note,
    Outcome,
    Position,
    Range,
    Requirement,
    Slip,
    Step,
    Suppression,
)
from factcheck.source import Place, Text

Data = Mapping[str, Any]
_NAMES: dict[type, tuple[str, ...]] = {}


def to_data(value: Any) -> Any:
    """Return a report's value as dicts, lists and strings; fields in the order of their declaration."""
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    names = _NAMES.get(type(value))
    if names is None:
        names = _NAMES[type(value)] = tuple(field.name for field in fields(value))
    return {name: to_data(getattr(value, name)) for name in names}


def file_report(data: Data) -> FileReport:
    """Return the report of a file; raises KeyError or TypeError for data of another shape."""
    return FileReport(
        data["path"],
        data["title"],
        data["language"],
        tuple(outcome(item) for item in data["outcomes"]),
        tuple(diagnostic(item) for item in data["diagnostics"]),
        tuple(_contradiction(item) for item in data["contradictions"]),
        tuple(_ignore(item) for item in data["ignores"]),
        data["unchanged"],
        _text(data["article"]),
    )


def outcome(data: Data) -> Outcome:
    """Return an outcome; raises KeyError or TypeError for data of another shape."""
    changed = {
        "position": Position(**data["position"]),
        "derived": _range(data["derived"]),
        "stated": _range(data["stated"]),
        "derived_span": _span(data["derived_span"]),
        "stated_span": _span(data["stated_span"]),
        "derivation": _step(data["derivation"]) if data["derivation"] else None,
        "notes": tuple(Note(**note) for note in data["notes"]),
        "alternatives": tuple(Alternative(**item) for item in data["alternatives"]),
        "slips": tuple(Slip(**item) for item in data["slips"]),
        "requirements": tuple(_requirement(item) for item in data["requirements"]),
        "influences": tuple(Influence(**item) for item in data["influences"]),
        "diagnostics": tuple(diagnostic(item) for item in data["diagnostics"]),
        "suppressions": tuple(_suppression(item) for item in data["suppressions"]),
        "article": position(data["article"]),
    }
    return Outcome(**{**data, **changed})


def position(data: Data | None) -> Position | None:
    """Return a position, or None for none; raises TypeError for data of another shape."""
    return Position(**data) if data else None


def _text(data: Data | None) -> Text | None:
    return Text(data["value"], Place(**data["place"]), data["verbatim"]) if data else None


def _range(data: Data | None) -> Range | None:
    return Range(**data) if data else None


def _requirement(data: Data) -> Requirement:
    return Requirement(data["name"], Range(**data["needed"]), data["distance"], data["within"], data["text"])


def _contradiction(data: Data) -> Contradiction:
    positions = tuple(Position(**item) for item in data["positions"])
    texts = {name: tuple(data[name]) for name in ("claims", "quotes", "notes")}
    found = _suppression(data["suppressed"]) if data["suppressed"] else None
    return Contradiction(**{**data, **texts, "positions": positions, "suppressed": found})


def _ignore(data: Data) -> Ignore:
    return Ignore(**{**data, "place": Place(**data["place"]), "codes": tuple(data["codes"])})


def _suppression(data: Data) -> Suppression:
    return Suppression(**{**data, "place": Place(**data["place"]) if data["place"] else None})


def _span(data: list[int] | None) -> tuple[int, int] | None:
    return (data[0], data[1]) if data else None


def _step(data: Data) -> Step:
    source = _citation(data["source"]) if data["source"] else None
    return Step(
        data["kind"],
        data["name"],
        _range(data["value"]),
        data["assumed"],
        source,
        tuple(_step(c) for c in data["children"]),
        Place(**data["place"]) if data["place"] else None,
    )


def _citation(data: Data) -> Citation:
    return Citation(**{**data, "also": tuple(map(_citation, data["also"]))})


def diagnostic(data: Data) -> Diagnostic:
    """Return a diagnostic; raises KeyError or TypeError for data of another shape."""
    return Diagnostic(**{**data, "place": Place(**data["place"]), "notes": tuple(data["notes"])})
