"""Statements by the thousand: compiled once for each shape, evaluated for each line.

The shape of a statement is its text with every plain number replaced. Statements of one shape differ in their
numbers only, so that the term built for the first serves all: its literals get new values. Whatever the shape does
not settle (dates, exponents, ranges, a stated zero) takes the long way.
"""

import re
from dataclasses import dataclass, replace

from factcheck.diagnostics import Problem
from factcheck.engine.check import Engine, Judged, check_claim, judge_statement
from factcheck.engine.compare import Comparison, stated_set
from factcheck.engine.evaluate import Value, enclosure, over
from factcheck.engine.judge import Judgement, judge
from factcheck.engine.scope import ClaimNames, FileScope
from factcheck.engine.term import DATE, Shown
from factcheck.engine.values import is_share, nominal_of, shown_in, to_base
from factcheck.language.parser import parse_statement
from factcheck.language.tree import Binary, Literal, Negation, Node, Statement
from factcheck.model.claim import Claim, ClaimFile
from factcheck.model.report import Outcome
from factcheck.quantity.interval import Interval, point
from factcheck.quantity.literal import read_number
from factcheck.quantity.words import widen
from factcheck.quantity.written import Written, premise
from factcheck.source import Place, Text

MAX_SHAPES = 4096
MAX_LENGTH = 2000
_NUMBER = re.compile(r"(?<![A-Za-z0-9_.^,])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_LONG_WAY = re.compile(r"[12][0-9]{3}-[01][0-9](?![0-9])|[年^±–:]|derive|\bto\b|[到至]")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A literal of a shape: which number of the text it is, and how the first statement of the shape read it."""

    position: int
    literal: Literal
    shown: Shown
    share: bool
    negative: bool

    def number(self, says: str, starts: list[int]) -> Written | None:
        """Return the number that stands there now; None where it is of another kind than the shape settles."""
        read = read_number(says, starts[self.position])
        if read is None or read.number.kind not in {"integer", "decimal"} or not read.number.nominal:
            return None
        number = read.number.hedged(self.literal.number.hedge, read.number.text)
        return number.negated(number.text) if self.negative else number


@dataclass(frozen=True, slots=True)
class _Shape:
    """A compiled shape: the comparison of its first statement, and the slots that new numbers go into.

    ``box`` and ``points`` hold the ranges and nominal values of all inputs; those of the slots are replaced.
    """

    comparison: Comparison
    relation: str
    slots: tuple[tuple[str, _Slot], ...]
    stated: _Slot
    box: dict[str, Interval]
    points: dict[str, Interval]


class Stream:
    """Judges statements one by one; memory is bounded by the number of shapes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.shapes: dict[str, _Shape | None] = {}

    def verdict(self, says: str) -> Judgement | Outcome:
        """Return the verdict of a statement: quickly where its shape is known, else as a whole outcome."""
        if len(says) > MAX_LENGTH or _LONG_WAY.search(says):
            return self.outcome(says)
        text = widen(says)
        starts = [m.start() for m in _NUMBER.finditer(text)]
        key = _NUMBER.sub("#", text)
        if key not in self.shapes:
            self._compile(says, key, starts)
        shape = self.shapes[key]
        if shape is None:
            return self.outcome(says)
        try:
            found = _evaluate(shape, text, starts, self.engine)
        except Problem:
            found = None
        return self.outcome(says) if found is None else found

    def outcome(self, says: str) -> Outcome:
        """Check a statement the long way, with everything that a report needs."""
        claim = Claim("says", Place("", 1, 1), says=Text(says, Place("", 1, 1)))
        return check_claim(claim, FileScope(ClaimFile("", claims=(claim,)), self.engine.knowledge.units), self.engine)

    def _compile(self, says: str, key: str, starts: list[int]) -> None:
        if len(self.shapes) >= MAX_SHAPES:
            self.shapes.clear()
        try:
            self.shapes[key] = self._shape(says, starts)
        except Problem:
            self.shapes[key] = None

    def _shape(self, says: str, starts: list[int]) -> _Shape | None:
        statement = parse_statement(says, self.engine.knowledge.units)
        if not _plain(statement.derived) or not isinstance(statement.stated, Literal):
            return None
        claim = Claim("says", Place("", 1, 1), says=Text(says, Place("", 1, 1)))
        scope = FileScope(ClaimFile("", claims=(claim,)), self.engine.knowledge.units)
        judged = judge_statement(statement, ClaimNames(scope, claim), self.engine)
        return _slotted(statement, judged, starts)


def _plain(node: Node) -> bool:
    """Whether a side is arithmetic on literals, so that its term depends on the shape alone."""
    match node:
        case Literal():
            return node.number.kind in {"integer", "decimal"}
        case Binary():
            return _plain(node.left) and _plain(node.right)
        case Negation():
            return _plain(node.operand)
    return False


def _literals(node: Node) -> list[Literal]:
    match node:
        case Literal():
            return [node]
        case Binary():
            return [*_literals(node.left), *_literals(node.right)]
        case Negation():
            return _literals(node.operand)
    return []


def _slotted(statement: Statement, judged: Judged, starts: list[int]) -> _Shape | None:
    """Match each literal with the number in the text that it was read from; None where they do not pair up."""
    comparison = judged.comparison
    literals = [*_literals(statement.derived), *_literals(statement.stated)]
    slots = [slot for literal in literals if (slot := _slot(literal, starts)) is not None]
    if len(slots) < len(literals) or len(slots) != len(starts) or comparison.dimension == DATE:
        return None
    keyed = tuple((f"literal:{slot.literal.span.start}", slot) for slot in slots[:-1])
    leaves = list(comparison.term.leaves())
    points = {leaf.key: point(leaf.nominal) for leaf in leaves if leaf.nominal is not None}
    if len(points) < len({leaf.key for leaf in leaves}):
        return None
    stated = replace(slots[-1], shown=comparison.shown)
    return _Shape(comparison, statement.relation, keyed, stated, {leaf.key: leaf.range for leaf in leaves}, points)


def _slot(literal: Literal, starts: list[int]) -> _Slot | None:
    inside = [i for i, start in enumerate(starts) if literal.span.start <= start < literal.span.end]
    if len(inside) != 1 or not literal.number.nominal or literal.number.kind not in {"integer", "decimal"}:
        return None
    return _Slot(inside[0], literal, shown_in(literal.units), is_share(literal), literal.number.nominal < 0)


def _evaluate(shape: _Shape, text: str, starts: list[int], engine: Engine) -> Judgement | None:
    """Judge a statement of a known shape; None where one of its numbers needs the long way."""
    box, points = shape.box.copy(), shape.points.copy()
    for key, slot in shape.slots:
        number = slot.number(text, starts)
        nominal = None if number is None else nominal_of(number, slot.shown)
        if number is None or nominal is None:
            return None
        points[key] = Interval(nominal, nominal)
        box[key] = to_base(premise(number, counted=not slot.share, widths=engine.widths), slot.shown)
    number = shape.stated.number(text, starts)
    if number is None:
        return None
    stated = stated_set(
        replace(shape.stated.literal, number=number), shape.relation, shape.comparison.shown, engine.widths
    )
    term = shape.comparison.term
    return judge(Value(over(term, points).low, enclosure(term, box)), stated)
