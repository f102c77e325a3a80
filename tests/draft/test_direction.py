"""Changes that hold only the other way round are asked about, and never shown as right."""

import pytest

from factcheck.engine.verdict.statement import Engine
from factcheck.proofread.draft import proofread


def said(engine: Engine, text: str) -> list[tuple[str, str, str]]:
    """Return the numbers that something is said of, with the verdict and the message."""
    return [(one.text, one.verdict, one.message) for one in proofread(text, engine).findings]


@pytest.mark.parametrize(
    ("text", "number", "message"),
    [
        (
            "Sales rose 20 % to $80 million from $100 million.",
            "20 %",
            "from $100 million to $80 million is a fall of 20 %, the text says a rise of 20 %",
        ),
        (
            "Sales fell 25 % to $100 million from $80 million.",
            "25 %",
            "from $80 million to $100 million is a rise of 25 %, the text says a fall of 25 %",
        ),
        ("学员由320人减少到400人，减少25%。", "25%", "从320人到400人，增加25%，文中写的是减少25%"),
        ("销售额从100亿元增加到80亿元，增长25%。", "25%", "从100亿元到80亿元，减少20%，文中写的是增加25%"),
    ],
)
def test_a_rise_that_is_a_fall_is_worth_a_look(engine: Engine, text: str, number: str, message: str) -> None:
    assert said(engine, text) == [(number, "query", message)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Revenue falls 14.3 % from $16 million to $14 million.", "14.3 %"),
        ("Revenue rose 12.5 % from $14 million to $16 million.", "12.5 %"),
        ("营业收入从16亿元降到14亿元，下降14.3%。", "14.3%"),
    ],
)
def test_a_change_on_the_wrong_base_is_not_verified_the_other_way_round(engine: Engine, text: str, number: str) -> None:
    ((told, verdict, _),) = said(engine, text)
    assert (told, verdict) == (number, "borderline")


@pytest.mark.parametrize(
    ("text", "number", "message"),
    [
        (
            "Sales rose from $100 million to $80 million.",
            "$80 million",
            "from $100 million to $80 million is not the way that the words say it went",
        ),
        (
            "Sales fell to $100 million in May from $80 million.",
            "$100 million",
            "from $80 million to $100 million is not the way that the words say it went",
        ),
        ("价格由80元降到100元。", "100元", "从80元到100元，与文中所说的升降方向相反"),
        ("失业率由4.5%上升到3.9%。", "3.9%", "从4.5%到3.9%，与文中所说的升降方向相反"),
    ],
)
def test_a_rise_to_less_is_worth_a_look(engine: Engine, text: str, number: str, message: str) -> None:
    assert said(engine, text) == [(number, "query", message)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell to 36 boats from 38, and rentals rose to 31 from 21.",
        "铁路从2.5万公里增加到4.2万公里，公路从13.6万公里增加到17.7万公里。",
        "排名从第8位上升到第3位。",
        "The surplus rose to $14 million from $6 million, and the deficit fell to $7 million from $9 million.",
    ],
)
def test_changes_beside_each_other_are_each_their_own(engine: Engine, text: str) -> None:
    assert [one for one in said(engine, text) if one[1] in {"fail", "query"}] == []


def test_what_is_told_against_an_earlier_value_is_no_change_to_it(engine: Engine) -> None:
    text = (
        "The club had 443,956 visitors from April to June. The same months of 2023 had brought 466,140, so the decline"
    )
    assert said(engine, f"{text} works out at 4.8 percent.")[0][:2] == ("4.8 percent", "pass")


def test_a_share_is_no_change_and_a_change_no_share(engine: Engine) -> None:
    assert [
        one[:2] for one in said(engine, "全县总人口52万人，其中农村人口31万人，占59.6%，城镇人口12万人，占40.4%。")
    ] == [("59.6%", "pass")]
    assert said(engine, "合格率由95.1%提高到97.4%，另有2.3%是免检品，提高2.3%。") == []


@pytest.mark.parametrize("text", ["The rate rose 0.6 %, from 6.2 % to 6.8 %.", "投票率从60%提高到75%，提高了15%。"])
def test_points_that_are_called_per_cent_are_a_named_slip(engine: Engine, text: str) -> None:
    (found,) = proofread(text, engine).findings
    assert (found.verdict, [slip.name for slip in found.outcome.slips]) == ("fail", ["points"])


def test_so_many_times_more_in_chinese_is_one_more_than_that(engine: Engine) -> None:
    assert said(engine, "出口额从2.5亿元增加到10亿元，增加3倍。") == [
        ("3倍", "pass", "10亿元比2.5亿元多3倍，与文中一致")
    ]
    loose = said(engine, "出口额从2.5亿元增加到7.5亿元，增加3倍。")
    assert loose == [("3倍", "query", "7.5亿元是2.5亿元的3倍（不是多3倍），文中写的是3倍")]
    (english,) = said(engine, "The club's 30 members are three times more than the 10 of 1990.")
    assert english == ("three", "pass", "with “times more” for “times”, 30 is 3 times 10, as the draft says")


def test_the_miles_of_a_ship_are_asked_about(engine: Engine) -> None:
    (found,) = proofread("The ketch lay 30 miles (56 km) off the cape.", engine).findings
    assert (found.verdict, found.reason) == ("query", "it would hold for nautical miles")
