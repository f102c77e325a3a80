"""What each input would have to be for a claim to hold, and which input moves the result."""

import pytest

from tests.conftest import Judge


def texts(outcome: object) -> list[str]:
    return [requirement.text for requirement in outcome.requirements]  # type: ignore[attr-defined]


def test_a_bound_that_is_not_reached(judge: Judge) -> None:
    outcome = judge("target / D1.peak > 30万 D1", given={"target": "100 EFLOP/s"})
    assert texts(outcome) == [
        "D1.peak would have to be below 333.333 TFLOP/s/D1, 7.9 % below the spec",
        "target would have to be above 108.6 EFLOP/s, 8.6 % above the premise",
    ]


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("a + b = 12", "a would have to be 7 (6.5 to 7.5), 40 % above the premise"),
        ("a - b = 2", "a would have to be 7 (6.5 to 7.5), 40 % above the premise"),
        ("b - a = 2", "a would have to be 3 (2.5 to 3.5), 40 % below the premise"),
        ("a * b = 35", "a would have to be 7 (6.9 to 7.1), 40 % above the premise"),
        ("a / b = 1.4", "a would have to be 7 (6.75 to 7.25), 40 % above the premise"),
        ("b / a = 2.0", "a would have to be 2.5 (2.439024 to 2.564103), 50 % below the premise"),
        ("a ^ 2 = 49", "a would have to be 7 (6.964194 to 7.035624), 40 % above the premise"),
        ("sqrt(a) = 4.00", "a would have to be 16 (15.96002 to 16.04003), 3.2 times the premise"),
        ("a / (a + b) = 75.0 %", "a would have to be 15 (14.96007 to 15.04009), 3 times the premise"),
    ],
)
def test_each_operation_is_undone(says: str, expected: str, judge: Judge) -> None:
    assert expected in texts(judge(says, given={"a": "5", "b": "5"}))


def test_a_miss_within_the_inputs_rounding_says_so(judge: Judge) -> None:
    outcome = judge("a * 10 = 52.4", given={"a": "5.2"})
    assert outcome.verdict == "borderline"
    assert texts(outcome)[0].endswith("which is within its own rounding")


def test_nothing_is_required_of_a_claim_that_holds(judge: Judge) -> None:
    assert judge("2 + 2 = 4").requirements == ()


def test_the_input_that_moves_the_result_most_comes_first(judge: Judge) -> None:
    outcome = judge("a ^ 3 * b / c = 1", given={"a": "2", "b": "3", "c": "4"})
    assert [(one.name, one.elasticity) for one in outcome.influences] == [("a", "3"), ("b", "1"), ("c", "-1")]


def test_an_input_that_occurs_twice_has_one_influence(judge: Judge) -> None:
    outcome = judge("(b - a) / a = 1", given={"a": "2", "b": "3"})
    assert [(one.name, one.elasticity) for one in outcome.influences] == [("a", "-3"), ("b", "3")]


def test_a_formula_is_written_for_print(judge: Judge) -> None:
    outcome = judge("target / D1.peak > 1 D1", given={"target": "100 EFLOP/s"})
    assert outcome.formula == "target ÷ D1.peak"
    assert outcome.latex == r"\frac{\text{target}}{\text{D1.peak}}"
    assert judge("(2 + 3) * 4 ^ 2 = 80").latex == r"\left(\text{2} + \text{3}\right) \cdot {\text{4}}^{2}"


def test_another_length_of_the_year_is_a_choice_where_it_matters(judge: Judge) -> None:
    outcome = judge("1461 day = 4.0000 year")
    assert outcome.verdict == "fail"
    assert [(one.choice, one.verdict) for one in outcome.alternatives] == [("a year of 365.25 days", "pass")]
    assert judge("1461 day = 4 year").alternatives == ()


def test_two_values_of_one_fact_are_told_apart_by_what_they_do_not_share(judge: Judge) -> None:
    outcome = judge("D1.peak[fp32] / D1.peak[bf16] = 2")
    assert [text.partition(" would")[0] for text in texts(outcome)] == ["D1.peak[bf16]", "D1.peak[fp32]"]
