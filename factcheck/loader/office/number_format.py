"""Numbers as the cells of a workbook show them: the number format codes of ISO/IEC 29500-1, 18.8.31.

How a number is written is its tolerance, so that 0.08125 in a cell of the format ``0.0%`` is 8.1%.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
BUILT_IN: Mapping[int, str] = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: GENERAL,
    13: GENERAL, 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: "#,##0;(#,##0);-", 42: "$#,##0;($#,##0);-", 43: "#,##0.00;(#,##0.00);-",
    44: "$#,##0.00;($#,##0.00);-", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that are known by their number."""

MAX_CODE = 255
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<number>[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?|\.[#0?]+)(?P<thousands>,*)|(?P<power>[eE][+-][0#]+)"
    r"|(?P<date>[ymdhsYMDHS]+|AM/PM|A/P)|(?P<text>@)|(?P<plain>.)",
    re.DOTALL,
)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - days without a zone
_MOST_DAYS = 2_958_465
"""The last day of the year 9999."""
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_LARGEST = 308
"""The power of ten of the largest number that workbooks know."""
_SHOWN = 11
"""So many digits the format General shows."""


class _Part(NamedTuple):
    """A part of a section: its kind (``number``, ``date``, ``power`` or ``plain``), and what it shows."""

    kind: str
    text: str
    thousands: int = 0


def shown(value: str, code: str, *, since_1904: bool = False) -> str:
    """Return what a cell shows of a number in a format; the number itself where either is not understood."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST or len(value) > _LARGEST or len(code) > MAX_CODE:
        return value
    sections = _sections(code)
    signed = len(sections) > 1 and number < 0
    parts = sections[_choice(number, len(sections))]
    if any(part.kind == "date" for part in parts):
        return _day(number, parts, since_1904=since_1904)
    if not any(part.kind == "number" for part in parts):
        literal = "".join(part.text for part in parts if part.kind == "plain").strip()
        return literal if literal and not any(part.kind == "general" for part in parts) else _general(number)
    if any(part.kind == "power" for part in parts):
        return _scientific(number, parts)
    return _written(abs(number) if signed else number, parts)


def _choice(number: Decimal, count: int) -> int:
    """Return the section for a number: of those for positive, negative ones and zero."""
    if number < 0 and count > 1:
        return 1
    return 2 if number == 0 and count > 2 else 0  # noqa: PLR2004 - the third


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[tuple[_Part, ...], ...]:
    sections: list[list[_Part]] = [[]]
    if code == GENERAL:
        return ((_Part("general", ""),),)
    for m in _TOKEN.finditer(code.replace(GENERAL, '""@')):
        if m["plain"] == ";":
            sections.append([])
        elif m["number"]:
            sections[-1].append(_Part("number", m["number"], len(m["thousands"])))
        elif m["date"]:
            sections[-1].append(_Part("date", m["date"].lower()))
        elif m["power"]:
            sections[-1].append(_Part("power", m["power"]))
        elif m["text"]:
            sections[-1].append(_Part("general", ""))
        elif m["space"] or m["fill"]:
            sections[-1].append(_Part("plain", " "))
        else:
            sections[-1].append(_Part("plain", m["quoted"] or m["escaped"] or m["sign"] or m["plain"] or ""))
    return tuple(map(tuple, sections))


def _written(number: Decimal, parts: tuple[_Part, ...]) -> str:
    """Write a number by the first pattern of digits, with what stands around it."""
    at = next(place for place, part in enumerate(parts) if part.kind == "number")
    pattern = parts[at].text
    before, after = (
        "".join(part.text for part in some if part.kind == "plain") for some in (parts[:at], parts[at + 1 :])
    )
    if "/" in after:  # a fraction
        return _general(number)
    scaled = number.scaleb(2 * (before + after).count("%") - 3 * parts[at].thousands)
    whole, _, decimals = pattern.partition(".")
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), context=_EXACT)
    if len(decimals) > decimals.count("0"):
        rounded = _without_zeros(rounded, decimals.count("0"))
    digits = f"{abs(rounded):,f}" if "," in whole else f"{abs(rounded):f}"
    if digits.startswith("0.") and "0" not in whole:
        digits = digits[1:]
    sign = "-" if rounded < 0 else ""
    return f"{sign}{before}{digits}{after}".strip()


def _without_zeros(number: Decimal, least: int) -> Decimal:
    """Return a number without zeros at its end, but for so many decimals."""
    while -int(number.as_tuple().exponent) > least and number == number.quantize(
        Decimal(1).scaleb(int(number.as_tuple().exponent) + 1), context=_EXACT
    ):
        number = number.quantize(Decimal(1).scaleb(int(number.as_tuple().exponent) + 1), context=_EXACT)
    return number


def _scientific(number: Decimal, parts: tuple[_Part, ...]) -> str:
    pattern = next(part.text for part in parts if part.kind == "number")
    decimals = len(pattern.partition(".")[2])
    mantissa, _, power = f"{number:.{decimals}E}".partition("E")
    return f"{mantissa}E{int(power):+03d}"


def _general(number: Decimal) -> str:
    """Write a number as cells without a format do: with eleven digits at most."""
    rounded = Context(prec=_SHOWN, rounding=ROUND_HALF_UP).plus(number).normalize()
    exponent = rounded.adjusted()
    if -5 <= exponent < _SHOWN:  # noqa: PLR2004 - as workbooks do
        return f"{rounded:f}"
    return f"{rounded:E}"


def _day(number: Decimal, parts: tuple[_Part, ...], *, since_1904: bool) -> str:
    """Write a date or a time, as ISO 8601 does: the order of day and month in a format is nobody's to guess."""
    if not 0 <= number <= _MOST_DAYS:
        return _general(number)
    at = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(seconds=round(float(number) * 86_400))
    code = "".join(part.text for part in parts if part.kind == "date")
    clock = "%H:%M:%S" if "s" in code else "%H:%M"
    if not {"y", "d"} & set(code) and "mmm" not in code:
        return at.strftime(clock)
    if "d" not in code:
        return at.strftime("%Y-%m" if "m" in code else "%Y")
    return at.strftime(f"%Y-%m-%d {clock}" if "h" in code else "%Y-%m-%d")
