"""Statements of the claim language by its grammar, from a seed; each with what the oracle makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import NamedTuple

from benchmarks.fuzz import oracle
from benchmarks.fuzz.oracle import Number, Range, Undefined, Value, Verdict

Dimension = tuple[int, int, int]
"""The exponents of length, time and mass."""

PLAIN: Dimension = (0, 0, 0)
DEPTH = 3
TINY, HUGE = Fraction(1, 10**9), Fraction(10**12)
"""Beyond these a value is stated by a number of its own, not by one near it."""

UNITS: dict[Dimension, tuple[tuple[str, Fraction], ...]] = {
    (0, 0, 0): (("", Fraction(1)),),
    (1, 0, 0): (
        ("m", Fraction(1)),
        ("km", Fraction(1000)),
        ("cm", Fraction(1, 100)),
        ("miles", Fraction(1609344, 1000)),
        ("ft", Fraction(3048, 10000)),
        ("公里", Fraction(1000)),
    ),
    (0, 1, 0): (("s", Fraction(1)), ("min", Fraction(60)), ("h", Fraction(3600)), ("days", Fraction(86400))),
    (0, 0, 1): (("kg", Fraction(1)), ("g", Fraction(1, 1000)), ("tonnes", Fraction(1000))),
    (1, -1, 0): (("m/s", Fraction(1)), ("km/h", Fraction(1000, 3600))),
    (2, 0, 0): (("m^2", Fraction(1)), ("km^2", Fraction(10**6)), ("hectares", Fraction(10**4))),
    (3, 0, 0): (("m^3", Fraction(1)), ("L", Fraction(1, 1000))),
    (0, -1, 0): (("1/s", Fraction(1)), ("Hz", Fraction(1))),
    (0, -1, 1): (("kg/s", Fraction(1)), ("t/h", Fraction(1000, 3600))),
    (-3, 0, 1): (("kg/m^3", Fraction(1)), ("g/L", Fraction(1))),
}
"""Units that mean one thing only; ``1/s`` stands behind no number."""

SCALES = (("千", 10**3), ("万", 10**4), ("亿", 10**8), (" thousand", 10**3), (" million", 10**6), (" billion", 10**9))
HEDGES = {
    "about": ("about {}", "约{}", "{}左右", "roughly {}"),
    "nearly": ("nearly {}", "近{}"),
    "more": ("more than {}", "超过{}", "over {}"),
    "least": ("at least {}", "至少{}"),
    "less": ("less than {}", "不到{}"),
    "most": ("at most {}", "至多{}"),
}
_LOOSE, _TIGHT = 1, 3


@dataclass(frozen=True, slots=True)
class Part:
    """An expression: its text, how tightly it binds, its value, or None where it has none."""

    text: str
    binds: int
    value: Value | None


class Case(NamedTuple):
    """A statement, and the verdict that the oracle gives; None where a division by zero leaves it undefined."""

    says: str
    expected: Verdict | None
    graded: bool = True


class Chance(Random):
    """Chance from a seed; the digits of numbers have one of their own, so that a statement may have others."""

    def __init__(self, seed: str, digits: int = 0) -> None:
        """Take the seed of the statement, and which of its sets of digits is wanted."""
        super().__init__(seed)
        self.digits = Random(f"{seed}:{digits}")


def statement(random: Chance) -> Case:
    """Return a statement; most of those with a nominal value state a number near it."""
    dimension = random.choice((PLAIN, PLAIN, *UNITS))
    left = expression(random, dimension, random.choice((1, 1, 1, 2, 2, DEPTH)))
    relation = random.choice(("=", "=", "=", "=", "~", ">", ">=", "<", "<="))
    if random.random() < 0.15:
        right = expression(random, dimension, random.randint(1, 2))
        return _against(left, relation, right)
    text, number = stated(random, dimension, left.value, relation)
    says = f"{left.text} {relation} {text}"
    if left.value is None:
        return Case(says, None)
    return Case(says, oracle.against_number(left.value, relation, number), graded=number.error is None)


def _against(left: Part, relation: str, right: Part) -> Case:
    right_text = right.text if right.binds < _TIGHT else f"1 * {right.text}"  # a number alone is judged as one
    says = f"{left.text} {relation} {right_text}"
    if left.value is None or right.value is None:
        return Case(says, None)
    return Case(says, oracle.against_value(left.value, relation, right.value))


# expressions


def expression(random: Chance, dimension: Dimension, depth: int) -> Part:
    """Return an expression of a dimension with so many operations inside each other at most."""
    if depth == 0 or random.random() < 0.1:
        return leaf(random, dimension)
    make = random.choice((_sum, _sum, _product, _product, _quotient, _quotient, _power, _negative, _function, _bracket))
    return make(random, dimension, depth - 1)


def leaf(random: Chance, dimension: Dimension) -> Part:
    """Return a number with a unit; where no unit has the dimension, a product of those that make it up."""
    if dimension not in UNITS:
        return _made_up(random, dimension)
    text, number = written(random, dimension, None)
    tight = number.hedge == "" and number.ends is None and number.error is None and " " not in text
    return Part(text if tight else f"({text})", _TIGHT, number.input())


def _made_up(random: Chance, dimension: Dimension) -> Part:
    found: Part | None = None
    for axis, exponent in enumerate(dimension):
        unit: Dimension = tuple(int(axis == other) for other in range(3))  # type: ignore[assignment]
        for _ in range(abs(exponent)):
            one = leaf(random, unit)
            if found is None:
                found = one if exponent > 0 else _binary("/", leaf(random, PLAIN), one)
            else:
                found = _binary("*" if exponent > 0 else "/", found, one)
    return found or leaf(random, PLAIN)


def _sum(random: Chance, dimension: Dimension, depth: int) -> Part:
    sign = random.choice("+-")
    return _binary(sign, expression(random, dimension, depth), expression(random, dimension, depth))


def _product(random: Chance, dimension: Dimension, depth: int) -> Part:
    one, other = _split(random, dimension, -1)
    return _binary("*", expression(random, one, depth), expression(random, other, depth))


def _quotient(random: Chance, dimension: Dimension, depth: int) -> Part:
    below, above = _split(random, dimension, 1)
    return _binary("/", expression(random, above, depth), expression(random, below, depth))


def _split(random: Chance, dimension: Dimension, sign: int) -> tuple[Dimension, Dimension]:
    """Return a dimension to divide by (1) or multiply with (-1), and what is left; both have units."""
    while True:
        one = random.choice((PLAIN, PLAIN, *UNITS))
        other: Dimension = tuple(a + sign * b for a, b in zip(dimension, one, strict=True))  # type: ignore[assignment]
        if other in UNITS or one == PLAIN:
            return one, other


def _power(random: Chance, dimension: Dimension, depth: int) -> Part:
    n = random.choice((2, 2, 3, -1, -2))
    if any(exponent % n for exponent in dimension):
        return _sum(random, dimension, depth)
    base: Dimension = tuple(exponent // n for exponent in dimension)  # type: ignore[assignment]
    inner = expression(random, base, depth)
    exponent = str(n) if n > 0 else f"({n})"
    return Part(f"({inner.text})^{exponent}", _TIGHT, _of(inner, lambda a: oracle.to_the(a, n)))


def _negative(random: Chance, dimension: Dimension, depth: int) -> Part:
    inner = expression(random, dimension, depth)
    return Part(f"(-({inner.text}))", _TIGHT, _of(inner, oracle.negative))


def _bracket(random: Chance, dimension: Dimension, depth: int) -> Part:
    inner = expression(random, dimension, depth)
    return Part(f"({inner.text})", _TIGHT, inner.value)


def _function(random: Chance, dimension: Dimension, depth: int) -> Part:
    name = random.choice(("abs", "min", "max", "sum", "mean", *(oracle.STEPS if dimension == PLAIN else ())))
    parts = [expression(random, dimension, depth) for _ in range(random.randint(2, 3) if name[0] in "ms" else 1)]
    text = f"{name}({', '.join(part.text for part in parts)})"
    value = parts[0].value
    if name == "abs":
        value = _of(parts[0], oracle.size)
    elif name in oracle.STEPS:
        value = value and _stepped(value, oracle.STEPS[name])
    else:
        for part in parts[1:]:
            value = value and part.value and _both(name, value, part.value)
        if name == "mean":
            value = value and _both("*", value, Value(found := Fraction(1, len(parts)), oracle.exact(found)))
    return Part(text, _TIGHT, value)


def _stepped(value: Value, step: Callable[[Fraction], Fraction]) -> Value | None:
    """Return whole numbers; a range whose end is open or infinite is left to the engine."""
    found = value.range
    if not (found.has_low and found.has_high) or isinstance(found.low, float) or isinstance(found.high, float):
        return None
    nominal = None if value.nominal is None else step(value.nominal)
    return Value(nominal, Range(step(found.low), step(found.high)))


def _of(part: Part, operation: Callable[[Range], Range]) -> Value | None:
    """Return an operation on a value; the nominal value is a range of one."""
    if part.value is None:
        return None
    try:
        x = part.value.nominal
        nominal = None if x is None else operation(oracle.exact(x)).low
        return Value(nominal, operation(part.value.range))  # type: ignore[arg-type]
    except Undefined:
        return None


def _binary(operator: str, left: Part, right: Part) -> Part:
    binds = _LOOSE if operator in "+-" else _LOOSE + 1
    one = left.text if left.binds >= binds else f"({left.text})"
    other = right.text if right.binds > binds else f"({right.text})"
    value = None
    if left.value is not None and right.value is not None:
        value = _both(operator, left.value, right.value)
    return Part(f"{one} {operator} {other}", binds, value)


_OPERATIONS: dict[str, Callable[[Range, Range], Range]] = {
    "+": oracle.plus,
    "sum": oracle.plus,
    "mean": oracle.plus,
    "-": lambda a, b: oracle.plus(a, oracle.negative(b)),
    "*": oracle.times,
    "/": lambda a, b: oracle.times(a, oracle.inverse(b)),
    "min": oracle.least,
    "max": oracle.greatest,
}


def _both(operator: str, a: Value, b: Value) -> Value | None:
    operation = _OPERATIONS[operator]
    try:
        nominal = None
        if a.nominal is not None and b.nominal is not None:
            nominal = operation(oracle.exact(a.nominal), oracle.exact(b.nominal)).low
        return Value(nominal, operation(a.range, b.range))  # type: ignore[arg-type]
    except Undefined:
        return None


# numbers


def stated(random: Chance, dimension: Dimension, derived: Value | None, relation: str) -> tuple[str, Number]:
    """Return a number to state, often one near the derived value; an order states one number without a bound."""
    while True:
        text, number = written(random, dimension, derived and derived.nominal)
        if relation not in oracle.ORDERS or (number.ends is None and number.hedge not in oracle.BOUNDS):
            return text, number


def written(random: Chance, dimension: Dimension, near: Fraction | None) -> tuple[str, Number]:
    """Return a number with a unit as texts write it, and what it is."""
    name, factor = random.choice(UNITS.get(dimension, ((None, Fraction(1)),)))
    while name is not None and name.startswith("1/"):
        name, factor = random.choice(UNITS[dimension])
    if name is None:
        name, factor = _unit_text(dimension), Fraction(1)
    percent = dimension == PLAIN and random.random() < 0.2
    factor = Fraction(1, 100) if percent else factor
    text, number = _digits(random, None if near is None else near / factor)
    number = number._replace(unit=factor)
    if percent:
        number = number._replace(whole=False, second=None)
    unit = " %" if percent else f" {name}" if name else ""
    return _hedged(random, text, unit, number)


def _unit_text(dimension: Dimension) -> str:
    above = "·".join(f"{base}^{n}" for base, n in zip(("m", "s", "kg"), dimension, strict=True) if n > 0)
    below = "".join(f"/{base}^{-n}" for base, n in zip(("m", "s", "kg"), dimension, strict=True) if n < 0)
    return f"{above}{below}" if above else f"m{below}/m"


def _digits(random: Chance, near: Fraction | None) -> tuple[str, Number]:
    """Return digits with or without a scale word."""
    sign, target = "", _target(random, near)
    if target < 0:
        sign, target = "-", -target
    word, scale = random.choice((("", 1), ("", 1), ("", 1), *SCALES))
    if not scale <= target * 100 < scale * 10**8:
        word, scale = "", 1
    digits = random.digits
    decimals = digits.choice((0, 0, 0, 1, 2, 3))
    while decimals < 9 and not sign and 0 < target / scale * 10**decimals < 1:
        decimals += 1
    mantissa = round(target / scale * 10**decimals) + digits.choice((0, 0, 0, 0, 0, 1, -1, 2, 7))
    mantissa = max(0, mantissa)
    if word and decimals and mantissa % 10 == 0:
        mantissa += 1  # 1.50 million: the page does not say whether its zero is a round one
    if not sign and not decimals and digits.random() < 0.15 and mantissa > 10**3:
        mantissa = round(mantissa, -digits.randint(1, len(str(mantissa)) - 1))
    shown = str(mantissa).zfill(decimals + 1)
    whole, fraction = (shown[:-decimals], f".{shown[-decimals:]}") if decimals else (shown, "")
    if digits.random() < 0.3:
        whole = f"{int(whole):,}"
    step = Fraction(scale, 10**decimals)
    zeros = len(shown) - len(shown.rstrip("0")) if mantissa else 0
    value = mantissa * step if not sign else -mantissa * step
    second = None
    if not decimals and mantissa and zeros >= (1 if word else 2):
        second = Fraction(scale * 10 ** max(0, len(str(mantissa)) - 2))
    number = Number(value, step, step * 10**zeros, whole=not decimals and not word, second=second)
    return f"{sign}{whole}{fraction}{word}", number


def _target(source: Chance, near: Fraction | None) -> Fraction:
    """Return a value to write: near another one, where there is such."""
    random = source.digits
    if near is None or not TINY < abs(near) < HUGE or random.random() < 0.1:
        return Fraction(random.choice((random.randint(0, 12), random.randint(1, 999), random.randint(1, 10**6))))
    return near * random.choice(
        (1, 1, 1, 1, 1, Fraction(101, 100), Fraction(9, 10), Fraction(3, 2), Fraction(2, 3), 2, 10, 1000)
    )


def _hedged(random: Chance, text: str, unit: str, number: Number) -> tuple[str, Number]:
    """Return a number with its unit, at times under a hedge, as a range or with a tolerance."""
    chance = random.random()
    positive = number.value is not None and number.value > 0 and not text.startswith("-")
    if not positive or chance < 0.6:
        return f"{text}{unit}", number
    if chance < 0.85:
        hedge = random.choice([*HEDGES])
        return random.choice(HEDGES[hedge]).format(f"{text}{unit}"), number._replace(hedge=hedge, whole=False)
    if text[-1].isdigit() and "." not in text and "," not in text:
        low = number.value or Fraction(0)
        by = random.randint(1, 20)
        if chance < 0.92:
            high = f"{text} to {low + by}{unit}"
            return high, number._replace(value=None, ends=(low, low + by), whole=False, second=None)
        return f"{text} ± {by}{unit}", number._replace(error=Fraction(by), whole=False, second=None)
    return f"{text}{unit}", number
