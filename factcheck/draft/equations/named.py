"""Numbers by their names: ``占总诊疗人次的66.6%`` means the number right behind ``总诊疗人次``."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.draft.text.line import Line

_SHORTEST = 3
"""A name of fewer characters may be one of many numbers."""
_ENDS = frozenset(".P;/,:&Q%KXqH(")
_LINKS = frozenset("tIh=")
"""The words between a name and its number: reaches, is."""


def names(line: Line, quantities: Mapping[int, Quantity]) -> Sequence[tuple[str, Quantity]]:
    """Return the measures of a text with the words right before each, in order."""
    return [(_name(line, line.at(start)), one) for start, one in sorted(quantities.items()) if one.code == MEASURE]


def named(name: str, known: Sequence[tuple[str, Quantity]], before: int) -> Iterator[Quantity]:
    """Yield the numbers before a place that have a name."""
    if len(name) >= _SHORTEST:
        yield from (one for words, one in known if one.start < before and words.endswith(name))


def _name(line: Line, at: int) -> str:
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
