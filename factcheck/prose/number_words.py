"""Number words that count nothing: the one, one of them, one another; and ordinals: the twenty-first."""

import re

from factcheck.prose.page import Page
from factcheck.quantity.cardinals import either
from factcheck.quantity.languages import latin, per_language
from factcheck.quantity.reading import Read

_AFTER_ONE = re.compile(r"one[ '\u2019]([a-z]+)")
_BEFORE_ONE = re.compile(r"([a-z]+) $")
_WINDOW = 12
_LIST = 40
_SECOND, _TENS = 2, 10
_TIED = re.compile(r"-[a-z]")


def is_pronoun(page: Page, at: int) -> bool:
    """Tell whether ``one`` stands for a noun here, by the words around it."""
    if not page.folded.startswith("one", at):
        return False
    before = _BEFORE_ONE.search(page.folded, max(0, at - _WINDOW), at)
    if before and before[1] in page.lexicon.minus:
        return False
    after = _AFTER_ONE.match(page.folded, at)
    if after and before and page.lexicon.in_lists.fullmatch(before[0]) and _is_in_list(page, at, after[1]):
        return False
    named = before is not None and before[1] in page.lexicon.one_before
    if after and after[1] in {"per", "percent"}:
        return False
    return after is None or after[1] in page.lexicon.one_after or named


def is_noun(page: Page, at: int, end: int, floor: int) -> bool:
    """Tell whether ``point`` before a number is a noun: at this point five of them, but a share of point five."""
    if not page.folded.startswith(latin()["point"], at):
        return False
    before = page.word_before(at, floor)
    if before is None:
        return page.folded.startswith(f" {latin()['of']} ", end)  # point five of the plan
    return before[1] not in page.lexicon.point_before


def _is_in_list(page: Page, at: int, preposition: str) -> bool:
    """Whether ``one`` is counted in a list: ten to Labour and one to UKIP."""
    before = page.folded[max(0, at - _LIST) : at]
    return re.search(rf"[0-9] {preposition} [^.;()]*$", before) is not None


@per_language
def _tied_ordinal() -> re.Pattern[str]:
    """Return the pattern of what is a fraction but for the word tied to it: a third-party report."""
    small = either({word: n for word, n in latin()["ordinals"].items() if _SECOND < n <= _TENS})
    return re.compile(rf"(?:{either(dict.fromkeys(latin()['articles'], 1))}) (?:{small})", re.IGNORECASE)


@per_language
def _ordinal() -> re.Pattern[str]:
    words = "|".join(sorted(latin()["ordinals"], key=len, reverse=True))
    return re.compile(rf"(?:-|[ \u00a0](?!second))(?:{words})(?![A-Za-z])")


def ordinal_end(page: Page, read: Read) -> int | None:
    """Return the end of an ordinal that a number in words begins: twenty-first, one hundred and fifth."""
    if _tied_ordinal().fullmatch(read.number.text) and _TIED.match(page.folded, read.end):
        return read.end
    n = read.number.nominal
    if not isinstance(n, int) or n < _TENS or n % _TENS:
        return None
    m = _ordinal().match(page.folded, read.end)
    return m.end() if m else None
