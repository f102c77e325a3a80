"""English numbers in words: cardinals, fractions, decimals and rough ones (half a million, a few hundred)."""

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.cardinals import LETTER, SEPARATOR, THOUSAND, Cardinal, either, multipliers, read_cardinal
from factcheck.quantity.digits import MAX_DIGITS
from factcheck.quantity.languages import latin, per_language
from factcheck.quantity.reading import Read, between, from_digits, in_words, power_of_ten
from factcheck.quantity.scales import scaled
from factcheck.quantity.written import Written

_TEN, _TENS = 10, 20
_LETTER = late_pattern(rf"[{LETTER}]")


class _Patterns(NamedTuple):
    rough: re.Pattern[str]
    parts: re.Pattern[str]
    several: re.Pattern[str]
    plurals: re.Pattern[str]
    scale: re.Pattern[str]
    point: re.Pattern[str]
    bare_point: re.Pattern[str]
    decimal: re.Pattern[str]
    below: re.Pattern[str]
    conjunction: re.Pattern[str]


@per_language
def _patterns() -> _Patterns:
    en = latin()
    scales = rf"(?P<scale>{either(multipliers())})(?![A-Za-z])"
    plurals = either(en["plurals"])
    joint, of, article = en["and"], en["of"], "|".join(en["articles"])
    behind = rf"{SEPARATOR}(?:(?:{of}{SEPARATOR})?(?:{article}){SEPARATOR})?{scales}"
    tens = either({word: n for word, n in en["units"].items() if n >= _TENS})
    below = either({word: n for word, n in en["ordinals"].items() if n > 2})  # noqa: PLR2004 - a second is a time
    ones = either({word: n for word, n in en["ordinals"].items() if n < _TEN})
    single = either({word: n for word, n in en["units"].items() if 0 < n < _TEN})
    digit = either(dict.fromkeys((*en["nought"], *(word for word, n in en["units"].items() if n < _TENS)), 0))
    point = rf"(?:{en['point']})(?={SEPARATOR}(?:{digit}|{tens})(?![A-Za-z]))"
    spaced = rf"(?:{SEPARATOR}| - )"  # one - fourth
    patterns = (
        rf"(?P<words>{either(en['rough'])})(?![A-Za-z])|(?P<scaled>{either(en['rough_scaled'])})(?={behind})",
        rf"{SEPARATOR}{joint}{SEPARATOR}(?P<words>{either(en['parts'])})(?![A-Za-z])",
        rf"(?P<words>{either(en['several'])}){SEPARATOR}{scales}",
        rf"(?P<words>{plurals})\s{of}(?:\s(?P<more>{plurals}))?(?![A-Za-z])",
        behind,
        rf"{SEPARATOR}{point}",
        point,
        rf"{SEPARATOR}(?:(?P<tens>{tens})(?:{SEPARATOR}(?P<ones>{single}))?|(?P<digit>{digit}))(?![A-Za-z])",
        rf"{spaced}(?:(?P<tens>{tens}){SEPARATOR}(?P<ones>{ones})|(?P<below>{below}))(?P<plural>{en['plural']}|)(?![A-Za-z])",
        rf"{SEPARATOR}{joint}{SEPARATOR}(?:(?P<article>{article})(?={SEPARATOR}))?",
    )
    return _Patterns(*(late_pattern(pattern, re.IGNORECASE) for pattern in patterns))


def read_english(text: str, at: int) -> Read | None:
    """Read a number in English words."""
    if not _LETTER.match(text, at):
        return None
    for read in (_rough, _several, _plurals, _counted, _bare_decimal):
        found = read(text, at)
        if found is not None:
            return found
    return None


def _rough(text: str, at: int) -> Read | None:
    m = _patterns().rough.match(text, at)
    if m is None:
        return None
    kind = "rough" if m["words"] else "rough_scaled"
    return _scaled_words(text, at, m.end(), _value(kind, m["words"] or m["scaled"]))


def _value(name: str, words: str) -> Fraction:
    return Fraction(latin()[name][re.sub(SEPARATOR, " ", words.lower())])


def _scaled_words(text: str, at: int, end: int, value: Fraction) -> Read:
    """Return a fraction or multiple in words, with the scale behind it: half a million, two and a half thousand."""
    scale = _patterns().scale.match(text, end)
    if scale is None:
        return Read(in_words(text[at:end], value), end)
    return Read(in_words(text[at:end], value).times(_scale(scale), text[at : scale.end()]), scale.end())


def _scale(m: re.Match[str]) -> int:
    return multipliers()[m["scale"].lower()]


def _several(text: str, at: int) -> Read | None:
    m = _patterns().several.match(text, at)
    if m is None:
        return None
    low, high = latin()["several"][re.sub(SEPARATOR, " ", m["words"].lower())]
    return Read(between(m[0], low, high, _scale(m)), m.end())


def _plurals(text: str, at: int) -> Read | None:
    """Read ``hundreds of thousands``, as 数十万."""
    m = _patterns().plurals.match(text, at)
    if m is None:
        return None
    plurals, word = latin()["plurals"], m["words"].lower()
    more = plurals[m["more"].lower()] if m["more"] else 1
    low, high = (20, 99) if plurals[word] == 1 else (2, 9)
    return Read(between(m[0], low, high, plurals[word] * more), m.end())


def _counted(text: str, at: int) -> Read | None:
    """Read a cardinal and what it begins: ``two point five``, ``five eighths``, ``two and a half``."""
    made = read_cardinal(text, at)
    if made is None:
        return None
    found = _mixed(text, at, made) or _fraction(text, at, made) or _decimal(text, at, made)
    return found or with_part(text, at, _whole(text, at, made), made.last)


def _whole(text: str, at: int, made: Cardinal) -> Read:
    number = from_digits(text[at : made.end], made.value // max(made.last, 1))
    if made.last >= THOUSAND:
        return Read(scaled(number, made.last, text[at : made.end]), made.end)
    return Read(from_digits(text[at : made.end], made.value), made.end)


def _mixed(text: str, at: int, made: Cardinal) -> Read | None:
    """Read a fraction below one that begins within the cardinal: nine million and five ninths."""
    cut = text.rfind(f" {latin()['and']} ", at, made.end)
    part = _part(text, cut) if cut > 0 else None
    whole = read_cardinal(text[at:cut], 0) if part and part[1] > made.end and part[0] < 1 else None
    if whole is None:
        return None
    above = whole._replace(end=at + whole.end)
    return with_part(text, at, _whole(text, at, above), above.last) if above.end == cut else None


def with_part(text: str, at: int, whole: Read, last: int) -> Read:
    """Add a fraction in words to a number: two and a half million, three and one fourth, 3 million and a half.

    ``last`` is the scale word at the end of the number: behind a million, a half is half of that.
    """
    part = _part(text, whole.end)
    value = whole.number.nominal
    if part is None or value is None:
        return whole
    share, end = part
    if last < THOUSAND:
        return _scaled_words(text, at, end, value + share)
    scale = _patterns().scale.match(text, end)
    worth, end = (_scale(scale), scale.end()) if scale else (last, end)
    return Read(in_words(text[at:end], value + share * worth), end) if worth <= last else whole


def _part(text: str, at: int) -> tuple[Fraction, int] | None:
    """Read the fraction behind ``and``: a half, three quarters, one fourth, a thirtieth."""
    if m := _patterns().parts.match(text, at):
        return _value("parts", m["words"]), m.end()
    m = _patterns().conjunction.match(text, at)
    if m is None:
        return None
    above = Cardinal(1, m.end(), 1) if m["article"] else read_cardinal(text, m.end())
    return _share(text, above) if above else None


def _fraction(text: str, at: int, above: Cardinal) -> Read | None:
    share = _share(text, above)
    return _scaled_words(text, at, share[1], share[0]) if share else None


def _share(text: str, above: Cardinal) -> tuple[Fraction, int] | None:
    """Read what a number is divided by: five eighths, three twenty-firsts; twenty-fifth alone is an ordinal."""
    m = _patterns().below.match(text, above.end)
    if m is None or bool(m["plural"]) != (above.value != 1) or not above.value:
        return None
    en = latin()
    tens = en["units"][m["tens"].lower()] if m["tens"] else 0
    return Fraction(above.value, tens + en["ordinals"][(m["ones"] or m["below"]).lower()]), m.end()


def _decimal(text: str, at: int, whole: Cardinal) -> Read | None:
    """Read ``two point five million``: behind the point each word gives its digits."""
    point = _patterns().point.match(text, whole.end)
    return _with_decimals(text, at, whole.value, point.end()) if point else None


def _bare_decimal(text: str, at: int) -> Read | None:
    """Read ``point five``."""
    point = _patterns().bare_point.match(text, at)
    return _with_decimals(text, at, 0, point.end()) if point else None


def _with_decimals(text: str, at: int, whole: int, end: int) -> Read:
    shown = ""
    while len(shown) < MAX_DIGITS and (m := _patterns().decimal.match(text, end)):
        shown, end = shown + _decimals(m), m.end()
    number = from_digits(text[at:end], int(f"{whole}{shown}"), power_of_ten(-len(shown)), "decimal")
    return _with_scale(text, at, end, number)


def _decimals(m: re.Match[str]) -> str:
    """Return the digits of a word behind the point: ninety-nine is 99, o is 0."""
    units = latin()["units"]
    value = sum(units[m[name].lower()] for name in ("tens", "ones") if m[name])
    return str(value or (units.get(m["digit"].lower(), 0) if m["digit"] else 0))


def _with_scale(text: str, at: int, end: int, number: Written) -> Read:
    scale = _patterns().scale.match(text, end)
    if scale is None:
        return Read(number, end)
    return Read(scaled(number, _scale(scale), text[at : scale.end()]), scale.end())
