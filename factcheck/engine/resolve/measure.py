"""Literals as inputs of a derivation: premises, plain literals and facts become leaves with values in base units."""

from dataclasses import replace
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.term.offer import of_product
from factcheck.engine.term.term import DATE, Leaf, LeafKind, Shown, Term, leaf_term
from factcheck.engine.term.values import (
    date_range,
    dimension_of,
    nominal_of,
    plain,
    premise_range,
    shown_as,
    shown_in,
    to_base,
)
from factcheck.language.tree import DateLiteral, Literal
from factcheck.model.claim import DataPlace, Premise
from factcheck.model.pack import Fact, Source
from factcheck.quantity.dimension import NUMBER, Dimension, multiply
from factcheck.quantity.interval import Interval, Number, point
from factcheck.quantity.written import Widths, origin, premise
from factcheck.source import Place


class Broken(Problem):
    """Something that was reported elsewhere stands in the way: the claim is in error, and silent."""

    def __init__(self, what: str) -> None:
        super().__init__("", f"depends on {what}, which cannot be read")


class Several(Problem):
    """A list stands where one value is needed; of data it may be that more rows fit than were meant."""

    def __init__(self, name: str, data: DataPlace | None = None) -> None:
        cure = f"write `mean({name})`, or max"
        if data is None:
            super().__init__("FC306", f"`{name}` is a list: one value is needed here", help=cure)
            return
        message = f"`{name}` has several values, and one is needed here: {data_title(data)}"
        super().__init__("FC523", message, help=f"narrow it with `where:`, give it `take: sum`, or {cure}")


class Missing(Problem):
    """An input has no value: the claim stays unverified."""

    def __init__(self, what: str) -> None:
        super().__init__("FC405", what)


def literal_leaf(
    literal: Literal | DateLiteral, key: str, name: str, kind: LeafKind, widths: Widths, *, exact: bool = False
) -> Term:
    """Return a literal or premise as an input; an ``exact`` one has no tolerance."""
    if isinstance(literal, DateLiteral):
        return _date_leaf(literal, key, name, kind)
    shown = shown_as(literal)
    nominal = _nominal(literal, shown)
    if exact and nominal is not None and literal.number.kind != "span":
        found = point(nominal)
    else:
        found = premise_range(literal, widths=widths)
    why = origin(literal.number, exact=found.is_point)
    leaf = Leaf(key, kind, name, literal.text, nominal, found, shown, why)
    return leaf_term(leaf, dimension_of(literal))


def premise_leaf(literal: Literal | DateLiteral, key: str, given: Premise, widths: Widths) -> Term:
    """Return a premise as an input: one that is exact has no tolerance, one from a data file has that as its source."""
    found = literal_leaf(literal, key, given.name, "premise", widths, exact=given.exact)
    leaf = found.leaf
    if leaf is None or isinstance(literal, DateLiteral):
        return found
    if given.data is not None:
        source = Source(given.data.file, data_title(given.data), date=given.data.date, tier="")
        leaf = replace(leaf, source=source, place=_line_of(given.data))
    return replace(found, leaf=leaf)


def data_title(data: DataPlace) -> str:
    """Return how a place in a data file is cited."""
    return ", ".join(part for part in (data.file, data.where) if part)


def _line_of(data: DataPlace) -> Place:
    return Place(data.file, data.line, 1 if data.line else 0)


def _nominal(literal: Literal, shown: Shown) -> Number | None:
    """Return the nominal value of an input; 27万多 stands for a span of values and has none."""
    return None if literal.number.hedge == "some" else nominal_of(literal.number, shown)


def _date_leaf(literal: DateLiteral, key: str, name: str, kind: LeafKind) -> Term:
    days = date_range(literal)
    why = "exact" if days.is_point else "the interval of its days"
    return leaf_term(Leaf(key, kind, name, literal.text, middle(days), days, Shown(""), why), DATE)


def middle(interval: Interval) -> Number | None:
    """Return the middle of a finite interval."""
    if interval.low is None or interval.high is None:
        return None
    return plain(Fraction(interval.low + interval.high) / 2) if interval.low != interval.high else interval.low


def fact_leaf(fact: Fact, knowledge: Knowledge, widths: Widths, assumed: str = "") -> Term:
    """Return a fact as an input, per thing; a number of parts counts the part.

    Raises Broken when its value could not be read.
    """
    literal = knowledge.literals.get(fact)
    if literal is None:
        raise Broken(f"the fact `{fact.thing}.{fact.attribute}`")
    key = f"fact:{fact.thing}.{fact.attribute}:{fact.when}:{fact.value.value}:{fact.source}"
    name, source = f"{fact.thing}.{fact.attribute}", knowledge.source(fact)
    if isinstance(literal, DateLiteral):
        days = date_range(literal)
        leaf = Leaf(
            key,
            "fact",
            name,
            literal.text,
            middle(days),
            days,
            Shown(""),
            "the interval of its days",
            fact,
            source,
            assumed,
        )
        return leaf_term(leaf, DATE)
    counted = not literal.units and fact.attribute in knowledge.things
    dimension: Dimension = ((fact.attribute, 1),) if counted else dimension_of(literal)
    unit = Shown(fact.attribute) if counted else shown_in(literal.units)
    found, why = _fact_range(fact, literal, knowledge, widths, counted=counted)
    if knowledge.things.is_individual(fact.thing):
        leaf = Leaf(key, "fact", name, literal.text, _nominal(literal, unit), found, unit, why, fact, source, assumed)
        return leaf_term(leaf, dimension)
    shown = Shown(f"{unit.symbol or '1'}/{fact.thing}", unit.factor, unit.offset)
    text = f"{literal.text}{f' {fact.attribute}' if counted else ''}/{fact.thing}"
    leaf = Leaf(key, "fact", name, text, _nominal(literal, unit), found, shown, why, fact, source, assumed)
    leaf = replace(leaf, also=knowledge.also(fact)) if fact.also else leaf
    per_thing: Dimension = ((fact.thing, -1),)
    return leaf_term(
        leaf, multiply(dimension, per_thing), of_product(multiply(dimension, per_thing), (NUMBER, per_thing))
    )


def _fact_range(
    fact: Fact, literal: Literal, knowledge: Knowledge, widths: Widths, *, counted: bool
) -> tuple[Interval, str]:
    nominal = nominal_of(literal.number, shown_in(literal.units))
    if fact.exact and nominal is not None:
        return point(nominal), "exact, says the pack"
    margin = knowledge.literals.margin(fact)
    if margin is not None and nominal is not None and fact.error is not None:
        sign = "" if fact.error.value.strip()[:1] in "±+-−" else "± "
        whose = "allowed for revisions" if fact.allowed else "says the source"
        return Interval(nominal - margin.below, nominal + margin.above), f"{sign}{fact.error.value}, {whose}"
    if counted:
        found = to_base(premise(literal.number, widths=widths), Shown(""))
    else:
        found = premise_range(literal, spec=True, widths=widths)
    return found, origin(literal.number, exact=found.is_point)
