"""Statements made to hang or to crash: each ends soon, with one message."""

import pytest

from tests.conftest import Judge
from tests.notation import rows

# statement | code
HUGE = """
    9^9^9^9 = 1                   | FC208
    9^(9^9) = 1                   | FC208
    (1 - 1.1)^9999 = 1            | FC208
    10^1500 * 10^1500 * 10^1500 = 1 | FC208
    (1e400)^64 = 1                | FC208
    (1e400)^(127/2) = 1           | FC208
    1.5^2500.5 = 1                | FC208
    exp(1001) = 1                 | FC208
    exp(exp(exp(5))) = 1          | FC208
    1e401 = 1                     | FC201
"""

LARGE = """
    10^1500 = 1                   | fail
    1e400 * 1e400 = 1             | fail
    10^1500 * 10^1500 = 1         | fail
    (1e400)^(63/64) = 1           | fail
    (1e-400)^(63/64) = 1          | fail
    log10(10^1500) = 1500         | pass
    log10(10^-1500) = -1500       | pass
    2^-1000 = 0                   | pass
    exp(-1000) = 0                | pass
    1 / 3e400 = 0                 | pass
    (1 + 5.00 % / 365)^3650 = 1.65 | pass
    1.0001^50000 = 150            | borderline
"""


@pytest.mark.parametrize(("says", "code"), rows(HUGE))
def test_what_grows_too_large_is_refused(says: str, code: str, judge: Judge) -> None:
    found = judge(says)
    assert found.code == code
    assert len(found.diagnostics) == 1


@pytest.mark.parametrize(("says", "verdict"), rows(LARGE))
def test_what_is_merely_large_is_calculated(says: str, verdict: str, judge: Judge) -> None:
    assert judge(says).verdict == verdict


LONG = {
    "brackets": "(" * 39 + "x" + ")" * 39,
    "roots": "sqrt(" * 38 + "x" + ")" * 38,
    "a sum": "+".join(["x"] * 200),
    "a product": "*".join(["x"] * 150),
    "differences that cancel nothing": "*".join(["(x-y)"] * 40),
    "a tower": "2^" * 38 + "1",
    "a long list": f"sum([{','.join(['x'] * 500)}])",
    "a long average": f"average(values=[{','.join(['1.5'] * 150)}])",
    "a long weighted average": "weighted_average(values=[{0}], weights=[{0}])".format(",".join(["1.5"] * 60)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_what_is_long_has_a_verdict_or_one_message(text: str, judge: Judge) -> None:
    found = judge(f"{text} = 1", given={"x": "1.5", "y": "1.5"})
    assert found.verdict in {"pass", "borderline", "fail"} or len(found.diagnostics) == 1


CODE = [
    "__import__('os').system('true') = 1",
    "().__class__ = 1",
    "lambda: 0 = 1",
    "x.__class__ = 1",
    "eval(x=1) = 1",
    "{}.format = 1",
    "`true` = 1",
    "$(true) = 1",
]


@pytest.mark.parametrize("says", CODE)
def test_code_is_refused(says: str, judge: Judge) -> None:
    found = judge(says, given={"x": "1"})
    assert (found.verdict, len(found.diagnostics)) == ("error", 1)
