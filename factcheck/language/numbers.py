"""The number of a literal in the forms that only statements and science have: 2 1/2, 2½, 100(5), 2 × 10^30, 4.5x."""

from factcheck.diagnostics import Problem
from factcheck.language.cursor import Cursor
from factcheck.language.units import unit_reader
from factcheck.late import late_pattern
from factcheck.quantity.fractions import read_mixed
from factcheck.quantity.literal import read_number
from factcheck.quantity.powers import said_times_ten
from factcheck.quantity.reading import Read
from factcheck.quantity.scales import with_scales
from factcheck.quantity.tolerances import widened, widened_by_share, with_concise_error
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.written import Written
from factcheck.source import Span

_TIMES = late_pattern(r" ?(?:x(?![\w×])|×(?=\s*(?:$|[)=~<>≤≥≈,]|in\b)))")


def read_said(cursor: Cursor) -> Read | None:
    """Read the number at the cursor with what belongs to it before its unit; None where none stands."""
    text, at = cursor.text, cursor.at
    if mixed := read_mixed(text, at):
        return with_scales(text, at, mixed[1], mixed[0])
    read = read_number(text, at)
    if read is None:
        return None
    read = said_times_ten(text, at, with_concise_error(text, at, read) or read)
    m = _TIMES.match(text, read.end) if "x" not in cursor.names else None
    return read._replace(end=m.end()) if m else read


def plus_minus(cursor: Cursor, number: Written) -> Written:
    """Read ``± 0.2`` behind a number."""
    width = _width(cursor)
    if width is None:
        return number
    if number.nominal is None:
        raise Problem("FC210", "a number is missing before `±`", cursor.rest())
    return widened(number, width.nominal or 0)


def tolerance_behind(cursor: Cursor, number: Written, units: list[UnitFactor]) -> Written:
    """Read ``± 5 %`` and ``± 2 ms`` behind a number with its unit."""
    start = cursor.at
    cursor.skip()
    width = _width(cursor) if number.nominal is not None and number.kind != "span" else None
    if width is None:
        cursor.at = start
        return number
    behind = cursor.at
    found = unit_reader(cursor).read(behind)
    cursor.at = found.end if found.factors else behind
    if [f.unit.name for f in found.factors] == ["percent"] and [f.unit.name for f in units] != ["percent"]:
        return widened_by_share(number, width.nominal or 0)
    if found.factors and [(f.unit, f.power) for f in found.factors] != [(f.unit, f.power) for f in units]:
        span = Span(behind, found.end)
        raise Problem("FC210", "a tolerance is in the unit of its value, or in per cent of it", span)
    return widened(number, width.nominal or 0)


def _width(cursor: Cursor) -> Written | None:
    start = cursor.at
    if cursor.take("±", "+/-") is None:
        cursor.at = start
        return None
    cursor.skip()
    width = read_number(cursor.text, cursor.at)
    if width is None or width.number.nominal is None:
        raise Problem("FC210", "a number is missing behind `±`", cursor.rest())
    cursor.at = width.end
    return width.number
