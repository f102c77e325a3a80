"""What a number counts: the noun phrase behind it (four FA Cup finals, 25块芯片, five-cylinder engine)."""

import re
from typing import NamedTuple

from factcheck.prose.chinese.nouns import counted_thing
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.page import Page
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.source import Span

MAX_WORDS = 5
MAX_SINGULAR = 3
MIN_PLURAL = 3
MIN_ACRONYM, MAX_ACRONYM = 2, 5

_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w'\u2019&]*(?:-[^\W\d_]\w*)*)|-([a-z]+(?:-[a-z]+)?)")
_OF = re.compile(r" of (?:the |these |those |my |our |his |her |its |their |your |[a-z]+['’]s )")  # noqa: RUF001 - both apostrophes
_VERBS_TOO = {"lives", "leaves"}
_MORE = re.compile(r" (?:more|fewer) (?!than )")
_ADVERB = re.compile(r"[a-z]{2,30}(?:ly|[^e]ed)")
_NO_PLURAL = ("ss", "us", "is", "'s", "’s", "s’", "s'")  # noqa: RUF001 - both apostrophes
_LONG_PLURAL = ("sses", "shes", "ches", "xes", "viruses", "bonuses", "campuses", "censuses", "oes")


def counted(page: Page, at: int, *, one: bool) -> tuple[Measure, int]:
    """Return what is counted by the number that ends at ``at``, and the position behind it."""
    if at < len(page.plain) and ("\u3400" <= page.plain[at] <= "\u9fff"):
        return counted_thing(page, at)
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


class _Word(NamedTuple):
    """A word of a noun phrase, with its place."""

    text: str
    start: int
    end: int


def _english(page: Page, at: int, *, one: bool) -> tuple[Measure, int]:
    """Read ``two sessions``, ``eight other employees``, ``two of the players``."""
    of = _OF.match(page.folded, at) or _MORE.match(page.folded, at)
    words = _phrase(page, of.end() - 1 if of else at, one=one) or _modifier(page, at)
    if not words:
        return NO_MEASURE, at
    head = words[-1]
    measure = _known_unit(page, head) if len(words) > 1 and head.text.islower() else None
    return measure or _noun(page, words), at if of and of[0].startswith(" of") else head.end


def _phrase(page: Page, at: int, *, one: bool) -> list[_Word]:
    """Return the words up to the head of a noun phrase: its first plural, or all of a short phrase behind ``one``."""
    words: list[_Word] = []
    while len(words) < MAX_WORDS and (m := _WORD.match(page.plain, at)) and m[1]:
        word = m[1].casefold()
        if not _may_be_noun(page, word, m.end(), inside=bool(words)):
            break
        if page.lexicon.candidate.match(page.folded, m.start(1)):
            break  # five three-ton trucks
        if words and _plural(page, words[-1].text) and not _plural(page, m[1]):
            return words  # savings that are no part of a longer name
        if one and words and _plural(page, m[1]):
            break  # a verb: one proposal asks
        if words and word in _VERBS_TOO:
            break
        words.append(_Word(m[1], m.start(1), m.end()))
        at = m.end()
        if _plural(page, m[1]) and not one and word not in page.lexicon.plural_modifiers:
            return words
    if one and words and len(words) <= MAX_SINGULAR:
        return words
    closed = bool(words) and (_plural(page, words[-1].text) or (len(words) == 1 and _is_acronym(page, words[0])))
    return words if closed else []


def _modifier(page: Page, at: int) -> list[_Word]:
    """Return a singular that is counted before another noun: a 12 page document."""
    m = _WORD.match(page.plain, at)
    known = m is not None and bool(m[1]) and m[1] in page.lexicon.singular_counted
    return [_Word(m[1], m.start(1), m.end())] if m and known else []


def _may_be_noun(page: Page, word: str, end: int, *, inside: bool) -> bool:
    """Whether a word may stand in a noun phrase; ``and`` joins two adjectives (digital and physical sales)."""
    if word in {"and", "or"} and inside:
        following = _WORD.match(page.plain, end)
        return following is not None and bool(following[1]) and following[1].casefold() not in page.lexicon.function
    return word not in page.lexicon.function and word not in page.lexicon.months and word not in page.lexicon.weekdays


def _is_acronym(page: Page, word: _Word) -> bool:
    """Whether capitals end the phrase: (0.5 WAR)."""
    if not (word.text.isupper() and MIN_ACRONYM <= len(word.text) <= MAX_ACRONYM):
        return False
    return page.plain[word.end : word.end + 1] in {")", ",", ";", ""}


def _known_unit(page: Page, head: _Word) -> Measure | None:
    """Return the unit that the head is, whatever stands before it: 50 previous years."""
    word = head.text.casefold()
    unit = page.units.lookup(word) if word not in page.lexicon.ordinary and len(word) > MAX_SINGULAR else None
    if unit is None:
        return None
    span = Span(head.start, head.end)
    return Measure(unit.name.replace("_", " "), span, (UnitFactor(unit, 1, span),))


def _noun(page: Page, words: list[_Word]) -> Measure:
    """Return what is counted, in the singular; without adverbs and participles."""
    kept = [w for i, w in enumerate(words[:-1]) if w.text != "and" and not _describes(page, words, i)]
    name = " ".join([*(w.text for w in kept), singular(page, words[-1].text)])
    return Measure(name, Span((kept or words[-1:])[0].start, words[-1].end))


def _describes(page: Page, words: list[_Word], i: int) -> bool:
    """Whether a word is an adverb or a participle, no part of a name: decently sized plants, recorded songs."""
    word = words[i].text
    return word.islower() and _ADVERB.fullmatch(word) is not None and word not in page.lexicon.no_adverbs


def _plural(page: Page, word: str) -> bool:
    low = word.casefold()
    if low in page.lexicon.irregular:
        return True
    if word[:-1].isupper() and word[-1] == "s" and len(word) >= MIN_PLURAL:  # GPUs
        return True
    return (
        low.endswith("s")
        and not low.endswith(_NO_PLURAL)
        and low not in page.lexicon.singular_s
        and len(word) > MIN_PLURAL
    )


def singular(page: Page, word: str) -> str:
    """Return the singular of an English noun by its ending."""
    low = word.casefold()
    if low in page.lexicon.irregular:
        return page.lexicon.irregular[low]
    if not _plural(page, word):
        return word
    if low.endswith("ies") and len(low) > MIN_PLURAL + 1:  # not ties, pies
        return word[:-3] + "y"
    return word[:-2] if low.endswith(_LONG_PLURAL) else word[:-1]
