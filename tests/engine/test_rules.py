"""Rules inside statements: solved for any symbol, with inputs that are checked."""

from pathlib import Path

import pytest

from factcheck.engine.resolve.knowledge import Knowledge
from factcheck.engine.rules.equations import Equations, solve_all
from tests.conftest import Judge
from tests.notation import rows

# statement | verdict or code
STATEMENTS = """
    percent_change(before=40, after=50) = 25 %             | pass
    percent_change(before=40, after=50) = 20 %             | fail
    percent_change.after(before=40, change=25 %) = 50      | pass
    percent_change.before(after=50, change=25 %) = 40      | pass
    total(parts=[12.4, 89.0]) = 101.4                      | pass
    shares(shares=[33 %, 33 %, 33 %]) = 100.0 %            | borderline
    cagr(start=100, end=200, periods=10) = 7.2 %           | pass
    cagr.periods(start=100, end=200, rate=7.2 %) = 10      | pass
    doubling_time(rate=7.0 %) = 10.2                       | pass
    order_of_magnitude.larger(smaller=8000, orders=2) = 80万 | pass
    times_more(before=2, after=8) = 3                      | pass
    times_more(before=2, after=6) = 3                      | pass
    times_more(before=2, after=12) = 3                     | fail
    granularity(n=28) = 5.19                               | fail
    granularity(n=28) = 5.18                               | pass
    granularity(n=20) = 33 %                               | fail
    granularity(n=3) = about 30 %                          | pass
    duration(start=2024-07-04, end=2024-07-23) = 19 day    | pass
    average(values=[900 m, 1.1 km]) = 1.00 km              | pass
    percent_chang(before=40, after=50) = 25 %              | FC305
    percent_change(befor=40, after=50) = 25 %              | FC306
    percent_change(40, 50) = 25 %                          | FC306
    sqr(9) = 3                                             | FC305
    mile(3) = 3                                            | FC305
    percent_change.foo(before=40, after=50) = 25 %         | FC306
    percent_change(before=40) = 25 %                       | FC306
    percent_change(before=40, before=41, after=50) = 25 %  | FC306
    percent_change(before=40, after=50, change=1) = 25 %   | FC306
    percent_change(before=[40, 41], after=50) = 25 %       | FC306
    total(parts=5) = 5                                     | FC306
    total(parts=[]) = 5                                    | FC306
    total(parts=[5 kg, 5 m]) = 5                           | FC203
    percent_change(before=40 kg, after=50 m) = 25 %        | FC203
    speed(distance=5 kg, time=1 s) = 5 m/s                 | FC203
    weighted_average(values=[1, 2], weights=[1]) = 1       | FC306
"""

SMALL = """
    cube(side=2 m) = 8 m^3                 | pass
    cube.side(volume=8 m^3) = 2 m          | pass
    cube(side=2) = 8 m^3                   | FC203
    circle.x(y=4) = 2                      | FC307
    spread(values=[1 m, 5 m, 3 m]) = 4 m   | pass
    spread.values(spread=5) = 3            | FC307
    pick(n=20) = 33 %                      | fail
    pick(n=20) = 35 %                      | pass
    pick(n=20) in 34 % to 36 %             | pass
    pick(n=20) in 33 % to 34 %             | fail
    pick(n=20) > 25 %                      | pass
    pick(n=20) = more than 25 %            | pass
    pick(n=20) = less than 5 %             | pass
    pick(n=20, k=7) = 35 %                 | pass
    pick.k(n=20, share=35 %) = 7           | pass
"""

# functions and operations
FUNCTIONS = """
    sqrt(2) = 1.414                        | pass
    sqrt(4 m^2) = 2 m                      | pass
    2^0.5 = 1.414                          | pass
    (4 m^2)^(1/2) = 2 m                    | pass
    8^(2/3) = 4.000                        | pass
    8^-(1/3) = 0.500                       | pass
    (2 m)^3 = 8 m^3                        | pass
    log(10) = 2.3026                       | pass
    log10(1000) = 3.000                    | pass
    log10(1/1000) = -3.000                 | pass
    exp(1) = 2.71828                       | pass
    abs(3 - 5) = 2.0                       | pass
    min(3 m, 5 m) = 3 m                    | pass
    max([3, 5], 4) = 5                     | pass
    sum([1, 2, 3]) = 6                     | pass
    len([1, 2, 3]) = 3                     | pass
    sum([1 kg, 2 m]) = 3                   | FC203
    max(1 kg, 2 m) = 3                     | FC203
    sqrt(4, 5) = 2                         | FC306
    max() = 2                              | FC306
    [1, 2] = 3                             | FC306
    sqrt(-1) = 1                           | FC209
    log(0) = 1                             | FC209
    (0-8)^(1/3) = 2                        | FC209
    (1-2)^0.123 = 1                        | FC209
    1 / 0 = 1                              | FC204
    1 / (2 - 2) = 1                        | FC204
    0^-1 = 1                               | FC204
    0^(0-1/2) = 1                          | FC204
    2^(1 m) = 1                            | FC203
    (2 m)^x = 1                            | FC203
    5 kg + 5 m = 1                         | FC203
    2024-08-04 * 2 = 1                     | FC203
    2024-08-04 + 2024-08-05 = 1            | FC203
    (1 : 2) = 1                            | FC210
    5 > 5 to 6                             | FC210
    1:2 = 0.50                             | pass
    x = 0.5:1:2                            | FC210
    x : 1 = 0:2                            | FC210
"""


@pytest.mark.parametrize(("says", "expected"), rows(STATEMENTS))
def test_rules_of_the_packs(says: str, expected: str, judge: Judge) -> None:
    found = judge(says)
    assert (found.code if found.verdict == "error" else found.verdict) == expected, found.headline


@pytest.mark.parametrize(("says", "expected"), rows(SMALL))
def test_rules_of_a_small_pack(says: str, expected: str, small: Judge) -> None:
    found = small(says)
    assert (found.code if found.verdict == "error" else found.verdict) == expected, found.headline


@pytest.mark.parametrize(("says", "expected"), rows(FUNCTIONS))
def test_functions_and_operations(says: str, expected: str, judge: Judge) -> None:
    found = judge(says, given={"x": "2.0"})
    assert (found.code if found.verdict == "error" else found.verdict) == expected, found.headline


def test_the_report_names_the_reading(judge: Judge) -> None:
    read = {after: [note.code for note in judge(f"times_more(before=2, after={after}) = 3").notes] for after in (6, 8)}
    assert "FC416" in read[6]
    assert "FC416" not in read[8]


def test_a_rule_is_solved_in_a_process_of_its_own(knowledge: Knowledge) -> None:
    solved = Equations()
    solved.prepare([knowledge.rules["percent_change"], knowledge.rules["times_more"]])
    answers = solved.store["change = (after - before) / before"]
    assert answers["after"] == ["(before * (1 + change))"]
    assert solved.store["factor = after / before"]["before"] == ["(after / factor)"]
    assert solved.left(knowledge.rules["percent_change"]) == "change"


def test_what_takes_too_long_gets_no_answer_and_the_others_go_on() -> None:
    """The first equation would need hours; the child that is stuck with it is ended, a new one does the rest."""
    hard = "y = exp(x ^ 7 + x ^ 3 + sqrt(x)) + log(x + x ^ 5) ^ x"
    found = solve_all([("a = b * c", ["a", "b", "c"]), (hard, ["x", "y"]), ("p = q + r", ["p", "q", "r"])], 2)
    assert found["a = b * c"]["b"] == ["(a / c)"]
    assert found["p = q + r"]["q"]
    assert not found[hard].get("x")


def test_the_folder_that_is_checked_runs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's project may hold a file named sympy.py."""
    (tmp_path / "sympy.py").write_text("open('ran', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert solve_all([("a = b * c", ["a", "b", "c"])], 10)["a = b * c"]["b"] == ["(a / c)"]
    assert not (tmp_path / "ran").exists()
