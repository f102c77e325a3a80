"""The equations that a number may be the result of, from the quantities around it: by kinds alone, near ones first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, product
from math import inf

from factcheck.draft.equations.near import CLOSE, FREE, Near, Pair, Role, is_apart, is_definite, near_to, stated
from factcheck.draft.equations.schema import Function, Schema
from factcheck.draft.quantities.kind import APART, is_count, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.prose.mention import Change
from factcheck.quantity.dimension import CURRENCIES

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
    mixed = schema.rule not in FREE and not schema.ratios and not near.is_of_one_dimension
    pairs = _pairs(schema, near)
    for first, second in pairs if mixed or near.failing else _reaching(function, pairs, least, most):
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


def _reaching(function: Function, pairs: Sequence[Pair], least: float, most: float) -> Sequence[Pair]:
    """Return the pairs with which an equation comes to something between two values; all where it fails for one."""
    try:
        return [pair for pair in pairs if least <= abs(function(pair[0].value, pair[1].value)) <= most]
    except (ZeroDivisionError, OverflowError, TypeError):
        return pairs


def _pairs(schema: Schema, near: Near) -> Sequence[Pair]:
    """Return the pairs of quantities that may be the inputs of a rule, by what they must be like."""
    if schema.rule in FREE:
        return near.combined(schema)
    if schema.form != MEASURE:
        return _told(schema, near, near.shared if schema.rule in _SHARED else near.alike_pairs)
    first_name, second_name = schema.inputs
    if schema.rule == "difference":
        return near.larger_first
    return _told(schema, near, near.of_roles(_role(schema, first_name), _role(schema, second_name)))


def _told(schema: Schema, near: Near, pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Return the pairs in which something is told as a change, this way, where a rule is about one."""
    way = _WAYS.get(schema.rule)
    if way is None or _goes(near.target, way):
        return pairs
    going = {one for one in near.near if _goes(one, way)}
    return [pair for pair in pairs if pair[0] in going or pair[1] in going] if going else []


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


def _role(schema: Schema, name: str) -> Role:
    """Return of what form an input of a rule must be, and whether it is like what is stated."""
    if name in schema.ratios:
        return "ratio or multiple" if schema.rule == "multiplied" else "ratio"
    return "alike" if schema.like.get(schema.result) == name or schema.like.get(name) == schema.result else "measure"


def _with_list(schema: Schema, near: Near) -> Iterator[Candidate]:
    """Yield the equations of a list: of the values right before the number, right behind it, and of any two."""
    for values, known in near.lists:
        found = _listed(schema, values, known, near)
        if found is not None:
            yield found
    if schema.rule == "total":
        yield from _two(schema, near)


def _two(schema: Schema, near: Near) -> Iterator[Candidate]:
    """Yield the sums of any two values."""
    width, least, most = near.target.high - near.target.low, near.ends[0][0], near.ends[1][-1]
    values = [one for one in near.alike if width < one.value < most]
    for place, first in enumerate(values):
        for second in values[place + 1 :]:
            derived = first.value + second.value
            if (least <= derived <= most or near.failing) and near.fits(derived):
                yield Candidate(schema, near.target, (), (first, second), derived)


def _listed(schema: Schema, values: tuple[Quantity, ...], known: Sequence[float], near: Near) -> Candidate | None:
    """Return the equation of a list; where the rule has a whole, too, the first is that. ``known`` are the values."""
    target, wholes = near.target, len(schema.inputs)
    least = 1 if schema.rule == "rest_share" else _PAIR
    if len(values) - wholes < least or wholes > 1 or (wholes and target.index < values[0].index):
        return None
    parts = known[wholes:] if wholes else known
    derived = _derived(schema.function, *known[:wholes], parts)
    if not near.fits(derived) or derived <= 0 or min(parts) <= target.high - target.low or len({*parts}) == 1:
        return None
    return Candidate(schema, target, values[:wholes], values[wholes:], derived)


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
