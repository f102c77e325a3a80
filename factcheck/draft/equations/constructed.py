"""The equations that constructions of a text state: every number is bound by the words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from math import isclose
from typing import NamedTuple

from factcheck.draft.equations.candidates import FAR, Candidate
from factcheck.draft.equations.named import named, names
from factcheck.draft.equations.near import FREE, fits, is_definite
from factcheck.draft.equations.schema import Schema
from factcheck.draft.equations.slip import is_overfull, may_be_miswritten
from factcheck.draft.quantities.kind import ALIKE, APART, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.draft.text.line import ARTICLE, DATE, Line
from factcheck.draft.text.passage import same_counter
from factcheck.draft.text.shared import words_in
from factcheck.draft.words.constructions import Bound, Construction, bound
from factcheck.source import Span

_BASE = "base"
"""The symbol of a number that says for how many others are; it is none of anything else."""
_STOPS = frozenset(".P;Q%KXqH")
_CLOSE = 16
"""So far off a number may stand that is multiplied or divided: anything may be."""
_MANY = 40
"""So many matches of a second form are looked at: of a longer text any would fit."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Constructed(NamedTuple):
    """An equation that a construction states; of ``tries`` that it may state, where some numbers stand elsewhere."""

    row: Construction
    candidate: Candidate
    way: str
    tries: int = 1


def constructed(
    rows: Sequence[Construction], schemas: Mapping[str, Schema], line: Line, quantities: Mapping[int, Quantity]
) -> Iterator[Constructed]:
    """Yield the equations that the constructions of a line state; ``quantities`` by where they start."""
    kept = [at for at, code in enumerate(line.codes) if code != ARTICLE]
    starts, in_order = [line.starts[at] for at in kept], sorted(quantities.values(), key=_index)
    known = cache(lambda: names(line, quantities))
    topic = cache(lambda one: _topic(line, one))
    for found in bound(rows, "".join(_letter(line, at, quantities) for at in kept)):
        schema = schemas.get(found.rule)
        places = {name: [kept[at] for at in those] for name, those in found.places.items()}
        if found.row.is_open and schema is not None:
            own = {name: [quantities[starts[at]] for at in those] for name, those in found.places.items()}
            others = [{name: quantities[starts[at]] for name, at in other.items()} for other in found.others[:_MANY]]
            yield from _open(schema, found, own, others, _around(in_order, own[schema.result][0]), topic)
        elif schema is not None and (ways := list(_ways(schema, found, places, line, quantities, known))):
            one = next((one for one in ways if one.holds), ways[0])
            if not found.row.slips or not one.fails or may_be_miswritten(one) or is_overfull(one, line):
                yield Constructed(found.row, one, found.way)


def _index(one: Quantity) -> int:
    return one.index


def _around(in_order: Sequence[Quantity], target: Quantity) -> Sequence[Quantity]:
    """Return the quantities that stand no farther from one than the whole of a share may."""
    first = bisect_left(in_order, target.index - FAR, key=_index)
    return in_order[first : bisect_right(in_order, target.index + FAR, key=_index)]


def _open(
    schema: Schema,
    found: Bound,
    own: Mapping[str, list[Quantity]],
    others: Sequence[Mapping[str, Quantity]],
    near: Sequence[Quantity],
    topic: Callable[[Quantity], frozenset[str]],
) -> Iterator[Constructed]:
    """Yield what a row states whose other numbers stand elsewhere: what holds, of all that may be meant.

    ``own`` are the numbers that it binds, ``others`` what its second form binds elsewhere, ``near`` what stands around.
    """
    if not found.row.elsewhere:
        others = [dict(zip(found.row.free, chosen, strict=True)) for chosen in _fillings(schema, found.row, own, near)]
    about = frozenset[str]().union(*(topic(one) for those in own.values() for one in those))
    ways: dict[tuple[float, ...], Candidate] = {}
    for other in others:
        same = schema.rule in FREE or any(about & topic(one) for one in other.values())
        if same and _is_fit(own, other, near):
            candidate = _candidate(schema, {**{name: [one] for name, one in other.items()}, **own}, found)
            if candidate is not None:
                ways.setdefault(tuple(one.value for one in candidate.operands), candidate)
    known = [one for one in ways.values() if one.holds] or ways.values()
    if known:
        yield Constructed(found.row, min(known, key=_far_off), found.way, len(ways))


def _far_off(one: Candidate) -> tuple[bool, int]:
    """Return how far the operands of an equation are from its result; those in its own units come first."""
    other = one.schema.rule in FREE and not isclose(one.schema.function(*(a.unit for a in one.inputs)), one.target.unit)
    return other, sum(abs(part.index - one.target.index) for part in one.operands)


def _is_fit(own: Mapping[str, Sequence[Quantity]], other: Mapping[str, Quantity], near: Sequence[Quantity]) -> bool:
    """Whether numbers elsewhere are near enough and none of a row's own, or tell again those that both have."""
    twice = [(one[0], other[name]) for name, one in own.items() if name in other]
    if not all(one.value == two.value and likeness(one, two) == ALIKE for one, two in twice):
        return False
    new = [one for name, one in other.items() if name not in own]
    known = {one.index for those in own.values() for one in those}
    return all(one in near for one in new) and len(known.union(one.index for one in new)) == len(known) + len(new)


def _fillings(
    schema: Schema, row: Construction, own: Mapping[str, Sequence[Quantity]], near: Sequence[Quantity]
) -> Iterator[tuple[Quantity, ...]]:
    """Yield what may fill the free slots of a row: of two that are divided, only what gives the unit that is stated."""
    target = own[schema.result][0]
    likely = [one for one in near if schema.rule in FREE or _is_like_one(one, own)]
    if schema.rule not in FREE:
        yield from product(likely, repeat=len(row.free))
        return
    close = [one for one in likely if abs(one.index - target.index) <= _CLOSE and is_definite(one)]
    measures = [one for one in close if one.code == MEASURE and one.dimension != target.dimension]
    yield from (pair for pair in product(measures, measures) if fits(schema, pair[0], pair[1], target))


def _is_like_one(one: Quantity, own: Mapping[str, Sequence[Quantity]]) -> bool:
    """Whether a number may fill a free slot: it says enough, and is surely like one that is bound, if one measures."""
    bound = [known for those in own.values() for known in those if known.code == MEASURE]
    return one.code == MEASURE and is_definite(one) and (not bound or any(likeness(one, two) == ALIKE for two in bound))


def _topic(line: Line, one: Quantity) -> frozenset[str]:
    """Return the words before a number, back to the number or the sentence before: what it is said of."""
    at = first = line.at(one.start)
    while first and line.codes[first - 1] not in _STOPS:
        first -= 1
    return words_in(line.text, Span(line.starts[first], line.ends[at - 1])) if first < at else frozenset()


def _letter(line: Line, at: int, quantities: Mapping[int, Quantity]) -> str:
    """Return a letter of the line; a bare number that looks like a year is a date: a 1986 loss of 3 million."""
    one = quantities.get(line.starts[at]) if line.codes[at] == MEASURE else None
    is_year = one is not None and not one.dimension and not one.noun and _YEAR.fullmatch(one.item.mention.text)
    return DATE if is_year else line.codes[at]


def _ways(
    schema: Schema,
    found: Bound,
    places: Mapping[str, Sequence[int]],
    line: Line,
    quantities: Mapping[int, Quantity],
    known: Callable[[], Sequence[tuple[str, Quantity]]],
) -> Iterator[Candidate]:
    """Yield what a construction may state: more than one thing where a name stands for more than one number."""
    row = found.row
    slots = {
        name: [quantities[line.starts[at]] for at in those] for name, those in places.items() if name not in row.named
    }
    options = [
        [(name, one, loose) for one, loose in _named(line, those, known())]
        for name, those in places.items()
        if name in row.named
    ]
    for chosen in product(*options):
        candidate = _candidate(schema, {**slots, **{name: [one] for name, one, _ in chosen}}, found)
        if candidate is not None and (candidate.holds or not any(loose for *_, loose in chosen)):
            yield candidate


def _named(line: Line, those: Sequence[int], known: Sequence[tuple[str, Quantity]]) -> Sequence[tuple[Quantity, bool]]:
    """Return the numbers that the words at some places name."""
    start = line.starts[those[0]]
    return named(line.text[start : line.ends[those[-1]]], known, start)


def _candidate(schema: Schema, slots: Mapping[str, list[Quantity]], found: Bound) -> Candidate | None:
    """Return the candidate of the numbers in their slots; None where they cannot be of one kind."""
    if any(name not in slots for name in (schema.result, *schema.inputs)):
        return None
    if not all(_is_rate(slots[name][0]) for name in found.row.rates):
        return None
    if any(one.is_base is not (name == _BASE) for name, ones in slots.items() for one in ones):
        return None
    slots = _with_unit_of_result(schema, slots)
    named = _in_one_unit(schema, {name: found[0] for name, found in slots.items() if name != schema.list})
    target, inputs = named[schema.result], tuple(named[name] for name in schema.inputs)
    values = tuple(like(one, target) for one in slots.get(schema.list, ())) if schema.list else ()
    if (schema.list and not values) or not _of_one_kind(schema, target, inputs, values):
        return None
    given = (*(one.value for one in inputs), *([[one.value for one in values]] if schema.list else []))
    try:
        derived = schema.function(*given)
    except (ZeroDivisionError, OverflowError):
        return None
    if derived < 0 and "" not in found.row.rules:  # words that go by the way say that it went so
        return None
    way = -1 if (found.way == "fall" if found.way and schema.signed else derived < 0) else 1
    return Candidate(schema, target, inputs, values, way * derived, way)


def _with_unit_of_result(schema: Schema, slots: Mapping[str, list[Quantity]]) -> Mapping[str, list[Quantity]]:
    """Return the numbers, a bare amount with the unit of what it is divided into: 票房13.65亿，平均票价52.6元."""
    if schema.rule != "quotient":
        return slots
    total, each = slots["dividend"][0], slots["quotient"][0]
    amount = not total.dimension and not total.noun and total.item.mention.number.scale > 1 and bool(each.dimension)
    return {**slots, "dividend": [like(total, each)]} if amount and not each.per else slots


def _is_rate(one: Quantity) -> bool:
    """Whether a quantity is so much per something, by its noun or by its unit: $5 per share, 48 people/km²."""
    return bool(one.per) or any(power < 0 for _, power in one.dimension)


def _in_one_unit(schema: Schema, named: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the numbers with the units that they take from the ones they are like."""
    found = dict(named)
    for name, other in (*schema.like.items(), *((other, name) for name, other in schema.like.items())):
        if name in found and other in found:
            found[name] = like(found[name], found[other])
    return found


def _of_one_kind(schema: Schema, target: Quantity, inputs: Sequence[Quantity], values: Sequence[Quantity]) -> bool:
    if schema.rule in FREE:
        apart = schema.rule != "quotient" or likeness(inputs[0], inputs[1]) != ALIKE
        return apart and fits(schema, inputs[0], inputs[1], target)
    named = {schema.result: target, **dict(zip(schema.inputs, inputs, strict=True))}
    pairs = [(named[name], named[like]) for name, like in schema.like.items() if name in named and like in named]
    pairs += [(target, one) for one in values]
    return all(likeness(*pair) != APART and not _are_counted_apart(*pair) for pair in pairs)


def _are_counted_apart(first: Quantity, second: Quantity) -> bool:
    """Whether two counts have classifiers of different things: 86人, 900张."""
    if first.dimension or second.dimension or not (first.item.counter and second.item.counter):
        return False
    return not same_counter(first.item, second.item)
