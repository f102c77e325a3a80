"""The direction of a change that a sentence states: rose 5 %, fell to 40, 增长了3倍, a 5 % increase."""

import re

from factcheck.prose.mention import Change, Manner
from factcheck.prose.page import Page
from factcheck.source import Span

WINDOW = 48
MAX_WORDS = 5
_WORDS = re.compile(r"[a-z]+|[,;:.()]")
_AFTER = re.compile(r" ([a-z]+)")


def change_around(page: Page, place: Span, floor: int) -> tuple[Change | None, Manner]:
    """Return the change that a quantity is of, by the words before it or else behind it."""
    change, manner = change_before(page, place.start, floor)
    if change is None and (change := change_after(page, place.end)):
        manner = "by"
    return change, manner


def change_before(page: Page, at: int, floor: int) -> tuple[Change | None, Manner]:
    """Return the change whose verb stands before a quantity, and whether it is to it or by it."""
    window = page.folded[max(floor, at - WINDOW) : at]
    if not window.isascii():
        found = _chinese(page, window)
        if found[0]:
            return found
    lexicon = page.lexicon
    manner: Manner = ""
    for word in _WORDS.findall(window)[: -MAX_WORDS - 1 : -1]:
        if word in lexicon.change:
            return lexicon.change[word], manner or "by"
        if word in lexicon.to:
            manner = manner or "to"
        elif word == "from" or not word.isalpha():
            return None, ""
    return None, ""


def _chinese(page: Page, window: str) -> tuple[Change | None, Manner]:
    for word, way in page.lexicon.change_zh:
        if window.endswith(word):
            return way, "to" if word[-1] in page.lexicon.to else "by"
    return None, ""


def change_after(page: Page, end: int) -> Change | None:
    """Return the change that stands behind a quantity: 5 % higher, a 5 % increase."""
    m = _AFTER.match(page.folded, end)
    return page.lexicon.change.get(m[1]) if m else None
