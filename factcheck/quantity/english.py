"""English number words: twenty-five, two million, a dozen, half a million, two thirds."""

import re
from fractions import Fraction
from functools import cache

from factcheck.quantity.chinese import rough
from factcheck.quantity.digits import Read, digits_written, scaled
from factcheck.quantity.words import table
from factcheck.quantity.written import Written

MAX_WORDS = 12
_WORD = re.compile(r"[A-Za-z]+")


@cache
def _rough_english() -> re.Pattern[str]:
    words = sorted(table("en")["rough"], key=lambda w: (-len(w), w))
    return re.compile(rf"({'|'.join(re.escape(w) for w in words)})(?![A-Za-z])", re.IGNORECASE)


def read_english(text: str, at: int) -> Read | None:
    if at >= len(text) or not (text[at].isascii() and text[at].isalpha()):
        return None
    m = _rough_english().match(text, at)
    if m:
        return _rough_scaled(text, at, m)
    return _read_english_words(text, at)


def _rough_scaled(text: str, at: int, m: re.Match[str]) -> Read:
    number = rough(m[0], Fraction(table("en")["rough"][m[0].lower()]))
    scale = re.compile(r"\s(?:a\s|of\sa\s)?(hundred|thousand|million|billion|trillion|dozen)(?![A-Za-z])").match(
        text, m.end()
    )
    if scale is None:
        return Read(number, m.end())
    factor = 12 if scale[1] == "dozen" else 10 ** table("en")["scales"][scale[1]]
    return Read(number.times(factor, text[at : scale.end()]), scale.end())


def _read_english_words(text: str, at: int) -> Read | None:
    """Add up number words: ``hundred`` and larger scales multiply what stands before them."""
    units, scales = table("en")["units"], table("en")["scales"]
    total = current = 0
    end, last_scale = at, 1
    for position, (word, stop) in enumerate(_number_words(text, at)):
        if word in units:
            current, last_scale = current + units[word], 1
        elif word == "hundred" and position:
            current, last_scale = (current or 1) * 100, 100
        elif word in scales and position:
            last_scale = 10 ** scales[word]
            total, current = total + (current or 1) * last_scale, 0
        elif (word == "and" and position) or (word == "a" and not position):
            continue
        else:
            break
        end = stop
    return None if end == at else Read(_english_written(text[at:end], total + current, last_scale), end)


def _number_words(text: str, at: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while len(found) < MAX_WORDS and (m := _WORD.match(text, at)):
        found.append((m[0].lower(), m.end()))
        at = m.end() + (text[m.end() : m.end() + 1] in (" ", "-"))
    return found


def _english_written(text: str, value: int, last_scale: int) -> Written:
    if last_scale >= 1000:  # noqa: PLR2004 - "two million" is rounded, "two hundred" is a plain integer
        return scaled(digits_written(text, value // last_scale, 1, "integer"), last_scale, text)
    return digits_written(text, value, 1, "integer")
