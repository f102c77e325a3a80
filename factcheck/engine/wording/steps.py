"""The derivation as data for the report: a tree of steps with values, ranges, units and sources."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import PurePath

from factcheck.engine.numeric.choice import holds, is_choice
from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.term.display import display_unit
from factcheck.engine.term.formula import with_names
from factcheck.engine.term.show import decimal, machine, range_text, value_text
from factcheck.engine.term.term import DATE, Larger, Leaf, Shown, Term
from factcheck.engine.term.values import one_number
from factcheck.model.pack import Rule, Source
from factcheck.model.report import Citation, Range, Step
from factcheck.quantity.dimension import Dimension
from factcheck.quantity.interval import Interval, Number
from factcheck.source import Place

MAX_DEPTH = 30
RATIO_DIGITS = 4


def range_of(value: Value, shown: Shown, dimension: Dimension, origin: str = "") -> Range:
    """Return a value as the report shows it, in the unit ``shown``; dates are written as days."""
    found = value.range
    return Range(
        _end(found.low, shown, dimension, -1),
        _end(found.high, shown, dimension, 1),
        found.low_open,
        found.high_open,
        _end(value.nominal, shown, dimension, 0),
        shown.symbol,
        text_of(value, shown, dimension),
        origin,
    )


def _end(value: Number | None, shown: Shown, dimension: Dimension, rounding: int) -> str | None:
    if value is None:
        return None
    return value_text(value, shown, dimension) if dimension == DATE else machine(shown.of(value), rounding)


def text_of(value: Value, shown: Shown, dimension: Dimension) -> str:
    """Write a value and its range: ``276,243 D1 (275,862 to 276,625.2)``."""
    around = range_text(value.range, shown, dimension)
    if (
        value.nominal is None
        or not value.range.contains(value.nominal)
        or (dimension == DATE and not value.range.is_point)
    ):
        return f"{around} {shown.symbol}".strip()
    nominal = value_text(value.nominal, shown, dimension)
    return nominal if one_number(value.range) is not None else f"{nominal} ({around})"


def ratio_text(value: Value, larger: Larger) -> str:
    """Write a quotient as a ratio, first party first: ``1:2 (1:1.5 to 1:2.5)``, ``2.25:1``."""
    ends = [one_to(end, larger) for end in (value.range.low, value.range.high) if end]
    around = " to ".join(ends)
    if value.nominal is None:
        return around
    nominal = one_to(value.nominal, larger)
    return nominal if value.range.is_point else f"{nominal} ({around})"


def one_to(value: Number, larger: Larger) -> str:
    """Write a quotient as a ratio with one on its smaller side; ``larger`` is the party above the line."""
    if value <= 0:
        return decimal(value, RATIO_DIGITS)
    great = decimal(value if value >= 1 else 1 / Fraction(value), RATIO_DIGITS)
    return f"1:{great}" if (value >= 1) == (larger == "second") else f"{great}:1"


def step(term: Term, rules: Mapping[str, Rule], depth: int = 0) -> Step:
    """Return the tree of a term."""
    if term.leaf is not None:
        return _leaf_step(term.leaf, term.dimension)
    children = () if depth >= MAX_DEPTH else tuple(step(argument, rules, depth + 1) for argument in _taken(term))
    shown = display_unit(term)
    value = range_of(evaluate(term), shown, term.dimension)
    if not term.rule:
        return Step("operation", with_names(term), value, children=children)
    place = _of_project(rules[term.rule].place) if term.rule in rules else None
    return Step("rule", term.rule, value, children=children, place=place)


def _taken(term: Term) -> tuple[Term, ...]:
    """Return what a value was made of; of a choice the condition, and what it chooses."""
    if not is_choice(term.operator):
        return term.arguments
    left, right, then, otherwise = term.arguments
    found = holds(term.operator, evaluate(left).range, evaluate(right).range)
    return (left, right, then, otherwise) if found is None else (left, right, then if found else otherwise)


def _leaf_step(leaf: Leaf, dimension: Dimension) -> Step:
    value = range_of(Value(leaf.nominal, leaf.range), leaf.shown, dimension, leaf.origin)
    place = _of_project(leaf.fact.value.place) if leaf.fact else leaf.place
    return Step(leaf.kind, leaf.name, value, leaf.assumed, citation(leaf), place=place)


def _of_project(place: Place) -> Place | None:
    """Return a place in a pack of the project; None in one that comes with the program, wherever that is installed."""
    return None if PurePath(place.path).is_absolute() else place


def citation(leaf: Leaf) -> Citation | None:
    """Return the source of a fact."""
    if leaf.fact is None:
        return Citation(leaf.source.title, date=leaf.source.date, tier=leaf.source.tier) if leaf.source else None
    status, quote = leaf.fact.status, leaf.fact.quote
    if leaf.source is None:
        return Citation(leaf.fact.source, quote=quote, status=status)
    source, also = leaf.source, tuple(map(_cited, leaf.also))
    read = leaf.fact.accessed or source.accessed
    return replace(_cited(source), quote=quote, status=status, page=leaf.fact.page, accessed=read, also=also)


def _cited(source: Source) -> Citation:
    return Citation(source.title, source.url, source.date, source.tier, accessed=source.accessed)


def interval_text(found: Interval, shown: Shown, dimension: Dimension) -> str:
    """Write an interval with its unit."""
    return f"{range_text(found, shown, dimension)} {shown.symbol}".strip()
