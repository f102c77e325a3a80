"""Functions that need more than roots and logarithms, at one point and rounded outward: angles, erf, distributions.

mpmath computes with 60 digits what is widened here by 10^-40, far more than what rounding may add up to. The
regularized incomplete beta and gamma functions are continued fractions and a series of positive terms (Press et al.,
Numerical Recipes, 3rd ed. 2007, sections 6.2 and 6.4; NIST DLMF 8.17.22, 8.9.2 and 8.11.4): they converge in about
√n steps, so that bounded arguments are bounded time. Quantiles are found by bisection with floats and Newton's method
with 60 digits; then the distribution function is evaluated on both sides of what was found.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any

from mpmath import fp, mp
from mpmath.libmp.libmpf import from_man_exp, to_fixed

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Interval, Number, point

DIGITS = 60
MAX_ANGLE = 10**18
MIN_PROBABILITY = Fraction(1, 10**250)
MAX_STEPS = 100_000
MAX_BITS = 3000
TINY = Fraction(1, 2**MAX_BITS)
"""What is smaller is told from zero no more."""
_WIDTH = Fraction(1, 10**40)
_SIDES = (Fraction(1, 10**30), Fraction(1, 10**20))
_FLOAT_STEPS = 70
_NEWTON_STEPS = 8
_LEAST, _MOST = -600.0, 600.0
HALF = Fraction(1, 2)

_mp = mp.clone()
_mp.dps = DIGITS

_GUARD_BITS = 64
_SERIES = 30
"""Up to here the series is faster than the fraction, and what is above the point not too small to be told from it."""

Context = Any
Value = Any


@lru_cache(maxsize=4096)
def at(name: str, *arguments: Number) -> Interval:
    """Return an interval that holds the value of a function at a point.

    Raises Problem FC208 where the arguments are out of reach.
    """
    exact = _EXACT.get((name, *arguments))
    if exact is not None:
        return point(exact)
    try:
        if name in _QUANTILES:
            return _quantile(name, *(Fraction(a) for a in arguments))
        return _widened(name, _FUNCTIONS[name](_mp, *(_real(a) for a in arguments)))
    except (OverflowError, ZeroDivisionError, ValueError) as error:
        raise _out_of_reach(name) from error


_EXACT: dict[tuple[str | Number, ...], Number] = {
    ("sin", 0): 0,
    ("cos", 0): 1,
    ("tan", 0): 0,
    ("asin", 0): 0,
    ("acos", 1): 0,
    ("atan", 0): 0,
    ("erf", 0): 0,
    ("normal_cdf", 0): HALF,
    ("normal_quantile", HALF): 0,
}


def _out_of_reach(name: str) -> Problem:
    return Problem("FC208", f"the values of `{name}` are out of reach")


def _real(x: Number) -> Value:
    value = Fraction(x)
    return _mp.mpf(value.numerator) / value.denominator


def _fraction(x: Value) -> Fraction:
    sign, mantissa, exponent, _ = x._mpf_  # how mpmath says what a number is exactly
    value = int(mantissa) * Fraction(2) ** int(exponent)
    return -value if sign else value


def _widened(name: str, value: Value) -> Interval:
    """Widen by 10^-40 of the value; of functions that pass through zero elsewhere than at zero, of one at least."""
    if value and abs(_mp.mag(value)) > MAX_BITS:  # seen before it is written out as a fraction
        if value > 0 and _mp.mag(value) < 0 and name not in _THROUGH_ZERO:
            return Interval(0, TINY, low_open=True)
        raise _out_of_reach(name)
    exact = _fraction(value)
    slack = _WIDTH * (max(abs(exact), Fraction(1)) if name in _THROUGH_ZERO else abs(exact))
    return Interval(exact - slack, exact + slack)


_THROUGH_ZERO = frozenset({"sin", "cos", "tan", "acos", "atan2", "turns"})


def _normal_upper(ctx: Context, x: Value) -> Value:
    """Return the probability above ``x``; for a float mpmath has no function that is exact far out."""
    return ctx.erfc(x / ctx.sqrt(2)) / 2


def beta_below(ctx: Context, x: Value, y: Value, a: Value, b: Value) -> Value:
    """Return the regularized incomplete beta function I_x(a, b); ``y`` is 1 - x."""
    if x <= 0:
        return ctx.mpf(0)
    if y <= 0:
        return ctx.mpf(1)
    if x * (a + b + 2) > a + 1:
        return 1 - beta_below(ctx, y, x, b, a)
    front = a * ctx.ln(x) + b * ctx.ln(y) + ctx.loggamma(a + b) - ctx.loggamma(a) - ctx.loggamma(b)
    return ctx.exp(front.real) * _beta_fraction(ctx, x, a, b) / a


def _beta_fraction(ctx: Context, x: Value, a: Value, b: Value) -> Value:
    """Return the continued fraction of I_x(a, b), by the modified method of Lentz."""
    if ctx is _mp:
        return _beta_fraction_in_integers(x, a, b)

    def terms(m: int) -> tuple[Value, Value]:
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        return even, odd

    c, d = ctx.mpf(1), 1 / (1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, MAX_STEPS):
        for term in terms(m):
            d = 1 / (1 + term * d)
            c = 1 + term / c
            found *= c * d
        if abs(c * d - 1) < ctx.eps:
            return found
    raise _out_of_reach("beta")


def _beta_fraction_in_integers(x: Value, a: Value, b: Value) -> Value:
    """Return the same with numbers in units of 2^-bits, which is several times as fast; all of them are about one."""
    bits = _mp.prec + _GUARD_BITS
    one, tolerance = 1 << bits, 1 << _GUARD_BITS
    x, a, b = (to_fixed(each._mpf_, bits) for each in (x, a, b))
    c, d = one, (one << bits) // (one - (a + b) * x // (a + one))
    found = d
    for m in range(1, MAX_STEPS):
        low, high = a + 2 * m * one, a + (2 * m + 1) * one
        even = m * (b - m * one) * x // ((low - one) * low >> bits)
        odd = -((a + m * one) * (a + b + m * one) >> bits) * x // (low * high >> bits)
        for term in (even, odd):
            d = (one << bits) // (one + (term * d >> bits))
            c = one + (term << bits) // c
            found = found * (c * d >> bits) >> bits
        if abs((c * d >> bits) - one) < tolerance:
            return _mp.make_mpf(from_man_exp(found, -bits, _mp.prec))
    raise _out_of_reach("beta")


def gamma_tail(ctx: Context, a: Value, x: Value, *, upper: bool) -> Value:
    """Return the regularized incomplete gamma function Q(a, x), or P(a, x) where not ``upper``."""
    if x <= 0:
        return ctx.mpf(1 if upper else 0)
    front = ctx.exp(a * ctx.ln(x) - x - ctx.loggamma(a).real)
    if x < max(a + 1, _SERIES):
        below = front * _gamma_series(ctx, a, x)
        return 1 - below if upper else below
    above = front * _gamma_fraction(ctx, a, x)
    return above if upper else 1 - above


def _gamma_series(ctx: Context, a: Value, x: Value) -> Value:
    term = total = 1 / ctx.mpf(a)
    for n in range(1, MAX_STEPS):
        term *= x / (a + n)
        total += term
        if term < total * ctx.eps:
            return total
    raise _out_of_reach("gamma")


def _gamma_fraction(ctx: Context, a: Value, x: Value) -> Value:
    b = x + 1 - a
    d = 1 / ctx.mpf(b)
    c, found = None, d
    for n in range(1, MAX_STEPS):
        term, b = n * (a - n), b + 2
        d = 1 / (term * d + b)
        c = b if c is None else b + term / c
        found *= c * d
        if abs(c * d - 1) < ctx.eps:
            return found
    raise _out_of_reach("gamma")


def _t_upper(ctx: Context, t: Value, df: Value) -> Value:
    """Return the probability above ``t``."""
    square = t * t
    both = beta_below(ctx, df / (df + square), square / (df + square), df / 2, ctx.mpf(1) / 2)
    return both / 2 if t >= 0 else 1 - both / 2


def _chi2(ctx: Context, x: Value, df: Value, *, upper: bool) -> Value:
    return gamma_tail(ctx, df / 2, x / 2, upper=upper)


def _f(ctx: Context, x: Value, df1: Value, df2: Value, *, upper: bool) -> Value:
    if x <= 0:
        return ctx.mpf(1 if upper else 0)
    whole = df1 * x + df2
    below, above, a, b = df1 * x / whole, df2 / whole, df1 / 2, df2 / 2
    return beta_below(ctx, above, below, b, a) if upper else beta_below(ctx, below, above, a, b)


def _binomial(ctx: Context, k: Value, n: Value, p: Value) -> Value:
    """Return the probability of at most ``k`` of ``n``; 0 <= k < n."""
    return beta_below(ctx, 1 - p, p, n - k, k + 1)


def _binomial_mass(ctx: Context, k: Value, n: Value, p: Value) -> Value:
    ways = ctx.loggamma(n + 1) - ctx.loggamma(k + 1) - ctx.loggamma(n - k + 1)
    return ctx.exp(ways.real + (k * ctx.ln(p) if k else 0) + ((n - k) * ctx.ln(1 - p) if n > k else 0))


def _poisson_mass(ctx: Context, k: Value, mean: Value) -> Value:
    return ctx.exp(k * ctx.ln(mean) - mean - ctx.loggamma(k + 1).real)


def _normal_density(ctx: Context, x: Value) -> Value:
    return ctx.exp(-x * x / 2) / ctx.sqrt(2 * ctx.pi)


def _t_density(ctx: Context, t: Value, df: Value) -> Value:
    front = ctx.loggamma((df + 1) / 2) - ctx.loggamma(df / 2)
    return ctx.exp(front.real - (df + 1) / 2 * ctx.ln(1 + t * t / df)) / ctx.sqrt(df * ctx.pi)


def _chi2_density(ctx: Context, x: Value, df: Value) -> Value:
    half = df / 2
    return ctx.exp((half - 1) * ctx.ln(x) - x / 2 - half * ctx.ln(2) - ctx.loggamma(half).real)


def _f_density(ctx: Context, x: Value, df1: Value, df2: Value) -> Value:
    a, b, whole = df1 / 2, df2 / 2, df1 * x + df2
    front = ctx.loggamma(a + b) - ctx.loggamma(a) - ctx.loggamma(b)
    powers = (a - 1) * ctx.ln(df1 * x / whole) + (b - 1) * ctx.ln(df2 / whole)
    return ctx.exp(front.real + powers) * df1 * df2 / whole**2


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "sin": lambda ctx, x: ctx.sin(x),
    "cos": lambda ctx, x: ctx.cos(x),
    "tan": lambda ctx, x: ctx.tan(x),
    "asin": lambda ctx, x: ctx.asin(x),
    "acos": lambda ctx, x: ctx.acos(x),
    "atan": lambda ctx, x: ctx.atan(x),
    "atan2": lambda ctx, y, x: ctx.atan2(y, x),
    "turns": lambda ctx, x: x / (2 * ctx.pi),
    "pi": lambda ctx: +ctx.pi,
    "erf": lambda ctx, x: ctx.erf(x),
    "normal_density": _normal_density,
    "normal_cdf": lambda ctx, x: _normal_upper(ctx, -x),
    "t_cdf": lambda ctx, t, df: _t_upper(ctx, -t, df),
    "chi2_cdf": lambda ctx, x, df: _chi2(ctx, x, df, upper=False),
    "f_cdf": lambda ctx, x, df1, df2: _f(ctx, x, df1, df2, upper=False),
    "beta_cdf": lambda ctx, x, a, b: beta_below(ctx, x, 1 - x, a, b),
    "binomial_cdf": _binomial,
    "binomial_pmf": _binomial_mass,
    "poisson_cdf": lambda ctx, k, mean: gamma_tail(ctx, k + 1, mean, upper=True),
    "poisson_pmf": _poisson_mass,
}

_SYMMETRIC: dict[str, tuple[Callable[..., Value], Callable[..., Value]]] = {
    "normal_quantile": (_normal_upper, _normal_density),
    "t_quantile": (_t_upper, _t_density),
}
_POSITIVE: dict[str, tuple[Callable[..., Value], Callable[..., Value]]] = {
    "chi2_quantile": (_chi2, _chi2_density),
    "f_quantile": (_f, _f_density),
}
_QUANTILES = frozenset({*_SYMMETRIC, *_POSITIVE})


def _quantile(name: str, p: Fraction, *parameters: Fraction) -> Interval:
    """Return where the distribution function is ``p``, which lies between 0 and 1."""
    q, upper = min(p, 1 - p), p > HALF
    if q < MIN_PROBABILITY:
        raise _out_of_reach(name)
    if name in _SYMMETRIC:
        if p == HALF:
            return point(0)
        tail, density = _SYMMETRIC[name]
        found = _positive_root(name, tail, density, q, parameters, rising=False)
        return found if upper else Interval(-(found.high or 0), -(found.low or 0))
    whole, density = _POSITIVE[name]

    def tail_of(ctx: Context, x: Value, *rest: Value) -> Value:
        return whole(ctx, x, *rest, upper=upper)

    return _positive_root(name, tail_of, density, q, parameters, rising=not upper)


def _positive_root(
    name: str,
    tail: Callable[..., Value],
    density: Callable[..., Value],
    q: Fraction,
    parameters: tuple[Fraction, ...],
    *,
    rising: bool,
) -> Interval:
    """Return an interval around the positive ``x`` where ``tail`` is ``q``."""
    exact = [_real(each) for each in parameters]
    x = _mp.mpf(_with_floats(tail, float(q), [float(each) for each in parameters], rising=rising))
    wanted = _real(q)
    for _ in range(_NEWTON_STEPS):
        change = (tail(_mp, x, *exact) - wanted) / density(_mp, x, *exact)
        x = max(x / 2, x - change if rising else x + change)
        if abs(change) < abs(x) * _mp.mpf(10) ** -45:
            break
    middle = _fraction(x)
    for side in _SIDES:
        low, high = middle * (1 - side), middle * (1 + side)
        below, above = (_widened(name, tail(_mp, _real(each), *exact)) for each in (low, high))
        first, last = (below, above) if rising else (above, below)
        if (first.high or 0) <= q <= (last.low or 0):
            return Interval(low, high)
    raise _out_of_reach(name)


def _with_floats(tail: Callable[..., Value], q: float, parameters: list[float], *, rising: bool) -> float:
    """Return by bisection of the logarithm where the tail is about ``q``."""
    low, high = _LEAST, _MOST
    for _ in range(_FLOAT_STEPS):
        middle = (low + high) / 2
        above = tail(fp, fp.exp(middle), *parameters) > q
        low, high = (low, middle) if above == rising else (middle, high)
    return float(fp.exp((low + high) / 2))
