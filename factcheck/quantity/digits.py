"""Numbers in digits, with separators, exponents, scale words and suffixes: 1,234.5 · 1e-8 · 36k · 27.6万 · 12万3千."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Number
from factcheck.quantity.words import table

from factcheck.quantity.written import Kind, Written
from factcheck.source import Span

MAX_DIGITS = 100
MAX_EXPONENT = 400
ROUND_ZEROS = 2

_DIGITS = 100
MAX_EXPONENT = 400
MAX_WORDS = 12
ROUND_ZEROS = 2

_DIGITS = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:_[0-9]+)*)(?:\.(?P<decimals>[0-9]+))?"
    r"(?:[eE](?P<exponent>[+-]?[0-9]+)(?![0-9A-Za-z]))?"
)
_POINT_ONLY = re.compile(r"\.(?P<decimals>[0-9]+)")
_GROUP = re.compile(r"[0-9]{1,4}")


class Read(NamedTuple):
    """A number that was read, and the position behind it; ``percent`` when the words themselves say per cent."""

    number: Written
    end: int
    percent: bool = False


def read_digits(text: str, at: int) -> Read | None:
    m = _DIGITS.match(text, at) or _POINT_ONLY.match(text, at)
    if m is None:
        return None
    groups = m.groupdict()
    whole = (groups.get("whole") or "0").replace(",", "").replace("_", "")
    decimals, exponent = groups["decimals"] or "", groups.get("exponent")
    if len(whole) + len(decimals) > MAX_DIGITS or (exponent and abs(int(exponent[:8])) > MAX_EXPONENT):
        raise Problem(
            "FC201",
            f"the number is too large: at most {MAX_DIGITS} digits, exponents to {MAX_EXPONENT}",
            Span(at, m.end()),
        )
    if not decimals and exponent is None:
        return _scaled_integer(text, at, m.end(), int(whole))
    step = power_of_ten(int(exponent or 0) - len(decimals))
    number = digits_written(text[at : m.end()], int(whole + decimals), step, "decimal")
    return with_scales(text, at, m.end(), number)


def _scaled_integer(text: str, at: int, end: int, value: int) -> Read:
    number = digits_written(text[at:end], value, 1, "integer")
    return with_scales(text, at, end, number)


def digits_written(text: str, mantissa: int, step: Number, kind: Kind) -> Written:
    zeros = len(str(mantissa)) - len(str(mantissa).rstrip("0")) if mantissa else 0
    coarse = _coarse(mantissa) if kind == "integer" and zeros >= ROUND_ZEROS else None
    return Written(text, plain(mantissa * step), step, plain(step * 10**zeros), kind, coarse=coarse)


def _coarse(value: int) -> int:
    return int(10 ** max(0, len(str(abs(value))) - 2))


def power_of_ten(exponent: int) -> Number:
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)


def plain(value: Number) -> Number:
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


@cache
def _scale_pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    en, zh = table("en"), table("zh")
    scales = {**en["scales"], **zh["scales"]}
    words = "|".join(sorted(en["scales"], key=len, reverse=True))
    suffixes = "|".join(sorted(en["suffixes"], key=len, reverse=True))
    hanzi = "".join(zh["scales"])
    some = "".join(zh["more"])
    pattern = rf"(?P<some>[{some}]?)(?P<zh>[{hanzi}]+)|\s?(?P<en>{words})(?![A-Za-z])|(?P<suffix>{suffixes})(?![A-Za-z0-9_/^·])"
    return re.compile(pattern), {**scales, **en["suffixes"]}


def with_scales(text: str, at: int, end: int, number: Written) -> Read:
    """Add scale words (``万``, ``million``, ``k``) and further groups (``12万3千``)."""
    pattern, powers = _scale_pattern()
    m = pattern.match(text, end)
    if m is None:
        return Read(*some(text, at, end, number))
    word = m["zh"] or m["en"] or m["suffix"]
    power = sum(powers[c] for c in word) if m["zh"] else powers[word]
    bigger = scaled(number, 10**power, text[at : m.end()])
    if m["some"]:
        return Read(bigger.hedged("some", text[at : m.end()]), m.end())
    if m["zh"]:
        bigger, stop = _further_groups(text, at, m.end(), bigger, power)
        return Read(*some(text, at, stop, bigger))
    return Read(bigger, m.end())


def scaled(number: Written, factor: int, text: str) -> Written:
    """Apply a scale word: any trailing zero before it may mean a round number, and the number is rounded."""
    coarse = number.coarse
    if (
        number.kind == "integer"
        and coarse is None
        and isinstance(number.nominal, int)
        and number.nominal
        and number.nominal % 10 == 0
    ):
        coarse = _coarse(number.nominal)
    bare = Written(text, number.nominal, number.step, number.lead, "decimal", coarse=coarse)
    return bare.times(factor, text)


def _further_groups(text: str, at: int, end: int, number: Written, power: int) -> tuple[Written, int]:
    """Read ``3千`` behind ``12万``: each further group has a smaller scale."""
    pattern, powers = _scale_pattern()
    while m := _GROUP.match(text, end):
        scale = pattern.match(text, m.end())
        if scale is None or not scale["zh"] or scale["some"] or sum(powers[c] for c in scale["zh"]) >= power:
            break
        power = sum(powers[c] for c in scale["zh"])
        end = scale.end()
        value = (number.nominal or 0) + int(m[0]) * 10**power
        number = Written(text[at:end], value, 10**power, 10**power, "decimal")
    return number, end


def some(text: str, at: int, end: int, number: Written) -> tuple[Written, int]:
    """Read ``多`` or ``余`` right behind a number: 27万多 is 27 to 28 万."""
    if text[end : end + 1] in table("zh")["more"] and text[end : end + 2] not in {"多于"}:
        return number.hedged("some", text[at : end + 1]), end + 1
    return number, end
