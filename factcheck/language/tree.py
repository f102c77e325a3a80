"""The tree of a statement: what was written, with the span of each part; names are not looked up yet."""

from dataclasses import field, replace

from factcheck.frozen import dataclass
from factcheck.language.functions import FUNCTIONS
from factcheck.quantity.unit_phrase import UnitFactor
from factcheck.quantity.units import Unit
from factcheck.quantity.written import Written
from factcheck.source import Span


@dataclass(frozen=True, slots=True)
class Literal:
    """A number with its units (none for a plain number)."""

    span: Span
    text: str
    number: Written
    units: tuple[UnitFactor, ...] = ()


@dataclass(frozen=True, slots=True)
class DateLiteral:
    """A day, month or year, as the ordinals of its first and last day."""

    span: Span
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit that stands alone: one of it."""

    span: Span
    text: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name with qualifiers: ``A100.peak[bf16, sparsity=sparse]``."""

    span: Span
    parts: tuple[str, ...]
    spans: tuple[Span, ...]
    picks: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Return the name as it was written, without qualifiers."""
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class Call:
    """A rule applied to its inputs; ``symbol`` when it is solved for another than its left side.

    ``spans`` are the places of the rule's name, of the symbol (else the rule's name again), and the inputs' names.
    """

    span: Span
    rule: str
    symbol: str
    arguments: tuple[tuple[str, "Node"], ...]
    spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)

    @property
    def is_function(self) -> bool:
        """Whether it is a function of the language, whose values have no names."""
        return self.rule in FUNCTIONS and not self.symbol and all(not name for name, _ in self.arguments)


@dataclass(frozen=True, slots=True)
class Search:
    """``derive(…)``: a derivation to be found by dimensions."""

    span: Span
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values, for rules that take one."""

    span: Span
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """``if(left relation right, then, otherwise)``; the relation is one of ``= > >= < <=``."""

    span: Span
    left: "Node"
    relation: str
    right: "Node"
    then: "Node"
    otherwise: "Node"


@dataclass(frozen=True, slots=True)
class Negation:
    """A value with its sign turned."""

    span: Span
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two values joined by ``+ - * / ^`` or by ``:`` (a ratio)."""

    span: Span
    operator: str
    left: "Node"
    right: "Node"


Node = Literal | DateLiteral | UnitName | Name | Call | Search | Listing | Choice | Negation | Binary


def children(node: Node) -> tuple[Node, ...]:
    """Return the parts of a node that are values; those of ``derive(…)`` are what is at hand, no parts of it."""
    match node:
        case Binary():
            return (node.left, node.right)
        case Negation():
            return (node.operand,)
        case Call():
            return tuple(argument for _, argument in node.arguments)
        case Listing():
            return node.items
        case Choice():
            return (node.left, node.right, node.then, node.otherwise)
    return ()


def with_children(node: Node, parts: tuple[Node, ...]) -> Node:
    """Return a node with other parts, as many as ``children`` gives."""
    match node:
        case Binary():
            return replace(node, left=parts[0], right=parts[1])
        case Negation():
            return replace(node, operand=parts[0])
        case Call():
            names = (name for name, _ in node.arguments)
            return replace(node, arguments=tuple(zip(names, parts, strict=True)))
        case Listing():
            return replace(node, items=parts)
        case Choice():
            return replace(node, left=parts[0], right=parts[1], then=parts[2], otherwise=parts[3])
    return node


@dataclass(frozen=True, slots=True)
class Statement:
    """Derived side, relation, stated side. ``relation`` is one of ``= ~ > >= < <= in``."""

    text: str
    derived: Node
    relation: str
    stated: Node
    relation_span: Span
