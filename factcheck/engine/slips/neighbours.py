"""Slips between units that lie side by side: miles and nautical miles, 斤 and 公斤, power and energy."""

from collections.abc import Iterator

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.measures import Other, other_units
from factcheck.engine.slips.patterns import literals_of, rewrites
from factcheck.engine.term.values import dimension_of
from factcheck.language.parser import parse_expression
from factcheck.language.tree import Binary, Literal, Node
from factcheck.quantity.units import Unit, UnitTable

NEIGHBOURS = (
    (("mile", "英里"), ("nautical mile", "海里"), ("km", "公里")),
    (("short ton", "短吨"), ("long ton", "长吨"), ("tonne", "吨")),
    (("cal", "卡"), ("kcal", "大卡")),
    (("Wh", "瓦时"), ("J", "焦耳")),
    (("kWh", "千瓦时"), ("MJ", "兆焦")),
    (("jin", "斤"), ("kg", "公斤"), ("lb", "磅")),
    (("mu", "亩"), ("ha", "公顷"), ("acre", "英亩")),
    (("li", "里"), ("km", "公里")),
    (("°C", "摄氏度"), ("°F", "华氏度")),
    (("US gallon", "美加仑"), ("imperial gallon", "英加仑")),
    (("oz", "盎司"), ("troy ounce", "金衡盎司")),
    (("ft", "英尺"), ("m", "米"), ("yard", "码")),
    (("km/h", "公里/小时"), ("mph", "英里/小时"), ("knot", "节")),
    (("hp", "英制马力"), ("PS", "马力")),
)
"""Rows of units that are taken for one another, each in English and in Chinese."""


def neighbours(case: Case) -> Iterator[Edit]:
    """Try the units that lie side by side with those of the claim."""
    return other_units(case, _neighbours)


def _neighbours(unit: Unit, word: str, table: UnitTable) -> Iterator[Other]:
    """Yield the neighbours of a unit, each with its word in the script of ``word``."""
    chinese = not word.isascii() and not word.startswith("°")
    for row in NEIGHBOURS:
        found = [table.lookup(english) for english, _ in row]
        for other, words in zip(found, row, strict=True):
            if unit in found and other is not None and other != unit:
                yield other, words[chinese] if table.lookup(words[chinese]) == other else words[0]


def power_as_energy(case: Case) -> Iterator[Edit]:
    """Leave the time out: 500 MW written as 500 MWh."""
    if any(dimension_of(literal) == (("time", 1),) for literal in literals_of(case.tree)):
        hour = parse_expression("1 h", case.engine.knowledge.units)
        for tree in rewrites(case.tree, lambda node: _in_one_hour(node, hour)):
            yield Edit("the time was left out", derived=tree)


def _in_one_hour(node: Node, hour: Node) -> Iterator[Node]:
    match node:
        case Binary(operator="*", left=power, right=Literal() as time) if dimension_of(time) == (("time", 1),):
            yield Binary(node.span, "*", power, hour)
        case Binary(operator="*", left=Literal() as time, right=power) if dimension_of(time) == (("time", 1),):
            yield Binary(node.span, "*", hour, power)
