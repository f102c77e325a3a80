"""English cardinals word by word: twenty-five, two hundred and five thousand, thirteen hundred, five dozen."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.languages import latin, per_language

MAX_WORDS = 80
"""Of one number; each scale word takes at most eight."""
HUNDRED, THOUSAND = 100, 1000
NOTHING = "(?!)"
"""The pattern that matches nowhere, for words that a language does not have."""

SEPARATOR = r"(?:[ \u00a0]{1,3}|-|\r?\n ?)"
"""What may stand between two words of a number: blanks, a hyphen, the end of a line."""

LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
"""Of the Latin script, without signs and digits."""

_WORD = late_pattern(rf"[{LETTER}]+")
_SEPARATOR = late_pattern(SEPARATOR)


class Cardinal(NamedTuple):
    """A number in words, the position behind it, and the worth of its last word (1 where that is no scale)."""

    value: int
    end: int
    last: int


class _Sum(NamedTuple):
    """A number in the making: finished scales, what stands since, and the worth of the last word."""

    total: int = 0
    current: int = 0
    last: int = 0


def either(words: Mapping[str, object]) -> str:
    """Return the pattern of any of the words, the longest first; what separates words may stand for a blank."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", SEPARATOR) for word in longest) or NOTHING


@per_language
def multipliers() -> dict[str, int]:
    """Return the words that multiply what stands before them."""
    powers = {word: 10**power for word, power in latin()["scales"].items() if len(word) > 2}  # noqa: PLR2004 - not bn
    return {**powers, **latin()["dozens"]}


def read_cardinal(text: str, at: int) -> Cardinal | None:
    """Read ``twenty-five``, ``a hundred``, ``two million three thousand``, ``hundred thousand``."""
    made, end = _Sum(), at
    apart: Cardinal | None = None
    joints = {latin()["and"], *latin()["articles"]}
    for word, stop in _number_words(text, at):
        grown = _grown(made, word) or _bare_hundred(text, made, word, stop)
        if grown is None and apart and word in multipliers() and word not in latin()["dozens"]:
            return apart  # between a hundred and two hundred
        if grown is None:
            break
        if word == latin()["and"]:
            apart = Cardinal(made.total + made.current, end, made.last)
        made, end = grown, end if word in joints else stop
    return Cardinal(made.total + made.current, end, made.last) if end > at else None


def _bare_hundred(text: str, made: _Sum, word: str, stop: int) -> _Sum | None:
    """Read a hundred that has no word before it but a scale behind it: hundred thousand."""
    if word != latin()["hundred"] or made != _Sum():
        return None
    gap = _SEPARATOR.match(text, stop)
    following = _WORD.match(text, gap.end()) if gap else None
    scale = multipliers().get(following[0].lower(), 0) if following else 0
    return _Sum(0, 100, 100) if scale >= THOUSAND else None


def _grown(made: _Sum, word: str) -> _Sum | None:
    """Return the number with one more word, or None where the word is none of it."""
    units, scales = latin()["units"], multipliers()
    if word == latin()["and"]:
        return made if made.last >= HUNDRED else None
    if word in latin()["articles"]:
        return _Sum(current=1) if made == _Sum() else None
    if word in units:
        n = units[word]
        tens = made.current % 100
        fits = (tens == 0 and made.last != 1) or (0 < n < 10 and tens >= 20 and tens % 10 == 0)  # noqa: PLR2004 - twenty-five
        return _Sum(made.total, made.current + n, 1) if fits else None
    return _multiplied(made, scales[word]) if word in scales else None


def _multiplied(made: _Sum, scale: int) -> _Sum | None:
    """Multiply by a scale: hundred and dozen what stands since the last scale, larger ones all of it."""
    total, current, _ = made
    if scale < THOUSAND:
        return _Sum(total, current * scale, scale) if 0 < current < scale else None
    if not current:
        return _Sum(total * scale, 0, scale) if total else None
    return _Sum(total + current * scale, 0, scale) if total % (scale * THOUSAND) == 0 else None


def _number_words(text: str, at: int) -> Iterator[tuple[str, int]]:
    for _ in range(MAX_WORDS):
        m = _WORD.match(text, at)
        if m is None:
            return
        yield m[0].lower(), m.end()
        gap = _SEPARATOR.match(text, m.end())
        if gap is None:
            return
        at = gap.end()
