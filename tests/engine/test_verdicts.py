"""Verdicts: the table of the design, row by row. A premise ``x`` is compared with what the text states."""

import pytest

from tests.conftest import Judge
from tests.notation import rows

# x | statement | verdict | grade
VERDICTS = """
    9.05        | x = 9             | pass       | -
    9.05        | x = 9.1           | pass       | -
    9.05        | x = 9.0           | pass       | -
    9.05        | x = 9.2           | fail       | slip
    9.05        | x = 9.3           | fail       | wrong
    9           | x = 9.05          | fail       | wrong
    5.0         | x = 5.04          | borderline | -
    5.0         | x = 5.07          | fail       | wrong
    5.0         | x = 6             | fail       | wrong
    15          | x = 16            | fail       | slip
    5.0         | x = 7             | fail       | wrong
    1.25        | x = 1.2           | pass       | -
    1.25        | x = 1.3           | pass       | -
    5           | x ~ 6             | fail       | wrong
    5.5         | x ~ 6             | pass       | -
    95          | x ~ 100           | pass       | -
    84          | x ~ 100           | fail       | wrong
    2.0         | x = doubled       | pass       | -
    2.4         | x = doubled       | fail       | wrong

    104         | x = 100           | pass       | -
    106         | x = 100           | fail       | wrong
    8040        | x = 8000          | pass       | -
    8060        | x = 8000          | fail       | wrong
    535亿       | x = 540亿         | pass       | -
    534亿       | x = 540亿         | fail       | wrong

    6           | x > 5             | pass       | -
    5           | x > 5             | fail       | decision
    5           | x >= 不到8        | borderline | -
    5           | x >= -(-(不到8))  | borderline | -
    9           | x >= 不到8        | pass       | -
    5           | x > more than 8   | fail       | decision
    5           | x >= 5            | pass       | -
    4           | x >= 5            | fail       | decision
    5           | x < 5             | fail       | decision
    5           | x <= 5            | pass       | -
    5.0         | x > 5             | borderline | -
    5.1         | x > 5             | pass       | -
    276,243     | x = 超过27.6万    | pass       | -
    276,243     | x = 超过30万      | fail       | decision
    25          | x = 至少25        | pass       | -
    25          | x = 不到25        | fail       | decision
    99          | x = 近100         | pass       | -
    101         | x = 近100         | fail       | slip
    102         | x = 近100         | fail       | wrong

    25          | x in 20–30        | pass       | -
    31          | x in 20–30        | fail       | wrong
    30.0        | x in 20–30        | pass       | -
    30.2        | x in 20–30        | fail       | wrong

    more than 5 | x > 5             | pass       | -
    more than 5 | x > 4             | pass       | -
    more than 5 | x < 5             | fail       | decision
    more than 5 | x = 3             | fail       | wrong
    more than 5 | x > 6             | borderline | -
    up to 5     | x < 6             | pass       | -
    up to 5     | x > 6             | fail       | decision
    at least 5  | x >= 5            | pass       | -
    nearly 100  | x < 101           | pass       | -

    十几        | x in 10–20        | pass       | -
    十几        | x = 15            | unverified | -
    十几        | x = 30            | fail       | wrong
    5–6         | x > 4             | pass       | -
    5–6         | x > 5.5           | unverified | -
    27万多      | x > 26万          | pass       | -
    27万多      | x = 27.5万        | unverified | -
    27万多      | x = 30万          | fail       | wrong
"""

# x | statement | code of a note that must be there
REMARKS = """
    362.0       | x = 362           |
    5           | x = 5             |
    9.05        | x = 9.1           | FC411
    5.3         | x = 5.34          |
    104         | x = 100           | FC412
    100         | x = 100           |
    about 5     | x = 5             | FC411
    276,000     | x > 10,000        | FC414
    276,000     | x > 200,000       |
    276,000     | x = more than 1万 | FC414
    10          | x < 100           | FC414
    10          | x = up to 11      |
    0.5 to 3    | x < 100           |
    1           | x > -1            |
"""


@pytest.mark.parametrize(("x", "says", "verdict", "grade"), [row for row in rows(VERDICTS) if len(row) > 1])
def test_verdict(x: str, says: str, verdict: str, grade: str, judge: Judge) -> None:
    found = judge(says, given={"x": x})
    assert (found.verdict, found.grade or "-") == (verdict, grade), found.headline


@pytest.mark.parametrize("row", rows(REMARKS))
def test_remarks(row: tuple[str, ...], judge: Judge) -> None:
    x, says, code = row[0], row[1].removesuffix("|").strip(), row[2] if len(row) > 2 else ""
    found = judge(says, given={"x": x})
    codes = {note.code for note in found.notes} & {"FC411", "FC412", "FC413", "FC414"}
    assert codes == ({code} if code else set()), found.notes


def test_a_range_that_agrees_with_half_and_double_is_vacuous(judge: Judge) -> None:
    found = judge("x * 1 = 1", given={"x": "1 ± 2"})
    assert found.verdict == "pass"
    assert "FC413" in {note.code for note in found.notes}


def test_a_missing_premise_leaves_the_claim_unverified(judge: Judge) -> None:
    for value in (None, "unknown", "?", "未知"):
        found = judge("x / 2 = 5", given={"x": value})
        assert (found.verdict, found.code, found.headline) == ("unverified", "FC405", "the premise `x` has no value")


def test_both_sides_may_be_calculated(judge: Judge) -> None:
    given = {"a": "90000", "b": "40000", "c": "4.0万"}
    assert judge("a > b", given=given).verdict == "pass"
    assert judge("b > a", given=given).grade == "decision"
    assert judge("b = c", given=given).verdict == "pass"
    assert judge("b > c", given=given).verdict == "borderline"
    assert judge("b ~ a / 2", given=given).verdict == "pass"
    assert judge("b = a / 2", given=given).verdict == "fail"


def test_two_counts_of_a_text_may_contradict_its_order(judge: Judge) -> None:
    """The text says that A is stronger, and needs more of A than of B for the same work."""
    found = judge("100 EFLOP/s / 32万 A100 > 100 EFLOP/s / (27.6万 A100)")
    assert (found.verdict, found.grade) == ("fail", "decision")


# statement | verdict | does the other order hold?
RATIOS = """
    4万 H100 : 9万 H100 = 1:2    | pass | fail
    9万 H100 : 4万 H100 ~ 1:2    | fail | pass
    4 D1 : 9 tile = 1:2          | pass | fail
    4.7 : 1 = 5:1                | pass | fail
    117 : 100 = 117:100          | pass | fail
    116.4 : 100 = 117:100        | fail | fail
    1 : 3.1 ~ 1:3                | pass | fail
    1 : 1.7 = 约1:2              | pass | fail
    4 : 9 < 1:2                  | pass | fail
    4 : 9 > 1:2                  | fail | pass
    9 : 4 > 2:1                  | pass | fail
    4 : 8 >= 1:2                 | pass | pass
"""


@pytest.mark.parametrize(("says", "verdict", "other"), rows(RATIOS))
def test_a_ratio_is_compared_in_the_order_written(says: str, verdict: str, other: str, judge: Judge) -> None:
    found = judge(says)
    assert found.verdict == verdict, found.headline
    orders = [each.verdict for each in found.alternatives if each.choice.startswith("the other order")]
    assert orders == [other]
    assert ("FC417" in {note.code for note in found.notes}) == (verdict == "fail" and other == "pass")


# statement | verdict
DATES = """
    2024-08-04 = 2024               | pass
    2024-08-04 = 2023               | fail
    2024-08-04 in 2024-08           | pass
    2024-08-04 > 2024-07            | pass
    2024-07-15 > 2024-07            | fail
    2024-07-15 < 2024               | fail
    2024-08 = 2024-08-04            | borderline
    2024-08-04 - 2024-07-04 = 31 day | pass
    2024-08-04 - 2024-07-04 = 30 day | fail
    2024-07-04 + 31 day = 2024-08-04 | pass
    2024-08-04 - 1 week = 2024-07-28 | pass
    article.date - 2021-08-19 = 三年 | pass
    article.date - 2021-08-19 > 3 year | fail
    article.date = 2024-08-04       | pass
"""


@pytest.mark.parametrize(("says", "verdict"), rows(DATES))
def test_dates(says: str, verdict: str, judge: Judge) -> None:
    assert judge(says, date="2024-08-04").verdict == verdict


def test_without_its_date_the_article_leaves_a_claim_unverified(judge: Judge) -> None:
    assert judge("article.date = 2024").verdict == "unverified"


# Temperatures have an offset; their differences have none.
TEMPERATURES = """
    100 °C = 212 °F           | pass
    20 °C = 293 K             | pass
    20 °C = 20 K              | fail
    100 °C - 20 °C = 80 K     | pass
    -40 °C = -40 °F           | pass
    30 °C > 300 K             | pass
"""


@pytest.mark.parametrize(("says", "verdict"), rows(TEMPERATURES))
def test_temperatures(says: str, verdict: str, judge: Judge) -> None:
    assert judge(says).verdict == verdict


# x | statement | how far it is said to be: of negative values, too, what is smaller is below
DISTANCES = """
    -20.9 % | x = -20.1 % | 4 % below
    -20.9 % | x = -22.0 % | 5 % above
    20.9 %  | x = 20.1 %  | 4 % above
    -30.5   | x = -20     | 52 % below
"""


@pytest.mark.parametrize(("x", "says", "far"), rows(DISTANCES))
def test_it_is_said_on_which_side_a_value_lies(x: str, says: str, far: str, judge: Judge) -> None:
    outcome = judge(says, given={"x": x})
    assert outcome.headline.endswith(f"({far})")
    way = {"below": "above", "above": "below"}[far.rsplit(maxsplit=1)[-1]]
    assert f" {way} the premise" in " ".join(one.distance for one in outcome.requirements)


# Amounts to the cent are exact where they are compared or added up; a price that is multiplied may be rounded.
CENTS = """
    $25.00 = $25.01                      | fail
    $20.00 + $5.01 = $25.00              | fail
    $20.00 + $5.00 = $25.00              | pass
    sum([$20.00, $5.01]) = $25.00        | fail
    20.00 + 5.01 = 25.00                 | borderline
    8.103 * $46.99 = $380.77             | borderline
    $1.25bn = $1.26bn                    | borderline
"""


@pytest.mark.parametrize(("says", "verdict"), rows(CENTS))
def test_amounts_to_the_cent(says: str, verdict: str, judge: Judge) -> None:
    assert judge(says).verdict == verdict


# A wider reading never turns a pass into a fail: the same value, stated with ever fewer digits.
WIDER = [
    ["276.2430", "276.243", "276.24", "276.2", "276", "about 276", "about 280", "about 300"],
    ["0.33333", "0.3333", "0.333", "0.33", "0.3", "about 0.3", "三成", "三分之一"],
]


@pytest.mark.parametrize("stated", WIDER)
def test_fewer_digits_keep_a_pass(stated: list[str], judge: Judge) -> None:
    x = stated[0]
    assert [judge(f"x = {text}", given={"x": x}).verdict for text in stated] == ["pass"] * len(stated)
