"""The equations that a number may be the result of, from the quantities around it: by kinds alone, near ones first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, product
from math import inf

from factcheck.draft.equations.near import CLOSE, FREE, Near, is_apart, is_definite, near_to, stated
from factcheck.draft.equations.schema import Function, Schema
from factcheck.draft.quantities.kind import APART, is_count, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, SHARE, TIMES, Quantity
from factcheck.prose.mention import Change
from factcheck.quantity.dimension import CURRENCIES

LONGEST = 12
"""A list has at most so many values."""
FAR = 60
"""How many quantities back the whole of a share may stand."""
_SCALING = FREE | {"multiplied"}
_WAYS: Mapping[str, Change] = {"change_to_level": "up", "fall_to_level": "down", "raised": "up", "lowered": "down"}
"""The rules of a change that a text tells as one, and which way it goes."""
_SHARED = frozenset({"share", "part", "total", "remainder"})
"""The rules whose numbers may count different things: 12 of the boats are trawlers."""
_PAIR = 2
_CENT = Fraction(1, 100)
_EXACT = frozenset({"total", "remainder", "difference"})


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An equation with its operands: ``inputs`` by the schema's symbols, ``values`` of its list; what it comes to.

    ``way`` is -1 where the derived value is negative: a fall. ``far``: the whole stands far before.
    """

    schema: Schema
    target: Quantity
    inputs: tuple[Quantity, ...]
    values: tuple[Quantity, ...]
    derived: float
    way: int = 1
    far: bool = False

    @property
    def operands(self) -> tuple[Quantity, ...]:
        """All inputs."""
        return (*self.inputs, *self.values)

    @property
    def is_exact(self) -> bool:
        """Whether counts are summed, so that nothing is rounded."""
        return self.schema.rule in _EXACT and all(map(_counts, (self.target, *self.operands)))

    @property
    def is_to_the_cent(self) -> bool:
        """Whether amounts of money are summed that are told to the cent, so that nothing is rounded."""
        return self.schema.rule in _EXACT and all(map(_is_to_the_cent, (self.target, *self.operands)))

    @property
    def said(self) -> tuple[float, float]:
        """What is stated; a total of counts is never a round number."""
        return (self.target.low, self.target.high) if self.is_exact else stated(self.target)

    @property
    def holds(self) -> bool:
        """Whether the derived value is what is stated, as far as floats can tell."""
        low, high = self.said
        slack = abs(self.derived) * CLOSE
        return low - slack <= self.derived <= high + slack

    @property
    def fails(self) -> bool:
        """Whether nothing that the inputs may be as rounded gives what is stated, as far as floats can tell."""
        low, high = self.said
        least, most = self.reach
        slack = abs(self.derived) * CLOSE
        return most < low - slack or least > high + slack

    def with_input(self, place: int, other: Quantity) -> "Candidate":
        """Return the equation with another quantity as one of its inputs."""
        inputs = (*self.inputs[:place], other, *self.inputs[place + 1 :])
        derived = _derived(self.schema.function, *(one.value for one in inputs))
        return replace(self, inputs=inputs, derived=abs(derived), way=-1 if derived < 0 else 1)

    @property
    def reach(self) -> tuple[float, float]:
        """The least and the most that the equation comes to with its inputs as rounded: at the corners of their box."""
        function = self.schema.function
        if self.is_to_the_cent:
            return self.derived, self.derived
        ends = ([one.given[end] for one in self.values] for end in (0, 1))
        boxes = product(*(one.given for one in self.inputs), *([tuple(ends)] if self.values else []))
        found = [self.way * _derived(function, *corner) for corner in boxes]
        return min(found), max(found)


def _is_to_the_cent(one: Quantity) -> bool:
    number = one.item.mention.number
    money = len(one.dimension) == 1 and one.dimension[0][0] in CURRENCIES
    return money and number.step == _CENT and number.scale == 1 and not number.hedge


def _counts(one: Quantity) -> bool:
    number = one.item.mention.number
    return is_count(one) and number.kind == "integer" and not number.hedge and number.scale == 1


def candidates(
    schemas: Sequence[Schema], known: Sequence[Quantity], target: Quantity, *, failing: bool = False
) -> Iterator[Candidate]:
    """Yield the candidates of a number that hold; ``known`` are all quantities of the text, in order.

    ``failing``: those that do not hold, too.
    """
    if is_definite(target):
        yield from _all(schemas, known, Near(target, near_to(known, target), failing=failing))


def candidates_of_any(
    schemas: Sequence[Schema], known: Sequence[Quantity], target: Quantity, meant: Sequence[tuple[float, float]]
) -> Iterator[Candidate]:
    """Yield the equations that would hold if a number were one of some others; ``meant`` are these, from least to most.

    Positive numbers only; the spans do not lie in each other.
    """
    if is_definite(target) and meant:
        near = Near(target, near_to(known, target))
        near.ends = [low for low, _ in sorted(meant)], [high for _, high in sorted(meant)]
        yield from _all(schemas, known, near)


def _all(schemas: Sequence[Schema], known: Sequence[Quantity], near: Near) -> Iterator[Candidate]:
    target = near.target
    for schema in schemas:
        if schema.form != target.code:
            continue
        if schema.list:
            yield from _with_list(schema, near)
        elif len(schema.inputs) == _PAIR:  # what prose says of three is left to lists and constructions
            yield from _with_pair(schema, near)
        if schema.rule == "share":
            yield from _far_wholes(schema, near, known)


def _with_pair(schema: Schema, near: Near) -> Iterator[Candidate]:
    """Yield the equations of two inputs."""
    target, function, least, most = near.target, schema.function, near.ends[0][0], near.ends[1][-1]
    mixed = schema.rule not in FREE and not schema.ratios
    for first, second in _pairs(schema, near):
        if not first.value or not second.value or first.value == second.value:
            continue
        if mixed and first.dimension != second.dimension:
            if not is_apart(first, second):
                yield from _joined(schema, near, like(first, second), like(second, first))
            continue
        derived = _derived(function, first.value, second.value)
        if not (least <= abs(derived) <= most or near.failing) or not near.fits(abs(derived)):
            continue
        if not _is_trivial(schema, target, first, second):
            yield Candidate(schema, target, (first, second), (), abs(derived), -1 if derived < 0 else 1)


def _pairs(schema: Schema, near: Near) -> Iterable[tuple[Quantity, Quantity]]:
    """Return the pairs of quantities that may be the inputs of a rule, by what they must be like."""
    if schema.rule in FREE:
        return near.combined(schema)
    if schema.form != MEASURE:
        return _told(schema, near, near.shared if schema.rule in _SHARED else near.alike_pairs)
    first_name, second_name = schema.inputs
    if schema.rule == "difference":
        return near.larger_first
    firsts = [one for one in near.near if _may_be(schema, first_name, one, near)]
    seconds = [one for one in near.near if _may_be(schema, second_name, one, near)] if firsts else []
    return _told(schema, near, [(one, two) for one in firsts for two in seconds if one is not two])


def _told(schema: Schema, near: Near, pairs: list[tuple[Quantity, Quantity]]) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs in which something is told as a change, this way, where a rule is about one."""
    way = _WAYS.get(schema.rule)
    if way is None or _goes(near.target, way):
        return pairs
    return [pair for pair in pairs if _goes(pair[0], way) or _goes(pair[1], way)]


def _joined(schema: Schema, near: Near, first: Quantity, second: Quantity) -> Iterator[Candidate]:
    """Yield the equation of two inputs of which one has the unit of the other."""
    target = like(near.target, first)
    derived = _derived(schema.function, first.value, second.value)
    candidate = Candidate(schema, target, (first, second), (), abs(derived), -1 if derived < 0 else 1)
    if near.fits(candidate.derived) and not _is_trivial(schema, target, first, second):
        yield candidate


def _derived(function: Function, *given: object) -> float:
    """Return what an equation comes to; what no float is (a division by zero, a root of -1) is endless."""
    try:
        return float(function(*given))
    except (ZeroDivisionError, OverflowError, TypeError):
        return inf


def _goes(one: Quantity, way: Change) -> bool:
    """Whether a quantity is told as a change by so much, this way."""
    mention = one.item.mention
    return mention.change == way and mention.manner != "to"


def _is_trivial(schema: Schema, target: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether an equation says nothing: with one, or of numbers that are the same anyway."""
    if schema.rule in _SCALING:
        return first.value == 1 or second.value == 1 or target.value in (0, 1)
    if schema.rule == "difference":
        least = min(abs(first.value), abs(second.value))
        return target.value in (0, first.value, second.value) or least <= target.high - target.low
    return False


def _may_be(schema: Schema, name: str, one: Quantity, near: Near) -> bool:
    """Whether a quantity may be an input: of the form it must have, and like what is stated where it must be."""
    target = near.target
    if name in schema.ratios:
        return one.code == SHARE or (schema.rule == "multiplied" and one.code == TIMES)
    if schema.like.get(schema.result) == name or schema.like.get(name) == schema.result:
        return one.code in (MEASURE, target.code) and likeness(target, one) != APART
    return one.code == MEASURE


def _with_list(schema: Schema, near: Near) -> Iterator[Candidate]:
    """Yield the equations of a list: of the values right before the number, right behind it, and of any two."""
    tried: set[tuple[Quantity, ...]] = set()
    for run in near.runs:
        for length in range(1, min(LONGEST, len(run)) + 1):
            values = tuple(run[:length] if run[0].index <= run[-1].index else run[length - 1 :: -1])
            if values not in tried:
                tried.add(values)
                yield from _listed(schema, values, near)
    if schema.rule == "total":
        yield from _two(schema, near)


def _two(schema: Schema, near: Near) -> Iterator[Candidate]:
    """Yield the sums of any two values."""
    width = near.target.high - near.target.low
    values = [one for one in near.alike if width < one.value < near.ends[1][-1]]
    for place, first in enumerate(values):
        for second in values[place + 1 :]:
            derived = first.value + second.value
            if near.fits(derived):
                yield Candidate(schema, near.target, (), (first, second), derived)


def _listed(schema: Schema, values: tuple[Quantity, ...], near: Near) -> Iterator[Candidate]:
    target = near.target
    whole, parts = (values[:1], values[1:]) if schema.inputs else ((), values)
    least = 1 if schema.rule == "rest_share" else _PAIR
    if len(parts) < least or len(schema.inputs) > 1 or (whole and target.index < whole[0].index):
        return
    known = [one.value for one in parts]
    derived = _derived(schema.function, *(one.value for one in whole), known)
    if not near.fits(derived) or derived <= 0:
        return
    if min(known) > target.high - target.low and len({*known}) > 1:
        yield Candidate(schema, target, whole, parts, derived)


def _far_wholes(schema: Schema, near: Near, known: Sequence[Quantity]) -> Iterator[Candidate]:
    """Yield a share of a whole that stands far before: of the last part named before it, and any larger value."""
    target = near.target
    parts = [one for one in near.near if one.code == MEASURE and 0 < target.index - one.index <= _PAIR]
    for part in parts[-1:]:
        first = near.near[0].index
        for whole in known[max(0, target.index - FAR) : first]:
            if whole.code != MEASURE or whole.value <= max(part.value, 0) or likeness(part, whole) == APART:
                continue
            derived = part.value / whole.value
            if near.fits(derived):
                yield Candidate(schema, target, (part, whole), (), derived, far=True)


def is_run(values: Sequence[Quantity]) -> bool:
    """Whether no other quantity stands between the values of a list."""
    return all(second.index - first.index == 1 for first, second in pairwise(values))
