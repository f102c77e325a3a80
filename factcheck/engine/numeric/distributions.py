"""Distribution functions and quantiles over intervals: monotone in each argument, their ends lie at the box's corners.

Which way a parameter turns the result may depend on the other arguments (more degrees of freedom move t towards zero),
but with those fixed it never turns, so the extremes over a box lie at its corners.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product

from factcheck.diagnostics import Problem
from factcheck.engine.numeric.whole import whole_ends
from factcheck.quantity.interval import Interval, Number, divide, multiply, point

MAX_SIZE = 10**6
"""The largest degrees of freedom, means and numbers of trials: the time they take grows with their root."""


def _at(name: str, *arguments: Number) -> Interval:
    """Return the value at a point; the module that knows it is slow to load."""
    from factcheck.engine.numeric.special import at  # noqa: PLC0415

    return at(name, *arguments)


def erf(x: Interval) -> Interval:
    """Return the error function."""
    low = -1 if x.low is None else _at("erf", x.low).low
    high = 1 if x.high is None else _at("erf", x.high).high
    return Interval(max(low or 0, -1), min(high or 0, 1))


def normal_density(x: Interval) -> Interval:
    """Return the density of the standard normal distribution, greatest at zero."""
    ends = [point(0) if end is None else _at("normal_density", end) for end in (x.low, x.high)]
    found = ends[0].hull(ends[1])
    return found.hull(_at("normal_density", 0)) if x.contains(0) else found


def distribution(name: str, values: Sequence[Interval]) -> Interval:
    """Return a distribution function that rises in its first argument: normal, t, chi-square."""
    x, *parameters = values
    corners = _corners([_positive(name, each) for each in parameters])
    low = 0 if x.low is None else _least(_at(name, x.low, *corner) for corner in corners)
    high = 1 if x.high is None else _most(_at(name, x.high, *corner) for corner in corners)
    return Interval(max(low, 0), min(high, 1))


def f_distribution(x: Interval, df1: Interval, df2: Interval) -> Interval:
    """Return the distribution function of F.

    It is I_u(a, b) with u = df1 x / (df1 x + df2), a = df1 / 2, b = df2 / 2: rising in u and b, falling in a. Where
    the degrees of freedom are no points, the three are taken as independent, which encloses it.
    """
    (low1, high1), (low2, high2) = _positive("f_cdf", df1), _positive("f_cdf", df2)
    if df1.is_point and df2.is_point:
        return distribution("f_cdf", (x, df1, df2))
    low = 0 if x.low is None else _share("low", x.low, (low1, high2), (high1, low2))
    high = 1 if x.high is None else _share("high", x.high, (high1, low2), (low1, high2))
    return Interval(max(low, 0), min(high, 1))


def _share(end: str, x: Number, inside: tuple[Number, Number], outside: tuple[Number, Number]) -> Number:
    if x <= 0:
        return 0
    u = Fraction(inside[0]) * x / (inside[0] * x + inside[1])
    found = _at("beta_cdf", u, Fraction(outside[0]) / 2, Fraction(outside[1]) / 2)
    return (found.low if end == "low" else found.high) or 0


def quantile(name: str, values: Sequence[Interval]) -> Interval:
    """Return the quantiles of a normal, t or chi-square distribution; of 0 and 1 they have no end, or are zero."""
    p, *parameters = values
    corners = _corners([_positive(name, each) for each in parameters])
    return _quantiles(
        name, p, lambda q: [_at(name, q, *corner) for corner in corners], floor=0 if "chi2" in name else None
    )


def _quantiles(
    name: str, p: Interval, at_corners: Callable[[Number], list[Interval]], *, floor: Number | None
) -> Interval:
    low, high = _probability(name, p)
    return Interval(
        floor if low == 0 else _least(at_corners(low)),
        None if high == 1 else _most(at_corners(high)),
        low == 0,
        high == 1,
    )


def f_quantile(p: Interval, df1: Interval, df2: Interval) -> Interval:
    """Return the quantiles of F: df2 / df1 · u / (1 - u), where u is the quantile of the beta distribution.

    That one rises in a = df1 / 2 and falls in b = df2 / 2.
    """
    (low1, high1), (low2, high2) = _positive("f_quantile", df1), _positive("f_quantile", df2)
    if df1.is_point and df2.is_point:
        return _quantiles("f_quantile", p, lambda q: [_at("f_quantile", q, low1, low2)], floor=0)
    low, high = _probability("f_quantile", p)
    least = 0 if low == 0 else Fraction(_at("f_quantile", low, low1, high2).low or 0) * low1 / high2
    most = None if high == 1 else Fraction(_at("f_quantile", high, high1, low2).high or 0) * high1 / low2
    odds = Interval(least, most, low == 0, high == 1)
    return multiply(odds, divide(Interval(low2, high2), Interval(low1, high1)))


def binomial(k: Interval, n: Interval, p: Interval) -> Interval:
    """Return the probability of at most k of n: rising in k, falling in n and in p."""
    first, last = _trials("binomial_cdf", n)
    least, most = _probability("binomial_cdf", p)
    low = 0 if k.low is None else _at_most(_floor(k.low), last, most).low
    high = 1 if k.high is None else _at_most(_floor(k.high), first, least).high
    return Interval(max(low or 0, 0), min(high or 0, 1))


def _at_most(k: int, n: int, p: Number) -> Interval:
    if k < 0 or (p == 1 and k < n):
        return point(0)
    return point(1) if k >= n or p == 0 else _at("binomial_cdf", k, n, p)


def binomial_mass(k: Interval, n: Interval, p: Interval) -> Interval:
    """Return the probability of exactly k of n; it is greatest where p is k / n."""
    one, all_of = _exact("binomial_pmf", k), _exact("binomial_pmf", n)
    _bounded("binomial_pmf", all_of)
    least, most = _probability("binomial_pmf", p)
    if one > all_of:
        return point(0)
    peak = Fraction(one, all_of) if all_of else Fraction(0)
    return _peaked(least, most, peak, lambda q: _mass(one, all_of, q))


def _mass(k: int, n: int, p: Number) -> Interval:
    if p in (0, 1):
        return point(int(k == (n if p else 0)))
    return _at("binomial_pmf", k, n, p)


def _peaked(low: Number, high: Number, peak: Number, value: Callable[[Number], Interval]) -> Interval:
    """Return the values of a function that rises up to its peak and falls from there."""
    found = value(low).hull(value(high))
    if low < peak < high:
        found = found.hull(value(peak))
    return Interval(max(found.low or 0, 0), min(found.high or 0, 1))


def poisson(k: Interval, mean: Interval) -> Interval:
    """Return the probability of at most k where ``mean`` are expected: rising in k, falling in the mean."""
    least, most = _mean("poisson_cdf", mean)
    low = 0 if k.low is None else _poisson_at_most(_floor(k.low), most).low
    high = 1 if k.high is None else _poisson_at_most(_floor(k.high), least).high
    return Interval(max(low or 0, 0), min(high or 0, 1))


def _poisson_at_most(k: int, mean: Number) -> Interval:
    if k < 0:
        return point(0)
    _bounded("poisson_cdf", k)
    return point(1) if mean == 0 else _at("poisson_cdf", k, mean)


def poisson_mass(k: Interval, mean: Interval) -> Interval:
    """Return the probability of exactly k; it is greatest where k are expected."""
    one = _exact("poisson_pmf", k)
    _bounded("poisson_pmf", one)
    least, most = _mean("poisson_pmf", mean)
    return _peaked(least, most, one, lambda m: point(int(one == 0)) if m == 0 else _at("poisson_pmf", one, m))


def binomial_quantile(q: Interval, n: Interval, p: Interval) -> Interval:
    """Return the smallest k that at most k of n have a probability of ``q`` at least: rising in all three."""
    first, last = _trials("binomial_quantile", n)
    least, most = _probability("binomial_quantile", p)
    low, high = _probability("binomial_quantile", q)
    return Interval(
        _smallest(low, first, lambda k: _at_most(k, first, least))[0],
        _smallest(high, last, lambda k: _at_most(k, last, most))[1],
    )


def poisson_quantile(q: Interval, mean: Interval) -> Interval:
    """Return the smallest k that at most k have a probability of ``q`` at least: rising in both."""
    least, most = _mean("poisson_quantile", mean)
    low, high = _probability("poisson_quantile", q)
    if high == 1:
        raise Problem("FC208", "`poisson_quantile` of 1 has no end")
    reach = int(most) + int(60 * (most + 1) ** 0.5) + 1_000
    return Interval(
        _smallest(low, reach, lambda k: _poisson_at_most(k, least))[0],
        _smallest(high, reach, lambda k: _poisson_at_most(k, most))[1],
    )


def _smallest(q: Number, last: int, value: Callable[[int], Interval]) -> tuple[int, int]:
    """Return the smallest k whose value is ``q`` at least: the first that may be it, and the first that surely is."""

    def search(*, surely: bool) -> int:
        low, high = 0, last
        while low < high:
            middle = (low + high) // 2
            found = value(middle)
            reached = (found.low if surely else found.high) or 0
            low, high = (low, middle) if reached >= q else (middle + 1, high)
        return low

    return search(surely=False), search(surely=True)


def _corners(ends: list[tuple[Number, Number]]) -> list[tuple[Number, ...]]:
    return list(dict.fromkeys(product(*ends)))


def _least(values: Iterable[Interval]) -> Number:
    return min(value.low for value in values if value.low is not None)


def _most(values: Iterable[Interval]) -> Number:
    return max(value.high for value in values if value.high is not None)


def _positive(name: str, a: Interval) -> tuple[Number, Number]:
    """Return the ends of degrees of freedom."""
    if a.low is None or a.low <= 0:
        raise Problem("FC209", f"`{name}` needs degrees of freedom above zero")
    if a.high is None:
        raise Problem("FC208", f"`{name}` needs degrees of freedom that have a bound")
    _bounded(name, a.high)
    return a.low, a.high


def _bounded(name: str, a: Number) -> None:
    if a > MAX_SIZE:
        raise Problem("FC208", f"`{name}` takes numbers up to {MAX_SIZE:,}")


def _probability(name: str, p: Interval) -> tuple[Number, Number]:
    if p.low is None or p.high is None or p.low < 0 or p.high > 1:
        raise Problem("FC209", f"`{name}` needs a probability: a number from 0 to 1")
    return p.low, p.high


def _mean(name: str, a: Interval) -> tuple[Number, Number]:
    if a.low is None or a.low < 0:
        raise Problem("FC209", f"`{name}` needs a mean that is not negative")
    if a.high is None:
        raise Problem("FC208", f"`{name}` needs a mean that has a bound")
    _bounded(name, a.high)
    return a.low, a.high


def _trials(name: str, n: Interval) -> tuple[int, int]:
    first, last = whole_ends(name, n)
    _bounded(name, last)
    return first, last


def _exact(name: str, a: Interval) -> int:
    first, last = whole_ends(name, a)
    if first != last:
        raise Problem("FC209", f"`{name}` needs an exact number")
    return first


def _floor(x: Number) -> int:
    return x.numerator // x.denominator
