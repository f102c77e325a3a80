"""Slips of growth over several periods: one period too many or too few, simple for compound growth."""

from collections.abc import Iterator
from functools import partial

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.patterns import ONE, join, rewrites, same, whole
from factcheck.language.tree import Binary, Literal, Node


def one_period_off(case: Case) -> Iterator[Edit]:
    """Count one period more or less: 2019 to 2024 as six years."""
    for step, word in ((1, "more"), (-1, "less")):
        for tree in rewrites(case.tree, partial(_counted, step=step)):
            yield Edit(f"one period {word} was counted", derived=tree)


def _counted(node: Node, step: int) -> Iterator[Node]:
    """Yield a power with another number of periods, be it n or 1 / n."""
    match node:
        case Binary(operator="^", left=base, right=Binary(operator="/", left=one, right=periods)) if same(one, ONE):
            yield join("^", base, join("/", one, _moved(periods, step)))
        case Binary(operator="^", left=base, right=periods):
            yield join("^", base, _moved(periods, step))


def _moved(periods: Node, step: int) -> Node:
    n = periods.number.nominal if isinstance(periods, Literal) and not periods.units else None
    if isinstance(n, int):
        return whole(n + step)
    return join("+" if step > 0 else "-", periods, ONE)


def simple_for_compound(case: Case) -> Iterator[Edit]:
    """Add growth up instead of compounding it: 8 % a year for ten years as 80 %."""
    for tree in rewrites(case.tree, _simple):
        yield Edit("the growth was added up, not compounded", derived=tree)


def _simple(node: Node) -> Iterator[Node]:
    match node:
        case Binary(operator="^", left=Binary(operator="+", left=one, right=rate), right=periods) if same(one, ONE):
            yield join("+", ONE, join("*", rate, periods))
        case Binary(
            operator="-",
            left=Binary(operator="^", left=ratio, right=Binary(operator="/", left=one, right=periods)),
            right=last,
        ) if same(one, ONE) and same(last, ONE):
            yield join("/", join("-", ratio, ONE), periods)


def compound_for_simple(case: Case) -> Iterator[Edit]:
    """Compound growth of which each period adds a share of the start."""
    for tree in rewrites(case.tree, _compound):
        yield Edit("the growth was compounded, not added up", derived=tree)


def _compound(node: Node) -> Iterator[Node]:
    match node:
        case Binary(operator="+", left=one, right=Binary(operator="*", left=rate, right=periods)) if same(one, ONE):
            yield join("^", join("+", ONE, rate), periods)
