"""English number words: twenty-five, two and a half million, a dozen, a few hundred, two thirds."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.quantity.reading import Read, between, from_digits, in_words
from factcheck.quantity.scales import scaled
from factcheck.quantity.words import table

MAX_WORDS = 12
_WORD = re.compile(r"[A-Za-z]+")
_THOUSAND = 1000


class _Patterns(NamedTuple):
    rough: re.Pattern[str]
    parts: re.Pattern[str]
    several: re.Pattern[str]
    plurals: re.Pattern[str]
    scale: re.Pattern[str]


def _either(words: Mapping[str, object]) -> str:
    """Return the pattern of any of the words, the longest first; a hyphen may stand for a blank."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest)


@cache
def _patterns() -> _Patterns:
    en = table("en")
    scales = rf"(?P<scale>{_either(_scales())})(?![A-Za-z])"
    plurals = _either(en["plurals"])
    return _Patterns(
        re.compile(rf"(?P<words>{_either(en['rough'])})(?![A-Za-z])", re.IGNORECASE),
        re.compile(rf"\sand\s(?P<words>{_either(en['parts'])})(?![A-Za-z])", re.IGNORECASE),
        re.compile(rf"(?P<words>{_either(en['several'])})\s{scales}", re.IGNORECASE),
        re.compile(rf"(?P<words>{plurals})\sof(?:\s(?P<more>{plurals}))?(?![A-Za-z])", re.IGNORECASE),
        re.compile(rf"\s(?:a\s|of\sa\s)?{scales}", re.IGNORECASE),
    )


@cache
def _scales() -> dict[str, int]:
    """Return the words that multiply what stands before them."""
    powers = {word: 10**power for word, power in table("en")["scales"].items() if len(word) > 2}  # noqa: PLR2004 - not bn
    return {**powers, "dozen": 12}


def read_english(text: str, at: int) -> Read | None:
    """Read a number in English words."""
    if not text[at : at + 1].isascii() or not text[at : at + 1].isalpha():
        return None
    for read in (_rough, _several, _plurals, _cardinal):
        found = read(text, at)
        if found is not None:
            return found
    return None


def _rough(text: str, at: int) -> Read | None:
    m = _patterns().rough.match(text, at)
    return _scaled_words(text, at, m.end(), _value("rough", m["words"])) if m else None


def _value(name: str, words: str) -> Fraction:
    return Fraction(table("en")[name][re.sub(r"[\s-]", " ", words.lower())])


def _scaled_words(text: str, at: int, end: int, value: Fraction) -> Read:
    """Return a fraction or multiple in words, with the scale behind it: half a million, two and a half thousand."""
    scale = _patterns().scale.match(text, end)
    if scale is None:
        return Read(in_words(text[at:end], value), end)
    number = in_words(text[at:end], value).times(_scales()[scale["scale"].lower()], text[at : scale.end()])
    return Read(number, scale.end())


def _several(text: str, at: int) -> Read | None:
    m = _patterns().several.match(text, at)
    if m is None:
        return None
    low, high = table("en")["several"][re.sub(r"\s", " ", m["words"].lower())]
    return Read(between(m[0], low, high, _scales()[m["scale"].lower()]), m.end())


def _plurals(text: str, at: int) -> Read | None:
    """Read ``hundreds of thousands``, as 数十万."""
    m = _patterns().plurals.match(text, at)
    if m is None:
        return None
    plurals, word = table("en")["plurals"], m["words"].lower()
    more = plurals[m["more"].lower()] if m["more"] else 1
    low, high = (20, 99) if word == "tens" else (2, 9)
    return Read(between(m[0], low, high, plurals[word] * more), m.end())


class _Sum(NamedTuple):
    """A number in the making: finished scales, what stands since, and the worth of the last word."""

    total: int = 0
    current: int = 0
    last: int = 0


def _cardinal(text: str, at: int) -> Read | None:
    """Read ``twenty-five``, ``two hundred and five thousand``, ``two and a half``."""
    made, end = _Sum(), at
    for word, stop in _number_words(text, at):
        grown = _grown(made, word)
        if grown is None:
            break
        made, end = grown, end if word in {"a", "and"} else stop
    if end == at:
        return None
    value = made.total + made.current
    if part := _patterns().parts.match(text, end):
        return _scaled_words(text, at, part.end(), value + _value("parts", part["words"]))
    if made.last < _THOUSAND:
        return Read(from_digits(text[at:end], value), end)
    return Read(scaled(from_digits(text[at:end], value // made.last), made.last, text[at:end]), end)


def _grown(made: _Sum, word: str) -> _Sum | None:
    """Return the number with one more word, or None where the word is none of it."""
    units, scales = table("en")["units"], _scales()
    if word == "and":
        return made if made.last >= scales["hundred"] else None
    if word == "a":
        return _Sum(current=1) if made == _Sum() else None
    if word in units:
        n = units[word]
        tens = made.current % 100
        fits = (tens == 0 and made.last != 1) or (n < 10 and tens >= 20 and tens % 10 == 0)  # noqa: PLR2004 - twenty-five
        return _Sum(made.total, made.current + n, 1) if fits else None
    return _multiplied(made, scales[word]) if word in scales else None


def _multiplied(made: _Sum, scale: int) -> _Sum | None:
    """Multiply by a scale: hundred and dozen what stands since the last scale, larger ones all of it."""
    total, current, _ = made
    if scale < _THOUSAND:
        return _Sum(total, current * scale, scale) if 0 < current < scale else None
    if not current:
        return _Sum(total * scale, 0, scale) if total else None
    return _Sum(total + current * scale, 0, scale) if total % (scale * _THOUSAND) == 0 else None


def _number_words(text: str, at: int) -> Iterator[tuple[str, int]]:
    for _ in range(MAX_WORDS):
        m = _WORD.match(text, at)
        if m is None:
            return
        yield m[0].lower(), m.end()
        at = m.end() + (text[m.end() : m.end() + 1] in {" ", "-"})
