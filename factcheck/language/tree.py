"""The tree of a statement: what was written, with the span of each part; names are not looked up yet."""

from dataclasses import field

from factcheck.frozen import dataclass
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


Node = Literal | DateLiteral | UnitName | Name | Call | Search | Listing | Negation | Binary


@dataclass(frozen=True, slots=True)
class Statement:
    """Derived side, relation, stated side. ``relation`` is one of ``= ~ > >= < <= in``."""

    text: str
    derived: Node
    relation: str
    stated: Node
    relation_span: Span
