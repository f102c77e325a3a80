"""Solves a derivation for one of its inputs: which values of it would give a result in a set.

The operators between the input and the result are undone one by one, over intervals, with the other inputs at given
values. That is the exact solution set where the input occurs once; for one that occurs more often there is none here.
"""

from collections.abc import Mapping
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.choice import holds, is_choice
from factcheck.engine.numeric.extension import apply, over
from factcheck.engine.numeric.slope import gradient, slope
from factcheck.engine.numeric.solve import root, root_slopes, swapped
from factcheck.engine.term.term import Term
from factcheck.quantity.interval import Interval, Number, negate, point, subtract

Box = Mapping[str, Interval]
REACH = 1000
PRECISION = 10**10
_INVERSE = {
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    "exp": "log",
    "log": "exp",
    "asin": "sin",
    "acos": "cos",
    "atan": "tan",
    "tan": "atan",
    "normal_cdf": "normal_quantile",
    "normal_quantile": "normal_cdf",
    "t_cdf": "t_quantile",
    "t_quantile": "t_cdf",
    "chi2_cdf": "chi2_quantile",
    "chi2_quantile": "chi2_cdf",
    "f_cdf": "f_quantile",
    "f_quantile": "f_cdf",
}
_LOGARITHMS = {"log10": 10, "log2": 2}
_EITHER_OPERAND = frozenset("+*")
_Link = tuple[int, "_Link"] | None
"""A position among arguments, and the link of what stands above."""


def solve_for(term: Term, key: str, wanted: Interval, box: Box) -> Interval | None:
    """Return the values of the leaf ``key`` for which the term lies in ``wanted``, in base units.

    None where the leaf does not occur, an operator cannot be undone, or (for a leaf that occurs more than once) no
    value within reach would do.
    """
    occurrences = sum(leaf.key == key for leaf in term.leaves())
    others = {leaf.key for leaf in term.leaves()} - {key}
    if not others <= box.keys() or (occurrences > 1 and key not in box):
        return None  # an input without a nominal value
    try:
        found = _solve(term, key, wanted, box) if occurrences == 1 else None
        if found is None and occurrences and key in box and not _has_root(term):
            return _bisect(term, key, wanted, box)
    except Problem:
        return None
    return found


def _has_root(term: Term) -> bool:
    """Whether an unknown without formula is in a term, which takes long to find anew for each step."""
    return term.body is not None or any(_has_root(argument) for argument in term.arguments)


def _bisect(term: Term, key: str, wanted: Interval, box: Box) -> Interval | None:
    """Search between a thousandth and a thousand times the input's value, in the direction of the slope there."""
    start = box[key].low
    local = slope(term, key, box) if start else None
    if not start or local is None or local.low is None or local.high is None or local.contains(0):
        return None
    ends = sorted((Fraction(start) / REACH, Fraction(start) * REACH))
    sign = 1 if local.low > 0 else -1
    found = [None if end is None else _crossing(term, key, end, box, ends, sign) for end in (wanted.low, wanted.high)]
    low, high = found if sign > 0 else (found[1], found[0])
    if low is None and high is None:
        return None
    return Interval(low, high, wanted.low_open, wanted.high_open)


def _crossing(term: Term, key: str, level: Number, box: Box, ends: list[Fraction], sign: int) -> Number | None:
    """Return where the term crosses a level, to ten digits; None where it does not within reach."""
    low, high = ends

    def below(at: Fraction) -> bool:
        value = over(term, {**box, key: point(at)}).low
        return value is not None and (value < level) == (sign > 0)

    if not below(low) or below(high):
        return None
    while abs(high - low) > abs(low) / PRECISION:
        middle = ((low + high) / 2).limit_denominator(10**15) if abs(low) > 1 else (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return high


def _solve(term: Term, key: str, wanted: Interval, box: Box) -> Interval | None:
    """Undo the operators on the way down to a leaf that occurs once."""
    for position in _way(term, key):
        inner = _inner(term, position, wanted, box)
        if inner is None:
            return None
        term, wanted = term.arguments[position], inner
    return wanted


def _inner(term: Term, position: int, wanted: Interval, box: Box) -> Interval | None:
    if is_choice(term.operator):
        return wanted if _is_chosen(term, position, box) else None
    if term.body is not None:
        return _resolved(term, position, wanted, box)
    others = [over(argument, box) for i, argument in enumerate(term.arguments) if i != position]
    return _undo(term.operator, position, wanted, others)


def _is_chosen(term: Term, position: int, box: Box) -> bool:
    """Whether an argument of a choice is what it chooses, and no part of its condition."""
    left, right = (over(side, box) for side in term.arguments[:2])
    found = holds(term.operator, left, right)
    return found is not None and position == (2 if found else 3)


def _way(term: Term, key: str) -> list[int]:
    """Return the positions of the arguments that lead to a leaf which the term has; links keep the search linear."""
    stack: list[tuple[Term, _Link]] = [(term, None)]
    while stack:
        part, link = stack.pop()
        if part.leaf is not None and part.leaf.key == key:
            found = []
            while link is not None:
                position, link = link
                found.append(position)
            return found[::-1]
        stack.extend((argument, (i, link)) for i, argument in enumerate(part.arguments))
    raise KeyError(key)


def _resolved(term: Term, position: int, wanted: Interval, box: Box) -> Interval | None:
    """Return the argument for which an unknown is what is wanted: its equation, solved for the argument."""
    if term.body is None:
        return None
    other = swapped(term.body, position)
    values = [over(argument, box) for argument in term.arguments]
    if wanted.low is not None and wanted.high is not None:
        return root(other, [*values[:position], wanted, *values[position + 1 :]])
    end = wanted.high if wanted.low is None else wanted.low
    if end is None:
        return None
    there = root(other, [*values[:position], point(end), *values[position + 1 :]])
    steep = root_slopes(term.body, values, root(term.body, values))[position]
    if steep is None or steep.contains(0):
        return None
    upward = (wanted.high is None) == (steep.low is not None and steep.low >= 0)
    return Interval(there.low, None) if upward else Interval(None, there.high)


def _undo(operator: str, position: int, wanted: Interval, others: list[Interval]) -> Interval | None:
    """Return the operand at ``position`` for which the operator gives ``wanted``; None where it cannot be undone."""
    if operator == "-" and position == 1:
        return subtract(others[0], wanted)
    if operator == "/" and position == 1:
        return _divisor(others[0], wanted)
    if operator == "^":
        return _root(wanted, others[0]) if position == 0 else None
    if operator == "neg":
        return negate(wanted)
    if operator == "sqrt":
        return apply("*", [wanted, wanted])
    if operator in _LOGARITHMS:
        return apply("^", [point(_LOGARITHMS[operator]), wanted])
    inverse = _INVERSE.get(operator) if position == 0 or operator in _EITHER_OPERAND else None
    return apply(inverse, [wanted, *others]) if inverse else None


def _divisor(above: Interval, wanted: Interval) -> Interval | None:
    """Undo a division by the unknown; a half-line of results above zero is a bounded set of divisors."""
    if wanted.low is not None and wanted.low <= 0 < (wanted.high or 1):
        return None if wanted.high is None else apply("/", [above, Interval(wanted.high, None, wanted.high_open)])
    if wanted.low is None and wanted.high is not None and wanted.high > 0:
        return apply("/", [above, Interval(0, wanted.high, low_open=True, high_open=wanted.high_open)])
    return apply("/", [above, wanted])


def _root(wanted: Interval, exponent: Interval) -> Interval | None:
    e = exponent.low
    if not exponent.is_point or not e or wanted.low is None or wanted.low < 0:
        return None
    return apply("^", [wanted, point(Fraction(1) / e)])


def elasticities(term: Term, points: Box) -> dict[str, Fraction]:
    """Return by how many per cent the result changes for one per cent of each input, at the nominal values.

    The logarithmic derivative by automatic differentiation; inputs where it is not known, or zero, are left out, and
    so are all of them where the result is zero.
    """
    try:
        value, changes = gradient(term, points)
    except Problem:
        return {}
    found = {key: _elasticity(points[key].low, value.low, change) for key, change in changes.items()}
    return {key: share for key, share in found.items() if share is not None}


def _elasticity(at: Number | None, value: Number | None, change: Interval | None) -> Fraction | None:
    if change is None or not at or not value or change.low is None or change.high is None:
        return None
    if Fraction(change.high - change.low) > abs(Fraction(change.low)) / PRECISION:
        return None  # an interval that only says which way it goes
    return Fraction(change.low) * at / value
