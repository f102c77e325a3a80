"""Numbers by their names: ``占总诊疗人次的66.6%`` means the number right behind ``总诊疗人次``."""

import re
from collections.abc import Mapping, Sequence

from factcheck.draft.quantities.quantity import MEASURE, SHARE, Quantity
from factcheck.draft.text.line import Line

_SHORTEST = 3
"""A name of fewer characters may be one of many numbers."""
_HAN = re.compile("[\u3400-\u9fff]{2}")
_NEAR = 40
"""So many numbers back a name may be only alike."""
_ENDS = frozenset(".P;/,:&Q%KXqH(")
_LINKS = frozenset("tIh=")
"""The words between a name and its number: reaches, is."""


def names(line: Line, quantities: Mapping[int, Quantity]) -> Sequence[tuple[str, Quantity]]:
    """Return the measures and rates of a text with the words right before each, in order."""
    codes = (MEASURE, SHARE)
    return [(name_of(line, line.at(start)), one) for start, one in sorted(quantities.items()) if one.code in codes]


def named(name: str, known: Sequence[tuple[str, Quantity]], before: int) -> Sequence[tuple[Quantity, bool]]:
    """Return the numbers before a place that have a name, and whether it is only like the words before them.

    A rate has the name of what grows at it. Where nothing has the name, what shares two characters with it is meant
    if the equation holds, and says nothing if it fails.
    """
    if len(name) < _SHORTEST:
        return []
    behind = [(words, one) for words, one in known if one.start < before]
    found = [(one, False) for words, one in behind if _is_named(words, name, one)]
    pairs = {pair for at in range(len(name) - 1) if _HAN.fullmatch(pair := name[at : at + 2])}
    return found or [(one, True) for words, one in behind[-_NEAR:] if any(pair in words for pair in pairs)]


def _is_named(words: str, name: str, one: Quantity) -> bool:
    return words.endswith(name) if one.code == MEASURE else name in words


def name_of(line: Line, at: int) -> str:
    """Return the words right before a letter, without those that link it to them, and without a remark in brackets."""
    last = at
    while last and line.codes[last - 1] in _LINKS:
        last -= 1
    if last and line.codes[last - 1] == ")" and (opened := line.codes.rfind("(", 0, last)) >= 0:
        last = opened
    first = last
    while first and line.codes[first - 1] not in _ENDS:
        first -= 1
    return line.text[line.starts[first] : line.ends[last - 1]] if first < last else ""
