"""Numbers in Chinese text that are no quantity: dates, times, ordinals, numbers of houses, laws and telephones."""

import re
from functools import cache

from factcheck.prose.chinese.words import chinese_words, is_han
from factcheck.prose.mention import Aside, AsideKind
from factcheck.prose.page import Page
from factcheck.source import Span

_DIGIT = "零〇一二三四五六七八九"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正腊])"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九])"
_HOUR = "(?:2[0-4]|1[0-9]|0?[0-9]|二?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_MINUTE = "(?:[0-5]?[0-9]分?|[二三四五]?十[一二三四五六七八九]?分?|零[一二三四五六七八九]分?)"
_SMALL = "(?:[1-9][0-9]?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_GRADES = "一二三四五六七八九初高级級"
_PART_OF_DAY = re.compile(
    "(?:上午|下午|早上|早晨|晚上|晚间|中午|傍晚|凌晨|午夜|深夜|清晨|夜里|今早|今晚|明早|当晚|昨晚|时间|[日号晚晨])[ ]?$"
)
_BEFORE = 10
_LABEL_TAIL = re.compile(r"[0-9]{1,12}(?:[-./][0-9]{1,6}){0,4}(?![0-9.%])")

_KINDS: dict[str, AsideKind] = {
    "year": "date", "month": "date", "day": "date", "era": "date", "clock": "time", "hour": "time",
    "number": "label", "room": "label", "version": "version", "phone": "phone", "case": "label", "zeros": "identifier",
    "node": "identifier", "ratio": "ratio", "quarter": "date", "resolution": "identifier",
    "rank": "ordinal", "class": "label", "floor": "ordinal", "months": "date",
}  # fmt: skip


@cache
def _starts() -> re.Pattern[str]:
    """Return the pattern of what a digit or numeral may begin that is no quantity; every part is bounded."""
    return re.compile(
        r"(?P<phone>(?:0[0-9]{2,3}[- ]?[0-9]{3,4}[- ]?[0-9]{4}|1[3-9][0-9]{9}|[48]00-[0-9]{3,4}-[0-9]{3,4})(?![0-9]))"
        rf"|(?P<year>(?:[12][0-9]{{3}}|[一二][{_DIGIT}]{{3}}|[0-9]{{2}}(?=年[01]?[0-9]月))\s?年(?:度|代|初|底|末)?"
        rf"(?:\s?{_MONTH}\s?月(?:份|初|底|末|\s?{_DAY}\s?[日号])?)?(?![内间来前之多余以])|[12][0-9]{{3}}\s?财年)"
        rf"|(?P<months>{_MONTH}\s?(?:[-—–~至到]|——)\s?{_MONTH}月份)"
        rf"|(?P<month>{_MONTH}\s?月(?:份|初|底|末|中旬|上旬|下旬|\s?{_DAY}\s?[日号](?!线)|(?![内间球亮饼经台光牙薪季票嫂老均工收利租供度])))"
        rf"|(?P<day>[0-3]?[0-9]日(?![元圆均内间游本耳])|[0-3]?[0-9]号(?=[上下晚早中凌开之前后当至到]))"
        rf"|(?P<era>(?:[0-9]{{1,2}}|二?十[一二三四五六七八九]?)世纪(?:[0-9一二三四五六七八九十]{{1,2}}0?年代)?|(?:[0-9]{{1,2}}0|[一二三四五六七八九]十)年代)"
        rf"|(?P<clock>{_HOUR}(?:点钟|[点时](?:半|整|[一三]刻|{_MINUTE}(?![0-9多个万千百岁公米元])))(?:左右)?)"
        rf"|(?P<hour>{_HOUR}[点时](?![0-9{_DIGIT}十个]))"
        r"|(?P<number>[0-9]{1,6}号(?!召)(?:[0-9]{1,4}(?:号楼|栋|幢|座|楼|层|单元|室|房)){0,4})"
        r"|(?P<room>[1-9][0-9]{2,3}(?:室|房间|房|教室|包厢|病房|寝室)(?!客))"
        r"|(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}版)"
        r"|(?P<case>[0-9]{2,4}(?:民|刑|行|执|知|商)[一-鿿]{1,3}[0-9]{1,6}号)"
        r"|(?P<node>[0-9]{1,3}\s?(?:nm|纳米)(?=级?(?:工艺|制程|节点|芯片|技术|产线|代工)))"
        rf"|(?P<rank>{_SMALL}(?:等[奖獎功舱艙]|年[级級]))"
        rf"|(?P<class>(?<=[{_GRADES}]){_SMALL}班|{_SMALL}班(?=[和与、,]{_SMALL}班)|(?<=班[和与、,]){_SMALL}班)"
        rf"|(?P<floor>(?<=[在于]){_SMALL}[层層](?![楼樓以]))"
        r"|(?P<quarter>[一二三四1-4]季度)"
        r"|(?P<resolution>[248]K(?=[\u4e00-\u9fff])(?![元人个以左到多块美]))"
        r"|(?P<zeros>0[0-9]{1,11}(?![0-9.,:/%-]))"
        r"|(?P<ratio>(?![0-2]?[0-9]:[0-5][0-9]:[0-5][0-9](?![0-9:]))[0-9]{1,9}(?:\.[0-9]{1,9})?\s?:\s?[0-9]{1,9}(?:\.[0-9]{1,9})?(?:\s?:\s?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,4}(?![0-9:]))"
    )


def chinese_aside(page: Page, at: int, floor: int) -> Aside | None:
    """Return the aside that begins at a digit or numeral, or that a word before it opens (第三, 邮编310009)."""
    return (
        _ordinal(page, at, floor)
        or _ratio(page, at, floor)
        or _starting(page, at, floor)
        or _labelled(page, at, floor)
        or _model(page, at, floor)
    )


_RATIO = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?\s?:\s?[0-9]{1,9}(?:\.[0-9]{1,9})?(?![0-9:])")
_RATIO_BEFORE = re.compile(r"比[\u4e00-\u9fff]{0,6}\s?$")


def _ratio(page: Page, at: int, floor: int) -> Aside | None:
    """Read 比例为1:12, which is no time of the day."""
    m = _RATIO.match(page.plain, at)
    if m is None or _RATIO_BEFORE.search(page.plain[max(floor, at - _BEFORE) : at]) is None:
        return None
    return Aside("ratio", Span(at, m.end()), page.text[at : m.end()])


_MODEL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{1,15} $")
_MODEL_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?(?=[\u4e00-\u9fff,;。、!?)]|$)")


def _model(page: Page, at: int, floor: int) -> Aside | None:
    """Read iPhone 13, Dojo 1: a number behind a name in Latin letters, where nothing is counted."""
    before = _MODEL.search(page.plain[max(floor, at - 18) : at]) if page.plain.startswith(" ", at - 1) else None
    m = _MODEL_NUMBER.match(page.plain, at)
    if before is None or m is None or not any(char.isupper() for char in before[0]) or _counts_behind(page, m.end()):
        return None
    if page.plain[m.end() : m.end() + 1] in {*chinese_words().numerals, *"多余几分成折倍"}:
        return None
    start = at - len(before[0])
    return Aside("identifier", Span(start, m.end()), page.text[start : m.end()])


def _starting(page: Page, at: int, floor: int) -> Aside | None:
    m = _starts().match(page.plain, at)
    if m is None or not m.lastgroup or not _fits(page, m, floor):
        return None
    return Aside(_KINDS[m.lastgroup], Span(at, m.end()), page.text[at : m.end()])


def _fits(page: Page, m: re.Match[str], floor: int) -> bool:
    """Whether it may be one here; 两点 needs a part of the day before it (it may be two points)."""
    at, kind = m.start(), m.lastgroup
    before = page.plain[at - 1 : at] if at > floor else ""
    if before and before in chinese_words().numerals and kind != "class":
        return False
    numeral = not page.plain[at].isdigit()
    if kind == "hour" or (kind == "clock" and numeral and "半" not in m[0] and "刻" not in m[0]):
        return _PART_OF_DAY.search(page.plain[max(floor, at - _BEFORE) : at]) is not None or (
            kind == "hour" and not numeral and "时" in m[0]
        )
    if kind == "zeros":
        behind = page.plain[m.end() : m.end() + 1]
        return any(char and not char.isascii() and char.isalpha() for char in (before, behind))
    return not (kind == "month" and before in {"个", "每"} and before)


_ORDINAL = re.compile(r"[ ]?(?:[0-9]{1,6}|[零〇一二三四五六七八九十百千万两]{1,9})")


def _ordinal(page: Page, at: int, floor: int) -> Aside | None:
    """Read 第三, 第 12."""
    start = at - 2 if page.plain.startswith("第 ", at - 2) and at - 2 >= floor else at - 1
    if start < floor or start < 0 or page.plain[start] != "第":
        return None
    m = _ORDINAL.match(page.plain, start + 1)
    return Aside("ordinal", Span(start, m.end()), page.text[start : m.end()]) if m else None


def _labelled(page: Page, at: int, floor: int) -> Aside | None:
    """Read 邮编310009, 编号8842, 图3: a number behind the word that says what it names."""
    end = at
    while end > floor and page.plain[end - 1] in " :#为是" and at - end < 3:  # noqa: PLR2004 - 编号为: 8842
        end -= 1
    label = chinese_words().labels.of(page.plain, end, floor)
    m = _LABEL_TAIL.match(page.plain, at) if label else None
    if label is None or m is None or (len(label) == 1 and not _is_short_label(page, Span(end, at), floor, m.end())):
        return None
    return Aside("label", Span(end - len(label), m.end()), page.text[end - len(label) : m.end()])


def _is_short_label(page: Page, gap: Span, floor: int, end: int) -> bool:
    """Whether 图, 表 or 歼 before a number is a word of its own: 见图3, not 地图3张."""
    before = page.plain[gap.start - 2 : gap.start - 1] if gap.start - 1 > floor else ""
    alone = not before or not is_han(before) or before in "见如按在和与及由从"
    return alone and page.plain[gap.start : gap.end].strip() == "" and not _counts_behind(page, end)


def _counts_behind(page: Page, end: int) -> bool:
    page.numeral_end = end
    return page.plain[end : end + 1] in chinese_words().classifiers or page.unit_words(end) is not None
