"""Numbers that state a change, and its direction: rose by 4 %, 37,900 fewer, 涨幅约161%."""

import re
from functools import cache
from typing import Literal

from factcheck.draft.cues import cue
from factcheck.draft.passage import Item, Passage

Way = Literal["up", "down", "either"]
_WINDOW = 60
_WAYS: tuple[Way, ...] = ("up", "down", "either")


def way(passage: Passage, item: Item) -> Way | None:
    """Return the direction of the change that a number is, by the words before it or else behind it."""
    return _before(passage, item) or _behind(passage, item)


def _before(passage: Passage, item: Item) -> Way | None:
    m = _change().search(passage.before(item, _WINDOW))
    if m is None:
        return _compared(passage, item)
    return next(one for one in _WAYS if m[one])


def _compared(passage: Passage, item: Item) -> Way | None:
    """Read a Chinese comparison before the number: 比…多(出)34公里, 高出12%."""
    m = _more_zh().search(passage.before(item, _WINDOW))
    return None if m is None else "up" if m["up"] else "down"


def _behind(passage: Passage, item: Item) -> Way | None:
    m = _more().match(passage.after(item, _WINDOW))
    return None if m is None else "up" if m["up"] else "down"


@cache
def _change() -> re.Pattern[str]:
    ways = "|".join(rf"(?P<{one}>{cue('change', one).pattern})" for one in _WAYS)
    return re.compile(rf"(?:{ways}){_fill()}$")


@cache
def _more() -> re.Pattern[str]:
    up, down = cue("change", "more").pattern, cue("change", "fewer").pattern
    return re.compile(rf"[\s-](?:a year |more of a |of an? )?(?:(?P<up>{up})|(?P<down>{down}))(?![\u3400-\u9fff])")


@cache
def _more_zh() -> re.Pattern[str]:
    up, down = cue("change", "more").pattern, cue("change", "fewer").pattern
    return re.compile(rf"(?<![a-z])(?:(?P<up>{up})|(?P<down>{down})){_fill()}(?<![a-z\s])$")


def _fill() -> str:
    return rf"(?:[\s]*(?:{cue('change', 'fill').pattern}))*\s*"
