"""Digits that are no quantity: dates, times, versions, phone numbers, names with digits, labels, ordinals."""

import re

from factcheck.prose.lexicon import compiled
from factcheck.prose.mention import Aside, AsideKind
from factcheck.prose.money import sign_before
from factcheck.prose.names import name_around, street_end
from factcheck.prose.page import Page
from factcheck.quantity.languages import in_force, latin, of_tables
from factcheck.source import Span

WINDOW = 40
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_YEAR_DIGITS = 4

_KINDS: dict[str, AsideKind] = {
    "iso": "date", "slashed": "date", "daymonth": "date", "decade": "date", "tens": "date", "zhdate": "date",
    "span": "date", "models": "identifier",
    "clock": "time", "ampm": "time", "zhtime": "time", "version": "version", "phone": "phone",
    "ordinal": "ordinal", "pointed": "ordinal", "ratio": "ratio", "format": "identifier", "serial": "identifier",
    "abroad": "phone",
    "idiom": "identifier", "code": "identifier", "score": "score",
}  # fmt: skip


@of_tables
def _behind(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what digits may begin that is no quantity; every part is bounded."""
    month, marks = compiled(languages).month, compiled(languages).day_marks
    pointed = r"[0-9]{1,2}\.(?=\s[^\W\d_])" if compiled(languages).ordinal_point else "(?!)"
    return re.compile(
        r"(?P<iso>[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9](?![0-9-]))"
        r"|(?P<slashed>[0-3]?[0-9]/[0-3]?[0-9]/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))"
        r"|(?P<version>(?![0-9]{1,3}(?:\.[0-9]{3}){2,6},[0-9])[0-9]{1,6}(?:\.[0-9]{1,6}){2,5}(?![0-9]))"
        r"|(?P<serial>[0-9]{1,9}(?:-[0-9]{1,9}){3,6}(?![0-9-]))"
        r"|(?P<abroad>(?<=\+)[0-9]{1,3}(?:[ .-]?\(?[0-9]{2,4}\)?){2,5}(?![0-9]))"
        r"|(?P<phone>(?:1[-. ])?[0-9]{3}[-. ][0-9]{3,4}[-. ][0-9]{4}(?![0-9])|1[0-9]{2}-?[0-9]{4}-[0-9]{4}(?![0-9]))"
        r"|(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{1,3})?(?:\s?[ap]\.?m\b\.?)?(?![0-9:]))"
        r"|(?P<ampm>[0-2]?[0-9](?:\.[0-5][0-9])?\s?[ap](?:m\b|\.m\.)|[01]?[0-9]\s?o['\u2019]clock)"
        r"|(?P<decade>[12][0-9]{3}s\b)"
        r"|(?P<tens>[2-9]0s\b)|(?P<models>[0-9]{2,4}s\b)"
        r"|(?P<format>(?:480|576|720|1080|1440|2160)[pi]\b|(?<![$€£])[48]k\b(?! (?:race|run)))"
        r"|(?P<idiom>(?:24/7(?:/365)?|50/50|50-50|9/11|20/20|[24]x4)(?![0-9/x]))"
        r"|(?P<code>(?<![.,])0[0-9]{2,9}(?![0-9.,%]))"
        rf"|(?P<daymonth>(?:[0-3]?[0-9][-–])?[0-3]?[0-9](?:{marks})?\s(?:of\s)?(?:{month})\b\.?(?:,?\s[12][0-9]{{3}})?(?![0-9]))"
        r"|(?P<ordinal>[0-9]{1,3}(?:,[0-9]{3}){0,3}[0-9]?(?:st|nd|rd|th)\b)"
        rf"|(?P<pointed>{pointed})"
        r"|(?P<zhdate>[12][0-9]{3}\s?年(?:\s?[01]?[0-9]\s?月份?(?:\s?[0-3]?[0-9]\s?[日号])?)?(?![内间来前])"
        r"|[01]?[0-9]\s?月(?:份|\s?[0-3]?[0-9]\s?[日号]|(?![内间]))|[0-3]?[0-9]号|[0-9]{1,2}世纪|[0-9]{2}年代"
        r"|[0-3]?[0-9]日(?![元圆均]))"
        r"|(?P<zhtime>[0-2]?[0-9][点时](?:[0-5]?[0-9]分|半|整|钟|左右)?(?![0-9零一二三四五六七八九]))"
        r"|(?P<span>(?:19|20)[0-9]{2}[-–/](?:19|20)?[0-9]{2}(?![0-9%]|\.[0-9]))"
        r"|(?P<score>[0-9]{1,3}[-–][0-9]{1,3}(?![0-9%°$€£]|[.,:/–-][0-9]|[-–]?[A-Za-z]))"
        r"|(?P<ratio>[0-9]+(?:\.[0-9]+)?(?:\s?:|\s:\s)[0-9]+(?:\.[0-9]+)?)(?![0-9:]|,[0-9])"
    )


_CODE = re.compile(r"(?:[^\W\d_][\w'&]*[-–_./])+$|[\w#@]$")
_DIGITS_TAIL = re.compile(r"(?:[-.]?[^\W\u3400-\u9fff]+)*")


def aside_at(page: Page, at: int, floor: int) -> Aside | None:
    """Return what the digits at ``at`` begin when it is no quantity."""
    m = _behind(in_force()).match(page.folded, at)
    if m and m.lastgroup and _holds(page, m):
        month = _month_before(page, at, floor) if m.lastgroup == "ordinal" else None
        if month is not None:
            return _aside(page, "date", month, m.end())
        return _aside(page, _KINDS[m.lastgroup], at, m.end())
    return _from_left(page, at, floor)


_MAX_SCORE = 199


def _holds(page: Page, m: re.Match[str]) -> bool:
    """Whether the rest of the place agrees with a pattern."""
    if m.lastgroup == "format":
        return m[0][-1] != "k" or page.plain[m.end() - 1] == "K"  # 4K, but 4k is four thousand
    if m.lastgroup in {"tens", "models"}:
        return _is_plural(page, m.start())
    return m.lastgroup != "score" or _is_score(page, m)


_WORD_BEFORE = re.compile(r"([^\W\d_]+|[0-9]+)[ \u00a0'\u2019-]{1,2}\Z")


def _is_plural(page: Page, at: int) -> bool:
    """Whether an s behind digits is a plural and no second, by the word before: two 747s, his 40s, the '90s."""
    m = _WORD_BEFORE.search(page.folded, max(0, at - WINDOW), at)
    return m is not None and (m[1] in page.lexicon.plural_before or m[1].isdigit() or m[1] in latin()["units"])


def _is_score(page: Page, m: re.Match[str]) -> bool:
    """Whether two numbers are a result and no range: 2-0, 3-3, lost 0-2; a range rises, or has a unit."""
    first, second = re.split("[-–]", m[0])
    if page.plain[m.start() - 1 : m.start()] in {"$", "€", "£", "-"} or int(first) > _MAX_SCORE:
        return False
    falls = int(first) >= int(second) and page.unit_words(m.end() + 1) is None
    return falls or page.lexicon.played.search(page.folded, max(0, m.start() - 12), m.start()) is not None


def _aside(page: Page, kind: AsideKind, start: int, end: int) -> Aside:
    return Aside(kind, Span(start, end), page.text[start:end])


def _from_left(page: Page, at: int, floor: int) -> Aside | None:
    """Judge by what stands before the digits."""
    before = page.plain[at - 1] if at > floor else " "
    if before.isalnum() or before in "_#@/-–.\\":
        return _identifier(page, at, floor, before)
    if before not in " \u00a0\t\n(":
        return _ordinal_zh(page, at, before)
    start = _month_before(page, at, floor)
    if start is not None and (m := _DAY.match(page.plain, at)):
        return _aside(page, "date", start, m.end())
    street = street_end(page, at)
    if street:
        return _aside(page, "identifier", at, street)
    return _labelled(page, at, floor) or _year(page, at, floor) or _named(page, at, floor)


def _named(page: Page, at: int, floor: int) -> Aside | None:
    place = name_around(page, at, floor)
    return _aside(page, "identifier", *place) if place else None


_DAY = re.compile(r"(?:[0-3]?[0-9](?:st|nd|rd|th)?(?:,?\s[12][0-9]{3})?|[12][0-9]{3})(?![0-9.,:%]*[0-9%])")


def _month_before(page: Page, at: int, floor: int) -> int | None:
    m = page.word_before(at, floor)
    if m is None or m[1] not in page.lexicon.months:
        return None
    return m.start() if page.plain[m.start()].isupper() else None


def _identifier(page: Page, at: int, floor: int, before: str) -> Aside | None:
    """Read H100, GPT-4, F-35, v2.1; a Chinese character may stand before a number, and so may a currency code."""
    if not before.isascii():
        return _ordinal_zh(page, at, before)
    window = page.plain[max(floor, at - WINDOW) : at]
    m = _CODE.search(window)
    if m is None:
        return None
    run = re.search(r"[\x21-\x7e]*$", window)
    word = (run[0] if run else "").lstrip("(\"'[$,;:!?")
    if before == "-" and (word.lower() in page.lexicon.prefixes or _number_before(word)):
        return None
    if before in "-–" and not re.search(r"[A-Za-z]", word):
        return None
    if sign_before(page, at, floor) is not None or word.lower().rstrip("-") in page.lexicon.minus:
        return None  # EUR50m, minus-5
    tail = _DIGITS_TAIL.match(page.plain, at)
    return _aside(page, "identifier", at - len(word), tail.end() if tail else at + 1)


def _number_before(word: str) -> bool:
    return re.fullmatch(r"[0-9][0-9.,-]*[A-Za-z]{0,2}-", word) is not None


def _ordinal_zh(page: Page, at: int, before: str) -> Aside | None:
    if before != "第":
        return None
    end = _DIGITS_TAIL.match(page.plain, at)
    return _aside(page, "ordinal", at - 1, end.end() if end else at + 1)


_INTEGER = re.compile(r"[0-9]+(?:[.-][0-9]+)*[A-Za-z]?(?![\w%°])(?!,[0-9]{3})")


def _labelled(page: Page, at: int, floor: int) -> Aside | None:
    """Read Figure 5, Section 427, Windows 10: a number behind the noun that it names."""
    m = page.word_before(at, floor)
    if m is None or m[1] not in page.lexicon.labels:
        return None
    digits = _INTEGER.match(page.plain, at)
    if digits is None or _is_measured(page, digits.end()):
        return None
    return _aside(page, "label", m.start(), digits.end())


_SPELLED = re.compile(r"[ \u00a0]([a-z]{4,12})\b")


def _is_measured(page: Page, end: int) -> bool:
    """Whether a unit that is written out stands behind a number, which then names nothing: by tram 50 minutes."""
    m = _SPELLED.match(page.folded, end)
    return m is not None and m[1] not in page.lexicon.ordinary and page.units.lookup(m[1]) is not None


_PERIOD = re.compile(r"\b(?:q[1-4]|h[12]|fy)[ \u00a0]$")
_YEAR = re.compile(r"(?:1[0-9]|2[01])[0-9]{2}(?![\w%°])(?![.,][0-9])(?!\s?(?:million|billion|trillion|%|°))")


_MODERN = "15"
_IN = re.compile(r"\b(?:in|since|circa|ad|year) \Z")
_BEHIND_YEAR = re.compile(r"[ \u00a0](?:[A-Z]|(?!(?:of|out|to)\b)([a-z]+))|(?![ \u00a0\w])")


def _old_year(page: Page, m: re.Match[str], floor: int) -> Aside | None:
    """Read a year before 1500, which only what stands around it makes one: founded in 1368."""
    named = _IN.search(page.folded, max(floor, m.start() - 8), m.start())
    behind = _BEHIND_YEAR.match(page.plain, m.end()) if named else None
    if behind is None or (behind[1] and behind[1] not in page.lexicon.function) or page.counts(m.end(), words=2):
        return None
    return _aside(page, "date", m.start(), m.end())


def _year(page: Page, at: int, floor: int) -> Aside | None:
    m = _YEAR.match(page.plain, at)
    if m is None:
        return None
    if page.lexicon.amount_before.search(page.folded, max(floor, at - 20), at):
        return None
    if page.plain[at : at + 2] < _MODERN:
        return _old_year(page, m, floor)
    if _PERIOD.search(page.folded[max(0, at - 8) : at]):
        return _aside(page, "date", m.start(), m.end())
    before = page.word_before(at, floor)
    counts = page.counts(m.end(), words=1)
    maybe = counts and before is not None and before[1] in page.lexicon.year_maybe  # of 2000 people
    named = before is not None and before[1] in page.lexicon.year_before and not maybe
    this_age = page.plain[at + 1] != "1" or page.plain[at] == "1"
    if named or (this_age and not counts):
        return _aside(page, "date", m.start(), m.end())
    return None
