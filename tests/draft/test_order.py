"""Which of two numbers is the larger: wrong only where the words compare those two, and say in what."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]

COMPARED = [
    ("The barge carries 940 tonnes, more than the 870 tonnes of its sister.", "pass"),
    ("The barge carries 840 tonnes, more than the 870 tonnes of its sister.", "fail"),
    ("新塔高210米，低于旁边185米的老塔。", "fail"),
    ("这条船载重940吨，高于姊妹船的870吨。", "pass"),
]

SOMETHING_ELSE = [
    "The loan closed 20 points below the 90 of last week.",
    "The shaft ends 1,450 feet below the 820 feet of the old one.",
    "The firm lost $1.31 a share, far worse than the 93 cents of a year earlier.",
    "The jet has 290 seats, fewer than the 350's rivals.",
    "The gain of $1.7 million did more than offset the $5.5 million of the other plants.",
    "Net worth of $1.2 billion must be greater than the higher of $1.5 billion and half of the debt.",
    "He sold 40 boats. The yard had been valued at more than the 90 boats of its rival.",
    "Sales in the first two quarters will be stronger than in the same two quarters of last year.",
]


@pytest.mark.parametrize(("text", "verdict"), COMPARED)
def test_two_numbers_are_in_the_order_that_is_said(verdicts: Verdicts, text: str, verdict: str) -> None:
    assert list(verdicts(text, "order").values()) == [verdict]


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_a_difference_or_a_farther_number_is_not_compared(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, "order").values()
