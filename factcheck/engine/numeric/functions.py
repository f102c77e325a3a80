"""Functions over intervals: the values of each over a box, and its slopes in each argument where they are known."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from factcheck.diagnostics import Problem
from factcheck.engine.numeric import angles, distributions, roots, spread, whole
from factcheck.frozen import dataclass
from factcheck.quantity.interval import (
    Interval,
    add,
    divide,
    integer_power,
    magnitude,
    multiply,
    negate,
    point,
    reciprocal,
    subtract,
)

Values = Sequence[Interval]
Slopes = Sequence[Interval | None]
ZERO, ONE = point(0), point(1)
RISING, FALLING = Interval(0, None, high_open=True), Interval(None, 0, low_open=True)
UNIT = Interval(0, 1)


@dataclass(frozen=True, slots=True)
class Function:
    """``over`` gives an interval that holds all values over a box.

    ``slopes`` gives for each argument an interval that holds the slope in it everywhere in the box, None where it is
    not known; it is given the values of the arguments and of the result.
    """

    over: Callable[[Values], Interval]
    slopes: Callable[[Values, Interval], Slopes]


def over(name: str, values: Values) -> Interval:
    """Return the values of a function over a box."""
    return _named(name).over(values)


def partial_slopes(name: str, values: Values, found: Interval) -> Slopes:
    """Return the slopes of a function in each of its arguments."""
    return _named(name).slopes(values, found)


def _named(name: str) -> Function:
    if name not in FUNCTIONS:
        raise Problem("FC305", f"unknown function `{name}`")
    return FUNCTIONS[name]


def _root(name: str) -> Callable[[Values], Interval]:
    return lambda values: roots.function(name, values[0])


def _inverse(a: Interval) -> Interval | None:
    return None if a.contains(0) else reciprocal(a)


def _sqrt_slopes(_: Values, found: Interval) -> Slopes:
    inverse = _inverse(found)
    return [RISING if inverse is None else inverse.scaled(Fraction(1, 2))]


def _log_slopes(base: int) -> Callable[[Values, Interval], Slopes]:
    def slopes(values: Values, _: Interval) -> Slopes:
        inverse = _inverse(values[0])
        if inverse is None:
            return [RISING]
        return [inverse if base == 0 else divide(inverse, roots.function("log", point(base)))]

    return slopes


def _log2(values: Values) -> Interval:
    return roots.function("log2", values[0])


def _square(a: Interval) -> Interval:
    return integer_power(a, 2)


def _tan_slopes(_: Values, found: Interval) -> Slopes:
    return [add(ONE, _square(found))]


def _arc_slopes(values: Values, sign: int) -> Slopes:
    rest = subtract(ONE, _square(values[0]))
    slope = RISING if rest.low is None or rest.low <= 0 else reciprocal(roots.function("sqrt", rest))
    return [slope if sign > 0 else negate(slope)]


def _atan_slopes(values: Values, _: Interval) -> Slopes:
    return [reciprocal(add(ONE, _square(values[0])))]


def _direction_slopes(values: Values, _: Interval) -> Slopes:
    y, x = values
    if y.contains(0) and (x.low is None or x.low <= 0):
        return [None, None]
    distance = _inverse(add(_square(y), _square(x)))
    return [None, None] if distance is None else [multiply(x, distance), negate(multiply(y, distance))]


def _magnitude_slopes(values: Values, _: Interval) -> Slopes:
    a = values[0]
    if a.low is not None and a.low >= 0:
        return [ONE]
    return [negate(ONE) if a.high is not None and a.high <= 0 else Interval(-1, 1)]


def _shares(values: Values, _: Interval) -> Slopes:
    """Return the slopes of the least, the greatest and the middle value: between nothing and all of each argument's."""
    return [UNIT] * len(values)


def _unknown(values: Values, _: Interval) -> Slopes:
    return [None] * len(values)


def _first(slope: Interval) -> Callable[[Values, Interval], Slopes]:
    return lambda values, _: [slope, *[None] * (len(values) - 1)]


def _each(*slopes: Interval | None) -> Callable[[Values, Interval], Slopes]:
    return lambda _values, _found: slopes


def _normal_slopes(values: Values, _: Interval) -> Slopes:
    return [distributions.normal_density(values[0])]


def _erf_slopes(values: Values, _: Interval) -> Slopes:
    """Return the slopes of erf: those of the normal distribution at √2 x, times 2 √2."""
    two = roots.function("sqrt", point(2))
    return [multiply(distributions.normal_density(multiply(two, values[0])), two.scaled(2))]


def _distribution(name: str, slopes: Callable[[Values, Interval], Slopes]) -> Function:
    return Function(lambda values: distributions.distribution(name, values), slopes)


def _quantile(name: str, slopes: Callable[[Values, Interval], Slopes]) -> Function:
    return Function(lambda values: distributions.quantile(name, values), slopes)


def least(values: Values) -> Interval:
    """Return the interval of the smallest value."""
    found = values[0]
    for value in values[1:]:
        found = _smaller(found, value)
    return found


def greatest(values: Values) -> Interval:
    """Return the interval of the largest value."""
    return negate(least([negate(value) for value in values]))


def _smaller(a: Interval, b: Interval) -> Interval:
    """Return the interval of min(x, y)."""
    low = a.hull(b)
    if a.high is None:
        high, high_open = b.high, b.high_open
    elif b.high is None or a.high < b.high:
        high, high_open = a.high, a.high_open
    else:
        high, high_open = b.high, b.high_open if b.high < a.high else a.high_open or b.high_open
    return Interval(low.low, high, low.low_open, high is None or high_open)


FUNCTIONS: dict[str, Function] = {
    "sqrt": Function(_root("sqrt"), _sqrt_slopes),
    "exp": Function(_root("exp"), lambda _, found: [found]),
    "log": Function(_root("log"), _log_slopes(0)),
    "log10": Function(_root("log10"), _log_slopes(10)),
    "log2": Function(_log2, _log_slopes(2)),
    "sin": Function(lambda values: angles.sine(values[0]), lambda values, _: [angles.cosine(values[0])]),
    "cos": Function(lambda values: angles.cosine(values[0]), lambda values, _: [negate(angles.sine(values[0]))]),
    "tan": Function(lambda values: angles.tangent(values[0]), _tan_slopes),
    "asin": Function(lambda values: angles.arcsine(values[0]), lambda values, _: _arc_slopes(values, 1)),
    "acos": Function(lambda values: angles.arccosine(values[0]), lambda values, _: _arc_slopes(values, -1)),
    "atan": Function(lambda values: angles.arctangent(values[0]), _atan_slopes),
    "atan2": Function(lambda values: angles.direction(*values), _direction_slopes),
    "abs": Function(lambda values: magnitude(values[0]), _magnitude_slopes),
    "floor": Function(lambda values: whole.floor(values[0]), _unknown),
    "ceil": Function(lambda values: whole.ceil(values[0]), _unknown),
    "round": Function(lambda values: whole.rounded(*values), _unknown),
    "min": Function(least, _shares),
    "max": Function(greatest, _shares),
    "median": Function(spread.median, _shares),
    "sd": Function(spread.deviation, spread.deviation_slopes),
    "rank": Function(spread.rank, _unknown),
    "factorial": Function(lambda values: whole.factorials(values[0]), _unknown),
    "choose": Function(lambda values: whole.ways(*values), _unknown),
    "erf": Function(lambda values: distributions.erf(values[0]), _erf_slopes),
    "normal_cdf": _distribution("normal_cdf", _normal_slopes),
    "normal_quantile": _quantile("normal_quantile", _first(RISING)),
    "t_cdf": _distribution("t_cdf", _first(RISING)),
    "t_quantile": _quantile("t_quantile", _first(RISING)),
    "chi2_cdf": _distribution("chi2_cdf", _each(RISING, FALLING)),
    "chi2_quantile": _quantile("chi2_quantile", _each(RISING, RISING)),
    "f_cdf": Function(lambda values: distributions.f_distribution(*values), _first(RISING)),
    "f_quantile": Function(lambda values: distributions.f_quantile(*values), _first(RISING)),
    "binomial_cdf": Function(lambda values: distributions.binomial(*values), _each(None, None, FALLING)),
    "binomial_pmf": Function(lambda values: distributions.binomial_mass(*values), _unknown),
    "binomial_quantile": Function(lambda values: distributions.binomial_quantile(*values), _unknown),
    "poisson_cdf": Function(lambda values: distributions.poisson(*values), _each(None, FALLING)),
    "poisson_pmf": Function(lambda values: distributions.poisson_mass(*values), _unknown),
    "poisson_quantile": Function(lambda values: distributions.poisson_quantile(*values), _unknown),
}
