"""A claim that does not hold, as the slip catalogue sees it, and the edits that its entries propose."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.scope import ClaimNames
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.slips.expand import expanded
from factcheck.engine.slips.restate import significant_digits
from factcheck.engine.verdict.statement import Judged
from factcheck.language.tree import Literal, Name, Node, Statement
from factcheck.quantity.interval import Number


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a claim, with the reason that an editor reads behind "holds if".

    An edit of the text has another stated literal, one of the calculation another derived side, or both.
    ``weight`` is how many edits of equal right it stands for, against chance.
    """

    reason: str
    stated: Node | None = None
    derived: Node | None = None
    weight: float = 1


Propose = Callable[["Case"], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class SlipClass:
    """An entry of the catalogue. ``plain`` ones are named below three significant digits, too."""

    name: str
    title: str
    propose: Propose
    plain: bool = False


@dataclass(frozen=True)
class Case:
    """A claim that failed: its derived value ``x`` in base units, and what it was judged by."""

    statement: Statement
    names: ClaimNames
    engine: Engine
    judged: Judged
    x: Number

    @property
    def literal(self) -> Literal | None:
        """The number that the text states; None for a ratio or a calculated side."""
        node = self.statement.stated
        return node if isinstance(node, Literal) and node.number.nominal else None

    @cached_property
    def tree(self) -> Node:
        """The derived side, with its rules' equations in the place of their calls."""
        return expanded(self.statement.derived, self.engine)

    def given(self, node: Node) -> Node:
        """Return what a premise stands for, if a node names one; else the node."""
        premise = self.names.premises().get(node.text) if isinstance(node, Name) else None
        if premise is not None and premise.value is not None:
            with suppress(Problem):
                return self.names.scope.expression(premise)
        return node

    def amount(self, literal: Literal) -> Fraction:
        """Return the derived value without its sign as the digits of a stated number would write it."""
        written = Fraction(self.judged.comparison.shown.of(self.x)) / literal.number.scale
        return max(written, -written)

    @cached_property
    def digits(self) -> int:
        """How many significant digits the stated number has; a round one has as many as are not zero."""
        return 0 if self.literal is None else significant_digits(self.literal)
