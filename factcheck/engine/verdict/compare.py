"""Brings the two sides of a statement together: the set of values for which it is true, in the derived side's terms."""

from dataclasses import replace
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import Value, evaluate
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.years import as_year, with_years
from factcheck.engine.term.arithmetic import operate
from factcheck.engine.term.dimension import mismatch
from factcheck.engine.term.display import display_unit, readable
from factcheck.engine.term.offer import alike, bare, fitted
from factcheck.engine.term.term import DATE, DAY, Larger, Shown, Term
from factcheck.engine.term.values import (
    date_range,
    dimension_of,
    is_share,
    nominal_of,
    plain,
    shown_as,
    shown_in,
    to_base,
)
from factcheck.engine.verdict.judge import ORDERS, Stated, half_line
from factcheck.frozen import dataclass
from factcheck.language.tree import Binary, DateLiteral, Literal, Name, Node, Statement
from factcheck.quantity.dimension import BASES, NUMBER, Dimension, multiply, power
from factcheck.quantity.interval import Interval
from factcheck.quantity.written import Widths, Written, as_round_number, origin, stated
from factcheck.source import Span

_BOUNDS = frozenset({"more", "less", "least", "most"})
TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is judged: ``term`` against ``stated``.

    ``left`` and ``right`` are what the report shows of the sides; ``right`` is None where the stated side is one
    literal. ``supplied`` names the thing whose missing "per thing" was supplied.
    """

    term: Term
    stated: Stated
    shown: Shown
    left: Term
    right: Term | None = None
    origin: str = ""
    supplied: str = ""
    ratio: Larger = ""
    same_attribute: str = ""
    dimension: Dimension = NUMBER


def compare(statement: Statement, builder: Builder, derived: Term | None = None) -> Comparison:
    """Return the comparison that a statement makes; ``derived`` replaces its derived side (another reading)."""
    left_node, right_node = with_years(statement.derived, statement.stated)
    if isinstance(right_node, Binary) and right_node.operator == ":":
        return _ratio(statement, builder, swapped=False)
    if isinstance(left_node, Binary) and left_node.operator == ":":
        left_node = replace(left_node, operator="/")
    left = builder.build(left_node) if derived is None else derived
    if isinstance(right_node, DateLiteral):
        return _against_date(left, right_node, statement)
    if isinstance(right_node, Literal) and not _is_open_bound(right_node, statement.relation):
        return _against_literal(left, builder.customary(right_node), statement, builder)
    return _against_term(left, builder.build(right_node), statement, builder)


def _is_open_bound(node: Literal, relation: str) -> bool:
    """Whether an order is about a bound: "at least (less than 8)" may hold for 5, too, and 8 decides nothing."""
    return relation in ORDERS and node.number.hedge in _BOUNDS


def _against_date(left: Term, node: DateLiteral, statement: Statement) -> Comparison:
    if left.dimension != DATE:
        raise _different(left.dimension, DATE, node.span)
    days = date_range(node)
    match statement.relation:
        case "<" | ">=":
            allowed = half_line(statement.relation, days.low or 0)
        case ">" | "<=":
            allowed = half_line(statement.relation, days.high or 0)
        case _:
            allowed = days
    middle = plain(Fraction((days.low or 0) + (days.high or 0), 2))
    target = Stated(allowed, middle, step=DAY, bound=statement.relation in ORDERS)
    return Comparison(left, target, Shown(""), left, origin="the interval of its days", dimension=DATE)


def _against_literal(left: Term, node: Literal, statement: Statement, builder: Builder) -> Comparison:
    if left.dimension == DATE and isinstance(found := as_year(node), DateLiteral):
        return _against_date(left, found, statement)
    specs = [f for f in node.units if f.unit.name in builder.chooser.knowledge.unit_attributes and f.power == 1]
    if specs:
        # 100 EFLOP/s in H100e: the derived side is divided by what the unit stands for
        unit = builder.spec_unit(specs[0].unit.name)
        left = operate("/", [left, unit], node.span)
        rest = tuple(f for f in node.units if f is not specs[0])
        dimension, shown = (
            dimension_of(replace(node, units=rest)),
            replace(shown_in(rest), symbol=shown_in(node.units).symbol),
        )
    else:
        dimension, shown = dimension_of(node), shown_as(node)
    if node.number.nominal == 0 and not node.units:
        dimension, shown = left.dimension, Shown("")
    fitting = _fitting(left, dimension)
    if fitting is None:
        raise _different(left.dimension, dimension, node.span)
    term, supplied = fitting
    target = stated_set(node, statement.relation, shown, builder.widths)
    return Comparison(
        term, target, shown, term, origin=_origin(node, statement.relation), supplied=supplied, dimension=dimension
    )


def _origin(node: Literal, relation: str) -> str:
    if relation in ORDERS:
        return "a bound"
    return origin(_hedged(node.number, relation))


def _hedged(number: Written, relation: str) -> Written:
    """Read the relation ``~`` as a hedge, unless the literal has one."""
    return number.hedged("about", number.text) if relation == "~" and not number.hedge else number


def stated_set(node: Literal, relation: str, shown: Shown, widths: Widths) -> Stated:
    """Return the values for which a literal is right under a relation, in base units."""
    number = node.number
    nominal = nominal_of(number, shown)
    step = number.step * shown.factor
    if relation in ORDERS:
        if nominal is None:
            raise Problem("FC210", f"`{relation}` needs one number on the stated side, not a range", node.span)
        return Stated(half_line(relation, nominal), nominal, step=step, bound=True)
    number = _hedged(number, relation)
    allowed = to_base(stated(number, widths), shown)
    coarse = None if is_share(node) else as_round_number(number)
    return Stated(allowed, nominal, None if coarse is None else to_base(coarse, shown), step, number.hedge in _BOUNDS)


def _against_term(left: Term, right: Term, statement: Statement, builder: Builder) -> Comparison:
    """Compare two calculated sides: for orders, the sign of their difference."""
    same = _same_attribute(statement.derived, statement.stated, builder)
    if not same:
        left, right, supplied = _supplied(left, right, statement.stated.span)
    else:
        left, right, supplied = _bare(left), _bare(right), "thing"
    shown = _plain_unit(left, right) if same else display_unit(left, right)
    shown = readable(shown, evaluate(left).nominal)
    if statement.relation in ORDERS:
        dimension = (("time", 1),) if left.dimension == DATE else left.dimension
        difference = Term("-", (left, right), dimension)
        target = Stated(half_line(statement.relation), bound=True)
        return Comparison(
            difference,
            target,
            shown,
            left,
            right,
            "the order of two derived values",
            supplied,
            same_attribute=same,
            dimension=left.dimension,
        )
    value = evaluate(right)
    allowed = _widened(value.range, value, builder) if statement.relation == "~" else value.range
    return Comparison(
        left,
        Stated(allowed, value.nominal),
        shown,
        left,
        right,
        "derived from its own inputs",
        supplied,
        same_attribute=same,
        dimension=left.dimension,
    )


def _plain_unit(left: Term, right: Term) -> Shown:
    """Return the unit of two attributes without "per thing"."""
    shown = display_unit(*(term.arguments[-1] if term.leaf is None else term for term in (left, right)))
    symbol, slash, thing = shown.symbol.rpartition("/")
    return replace(shown, symbol=symbol) if slash and thing not in BASES else shown


def _supplied(left: Term, right: Term, span: Span) -> tuple[Term, Term, str]:
    """Bring two sides to one dimension: what is per thing goes where it is in the way, or is supplied."""
    for one, other in ((left, right), (bare(left), bare(right))):
        if (first := _supply(one, other.dimension)) is not None:
            return first[0], other, first[1]
        if (second := _supply(other, one.dimension)) is not None:
            return one, second[0], second[1]
        if (same := alike([one, other])) is not None:
            return same[0], same[1], ""
    raise _different(left.dimension, right.dimension, span)


def _fitting(term: Term, wanted: Dimension) -> tuple[Term, str] | None:
    """Bring a term to a dimension; None where what is per thing does not make the difference."""
    found = fitted(term, wanted)
    return _supply(term, wanted) or (_supply(bare(term), wanted) if found is None else (found, ""))


def _widened(found: Interval, value: Value, builder: Builder) -> Interval:
    share = builder.widths.about
    if value.nominal is None or found.low is None or found.high is None:
        return found
    width = abs(Fraction(value.nominal)) * share
    return Interval(found.low - width, found.high + width)


def _supply(term: Term, wanted: Dimension) -> tuple[Term, str] | None:
    """Supply a missing "per thing": the sides differ by exactly one thing that the other side does not name."""
    if term.dimension == wanted:
        return term, ""
    gap = multiply(term.dimension, power(wanted, -1))
    things = {base for base, _ in wanted}
    if len(gap) == 1 and gap[0][1] == -1 and gap[0][0] not in BASES | things | {"date"}:
        return replace(term, dimension=wanted, offer=NUMBER), gap[0][0]
    return None


def _different(left: Dimension, right: Dimension, span: Span) -> Problem:
    return mismatch("the two sides are of different kinds", left, right, span, ("derived", "stated"))


def _same_attribute(left: Node, right: Node, builder: Builder) -> str:
    """Say what is compared where both sides are the same attribute of two things; nothing elsewhere."""
    if not (isinstance(left, Name) and isinstance(right, Name) and len(left.parts) == len(right.parts) == 2):  # noqa: PLR2004
        return ""
    known = builder.chooser.knowledge
    one, other = known.thing(left.parts[0]), known.thing(right.parts[0])
    if one is None or other is None or left.parts[1] != right.parts[1]:
        return ""
    return f"the {left.parts[1]} of one {one.key} against that of one {other.key}"


def _bare(term: Term) -> Term:
    """Return a term without "per thing"."""
    dimension = tuple((b, n) for b, n in term.dimension if b in BASES or b == "date" or n > 0)
    return replace(term, dimension=dimension, offer=NUMBER)


# ratios


def other_order(statement: Statement, builder: Builder) -> Comparison:
    """Return the comparison of a ratio with the sides of the derived one swapped."""
    return _ratio(statement, builder, swapped=True)


def _ratio(statement: Statement, builder: Builder, *, swapped: bool) -> Comparison:
    """Compare a : b, in the order written; the smaller side of the stated ratio is exact."""
    a, b = _ratio_literals(statement)
    left, right = _ratio_terms(statement, builder)
    if swapped:
        left, right = right, left
    small, large = (a, b) if (a.number.nominal or 0) <= (b.number.nominal or 0) else (b, a)
    first, second = (right, left) if large is b else (left, right)
    quotient = Term("/", (first, second), NUMBER)
    about = statement.relation == "~" or small.number.hedge == "about"
    number = replace(large, number=_hedged(large.number, "~" if about else ""))
    # 4 : 9 < 1 : 2 says that 9 / 4 > 2
    relation = TURNED.get(statement.relation, "=") if large is b else statement.relation
    target = stated_set(number, relation if relation in ORDERS else "=", Shown(""), builder.widths)
    target = _divided(target, Fraction(small.number.nominal or 1))
    larger: Larger = "second" if large is b else "first"
    why = "the smaller side exact, the larger as written"
    return Comparison(quotient, target, Shown(""), quotient, origin=why, ratio=larger)


def _divided(target: Stated, by: Fraction) -> Stated:
    return replace(
        target,
        range=target.range.scaled(1 / by),
        nominal=None if target.nominal is None else target.nominal / by,
        round_range=None if target.round_range is None else target.round_range.scaled(1 / by),
        step=target.step / by,
    )


def _ratio_literals(statement: Statement) -> tuple[Literal, Literal]:
    node = statement.stated
    if isinstance(node, Binary) and isinstance(node.left, Literal) and isinstance(node.right, Literal):
        pair = node.left, node.right
        if all(literal.number.nominal and literal.number.nominal > 0 and not literal.units for literal in pair):
            return pair
    raise Problem("FC210", "a stated ratio is two plain numbers above zero: `1:2`", node.span)


def _ratio_terms(statement: Statement, builder: Builder) -> tuple[Term, Term]:
    """Return the two derived sides: counts of things may differ in what they count, measures may not."""
    node = statement.derived
    if isinstance(node, Binary) and node.operator in {":", "/"}:
        left, right = builder.build(node.left), builder.build(node.right)
    else:
        left, right = builder.build(node), Term("number", number=1)
    if _measure(left.dimension) != _measure(right.dimension):
        raise mismatch(
            "a ratio compares two counts, or two values of one kind", left.dimension, right.dimension, node.span
        )
    return left, right


def _measure(dimension: Dimension) -> Dimension:
    return tuple((base, n) for base, n in dimension if base in BASES or base == "date")
