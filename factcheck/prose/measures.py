"""The unit of a number in prose: a currency in front, a known unit behind, or the noun that is counted."""

import re
from dataclasses import dataclass

from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.nouns import counted, singular
from factcheck.prose.page import Page
from factcheck.quantity.unit_phrase import UnitFactor, UnitPhrase
from factcheck.source import Span

_SIGN = re.compile(
    r"(?P<sign>(?:US|HK|NT|NZ|AU|CA|CN|RMB|JP|A|C|S|R|\bc )?[$¥￥]|[€£₹₩₽₺฿₫₦₱₪₴₭₾¢])[ \u00a0]?$|\b(?P<code>[A-Z]{3}|Rs\.?|rmb|usd|R|RM)[ \u00a0]?\$?$"
)
_DOLLARS = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD")
_AMBIGUOUS = {"$": ("dollar", _DOLLARS), "¥": ("yuan", ("CNY", "JPY")), "￥": ("yuan", ("CNY", "JPY"))}
_CODES = {"Rs": "INR", "Rs.": "INR", "R": "ZAR", "RM": "MYR", "rmb": "CNY", "usd": "USD"}
_CURRENCY_NAMES = {
    "USD": "us dollar", "EUR": "euro", "GBP": "pound sterling", "CNY": "yuan", "JPY": "yen", "INR": "indian rupee",
    "KRW": "south korean won", "HKD": "hong kong dollar", "TWD": "taiwan dollar", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "CHF": "swiss franc",
    "ZAR": "south african rand", "RUB": "russian ruble", "BRL": "brazilian real", "MXN": "mexican peso",
}  # fmt: skip
_PER = re.compile(r"(?:[ -]an?[ -]| per | each | every |/ ?)([A-Za-z]+)")
_COUNTRY = re.compile(r" (?:U\.S\.|US|USD|Canadian)\b\.?")
_WINDOW = 6


@dataclass(frozen=True, slots=True)
class Sign:
    """A currency in front of a number."""

    start: int
    measure: Measure


def sign_before(page: Page, at: int, floor: int) -> Sign | None:
    """Return the currency sign or code that stands before a number."""
    previous = page.plain[at - 1 : at] if at > floor else ""
    if not previous or (previous.isascii() and previous not in " $.LRSMDNYPBKUCs" and not previous.isalpha()):
        return None
    start = max(floor, at - _WINDOW)
    m = _SIGN.search(page.plain[start:at])
    if m is None:
        return None
    word = m["sign"] or m["code"]
    begin = start + m.start()
    if word in _AMBIGUOUS:
        name, currencies = _AMBIGUOUS[word]
        unit = page.units.lookup(currencies[0])
        factors = (UnitFactor(unit, 1, Span(begin, begin + len(word))),) if unit else ()
        return Sign(begin, Measure(name, Span(begin, begin + len(word)), factors, currencies))
    unit = page.units.lookup(_CODES.get(word, word))
    if unit is None or (m["code"] and unit.name.upper() != unit.name):
        return None
    span = Span(begin, begin + len(word))
    return Sign(begin, Measure(unit_name((UnitFactor(unit, 1, span),)), span, (UnitFactor(unit, 1, span),)))


def measure_behind(page: Page, at: int, *, one: bool) -> tuple[Measure, int]:
    """Return the unit or the counted noun behind a number, and the position behind it."""
    page.numeral_end = at
    start = at + 1 if page.plain.startswith("-", at) else at
    phrase = page.reader.read(start)
    if not phrase.factors:
        return counted(page, at, one=one)
    return _with_noun(page, _age(page, phrase, start))


def _age(page: Page, phrase: UnitPhrase, start: int) -> tuple[Measure, int]:
    """Return the measure of a unit phrase; ``year old`` is an age."""
    first = phrase.factors[0].span.start
    for words, name in page.lexicon.ages.items():
        if page.folded.startswith(words, first):
            return Measure(name, Span(first, first + len(words)), phrase.factors), first + len(words)
    return Measure(unit_name(phrase.factors), Span(first, phrase.end), phrase.factors), phrase.end


def _with_noun(page: Page, found: tuple[Measure, int]) -> tuple[Measure, int]:
    """Read the noun that a unit is per: $98 a share, 12 cents per copy."""
    measure, end = found
    m = _PER.match(page.plain, end)
    if m is None or m[1].casefold() in page.lexicon.function or len(m[1]) < 3:  # noqa: PLR2004 - a word
        return found
    unit = page.units.lookup(m[1].casefold()) if m[1].casefold() not in page.lexicon.ordinary else None
    if unit is not None:
        factors = (*measure.factors, UnitFactor(unit, -1, Span(*m.span(1))))
        return Measure(unit_name(factors), Span(measure.span.start, m.end()), factors, measure.currencies), m.end()
    if m[0].startswith("/"):
        return found
    name = f"{measure.name} per {singular(page, m[1].casefold())}"
    return Measure(name, Span(measure.span.start, m.end()), measure.factors, measure.currencies), m.end()


def signed_measure(page: Page, sign: Sign, at: int) -> tuple[Measure, int]:
    """Return the measure of a number behind a currency sign: dollars behind it repeat it, a month is per month."""
    page.numeral_end = at
    m = _COUNTRY.match(page.plain, at)
    end = m.end() if m else at
    phrase = page.reader.read(end)
    if phrase.factors and phrase.factors[0].unit.dimension == sign.measure.factors[0].unit.dimension:
        end = phrase.end
    measure, stop = _with_noun(page, (sign.measure, end))
    if stop == end:
        return measure, end
    span = Span(sign.start, stop)
    return Measure(_reworded(measure, sign), span, measure.factors, measure.currencies), stop


def _reworded(measure: Measure, sign: Sign) -> str:
    """Keep the name of an ambiguous sign: ``dollar per month``."""
    if " per " in measure.name:
        return f"{sign.measure.name} per {measure.name.partition(' per ')[2]}"
    return measure.name


def unit_name(factors: tuple[UnitFactor, ...]) -> str:
    """Return the singular English name of a unit: ``kilometer per hour``."""
    over = [_power_name(f) for f in factors if f.power > 0]
    under = [_power_name(f) for f in factors if f.power < 0]
    return " per ".join([" ".join(over), *under]).strip()


def _power_name(factor: UnitFactor) -> str:
    name = factor.unit.name
    name = _CURRENCY_NAMES.get(name, name).replace("_", " ")
    prefix = {1: "", 2: "square ", 3: "cubic "}.get(abs(factor.power), "")
    return f"{prefix}{name}" if prefix or abs(factor.power) == 1 else f"{name}^{abs(factor.power)}"


NOTHING = (NO_MEASURE, 0)
