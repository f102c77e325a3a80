"""Numbers that state a change, and its direction: rose by 4 %, 37,900 fewer, 涨幅约161%."""

import re
from typing import Literal

from factcheck.draft.text.passage import Item, Passage, once
from factcheck.draft.words.phrases import phrases, spaced

Way = Literal["up", "down", "either"]
_WINDOW = 60
_MOST = 8
_COMPARES = re.compile(r"[比较][^，,。；;]*$")  # noqa: RUF001 - Chinese signs
_WAYS: tuple[Way, ...] = ("up", "down", "either")
_LEADS = ("a year ", "more of a ", "of an ", "of a ")


@once
def way(passage: Passage, item: Item) -> Way | None:
    """Return the direction of the change that a number is, by the words before it or else behind it."""
    if item.mention.number.nominal is None:
        return None
    return _before(passage.before(item, _WINDOW)) or _behind(spaced(passage.after(item, _WINDOW)))


def _before(words: str) -> Way | None:
    """Read ``rose by about``; ``涨幅约``; ``比…多出``."""
    rest = words
    for _ in range(_MOST):
        rest = rest.rstrip()
        found = _way_ending(rest, blank=rest != words)
        if found is not None:
            return found
        fill = phrases("change", "fill").ending(rest)
        if not fill:
            return None
        rest = rest[: -len(fill)]
    return None


def _way_ending(words: str, *, blank: bool) -> Way | None:
    """Return the direction of the verb, noun or (in Chinese) comparison that some words end with."""
    for one in _WAYS:
        if phrases("change", one).ending(words):
            return one
    if words[-1:].isascii() or (blank and words[-1:] == " "):
        return None
    more, fewer = phrases("change", "more").ending(words), phrases("change", "fewer").ending(words)
    if len(more + fewer) == 1 and more + fewer not in "多少" and not _COMPARES.search(words):
        return None
    return _comparison(more, fewer)


def _comparison(more: str, fewer: str) -> Way | None:
    if not more and not fewer:
        return None
    return "up" if len(more) > len(fewer) else "down"


def _behind(words: str) -> Way | None:
    """Read ``fewer`` and ``more expensive`` behind a number, or the noun that it is of: a 5 percent rise."""
    if words[:1] != " ":
        return None
    rest = words[1:]
    rest = next((rest[len(lead) :] for lead in _LEADS if rest.startswith(lead)), rest)
    return _comparison(phrases("change", "more").starting(rest), phrases("change", "fewer").starting(rest))
