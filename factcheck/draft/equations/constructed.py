"""The equations that constructions of a text state: every number is bound by the words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from factcheck.draft.equations.candidates import Candidate
from factcheck.draft.equations.named import named, names
from factcheck.draft.equations.near import FREE, fits
from factcheck.draft.equations.schema import Schema
from factcheck.draft.equations.slip import is_overfull, may_be_miswritten
from factcheck.draft.quantities.kind import ALIKE, APART, like, likeness
from factcheck.draft.quantities.quantity import MEASURE, Quantity
from factcheck.draft.text.line import ARTICLE, DATE, Line
from factcheck.draft.text.passage import same_counter
from factcheck.draft.words.constructions import Bound, Construction, bound

_BASE = "base"
"""The symbol of a number that says for how many others are; it is none of anything else."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Constructed(NamedTuple):
    """An equation that a construction states."""

    row: Construction
    candidate: Candidate
    way: str


def constructed(
    rows: Sequence[Construction], schemas: Mapping[str, Schema], line: Line, quantities: Mapping[int, Quantity]
) -> Iterator[Constructed]:
    """Yield the equations that the constructions of a line state; ``quantities`` by where they start."""
    kept = [at for at, code in enumerate(line.codes) if code != ARTICLE]
    known = cache(lambda: names(line, quantities))
    for found in bound(rows, "".join(_letter(line, at, quantities) for at in kept)):
        schema = schemas.get(found.rule)
        places = {name: [kept[at] for at in those] for name, those in found.places.items()}
        if schema is not None and (ways := list(_ways(schema, found, places, line, quantities, known))):
            one = next((one for one in ways if one.holds), ways[0])
            if not found.row.slips or not one.fails or may_be_miswritten(one) or is_overfull(one, line):
                yield Constructed(found.row, one, found.way)


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
    if not all(slots[name][0].per for name in found.row.rates):
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
