"""The dates that a draft names, as years, months and days."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factcheck.draft.text.passage import Passage, once
from factcheck.prose.lexicon import lexicon
from factcheck.prose.mention import Aside
from factcheck.quantity.languages import reading
from factcheck.quantity.words import widen
from factcheck.source import Span

_YEAR = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_MONTH_ZH = re.compile(r"([0-9]{1,2})\s?月")
_DAY_ZH = re.compile(r"([0-9]{1,2})\s?[日号]")
_DAY = re.compile(r"(?<![0-9])[0-3]?[0-9](?![0-9])")
_MONTHS = 12
_HAN_YEAR = re.compile("[一二][\u3007○零一二三四五六七八九]{3}")
_HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_HAN_MONTH = re.compile("(十[一二]?|[一二三四五六七八九])月")
_HAN_DIGITS = str.maketrans("\u3007○零一二三四五六七八九", "000123456789")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NEAR = 200


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date as far as it is named; zero where no month or day is."""

    year: int
    month: int = 0
    day: int = 0
    span: Span = field(default=Span(0, 0), compare=False)

    @property
    def literal(self) -> str:
        """The date as the claim language writes it: 2024, 2024-08, 2024-08-04."""
        parts = (f"{self.year}", f"{self.month:02}" if self.month else "", f"{self.day:02}" if self.day else "")
        return "-".join(part for part in parts if part)


@once
def whens(passage: Passage, sentence: int) -> tuple[When, ...]:
    """Return the dates of a sentence that have a year, in the order of the text."""
    here = passage.sentences[sentence]
    with reading(here.language):
        return tuple(found for aside in here.asides if (found := when(aside)) is not None)


def whens_near(passage: Passage, sentence: int, start: int, end: int) -> tuple[When, ...]:
    """Return the dates of a sentence that stand near a stretch of it; those of a long list are not."""
    known = whens(passage, sentence)
    return known[bisect_left(known, start - _NEAR, key=_place) : bisect_right(known, end + _NEAR, key=_place)]


def _place(date: When) -> int:
    return date.span.start


def when(aside: Aside) -> When | None:
    """Return the date that was read, in the language that is being read, or None where no year is named."""
    if aside.kind != "date":
        return None
    text = _HAN_YEAR.sub(lambda m: m[0].translate(_HAN_DIGITS), widen(aside.text).casefold())
    if (m := _ISO.fullmatch(text)) and int(m[2]) <= _MONTHS:
        return When(int(m[1]), int(m[2]), int(m[3] or 0), aside.span)
    year = _YEAR.search(text)
    if year is None:
        return None
    month = _month(text)
    rest = text[: year.start()] + " " + text[year.end() :]
    day = (_DAY_ZH.search(rest) or (None if _HAN.search(rest) else _DAY.search(rest))) if month else None
    return When(int(year[0]), month, int(day[day.lastindex or 0]) if day else 0, aside.span)


def _month(text: str) -> int:
    if m := _MONTH_ZH.search(text):
        return int(m[1])
    if m := _HAN_MONTH.search(text):
        return _HAN_MONTHS.index(m[1]) + 1
    months = lexicon().months
    return next((months[word] for word in _WORD.findall(text) if word in months), 0)
