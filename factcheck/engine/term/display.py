"""Which unit a calculated value is shown in: the unit of an input of the same dimension, else SI."""

from dataclasses import replace
from fractions import Fraction

from factcheck.engine.term.offer import bare
from factcheck.engine.term.term import DATE, Shown, Term, leaf_terms
from factcheck.late import late_pattern
from factcheck.quantity.dimension import SI_BASES, Dimension, power
from factcheck.quantity.interval import Number

_SI: dict[Dimension, str] = {
    (): "",
    (("length", 2), ("mass", 1), ("time", -2)): "J",
    (("length", 2), ("mass", 1), ("time", -3)): "W",
    (("length", 1), ("mass", 1), ("time", -2)): "N",
    (("length", -1), ("mass", 1), ("time", -2)): "Pa",
    (("current", -1), ("length", 2), ("mass", 1), ("time", -3)): "V",
    (("current", 1), ("time", 1)): "C",
}
_SHARES = frozenset({"%", "‰", "pp", "ppm", "ppb"})
_BASE = {
    "length": "m",
    "mass": "kg",
    "time": "s",
    "current": "A",
    "temperature": "K",
    "amount": "mol",
    "luminosity": "cd",
    "data": "B",
    "flop": "FLOP",
    "op": "OP",
}


def natural(dimension: Dimension) -> Shown:
    """Return SI units, and things by their keys: ``W/H100``, ``FLOP/s/D1``, ``transistor/m^2``."""
    if dimension == DATE:
        return Shown("")
    physical = tuple(pair for pair in dimension if pair[0] in SI_BASES)
    rest = tuple(pair for pair in dimension if pair[0] not in SI_BASES)
    over = [_written(base, n) for base, n in rest if n > 0]
    under = [_written(base, -n) for base, n in rest if n < 0]
    if physical in _SI:
        over = [*filter(None, [_SI[physical]]), *over]
    elif (inverse := power(physical, -1)) in _SI:
        under = [_SI[inverse], *under]
    else:
        over = [*over, *(_written(base, n) for base, n in physical if n > 0)]
        under = [*(_written(base, -n) for base, n in physical if n < 0), *under]
    return Shown("/".join(["·".join(over) or "1", *under]) if over or under else "")


def _written(base: str, n: object) -> str:
    symbol = _BASE.get(base, base)
    return symbol if n == 1 else f"{symbol}^{n}"


def display_unit(*terms: Term | None) -> Shown:
    """Return a unit for values of the first term's dimension: that of the first input of it in any of the terms."""
    wanted = next(term.dimension for term in terms if term is not None)
    leaves = [leaf for term in terms if term is not None for leaf in leaf_terms(term)]
    # 2 × H100.power is in the watts of the fact, too, once nothing is per H100
    for each in (*leaves, *(bare(leaf) for leaf in leaves if leaf.offer)):
        shown = each.leaf.shown if each.leaf is not None else Shown("")
        if each.dimension == wanted and shown.symbol and (wanted or shown.symbol in _SHARES):
            return shown
    return natural(wanted)


_PREFIXES = ("", "k", "M", "G", "T", "P", "E", "Z", "Y")
_STEP = 1000
_SCALED = late_pattern(r"(?P<prefix>[kMGTPEZY]?)(?P<unit>(?:FLOP|OP|Wh|W|J|B|V|Hz|N|Pa)(?![A-Za-z]).*)")


def readable(shown: Shown, value: Number | None) -> Shown:
    """Return the unit with the prefix that leaves one to three digits before the point: 98.9 EFLOP/s, 35 MW."""
    m = _SCALED.fullmatch(shown.symbol)
    if m is None or not value:
        return shown
    amount = abs(Fraction(shown.of(value))) * Fraction(_STEP) ** _PREFIXES.index(m["prefix"])
    power = 0
    while amount >= _STEP and power < len(_PREFIXES) - 1:
        amount, power = amount / _STEP, power + 1
    factor = shown.factor * Fraction(_STEP) ** (power - _PREFIXES.index(m["prefix"]))
    return replace(shown, symbol=_PREFIXES[power] + m["unit"], factor=factor)
