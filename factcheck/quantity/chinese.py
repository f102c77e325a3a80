"""Chinese numerals and the words around them: 一百二十万, 三分之一, 百分之二点五, 十几, 数百万, 三成, 一半."""

import re
from fractions import Fraction
from functools import cache

from factcheck.quantity.digits import Read, digits_written, plain, power_of_ten, read_digits, scaled, some, with_scales
from factcheck.quantity.interval import Interval
from factcheck.quantity.words import table
from factcheck.quantity.written import Written

_BIG_SCALE = 4  # 万 and 亿 close a section of four digits
_BIG = 10**9
_YEAR_LENGTH = 4  # 二〇二四: digit by digit
_PER_CENT = 100


@cache
def _chinese_patterns() -> dict[str, re.Pattern[str]]:
    zh = table("zh")
    digits, scales, several = "".join(zh["digits"]), "".join(zh["scales"]), "".join(zh["several"])
    numeral = rf"[{digits}{scales}]+(?:{zh['point']}[{digits}]+)?"
    return {
        "numeral": re.compile(numeral),
        "fraction": re.compile(
            rf"(?P<below>[{digits}{scales}]+|[0-9]{{1,4}}){zh['fraction']}(?P<above>{numeral}|[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)"
        ),
        "several": re.compile(rf"[{several}](?P<scale>[{scales}]+)"),
        "teens": re.compile(rf"(?P<tens>[{digits}]?)十[{several}](?P<scale>[{scales}]*)"),
        "tenths": re.compile(rf"(?P<n>[{digits}]|[0-9]){zh['tenths']}"),
        "rough": re.compile("|".join(sorted(zh["rough"], key=len, reverse=True))),
    }


def read_chinese(text: str, at: int) -> Read | None:
    if at >= len(text) or text[at].isascii():
        return None
    p = _chinese_patterns()
    readers = (
        ("fraction", _chinese_fraction),
        ("teens", _teens),
        ("several", _several),
        ("tenths", _tenths),
        ("rough", _chinese_rough),
        ("numeral", _numeral),
    )
    for name, read in readers:
        m = p[name].match(text, at)
        found = read(text, m) if m else None
        if found is not None:
            return found
    return None


def _chinese_fraction(text: str, m: re.Match[str]) -> Read | None:
    above = read_digits(m["above"], 0) or read_chinese(m["above"], 0)
    below = read_digits(m["below"], 0) or read_chinese(m["below"], 0)
    if above is None or below is None or not below.number.nominal or above.number.nominal is None:
        return None
    if below.number.nominal == _PER_CENT:
        return Read(above.number.hedged("", m[0]), m.end(), percent=True)
    return Read(rough(m[0], Fraction(above.number.nominal, below.number.nominal)), m.end())


def _teens(_text: str, m: re.Match[str]) -> Read:
    tens = 10 * table("zh")["digits"].get(m["tens"], 1)
    return Read(_span(m[0], tens + 1, tens + 9, _scale(m["scale"])), m.end())


def _several(_text: str, m: re.Match[str]) -> Read:
    scale = m["scale"]
    if scale[0] == "十":
        return Read(_span(m[0], 20, 99, _scale(scale[1:])), m.end())
    return Read(_span(m[0], 2, 9, _scale(scale)), m.end())


def _tenths(_text: str, m: re.Match[str]) -> Read:
    n = int(m["n"]) if m["n"].isascii() else table("zh")["digits"][m["n"]]
    return Read(rough(m[0], Fraction(n, 10)), m.end())


def _chinese_rough(_text: str, m: re.Match[str]) -> Read:
    return Read(rough(m[0], Fraction(table("zh")["rough"][m[0]])), m.end())


def _scale(word: str) -> int:
    scales = table("zh")["scales"]
    return int(10 ** sum(scales[c] for c in word))


def _span(text: str, low: int, high: int, scale: int) -> Written:
    return Written(text, None, scale, scale, "span", span=Interval(low * scale, high * scale))


def rough(text: str, value: Fraction) -> Written:
    return Written(text, plain(value), Fraction(0), Fraction(0), "rough")


def _numeral(text: str, m: re.Match[str]) -> Read | None:
    whole, _, decimals = m[0].partition(table("zh")["point"])
    value = chinese_integer(whole)
    if value is None:
        return None
    if decimals:
        return _decimal_numeral(text, m, value, decimals)
    number = digits_written(m[0], value, 1, "integer")
    if whole[-1] in "万萬亿億":
        scale = _scale(whole[-1])
        number = (
            scaled(digits_written(m[0], value // scale, 1, "integer"), scale, m[0]) if value % scale == 0 else number
        )
    return Read(*some(text, m.start(), m.end(), number))


def _decimal_numeral(text: str, m: re.Match[str], whole: int, decimals: str) -> Read:
    digits = table("zh")["digits"]
    shown = "".join(str(digits[c]) for c in decimals)
    number = digits_written(m[0], int(f"{whole}{shown}"), power_of_ten(-len(shown)), "decimal")
    return with_scales(text, m.start(), m.end(), number)


def chinese_integer(text: str) -> int | None:
    """Return the value of a Chinese numeral (``一百二十万``, ``两万五千``), or None when it is not well formed."""
    digits = table("zh")["digits"]
    if all(c in digits for c in text):
        return _digit_by_digit(text)
    total = section = 0
    pending: int | None = None
    last, tail = _BIG, 0
    for c in text:
        if c in digits:
            if pending:
                return None
            pending = digits[c]
            tail = 0 if pending == 0 else tail
            continue
        tail = table("zh")["scales"][c]
        if tail >= _BIG_SCALE:
            total = (total + section + (pending or 0)) * 10**tail
            section, last = 0, _BIG
        elif tail >= last:
            return None
        else:
            section, last = section + (1 if pending is None else pending) * 10**tail, tail
        pending = None
    if pending and tail > 1:
        pending *= 10 ** (tail - 1)  # 两万五 is 25,000 and 三百五 is 350
    return int(total + section + (pending or 0))


def _digit_by_digit(text: str) -> int | None:
    digits = table("zh")["digits"]
    if 1 < len(text) < _YEAR_LENGTH:
        return None
    return int("".join(str(digits[c]) for c in text))
