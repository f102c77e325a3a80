"""A quantity of a text with everything that is decided about it once: its class, its kind, its values, its place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import inf

from factcheck.draft.quantities.values import is_date, is_from_to, is_multiple, is_points, is_rate
from factcheck.draft.text.passage import Item, Passage, once
from factcheck.draft.words.multiples import each
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.interval import Interval, around
from factcheck.quantity.written import Written, stated

MEASURE, SHARE, POINTS, TIMES, PERIOD, NONE = "Q", "%", "K", "X", "H", "q"
"""What a quantity is: a measure or a count, a percentage or a fraction, percentage points, a multiple, no value.

A period of days or more is a measure, too; on a line it has a letter of its own, since it mostly says when.
"""

_PERCENT = Fraction(1, 100)
_BASIS = Fraction(1, 10_000)
_HUNDRED = 100
_LEAD = 12
_BRACKET = re.compile("[(（)）]")


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A mention as a value. ``low`` to ``high`` is what is stated, in base units; ``coarse`` as a round number.

    ``index`` counts the quantities of the text; ``step`` is one unit of its last digit, ``lead`` one of its last digit
    that is no zero, ``given`` what it stands for as an input, all in base units; ``unit`` is how large its unit is,
    ``depth`` how many brackets it stands in, ``is_base`` whether it only says for how many: each 1,000, 每万人.
    The numbers are floats: they find candidates, and no verdict rests on them.
    """

    item: Item
    index: int
    code: str
    dimension: Dimension
    noun: str
    per: str
    value: float
    low: float
    high: float
    coarse: tuple[float, float] | None
    step: float
    lead: float
    given: tuple[float, float]
    unit: float
    depth: int
    is_base: bool = False

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.item.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.item.end

    @property
    def letter(self) -> str:
        """Its letter on a line."""
        return PERIOD if self.code == MEASURE and is_date(self.item) else self.code

    @property
    def sentence(self) -> int:
        """The sentence it is in."""
        return self.item.sentence

    @property
    def hedge(self) -> str:
        """How it is hedged."""
        return self.item.mention.number.hedge


def quantities_of(passage: Passage) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; the ends of ``from A to B`` are two."""
    parts = enumerate(_in_full(_parts(passage.items)))
    return tuple(_made(passage, _exact(part) if _is_base(passage, part) else part, at) for at, part in parts)


def _is_base(passage: Passage, item: Item) -> bool:
    """Whether a number only says for how many others are: a hundred, a thousand or more, right behind ``each``."""
    nominal = item.mention.number.nominal
    round_number = nominal is not None and nominal >= _HUNDRED and set(str(nominal)) <= {*"10"}
    bare = round_number and str(nominal).rstrip("0") == "1" and item.counts
    return bare and passage.before(item, _LEAD).rstrip().endswith(each())


def _exact(item: Item) -> Item:
    """Return a number that is exact though it is written with a scale word: for every 万."""
    number = replace(item.mention.number, kind="integer", step=1, lead=1, coarse=None, scale=1)
    return replace(item, mention=replace(item.mention, number=number))


def _in_full(items: Iterable[Item]) -> Iterator[Item]:
    """Yield quantities with the unit that a scale word alone leaves out: 628.5 million barrels and 174.3 million."""
    last: Item | None = None
    for item in items:
        if last is not None and _leaves_out(item, last):
            yield replace(item, mention=replace(item.mention, measure=last.mention.measure))
            continue
        if item.dimension and not is_date(item) and not is_rate(item):
            last = item
        yield item


def _leaves_out(item: Item, last: Item) -> bool:
    number, measure = item.mention.number, item.mention.measure
    bare = not measure.name and not measure.factors and number.nominal is not None
    return bare and number.scale > 1 and last.sentence == item.sentence and last.mention.number.scale > 1


def _parts(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if is_from_to(item):
            yield from (replace(item, mention=end) for end in item.mention.ends or ())
        else:
            yield item


def _made(passage: Passage, item: Item, index: int) -> Quantity:
    number, code = item.mention.number, _code(passage, item)
    unit = _unit(item, code)
    low, high = _ends(stated(number), unit)
    return Quantity(
        item,
        index,
        code,
        item.dimension if code == MEASURE else (),
        item.noun if code == MEASURE else "",
        item.mention.measure.name.partition(" per ")[2],
        _float(number.nominal * unit) if number.nominal is not None else 0.0,
        low,
        high,
        _rounded(number, unit),
        _float(Fraction(number.step) * unit),
        _float(Fraction(number.lead) * unit),
        _given(item, unit),
        float(unit),
        _depth(passage, item),
        _is_base(passage, item),
    )


def _rounded(number: Written, unit: Fraction) -> tuple[float, float] | None:
    """Return what a round number may stand for: 100 at two digits, 28,092,000 at the five that it has."""
    if number.nominal is None or number.coarse is None or number.hedge:
        return None
    return _ends(around(number.nominal, Fraction(min(number.coarse, number.lead)) / 2), unit)


def _depth(passage: Passage, item: Item) -> int:
    """Return how many brackets of its sentence a quantity stands in."""
    places, depths = _brackets(passage)
    start, at = (bisect_left(places, place) for place in (passage.sentences[item.sentence].span.start, item.start))
    return depths[at] - depths[start]


@once
def _brackets(passage: Passage) -> tuple[list[int], list[int]]:
    """Return where the brackets of a text are, and how many are open before each of them, and behind the last."""
    found = [(m.start(), 1 if m[0] in "(（" else -1) for m in _BRACKET.finditer(passage.text)]
    return [at for at, _ in found], [*accumulate((step for _, step in found), initial=0)]


def _code(passage: Passage, item: Item) -> str:
    number = item.mention.number
    if number.nominal is None or _is_in_a_name(passage, item):
        return NONE
    if is_rate(item):
        return SHARE
    if is_points(item):
        return POINTS
    if is_multiple(passage, item):
        return TIMES
    if number.kind == "rough" and not item.dimension and not item.noun:
        return SHARE if 0 < number.nominal < 1 else TIMES
    return MEASURE


def _is_in_a_name(passage: Passage, item: Item) -> bool:
    """Whether the sign of a number is the hyphen of a name: the 747-400."""
    return item.mention.text[0] == "-" and passage.text[item.start - 1 : item.start].isalnum()


def _unit(item: Item, code: str) -> Fraction:
    if code == SHARE:
        return _PERCENT if is_rate(item) else Fraction(1)
    if code == POINTS:
        return _BASIS if item.mention.measure.name == "basis point" else _PERCENT
    return Fraction(1) if code == TIMES else _scale(item)


def _scale(item: Item) -> Fraction:
    return _scaled(tuple((factor.unit.factor, int(factor.power)) for factor in item.mention.measure.factors))


def _given(item: Item, unit: Fraction) -> tuple[float, float]:
    """Return what a quantity stands for as an input: itself where it counts, else as rounded as it is written."""
    number = item.mention.number
    if item.counts and number.kind == "integer" and not number.hedge and number.nominal is not None:
        value = _float(number.nominal * unit)
        return value, value
    return _ends(stated(number), unit)


@lru_cache(maxsize=512)
def _scaled(factors: tuple[tuple[Fraction | int, int], ...]) -> Fraction:
    total = Fraction(1)
    for factor, power in factors:
        total *= Fraction(factor) ** power
    return total


def _ends(interval: Interval, unit: Fraction) -> tuple[float, float]:
    low, high = interval.low, interval.high
    return (-inf if low is None else _float(low * unit), inf if high is None else _float(high * unit))


def _float(value: Fraction | int) -> float:
    """Return a number as a float; what is larger than any of them is endless."""
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf
