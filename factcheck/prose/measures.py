"""The unit of a number in prose: money around it, a known unit behind it, or the noun that is counted."""

import re
from dataclasses import replace

from factcheck.prose.chinese.measures import measure_in_chinese, share_in_per_cent
from factcheck.prose.mention import NO_MEASURE, Measure
from factcheck.prose.mixed import marked, with_smaller_unit
from factcheck.prose.money import Sign, country_behind, magnitude, money_words, named, sign_behind
from factcheck.prose.nouns import counted, singular
from factcheck.prose.page import Page
from factcheck.quantity.dimension import CURRENCIES
from factcheck.quantity.languages import latin
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import Read
from factcheck.quantity.scales import scaled
from factcheck.quantity.unit_phrase import UnitFactor, UnitPhrase
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span

_PER = re.compile(r"(?P<article>[ -]an?[ -])|[ -]per[ -]| each | every |[ \u00a0]?/[ \u00a0]?")
_EQUALS = re.compile(r"\s?[=≈]")
_BEFORE_PER = frozenset(" \u00a0-/")
_PER_WORD = re.compile(r"[a-z][a-z-]{2,}")
_NOT_PER = re.compile(r"[a-z]+ (?:ago|earlier|before|later|after|previously|on)\b")


def measured(
    page: Page, sign: Sign | None, number: Read, written: Written, end: int, like: Measure = NO_MEASURE
) -> tuple[Written, Measure, int]:
    """Return a number, what it measures and where it ends; a suffix or a second unit may change the number.

    A unit is part of it, a noun that is counted is not. ``like`` is money where a suffix behind is one of money.
    """
    if number.share:
        return share_in_per_cent(written, end)
    if number.percent:
        return written, Measure("percent", Span(number.end, number.end)), end
    if sign is not None:
        written, end = magnitude(page, written, end)
        return written, *_signed(page, sign, end)
    if is_money(like) and (bigger := magnitude(page, written, end))[1] > end:
        return bigger[0], like, bigger[1]
    return with_smaller_unit(page, *_behind(page, written, end))


def _behind(page: Page, number: Written, at: int) -> tuple[Written, Measure, int]:
    """Read what stands behind a number: money, units, or what is counted."""
    if not page.latin and (chinese := measure_in_chinese(page, number, at)):
        return chinese
    if page.plain[at : at + 2].lstrip()[:1] in _GLUED:
        for read in (marked, _millions_counted, _millions_of_money, _billions):
            found = read(page, number, at)
            if found is not None:
                return found
    if number.kind == "span" and page.folded.startswith(" of ", at):
        at += len(" of")
    money = sign_behind(page, at)
    measure, end = money or _unit_behind(page, at) or counted(page, at, one=number.nominal == 1)
    if measure is NO_MEASURE:
        return number, *(_noun_before(page, at, number) or _only_per(page, at))
    if is_money(measure):
        number, end = _scale_behind(page, number, end)
    measure, end = _with_per(page, measure, end)
    return number, measure, end if measure.factors else at


_GLUED = frozenset("'’′kKmMbBs")  # noqa: RUF001 - primes
"""What feet, stones and letters for magnitudes begin with."""

_MONEY_UNIT = re.compile(r"[ \u00a0]?([kKmMbB]|bn|mn|mln|mio|Mio|Bn|Mn)(?=[A-Z]{3}\b|[€£$¥])")
_MILLIONS = re.compile(r"(?:(?P<glued>m|b|mln|mio)|[ \u00a0]?(?:B|Mio|Mln))(?= [A-Za-z])")


def _millions_of_money(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a prefix of a currency: 30 MUSD, 5 k€."""
    m = _MONEY_UNIT.match(page.plain, at)
    measure = (sign_behind(page, m.end()) or _unit_behind(page, m.end())) if m else None
    if m is None or measure is None or number.nominal is None or not is_money(measure[0]):
        return None
    return scaled(number, 10 ** money_words().suffixes[m[1]], number.text), *measure


def _millions_counted(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a suffix that is a million only where money or a plural noun follows: 1.2m tons, 8 B people."""
    m = _MILLIONS.match(page.plain, at)
    if m is None or number.scale != 1 or number.nominal is None:
        return None
    unit = _unit_behind(page, m.end())
    if unit is not None and unit[0].span.end - unit[0].span.start <= 2:  # noqa: PLR2004 - a symbol: 5m s
        return None
    measure, end = unit or counted(page, m.end(), one=False)
    if measure is NO_MEASURE:
        return None
    measure, end = _with_per(page, measure, end)
    number = scaled(number, 10 ** money_words().suffixes[m[0].strip()], number.text)
    return number, measure, end if measure.factors else m.end()


_BILLION = re.compile(r"b(?![\w/^'\u2019-])")


def _billions(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read ``1.2b``; whole numbers with the letter are names (2b)."""
    if number.kind != "decimal" or number.scale != 1 or not _BILLION.match(page.plain, at):
        return None
    return scaled(number, 10**9, number.text), NO_MEASURE, at + 1


def is_money(measure: Measure) -> bool:
    """Tell whether a measure is an amount of money, not one per something."""
    dimension = measure.factors[0].unit.dimension if measure.factors else ()
    return len(dimension) == 1 and dimension[0][0] in CURRENCIES


_SCALE = re.compile(r"[ \u00a0](million|billion|trillion|thousand|mn|bn|tn)\b")


def _scale_behind(page: Page, number: Written, at: int) -> tuple[Written, int]:
    """Read a scale word behind the currency: 75 USD million."""
    m = _SCALE.match(page.folded, at)
    if m is None or number.scale != 1 or number.nominal is None:
        return number, at
    return scaled(number, 10 ** latin()["scales"][m[1]], number.text), m.end()


def _unit_behind(page: Page, at: int) -> tuple[Measure, int] | None:
    """Return the known unit behind a number."""
    page.numeral_end = at
    start = at + 1 if page.plain.startswith("-", at) else at
    phrase = page.units_at(start)
    if not phrase.factors:
        return None
    measure, end = _age(page, phrase)
    return (named(page, measure) if is_money(measure) and len(phrase.factors) == 1 else measure), end


def _age(page: Page, phrase: UnitPhrase) -> tuple[Measure, int]:
    """Return the measure of a unit phrase; ``year old`` is an age."""
    first = phrase.factors[0].span.start
    if page.folded.startswith(page.lexicon.age_words, first) and _has_time(phrase.factors[0].unit):
        for words, name in page.lexicon.ages.items():
            if page.folded.startswith(words, first):
                return Measure(name, Span(first, first + len(words)), phrase.factors), first + len(words)
    return Measure(unit_name(phrase.factors), Span(first, phrase.end), phrase.factors), phrase.end


def _has_time(unit: Unit) -> bool:
    return any(base == "time" for base, _ in unit.dimension)


def _signed(page: Page, sign: Sign, at: int) -> tuple[Measure, int]:
    """Return the measure of a number behind a currency sign: dollars behind it repeat it, a month is per month."""
    measure, end = country_behind(page, sign.measure, at)
    page.numeral_end = end
    phrase = page.units_at(end)
    if phrase.factors and phrase.factors[0].unit.dimension == measure.factors[0].unit.dimension:
        end = phrase.factors[0].span.end
    return _with_per(page, measure, end)


_NOUN_BEFORE = re.compile(r"\b(?:an?|another|one) ([a-z]{3,20}) or $|\b(?P<age>aged?)(?: of)? $")
_LOOK_BACK = 36


def _noun_before(page: Page, end: int, number: Written) -> tuple[Measure, int] | None:
    """Read what stands before a number: a mile or two, another pick or two, aged 45."""
    start = end - len(number.text)
    m = _NOUN_BEFORE.search(page.folded, max(0, start - _LOOK_BACK), start)
    word = m[m.lastindex or 0] if m else ""
    if m is None or word in page.lexicon.function:
        return None
    span = Span(*m.span(m.lastindex or 0))
    unit = page.units.lookup("year" if m["age"] else word) if word not in page.lexicon.ordinary else None
    return Measure("year of age" if m["age"] else word, span, (UnitFactor(unit, 1, span),) if unit else ()), end


_PER_AREA = re.compile(r"/(?:km|mi|m)[²2]\b|/(?:sq|ha)\b")
"""What a density is per, with nothing before it: 48.8/km²."""


def _only_per(page: Page, at: int) -> tuple[Measure, int]:
    """Read a rate of what was said before: 20 per week, 400 a day."""
    if not page.folded.startswith((" per ", " a ", " an "), at) and not _PER_AREA.match(page.folded, at):
        return NO_MEASURE, at
    measure, end = _with_per(page, NO_MEASURE, at)
    return (measure, end) if end > at else (NO_MEASURE, at)


def _with_per(page: Page, measure: Measure, at: int) -> tuple[Measure, int]:
    """Read what a unit is per: $98 a share, 12 cents per copy, 5 deaths per 1,000 people, 300 tests a day."""
    m = _PER.match(page.folded, at) if page.folded[at : at + 1] in _BEFORE_PER else None
    if m is None or (m["article"] and _NOT_PER.match(page.folded, m.end())):
        return measure, at
    below = _below(page, m.end(), spoken=m[0].strip() != "/")
    if below is None or (m["article"] and not (is_money(measure) or _is_time(below[0]))):
        return measure, at
    under, end = below
    start = measure.span.start if measure is not NO_MEASURE else m.start() + 1
    factors = (*measure.factors, *(replace(f, power=-f.power) for f in under.factors))
    name = f"{measure.name} per {under.name}".strip()
    return Measure(name, Span(start, end), factors, measure.currencies), end


def _is_time(measure: Measure) -> bool:
    return len(measure.factors) == 1 and measure.factors[0].unit.dimension == (("time", 1),)


def _below(page: Page, at: int, *, spoken: bool) -> tuple[Measure, int] | None:
    """Return what stands behind ``per``: units, a number of things, or one thing."""
    phrase = page.units_at(at)
    if phrase.factors:
        return Measure(unit_name(phrase.factors), Span(at, phrase.end), phrase.factors), phrase.end
    if page.plain[at : at + 1].isdigit():
        return _number_below(page, at)
    m = _PER_WORD.match(page.folded, at) if spoken else None
    if m is None or m[0] in page.lexicon.function:
        return None
    return Measure(singular(page, m[0]), Span(at, m.end())), m.end()


def _number_below(page: Page, at: int) -> tuple[Measure, int] | None:
    number = read_number(page.plain, at)
    if number is None or number.number.nominal is None:
        return None
    measure, end = _unit_behind(page, number.end) or counted(page, number.end, one=False)
    if _EQUALS.match(page.plain, max(end, number.end)):  # it is divided: 100 MB / 8 = 12.5 MB
        return None
    name = f"{number.number.nominal} {measure.name}".strip()
    return Measure(name, Span(at, max(end, number.end))), max(end, number.end)


def unit_name(factors: tuple[UnitFactor, ...]) -> str:
    """Return the singular English name of a unit: ``kilometer per hour``."""
    if len(factors) == 1 and factors[0].power == 1:
        return _power_name(factors[0])
    over = [_power_name(f) for f in factors if f.power > 0]
    under = [_power_name(f) for f in factors if f.power < 0]
    return " per ".join([" ".join(over), *under]).strip()


def _power_name(factor: UnitFactor) -> str:
    name = factor.unit.name
    name = money_words().names.get(name, name).replace("_", " ")
    if factor.power == 1:
        return name
    prefix = {1: "", 2: "square ", 3: "cubic "}.get(abs(factor.power), "")
    return f"{prefix}{name}" if prefix or abs(factor.power) == 1 else f"{name}^{abs(factor.power)}"
