"""Slips of calculation with two values: upside down, the wrong way round, another base, points, times more."""

from collections.abc import Iterator

from factcheck.engine.slips.case import Case, Edit
from factcheck.engine.slips.patterns import ONE, call, change_of, differ, join, literals_of, quotient_of, same, whole
from factcheck.engine.slips.restate import with_inverse_unit
from factcheck.engine.term.values import is_share
from factcheck.language.tree import Binary, Negation, Node

MAX_DOUBLINGS = 10


def inverted(case: Case) -> Iterator[Edit]:
    """Turn a ratio or quotient upside down, its unit too."""
    tree = case.tree
    if isinstance(tree, Binary) and tree.operator in {"/", ":"}:
        turned = join(tree.operator, tree.right, tree.left)
        literal = case.literal
        if literal is None or not literal.units or is_share(literal):
            yield Edit("the ratio is upside down", derived=turned)
        elif (stated := with_inverse_unit(literal)) is not None:
            yield Edit("the quotient is upside down", stated, turned)


def swapped(case: Case) -> Iterator[Edit]:
    """Take a difference or a change the other way round."""
    tree = case.tree
    change = change_of(tree)
    if change is not None:
        after, before = change
        yield Edit("start and end changed places", derived=join("/", join("-", before, after), after))
    elif isinstance(tree, Binary) and tree.operator == "-" and not same(tree.right, ONE):
        yield Edit("the two values of the difference changed places", derived=join("-", tree.right, tree.left))


def other_base(case: Case) -> Iterator[Edit]:
    """Take a change as a share of the other value: growth on the end value, a margin on the cost."""
    change = change_of(case.tree)
    if change is not None:
        after, before = change
        reason = "the change was taken as a share of the end value, not of the start"
        yield Edit(reason, derived=join("/", join("-", after, before), after))
    elif (found := differ(case.tree)) is not None:
        first, second = found
        reason = "the difference was taken as a share of the other value"
        yield Edit(reason, derived=join("/", join("-", first, second), second))


def points(case: Case) -> Iterator[Edit]:
    """Take percentage points for per cent, or the other way round."""
    tree, change = case.tree, change_of(case.tree)
    if change is not None and _shares(case, *change):
        yield Edit("percentage points were meant", derived=join("-", *change))
    elif isinstance(tree, Binary) and tree.operator == "-" and _shares(case, tree.left, tree.right):
        change_node = join("/", join("-", tree.left, tree.right), tree.right)
        yield Edit("a change in per cent was meant, not in points", derived=change_node)


def _shares(case: Case, *nodes: Node) -> bool:
    """Whether these are shares themselves, or premises that are; 1 + 5 % is none."""
    return not any(isinstance(node, Binary) for node in nodes) and any(
        is_share(literal) for node in nodes for literal in literals_of(case.given(node))
    )


def times(case: Case) -> Iterator[Edit]:
    """Take N times more for N times as many, growth to for growth by: one whole too much or too little."""
    change, quotient = change_of(case.tree), quotient_of(case.tree)
    if change is not None:
        yield Edit("the end is given as a multiple of the start, not the growth", derived=join("/", *change))
    elif quotient is not None and not _has_units(case):
        grown = join("/", join("-", *quotient), quotient[1])
        yield Edit("the growth is given, not the end as a multiple of the start", derived=grown)
        yield Edit(
            "the start was counted twice: N times more, read as N + 1 times",
            derived=join("+", join("/", *quotient), ONE),
        )


def fewer_times(case: Case) -> Iterator[Edit]:
    """Count a fall in times: 降低3倍, 3 times less."""
    change, quotient = change_of(case.tree), quotient_of(case.tree)
    if change is not None:
        fall = join("/", change[1], change[0])
        yield Edit("the fall was counted as start divided by end", derived=Negation(fall.span, fall))
        yield Edit("the fall was counted as start divided by end", derived=fall)
    elif quotient is not None and not _has_units(case):
        fall = join("-", join("/", quotient[1], quotient[0]), ONE)
        yield Edit("the fall was counted in times less", derived=fall)


def doublings(case: Case) -> Iterator[Edit]:
    """Count doublings, not multiples: 翻两番 is four times."""
    quotient = quotient_of(case.tree) or change_of(case.tree)
    n = case.literal.number.nominal if case.literal else None
    if quotient is not None and n is not None and 1 < n < MAX_DOUBLINGS and not _has_units(case):
        ratio = join("/", call("log", join("/", *quotient)), call("log", whole(2)))
        yield Edit("doublings were counted, not multiples", derived=ratio)


def _has_units(case: Case) -> bool:
    literal = case.literal
    return literal is not None and bool(literal.units) and not is_share(literal)
