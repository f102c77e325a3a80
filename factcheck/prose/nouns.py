"""What a number counts: the noun phrase behind it (four FA Cup finals, 25块芯片, five-cylinder engine)."""

import re

from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.source import Span

MAX_WORDS = 5
MAX_HAN = 6

_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w'’&]*(?:-[^\W\d_]\w*)*)|-([a-z]+(?:-[a-z]+)?)")
_LATIN = re.compile(r"\s?([A-Za-z][A-Za-z0-9]*)")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def counted(page: Page, at: int, *, one: bool) -> tuple[Measure, int]:
    """Return what is counted by the number that ends at ``at``, and the position behind it."""
    if at < len(page.plain) and ("\u3400" <= page.plain[at] <= "\u9fff"):
        return _chinese(page, at)
    if page.plain.startswith("-", at):
        return _hyphened(page, at)
    return _english(page, at, one=one)


def _hyphened(page: Page, at: int) -> tuple[Measure, int]:
    """Read ``five-cylinder``, ``2,900-year-old``."""
    m = _WORD.match(page.folded, at)
    if m is None or m[2] is None:
        return NO_MEASURE, at
    word = m[2]
    if word in page.lexicon.ages:
        return Measure(page.lexicon.ages[word], Span(*m.span(2))), m.end()
    first = word.split("-")[0]
    if first in page.lexicon.function:
        return NO_MEASURE, at
    end = m.start(2) + len(first)
    return Measure(singular(page, first), Span(m.start(2), end)), end


def _english(page: Page, at: int, *, one: bool) -> tuple[Measure, int]:
    words: list[tuple[str, int, int]] = []
    end = at
    while len(words) < MAX_WORDS and (m := _WORD.match(page.plain, end)) and m[1]:
        word = m[1].casefold()
        if word in page.lexicon.function or word in page.lexicon.months:
            break
        words.append((word, m.start(1), m.end()))
        end = m.end()
        if one or _plural(page, word):
            break
    if not words or not (one or _plural(page, words[-1][0])):
        return NO_MEASURE, at
    start, end = words[0][1], words[-1][2]
    parts = [page.plain[s:e] for _, s, e in words]
    parts[-1] = singular(page, parts[-1])
    return Measure(" ".join(parts), Span(start, end)), end


def _plural(page: Page, word: str) -> bool:
    return word in page.lexicon.irregular or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))  # noqa: PLR2004
    )


def singular(page: Page, word: str) -> str:
    """Return the singular of an English noun by its ending."""
    low = word.casefold()
    if low in page.lexicon.irregular:
        return page.lexicon.irregular[low]
    if not _plural(page, low):
        return word
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004 - ties, pies
        return word[:-3] + "y"
    return word[:-2] if low.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def _chinese(page: Page, at: int) -> tuple[Measure, int]:
    """Read the noun behind a Chinese number, over its classifier; it ends at a function word or a verb."""
    start = page.reader.after_classifier(at)
    latin = _LATIN.match(page.plain, start)
    end = latin.end() if latin else start
    han = _HAN.match(page.plain, end, end + MAX_HAN)
    if han:
        end += _noun_length(page, han[0])
    if end == start:
        return NO_MEASURE, at
    name_at = latin.start(1) if latin else start
    return Measure(page.plain[name_at:end], Span(name_at, end)), end


def _noun_length(page: Page, run: str) -> int:
    for i in range(len(run)):
        if run[i] in page.lexicon.stop_zh or run.startswith(page.lexicon.verbs_zh, i):
            return i
    return len(run)
