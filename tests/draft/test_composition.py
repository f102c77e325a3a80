"""Totals, shares, ratios, and so much each: the numbers that a sentence puts together."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]

SUMS = [
    ("The choir has 48 members, made up of 20 sopranos, 16 altos and 12 basses.", {"48": "pass"}),
    ("The choir has 52 members, made up of 20 sopranos, 16 altos and 12 basses.", {"52": "fail"}),
    ("It sold 310 bikes in May, 250 in June and 190 in July, 750 in all.", {"750 in all": "pass"}),
    ("It sold 310 bikes in May, 250 in June and 190 in July, for a total of 850.", {"850": "fail"}),
    ("前仓装载12吨，后仓装载9吨，合计21吨。", {"21吨": "pass"}),
    ("前仓装载12吨，后仓装载9吨，合计31吨。", {"31吨": "fail"}),
]


@pytest.mark.parametrize(("text", "found"), SUMS)
def test_a_total_is_the_sum_of_its_parts(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert loose(verdicts(text, "sum")) == loose(found)


SHARES = [
    ("Of the 250 seats, 175 were taken, or 70 percent.", {"70 percent": "pass"}),
    ("Of the 250 seats, 175 were taken, or 60 percent.", {"60 percent": "fail"}),
    ("The grid lost 30 MW, a tenth of the 300 MW that it feeds.", {"a tenth": "pass"}),
    ("全村共有420户，其中336户通了燃气，占80%。", {"80%": "pass"}),
    ("全村共有420户，其中336户通了燃气，占75%。", {"75%": "fail"}),
    ("实测跑了390公里，仅为600公里标称续航的65%。", {"65%": "pass"}),
]


@pytest.mark.parametrize(("text", "found"), SHARES)
def test_a_share_is_its_part_of_the_whole(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert loose(verdicts(text, "share")) == loose(found)


RESTS = [
    (
        "Rent takes 45 percent of the budget and food 30 percent, leaving 25 percent for the rest.",
        {"25 percent": "pass"},
    ),
    (
        "Rent takes 45 percent of the budget and food 30 percent, leaving 35 percent for the rest.",
        {"35 percent": "fail"},
    ),
    ("水电占62%，风电占23%，其余15%来自光伏。", {"15%": "pass"}),
    ("水电占62%，风电占23%，其余25%来自光伏。", {"25%": "fail"}),
]


@pytest.mark.parametrize(("text", "found"), RESTS)
def test_shares_make_a_whole(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert loose(verdicts(text, "shares-sum")) == loose(found)


EACH = [
    ("The barge carries 40 containers at 12 tonnes each, 480 tonnes in all.", "product", {"480 tonnes in all": "pass"}),
    ("The barge carries 40 containers at 12 tonnes each, 580 tonnes in all.", "product", {"580 tonnes in all": "fail"}),
    ("The 36 orchards gave 900 tonnes of fruit, 25 tonnes apiece on average.", "quotient", {"25 tonnes": "pass"}),
    ("The 36 orchards gave 900 tonnes of fruit, 35 tonnes apiece on average.", "quotient", {"35 tonnes": "fail"}),
    ("They bought 80 acres at $4,500 an acre, $360,000 in total.", "product", {"$360,000 in total": "pass"}),
    ("船上有8台泵，单台流量15吨，合计120吨。", "product", {"120吨": "pass"}),
    ("船上有8台泵，单台流量15吨，合计150吨。", "product", {"150吨": "fail"}),
]


@pytest.mark.parametrize(("text", "kind", "found"), EACH)
def test_so_many_at_so_much_each(verdicts: Verdicts, text: str, kind: str, found: dict[str, str]) -> None:
    assert loose(verdicts(text, kind)) == loose(found)


RATIOS = [
    ("The hall seats 90 guests and 30 waiters, a ratio of 3:1.", {"3:1": "pass"}),
    ("The hall seats 90 guests and 30 waiters, a ratio of 4:1.", {"4:1": "fail"}),
    ("班上有男生28名、女生14名，男女比例为2:1。", {"2:1": "pass"}),
    ("班上有男生28名、女生14名，男女比例为3:1。", {"3:1": "fail"}),
]


@pytest.mark.parametrize(("text", "found"), RATIOS)
def test_a_ratio_is_of_the_two_numbers_beside_it(verdicts: Verdicts, text: str, found: dict[str, str]) -> None:
    assert verdicts(text, "ratio") == found


SILENT = [
    "The team won 3:1 with 11 players and 5 substitutes.",
    "In a group of 100 people, 55 have been to Iceland and 43 to Norway.",
    "Inflation was 3 percent, unemployment 5 percent and growth 2 percent.",
    "The museum has 12 rooms, 4 of them closed, and 300 paintings on 3 floors.",
    "13 cases were reported: five in Arizona, three in Utah and one each in Oregon and Nebraska.",
    "地图比例尺为1:50000，图上有3条河和2座山。",
]


@pytest.mark.parametrize("text", SILENT)
def test_numbers_that_are_not_said_to_be_related_are_left_alone(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, "sum|share|shares-sum|product|quotient|ratio").values()


def loose(found: dict[str, str]) -> dict[str, str]:
    """Compare by the number alone, whatever words the mention takes along."""
    return {"".join(c for c in text if c.isdigit() or c in ".%:") or text: verdict for text, verdict in found.items()}
