"""What is added to a number behind its unit: 两米半, 六斤八两, 一米七五, 五块三毛, 两美元又三美分."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.chinese.units import known_unit
from factcheck.prose.chinese.words import is_han
from factcheck.prose.mention import Measure
from factcheck.prose.page import Page
from factcheck.quantity.han import read_numeral
from factcheck.quantity.interval import Number
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import plain
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span

_PER_CENT = 100
_NUMERALS = "零一二三四五六七八九"
_KUAI = re.compile(
    rf"[ ]?(?P<unit>块|元)(?:钱|(?=[零又]?[0-9两{_NUMERALS}][毛角分])"
    rf"|(?=零?[{_NUMERALS}](?:(?![0-9\u4e00-\u9fff])|[到至的左以])))"
)
_SPOKEN = ("块", "元", "角", "毛", "分")
_JOINT = re.compile(r"[ ]?[又零]?[ ]?")
_SMALL_MONEY = re.compile(rf"[ ]?(?P<unit>角|毛|分)(?:钱|(?![\u4e00-\u9fff])|(?=[0-9两壹贰叁肆伍陆柒捌玖{_NUMERALS}]))")
_MONEY = {"角": Fraction(1, 10), "毛": Fraction(1, 10), "分": Fraction(1, 100)}
_ELIDED_UNITS = frozenset("块毛米斤尺丈元")
_MAX_PARTS = 3
_ELIDED = re.compile("零?[一二三四五六七八九]{1,2}(?![0-9\u4e00-\u9fff])|零?[一二三四五六七八九](?=[到至的左以钱])")


def added(page: Page, number: Written, unit: Unit, at: int) -> tuple[Written, int]:
    """Add what stands behind a unit: 半, smaller units, a digit of the next smaller one (一米七)."""
    if number.kind != "integer" or number.nominal is None:
        return number, at
    if page.plain.startswith("半", at):
        return plus(number, Fraction(1, 2), Fraction(1, 10)), at + 1
    if page.plain[at - 1] in _ELIDED_UNITS and (found := _elided(page, number, at)):
        return found
    return _parts(page, number, unit, at)


def plus(number: Written, more: Number, step: Number) -> Written:
    """Return a whole number with a part added, the last digit of which is worth ``step``."""
    if number.nominal is None or number.kind != "integer":
        return number
    sign = -1 if number.nominal < 0 else 1
    return replace(
        number, nominal=plain(number.nominal + sign * more), step=step, lead=step, kind="decimal", coarse=None
    )


def whole_money(page: Page, unit: Unit, at: int) -> int:
    """Return the end behind 整 and 正, which close a sum of money: 壹拾元整."""
    whole = unit.name == "CNY" and page.plain[at : at + 1] in {"整", "正"}
    return at + 1 if whole and not is_han(page.plain[at + 1 : at + 2]) else at


def _elided(page: Page, number: Written, at: int) -> tuple[Written, int] | None:
    """Read 七 of 一米七 and 七五 of 一米七五, where nothing else begins with it."""
    m = _ELIDED.match(page.plain, at)
    if m is None:
        return None
    digits = "".join(str(found.low) for char in m[0] if (found := read_numeral(char, 0)))
    step = Fraction(1, 10 ** len(digits))
    return plus(number, int(digits) * step, step), m.end()


def _parts(page: Page, number: Written, unit: Unit, at: int) -> tuple[Written, int]:
    """Add smaller units of the same kind: 六斤八两, 一小时零十五秒, 两美元又三美分."""
    last = unit.factor
    for _ in range(_MAX_PARTS):
        m = _JOINT.match(page.plain, at)
        read = read_number(page.plain, m.end()) if m and page.may_start(m.end()) else None
        if m is None or read is None or read.number.nominal is None or read.number.kind == "span":
            break
        part = _part(page, read.end, unit)
        if part is None or not part[0] * unit.factor < last:
            break
        ratio, at = part
        number = plus(replace(number, kind="integer"), read.number.nominal * ratio, read.number.step * ratio)
        last = ratio * unit.factor
        if page.plain[at - 1] in _ELIDED_UNITS and (m := _ELIDED.match(page.plain, at)) and len(m[0]) == 1:
            found = read_numeral(m[0], 0)
            more = Fraction(found.low if found else 0) * ratio / 10
            return plus(replace(number, kind="integer"), more, ratio / 10), m.end()
    return number, at


def _part(page: Page, at: int, unit: Unit) -> tuple[Fraction, int] | None:
    """Return how much of the first unit the unit here is, and where it ends."""
    if unit.name == "CNY" and (m := _SMALL_MONEY.match(page.plain, at)):
        return _MONEY[m["unit"]], m.end("unit")
    if unit.dimension == (("time", 1),) and page.plain.startswith("分", at) and not page.plain.startswith("分钟", at):
        return Fraction(60) / unit.factor, at + 1
    liang = page.units.lookup("liang") if page.plain.startswith("两", at) else None
    if liang is not None and liang.dimension == unit.dimension:
        return Fraction(liang.factor) / unit.factor, at + 1
    found = page.reader.one(at)
    if found is None or found[0].dimension != unit.dimension or found[0].offset:
        return _cents(page, at, unit)
    return Fraction(found[0].factor) / unit.factor, found[1]


def _cents(page: Page, at: int, unit: Unit) -> tuple[Fraction, int] | None:
    found = page.reader.one(at)
    if found is None or unit.name != "USD" or found[0].name != "cent":
        return None
    return Fraction(1, _PER_CENT), found[1]


def spoken_money(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read money in its spoken units: 五块三毛, 两毛五, 7块钱."""
    start = at + page.plain.startswith(" ", at)
    yuan = page.units.lookup("CNY") if page.plain.startswith(_SPOKEN, start) else None
    if yuan is None:
        return None
    if m := _KUAI.match(page.plain, at):
        measure, _ = known_unit(page, "CNY", Span(m.start("unit"), m.end()), "yuan")
        written, end = added(page, number, yuan, m.end("unit"))
        return written, measure, max(end, m.end())
    m = _SMALL_MONEY.match(page.plain, at)
    if m is None or m["unit"] == "分" or number.nominal is None:
        return None
    written, end = _parts(page, number.times(_MONEY[m["unit"]], number.text), yuan, m.end("unit"))
    found = _elided(page, number, m.end("unit"))
    if found is not None:
        written, end = found[0].times(_MONEY[m["unit"]], number.text), found[1]
    return written, known_unit(page, "CNY", Span(m.start("unit"), m.end("unit")), "yuan")[0], end
