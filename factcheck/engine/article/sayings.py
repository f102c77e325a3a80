"""What an article says of a subject: a value stated directly, or one that its other numbers imply."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import evaluate
from factcheck.engine.numeric.invert import solve_for
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.resolve.years import as_year
from factcheck.engine.term.show import value_text
from factcheck.engine.term.term import DATE, Shown, typed_leaves
from factcheck.engine.term.values import date_range, dimension_of, shown_in, to_base
from factcheck.engine.verdict.compare import stated_set
from factcheck.engine.verdict.judge import ORDERS, half_line
from factcheck.engine.verdict.statement import Judged
from factcheck.language.parser import parse_expression
from factcheck.language.tree import DateLiteral, Literal, Name, Node, Statement
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Position
from factcheck.quantity.dimension import Dimension, multiply, power
from factcheck.quantity.interval import Interval, Number
from factcheck.quantity.written import stated
from factcheck.source import Place

Subject = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Saying:
    """A value of a subject. ``owner`` is the claim or premise, ``name`` the subject as it is written in statements.

    ``base`` names what the value was derived from, so that two values of one derivation can be compared;
    ``spec`` and ``unit`` belong to a unit that a fact defines (H100e): its thing, and its value.
    """

    owner: str
    thing: str
    attribute: str
    name: str
    dimension: Dimension
    range: Interval
    shown: str
    quote: str
    place: Place
    nominal: Number | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    base: str = ""
    spec: str = ""
    unit: Number = 1
    width: int = 1

    @property
    def subject(self) -> str:
        """The subject with its qualifiers."""
        picks = ", ".join(value for _, value in self.qualifiers)
        return self.name + (f"[{picks}]" if picks else "")

    @property
    def position(self) -> Position:
        """Where it stands."""
        return Position(self.place.path, self.place.line, self.place.column, self.place.column + self.width)


def stated_text(statement: Statement) -> str:
    """Return a statement as it was written, in one line."""
    return " ".join(statement.text.split())


def said_by_claim(claim: Claim, statement: Statement, judged: Judged | None, engine: Engine) -> Saying | None:
    """Return what a claim states of an attribute of a thing; None where it states something else.

    Without qualifiers it is said of the ones that the pack chooses.
    """
    subject = _subject(statement.derived, engine)
    if subject is None or claim.says is None:
        return None
    node = as_year(statement.stated) if subject[1] in engine.knowledge.dated else statement.stated
    found = _value(node, statement.relation, engine)
    if found is None:
        return None
    text = statement.text[statement.stated.span.start : statement.stated.span.end].strip()
    shown = text if statement.relation in {"=", "~"} else f"{statement.relation} {text}"
    where = _Where(claim.id, claim.quote, claim.says.place, len(claim.says.value))
    fact = judged.comparison.left.leaf.fact if judged and judged.comparison.left.leaf else None
    thing, attribute, picks = subject
    return _saying(where, (thing, attribute, fact.when if fact else picks), found, shown)


def said_by_premise(premise: Premise, scope: FileScope, engine: Engine) -> Saying | None:
    """Return what a premise states; its subject is what it is a value ``of``, else the premise itself."""
    if premise.value is None:
        return None
    try:
        node = scope.expression(premise)
        subject = _subject(parse_expression(premise.of, scope.units, scope.names), engine) if premise.of else None
        found = _value(node, "=", engine) or _calculated(node, scope, engine)
    except Problem:
        return None
    thing, attribute, picks = subject or ("", premise.name, ())
    where = _Where(premise.name, premise.quote, premise.value.place, len(premise.value.value))
    return _saying(where, (thing, attribute, picks), found, premise.value.value)


def _calculated(node: Node, scope: FileScope, engine: Engine) -> "_Value":
    """Evaluate a premise that is a formula over others."""
    term = engine.builder(ClaimNames(scope, Claim("", Place("")))).build(node)
    value = evaluate(term)
    return _Value(term.dimension, value.range, value.nominal)


@dataclass(frozen=True, slots=True)
class _Value:
    dimension: Dimension
    range: Interval
    nominal: Number | None
    spec: str = ""
    unit: Number = 1


class _Where(NamedTuple):
    """Who says it, in which words, and where."""

    owner: str
    quote: str
    place: Place
    width: int


def _saying(where: _Where, subject: Subject, found: _Value, shown: str) -> Saying:
    thing, attribute, picks = subject
    name = f"{thing}.{attribute}" if thing else attribute
    return Saying(
        where.owner,
        thing,
        attribute,
        name,
        found.dimension,
        found.range,
        shown,
        where.quote,
        where.place,
        found.nominal,
        picks,
        spec=found.spec,
        unit=found.unit,
        width=where.width,
    )


def _subject(node: Node, engine: Engine) -> Subject | None:
    """Return thing, attribute and qualifiers of a name such as ``D1.peak[fp32]``."""
    if not isinstance(node, Name) or len(node.parts) != 2:  # noqa: PLR2004 - thing and attribute
        return None
    try:
        thing = engine.knowledge.thing(node.parts[0])
    except Problem:
        return None
    return (thing.key, node.parts[1], node.picks) if thing is not None else None


def _value(node: Node, relation: str, engine: Engine) -> _Value | None:
    """Return the values that a literal stands for under a relation, in base units without units defined by facts."""
    if isinstance(node, DateLiteral):
        days = date_range(node)
        if relation in ORDERS:
            days = half_line(relation, (days.low if relation in {"<", ">="} else days.high) or 0)
        return _Value(DATE, days, None)
    if not isinstance(node, Literal):
        return None
    shown, dimension = shown_in(node.units), dimension_of(node)
    target = stated_set(node, relation, shown, engine.widths)
    spec = next((f.unit.name for f in node.units if f.unit.name in engine.knowledge.unit_attributes), "")
    if not spec:
        allowed = target.range if target.round_range is None else target.range.hull(target.round_range)
        return _Value(dimension, allowed, target.nominal)
    return _spec_value(spec, dimension, target.range, target.nominal, engine)


def _spec_value(
    spec: str, dimension: Dimension, found: Interval, nominal: Number | None, engine: Engine
) -> _Value | None:
    builder = engine.builder(ClaimNames(FileScope(ClaimFile(""), engine.knowledge.units), Claim("", Place(""))))
    try:
        unit = builder.spec_unit(spec)
        value = evaluate(unit).nominal
    except Problem:
        return None
    if value is None:
        return None
    whole = multiply(multiply(dimension, power(((spec, 1),), -1)), unit.dimension)
    key = engine.knowledge.unit_attributes[spec][0]
    return _Value(whole, found.scaled(value), None if nominal is None else nominal * value, key, value)


def implied(claim: Claim, statement: Statement, judged: Judged | None, engine: Engine) -> Iterator[Saying]:
    """Yield what a claim implies of each fact in its derivation, the other inputs anywhere in their ranges.

    A bound counts as the number that it names: "more than 27.6万" chips are about 27.6万 chips.
    """
    if judged is None or claim.says is None or judged.comparison.right is not None:
        return
    comparison = judged.comparison
    box = {leaf.key: leaf.range for leaf in comparison.term.leaves()}
    wanted = _as_number(statement, comparison.shown, engine) if comparison.stated.bound else comparison.stated.range
    if wanted is None or comparison.term.leaf is not None:
        return
    for leaf, dimension in typed_leaves(comparison.term):
        if leaf.fact is None:
            continue
        found = solve_for(comparison.term, leaf.key, wanted, box)
        if found is None or found.low is None or found.high is None:
            continue
        middle = Fraction(found.low + found.high) / 2
        text = value_text(middle, leaf.shown, dimension)
        others = ",".join(sorted(other.name for other in comparison.term.leaves() if other.key != leaf.key))
        shown = f"{leaf.name} = {text} (from {claim.quote or stated_text(statement)})"
        yield Saying(
            claim.id,
            leaf.fact.thing,
            leaf.fact.attribute,
            leaf.name,
            multiply(dimension, ((leaf.fact.thing, 1),)),
            found,
            shown,
            claim.quote,
            claim.says.place,
            middle,
            leaf.fact.when,
            base=others,
            width=len(claim.says.value),
        )


def _as_number(statement: Statement, shown: Shown, engine: Engine) -> Interval | None:
    """Return the interval of the digits of a stated bound."""
    node = statement.stated
    if not isinstance(node, Literal) or node.number.nominal is None:
        return None
    return to_base(stated(replace(node.number, hedge=""), engine.widths), shown)
