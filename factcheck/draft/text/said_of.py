"""The date that a sentence gives a value: in 2021 revenue was $53.8 billion; 2021年营收538亿美元.

Only the date that surely governs a value counts: since 2021, than in 2021, two dates beside each other are none.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from factcheck.draft.text.dates import When, whens
from factcheck.draft.text.passage import Item, Passage
from factcheck.draft.words.phrases import phrases, spaced
from factcheck.quantity.languages import HAN, script

_DECEMBER = 12
_AHEAD = re.compile(r"[\s(（]*")
_BETWEEN = re.compile(r"(?:\s[\w'’-]+){0,4}\s?")  # noqa: RUF001 - an apostrophe
_FRONT = re.compile(r"[,;:.，；：。(（]\s?$|^\s*$")
_OWNER = re.compile(r"(?:['’]s?|的)\s?$")  # noqa: RUF001 - an apostrophe
_YEAR = re.compile(r"[12][0-9]{3}")
_SPAN = re.compile(r"[0-9]{4}[-\u2013/][0-9]{2}$")
_MANY = 4
_WORDS = 5
"""How many words may stand between a date without a preposition and its value: its 2021 net income came to."""


def said_of(passage: Passage, item: Item) -> When | None:
    """Return the date that governs a value, or None where there is none, or it is not sure."""
    dates = whens(passage, item.sentence)
    if not dates or len(dates) > _MANY:
        return None
    place = bisect_left(dates, item.start, key=_start)
    if script(passage.sentences[item.sentence].language) == HAN:
        return _zh(passage, item, dates, place)
    behind = _behind(passage, item, dates[place]) if place < len(dates) else None
    return behind or _before(passage, item, dates, place)


def _behind(passage: Passage, item: Item, date: When) -> When | None:
    """Return the date that follows a value: $53.8 billion in 2021, 99,290 employees at the end of 2021, 9 (2021)."""
    gap = passage.folded[item.end : date.span.start]
    following = [one.start for one in passage.following(item)[:1]]
    if (following and following[0] < date.span.start) or _is_money(passage, date):
        return None
    if gap in {" (", "("}:
        return date if passage.folded[date.span.end : date.span.end + 1] == ")" else None
    words, end = _without_at(gap)
    if words is None or not _BETWEEN.fullmatch(words) or phrases("dated", "other").inside(spaced(words)):
        return None
    return _at_end(date) if end else date


def _before(passage: Passage, item: Item, dates: tuple[When, ...], place: int) -> When | None:
    """Return the date before a value: the only one before it, with nothing else of another time in between."""
    if place != 1 or _is_money(passage, dates[0]):
        return None
    date = dates[0]
    front = passage.folded[passage.sentences[item.sentence].span.start : date.span.start]
    between = passage.folded[date.span.end : item.start]
    if phrases("dated", "other").inside(spaced(between)) or _later(passage, item, dates):
        return None
    words, end = _without_at(front)
    if words is not None:
        return _at_end(date) if end else date
    if len(between.split()) > _WORDS:
        return None
    owned = _FRONT.search(front) or _OWNER.search(front) or phrases("dated", "owner").ending(spaced(front).rstrip())
    return date if owned else None


def _later(passage: Passage, item: Item, dates: tuple[When, ...]) -> bool:
    """Whether a value shares its sentence with other values of other dates."""
    previous = passage.previous(item)
    return len(dates) > 1 and previous is not None and previous.start > dates[0].span.end


def _without_at(words: str) -> tuple[str | None, bool]:
    """Return words without the preposition at their end that says when, and whether it means the end of the time."""
    plain = spaced(words).rstrip()
    for key in ("end", "at"):
        found = phrases("dated", key).ending(plain)
        if found:
            return words[: len(plain) - len(found)], key == "end"
    return None, False


def _is_money(passage: Passage, date: When) -> bool:
    """Whether a date only says what money was worth, or is the start of a longer one: in 2021 dollars, 2021-22."""
    behind = spaced(passage.folded[date.span.end : date.span.end + 16]).lstrip()
    text = passage.folded[slice(*date.span)]
    return bool(phrases("dated", "money").starting(behind)) or not _is_one(text)


def _is_one(text: str) -> bool:
    return (
        not text.endswith("s")
        and len(re.findall(r"[12][0-9]{3}", text)) <= 1
        and not re.search(r"[0-9]{4}[-–/][0-9]{2}$", text)
    )


def _zh(passage: Passage, item: Item, dates: tuple[When, ...], place: int) -> When | None:
    """Return the date before a value in Chinese, the nearest one, where it stands in no comparison."""
    if not place:
        return None
    date, previous = dates[place - 1], passage.previous(item)
    fresh = previous is None or previous.end <= date.span.start
    if not fresh and len(dates) > 1:
        return None
    front = passage.folded[max(passage.sentences[item.sentence].span.start, date.span.start - 8) : date.span.start]
    behind = passage.folded[date.span.end : item.start]
    text = passage.folded[slice(*date.span)]
    led = phrases("dated", "not_before").ending(front)
    if len(led) > len(phrases("dated", "at").ending(front)) or phrases("dated", "not_after").starting(behind):
        return None
    if phrases("dated", "other").inside(behind) or not _is_one(text) or _has_other(passage, item, date):
        return None
    end = phrases("dated", "ends").starting(behind) or phrases("dated", "ends").ending(text)
    return _at_end(date) if end else date


def _has_other(passage: Passage, item: Item, date: When) -> bool:
    """Whether something else that is a date stands between a date and a value: 2022年一季度."""
    between = [one for one in passage.sentences[item.sentence].asides if date.span.end <= one.span.start < item.start]
    return any(one.kind == "date" for one in between)


def _at_end(date: When) -> When:
    return date if date.month else replace(date, month=_DECEMBER)


def _start(date: When) -> int:
    return date.span.start
