"""Dimensions: the bases of units with their powers, and their words: length:1 time:-2 is acceleration."""

from fractions import Fraction

Power = int | Fraction
Dimension = tuple[tuple[str, Power], ...]

NUMBER: Dimension = ()
SI_BASES = frozenset({"length", "mass", "time", "current", "temperature", "amount", "luminosity"})
_CURRENCY_CODES = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST
    XAF XCD XOF XPF YER ZAR ZMW ZWL
"""
CURRENCIES = frozenset(_CURRENCY_CODES.split())
BASES = SI_BASES | CURRENCIES | {"data", "flop", "op", "pixel"}

_WORDS: dict[str, str] = {
    "length:1": "length",
    "length:2": "area",
    "length:3": "volume",
    "mass:1": "mass",
    "time:1": "time",
    "time:-1": "frequency",
    "length:1 time:-1": "speed",
    "length:1 time:-2": "acceleration",
    "length:1 mass:1 time:-1": "momentum",
    "length:1 mass:1 time:-2": "force",
    "length:-1 mass:1 time:-2": "pressure",
    "length:2 mass:1 time:-2": "energy",
    "length:2 mass:1 time:-3": "power",
    "length:-3 mass:1": "density",
    "length:3 time:-1": "volume / time",
    "length:2 time:-2": "energy / mass",
    "mass:1 time:-3": "power / area",
    "length:-1 mass:1 time:-1": "viscosity",
    "current:1 time:1": "electric charge",
    "current:-1 length:2 mass:1 time:-3": "voltage",
    "current:-2 length:2 mass:1 time:-3": "electric resistance",
    "current:2 length:-2 mass:-1 time:3": "electric conductance",
    "current:2 length:-2 mass:-1 time:4": "capacitance",
    "current:-2 length:2 mass:1 time:-2": "inductance",
    "current:-1 length:2 mass:1 time:-2": "magnetic flux",
    "current:-1 mass:1 time:-2": "magnetic flux density",
    "current:1": "electric current",
    "temperature:1": "temperature",
    "amount:1": "amount of substance",
    "amount:1 length:-3": "concentration",
    "luminosity:1": "luminous intensity",
    "length:-2 luminosity:1": "illuminance",
}
_SHOWN = {"flop": "FLOP", "op": "operations", "current": "electric current", "amount": "amount of substance"}


def multiply(a: Dimension, b: Dimension) -> Dimension:
    """Return the dimension of a product."""
    if not a or not b:
        return a or b
    powers = dict(a)
    for base, n in b:
        powers[base] = _whole(powers.get(base, 0) + n)
    return tuple(sorted((base, n) for base, n in powers.items() if n))


def power(a: Dimension, n: Power) -> Dimension:
    """Return the dimension of a power; ``n`` is a fraction for roots."""
    return tuple((base, _whole(p * n)) for base, p in a) if n else NUMBER


def describe(dimension: Dimension) -> str:
    """Say a dimension in words: "speed", "FLOP / time / D1", "money (USD) / energy"."""
    if not dimension:
        return "a plain number"
    physical = tuple(pair for pair in dimension if pair[0] in SI_BASES)
    over, under = _split(physical, tuple(pair for pair in dimension if pair not in physical))
    return " / ".join([" · ".join(over) or "1", *under])


def _split(physical: Dimension, rest: Dimension) -> tuple[list[str], list[str]]:
    """Return the words over and under the fraction bar."""
    parts = sorted(rest, key=lambda pair: (pair[0] not in BASES, pair[0]))
    over = [_power_text(base, n) for base, n in parts if n > 0]
    under = [_power_text(base, -n) for base, n in parts if n < 0]
    one = rest and physical == (("time", -1),)  # "FLOP / time" says more than "FLOP · frequency"
    if not one and (word := _WORDS.get(dimension_text(physical))):
        return [word, *over], under
    if word := _WORDS.get(dimension_text(power(physical, -1))):
        return over, [word, *under]
    more_over = [_power_text(base, n) for base, n in physical if n > 0]
    more_under = [_power_text(base, -n) for base, n in physical if n < 0]
    return [*more_over, *over], [*more_under, *under]


def _power_text(base: str, n: Power) -> str:
    word = f"money ({base})" if base in CURRENCIES else _SHOWN.get(base, base)
    return word if n == 1 else f"{word}^{n}" if isinstance(n, int) else f"{word}^({n})"


def _whole(n: Power) -> Power:
    return n.numerator if n.denominator == 1 else n


def dimension_text(dimension: Dimension) -> str:
    """Write a dimension as data: ``length:1 time:-2``."""
    return " ".join(f"{base}:{n}" for base, n in dimension)


def dimension_from(text: str) -> Dimension:
    """Read what ``dimension_text`` wrote."""
    pairs = (part.rsplit(":", 1) for part in text.split())
    return tuple((base, _whole(Fraction(n))) for base, n in pairs)
