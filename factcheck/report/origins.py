"""Where the values of a derivation come from: the facts and rules of the project's packs, other claims of the file."""

from collections.abc import Iterator, Mapping
from itertools import islice

from factcheck.model.report import Outcome, Position, Step

MAX_INPUTS = 10
_PACKS = (".yaml", ".yml")
"""The files of packs, in which facts are written by hand."""


def origins(outcome: Outcome, claims: Mapping[str, Position]) -> list[tuple[Position, str]]:
    """Return each place once, with what stands there; ``claims`` are those of the outcome's file."""
    found = (_origin(step, claims) for step in _steps(outcome.derivation))
    return list(dict.fromkeys(origin for origin in found if origin is not None))


def inputs(outcome: Outcome) -> tuple[Position, ...]:
    """Return where the inputs of a derivation stand in data files: the first few places, each once."""
    places = (step.place for step in _steps(outcome.derivation) if step.kind in {"premise", "fact"})
    found = dict.fromkeys(place for place in places if place is not None and not place.path.endswith(_PACKS))
    return tuple(Position(one.path, one.line, one.column, one.column) for one in islice(found, MAX_INPUTS))


def _steps(step: Step | None) -> Iterator[Step]:
    if step is not None:
        yield step
        for child in step.children:
            yield from _steps(child)


def _origin(step: Step, claims: Mapping[str, Position]) -> tuple[Position, str] | None:
    if step.kind == "claim" and step.name in claims:
        return claims[step.name], f"the claim {step.name}"
    if step.place is None:
        return None
    at = Position(step.place.path, step.place.line, step.place.column, step.place.column)
    return at, f"the rule {step.name}" if step.kind == "rule" else _fact(step)


def _fact(step: Step) -> str:
    value = f" = {step.value.text}" if step.value else ""
    return f"{step.name}{value}" + (f"; {step.source.title}" if step.source else "")
