"""What stands behind a number in Chinese: a unit, half of one more (两米半), its smaller units (六斤八两), 度, 百分点."""

import re
from dataclasses import replace
from fractions import Fraction

from factcheck.prose.chinese.nouns import counted_thing, starts_other_word
from factcheck.prose.chinese.words import chinese_words, is_han
from factcheck.prose.mention import NO_MEASURE, Measure, Mention
from factcheck.prose.page import Page
from factcheck.quantity.han import read_numeral
from factcheck.quantity.interval import Number
from factcheck.quantity.literal import read_number
from factcheck.quantity.reading import plain
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span

_PER_CENT = 100
_POINTS = re.compile(r"[ \u00a0\u3000]{0,4}个?[ ]{0,4}百[ ]{0,4}分[ ]{0,4}点")
_CLASSIFIED_HALF = re.compile(r"[ ]?个半")
_DEGREE = re.compile(r"[ ]?(?:度(?![假过日])|°(?![CF]))")
_SCALE_BEFORE = re.compile(r"(?P<scale>摄氏|华氏)(?:温度)?(?:为|是|达|约|高达|超过|:)?\s?$")
_POWER_BEFORE = re.compile(r"电[\u4e00-\u9fff]{0,6}$")
_KUAI = re.compile(r"[ ]?(?P<unit>块|元)(?P<money>钱|(?=[零又]?[0-9零一二两三四五六七八九][毛角分]|[一二三四五六七八九](?![0-9\u4e00-\u9fff])))")
_JOINT = re.compile(r"[ ]?[又零]?[ ]?")
_SMALL_MONEY = re.compile(r"[ ]?(?P<unit>角|毛|分)(?:钱|(?![\u4e00-\u9fff])|(?=[0-9零一二两三四五六七八九壹贰叁肆伍陆柒捌玖]))")
_MONEY = {"角": Fraction(1, 10), "毛": Fraction(1, 10), "分": Fraction(1, 100)}
_ELIDED_UNITS = frozenset("块毛米斤尺丈元")
_MAX_PARTS = 3


def share_in_per_cent(written: Written, end: int) -> tuple[Written, Measure, int]:
    """Return a share (三成, 九折, 千分之五) as the percentage that it says."""
    shown = written.times(_PER_CENT, written.text)
    return replace(shown, scale=written.scale), Measure("percent", Span(end, end)), end


def measure_in_chinese(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Return a number, what it measures and where that ends; None where no Chinese character follows."""
    start = at
    while start < at + 4 and page.plain[start : start + 1] in {" ", "\u3000"}:
        start += 1
    if not is_han(page.plain[start : start + 1]) and page.plain[start : start + 1] != "°":
        return _latin_thing(page, number, at)
    if m := _POINTS.match(page.plain, at):
        return number, *_known(page, "percentage_point", Span(start, m.end()))
    found = _degrees(page, at) or _small_units(page, number, at)
    if found is not None:
        return (number, *found) if isinstance(found[0], Measure) else found
    if start > at + 1:
        return number, NO_MEASURE, at
    return _with_unit(page, number, at)


_LATIN_THING = re.compile(r"[ ]?([A-Za-z]{2,20})(?=[\u3400-\u9fff])")


def _latin_thing(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a noun in Latin letters that Chinese text follows, where it is no unit: 9 petaflops的算力."""
    m = _LATIN_THING.match(page.plain, at)
    page.numeral_end = at
    if m is None or page.unit_words(m.start(1)) is not None:
        return None
    word = m[1]
    name = word[:-1] if word.islower() and word.endswith("s") and not word.endswith("ss") else word
    return number, Measure(name, Span(*m.span(1))), m.end()


def _known(page: Page, name: str, span: Span, shown: str = "") -> tuple[Measure, int]:
    unit = page.units.lookup(name)
    factors = (UnitFactor(unit, 1, span),) if unit else ()
    return Measure(shown or name.replace("_", " "), span, factors), span.end


def _degrees(page: Page, at: int) -> tuple[Measure, int] | None:
    """Read 度: of a temperature behind 摄氏 and 华氏, of electricity (a kilowatt-hour) behind 用电, else a plain degree."""
    m = _DEGREE.match(page.plain, at)
    if m is None or page.plain.startswith("度电", at):
        return None
    before = page.plain[max(0, at - 24) : at]
    before = before[: len(before) - len(_numeral_tail(before))]
    span = Span(m.start(), m.end())
    if scale := _SCALE_BEFORE.search(before):
        return _known(page, "degree_Celsius" if scale["scale"] == "摄氏" else "degree_Fahrenheit", span)
    if m[0].endswith("度") and _POWER_BEFORE.search(before[-8:]):
        return _known(page, "kilowatt_hour", span)
    return Measure("degree", span), m.end()


def _numeral_tail(text: str) -> str:
    words = chinese_words()
    start = len(text)
    while start and (text[start - 1] in words.numerals or text[start - 1] in "0123456789.,点-负 多余约"):
        start -= 1
    return text[start:]


def _with_unit(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read a known unit with what is added to it; else the thing that is counted."""
    if m := _CLASSIFIED_HALF.match(page.plain, at):
        return _half_of(page, number, m.end())
    page.numeral_end = at
    phrase = page.reader.read(at)
    if not phrase.factors or starts_other_word(page, phrase.factors[0].span.start, _length(phrase.factors[0])):
        return (number, *counted_thing(page, at)) if is_han(page.plain[at : at + 1]) else None
    first = phrase.factors[0]
    if len(phrase.factors) > 1 or first.power != 1:
        return None
    written, end = _added(page, number, first.unit, _whole_money(page, first.unit, phrase.end))
    if end == phrase.end:
        return None
    return written, _known(page, first.unit.name, first.span)[0], end


def _whole_money(page: Page, unit: Unit, at: int) -> int:
    """Return the end behind 整 and 正, which close a sum of money: 壹拾元整."""
    whole = unit.name == "CNY" and page.plain[at : at + 1] in {"整", "正"}
    return at + 1 if whole and not is_han(page.plain[at + 1 : at + 2]) else at


def _length(factor: UnitFactor) -> int:
    return factor.span.end - factor.span.start


def _half_of(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read 三个半小时: the unit or thing stands behind the half."""
    page.numeral_end = at
    phrase = page.reader.read(at)
    more = _plus(number, Fraction(1, 2), Fraction(1, 10))
    if phrase.factors:
        return more, *_known(page, phrase.factors[0].unit.name, phrase.factors[0].span)
    measure, end = counted_thing(page, at)
    return more, measure, max(end, at)


def _plus(number: Written, more: Number, step: Number) -> Written:
    if number.nominal is None or number.kind != "integer":
        return number
    sign = -1 if number.nominal < 0 else 1
    return replace(number, nominal=plain(number.nominal + sign * more), step=step, lead=step, kind="decimal", coarse=None)


def _added(page: Page, number: Written, unit: Unit, at: int) -> tuple[Written, int]:
    """Add what stands behind a unit: 半, smaller units, a digit of the next smaller one (一米七)."""
    if number.kind != "integer" or number.nominal is None:
        return number, at
    if page.plain.startswith("半", at):
        return _plus(number, Fraction(1, 2), Fraction(1, 10)), at + 1
    if page.plain[at - 1] in _ELIDED_UNITS and (found := _elided(page, number, at)):
        return found
    return _parts(page, number, unit, at)


def _elided(page: Page, number: Written, at: int) -> tuple[Written, int] | None:
    """Read 七 of 一米七 and 七五 of 一米七五, where nothing else begins with it."""
    m = re.compile("[一二三四五六七八九]{1,2}(?![0-9\u4e00-\u9fff])").match(page.plain, at)
    if m is None:
        return None
    digits = "".join(str(found.low) for char in m[0] if (found := read_numeral(char, 0)))
    step = Fraction(1, 10 ** len(digits))
    return _plus(number, int(digits) * step, step), m.end()


def _parts(page: Page, number: Written, unit: Unit, at: int) -> tuple[Written, int]:
    """Add smaller units of the same kind: 六斤八两, 一小时零十五秒, 两美元又三美分."""
    last = unit.factor
    for _ in range(_MAX_PARTS):
        m = _JOINT.match(page.plain, at)
        read = read_number(page.plain, m.end()) if m else None
        if m is None or read is None or read.number.nominal is None or read.number.kind == "span":
            break
        part = _part(page, read.end, unit)
        if part is None or not part[0] * unit.factor < last:
            break
        ratio, at = part
        number = _plus(replace(number, kind="integer"), read.number.nominal * ratio, read.number.step * ratio)
        last = ratio * unit.factor
    return number, at


def _part(page: Page, at: int, unit: Unit) -> tuple[Fraction, int] | None:
    """Return how much of the first unit the unit here is, and where it ends."""
    if unit.name == "CNY" and (m := _SMALL_MONEY.match(page.plain, at)):
        return _MONEY[m["unit"]], m.end("unit")
    if unit.dimension == (("time", 1),) and page.plain.startswith("分", at) and not page.plain.startswith("分钟", at):
        return Fraction(60) / unit.factor, at + 1
    found = page.reader.one(at)
    if found is None or found[0].dimension != unit.dimension or found[0].offset:
        return _cents(page, at, unit)
    return Fraction(found[0].factor) / unit.factor, found[1]


def _cents(page: Page, at: int, unit: Unit) -> tuple[Fraction, int] | None:
    found = page.reader.one(at)
    if found is None or unit.name != "USD" or found[0].name != "cent":
        return None
    return Fraction(1, _PER_CENT), found[1]


def _small_units(page: Page, number: Written, at: int) -> tuple[Written, Measure, int] | None:
    """Read money in its spoken units: 五块三毛, 两毛五, 7块钱."""
    yuan = page.units.lookup("CNY")
    if yuan is None:
        return None
    if m := _KUAI.match(page.plain, at):
        measure, _ = _known(page, "CNY", Span(m.start("unit"), m.end()), "yuan")
        written, end = _added(page, number, yuan, m.end("unit"))
        return written, measure, max(end, m.end())
    m = _SMALL_MONEY.match(page.plain, at)
    if m is None or m["unit"] == "分" or number.nominal is None:
        return None
    written, end = _parts(page, number.times(_MONEY[m["unit"]], number.text), yuan, m.end("unit"))
    found = _elided(page, number, m.end("unit"))
    if found is not None:
        written, end = found[0].times(_MONEY[m["unit"]], number.text), found[1]
    return written, _known(page, "CNY", Span(m.start("unit"), m.end("unit")), "yuan")[0], end


_PER_WINDOW = 16
_MAX_UNIT, _MAX_GAP = 5, 6
_GAP = re.compile(r"[\u4e00-\u9fff]{0,6}[ ]?$")


def with_rate(page: Page, found: Mention, floor: int) -> Mention:
    """Add what a number is per, where that stands before it: 每秒36 TB, 每公斤不到500美元."""
    if not found.measure.name or found.measure.name == "percent":
        return found
    start = page.plain.rfind("每", max(floor, found.span.start - _PER_WINDOW), found.span.start)
    unit = _unit_from(page, start + 1, found.span.start) if start >= 0 else None
    if unit is None:
        return found
    factor = UnitFactor(unit[0], -1, Span(start, unit[1]))
    factors = (*found.measure.factors, factor) if found.measure.factors else ()
    name = f"{found.measure.name} per {unit[0].name.replace('_', ' ')}"
    return replace(found, measure=replace(found.measure, name=name, factors=factors))


def _unit_from(page: Page, at: int, stop: int) -> tuple[Unit, int] | None:
    """Return the unit behind 每, where only a few characters stand between it and the number."""
    for end in range(min(at + _MAX_UNIT, stop), at, -1):
        unit = page.units.lookup(page.plain[at:end])
        if unit is not None:
            return (unit, end) if _GAP.match(page.plain, end, stop) else None
    return None
