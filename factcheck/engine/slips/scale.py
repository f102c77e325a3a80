"""Slips of scale: a decimal point, a prefix, a scale word, a share as its number of per cent."""

from collections.abc import Iterator
from fractions import Fraction
from math import log10

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.restate import numeral, scale_word, unit_word, with_digits, with_scale, with_unit
from factcheck.engine.term.values import is_share
from factcheck.language.tree import Literal
from factcheck.quantity.units import Unit, UnitTable

PREFIXES = ("n", "μ", "m", "", "k", "M", "G", "T", "P", "E", "Z")
NONE = PREFIXES.index("")
NEAR_PREFIXES = 2
LARGEST = {"m": "k", "g": "k", "L": "", "s": "", "t": "", "Wh": "P"}
"""The largest prefix that writers put before a unit: there is no megametre to be meant."""

MAX_POWER = 12
NEAR = Fraction(3, 2)
BARE = Fraction(1, 20)
"""A number that loses the zeros it ends in may have been a rough one; no rougher than this."""

STEP = 1000

SCALE_WORDS = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "M"),
    ("mn", "bn", "tn"),
    ("千", "万", "亿", "万亿"),
    ("千", "百万", "十亿"),
)
"""Words of one language between which writers slip."""

OTHER_LANGUAGE = (("亿", "billion"), ("万", "k"), ("万", "thousand"), ("百万", "万"), ("亿", "million"))
"""Words that are taken for one another in translation: ×10, ×10 and ×100."""


def prefixes(case: Case) -> Iterator[Edit]:
    """Try other prefixes, up to two steps of 1000 away: GB for TB."""
    literal = case.literal
    for factor in literal.units if literal else ():
        for unit in _other_prefixes(factor.unit, case.engine.knowledge.units):
            new = with_unit(literal, factor, unit, unit.symbol) if literal else None
            if new is not None and literal is not None:
                yield Edit(f"{unit.symbol} was meant instead of {unit_word(literal, factor)}", new)


def _other_prefixes(unit: Unit, table: UnitTable) -> Iterator[Unit]:
    """Yield the same unit with other prefixes, the nearest first."""
    here = prefix_of(unit, table)
    if here is None:
        return
    base = unit.symbol[len(PREFIXES[here]) :]
    top = PREFIXES.index(LARGEST.get(base, PREFIXES[-1]))
    near = sorted(range(top + 1), key=lambda i: abs(i - here))
    for i in near:
        other = table.lookup(PREFIXES[i] + base) if 0 < abs(i - here) <= NEAR_PREFIXES else None
        if other is not None and _steps(other, unit, i - here):
            yield other


def prefix_of(unit: Unit, table: UnitTable) -> int | None:
    """Return the place of a unit's prefix in the ladder; None where it can have none."""
    for i, prefix in enumerate(PREFIXES):
        base = table.lookup(unit.symbol[len(prefix) :]) if prefix and unit.symbol.startswith(prefix) else None
        if base is not None and _steps(unit, base, i - NONE):
            return i
    kilo = table.lookup(f"k{unit.symbol}")
    return NONE if kilo is not None and _steps(kilo, unit, 1) else None


def _steps(unit: Unit, other: Unit, steps: int) -> bool:
    return unit.dimension == other.dimension and unit.factor == other.factor * Fraction(STEP) ** steps


def scale_words(case: Case) -> Iterator[Edit]:
    """Try other scale words: million for billion, 万 for 亿."""
    word = scale_word(case.literal) if case.literal else ""
    for row in SCALE_WORDS:
        if word in row:
            yield from _other_words(case.literal, word, [other for other in row if other != word])


def translated_words(case: Case) -> Iterator[Edit]:
    """Try scale words of another language that do not match: 亿 taken for billion, 万 for k."""
    word = scale_word(case.literal) if case.literal else ""
    pairs = [*OTHER_LANGUAGE, *((b, a) for a, b in OTHER_LANGUAGE)]
    yield from _other_words(case.literal, word, [b for a, b in pairs if a == word])


def _other_words(literal: Literal | None, word: str, others: list[str]) -> Iterator[Edit]:
    for other in others:
        new = with_scale(literal, other) if literal else None
        if new is not None:
            yield Edit(f"{other} was meant instead of {word}", new)


def decimal_point(case: Case) -> Iterator[Edit]:
    """Move the decimal point, or take away zeros or add them."""
    power = _power(case)
    if case.literal is not None and power:
        way = "too large" if power < 0 else "too small"
        for new in shifted(case.literal, power, case):
            yield Edit(f"the number is {10 ** abs(power):,} times {way}", new)


def percent_as_number(case: Case) -> Iterator[Edit]:
    """Multiply or divide a share by 100: 0.25 % for 25 %."""
    power = _power(case)
    if case.literal is None or abs(power) != 2 or not is_share(case.literal):  # noqa: PLR2004 - per cent are 100
        return
    reason = "the number was multiplied by 100 once too often" if power < 0 else "the share stands for its per cent"
    for new in shifted(case.literal, power, case):
        yield Edit(reason, new)


def _power(case: Case) -> int:
    """Return by which power of ten the stated number is off, 0 where it is not off by one."""
    n = case.judged.comparison.stated.nominal
    if not n or not case.x or (n > 0) != (case.x > 0):
        return 0
    ratio = abs(Fraction(case.x) / n)
    power = round(log10(ratio.numerator) - log10(ratio.denominator))
    near = abs(power) <= MAX_POWER and 1 / NEAR < ratio / Fraction(10) ** power < NEAR
    return power if near else 0


def shifted(literal: Literal, power: int, case: Case) -> Iterator[Literal]:
    """Yield a literal with its decimal point moved: with all its digits, with those that are not zeros, filled up."""
    found = numeral(literal)
    if found is None:
        return
    moved = _moved(found.digits, power)
    for text in dict.fromkeys((moved, _bare(moved, case.amount(literal)), _filled(literal, power, case))):
        new = with_digits(literal, text) if text else None
        if new is not None:
            yield new


def _moved(digits: str, power: int) -> str:
    whole, _, decimals = digits.partition(".")
    if power >= 0:
        decimals = decimals.ljust(power, "0")
        whole, decimals = whole + decimals[:power], decimals[power:]
    else:
        whole = whole.rjust(1 - power, "0")
        whole, decimals = whole[:power], whole[power:] + decimals
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if decimals else whole


def _bare(digits: str, amount: Fraction) -> str:
    """Return digits without the zeros that they end in, where the derived value is about that."""
    bare = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return bare if abs(amount - Fraction(bare)) <= BARE * amount else ""


def _filled(literal: Literal, power: int, case: Case) -> str:
    """Return the derived value in place of the zeros that a move to the right leaves: 36 for 362 is 362, not 360."""
    found = numeral(literal)
    if found is None or power < 1 or "." in found.digits:
        return ""
    amount = case.amount(literal)
    fits = abs(amount / 10**power - int(found.digits)) <= Fraction(1, 2)
    return str(round(amount)) if fits else ""
