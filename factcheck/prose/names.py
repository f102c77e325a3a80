"""Numbers that belong to a name: iPhone 11, Fortune 500, Game 2, the 787 Dreamliner, 10 Downing Street."""

import re

from factcheck.prose.page import Page

WINDOW = 24
NOUN_WORDS = 3
_INTEGER = re.compile(r"[0-9]{1,4}(?:-[0-9]{3}\b)?(?![0-9\w%°$€£¥])(?!(?:[.,:/–—-]|\s?[-–—]\s?)[0-9])")
_NAMED = re.compile(r"(?:^|[^\w&.'’/-])((?:[A-Z]|[a-z]{1,2}(?=[A-Z]))[\w&/-]*)[ \u00a0]$")  # noqa: RUF001 - apostrophes
_INNER = re.compile(r"[a-z&/-][A-Z]|[A-Z]{2}|[A-Z]&")
_STARTS = re.compile(r"(?:^|[.!?;\n•*\"“”(|>])\s*$")
_CAPITAL = re.compile(r"[ \u00a0]([A-Z][a-z]+)\b")
_DETERMINER = re.compile(r"\b(?:the|an?|his|her|its|their|our|my|your|own|new|old|'s|’s) $")  # noqa: RUF001
_KINDS_OF_STREET = (
    "Road|Street|Avenue|Lane|Drive|Boulevard|Square|Place|Court|Way|Terrace|Crescent|Parkway|Rd|St|Ave|Blvd|Dr|Ln"
)
_ADDRESS = re.compile(rf"[0-9]{{1,5}}[A-Za-z]?(?: [A-Z][\w'-]+){{1,3}} (?:{_KINDS_OF_STREET})\b")


def name_around(page: Page, at: int, floor: int) -> tuple[int, int] | None:
    """Return the place of a name that the digits at ``at`` are part of."""
    m = _INTEGER.match(page.plain, at)
    if m is None:
        return None
    return _behind_name(page, at, m.end(), floor) or _before_name(page, at, m.end(), floor)


def street_end(page: Page, at: int) -> int | None:
    """Return the end of an address that begins with the house number at ``at``."""
    m = _ADDRESS.match(page.plain, at)
    return m.end() if m else None


def _behind_name(page: Page, at: int, end: int, floor: int) -> tuple[int, int] | None:
    """Read iPhone 11: a capital word inside a sentence, and no unit or counted noun behind the number."""
    window = page.plain[max(floor, at - WINDOW) : at]
    word = window[window.rfind(" ", 0, -1) + 1 :]
    m = _NAMED.search(window) if word != word.lower() else None
    if m is None or not _is_name(page, m[1]):
        return None
    strong = _INNER.search(m[1]) is not None
    if (page.titled or page.lexicon.capital_nouns) and not strong:
        return None
    if not strong and m[1].endswith("ly") and _STARTS.search(window[: m.start(1)]):
        return None
    if not _CAPITAL.match(page.plain, end) and page.counts(end, words=0 if strong else NOUN_WORDS):
        return None
    return at - len(window) + m.start(1), end


def _is_name(page: Page, word: str) -> bool:
    low = word.casefold()
    lexicon = page.lexicon
    known = low in lexicon.function or low in lexicon.months or low in lexicon.weekdays or low in lexicon.change
    return not known and len(word) > 1 and page.units.lookup(word) is None


def _before_name(page: Page, at: int, end: int, floor: int) -> tuple[int, int] | None:
    """Read the 787 Dreamliner: a number of two digits or more between a determiner and a capital word."""
    m = _CAPITAL.match(page.plain, end)
    if m is None or end - at == 1 or not _DETERMINER.search(page.folded[max(floor, at - WINDOW) : at]):
        return None
    return (at, m.end()) if _is_name(page, m[1]) and not page.counts(end, words=NOUN_WORDS) else None
