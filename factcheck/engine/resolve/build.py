"""Turns the tree of a statement into a term: names become inputs, rules their equations, dimensions are checked."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Protocol

from factcheck.diagnostics import Problem
from factcheck.engine.resolve.calls import call_function, call_rule
from factcheck.engine.resolve.customs import Custom, by_custom, open_units
from factcheck.engine.resolve.facts import Chooser, Usage
from factcheck.engine.resolve.lists import is_several
from factcheck.engine.resolve.measure import Several, literal_leaf
from factcheck.engine.rules.equations import Equations
from factcheck.engine.rules.functions import choice
from factcheck.engine.term.arithmetic import operate
from factcheck.engine.term.term import DATE, Shown, Term, exact_leaf, leaf_term, number
from factcheck.engine.term.values import one_of
from factcheck.frozen import dataclass
from factcheck.language.tree import (
    Binary,
    Call,
    Choice,
    DateLiteral,
    Literal,
    Name,
    Negation,
    Node,
    Search,
    UnitName,
    children,
)
from factcheck.model.pack import Thing
from factcheck.quantity.dimension import multiply, power
from factcheck.quantity.written import DEFAULT_WIDTHS, Widths
from factcheck.source import Span
from factcheck.suggest import nearest

MAX_TERMS = 2000


class Names(Protocol):
    """What a statement can refer to beside the packs: premises, other claims, the article."""

    def known(self) -> list[str]:
        """Return the names, for suggestions."""

    def term(self, name: Name, builder: "Builder") -> Term | None:
        """Return the value of a premise or claim, or None when no such name exists."""

    def values(self, name: Name, builder: "Builder") -> list[Term] | None:
        """Return the values of a premise that is a list; None for any other name."""


@dataclass(slots=True)
class Builder:
    """Builds terms for one claim."""

    names: Names
    chooser: Chooser
    equations: Equations
    widths: Widths = DEFAULT_WIDTHS
    usage: Usage = field(default_factory=Usage)
    search: Callable[[list[Term], "Builder"], Term] | None = None
    chosen: Mapping[str, Term] = field(default_factory=dict)
    custom: Custom = field(default_factory=dict)
    prefix: str = ""
    exact: bool = False
    built: int = 0

    def within(self, names: Names, prefix: str, *, exact: bool = False) -> "Builder":
        """Return a builder for an expression that stands elsewhere (a premise, a claim) and has literals of its own."""
        return replace(self, names=names, prefix=f"{prefix}/", exact=exact, usage=Usage(), built=self.steps)

    @property
    def steps(self) -> int:
        """How many steps were built for the statement, those of what it refers to among them."""
        return self.built + self.usage.built

    @property
    def plain(self) -> bool:
        """Whether what it builds is the same for all claims of a file: nothing is chosen in another way."""
        return not (self.chosen or self.custom or self.chooser.choices or self.chooser.replaced)

    def again(self, term: Term, usage: Usage) -> Term:
        """Return a term that was built before, as if it were built anew."""
        self.usage.add(usage)
        self._refuse_large()
        return term

    def _refuse_large(self) -> None:
        if self.steps > MAX_TERMS:
            raise Problem("FC207", f"the derivation is too large: at most {MAX_TERMS:,} steps, with those it refers to")

    def build(self, node: Node) -> Term:
        """Return the term of a node; raises Problem with the span of the fault."""
        self.usage.built += 1
        self._refuse_large()
        try:
            return self._node(node)
        except Problem as problem:
            raise problem.at(node.span) from None

    def _node(self, node: Node) -> Term:
        match node:
            case Literal():
                return self.literal(node)
            case DateLiteral():
                return literal_leaf(node, f"{self.prefix}date:{node.span.start}", node.text, "literal", self.widths)
            case UnitName():
                return self._one_of(node)
            case Name():
                return self._name(node)
            case Negation():
                return operate("neg", [self.build(node.operand)], node.span)
            case Binary():
                return self._binary(node)
            case Call():
                return self._call(node)
            case Search():
                return self._search(node)
            case Choice():
                left, right, then, otherwise = (self.build(part) for part in children(node))
                return choice(node.relation, (left, right), (then, otherwise), node.span)
        raise Problem(
            "FC306", "a list stands only as the input of a rule, or in sum, mean, max and the like", node.span
        )

    def literal(self, node: Literal) -> Term:
        """Return a literal as an input; units that a fact defines (H100e) are multiplied out."""
        node = self.customary(node)
        key = f"{self.prefix}literal:{node.span.start}"
        term = literal_leaf(node, key, node.text, "literal", self.widths, exact=self.exact)
        return self.spec_free(term)

    def _one_of(self, node: UnitName) -> Term:
        """Return one of a unit."""
        return self.spec_free(leaf_term(one_of(node.unit), node.unit.dimension))

    def customary(self, node: Literal) -> Literal:
        """Return a literal in the units that its words mean by the custom under which the claim is read."""
        self.usage.open_units |= open_units(node)
        return by_custom(node, self.custom, self.chooser.knowledge.units)

    def spec_free(self, term: Term) -> Term:
        """Multiply out units that a fact defines: ``8000 H100e`` is 8000 times the peak of one H100."""
        specs = self.chooser.knowledge.unit_attributes
        found = term
        for base, n in term.dimension:
            if base in specs and n == 1:
                count, unit = _without(found, base), self.spec_unit(base)
                found = Term("*", (count, unit), multiply(count.dimension, unit.dimension))
        return found

    def spec_unit(self, name: str) -> Term:
        """Return the value of one unit that a fact defines: the attribute of one thing, without "per thing"."""
        key, attribute = self.chooser.knowledge.unit_attributes[name]
        value = self.chooser.term(self.chooser.knowledge.things[key], attribute, (), self.usage)
        dimension = multiply(value.dimension, ((key, 1),))
        if value.leaf is None:
            one = leaf_term(exact_leaf(f"unit:{key}", f"1 {key}", 1, Shown(key)), ((key, 1),))
            return Term("*", (value, one), dimension)
        shown = replace(value.leaf.shown, symbol=value.leaf.shown.symbol.removesuffix(f"/{key}"))
        text = value.leaf.text.removesuffix(f"/{key}")
        leaf = replace(value.leaf, text=f"{text}/{name}", shown=shown)
        return leaf_term(leaf, dimension)

    def _name(self, node: Name) -> Term:
        found = self.names.term(node, self)
        if found is not None:
            return found
        if is_several(node, self):
            raise Several(node.text)
        thing = self._thing(node)
        if thing is None:
            raise self._unknown(node)
        if len(node.parts) != 2:  # noqa: PLR2004 - thing and attribute
            raise Problem("FC302", f"write a thing and one attribute: `{thing.key}.attribute`", node.span)
        attribute = node.parts[1]
        if attribute not in self.chooser.knowledge.attribute_names(thing):
            part = self.chooser.knowledge.thing(attribute)
            attribute = part.key if part is not None else attribute
        try:
            return self.spec_free(self.chooser.term(thing, attribute, node.picks, self.usage))
        except Problem as problem:
            wrong_pick = problem.code == "FC303" and node.picks
            raise problem.at(Span(node.spans[1].end, node.span.end) if wrong_pick else node.spans[1]) from None

    def _thing(self, node: Name) -> Thing | None:
        try:
            return self.chooser.knowledge.thing(node.parts[0])
        except Problem as problem:
            raise problem.at(node.spans[0]) from None

    def _unknown(self, node: Name) -> Problem:
        name = node.parts[0]
        return unknown_name(name, [*self.names.known(), *self.chooser.knowledge.things], node.spans[0])

    def _binary(self, node: Binary) -> Term:
        if node.operator == ":":
            raise Problem("FC210", "a ratio stands alone on its side: `a : b ~ 1:2`", node.span)
        left = self.build(node.left)
        right = self._exponent(node.right) if node.operator == "^" else self.build(node.right)
        return operate(node.operator, [left, right], node.span)

    def _exponent(self, node: Node) -> Term:
        """Read the digits of an exponent as exact."""
        match node:
            case Literal(number=written, units=()) if written.nominal is not None and not written.hedge:
                return number(written.nominal)
            case Negation():
                return operate("neg", [self._exponent(node.operand)], node.span)
            case Binary(operator="/" | "+" | "-" | "*"):
                return operate(node.operator, [self._exponent(node.left), self._exponent(node.right)], node.span)
        return self.build(node)

    def _search(self, node: Search) -> Term:
        if self.search is None:
            raise Problem("FC309", "derive(…) stands alone on the derived side", node.span)
        self.usage.searched += 1
        return self.search([self.build(argument) for argument in node.arguments], self)

    def _call(self, node: Call) -> Term:
        return call_function(node, self) if node.is_function else call_rule(node, self)


def _without(term: Term, base: str) -> Term:
    """Return a term as if one of its units were a plain number."""
    return replace(term, dimension=multiply(term.dimension, power(((base, 1),), -1)))


def unknown_name(name: str, known: list[str], span: Span) -> Problem:
    """Return the fault of a name that nothing knows, with the nearest one."""
    near = nearest(name, known)
    return Problem("FC301", f"unknown name `{name}`", span, help=f"did you mean `{near}`?" if near else None)


def is_date(term: Term) -> bool:
    """Whether a term is a point in time."""
    return term.dimension == DATE
