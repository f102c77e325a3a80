"""Results of papers, right and with seeded errors: ``python -m benchmarks.statistics [--results N] [--speed]``.

Test statistics and their p are made from densities that are integrated here (Simpson's rule), which shares nothing with
the distribution functions of the engine. Each result is written as papers write it: rounded half up, half to even, or
cut off; p with two or three digits, or as a bound. A right one must never be called wrong. An error replaces digits of
p, of the statistic or of the degrees of freedom, so that no rounding of the statistic has the p that stands there; or
of a ratio or its interval, so that the ratio lies far from the middle.
``--speed`` times a paper of 10,000 words with 100 results against reading the quantities of the same text.
"""

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from multiprocessing import Pool
from typing import NamedTuple

from benchmarks.corpora import in_markdown
from benchmarks.reader import engine
from factcheck.proofread.draft import proofread
from factcheck.proofread.opened import opened

ROUNDINGS = {"half up": ROUND_HALF_UP, "half to even": ROUND_HALF_EVEN, "cut off": ROUND_DOWN}
_STEPS = 600
_MARGIN = 1e-7
_INTERVALS = 0.15
"""The share of results that are ratios with their intervals."""


class Case(NamedTuple):
    """A result in a sentence: what was done to it, and how its numbers were rounded."""

    text: str
    seeded: str
    rounding: str


class Test(NamedTuple):
    """A test statistic with its degrees of freedom, p and the name under which papers know it."""

    name: str
    x: float
    df: tuple[int, ...]


def _simpson(f: Callable[[float], float], low: float, high: float) -> float:
    h = (high - low) / _STEPS
    inside = sum((4 if i % 2 else 2) * f(low + i * h) for i in range(1, _STEPS))
    return (f(low) + f(high) + inside) * h / 3


def _beta_below(x: float, a: float, b: float) -> float:
    """Return the regularized incomplete beta function; with x = sin² θ its integrand is smooth for a, b ≥ 1/2."""

    def integrand(t: float) -> float:
        return 2 * _power(math.sin(t), 2 * a - 1) * _power(math.cos(t), 2 * b - 1)

    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return _simpson(integrand, 0, math.asin(math.sqrt(x))) / math.exp(log_beta)


def _gamma_above(x: float, a: float) -> float:
    """Return the regularized upper incomplete gamma function; with x = u² its integrand is smooth for a ≥ 1/2."""

    def integrand(u: float) -> float:
        return 2 * _power(u, 2 * a - 1) * math.exp(-u * u)

    return 1 - _simpson(integrand, 0, math.sqrt(x)) / math.gamma(a)


def _power(base: float, n: float) -> float:
    return math.pow(base, n) if n else 1.0


@lru_cache(maxsize=100_000)
def p_of(test: Test) -> float:
    """Return p of a test statistic, two-sided where it has sides."""
    x, df = test.x, test.df
    if test.name == "t":
        return _beta_below(df[0] / (df[0] + x * x), df[0] / 2, 1 / 2)
    if test.name == "r":
        return _beta_below(1 - x * x, df[0] / 2, 1 / 2)
    if test.name == "F":
        return _beta_below(df[1] / (df[1] + df[0] * x), df[1] / 2, df[0] / 2)
    if test.name == "χ²":
        return _gamma_above(x / 2, df[0] / 2)
    return math.erfc(abs(x) / math.sqrt(2))


def _drawn(rng: random.Random) -> Test:
    name = rng.choice(("t", "F", "χ²", "r", "z"))
    if name == "r":
        df = rng.randint(8, 150)
        return Test(name, min(0.9, abs(rng.gauss(0, 2.2)) / math.sqrt(df)), (df,))
    if name == "F":
        return Test(name, abs(rng.gauss(1, 2.5)) + 0.2, (rng.randint(1, 4), rng.randint(10, 200)))
    if name == "χ²":
        df = rng.randint(1, 6)
        return Test(name, df + abs(rng.gauss(0, 2.5 * math.sqrt(df))), (df,))
    return Test(name, abs(rng.gauss(2, 1)) + 0.05, () if name == "z" else (rng.randint(8, 150),))


def rounded(value: float, places: int, way: str) -> str:
    """Write a number with so many decimals."""
    return str(Decimal(value).quantize(Decimal(1).scaleb(-places), ROUNDINGS[way]))


def _p_text(p: float, rng: random.Random, way: str) -> str:
    style = rng.random()
    if p < 0.0005:  # noqa: PLR2004 - what programs print as .000
        return "p = .000" if style < 0.1 else "p < .001"  # noqa: PLR2004
    if style < 0.25:  # noqa: PLR2004 - a quarter are bounds
        bound = next((one for one in (0.001, 0.01, 0.05) if p < one), None)
        return f"p < {str(bound)[1:]}" if bound else "p > .05"
    digits = rounded(p, rng.choice((2, 3)) if p >= 0.01 else 3, way)  # noqa: PLR2004
    return f"p = {digits.removeprefix('0')}"


def _written(test: Test, x: str, p: str, rng: random.Random) -> str:
    sign = rng.choice(("", "-", "−")) if test.name in {"t", "r", "z"} else ""
    inside = ", ".join(map(str, test.df))
    if test.name == "χ²" and rng.random() < 1 / 2:
        inside += f", N = {rng.randint(40, 400)}"
    shown = x.removeprefix("0") if test.name == "r" else x
    head = f"{test.name}({inside})" if test.df else test.name
    text = f"{head} = {sign}{shown}, {p}"
    if rng.random() < 1 / 5:
        text = text.replace(" = ", "=").replace(" < ", "<")
    return rng.choice(
        ("The groups differed, {}.", "There was an effect ({}), as before.", "组间比较结果为{}。")
    ).format(text)


def _ratio(rng: random.Random, way: str) -> tuple[list[str], str]:
    """Return a ratio with the ends of its interval of 95 %, and the p that goes with it."""
    middle, error = rng.gauss(0, 0.6), rng.uniform(0.1, 0.5)
    ends = (math.exp(middle + side * 1.959963985 * error) for side in (0, -1, 1))
    p = math.erfc(abs(middle) / error / math.sqrt(2))
    return [rounded(one, 2, way) for one in ends], _p_text(p, rng, way)


def _interval(numbers: list[str], p: str, rng: random.Random) -> str:
    name = rng.choice(("OR", "HR", "RR", "aOR"))
    form = rng.choice(("{} {} (95% CI {} to {}; {})", "{} = {}, 95% CI [{}, {}], {}", "{}={}，95%CI：{}～{}，{}"))
    return f"The treatment helped: {form.format(name, *numbers, p)}."


def _right_interval(seed: int) -> Case:
    rng = random.Random(seed)  # noqa: S311 - no secret
    way = rng.choice(sorted(ROUNDINGS))
    return Case(_interval(*_ratio(rng, way), rng), "", way)


def _wrong_interval(seed: int) -> Case | None:
    """Return an interval with an error in one of its numbers; None where the ratio still lies in its middle half."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    numbers, p = _ratio(rng, "half up")
    at = rng.randrange(3)
    numbers[at] = _slipped(numbers[at], rng)
    estimate, low, high = map(float, numbers)
    if 0 < low < high and estimate > 0:
        place = math.log(estimate / low) / math.log(high / low)
        width = 0.02 / low / math.log(high / low)
        return (
            None if 1 / 4 - width < place < 3 / 4 + width else Case(_interval(numbers, p, rng), "interval", "half up")
        )
    return None


def right(seed: int) -> Case:
    """Return a result that is right."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    if rng.random() < _INTERVALS:
        return _right_interval(seed)
    test, way = _drawn(rng), rng.choice(sorted(ROUNDINGS))
    x = rounded(test.x, 2 if test.name == "r" or rng.random() < 0.8 else 1, way)  # noqa: PLR2004
    return Case(_written(test, x, _p_text(p_of(test), rng, way), rng), "", way)


def wrong(seed: int) -> Case | None:
    """Return a result with one error; None where what came out is within rounding."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    if rng.random() < _INTERVALS:
        return _wrong_interval(seed)
    test, way = _drawn(rng), "half up"
    x, p = rounded(test.x, 2, way), _p_text(p_of(test), rng, way)
    kind = rng.choice(("p", "statistic", "df") if test.df else ("p", "statistic"))
    if kind == "p":
        p = _slipped(p, rng)
    elif kind == "statistic":
        x = _slipped(x, rng)
    else:
        at = rng.randrange(len(test.df))
        df = [*test.df[:at], int(_slipped(str(test.df[at]), rng)), *test.df[at + 1 :]]
        test = test._replace(df=tuple(df))
    if not all(test.df) or (test.name == "r" and float(x) >= 1) or float(x) == 0:
        return None
    return None if _may_hold(test, x, p) else Case(_written(test, x, p, rng), kind, way)


def _slipped(text: str, rng: random.Random) -> str:
    """Return a number with another digit, or with two that are swapped."""
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    at = rng.choice(places)
    if rng.random() < 1 / 3 and at + 1 in places:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    other = rng.choice([digit for digit in "0123456789" if digit != text[at]])
    return text[:at] + other + text[at + 1 :]


def _may_hold(test: Test, x: str, p: str) -> bool:
    """Whether a statistic that rounds to ``x``, or is cut off to it, may have the p that is stated."""
    step = 10.0 ** -len(x.partition(".")[2])
    most, least = float(x) + step, max(float(x) - step / 2, 0)
    if test.name == "r" and most >= 1:
        return True
    low, high = p_of(test._replace(x=most)) - _MARGIN, p_of(test._replace(x=least)) + _MARGIN
    _, relation, digits = p.split(" ")
    stated, unit = float(digits), 10.0 ** -len(digits.partition(".")[2])
    if relation == "<":
        return low < stated
    if relation == ">":
        return high > stated
    return low <= stated + unit and high >= stated - unit / 2


def judged(case: Case) -> str:
    """Return the worst verdict on a result; nothing where nothing is said."""
    found = {one.verdict for one in proofread(case.text, engine()).findings if one.result is not None}
    return next((one for one in ("fail", "query", "borderline", "pass") if one in found), "")


def _cases(make: Callable[[int], Case | None], count: int) -> Iterator[Case]:
    found = (make(seed) for seed in range(10 * count))
    known = (one for one in found if one is not None)
    return (one for one, _ in zip(known, range(count), strict=False))


def _told(cases: list[Case], verdicts: list[str], by: Callable[[Case], str]) -> str:
    names = {
        "pass": "holds",
        "borderline": "within rounding",
        "query": "asked about",
        "fail": "wrong",
        "": "nothing said",
    }
    counts = Counter((by(case), verdict) for case, verdict in zip(cases, verdicts, strict=True))
    rows = [(one, *(f"{counts[one, verdict]:,}" for verdict in names)) for one in sorted({by(case) for case in cases})]
    return in_markdown(("", *names.values()), rows)


def speed(results: int = 100, words: int = 10_000) -> tuple[float, float]:
    """Return the seconds that a paper takes, and those of reading its quantities; rounded as papers round."""
    filler = "The participants of this study were asked to read a short text and to answer what they thought of it. "
    share = words // results - 8
    made = (right(seed) for seed in range(1_000_000, 2_000_000))
    taken = [
        one.text for one, _ in zip((one for one in made if one.rounding == "half up"), range(results), strict=False)
    ]
    text = "".join(f"{filler * (share // 20)}{one}\n\n" for one in taken)
    proofread(text[:2000], engine())
    start = time.perf_counter()
    proofread(text, engine())
    middle = time.perf_counter()
    opened(text, engine().knowledge.units)
    return middle - start, time.perf_counter() - middle


def main() -> None:
    """Make results, judge them, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=int, default=10_000)
    parser.add_argument("--speed", action="store_true", help="only time a paper")
    parser.add_argument("--show", type=int, default=0, help="so many that come out wrong")
    args = parser.parse_args()
    if not args.speed:
        with Pool(2) as pool:
            for name, make, by in (("right", right, lambda c: c.rounding), ("wrong", wrong, lambda c: c.seeded)):
                cases = [*_cases(make, args.results)]
                verdicts = pool.map(judged, cases, chunksize=50)
                print(f"{name}:\n{_told(cases, verdicts, by)}\n")
                bad = {"fail"} if name == "right" else {"pass", "borderline", ""}
                missed = [case for case, verdict in zip(cases, verdicts, strict=True) if verdict in bad]
                print(f"{len(missed):,} of {len(cases):,} not as they should be\n")
                print(*(f"  {case}" for case in missed[: args.show]), sep="\n")
    whole, floor = speed()
    print(f"10,000 words with 100 results: {whole:.2f} s, {whole / floor:.1f} times reading the quantities")


if __name__ == "__main__":
    main()
