"""Words for units that two customs share, as a choice: US and imperial gallons, tons, calories and Calories, turns.

A statement is read by the table of units first; what does not hold is read by each other custom that its words allow.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from factcheck.language.tree import Literal
from factcheck.late import late_pattern
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import UnitTable

Custom = Mapping[str, str]
"""By the name of a unit, the unit that its word means by this custom."""

_MEASURES = (
    *("gallon", "quart", "pint", "cup", "gill", "fluid_ounce", "tablespoon", "teaspoon", "minim", "bushel", "peck"),
    "miles_per_gallon",
)
CYCLES = "turns counted as cycles"
CUSTOMS: Mapping[str, Custom] = {
    "imperial measures": {name: f"imperial_{name}" for name in _MEASURES},
    "long tons": {"short_ton": "long_ton", "short_hundredweight": "long_hundredweight"},
    "metric tons": {"short_ton": "tonne"},
    "Calories of food, which are kilocalories": {"calorie": "kilocalorie"},
    "small calories": {"kilocalorie": "calorie"},
    CYCLES: {"turn": "radian", "rpm": "bpm", "rps": "hertz"},
}
"""What a statement may mean beside the table of units; of turns, a radian and a hertz are the plain ones."""

_SHARED = frozenset(name for custom in CUSTOMS.values() for name in custom)
_NAMED = late_pattern(r"(?i)u\.?s|short|long|liquid|dry|small|large|food|thermo|kilo|kcal")
"""What says which custom is meant."""


def open_units(literal: Literal) -> frozenset[str]:
    """Return the units of a literal whose words do not say which custom is meant."""
    return frozenset(factor.unit.name for factor in literal.units if _is_open(literal, factor))


def customs(units: Collection[str]) -> Iterator[tuple[str, Custom]]:
    """Yield the customs by which words for these units would mean others, each with its name."""
    return ((name, custom) for name, custom in CUSTOMS.items() if not custom.keys().isdisjoint(units))


def by_custom(literal: Literal, custom: Custom, units: UnitTable) -> Literal:
    """Return a literal in the units that its words mean by a custom."""
    return (
        replace(literal, units=tuple(_meant(f, literal, custom, units) for f in literal.units)) if custom else literal
    )


def _is_open(literal: Literal, factor: UnitFactor) -> bool:
    start = max(0, factor.span.start - literal.span.start)
    written = literal.text[start : start + factor.span.end - factor.span.start].lstrip()
    return factor.unit.name in _SHARED and not _NAMED.match(written)


def _meant(factor: UnitFactor, literal: Literal, custom: Custom, units: UnitTable) -> UnitFactor:
    name = custom.get(factor.unit.name) if _is_open(literal, factor) else None
    other = units.lookup(name) if name else None
    if other is None:
        return factor
    turns = custom is CUSTOMS[CYCLES]  # they keep their name
    return replace(factor, unit=replace(factor.unit, factor=other.factor) if turns else other)
