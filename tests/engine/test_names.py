"""Premises and other claims as inputs: by id, as stated, in chains and circles."""

import pytest

from tests.conftest import Judge
from tests.notation import rows

OTHERS = {
    "count": "100 EFLOP/s / D1.peak > 27.6万 D1",
    "share": "1 : 3 ~ 1:3",
    "wrong": "2 + 2 = 5",
    "broken": "foo = 5",
    "uses-broken": "broken + 1 = 5",
    "round-a": "round-b = 1",
    "round-b": "round-a = 1",
    "unknown": "missing * 2 = 5",
}
GIVEN = {
    "target": "100 EFLOP/s",
    "twice": "2 * base",
    "base": "21",
    "missing": "unknown",
    "loop": "loop + 1",
    "bad": "5 foo",
}

# statement | verdict | code
STATEMENTS = """
    count = 276,243 D1           | pass       |
    count.stated = 27.6万 D1     | pass       |
    count.stated > 30万 D1       | fail       | FC401
    share = 0.33                 | pass       |
    wrong = 4                    | pass       |
    wrong.stated = 5             | pass       |
    twice = 42                   | pass       |
    target / D1.peak = count     | pass       |
    unknown = 1                  | unverified | FC405
    missing = 1                  | unverified | FC405
    broken = 5                   | error      |
    uses-broken = 5              | error      |
    bad = 5                      | error      |
    round-a = 1                  | error      | FC304
    loop = 1                     | error      | FC304
    this = 1                     | error      | FC304
    count.foo = 1                | error      | FC302
    target.foo = 1               | error      | FC302
    article.title = 1            | error      | FC302
    counts = 1                   | error      | FC301
"""


@pytest.mark.parametrize("row", rows(STATEMENTS))
def test_statements(row: tuple[str, ...], judge: Judge) -> None:
    says, verdict, code = (*row, "")[:3]
    found = judge(says, given=GIVEN, others=OTHERS)
    assert (found.verdict, found.code) == (verdict.removesuffix("|").strip(), code), found.headline


def test_one_cause_gives_one_diagnostic(judge: Judge) -> None:
    """What depends on a broken claim is marked, and silent: the message stands at the broken one."""
    assert judge("uses-broken = 5", others=OTHERS).diagnostics == ()
    assert len(judge("foo = 5", others=OTHERS).diagnostics) == 1


def test_a_circle_is_written_out(judge: Judge) -> None:
    assert judge("round-a = 1", others=OTHERS).headline.endswith("round-a → round-b → round-a")


def test_the_order_of_claims_does_not_matter(judge: Judge) -> None:
    turned = dict(reversed(OTHERS.items()))
    for row in rows(STATEMENTS):
        first, last = (judge(row[0], given=GIVEN, others=others) for others in (OTHERS, turned))
        assert first == last


def test_a_value_used_twice_is_one_value(judge: Judge) -> None:
    """``count`` is the same quantity wherever it stands: count / count is 1, whatever its range."""
    found = judge("count / count = 1.0000", others=OTHERS)
    assert found.derived is not None
    assert (found.verdict, found.derived.text) == ("pass", "1")


def test_a_premise_of_the_same_name_wins_over_a_unit(judge: Judge) -> None:
    assert judge("m = 5", given={"m": "5"}).verdict == "pass"


def chain(length: int, says: str) -> dict[str, str]:
    return {"c0": "x = 1"} | {f"c{n}": says.format(f"c{n - 1}") for n in range(1, length + 1)}


def test_chains_are_followed_and_bounded(judge: Judge) -> None:
    assert judge("c40 = 41", given={"x": "1"}, others=chain(40, "{0} + 1 = 1")).verdict == "pass"
    assert judge("c60 = 61", given={"x": "1"}, others=chain(60, "{0} + 1 = 1")).code == "FC304"


def test_a_chain_that_doubles_at_every_step_is_bounded(judge: Judge) -> None:
    assert judge("c40 = 1", given={"x": "1.5"}, others=chain(40, "{0} + {0} = 1")).code == "FC207"
