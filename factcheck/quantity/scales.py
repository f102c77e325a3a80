"""Scale words behind a number: 27.6万, 12万3千, 30多万, 1.2 million, 36k."""

import re
from functools import cache

from factcheck.quantity.reading import Read, second_digit
from factcheck.quantity.words import table
from factcheck.quantity.written import Written

_GROUP = re.compile(r"[0-9]{1,4}")


@cache
def powers_of_ten() -> dict[str, int]:
    """Return what the scale words of all languages are worth, as powers of ten."""
    en, zh = table("en"), table("zh")
    return {**en["scales"], **en["suffixes"], **zh["scales"]}


@cache
def chinese_scale() -> str:
    """Return the pattern of one Chinese scale character; 千 of 千瓦 and 百 of 百分点 belong to the unit."""
    zh = table("zh")
    others = "".join(scale for scale in zh["scales"] if scale not in "百千")
    return rf"(?:[{others}]|百(?!分)|千(?!{'|'.join(zh['kilo'])}))"


@cache
def _pattern() -> re.Pattern[str]:
    en, zh = table("en"), table("zh")
    words = "|".join(sorted(en["scales"], key=len, reverse=True))
    suffixes = "|".join(sorted(en["suffixes"], key=len, reverse=True))
    return re.compile(
        rf"[ ]?(?P<some>[{''.join(zh['more'])}]?)(?P<zh>{chinese_scale()}+)"
        rf"|\s?(?P<en>{words})(?![A-Za-z])"
        rf"|(?P<suffix>{suffixes})(?![A-Za-z0-9_/^·])"
    )


def with_scales(text: str, at: int, end: int, number: Written) -> Read:
    """Add what stands behind a number from ``at`` to ``end``: scale words, further groups, 多."""
    m = _pattern().match(text, end)
    if m is None:
        return some(text, at, end, number)
    power = chinese_power(m["zh"]) if m["zh"] else powers_of_ten()[m["en"] or m["suffix"]]
    bigger = scaled(number, 10**power, text[at : m.end()])
    if m["some"]:
        return Read(bigger.hedged("some", bigger.text), m.end())
    return _further_groups(text, at, m.end(), bigger, power) if m["zh"] else Read(bigger, m.end())


def chinese_power(scales: str) -> int:
    """Return the power of ten of a run of scale characters: 万亿 is 12."""
    return sum(powers_of_ten()[scale] for scale in scales)


def scaled(number: Written, factor: int, text: str) -> Written:
    """Apply a scale word: the number is rounded, and any zero before the word may mean a round one."""
    n, coarse = number.nominal, number.coarse
    if coarse is None and number.kind == "integer" and isinstance(n, int) and n and n % 10 == 0:
        coarse = second_digit(n)
    return Written(text, n, number.step, number.lead, "decimal", coarse=coarse).times(factor, text)


def _further_groups(text: str, at: int, end: int, number: Written, power: int) -> Read:
    """Read ``3千`` behind ``12万``, ``3456`` behind ``12万``: each further group has a smaller scale."""
    while (m := _GROUP.match(text, end)) and (group := _group(text, m, power)):
        power, end = group
        value = (number.nominal or 0) + int(m[0]) * 10**power
        number = Written(text[at:end], value, 10**power, 10**power, "decimal")
        if not power:
            break
    return some(text, at, end, number)


def _group(text: str, m: re.Match[str], power: int) -> tuple[int, int] | None:
    """Return the power of ten of a group of digits and the position behind it, or None when it is none."""
    scale = _pattern().match(text, m.end())
    if scale is not None and scale["zh"] and not scale["some"]:
        smaller = chinese_power(scale["zh"])
        return (smaller, scale.end()) if smaller < power else None
    return (0, m.end()) if scale is None and len(m[0]) == power else None


def some(text: str, at: int, end: int, number: Written) -> Read:
    """Read 多 or 余 right behind a number: 27万多 is 27 to 28 万."""
    start = end + text.startswith(" ", end)
    if text[start : start + 1] in {*table("zh")["more"]} and not text.startswith("多于", start):
        return Read(number.hedged("some", text[at : start + 1]), start + 1)
    return Read(number, end)
