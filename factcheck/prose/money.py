"""Money around a number: $5, US$ 5, C $6, EUR50m, Rs 20, 1,200€; which country a $ is of stays open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.prose.mention import Measure
from factcheck.prose.page import Page
from factcheck.quantity.dimension import CURRENCIES
from factcheck.quantity.languages import latin_prose, per_language
from factcheck.quantity.scales import scaled
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.written import Written
from factcheck.source import Span

WINDOW = 9
_CODE_LENGTH = 3
_BLANKS = " \u00a0"
_TOKEN = re.compile(r"(?<![A-Za-z])(?P<letters>[A-Za-z]{1,5}(?:\.[A-Z])?[./]?)$")


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """The signs and words of money; ``open`` gives the name and the currencies of one that several countries have."""

    names: Mapping[str, str]
    signs: Mapping[str, str]
    open: Mapping[str, tuple[str, tuple[str, ...]]]
    country: Mapping[str, str]
    code_words: frozenset[str]
    suffixes: Mapping[str, int]
    symbols: frozenset[str] = field(init=False)
    endings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the characters that are signs of money and no letters."""
        spellings = "".join([*self.signs, *self.open])
        object.__setattr__(self, "symbols", frozenset(c for c in spellings if not c.isascii() or c == "$") - set("łč"))
        words = (*self.signs, *self.open, *CURRENCIES)
        object.__setattr__(self, "endings", frozenset(word[-2:] for word in words))


@per_language
def money_words() -> MoneyWords:
    """Return the words of money."""
    en = latin_prose()
    ambiguous = {word: (name, tuple(codes)) for word, (name, codes) in en["ambiguous_money"].items()}
    return MoneyWords(
        names=en["currency_names"],
        signs=en["currency_signs"],
        open=ambiguous,
        country=en["money_country"],
        code_words=frozenset(en["codes_like_words"]),
        suffixes=en["money_suffixes"],
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """A currency in front of a number."""

    start: int
    measure: Measure


def sign_before(page: Page, at: int, floor: int) -> Sign | None:
    """Return the currency sign, code or abbreviation that stands before a number."""
    end = at - 1 if at > floor and page.plain[at - 1] in _BLANKS else at
    if end <= floor:
        return None
    last, words = page.plain[end - 1], money_words()
    if last not in words.symbols and page.plain[end - 2 : end] not in words.endings and last not in words.endings:
        return None
    found = _sign_spelling(page, max(floor, at - WINDOW), end)
    if found is None:
        return None
    start, word = found
    measure = _money(page, word, Span(start, end)) if not _is_spoken(word) else None
    return Sign(start, measure) if measure and _fits(page, word, at) else None


def _is_spoken(word: str) -> bool:
    """Whether a name of a currency is written out, which stands behind its number: not ``won four``."""
    return word in money_words().open and word.islower() and len(word) > 2  # noqa: PLR2004 - not kr


def _sign_spelling(page: Page, floor: int, end: int) -> tuple[int, str] | None:
    """Return where the sign that ends at ``end`` starts, and how it is listed: ``US $`` as ``US$``."""
    symbols, window = money_words().symbols, page.plain[floor:end]
    letters = _TOKEN.search(window)
    cut = letters.start() if letters else len(window)
    if cut and window[cut - 1] in symbols:
        return _with_country(page, floor, floor + cut - 1, window[cut - 1 :])
    return (floor + cut, window[cut:]) if letters and not window[:cut].endswith(("-", "_", "#", "@")) else None


def _with_country(page: Page, floor: int, at: int, sign: str) -> tuple[int, str] | None:
    """Add the letters before a sign: US$, HK $, R$."""
    before = page.plain[floor:at].rstrip(_BLANKS)
    m = _TOKEN.search(before)
    if m and m["letters"] + sign in money_words().signs:
        return floor + m.start(), m["letters"] + sign
    return (at, sign) if sign in money_words().signs or len(sign) == 1 else None


def _fits(page: Page, word: str, at: int) -> bool:
    """Whether a code that is also a word (TOP, ALL) stands before an amount, and an abbreviation not inside a word."""
    return word not in money_words().code_words or _AMOUNT.match(page.plain, at) is not None


_AMOUNT = re.compile(r"[0-9]+(?:,[0-9]{3}|\.[0-9]{2}(?![0-9])|\s?(?:[kmb]n?|million|billion|trillion)\b)")


def _money(page: Page, word: str, span: Span) -> Measure | None:
    """Return the money that a sign, a code or a word of a currency stands for."""
    words = money_words()
    if word in words.open:
        name, codes = words.open[word]
        unit = "cent" if name == "cent" else codes[0]
        return _of(page, unit, span, name, codes if len(codes) > 1 else ())
    code = words.signs.get(word) or (word if len(word) == _CODE_LENGTH and word in CURRENCIES else None)
    return _of(page, code, span, words.names.get(code, code)) if code else None


def _of(page: Page, code: str, span: Span, name: str, codes: tuple[str, ...] = ()) -> Measure | None:
    unit = page.units.lookup(code)
    return Measure(name, span, (UnitFactor(unit, 1, span),), codes) if unit else None


def sign_behind(page: Page, at: int) -> tuple[Measure, int] | None:
    """Read a currency sign behind a number: 1,200€, 10 $; one that is glued to a number behind it is that one's."""
    start = at + 1 if page.plain[at : at + 1] in _BLANKS else at
    sign = page.plain[start : start + 1]
    if sign not in money_words().symbols:
        return _abbreviation_behind(page, start)
    if page.plain[start + 1 : start + 2].isdigit():
        return None
    measure = _money(page, sign, Span(start, start + 1))
    return (measure, start + 1) if measure else None


_LETTERS = re.compile(r"[^\W\d_]{2,10}\b")


def _abbreviation_behind(page: Page, at: int) -> tuple[Measure, int] | None:
    """Read 20 kr, 15 zł, 5 million pesos."""
    m = _LETTERS.match(page.plain, at) if page.plain[at : at + 1].isalpha() else None
    if m is None or m[0] in money_words().code_words or m[0] in page.lexicon.ordinary:
        return None
    plural = m[0].casefold().removesuffix("s")
    word = plural if plural in money_words().open else m[0]
    measure = _money(page, word, Span(*m.span()))
    return (measure, m.end()) if measure else None


def named(page: Page, measure: Measure) -> Measure:
    """Name a currency that is written as a word, and keep open which country's it is: dollars, pesos."""
    words, unit = money_words(), measure.factors[0].unit
    written = page.folded[measure.span.start : measure.span.end]
    key = next((w for w in (written, written[:-1]) if w in words.open and len(w) > 1), "")
    if key:
        name, codes = words.open[key]
        return Measure(name, measure.span, measure.factors, codes if len(codes) > 1 else ())
    return Measure(words.names.get(unit.name, measure.name), measure.span, measure.factors)


_COUNTRY = re.compile(r"[ \u00a0](U\.S\.?|[A-Z][A-Za-z]{1,10})(?![\w$-])")
_NEXT = re.compile(r" ([A-Za-z]+)")


def country_behind(page: Page, measure: Measure, at: int) -> tuple[Measure, int]:
    """Read the country of a $ behind the amount: $75 U.S., $31.20 US, $5 Canadian; not ``$5 US tariffs``."""
    m = _COUNTRY.match(page.plain, at)
    code = money_words().country.get(m[1]) if m and "USD" in measure.currencies else None
    unit = page.units.lookup(code) if code else None
    if m is None or code is None or unit is None:
        return measure, at
    behind = _NEXT.match(page.folded, m.end())
    if behind and behind[1] not in page.lexicon.function and len(m[1]) != _CODE_LENGTH:
        return measure, at
    span = Span(measure.span.start, m.end())
    return Measure(money_words().names.get(code, code), span, (UnitFactor(unit, 1, span),)), m.end()


_SUFFIX = re.compile(r"[ \u00a0]?([A-Za-z]{1,3})(?![\w/^'\u2019]|-(?!an?-)[A-Za-z])")


def magnitude(page: Page, number: Written, at: int) -> tuple[Written, int]:
    """Read a suffix that means a magnitude behind money: $50m, £2.8bn, $4.2b, $5T."""
    m = _SUFFIX.match(page.plain, at)
    power = money_words().suffixes.get(m[1]) if m else None
    if m is None or power is None or number.scale != 1 or number.nominal is None:
        return number, at
    return scaled(number, 10**power, number.text), m.end()
