"""Two units of one quantity: 5 feet 2 inches, 6'2", 13 dollars and 45 cents, 2 hours 10 minutes."""

import re
from fractions import Fraction

from factcheck.prose.mention import Measure
from factcheck.prose.money import named
from factcheck.prose.page import Page
from factcheck.quantity.compound import MARKED, MAX_PARTS, SMALLER, with_part
from factcheck.quantity.dimension import CURRENCIES
from factcheck.quantity.interval import Number
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import Read
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span

_INCHES = re.compile(r" ?in\b\.?(?! (?:the|a|an|his|her|its)\b)")
_METRIC = frozenset({"kilogram", "tonne", "kilometer", "meter", "liter"})
_JOINT = re.compile(r",? and |, | ?")
_BESIDE = re.compile(r" ?")
"""Metric units are one quantity right beside each other only: 1 kg 200 g, but not the 5 km and 100 m races."""
_BARE = re.compile(r"[ \u00a0](?:and )?")
_ENDS = re.compile(r"\s*(?:$|[.,;:)!?](?![0-9]))")
_CENTS = 100


def with_smaller_unit(page: Page, number: Written, measure: Measure, end: int) -> tuple[Written, Measure, int]:
    """Add what stands behind in the next smaller unit; the quantity stays in the first one."""
    measure = _sterling(page, measure, end)
    unit = _single(measure)
    if unit is None or number.kind != "integer" or not isinstance(number.nominal, int):
        return number, measure, end
    below = unit
    for _ in range(MAX_PARTS):
        found = _smaller(page, end, below) or _bare_cents(page, end, below)
        whole = with_part(number, found[0], found[1] * below.factor / unit.factor) if found else None
        if found is None or whole is None:
            break
        number, end = whole, found[2]
        smaller = page.units.lookup(SMALLER.get(below.name, ""))
        if smaller is None or smaller.name not in SMALLER or found[0].kind != "integer":
            break
        below = smaller
    return number, measure, end


def _sterling(page: Page, measure: Measure, at: int) -> Measure:
    """Return a pound as money where pence follow: one pound twenty pence."""
    if len(measure.factors) != 1 or measure.factors[0].unit.name != "pound":
        return measure
    read, sterling = _number(page, _JOINT, at), page.units.lookup("GBP")
    pence = page.reader.one(read.end + page.plain.startswith((" ", "-"), read.end)) if read else None
    if pence is None or sterling is None or pence[0].name != "penny":
        return measure
    return named(page, Measure("pound", measure.span, (UnitFactor(sterling, 1, measure.span),)))


def marked(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read six foot two as 6'2", and nine stone four as 9 st 4 lb, where the marks are units only side by side."""
    for name, ratio, pattern in MARKED:
        m = pattern.match(page.plain, at)
        unit, second = page.units.lookup(name), read_number(page.plain, m.start("second")) if m else None
        if m is None or unit is None or second is None or not isinstance(number.nominal, int):
            continue
        whole, span = with_part(number, second.number, Fraction(1, ratio)), Span(at, m.end())
        if whole is not None:
            return whole, Measure(unit.name, span, (UnitFactor(unit, 1, span),)), m.end()
    return None


def _single(measure: Measure) -> Unit | None:
    if len(measure.factors) != 1 or measure.factors[0].power != 1:
        return None
    unit = measure.factors[0].unit
    return unit if unit.name in SMALLER or unit.name in CURRENCIES else None


def _smaller(page: Page, at: int, unit: Unit) -> tuple[Written, Number, int] | None:
    """Read a number in the next smaller unit."""
    read = _number(page, _BESIDE if unit.name in _METRIC else _JOINT, at)
    if read is None:
        return None
    page.numeral_end = read.end
    if unit.name == "foot" and (m := _INCHES.match(page.plain, read.end)):
        return read.number, Fraction(1, 12), m.end()
    found = page.reader.one(read.end + page.plain.startswith((" ", "-"), read.end))
    if found is None or not _is_smaller(unit, found[0]):
        return None
    return read.number, found[0].factor / unit.factor, found[1]


def _is_smaller(unit: Unit, second: Unit) -> bool:
    if unit.name in CURRENCIES:
        dollars = unit.dimension == second.dimension or second.name in {"cent", "euro_cent"}
        return dollars and second.factor < unit.factor
    return SMALLER[unit.name] == second.name


def _bare_cents(page: Page, at: int, unit: Unit) -> tuple[Written, Number, int] | None:
    """Read ``15 dollars 50``: two digits at the end of a clause."""
    read = _number(page, _BARE, at) if unit.name in CURRENCIES else None
    if read is None or not isinstance(read.number.nominal, int) or not 9 < read.number.nominal < _CENTS:  # noqa: PLR2004
        return None
    return (read.number, Fraction(1, _CENTS), read.end) if _ENDS.match(page.plain, read.end) else None


def _number(page: Page, joint: re.Pattern[str], at: int) -> Read | None:
    m = joint.match(page.plain, at)
    return read_number(page.plain, m.end()) if m and page.may_start(m.end()) else None
