"""A derived value written as the draft writes the stated one: 385 miles for 998 miles, 27.6万个 for 30万个."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial

from factcheck.model.report import Outcome, Range
from factcheck.prose.mention import Mention
from factcheck.quantity.languages import latin

Write = Callable[[Fraction, str], str]
"""Writes a number in place of digits of the draft."""

_BLANKS = " \u00a0\u202f\u2009"
"""What parts thousands in some texts."""
_DIGITS = re.compile(rf"(?:(?<![0-9])\.)?[0-9０-９]+(?:[{_BLANKS}][0-9]{{3}}(?![0-9]))*(?:[.,，．][0-9０-９]+)*")  # noqa: RUF001 - wide digits
_POWER = re.compile(r"[eE]([+-]?[0-9]{1,3})(?![0-9])")
_HAN = (("亿", 10**8), ("万", 10**4))
"""The scale words in which a number in Chinese characters goes on."""
_SWAPPED = str.maketrans(",.", ".,")
_MOST = 6
_PERCENT = "percent"
_HUNDRED = 100
"""What has three digits before the point at least."""
_LARGE = 10_000


def derived_amount(mention: Mention | None, outcome: Outcome) -> str:
    """Return the derived value in the words of the stated one; as the report prints it where these do not fit."""
    if outcome.derived is None:
        return ""
    value = in_terms_of(mention, outcome, outcome.derived.nominal)
    if mention is None or value is None:
        return outcome.derived.text.partition(" (")[0]
    return amount_like(mention, value, exact=outcome.verdict != "pass")


def amount_like(mention: Mention, value: Fraction, *, exact: bool = False) -> str:
    """Return a value, counted in the unit of a number of the draft, as the draft writes that number."""
    return ("-" if value < 0 else "") + rewritten(mention, abs(value), partial(_shown, mention, exact=exact))


def plain_number(outcome: Outcome) -> str:
    """Return a derived number without a unit, with three digits; nothing where it has one."""
    value = _nominal(outcome.derived)
    return "" if value is None or outcome.derived is None or outcome.derived.unit else short(value)


def short(value: Fraction) -> str:
    """Return a number with three digits."""
    places = _needed(abs(value))
    return ("-" if value < 0 else "") + with_signs(trimmed(round(abs(value), places), places))


def likeness(outcome: Outcome) -> int:
    """Return 1 where derived and stated value have the same sign, else -1."""
    pair = _nominal(outcome.derived), _nominal(outcome.stated)
    return -1 if None not in pair and (pair[0] or 0) * (pair[1] or 0) < 0 else 1


def in_terms_of(mention: Mention | None, outcome: Outcome, derived: str | None) -> Fraction | None:
    """Return a derived value in the unit of the mention: it is to the stated as it is to the mention."""
    value, stated = _fraction(derived), _nominal(outcome.stated)
    written = mention.number.nominal if mention else None
    if value is None or not stated or written is None:
        return None
    return value / stated * Fraction(written)


def _nominal(value: Range | None) -> Fraction | None:
    return _fraction(value.nominal) if value is not None else None


def _fraction(text: str | None) -> Fraction | None:
    try:
        return Fraction(text) if text is not None else None
    except ValueError:  # a date
        return None


def rewritten(mention: Mention, value: Fraction, write: Write) -> str:
    """Return a value in the words of a number of the draft, its digits as ``write`` makes them."""
    numeral = _numeral(mention)
    m = None if "/" in numeral else _DIGITS.search(numeral)
    rough = mention.number.kind == "rough" or m is None
    if rough and not mention.measure.name and abs(Fraction(mention.number.nominal or 0)) < 1:
        return f"{write(value * _HUNDRED, numeral)}{percent_sign()}"
    if m is None:
        unit = _behind(mention) or (percent_sign() if mention.measure.name == _PERCENT else "")
        word, scale = next((pair for pair in _HAN if value >= pair[1] and not numeral.isascii()), ("", 1))
        return f"{write(value / scale, numeral)}{word}{unit}"
    power = _POWER.match(numeral, m.end())  # 8.6e-5
    unit_of = Fraction(10) ** int(power[1]) if power else Fraction(mention.number.scale)
    shown = write(value / unit_of, m[0])
    if m[0].startswith("."):
        shown = shown.removeprefix("0")
    return f"{_before(mention)}{numeral[: m.start()]}{shown}{numeral[m.end() :]}{_behind(mention)}"


def percent_sign() -> str:
    """Return the sign with a blank where the language has a decimal comma, as German and French set it."""
    return " %" if latin()["decimal_comma"] else "%"


def _numeral(mention: Mention) -> str:
    at = mention.span.start
    return mention.text[mention.numeral.start - at : mention.numeral.end - at]


def _behind(mention: Mention) -> str:
    """Return the unit behind the number with what stands between; a sentence or hedge is no unit.

    Of $5m and 28名 that is the one letter.
    """
    at, measure = mention.span.start, mention.measure.span
    if measure.start >= mention.numeral.end:
        return mention.text[mention.numeral.end - at : measure.end - at]
    tail = mention.text[mention.numeral.end - at :]
    return tail if len(tail.strip()) == 1 else ""


def _before(mention: Mention) -> str:
    """Return the unit before the number: the sign of a currency."""
    at, measure = mention.span.start, mention.measure.span
    ahead = measure.end > measure.start and measure.end <= mention.numeral.start and measure.start >= at
    return mention.text[measure.start - at : mention.numeral.start - at] if ahead else ""


def _shown(mention: Mention, value: Fraction, digits: str, *, exact: bool) -> str:
    """Write a value with three digits, or the decimals of the stated one; ``exact``: as many as show the difference."""
    stated = abs(Fraction(mention.number.nominal or 0) / Fraction(mention.number.scale))
    blank = next((char for char in digits if char in _BLANKS), "")
    digits = with_signs(digits)
    written = decimals(digits)
    places = max(written, _needed(value))
    if not exact and round(value, written) == stated:
        places = written
    while exact and places < _MOST and value != stated and round(value, places) == round(stated, places):
        places += 1
    text = trimmed(round(value, places), places)
    parted = "," in digits or "，" in digits or (value >= _LARGE and mention.text.isascii())
    return grouped(text).replace(",", blank) if blank else with_signs(grouped(text) if parted else text)


def with_signs(digits: str) -> str:
    """Return digits with point and comma as the language that is being read has them, or back: 1.234,5, 1,234.5."""
    return digits.translate(_SWAPPED) if latin()["decimal_comma"] else digits


def decimals(digits: str) -> int:
    """Return how many digits stand behind the point."""
    _, point, rest = digits.replace("．", ".").partition(".")  # noqa: RUF001 - the wide point
    return len(rest) if point else 0


def _needed(value: Fraction) -> int:
    """Return the decimals that it takes to show three digits."""
    return next((n for n in range(_MOST) if value * 10**n >= _HUNDRED), _MOST) if value else 0


def trimmed(value: Fraction, places: int) -> str:
    """Return a number with so many decimals, without zeros at its end."""
    text = f"{value.numerator * 10**places // value.denominator:0{places + 1}d}"
    return f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".") if places else text


def grouped(text: str) -> str:
    """Return digits with a comma after each thousand."""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"
