"""Chinese numbers and the words around them: 三点五万, 三分之一, 百分之二点五, 数百万, 三成半, 九折, 一半."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.digits import read_digits
from factcheck.quantity.han import Numeral, read_numeral
from factcheck.quantity.interval import Interval
from factcheck.quantity.languages import han, per_language
from factcheck.quantity.reading import Read, between, from_digits, in_words, plain, power_of_ten
from factcheck.quantity.scales import chinese_scale, scaled, some, with_scales
from factcheck.quantity.written import Written

_TEN = 10
_DOZEN = 12
_PER_CENT = 100
_HALF = Fraction(1, 2)
_LOOK = 120
"""How far a fraction may reach, with blanks between its characters."""
_FEW = 32
_INTEGER = late_pattern(r"[0-9]{1,12}")
_SLASHED = late_pattern(r"(?P<above>[0-9]{1,4})/(?P<below>[0-9]{1,4})(?![0-9/])")
_GAP = r"\s{0,4}"


@per_language
def _patterns() -> dict[str, re.Pattern[str]]:
    zh = han()
    digits = "".join(word for word in zh["digits"] if word not in zh["pairs"])
    chars = "".join((*zh["digits"], *zh["scales"], *zh["tens"]))
    point = f"[{''.join(zh['point'])}]"
    return {
        "decimals": late_pattern(
            rf"{_GAP}{point}{_GAP}(?P<decimals>[{digits}]{{1,100}}(?![十百千拾佰仟])|[0-9]{{1,100}}(?![0-9.]))"
        ),
        "fraction": late_pattern(
            rf"(?P<below>[{chars}](?:{_GAP}[{chars}]){{0,19}}|[0-9]{{1,4}}){_GAP}分{_GAP}之{_GAP}"
        ),
        "and": late_pattern(rf"{_GAP}又{_GAP}"),
        "tenths": late_pattern(
            rf"{_GAP}{zh['tenths']}(?![{''.join(zh['not_tenths'])}])(?:(?P<half>半)|{_GAP}(?P<more>[{digits}])(?![{chars}个個]))?"
        ),
        "discount": late_pattern(rf"{_GAP}{zh['discount']}(?![{''.join(zh['not_discount'])}])"),
        "twice": late_pattern(rf"[{digits}]{{2}}(?={zh['discount']})"),
        "whole": late_pattern(r"[0-9](?:\s?[0-9])?(?:\.[0-9])?(?![0-9])"),
        "dozen": late_pattern(rf"{_GAP}打(?![{''.join(zh['not_dozen'])}])"),
        "rough": late_pattern("|".join(sorted(zh["rough"], key=len, reverse=True))),
        "scale": late_pattern(f"{chinese_scale()}+"),
    }


def read_share(text: str, at: int) -> Read | None:
    """Read a fraction (三分之一, 百分之5, 三又二分之一), tenths (三成, 2成) or a price as a share (九折)."""
    near = text[at : at + _LOOK]
    if "之" in near and (m := _patterns()["fraction"].match(text, at)) and (read := _fraction(text, m)):
        return read
    return (_mixed(text, at) if "又" in near else None) or _tenths(text, at, near[:_FEW])


def read_chinese(text: str, at: int) -> Read | None:
    """Read a number in Chinese characters."""
    m = _patterns()["rough"].match(text, at)
    if m:
        return Read(in_words(m[0], Fraction(han()["rough"][m[0]])), m.end())
    found = read_numeral(text, at)
    return _number(text, at, found) if found else None


def _number(text: str, at: int, found: Numeral) -> Read:
    """Add what stands behind a whole number: decimals, scales, 打, 多."""
    end = found.end
    if found.low != found.high:
        return with_scales(text, at, end, between(text[at:end], found.low, found.high, 1))
    if m := _patterns()["decimals"].match(text, end):
        shown = "".join(str(_digit(char)) for char in m["decimals"])
        number = from_digits(text[at : m.end()], int(f"{found.low}{shown}"), power_of_ten(-len(shown)), "decimal")
        return with_scales(text, at, m.end(), number)
    scale = 10**found.trailing
    number = from_digits(text[at:end], found.low // scale)
    if m := _patterns()["dozen"].match(text, end):
        return Read(number.times(_DOZEN, text[at : m.end()]), m.end())
    return with_scales(text, at, end, scaled(number, scale, text[at:end]) if found.trailing else number)


def _fraction(text: str, m: re.Match[str]) -> Read | None:
    below = int(m["below"]) if m["below"].isascii() else _denominator(m["below"])
    start = m.end() + (text[m.end() : m.end() + 1] in {"负", "負"})
    above = read_digits(text, start) or read_chinese(text, start)
    if not below or above is None:
        return None
    whole, over = text[m.start() : above.end], above.number
    over = over.negated(over.text) if start > m.end() else over
    share = m["below"].isascii() or _patterns()["scale"].fullmatch(re.sub(r"\s", "", m["below"])) is not None
    if below == _PER_CENT and share:
        return Read(replace(over, text=whole), above.end, percent=True)
    if str(below).strip("0") == "1" and below >= _PER_CENT:
        rounded = over if over.kind == "span" else replace(over, kind="decimal")
        return Read(rounded.times(Fraction(1, below), whole), above.end, share=share)
    if over.nominal is None:
        return None
    return Read(in_words(whole, Fraction(over.nominal) / below), above.end)


def _denominator(words: str) -> int | None:
    found = read_numeral(words, 0)
    return found.low if found and found.end == len(words) and found.low == found.high else None


def _mixed(text: str, at: int) -> Read | None:
    """Read a whole number and a fraction: 三百五又三分之一, 1又1/5."""
    whole = _whole(text, at)
    link = _patterns()["and"].match(text, whole[1]) if whole else None
    m = _patterns()["fraction"].match(text, link.end()) if link else None
    part = _fraction(text, m) if m else _slashed(text, link.end()) if link else None
    if whole is None or part is None or part.number.nominal is None:
        return None
    value = whole[0] + Fraction(part.number.nominal) / (_PER_CENT if part.percent else 1)
    return Read(in_words(text[at : part.end], value), part.end)


def _slashed(text: str, at: int) -> Read | None:
    m = _SLASHED.match(text, at)
    below = int(m["below"]) if m else 0
    return Read(in_words(m[0], Fraction(int(m["above"]), below)), m.end()) if m and below else None


def _whole(text: str, at: int) -> tuple[int, int] | None:
    """Return a whole number and where it ends."""
    if m := _INTEGER.match(text, at):
        return int(m[0]), m.end()
    found = read_numeral(text, at)
    return (found.low, found.end) if found and found.low == found.high else None


class _Few(NamedTuple):
    """The short number before 成 or 折: its ends, the worth of its last digit, and where it stops."""

    low: Fraction
    high: Fraction
    step: Fraction
    end: int


class _Shares(NamedTuple):
    """The words of shares: 对折, 成, 折."""

    half_price: tuple[str, ...]
    tenths: str
    discount: str


@per_language
def _shares() -> _Shares:
    zh = han()
    return _Shares(tuple(zh["half_price"]), zh["tenths"], zh["discount"])


def _tenths(text: str, at: int, near: str) -> Read | None:
    """Read 三成, 六点五成, 三成半, 七成六, 半成, 七八成, 九折, 五五折."""
    shares = _shares()
    if near.startswith(shares.half_price):
        return Read(Written(text[at : at + 2], _HALF, 0, Fraction(1, 10), "decimal"), at + 2, share=True)
    few = _few(text, at) if shares.tenths in near or shares.discount in near else None
    if few is None:
        return None
    if m := _patterns()["discount"].match(text, few.end):
        return _discount(text[at : m.end()], m.end(), few)
    m = _patterns()["tenths"].match(text, few.end)
    if m is None:
        return None
    words = text[at : m.end()]
    if few.low != few.high:
        span = Interval(few.low / 10, few.high / 10)
        return Read(Written(words, None, few.step / 10, few.step / 10, "span", span=span), m.end(), share=True)
    more = Fraction(5 if m["half"] else han()["digits"].get(m["more"], 0), 100)
    return some(text, at, m.end(), in_words(words, few.low / 10 + more, few.step / 10))._replace(share=True)


def _discount(words: str, end: int, few: _Few) -> Read:
    """Return the share of the price that remains: 九折 is 90 %, 五五折 and 55折 are 55 %."""
    by = 10 if few.low <= _TEN else _PER_CENT
    step = few.step / by
    return Read(Written(words, plain(few.low / by), plain(step), plain(step), "decimal"), end, share=True)


def _few(text: str, at: int) -> _Few | None:
    if m := _patterns()["whole"].match(text, at):
        value = Fraction(re.sub(r"\s", "", m[0]))
        return _Few(value, value, Fraction(1, 10 if "." in m[0] else 1), m.end())
    if text.startswith("半", at):
        return _Few(_HALF, _HALF, Fraction(1), at + 1)
    if m := _patterns()["twice"].match(text, at):
        first, second = (han()["digits"][char] for char in m[0])
        return _Few(Fraction(10 * first + second), Fraction(10 * first + second), Fraction(1), m.end())
    found = read_numeral(text, at)
    if found is None or found.high > _PER_CENT:
        return None
    m = _patterns()["decimals"].match(text, found.end)
    if m is None or len(m["decimals"]) > 1:
        return _Few(Fraction(found.low), Fraction(found.high), Fraction(1), found.end)
    value = found.low + Fraction(_digit(m["decimals"]), 10)
    return _Few(value, value, Fraction(1, 10), m.end())


def _digit(char: str) -> int:
    return int(han()["digits"].get(char, char))
