"""From literals of the language to values in base units, and the units they are shown in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.engine.term.term import DATE, DAY, Leaf, Shown, exact_leaf
from factcheck.language.tree import DateLiteral, Literal
from factcheck.late import late_pattern
from factcheck.quantity.dimension import BASES, NUMBER, Dimension, multiply, power
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.quantity.written import DEFAULT_WIDTHS, Widths, Written, premise, stated

ONE_NUMBER = 10**15
"""An interval that is so much narrower than its distance from zero is one number, which is not rational."""

_SCALE_WORD = late_pattern(r"[0-9.,]{1,40}(\s?[^\W\d]+)")
_PARTS = frozenset({"percent", "per mille", "permille", "percentage_point", "percentage point", "pp", "%", "‰"})


def dimension_of(literal: Literal | DateLiteral) -> Dimension:
    """Return the dimension of a literal."""
    if isinstance(literal, DateLiteral):
        return DATE
    found = NUMBER
    for factor in literal.units:
        found = multiply(found, power(factor.unit.dimension, factor.power))
    return found


def shown_in(units: tuple[UnitFactor, ...]) -> Shown:
    """Return how values are shown in these units; an offset counts only for a temperature that stands alone."""
    if len(units) == 1 and units[0].power == 1:
        unit = units[0].unit
        return Shown(unit.symbol, plain(unit.factor), plain(unit.offset))
    scale = Fraction(1)
    for factor in units:
        scale *= factor.unit.factor**factor.power
    return Shown(unit_symbol(units), plain(scale))


def shown_as(literal: Literal) -> Shown:
    """Return how values are shown beside a literal: in its units, and with its scale word where they are long."""
    found, number = shown_in(literal.units), literal.number
    written = _SCALE_WORD.search(number.text) if number.scale != 1 else None
    return replace(found, word=written[1], scale=number.scale) if written else found


def unit_symbol(units: Iterable[UnitFactor]) -> str:
    """Write a product of units: ``TFLOP/s``, ``kg·m/s^2``."""
    over: list[str] = []
    under: list[str] = []
    for factor in units:
        n = abs(factor.power)
        (over if factor.power > 0 else under).append(factor.unit.symbol + (f"^{n}" if n > 1 else ""))
    return "/".join(["·".join(over) or "1", *under]) if over or under else ""


def plain(value: Number) -> Number:
    """Return a fraction that is whole as an integer; integers are faster."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def one_of(unit: Unit) -> Leaf:
    """Return one of a unit as an input; π is a number, not one of something."""
    if unit.name == "pi":
        return exact_leaf("unit:pi", unit.symbol, unit.factor, Shown(""))
    return exact_leaf(f"unit:{unit.name}", f"1 {unit.symbol}", unit.factor, Shown(unit.symbol, unit.factor))


def is_share(literal: Literal) -> bool:
    """Whether a literal is in per cent or points: its digits are always rounded ones."""
    return len(literal.units) == 1 and literal.units[0].unit.name in _PARTS


def counts_things(dimension: Dimension) -> bool:
    """Whether a dimension counts things (D1, D1 per tile), so that an integer of it is exact."""
    counted = [base for base, n in dimension if n > 0]
    return bool(counted) and not any(base in BASES or base == "date" for base in counted)


def stated_range(literal: Literal, widths: Widths = DEFAULT_WIDTHS) -> Interval:
    """Return the base-unit interval for which a text that states this literal is right."""
    return to_base(stated(literal.number, widths), shown_in(literal.units))


def premise_range(literal: Literal, *, spec: bool = False, widths: Widths = DEFAULT_WIDTHS) -> Interval:
    """Return the base-unit interval that a literal stands for as an input; ``spec`` when it is a sourced fact."""
    counted = not is_share(literal) and (not spec or counts_things(dimension_of(literal)))
    return to_base(premise(literal.number, counted=counted, widths=widths), shown_in(literal.units))


def nominal_of(number: Written, shown: Shown) -> Number | None:
    """Return a nominal value in base units."""
    return None if number.nominal is None else plain(number.nominal * shown.factor + shown.offset)


def to_base(interval: Interval, shown: Shown) -> Interval:
    """Turn an interval in shown units into base units."""
    if shown.factor == 1 and shown.offset == 0:
        return interval
    scaled = interval.scaled(shown.factor)
    return scaled.shifted(shown.offset) if shown.offset else scaled


def one_number(interval: Interval) -> Number | None:
    """Return the number that an interval stands for: a point, or what is narrower than any digits that are shown."""
    low, high = interval.low, interval.high
    if low is None or high is None or low == high:
        return low if low == high else None
    narrow = Fraction(high - low) * ONE_NUMBER <= min(abs(Fraction(low)), abs(Fraction(high)))
    return Fraction(low + high) / 2 if narrow else None


def date_range(literal: DateLiteral) -> Interval:
    """Return the interval of the days of a date, in seconds."""
    return Interval(literal.first * DAY, literal.last * DAY)


def date_text(seconds: Number) -> str:
    """Write a point in time as a day."""
    ordinal = int(Fraction(seconds) / DAY)
    return date.fromordinal(ordinal).isoformat() if 1 <= ordinal <= date.max.toordinal() else f"day {ordinal}"
