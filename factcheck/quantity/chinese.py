"""Chinese numerals and the words around them: 一百二十万, 三分之一, 百分之二点五, 十几, 数百万, 三成, 一半."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck.quantity.digits import read_digits
from factcheck.quantity.reading import Read, between, from_digits, in_words, power_of_ten
from factcheck.quantity.scales import chinese_power, chinese_scale, scaled, some, with_scales
from factcheck.quantity.words import table

_NO_SCALE = 99
_YEAR_LENGTH = 4  # 二〇二四: digit by digit
_PER_CENT = 100
_TRAILING = re.compile("[万萬亿億]+$")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    zh = table("zh")
    digits, scales, several = "".join(zh["digits"]), "".join(zh["scales"]), "".join(zh["several"])
    return {
        "numeral": re.compile(
            rf"(?P<whole>(?:[{digits}]|{chinese_scale()})+)(?:{zh['point']}(?P<decimals>[{digits}]+))?"
        ),
        "fraction": re.compile(rf"(?P<below>[{digits}{scales}]+|[0-9]{{1,4}}){zh['fraction']}"),
        "several": re.compile(rf"[{several}](?P<scale>{chinese_scale()}+)"),
        "teens": re.compile(rf"(?P<tens>[{digits}]?)十[{several}](?P<scale>{chinese_scale()}*)"),
        "tenths": re.compile(rf"(?P<n>[{digits}]|[0-9](?:\.[0-9])?){zh['tenths']}(?P<more>[{digits}]?)"),
        "rough": re.compile("|".join(sorted(zh["rough"], key=len, reverse=True))),
    }


def read_share(text: str, at: int) -> Read | None:
    """Read a fraction (三分之一, 百分之5) or tenths (三成, 2成)."""
    if fraction := _patterns()["fraction"].match(text, at):
        return _fraction(text, fraction)
    tenths = _patterns()["tenths"].match(text, at)
    return _tenths(text, tenths) if tenths else None


def read_chinese(text: str, at: int) -> Read | None:
    """Read a number in Chinese characters."""
    patterns = _patterns()
    for name, read in (("teens", _teens), ("several", _several), ("rough", _rough), ("numeral", _numeral)):
        m = patterns[name].match(text, at)
        found = read(text, m) if m else None
        if found is not None:
            return found
    return None


def _fraction(text: str, m: re.Match[str]) -> Read | None:
    below = int(m["below"]) if m["below"].isascii() else chinese_integer(m["below"])
    read = read_digits(text, m.end()) or read_chinese(text, m.end())
    if not below or read is None:
        return None
    whole, above = text[m.start() : read.end], read.number
    if below == _PER_CENT:
        return Read(replace(above, text=whole), read.end, percent=True)
    if str(below).strip("0") == "1" and below > _PER_CENT:
        rounded = above if above.kind == "span" else replace(above, kind="decimal")
        return Read(rounded.times(Fraction(1, below), whole), read.end)
    if above.nominal is None:
        return None
    return Read(in_words(whole, Fraction(above.nominal) / below), read.end)


def _tenths(text: str, m: re.Match[str]) -> Read:
    digits = table("zh")["digits"]
    n = Fraction(m["n"]) if m["n"].isascii() else Fraction(digits[m["n"]])
    value = n / 10 + Fraction(digits.get(m["more"], 0), 100)
    return some(text, m.start(), m.end(), in_words(m[0], value, Fraction(1, 10)))


def _teens(_text: str, m: re.Match[str]) -> Read:
    tens = 10 * table("zh")["digits"].get(m["tens"], 1)
    return Read(between(m[0], tens + 1, tens + 9, _scale(m["scale"])), m.end())


def _several(_text: str, m: re.Match[str]) -> Read:
    scale = m["scale"]
    low, high, rest = (20, 99, scale[1:]) if scale[0] == "十" else (2, 9, scale)
    return Read(between(m[0], low, high, _scale(rest)), m.end())


def _rough(_text: str, m: re.Match[str]) -> Read:
    return Read(in_words(m[0], Fraction(table("zh")["rough"][m[0]])), m.end())


def _scale(scales: str) -> int:
    return int(10 ** chinese_power(scales))


def _numeral(text: str, m: re.Match[str]) -> Read | None:
    value = chinese_integer(m["whole"])
    if value is None:
        return None
    if m["decimals"]:
        shown = "".join(str(table("zh")["digits"][c]) for c in m["decimals"])
        number = from_digits(m[0], int(f"{value}{shown}"), power_of_ten(-len(shown)), "decimal")
        return with_scales(text, m.start(), m.end(), number)
    trailing = _TRAILING.search(m["whole"])
    scale = _scale(trailing[0]) if trailing else 1
    number = from_digits(m[0], value // scale)
    return with_scales(text, m.start(), m.end(), scaled(number, scale, m[0]) if trailing else number)


def chinese_integer(text: str) -> int | None:
    """Return the value of a Chinese numeral (``一百二十万``, ``两万五千``), or None when it is not well formed."""
    digits = table("zh")["digits"]
    if all(c in digits for c in text):
        return None if 1 < len(text) < _YEAR_LENGTH else int("".join(str(digits[c]) for c in text))
    return _integer(text, 0)


def _integer(text: str, after: int) -> int | None:
    """Cut at the largest of 亿 and 万; ``after`` is the power of ten of the scale in front."""
    cut = max(text.rfind("亿"), text.rfind("億"))
    if cut < 0:
        cut = max(text.rfind("万"), text.rfind("萬"))
    if cut < 0:
        return _section(text, after)
    power = chinese_power(text[cut])
    above = _integer(text[:cut], 0) if cut else 1  # 万 alone, as in 近万
    below = _integer(text[cut + 1 :], power)
    return None if above is None or below is None else above * 10**power + below


def _section(text: str, tail: int) -> int | None:
    """Read 千, 百 and 十; a last digit without its scale takes the next smaller one: 三百五 is 350."""
    total, last, pending = 0, _NO_SCALE, None
    for c in text:
        digit = table("zh")["digits"].get(c)
        if digit is not None:
            if pending:
                return None
            pending, tail = digit, tail if digit else 0
            continue
        tail = chinese_power(c)
        if tail >= last:
            return None
        total, last, pending = total + (1 if pending is None else pending) * 10**tail, tail, None
    return total + (pending or 0) * (10 ** (tail - 1) if tail > 1 else 1)
