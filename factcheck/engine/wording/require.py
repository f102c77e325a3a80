"""What would have to be true: for each input the values at which the claim holds; and which input moves the result."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.engine.numeric.evaluate import Value
from factcheck.engine.numeric.invert import elasticities, solve_for
from factcheck.engine.term.show import decimal, range_text, value_text
from factcheck.engine.term.term import DATE, Leaf, Term, typed_leaves
from factcheck.engine.term.values import one_number
from factcheck.engine.verdict.compare import Comparison
from factcheck.engine.wording.steps import range_of
from factcheck.model.report import Influence, Range, Requirement
from factcheck.quantity.dimension import NUMBER, Dimension
from factcheck.quantity.interval import Interval, Number, point

MAX_INPUTS = 8
MAX_SOLVED = 24
"""So many inputs are solved for, at most."""
PERCENT_DIGITS = 2
ELASTICITY_DIGITS = 3
_OWNERS = {"fact": "the spec", "premise": "the premise", "literal": "what is written", "claim": "what is stated there"}


def requirements(comparison: Comparison) -> tuple[Requirement, ...]:
    """Return what each input would have to be, the nearest first; inputs that cannot repair the claim are left out."""
    inputs = _inputs(comparison.term)
    names = _names([leaf for leaf, _ in inputs])
    points = {leaf.key: point(leaf.nominal) for leaf in comparison.term.leaves() if leaf.nominal is not None}
    found: list[tuple[Fraction, Requirement]] = []
    for leaf, dimension in _likeliest(inputs, comparison.term, points):
        needed = solve_for(comparison.term, leaf.key, comparison.stated.range, points)
        if needed is None or leaf.nominal is None or needed.contains(leaf.nominal) or _impossible(needed, leaf):
            continue
        middle = _at_nominal(comparison, leaf.key, points)
        found.append(_requirement(replace(leaf, name=names[leaf.key]), dimension, needed, middle))
    return tuple(requirement for _, requirement in sorted(found, key=lambda pair: pair[0])[:MAX_INPUTS])


def _likeliest(
    inputs: list[tuple[Leaf, Dimension]], term: Term, points: dict[str, Interval]
) -> list[tuple[Leaf, Dimension]]:
    """Return the inputs to solve for; of a great many those that move the result most, which have the least to go."""
    if len(inputs) <= MAX_SOLVED:
        return inputs
    moves = elasticities(term, points) if len(points) == len({leaf.key for leaf in term.leaves()}) else {}
    return sorted(inputs, key=lambda pair: -abs(moves.get(pair[0].key, Fraction(0))))[:MAX_SOLVED]


def _inputs(term: Term) -> list[tuple[Leaf, Dimension]]:
    """Return the inputs that somebody wrote, each once."""
    rows = {leaf.key: (leaf, dimension) for leaf, dimension in typed_leaves(term)}
    return [row for key, row in rows.items() if not key.startswith(("unit:", "whole:"))]


def _names(leaves: Sequence[Leaf]) -> dict[str, str]:
    """Return the names of inputs by their keys; facts of one name are told apart by what they do not share."""
    named = Counter(leaf.name for leaf in leaves)
    found = {}
    for leaf in leaves:
        same = [other.fact.when for other in leaves if other.name == leaf.name and other.fact is not None]
        shared = set(same[0]).intersection(*same) if same else set()
        own = [value for key, value in (leaf.fact.when if leaf.fact else ()) if (key, value) not in shared]
        found[leaf.key] = f"{leaf.name}[{', '.join(own)}]" if named[leaf.name] > 1 and own else leaf.name
    return found


def _impossible(needed: Interval, leaf: Leaf) -> bool:
    """Whether only values of the other sign would do."""
    n = leaf.nominal or 0
    below = needed.high is not None and needed.high <= 0
    above = needed.low is not None and needed.low >= 0
    return (n > 0 and below) or (n < 0 and above)


def _at_nominal(comparison: Comparison, key: str, points: dict[str, Interval]) -> Number | None:
    """Return the value at which the claim holds to the letter."""
    n = comparison.stated.nominal
    if n is None or comparison.stated.bound:
        return None
    solved = solve_for(comparison.term, key, point(n), points)
    return None if solved is None else one_number(solved)


def _requirement(
    leaf: Leaf, dimension: Dimension, needed: Interval, middle: Number | None
) -> tuple[Fraction, Requirement]:
    nominal = leaf.nominal or 0
    low = needed.low
    nearest = low if low is not None and (nominal < low or (nominal == low and needed.low_open)) else needed.high
    goal = nearest if middle is None else middle
    within = needed.meets(leaf.range)
    shown = range_of(Value(middle, needed), leaf.shown, dimension)
    far, distance = _distance(leaf, dimension, goal or 0)
    text = f"{leaf.name} would have to be {_wanted(shown, needed, leaf, dimension, middle)}{distance}"
    if within:
        text += ", which is within its own rounding"
    return far, Requirement(leaf.name, shown, distance.removeprefix(", "), within, text)


def _wanted(shown: Range, needed: Interval, leaf: Leaf, dimension: Dimension, middle: Number | None) -> str:
    if middle is not None and dimension != DATE:
        around = range_text(needed, leaf.shown, dimension)
        return f"{value_text(middle, leaf.shown, dimension)} ({around})"
    low = None if needed.low == 0 else needed.low
    if low is not None and needed.high is None:
        return f"{'above' if needed.low_open else 'at least'} {value_text(low, leaf.shown, dimension)}"
    if low is None and needed.high is not None:
        return f"{'below' if needed.high_open else 'at most'} {value_text(needed.high, leaf.shown, dimension)}"
    return shown.text


def _distance(leaf: Leaf, dimension: Dimension, goal: Number) -> tuple[Fraction, str]:
    owner = _OWNERS[leaf.kind]
    nominal = Fraction(leaf.nominal or 0)
    if dimension == DATE or nominal == 0:
        return abs(Fraction(goal) - nominal), ""
    share = Fraction(goal) / nominal - 1
    if share == 0:
        return share, ""
    factor = 1 + share
    if factor >= 2:  # noqa: PLR2004 - from twice on, people think in multiples
        return abs(share), f", {decimal(factor, ELASTICITY_DIGITS)} times {owner}"
    way = "above" if goal > nominal else "below"
    return abs(share), f", {decimal(abs(share) * 100, PERCENT_DIGITS)} % {way} {owner}"


def influences(comparison: Comparison) -> tuple[Influence, ...]:
    """Return the elasticity of the derived value in each input, the strongest first."""
    term = comparison.left
    if comparison.right is not None:
        term = Term("/", (comparison.left, comparison.right), NUMBER)
    inputs = [leaf for leaf, dimension in _inputs(term) if dimension != DATE]
    points = {leaf.key: point(leaf.nominal) for leaf in term.leaves() if leaf.nominal is not None}
    if comparison.dimension == DATE or len(points) < len({leaf.key for leaf in term.leaves()}):
        return ()
    known = elasticities(term, points)
    found = [(leaf.name, known[leaf.key]) for leaf in inputs if leaf.key in known]
    found.sort(key=lambda pair: (-abs(pair[1]), pair[0]))
    return tuple(Influence(name, decimal(value, ELASTICITY_DIGITS)) for name, value in found[:MAX_INPUTS])
