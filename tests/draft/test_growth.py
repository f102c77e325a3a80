"""Growth of each year, compounded."""

from collections.abc import Callable

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread

Verdicts = Callable[[str, str], dict[str, str]]
KINDS = "compound-growth"


def of(verdicts: Verdicts, text: str, number: str) -> str:
    """Return the verdict on a number, or nothing."""
    return next((verdict for found, verdict in verdicts(text, KINDS).items() if number in found), "")


GROWTH = [
    ("Exports grew from $40 million in 2012 to $80 million in 2022, a CAGR of 7.2%.", "7.2%", "pass"),
    ("Exports grew from $40 million in 2012 to $80 million in 2022, a CAGR of 10%.", "10%", "fail"),
    ("The fleet grew from 300 to 440 ships in eight years, or 4.9 percent a year.", "4.9 percent", "pass"),
    ("The fleet shrank from 440 to 300 ships in eight years, or 4.7 percent a year.", "4.7 percent", "pass"),
    (
        "Output more than doubled, from 3 million tonnes to 7 million, in ten years. That is 8.8 percent a year.",
        "8.8",
        "pass",
    ),
    ("产值由2016年的30亿元增长到2021年的45亿元，年均增长8.4%。", "8.4%", "pass"),
    ("产值由2016年的30亿元增长到2021年的45亿元，年复合增长率18%。", "18%", "fail"),
    ("产值由2016年的30亿元增长到2021年的45亿元，扣除物价因素，年均增长6.4%。", "6.4%", ""),
    ("The market should grow 7.0% annually, or 40% in total, from 2020 to 2025.", "40%", "pass"),
    ("The market should grow 7.0% annually, or 60% in total, from 2020 to 2025.", "60%", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), GROWTH)
def test_growth_a_year(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert of(verdicts, text, number) == verdict


SILENT = [
    "Turnover was $32 million and $28 million in 2023 and 2022, annual growth of 12% and 15%.",
    "Deposits had a CAGR of 53% from 2015 to 2023. They were $3.6 billion in 2022 and $4.2 billion in 2023.",
    "Stocks grew at a compounded 10 percent a year since 1983. Profit was £4 million, after £11 million in 1985.",
    "累计支出4.5万亿元，年均增长23.5%。",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_rate_is_wrong_of_other_values(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, KINDS).values()


def test_a_rate_that_counts_the_first_and_the_last_year_is_asked_about(engine: Engine) -> None:
    text = "Net sales grew from $46.3 million in 2019 to $83.6 million in 2023, a {} compound annual growth rate."
    asked, wrong = (proofread(text.format(rate), engine).findings[-1] for rate in ("13%", "18.9%"))
    assert (asked.verdict, wrong.verdict) == ("query", "fail")
    assert asked.reason == "it would hold if the first and the last year were both counted"
