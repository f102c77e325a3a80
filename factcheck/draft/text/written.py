"""The day of a text: what its front matter says, or the date with which its first sentence starts (a dateline)."""

import re

from factcheck.draft.text.dates import When, whens
from factcheck.draft.text.passage import Passage

_HEAD = 4_000
_FRONT = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n")
_DATE = re.compile(r"^date[ \t]*[:=][ \t]*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})", re.MULTILINE)
_LINE = 60
_DASH = re.compile(r"[\s)）]{0,3}(?:\([^)\n]{1,30}\)\s)?(?:[-–—]{1,2}\s|[:：]|讯|电|$)")


def written(text: str, passage: Passage) -> str:
    """Return the day of a text as 2005-03-01; empty where it does not say so at its start."""
    return _in_front(text) or _dateline(passage)


def _in_front(text: str) -> str:
    """Return the date in the front matter."""
    start = _FRONT.match(text)
    if start is None:
        return ""
    fence = start[0].strip().lstrip("\ufeff")
    front = text[start.end() : start.end() + _HEAD].partition(f"\n{fence}")[0]
    found = _DATE.search(front)
    return found[1] if found else ""


def _dateline(passage: Passage) -> str:
    """Return the date at the start of the text, up to its day, that a dash or the end of the line follows."""
    for sentence in passage.sentences[:2]:
        for date in whens(passage, sentence.index):
            behind = passage.text[date.span.end : date.span.end + _LINE].partition("\n")[0]
            lead = passage.text[: date.span.start].rpartition("\n")[2]
            if date.day and date.span.start < _LINE and ":" not in lead and _DASH.match(behind):
                return _day(date)
    return ""


def _day(date: When) -> str:
    return f"{date.year}-{date.month:02}-{date.day:02}"
