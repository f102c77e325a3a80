"""Rules that may choose a whole number: whether some k / n is what is stated (GRIM, Brown and Heathers 2017).

The whole number is solved for from the stated set; the one nearest to the stated value is the derived side's.
"""

from dataclasses import replace
from fractions import Fraction
from math import floor

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.evaluate import evaluate
from factcheck.engine.resolve.build import Builder
from factcheck.engine.resolve.measure import middle
from factcheck.engine.term.term import Shown, Term, exact_leaf, leaf_term
from factcheck.engine.term.values import shown_in
from factcheck.engine.verdict.compare import stated_set
from factcheck.language.tree import Call, Literal, Statement
from factcheck.quantity.dimension import NUMBER
from factcheck.quantity.interval import Interval, Number


def with_whole_number(statement: Statement, builder: Builder) -> Builder:
    """Return a builder in which the whole number of the statement's rule, if it has one, is chosen."""
    node = statement.derived
    if not isinstance(node, Call) or node.rule not in builder.chooser.knowledge.rules:
        return builder
    rule = builder.chooser.knowledge.rules[node.rule]
    given = {name for name, _ in node.arguments}
    free = [name for name, kind in rule.symbols if kind.value == "whole" and name not in given and name != node.symbol]
    if len(free) != 1 or not isinstance(statement.stated, Literal):
        return builder
    return replace(builder, chosen={free[0]: _chosen(statement, node, free[0], builder)})


def _chosen(statement: Statement, node: Call, symbol: str, builder: Builder) -> Term:
    """Solve the rule for the whole number at the stated values and take the nearest one that fits."""
    stated = statement.stated
    if not isinstance(stated, Literal):
        raise Problem("FC306", "a whole number can only be chosen for one stated number", stated.span)
    target = builder.equations.left(builder.chooser.knowledge.rules[node.rule])
    arguments = (*((name, argument) for name, argument in node.arguments), (target, stated))
    solved = Call(node.span, node.rule, symbol, arguments)
    term = builder.build(solved)
    value = evaluate(term)
    allowed = evaluate(_at(term, stated, statement.relation, builder)).range
    near = middle(allowed) if value.nominal is None else value.nominal
    k = nearest_whole(near or 0, allowed)
    leaf = exact_leaf(f"whole:{symbol}", f"{k} {symbol}" if symbol else str(k), k, Shown(""))
    return leaf_term(replace(leaf, name=symbol, text=str(k)), NUMBER)


def _at(term: Term, stated: Literal, relation: str, builder: Builder) -> Term:
    """Put the stated set in the place of the stated number."""
    allowed = stated_set(stated, relation, shown_in(stated.units), builder.widths).range
    key = f"literal:{stated.span.start}"

    def put(node: Term) -> Term:
        if node.leaf is not None and node.leaf.key == key:
            return replace(node, leaf=replace(node.leaf, range=allowed))
        return replace(node, arguments=tuple(put(argument) for argument in node.arguments))

    return put(term)


def nearest_whole(value: Number, allowed: Interval) -> int:
    """Return the whole number nearest to ``value`` among those allowed, or just the nearest when none is."""
    near = round(Fraction(value))
    at_ends = (floor(end) + step for end in (allowed.low, allowed.high) if end is not None for step in (-1, 0, 1))
    inside = [k for k in (near, *at_ends) if allowed.contains(k)]
    return min(inside, key=lambda k: abs(Fraction(k - value)), default=near)
