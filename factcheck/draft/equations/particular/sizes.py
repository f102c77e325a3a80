"""The sizes that a unit may have by the country and the trade: an ounce may be a fluid one, a pint an imperial one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import isclose, log10

from factcheck.draft.text.passage import Item
from factcheck.quantity.units import UnitTable

_DATA = {"byte": "byte", "bit": "bit"}
_BINARY = {"kilo": "kibi", "mega": "mebi", "giga": "gibi", "tera": "tebi", "peta": "pebi"}
SIZES: Mapping[str, tuple[str, ...]] = {
    "ounce": ("fluid_ounce", "imperial_fluid_ounce"),
    "fluid_ounce": ("imperial_fluid_ounce",),
    "pint": ("imperial_pint",),
    "quart": ("imperial_quart",),
    "gallon": ("imperial_gallon",),
    "short_ton": ("tonne", "long_ton"),
    "tonne": ("short_ton", "long_ton"),
    "short_hundredweight": ("long_hundredweight",),
    "horsepower": ("metric_horsepower",),
    "calorie": ("kilocalorie",),
    "rpm": ("1/minute",),
    "meter": ("minute",),
} | {f"{decimal}{unit}": (f"{binary}{unit}",) for decimal, binary in _BINARY.items() for unit in _DATA}
"""By the name of a unit the others that its word may mean, the likeliest first."""

PERHAPS: Mapping[str, str] = {"mile": "nautical_mile"}
"""The units that a word may mean at sea; elsewhere it would be wrong."""

STEPS: Mapping[str, str] = {"degree_Celsius": "kelvin", "degree_Fahrenheit": "degree_Rankine"}
"""The units that a difference of temperature is in, of the same size as the degree."""

TEMPERATURES = frozenset(name.replace("_", " ") for name in STEPS)

FAR = 3
"""Off by more than this is no slip but a wrong pairing."""
_NEAR_POWER = 0.03
_ROUGH = Fraction(1, 10)
"""A number of one digit says little of what is off by a tenth or more."""
_BITS = 8


def sizes(item: Item, units: UnitTable) -> Iterator[Item]:
    """Yield a quantity as it is read, and with each other size that its unit may have."""
    yield item
    for at, factor in enumerate(item.mention.measure.factors):
        for name in SIZES.get(factor.unit.name, ()):
            yield from _in_unit(item, at, name, units)


def may_be_at_sea(first: Item, second: Item, units: UnitTable) -> bool:
    """Whether one value is another with the miles of ships."""
    named = [(at, PERHAPS.get(factor.unit.name, "")) for at, factor in enumerate(first.mention.measure.factors)]
    others = [other for at, name in named if name for other in _in_unit(first, at, name, units)]
    return any(isclose(float(one.size), float(second.size), rel_tol=_NEAR_POWER) for one in others)


def as_step(item: Item, units: UnitTable) -> Item | None:
    """Return a temperature as a difference of two; None for what is none."""
    name = STEPS.get(item.mention.measure.factors[0].unit.name, "") if item.mention.measure.factors else ""
    return next(_in_unit(item, 0, name, units), None) if name else None


def _in_unit(item: Item, at: int, name: str, units: UnitTable) -> Iterator[Item]:
    measure = item.mention.measure
    unit, factor = units.lookup(name.removeprefix("1/")), measure.factors[at]
    if unit is not None:
        other = replace(factor, unit=unit, power=-factor.power if name.startswith("1/") else factor.power)
        factors = (*measure.factors[:at], other, *measure.factors[at + 1 :])
        yield replace(item, mention=replace(item.mention, measure=replace(measure, factors=factors)))


def is_power_of_ten(stated: float, derived: float) -> bool:
    """Whether one value is a power of ten of the other: as much, ten times, a thousandth."""
    if stated <= 0 or derived <= 0:
        return False
    power = log10(stated / derived)
    return abs(power - round(power)) <= _NEAR_POWER


def is_only_rounded(item: Item, derived: Fraction) -> bool:
    """Whether a quantity agrees with a value only as roughly as it is written: 100 km in 2 hours is not 60 km/h."""
    off = abs(derived - item.size)
    half = Fraction(item.mention.number.step) * item.scale / 2
    return not item.mention.number.hedge and item.size * _ROUGH < off <= half


def is_slip(stated: float, derived: float, unit: float = 1.0, *, data: bool = False, far: float = FAR) -> bool:
    """Whether two values differ as a slip makes them: not by much, by a power of ten, or turned round.

    ``unit`` is how many of the stated unit make one of the other; of ``data`` bits may be taken for bytes. What
    differs otherwise is another quantity.
    """
    if stated <= 0 or derived <= 0:
        return False
    ratio = stated / derived
    if 1 / far < ratio < far:
        return True
    bits = data and (is_power_of_ten(stated * _BITS, derived) or is_power_of_ten(stated / _BITS, derived))
    if bits or is_power_of_ten(stated, derived):
        return True
    return isclose(ratio, unit**-2, rel_tol=0.05)
