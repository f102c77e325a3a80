"""Writes a quantity in one canonical way that is read back as the same: about 276,000 km/h, 5 to 6 million dollar."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd

from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.written import Hedge, Written, stated

_HEDGES: dict[Hedge, str] = {
    "about": "about", "nearly": "nearly", "some": "just over", "more": "more than", "less": "less than",
    "least": "at least", "most": "at most",
}  # fmt: skip
_SCALES = {12: "trillion", 9: "billion", 6: "million", 3: "thousand"}
_POWERS = {1: "", 2: "square ", 3: "cubic "}
_DECIMALS = 60


def printed(number: Written, factors: Sequence[UnitFactor]) -> str:
    """Return hedge, number and unit as plain text."""
    if number.span is not None:
        body = _tolerance(number) if number.nominal is not None else _span(number.span, number)
    elif number.kind not in {"integer", "rough"} and _power(number.step) is None:
        body = _span(stated(number), number)  # 10 1/2 is rounded to halves
    else:
        body = _joined(_HEDGES.get(number.hedge, ""), _number(number))
    return _joined(body, _unit(factors))


def _unit(factors: Sequence[UnitFactor]) -> str:
    """Write units by their names: kilometer per hour, per cubic centimeter."""
    over = [_factor(factor) for factor in factors if factor.power > 0]
    under = [f"per {_factor(factor)}" for factor in factors if factor.power < 0]
    return " ".join([*over, *under])


def _factor(factor: UnitFactor) -> str:
    name, power = factor.unit.name.replace("_", " "), abs(factor.power)
    return f"{_POWERS.get(power, '')}{name}" + (f"^{power}" if power > max(_POWERS) else "")


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _number(number: Written) -> str:
    """Write a number with the digits that it was written with: 27.6万 is 276 thousand."""
    n, power = number.nominal, _power(number.step)
    assert n is not None  # noqa: S101 - only a span lacks a nominal value
    if number.kind == "integer" and isinstance(n, int):
        return f"{n:,}"
    if number.kind == "rough" or power is None:
        return number.text  # in words: half a million
    if power <= 0:
        return _decimal(n, -power)
    scale = next((p for p in _SCALES if power <= p and abs(n) >= 10**p), None)
    if scale is None:
        return f"{_decimal(Fraction(n) / 10**power, 0)}e{power}".replace(",", "")
    return f"{_decimal(Fraction(n) / 10**scale, scale - power)} {_SCALES[scale]}"


def _power(step: Number) -> int | None:
    """Return the power of ten that a step is, or None."""
    value = Fraction(step)
    over, under = value.numerator, value.denominator
    power = len(str(over)) - len(str(under))
    return power if value > 0 and value == Fraction(10) ** power else None


def _decimal(n: Number, digits: int) -> str:
    """Write an exact number with so many decimals."""
    shifted = Fraction(n) * 10**digits
    whole, rest = divmod(abs(shifted.numerator // shifted.denominator), 10**digits)
    sign = "-" if n < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:0{digits}}" if digits else "")


def _exact(n: Number) -> str | None:
    """Write a number with as many decimals as it has, or as a fraction; None where neither can be read back."""
    value = Fraction(n)
    digits = next((d for d in range(_DECIMALS) if 10**d % value.denominator == 0), None)
    if digits is not None:
        return _decimal(value, digits)
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    shown = f"{rest.numerator}/{rest.denominator}" if gcd(rest.numerator, rest.denominator) == 1 else ""
    return f"{sign}{whole} {shown}" if whole else f"{sign}{shown}"


def _tolerance(number: Written) -> str:
    n, span = number.nominal, number.span
    if n is None or span is None or span.high is None:
        return number.text
    return f"{_exact(n)} ± {_exact(span.high - n)}"


def _span(span: Interval, number: Written) -> str:
    """Write a range; one that is open on a side, or excludes its ends, as bounds."""
    low, high = span.low, span.high
    if low is None or high is None:
        bound = low if low is not None else high
        return number.text if bound is None else _joined(_side(span), str(_exact(bound)))
    if span.low_open or span.high_open:
        first, second = ("more than", "at least")[not span.low_open], ("less than", "at most")[not span.high_open]
        return f"{first} {_exact(low)} and {second} {_exact(high)}"
    hedge = _HEDGES.get(number.hedge, "") if number.hedge in {"about", "nearly", "some"} and number.span else ""
    words = ("", "to") if low < high else ("between", "and")
    return _joined(hedge, words[0], str(_exact(low)), words[1], str(_exact(high)))


def _side(span: Interval) -> str:
    if span.high is None:
        return "more than" if span.low_open else "at least"
    return "less than" if span.high_open else "at most"
