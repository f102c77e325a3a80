"""Properties of verdicts: more tolerance never makes a verdict worse."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.engine.numeric.evaluate import Value
from factcheck.engine.verdict.judge import Stated, exactly, half_line, judge, scaled_by
from factcheck.quantity.interval import Interval, around, point

RANKS = {"pass": 0, "borderline": 1, "unverified": 1, "fail": 2}
quarters = st.integers(-40, 40).map(lambda n: Fraction(n, 4))
widths = st.integers(0, 12).map(lambda n: Fraction(n, 4))


@given(quarters, widths, quarters, widths, widths)
def test_a_wider_stated_set_never_makes_it_worse(
    x: Fraction, width: Fraction, n: Fraction, narrow: Fraction, more: Fraction
) -> None:
    derived = Value(x, around(x, width))
    before = judge(derived, Stated(around(n, narrow), n)).verdict
    after = judge(derived, Stated(around(n, narrow + more), n)).verdict
    assert RANKS[after] <= RANKS[before]


@given(quarters, widths, quarters, widths, widths)
def test_a_wider_derived_range_never_fails_what_did_not(
    x: Fraction, width: Fraction, n: Fraction, tolerance: Fraction, more: Fraction
) -> None:
    stated = Stated(around(n, tolerance), n)
    before, after = (judge(Value(x, around(x, w)), stated).verdict for w in (width, width + more))
    assert (after == "fail") <= (before == "fail")
    assert (after == "pass") == (before == "pass")


@given(quarters, widths, quarters, st.sampled_from([">", ">=", "<", "<="]))
def test_a_pass_holds_at_the_nominal_value(x: Fraction, width: Fraction, n: Fraction, relation: str) -> None:
    found = judge(Value(x, around(x, width)), Stated(half_line(relation, n), n, bound=True))
    holds = {">": x > n, ">=": x >= n, "<": x < n, "<=": x <= n}[relation]
    assert (found.verdict == "pass") == holds
    assert found.grade in ({"decision"} if found.verdict == "fail" else {None})


@given(quarters, widths, quarters, widths)
def test_without_a_nominal_value_the_range_decides(
    x: Fraction, width: Fraction, n: Fraction, tolerance: Fraction
) -> None:
    derived, allowed = around(x, width), around(n, tolerance)
    verdict = judge(Value(None, derived), Stated(allowed, n)).verdict
    assert (verdict == "pass") == derived.within(allowed)
    assert (verdict == "fail") == (not derived.meets(allowed))


@given(quarters, quarters)
def test_a_factor_between_two_values(x: Fraction, y: Fraction) -> None:
    assume(y != 0)
    found = scaled_by(exactly(x), exactly(y))
    assert found.nominal == x / y
    assert found.range.contains(x / y)


def test_a_nominal_on_the_rim_of_its_own_open_range() -> None:
    """ "More than 5" has the nominal 5, which it excludes."""
    derived = Value(5, Interval(5, None, low_open=True, high_open=True))
    assert judge(derived, Stated(point(5), 5)).verdict == "fail"
    assert judge(derived, Stated(around(5, 1), 5)).remarks == ("not forced",)
    assert judge(derived, Stated(half_line(">", 6), 6, bound=True)).verdict == "borderline"
