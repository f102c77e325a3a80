"""One number in prose with its sign, its currency, its tolerance and its unit: −5 °C, $-50.8bn, 3.2 ± 0.1 mm."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.hedges import hedge_inside
from factcheck.prose.measures import measured
from factcheck.prose.mention import NO_MEASURE, Measure, Mention
from factcheck.prose.money import sign_before
from factcheck.prose.numerals import read_numeral
from factcheck.prose.page import Page
from factcheck.quantity.interval import Interval
from factcheck.quantity.powers import times_ten
from factcheck.quantity.reading import Read
from factcheck.quantity.tolerances import widened, widened_by_share, with_concise_error
from factcheck.quantity.written import Written
from factcheck.source import Span

_PLUS_MINUS = re.compile(r"\s?(?:±|\+/[-−–]|\+-)\s?(?=[0-9.])")
_TOLERANCE_SIGN = re.compile(r"(?:±|\+/[-−])[ \u00a0]?$")
_MINUSES = "-−–"
_BEFORE_SIGN = " \t\n(\u00a0~∼≈<>≤≥=:,[;/|\0\u2009\u202f"  # noqa: RUF001 - signs of relations
_CURRENCIES = "$€£¥"


def amount_at(page: Page, at: int, number: Read, floor: int, *, like: Measure = NO_MEASURE) -> Mention:
    """Return the mention of one number that was read at ``at``, without the hedges before it.

    ``like`` is the measure of the lower end of its range: the 15m of ``$10m-15m`` is money too.
    """
    start, written = _signed(page, at, number, floor)
    sign = sign_before(page, start, floor)
    start = sign.start if sign else start
    if sign and _is_minus(page, start, floor) and written is number.number:
        start, written = start - 1, written.negated(page.text[start - 1 : number.end])
    written, end = _with_tolerance(page, written, number.end)
    written, end = _with_concise_error(page, at, written, end)
    written, inner = hedge_inside(page, written, end)
    written, measure, stop = measured(page, sign, number, written, inner, like)
    end = max(end, stop)
    if inner > number.end and end < inner:
        end = inner
    if written.nominal is not None and measure.factors:
        written, end = _tolerance_with_unit(page, written, measure, end)
    return Mention(Span(start, end), page.text[start:end], Span(at, number.end), written, measure)


def reach(mention: Mention) -> int:
    """Return where the reading of a mention ended: a counted noun is read, but is no part of its span."""
    return max(mention.span.end, mention.measure.span.end)


def _signed(page: Page, at: int, number: Read, floor: int) -> tuple[int, Written]:
    """Return where a number starts with its minus, and its value with it."""
    if page.folded[max(floor, at - 2) : at].strip()[-1:] not in page.lexicon.minus_ends:
        return at, number.number
    tolerance = _TOLERANCE_SIGN.search(page.plain[max(floor, at - 4) : at])
    n = number.number.nominal
    if tolerance and n is not None:
        start = at - len(tolerance[0])
        width = Interval(-abs(Fraction(n)), abs(Fraction(n)))
        return start, replace(number.number, nominal=None, kind="span", span=width, text=page.text[start : number.end])
    minus = 1 if _is_minus(page, at, floor) else _minus_word(page, at, floor)
    if not minus:
        return at, number.number
    return at - minus, number.number.negated(page.text[at - minus : number.end])


def _is_minus(page: Page, start: int, floor: int) -> bool:
    if start <= floor or page.plain[start - 1] not in _MINUSES:
        return False
    before = page.plain[start - 2] if start - 1 > floor else " "
    return before in _BEFORE_SIGN or before in _CURRENCIES


def _minus_word(page: Page, at: int, floor: int) -> int:
    """Return the length of ``minus`` or ``negative`` before a number, or of a minus that a blank sets apart."""
    for word in page.lexicon.minus:
        if not word.isascii():
            start = at - len(word) - page.plain.startswith(" ", at - 1)
            if start >= floor and page.plain.startswith(word, start):
                return at - start
            continue
        start = at - len(word) - 1
        if start >= floor and page.folded.startswith(word, start) and page.folded[at - 1] in " -":
            alone = start == floor or not page.plain[start - 1].isalpha() or not page.plain[start].isascii()
            return len(word) + 1 if alone else 0
    apart = page.plain[max(floor, at - 2) : at]
    if floor == at - 3 and page.plain[floor - 1 : floor].isalnum():  # it takes off what was just read: 5 kg − 300 g
        return 0
    return 2 if apart in {"− ", "−\u00a0"} and page.plain[at - 3 : at - 2] in {*_BEFORE_SIGN, ""} else 0


def _with_tolerance(page: Page, number: Written, end: int) -> tuple[Written, int]:
    """Read ``± 0.2`` behind a number; a scale of the second is of both: 5 ± 1 million."""
    width = _width_at(page, end)
    if width is None:
        return number, end
    return _widened(number, width, page), width.end


def _with_concise_error(page: Page, at: int, number: Written, end: int) -> tuple[Written, int]:
    """Read ``100(5) ms``: without a unit right behind, what stands in brackets is a note or a label."""
    read = with_concise_error(page.plain, at, Read(number, end)) if page.plain.startswith("(", end) else None
    if read is None:
        return number, end
    if longer := times_ten(page.plain, at, read):
        return longer.number, longer.end
    page.numeral_end = read.end
    return (read.number, read.end) if page.units_at(read.end).factors else (number, end)


def _width_at(page: Page, end: int) -> Read | None:
    m = _PLUS_MINUS.match(page.plain, end) if page.tolerances else None
    width = read_numeral(page, m.end()) if m else None
    return width if width and width.number.nominal is not None else None


def _widened(number: Written, width: Read, page: Page) -> Written:
    n, scale = number.nominal, width.number.scale
    if n is not None and number.scale == 1 and scale != 1:
        number = number.times(scale, page.text[width.end - len(number.text) : width.end])
    return widened(number, width.number.nominal or 0)


def _tolerance_with_unit(page: Page, number: Written, measure: Measure, end: int) -> tuple[Written, int]:
    """Read ``46.8 % ± 1.6 %`` and ``100 V ± 5 %``."""
    width = _width_at(page, end)
    if width is None or number.nominal is None:
        return number, end
    _, other, stop = measured(page, None, width, width.number, width.end)
    if other.name == measure.name:
        return _widened(number, width, page), stop
    if other.name != "percent":
        return number, end
    return widened_by_share(number, width.number.nominal or 0), stop
