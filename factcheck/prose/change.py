"""The direction of a change that a sentence states: rose 5 %, fell to 40, 增长了3倍, a 5 % increase."""

import re
from itertools import pairwise

from factcheck.prose.chinese import change as chinese
from factcheck.prose.chinese.words import is_han
from factcheck.prose.lexicon import Lexicon
from factcheck.prose.mention import Change, Manner, Measure
from factcheck.prose.page import Page
from factcheck.source import Span

WINDOW = 64
MAX_WORDS = 8
MAX_OBJECT = 5
_WORDS = re.compile(r"[a-zß-ɏ][a-zß-ɏ'-]*|[^ a-zß-ɏ\u00a0]")
_AFTER = re.compile(r"[ -]([a-zß-ɏ]+)")


def change_around(page: Page, place: Span, floor: int, measure: Measure) -> tuple[Change | None, Manner]:
    """Return the change that a quantity is of, by the words before it or else behind it.

    A verb that takes counted things as its object (lost 3 games) says no change of them.
    """
    if page.folded.startswith("from", place.start):
        return None, ""
    window = page.folded[max(floor, place.start - WINDOW) : place.start]
    change, manner = (None, "") if page.latin else chinese.change_before(window[-chinese.WINDOW :])
    if not change and (page.latin or not is_han(window[-1:]) or _is_joint(page.lexicon, window[-1:])):
        change, manner = _before(page, window, measure)
    if not change and (change := change_after(page, place.end) or chinese.change_behind(page.plain, place.end)):
        manner = "by"
    return (change, manner) if change else (None, "")


def _before(page: Page, window: str, measure: Measure) -> tuple[Change | None, Manner]:
    """Return the change of a verb before a quantity (rose 5 %, was up by, cut costs to), or of a noun (a fall of)."""
    if _is_other_word(page.lexicon, window):
        return None, ""
    lexicon, words = page.lexicon, _WORDS.findall(window)[: -MAX_WORDS - 1 : -1]
    manner: Manner = ""
    objects = 0
    for word, before in pairwise([*words, ""]):
        if word in lexicon.of and before not in lexicon.change_between:
            return lexicon.change_nouns.get(before), "by"
        if word in lexicon.change:
            no_change = before in lexicon.phrasal or (not manner and _is_object(page, word, measure))
            return (None, "") if no_change else (lexicon.change[word], manner or "by")
        if word == "," and manner:  # rose sharply, by 5 %
            continue
        manner = manner or _manner(lexicon, word)
        if word not in lexicon.change_between and not _is_joint(lexicon, word) and not word.endswith("ly"):
            objects += 1
            if not _may_be_object(page, word) or not manner or objects > MAX_OBJECT:
                return None, ""
    return None, ""


def _is_other_word(lexicon: Lexicon, window: str) -> bool:
    """Tell cheaply whether the last word before a quantity has nothing to do with change; most have not."""
    window = window.rstrip(" ")
    word = window[window.rfind(" ") + 1 :]
    return word.isascii() and word.isalpha() and word not in lexicon.before_change and not word.endswith("ly")


def _is_object(page: Page, word: str, measure: Measure) -> bool:
    """Whether a verb takes the counted things as its object: lost 3 games; not lost 3 points."""
    return word in page.lexicon.change_of_things and measure.counts and measure.name not in {"", "point"}


def _may_be_object(page: Page, word: str) -> bool:
    """Whether a word may stand between a verb and its ``by`` or ``to``: raised its forecast for this year to."""
    if word in page.lexicon.change_times or word in page.lexicon.months:
        return True
    return word[0].isalpha() and word not in page.lexicon.function


def _manner(lexicon: Lexicon, word: str) -> Manner:
    return "to" if word in lexicon.to else "by" if word in lexicon.by else ""


def _is_joint(lexicon: Lexicon, word: str) -> bool:
    return word in lexicon.to or word in lexicon.by or word in lexicon.of


def change_after(page: Page, end: int) -> Change | None:
    """Return the change whose noun or adverb stands behind a quantity: 5 % higher, a 5 % increase."""
    m = _AFTER.match(page.folded, end)
    return page.lexicon.change_nouns.get(m[1]) if m else None
