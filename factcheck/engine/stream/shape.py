"""The shape of statements that differ in their plain numbers only: compiled from the first, used for all.

What could make two statements of one text pattern be read differently has no shape: dates, exponents, ranges, rules
with several readings or with a whole number to be chosen, numbers that are part of a name.
"""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.engine.numeric.evaluate import Value, enclosure, nominal_at
from factcheck.engine.resolve.customs import open_units
from factcheck.engine.resolve.scope import ClaimNames, FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.stream.plan import plans
from factcheck.engine.stream.quick import Numbers
from factcheck.engine.stream.slot import Cut, Slot, literals, slots_of
from factcheck.engine.stream.target import Plan
from factcheck.engine.term.term import DATE
from factcheck.engine.term.values import nominal_of, to_base
from factcheck.engine.verdict.compare import Comparison, stated_set
from factcheck.engine.verdict.judge import Judgement, judge
from factcheck.engine.verdict.statement import judge_statement
from factcheck.frozen import dataclass
from factcheck.language.functions import FUNCTIONS
from factcheck.language.parser import parse_statement
from factcheck.language.tree import Binary, Call, Listing, Literal, Name, Negation, Node, Statement, UnitName
from factcheck.late import late_pattern
from factcheck.model.claim import Claim, ClaimFile
from factcheck.quantity.interval import Interval, point
from factcheck.quantity.written import premise
from factcheck.source import Place, Text

_OWN_WAY = late_pattern(r"年|分之|成|derive")
_EXPONENT = late_pattern(r"[eE][+-]?$|[eE][+-]?[0-9]|_")
_JOINED = late_pattern(r"\w-$|[^\x00-\x7f]$")


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled shape. ``plans`` judge quickly; those of a ratio are for a larger right and for a larger left side.

    ``box`` and ``points`` hold the ranges and nominal values of all inputs; those of the slots are replaced.
    """

    comparison: Comparison
    relation: str
    slots: tuple[Slot, ...]
    stated: tuple[Slot, ...]
    box: dict[str, Interval]
    points: dict[str, Interval]
    plans: tuple[Plan, ...]

    def quick(self, numbers: Numbers) -> Judgement | None:
        """Return the verdict by whole numbers, where that is enough. Raises ZeroDivisionError."""
        if len(self.plans) == 1:
            return self.plans[0].verdict(numbers)
        return self._plan_of_ratio(numbers).verdict(numbers) if self.plans else None

    def _plan_of_ratio(self, numbers: Numbers) -> Plan:
        a, b = self.stated
        (left, ten_left), (right, ten_right) = numbers[a.position], numbers[b.position]
        return self.plans[left * a.literal.number.scale * ten_right > right * b.literal.number.scale * ten_left]

    def slow(self, text: str, starts: Sequence[int], engine: Engine) -> Judgement | None:
        """Return the verdict by evaluating the term anew; None where the statement needs the long way."""
        if self.comparison.ratio or self.comparison.right is not None or len(self.stated) != 1:
            return None
        box, points = self.box.copy(), self.points.copy()
        for slot in self.slots:
            number = slot.number(text, starts[slot.position])
            value = None if number is None else nominal_of(number, slot.shown)
            if number is None or value is None:
                return None
            points[slot.key] = point(value)
            box[slot.key] = to_base(premise(number, counted=not slot.share, widths=engine.widths), slot.shown)
        slot = self.stated[0]
        number = slot.number(text, starts[slot.position])
        if number is None:
            return None
        stated = stated_set(replace(slot.literal, number=number), self.relation, slot.shown, engine.widths)
        term = self.comparison.term
        return judge(Value(nominal_at(term, points), enclosure(term, box)), stated)


def alone(says: str, engine: Engine) -> tuple[Claim, FileScope]:
    """Return a statement as the only claim of a file."""
    claim = Claim("says", Place("", 1, 1), says=Text(says, Place("", 1, 1)))
    return claim, FileScope(ClaimFile("", claims=(claim,)), engine.knowledge.units)


def shape_of(says: str, found: Cut, numbers: Numbers, engine: Engine, *, numbered: bool) -> Shape | None:
    """Compile the shape of a statement; None where it has none. ``numbered``: some names of units hold digits.

    Raises Problem for a statement that cannot be read or judged.
    """
    if _OWN_WAY.search(says) or not _apart(found.parts, numbered=numbered):
        return None
    statement = parse_statement(says, engine.knowledge.units)
    if any(open_units(node) for side in (statement.derived, statement.stated) for node in literals(side)):
        return None
    if not (_regular(statement.derived, engine) and _regular(statement.stated, engine)):
        return None
    claim, scope = alone(says, engine)
    comparison = judge_statement(statement, ClaimNames(scope, claim), engine).comparison
    starts = found.starts()
    derived = slots_of(statement.derived, says, starts, numbers)
    stated = slots_of(statement.stated, says, starts, numbers)
    if derived is None or stated is None or len(derived) + len(stated) != len(starts):
        return None
    return _shape(statement, comparison, derived, stated, engine)


def _shape(
    statement: Statement, comparison: Comparison, derived: list[Slot], stated: list[Slot], engine: Engine
) -> Shape | None:
    """Match each number of the derived side with the input that it became; None where they do not pair up."""
    if isinstance(statement.stated, Literal):
        stated = [replace(slot, shown=comparison.shown) for slot in stated]
    elif not comparison.ratio:
        derived, stated = [*derived, *stated], []
    leaves = {leaf.key: leaf for leaf in comparison.term.leaves()}
    points = {key: point(leaf.nominal) for key, leaf in leaves.items() if leaf.nominal is not None}
    paired = len(points) == len(leaves) and {slot.key for slot in derived} <= leaves.keys()
    if not paired or comparison.dimension == DATE or (comparison.ratio and len(stated) < 2):  # noqa: PLR2004
        return None
    box = {key: leaf.range for key, leaf in leaves.items()}
    made = plans(comparison, statement.relation, derived, stated, engine.widths)
    return Shape(comparison, statement.relation, tuple(derived), tuple(stated), box, points, made)


def _apart(parts: Sequence[str], *, numbered: bool) -> bool:
    """Whether the numbers stand apart from exponents and names, whatever their digits are."""
    if any(_EXPONENT.match(part) for part in parts[1:]):
        return False
    return not (numbered and any(_JOINED.search(part) for part in parts[:-1]))


def _regular(node: Node, engine: Engine) -> bool:
    """Whether the term of a node depends on the shape alone."""
    match node:
        case Name() | UnitName() | Literal():
            return True
        case Binary():
            return _regular(node.left, engine) and _regular(node.right, engine)
        case Negation():
            return _regular(node.operand, engine)
        case Listing():
            return all(_regular(item, engine) for item in node.items)
        case Call():
            return _regular_rule(node, engine) and all(_regular(argument, engine) for _, argument in node.arguments)
    return False


def _regular_rule(node: Call, engine: Engine) -> bool:
    """Whether a rule has one reading, and inputs that are taken as they are."""
    rule = engine.knowledge.rules.get(node.rule)
    if rule is None:
        return node.rule in FUNCTIONS
    return not rule.readings and not any(kind.value in {"whole", "date"} for _, kind in rule.symbols)
