"""Claims of mixed shapes from a seeded generator, each with the same content for the plain way.

The mix: sums and differences, relative changes as formula and as a rule call, shares, products and quotients with
units, operations per second, Chinese scale words, hedges in both languages, ratios, orders with one and with two
calculated sides, and facts of things. Half of the claims state the right value as rounded, a quarter are off in the
last digits, a quarter are plainly wrong. Numbers have one to six digits before the point and none to three behind it.
"""

import json
import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

SEED = 20240804


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, and for the plain way its quantities as pint reads them and its formula over ``q0``, ``q1``.

    The last quantity is what is stated. ``relation`` is ``=``, ``~`` or an order.
    """

    shape: str
    says: str
    quantities: tuple[str, ...]
    formula: str
    relation: str = "="


HEDGES = [("about", "~"), ("more than", ">"), ("at least", ">="), ("nearly", "~"), ("up to", "<=")]
Maker = Callable[[random.Random], Claim]


def claims(number: int, seed: int = SEED) -> Iterator[Claim]:
    """Yield claims, the shapes taking turns."""
    source = random.Random(seed)  # noqa: S311 - the same claims every time
    makers = list(MAKERS.values())
    for i in range(number):
        yield makers[i % len(makers)](source)


def of_shape(shape: str, number: int, seed: int = SEED) -> list[Claim]:
    """Return claims of one shape."""
    source = random.Random(f"{seed} {shape}")  # noqa: S311
    return [MAKERS[shape](source) for _ in range(number)]


def lines(number: int) -> Iterator[str]:
    """Yield claims as JSON lines."""
    for i, claim in zip(count(), claims(number), strict=False):
        yield json.dumps({"id": f"c{i}", "says": claim.says}, ensure_ascii=False)


def _value(source: random.Random, low: float = 1, high: float = 900_000) -> float:
    """Return a value with its digits cut somewhere: people write 12, 12.5 and 1,234.56."""
    value = low * math.exp(math.log(high / low) * source.random())
    return max(round(value, source.choice([0, 0, 1, 2])), low)


def _text(value: float, commas: bool = False) -> str:  # noqa: FBT001, FBT002
    text = repr(value).removesuffix(".0")
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals}" if commas else text


def _stated(source: random.Random, value: float, digits: int | None = None) -> str:
    """Write what a text states for a value: rounded, and in half of the cases wrong."""
    kind = source.random()
    if kind > 0.75:  # noqa: PLR2004
        value *= source.choice([0.1, 0.5, 0.93, 1.07, 1.5, 1000])
    digits = source.choice([0, 1, 2]) if digits is None else digits
    while 0 < abs(value) < 10**-digits * 20:
        digits += 1
    if 0.5 < kind <= 0.75:  # noqa: PLR2004
        value += source.choice([-3, -2, -1, 1, 2, 3]) * 10**-digits / 2
    return f"{value:.{digits}f}"


def _sum(source: random.Random) -> Claim:
    parts = [_value(source) for _ in range(source.choice([2, 3, 4]))]
    stated = _stated(source, sum(parts))
    shown = " + ".join(_text(part, commas=True) for part in parts)
    names = " + ".join(f"q{i}" for i in range(len(parts)))
    return Claim("sum", f"{shown} = {stated}", (*map(_text, parts), stated), names)


def _difference(source: random.Random) -> Claim:
    a, b = _value(source, 1000), _value(source, 1, 999)
    stated = _stated(source, a - b)
    return Claim("difference", f"{_text(a)} - {_text(b)} = {stated}", (_text(a), _text(b), stated), "q0 - q1")


def _change(source: random.Random) -> Claim:
    a, b = _value(source, 20), _value(source, 20)
    stated = _stated(source, (b - a) / a * 100)
    says = f"({_text(b)} - {_text(a)}) / {_text(a)} = {stated} %"
    return Claim("change", says, (_text(a), _text(b), f"{stated} percent"), "(q1 - q0) / q0")


def _change_rule(source: random.Random) -> Claim:
    a, b = _value(source, 20), _value(source, 20)
    stated = _stated(source, (b - a) / a * 100)
    says = f"percent_change(before={_text(a)}, after={_text(b, commas=True)}) = {stated} %"
    return Claim("change rule", says, (_text(a), _text(b), f"{stated} percent"), "(q1 - q0) / q0")


def _share_rule(source: random.Random) -> Claim:
    whole = _value(source, 50)
    part = max(1.0, round(whole * source.random()))
    stated = _stated(source, part / whole * 100)
    says = f"share(part={_text(part)} GWh, whole={_text(whole)} GWh) ~ {stated} %"
    quantities = (f"{_text(part)} GWh", f"{_text(whole)} GWh", f"{stated} percent")
    return Claim("share rule", says, quantities, "q0 / q1", "~")


def _distance(source: random.Random) -> Claim:
    speed, hours = _value(source, 5, 900), _value(source, 1, 48)
    stated = _stated(source, speed * hours)
    quantities = (f"{_text(speed)} km/h", f"{_text(hours)} h", f"{stated} km")
    return Claim("distance", f"{_text(speed)} km/h * {_text(hours)} h = {stated} km", quantities, "q0 * q1")


def _energy(source: random.Random) -> Claim:
    power, hours = _value(source, 5, 9000), _value(source, 1, 2000)
    stated = _stated(source, power * hours / 1000)
    quantities = (f"{_text(power)} kW", f"{_text(hours)} h", f"{stated} MWh")
    return Claim("energy", f"{_text(power)} kW * {_text(hours)} h = {stated} MWh", quantities, "q0 * q1")


def _operations(source: random.Random) -> Claim:
    target, each = _value(source, 1, 500), _value(source, 20, 2000)
    stated = _stated(source, target / each * 1e6, 0)
    quantities = (f"{_text(target)}e18 / second", f"{_text(each)}e12 / second", stated)
    return Claim("operations", f"{_text(target)} EFLOP/s / {_text(each)} TFLOP/s = {stated}", quantities, "q0 / q1")


def _thing(source: random.Random) -> Claim:
    target = _value(source, 1, 500)
    stated = _stated(source, target / 362 * 1e6, 0)
    quantities = (f"{_text(target)}e18 / second", "362e12 / second", stated)
    return Claim("thing", f"{_text(target)} EFLOP/s / D1.peak = {stated} D1", quantities, "q0 / q1")


def _chinese_sum(source: random.Random) -> Claim:
    a, b = _value(source, 1, 9000), _value(source, 1, 9000)
    stated = _stated(source, a + b)
    quantities = (f"{_text(a)}e4", f"{_text(b)}e4", f"{stated}e4")
    return Claim("chinese sum", f"{_text(a)}万 + {_text(b)}万 = {stated}万", quantities, "q0 + q1")


def _chinese_each(source: random.Random) -> Claim:
    total, number = _value(source, 1, 9000), _value(source, 1, 500)
    stated = _stated(source, total / number)
    quantities = (f"{_text(total)}e8", f"{_text(number)}e4", f"{stated}e4")
    return Claim("chinese each", f"{_text(total)}亿元 / {_text(number)}万 = 约{stated}万元", quantities, "q0 / q1", "~")


def _hedged(source: random.Random) -> Claim:
    a, b = _value(source, 1, 5000), _value(source, 1, 5000)
    words, relation = source.choice(HEDGES)
    stated = _stated(source, a * b, 0)
    quantities = (_text(a), _text(b), stated)
    return Claim("hedged", f"{_text(a)} * {_text(b)} = {words} {stated}", quantities, "q0 * q1", relation)


def _round(source: random.Random) -> Claim:
    a, b = _value(source, 1, 5000), _value(source, 1, 500)
    stated = f"{float(f'{a * 1e6 / b:.2g}'):.0f}"
    quantities = (f"{_text(a)}e6", _text(b), stated)
    return Claim("round", f"{_text(a)} million / {_text(b)} = {stated}", quantities, "q0 / q1")


def _ratio(source: random.Random) -> Claim:
    a, b = _value(source, 10), _value(source, 10)
    small, large = min(a, b), max(a, b)
    stated = _stated(source, large / small, source.choice([0, 1]))
    pair = ("1", stated) if a < b else (stated, "1")
    says = f"{_text(a)} : {_text(b)} {source.choice('=~')} {pair[0]}:{pair[1]}"
    return Claim("ratio", says, (_text(large), _text(small), stated), "q0 / q1")


def _order(source: random.Random) -> Claim:
    a, b, sign = _value(source, 1, 5000), _value(source, 1, 50), source.choice([">", "<", ">=", "<="])
    stated = _stated(source, a * b)
    return Claim("order", f"{_text(a)} * {_text(b)} {sign} {stated}", (_text(a), _text(b), stated), "q0 * q1", sign)


def _two_sides(source: random.Random) -> Claim:
    a, b, c, sign = _value(source, 1, 5000), _value(source, 1, 50), _value(source, 1, 5000), source.choice("<>")
    says = f"{_text(a)} W * {_text(b)} h {sign} {_text(c)} kJ * 3"
    quantities = (f"{_text(a)} W", f"{_text(b)} h", f"{_text(c)} kJ")
    return Claim("two sides", says, quantities, "q0 * q1 / 3", sign)


MAKERS: dict[str, Maker] = {
    "sum": _sum,
    "difference": _difference,
    "change": _change,
    "change rule": _change_rule,
    "share rule": _share_rule,
    "distance": _distance,
    "energy": _energy,
    "operations": _operations,
    "thing": _thing,
    "chinese sum": _chinese_sum,
    "chinese each": _chinese_each,
    "hedged": _hedged,
    "round": _round,
    "ratio": _ratio,
    "order": _order,
    "two sides": _two_sides,
}
