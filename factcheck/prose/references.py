"""Numbers that refer to something: [17], (4,35–38), phases 3, 5 and 7, Smith et al., 2010a; and those of formulae."""

import re

from factcheck.prose.chinese.words import is_han
from factcheck.prose.mention import Aside, AsideKind, Mention
from factcheck.prose.page import Page
from factcheck.source import Span

_NUMBERS = r"[0-9]{1,4}[a-z]?(?:\s?[,;–-]\s?[0-9]{1,4}[a-z]?){0,40}"
_BRACKETED = re.compile(rf"(?!0){_NUMBERS}\s?\]")
_IN_PARENTHESES = re.compile(r"[0-9]{1,3}(?:[,;–]\s?[0-9]{1,3}){0,40}\)(?!\s?[×x*^])")
_ARGUMENTS = re.compile(r"[0-9.]{1,8}(?:,\s?[0-9.]{1,8}){0,8}\)|[0-9](?:,[0-9]){0,4}-[a-z]{2}")
_EQUATION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,2}[a-z]?\)")
_LABEL_BEFORE = re.compile(r"([a-z]+)\.?[ \u00a0]?\($")
_YEAR_LETTER = re.compile(r"(?:1[5-9]|20)[0-9]{2}[a-h](?![\w])")
_CODE_TAIL = re.compile(r"[\w–-]{1,40}")
_SAMPLE = re.compile(r"[0-9]{1,5}/[0-9]{1,5}[a-z]?-[0-9]{1,5}[a-z]?(?![\w/])")
_INTEGER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?[A-Za-z]?(?:[–-][0-9]{1,4}[A-Za-z]?)?(?![\w%°]|[.,][0-9])")
_AND = re.compile(r"\)?\s?(?:,|;|&|–|-|to|and|or|,\s?and|,\s?or)\s?\(?")
_JOINTS = frozenset("/–-")
_AND_LENGTH = 8
_WINDOW = 24
_NOUN_WORDS = 3
_GREEK = "\u0370", "\u03ff"


def reference_at(page: Page, at: int, floor: int, last: Mention | Aside | None) -> Aside | None:
    """Return what the digits at ``at`` refer to; ``last`` is what was read before them."""
    if isinstance(last, Aside) and (found := _continued(page, at, last)):
        return found
    before = page.plain[at - 1] if at > floor else " "
    if before in "[(":
        return _in_brackets(page, at, floor, before)
    if (before in ")]" and not is_han(page.plain[at - 2 : at - 1])) or _GREEK[0] <= before <= _GREEK[1]:
        return _aside(page, "identifier", at, _CODE_TAIL)  # Ca(ClO4)2, δ13C
    found = _labelled(page, at, floor) if before in " \u00a0" else None
    return found or _aside(page, "date", at, _YEAR_LETTER) or _aside(page, "identifier", at, _SAMPLE)


def _continued(page: Page, at: int, last: Aside) -> Aside | None:
    """Read on in a list of labels (Figs. 4 and 5, phases 3, 5 and 7) or in a name with digits (Oct3/4, TRA-1–60)."""
    gap = page.folded[last.span.end : at] if at - last.span.end <= _AND_LENGTH else "."
    if last.kind == "label" and _AND.fullmatch(gap):
        return _bare_label(page, at, at)
    return _aside(page, "identifier", at, _CODE_TAIL) if last.kind == "identifier" and gap in _JOINTS else None


def _in_brackets(page: Page, at: int, floor: int, before: str) -> Aside | None:
    """Read [17], (26), (4,35–38), Eq. (9.2), F(3, 8.9)."""
    if before == "[":
        return _aside(page, "label", at, _BRACKETED)
    if page.plain[at - 2 : at - 1].isalpha() and at - 1 > floor:
        return _aside(page, "identifier", at, _ARGUMENTS)
    named = _LABEL_BEFORE.search(page.folded, max(floor, at - _WINDOW), at)
    if named and named[1] in page.lexicon.labels:
        return _aside(page, "label", at, _EQUATION)
    return _aside(page, "date", at, _YEAR_LETTER) or _aside(page, "label", at, _IN_PARENTHESES)


def _labelled(page: Page, at: int, floor: int) -> Aside | None:
    """Read phases 3 and day 14: a word that numbers name things with, where the number counts nothing."""
    m = page.word_before(at, floor)
    if m is None or m[2]:
        return None
    named, word = page.lexicon.labels_alone, m[1].removesuffix("s")
    found = m[1] in named or word in named or (word != m[1] and word in page.lexicon.labels)
    return _bare_label(page, m.start(), at) if found else None


def _bare_label(page: Page, start: int, at: int) -> Aside | None:
    """Return the label of a number that nothing follows which it could count or measure."""
    m = _INTEGER.match(page.plain, at)
    if m is None or page.counts(m.end(), words=2):
        return None
    return Aside("label", Span(start, m.end()), page.text[start : m.end()])


def _aside(page: Page, kind: AsideKind, at: int, pattern: re.Pattern[str]) -> Aside | None:
    m = pattern.match(page.plain, at)
    return Aside(kind, Span(at, m.end()), page.text[at : m.end()]) if m else None
