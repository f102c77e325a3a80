"""Wording that misleads although the numbers hold, or that misses only by its hedge. The verdict stays."""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.engine.numeric.evaluate import Value
from factcheck.engine.term.show import decimal
from factcheck.engine.term.term import DATE
from factcheck.engine.verdict.compare import Comparison
from factcheck.engine.verdict.judge import Judgement
from factcheck.engine.wording.steps import interval_text
from factcheck.language.tree import Literal, Statement
from factcheck.model.report import Note
from factcheck.quantity.words import majorities

FALSE_PRECISION = 10
"""The derived range spans more than this many units of the last written digit."""

LOOSE_MULTIPLE = Fraction(1, 10)
NEARLY_REACH = Fraction(15, 100)
SMALLEST_MULTIPLE = 2


def phrasing(statement: Statement, comparison: Comparison, value: Value, found: Judgement) -> Iterator[Note]:
    """Yield a note for each wording that says more, or other, than the numbers do."""
    node = statement.stated
    if comparison.dimension == DATE or not isinstance(node, Literal):
        return
    if value.nominal is None or comparison.stated.nominal is None:
        return
    x, n = Fraction(value.nominal), Fraction(comparison.stated.nominal)
    if node.number.hedge == "nearly" and n < x <= n * (1 + NEARLY_REACH):
        yield Note("“nearly” is said of what falls short; the derived value is above", "FC421")
    if found.verdict == "pass":
        yield from _facts_from_limits(comparison, node, statement)
        yield from _digits(comparison, value, node, statement)
        yield from _multiples(x, n, node)
    if node.number.text.casefold() in majorities() and x <= n:
        yield Note("a majority is more than half; the derived share is not", "FC425")


def _facts_from_limits(comparison: Comparison, node: Literal, statement: Statement) -> Iterator[Note]:
    """Yield a note where a source's "up to" became a plain fact."""
    if node.number.hedge or statement.relation not in {"=", "~"}:
        return
    for leaf in comparison.left.leaves():
        if leaf.range.low is None and leaf.range.high is not None:
            yield Note(f"{leaf.name} is “up to” in its source ({leaf.text}); the text states it as a fact", "FC422")


def _digits(comparison: Comparison, value: Value, node: Literal, statement: Statement) -> Iterator[Note]:
    """Yield a note where the text has more digits than the inputs give."""
    low, high, step = value.range.low, value.range.high, comparison.stated.step
    if statement.relation != "=" or node.number.hedge or low is None or high is None or not step:
        return
    if node.number.coarse is None and high - low > FALSE_PRECISION * step:
        allowed = interval_text(value.range, comparison.shown, comparison.dimension)
        yield Note(f"more digits than the inputs give: they allow {allowed}", "FC423")


def _multiples(x: Fraction, n: Fraction, node: Literal) -> Iterator[Note]:
    """Yield a note where a word such as "doubled" is said of 1.7 times."""
    if node.number.kind == "rough" and n >= SMALLEST_MULTIPLE and abs(x / n - 1) > LOOSE_MULTIPLE:
        yield Note(f"“{node.number.text}” is said of {decimal(x, 3)} times", "FC424")
