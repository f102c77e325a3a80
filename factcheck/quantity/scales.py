"""Scale words behind a number: 27.6万, 12万3千, 100万三千, 30多万, 1.2 million, 36k."""

import re

from factcheck.diagnostics import Problem
from factcheck.late import late_pattern
from factcheck.quantity.han import read_below, read_numeral
from factcheck.quantity.han_tokens import TRILLIONS
from factcheck.quantity.languages import han, latin, per_language
from factcheck.quantity.reading import MAX_EXPONENT, Read, from_digits, second_digit
from factcheck.quantity.written import Written
from factcheck.source import Span

_WAN = 4
_NEAR = 6
_HUNDRED = 2
_SHORT = 3
_MOST = 10**MAX_EXPONENT
_GAP = r"[ \u00a0\u3000]{0,4}"


@per_language
def powers_of_ten() -> dict[str, int]:
    """Return what the scale words of all languages are worth, as powers of ten."""
    en, zh = latin(), han()
    return {**en["scales"], **_in_titles(), **en["suffixes"], **zh["scales"]}


@per_language
def chinese_scale() -> str:
    """Return the pattern of one Chinese scale character; 千 of 千瓦, 兆 of 兆瓦 and 百 of 百分点 belong to the unit."""
    zh = han()
    others = "".join(scale for scale in zh["scales"] if scale not in "百千兆")
    digits = "".join((*zh["digits"], *zh["scales"]))
    return (
        rf"(?:[{others}]|百(?!{_GAP}分{_GAP}[点點位])|千(?!{'|'.join(zh['kilo'])})"
        rf"|兆(?=[{digits}]|{TRILLIONS}))"
    )


@per_language
def _pattern() -> re.Pattern[str]:
    en, zh = latin(), han()
    words = "|".join(sorted((*en["scales"], *_in_titles()), key=len, reverse=True))
    suffixes = "|".join(sorted(en["suffixes"], key=len, reverse=True))
    more = "|".join(word for word, power in en["scales"].items() if len(word) > _SHORT and power > _HUNDRED)
    return late_pattern(
        rf"{_GAP}(?P<some>[{''.join(zh['more'])}]?){_GAP}(?P<zh>{chinese_scale()}+)"
        rf"|(?:\s|-)?(?P<en>{words})(?![A-Za-z])(?:\s(?P<more>{more})(?![A-Za-z]))?"
        rf"|(?P<suffix>{suffixes})(?![A-Za-z0-9_/^·])"
    )


@per_language
def _in_titles() -> dict[str, int]:
    """Return the large scale words as titles write them: $3 Million."""
    known = latin()["scales"].items()
    return {word.capitalize(): power for word, power in known if len(word) > _SHORT and power > _HUNDRED}


@per_language
def _first_letters() -> frozenset[str]:
    """Return what the words behind a number may begin with; most numbers have none of it behind them."""
    en, zh = latin(), han()
    words = (*en["scales"], *_in_titles(), *en["suffixes"], *zh["scales"], *zh["more"])
    return frozenset(word[0] for word in words)


def with_scales(text: str, at: int, end: int, number: Written) -> Read:
    """Add what stands behind a number from ``at`` to ``end``: scale words, further groups, 多.

    Raises Problem FC201 where they lead beyond 10^400: 1亿亿亿….
    """
    if text[end : end + _NEAR].lstrip().removeprefix("-")[:1] not in _first_letters():
        return Read(number, end)
    m = _pattern().match(text, end)
    if m is None:
        return some(text, at, end, number)
    power = chinese_power(m["zh"]) if m["zh"] else _latin_power(m)
    if m["zh"] and 0 < power < _WAN and (larger := _larger(text, at, end)):
        return larger
    if power > MAX_EXPONENT or number.step > _MOST:
        message = f"the number is too large: its scale words go beyond 10^{MAX_EXPONENT}"
        raise Problem("FC201", message, Span(at, m.end()))
    bigger = scaled(number, 10**power, text[at : m.end()])
    if m["some"]:
        hedge = han()["more"][m["some"]]
        return with_scales(text, at, m.end(), bigger.hedged(hedge, bigger.text))
    if not m["zh"]:
        return Read(bigger, m.end())
    again = _pattern().match(text, m.end())
    if again and again["some"]:  # 500万余亿
        return with_scales(text, at, m.end(), bigger)
    return _further_groups(text, at, m.end(), bigger, power)


def _latin_power(m: re.Match[str]) -> int:
    """Return the power of ten of scale words or a suffix: hundred million is 8."""
    powers = powers_of_ten()
    return powers[m["en"] or m["suffix"]] + (powers[m["more"]] if m["more"] else 0)


def _larger(text: str, at: int, end: int) -> Read | None:
    """Read digits and small scales that a larger scale multiplies together: 3千5百万 is 35 million."""
    found = read_numeral(text, at) if text[at:end].isdigit() and end - at < _WAN else None
    if found is None or not found.trailing or found.low != found.high:
        return None
    scale = 10**found.trailing
    number = from_digits(text[at : found.end], found.low // scale)
    return some(text, at, found.end, scaled(number, scale, number.text))


def chinese_power(scales: str) -> int:
    """Return the power of ten of a run of scale characters: 万亿 is 12."""
    return sum(powers_of_ten()[scale] for scale in scales)


def scaled(number: Written, factor: int, text: str) -> Written:
    """Apply a scale word: the number is rounded, and any zero before the word may mean a round one."""
    if number.span is not None:
        return number.times(factor, text)
    n, coarse = number.nominal, number.coarse
    if coarse is None and number.kind == "integer" and isinstance(n, int) and n and n % 10 == 0:
        coarse = second_digit(n)
    return Written(text, n, number.step, number.lead, "decimal", number.hedge, coarse=coarse).times(factor, text)


def _further_groups(text: str, at: int, end: int, number: Written, power: int) -> Read:
    """Read what adds to a whole number behind its scale: 3千 behind 12万, 3456 behind 12万, 三千 behind 100万."""
    whole = number.nominal is not None and number.step >= 10**power
    below = read_below(text, end, power) if whole else None
    if below is None or number.nominal is None:
        return some(text, at, end, number)
    value, worth, stop = below
    step = 10**worth
    return some(text, at, stop, Written(text[at:stop], number.nominal + value, step, step, "decimal"))


def some(text: str, at: int, end: int, number: Written) -> Read:
    """Read 多, 余 or 来 right behind a number: 27万多 is 27 to 28 万, 三十来 is about 30."""
    m = _some().match(text, end)
    if m is None or number.span is not None:
        return Read(number, end)
    return Read(number.hedged(han()["more"][m["word"]], text[at : m.end()]), m.end())


@per_language
def _some() -> re.Pattern[str]:
    zh = han()
    others = "".join(word for word in zh["more"] if word not in {"来", "來", "许", "許"})
    return late_pattern(
        rf"[ ]?(?P<word>[{others}](?!于|於|少|年来|额)|[来來](?=[{zh['behind_about']}])|[许許](?![多久可诺]))"
    )
