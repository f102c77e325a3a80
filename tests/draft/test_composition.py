"""A whole and its parts: totals, shares, rests, so many at so much each, ratios."""

import pytest

from factcheck.engine.resolve.setting import Engine
from tests.draft.judging import judged, unsaid

SUMS = [
    (
        "The choir has 48 members, made up of 20 sopranos, 16 altos and 12 basses.",
        "48",
        "pass",
        "total",
        ("20", "16", "12"),
    ),
    (
        "The choir has 52 members, made up of 20 sopranos, 16 altos and 12 basses.",
        "52",
        "fail",
        "total",
        ("20", "16", "12"),
    ),
    (
        "It sold 310 bikes in May, 250 in June and 190 in July, 750 in all.",
        "750",
        "pass",
        "total",
        ("310", "250", "190"),
    ),
    (
        "It sold 310 bikes in May, 250 in June and 190 in July, for a total of 850.",
        "850",
        "fail",
        "total",
        ("310", "250", "190"),
    ),
    ("前仓装载12吨，后仓装载9吨，合计21吨。", "21吨", "pass", "total", ("12吨", "9吨")),
    ("前仓装载12吨，后仓装载9吨，合计31吨。", "31吨", "fail", "total", ("12吨", "9吨")),
    ("The crew has 6 divers, 11 cooks and 3 nurses, 20 people altogether.", "20", "pass", "total", ("6", "11", "3")),
    (
        "The shop sold 90 tickets: 40 to adults, 35 to children and 25 to students.",
        "90",
        "fail",
        "total",
        ("40", "35", "25"),
    ),
    (
        "The shop sold 100 tickets: 40 to adults, 35 to children and 25 to students.",
        "100",
        "pass",
        "total",
        ("40", "35", "25"),
    ),
    ("码头停有渔船14艘、货船9艘、游艇5艘，共28艘。", "28艘", "pass", "total", ("14艘", "9艘", "5艘")),
    ("两笔捐款分别为2.5亿元和1.5亿元，合计4亿元。", "4亿元", "pass", "total", ("2.5亿元", "1.5亿元")),
    (
        "The rider has seven medals: two gold, three silver and one bronze.",
        "seven",
        "fail",
        "total",
        ("two", "three", "one"),
    ),
    (
        "驳船在上港装木材400捆，在中港装木材250捆，在下港装木材150捆，全船共载900捆。",
        "900捆",
        "fail",
        "total",
        ("400捆", "250捆", "150捆"),
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), SUMS)
def test_a_total_is_the_sum_of_its_parts(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


SHARES = [
    ("Of the 250 seats, 175 were taken, or 70 percent.", "70 percent", "pass", "share", ("175", "250")),
    ("Of the 250 seats, 175 were taken, or 60 percent.", "60 percent", "fail", "share", ("175", "250")),
    ("The grid lost 30 MW, a tenth of the 300 MW that it feeds.", "a tenth", "pass", "share", ("30 MW", "300 MW")),
    ("全村共有420户，其中336户通了燃气，占80%。", "80%", "pass", "share", ("336户", "420户")),
    ("全村共有420户，其中336户通了燃气，占75%。", "75%", "fail", "share", ("336户", "420户")),
    ("实测跑了390公里，仅为600公里标称续航的65%。", "65%", "pass", "share", ("390公里", "600公里")),
    ("Attendance was 60 percent: 180 of the 300 delegates came.", "60 percent", "pass", "share", ("180", "300")),
    ("应交作业50份，上交44份，上交率88%。", "88%", "pass", "share", ("44份", "50份")),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), SHARES)
def test_a_share_is_its_part_of_the_whole(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


RESTS = [
    (
        "Rent takes 45 percent of the budget and food 30 percent, leaving 25 percent for the rest.",
        "25 percent",
        "pass",
        "rest_share",
        ("45 percent", "30 percent"),
    ),
    (
        "Rent takes 45 percent of the budget and food 30 percent, leaving 35 percent for the rest.",
        "35 percent",
        "fail",
        "rest_share",
        ("45 percent", "30 percent"),
    ),
    ("水电占62%，风电占23%，其余15%来自光伏。", "15%", "pass", "rest_share", ("62%", "23%")),
    ("水电占62%，风电占23%，其余25%来自光伏。", "25%", "fail", "rest_share", ("62%", "23%")),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), RESTS)
def test_shares_make_a_whole(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


EACH = [
    (
        "The barge carries 40 containers at 12 tonnes each, 480 tonnes in all.",
        "480 tonnes",
        "pass",
        "product",
        ("40", "12 tonnes"),
    ),
    (
        "The barge carries 40 containers at 12 tonnes each, 580 tonnes in all.",
        "580 tonnes",
        "fail",
        "product",
        ("40", "12 tonnes"),
    ),
    (
        "The 36 orchards gave 900 tonnes of fruit, 25 tonnes apiece on average.",
        "25 tonnes",
        "pass",
        "quotient",
        ("900 tonnes", "36"),
    ),
    (
        "The 36 orchards gave 900 tonnes of fruit, 35 tonnes apiece on average.",
        "35 tonnes",
        "fail",
        "quotient",
        ("900 tonnes", "36"),
    ),
    (
        "They bought 80 acres at $4,500 an acre, $360,000 in total.",
        "$360,000",
        "pass",
        "product",
        ("80 acres", "$4,500 an acre"),
    ),
    ("船上有8台泵，单台流量15吨，合计120吨。", "120吨", "pass", "product", ("8台", "15吨")),
    ("船上有8台泵，单台流量15吨，合计150吨。", "150吨", "fail", "product", ("8台", "15吨")),
    ("The hall has 18 rows of 30 seats, 540 in all.", "540", "pass", "product", ("18", "30")),
    ("A crew of 12 worked 50 hours each, 700 hours altogether.", "700 hours", "fail", "product", ("12", "50 hours")),
    (
        "The press printed 6,000 books in 15 days, an average of 400 books a day.",
        "400 books a day",
        "pass",
        "quotient",
        ("6,000", "15 days"),
    ),
    ("车队20天行驶3600公里，平均每天180公里。", "180公里", "pass", "quotient", ("3600公里", "20天")),
    ("The winger took 27 corners in 36 games, 0.75 corners per game.", "0.75", "pass", "quotient", ("27", "36")),
    ("The winger took 27 corners in 36 games, 0.85 corners per game.", "0.85", "fail", "quotient", ("27", "36")),
    (
        "The barge has 10 holds with 4 racks of 25 barrels apiece, 1,000 barrels in all.",
        "1,000 barrels",
        "pass",
        "product_of_three",
        ("10", "4", "25 barrels"),
    ),
    (
        "The barge has 10 holds with 4 racks of 25 barrels apiece, 1,200 barrels in all.",
        "1,200 barrels",
        "fail",
        "product_of_three",
        ("10", "4", "25 barrels"),
    ),
    ("水泵每秒抽水30升，一分钟就是1800升。", "1800升", "pass", "rate * time = 1800 liter", ("30升", "一分钟")),
    ("水泵每秒抽水30升，一分钟就是3000升。", "3000升", "fail", "rate * time = 3000 liter", ("30升", "一分钟")),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), EACH)
def test_so_many_at_so_much_each(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


RATIOS = [
    ("The hall seats 90 guests and 30 waiters, a ratio of 3:1.", "3:1", "pass", "first : second = 3:1", ("90", "30")),
    ("The hall seats 90 guests and 30 waiters, a ratio of 4:1.", "4:1", "fail", "first : second = 4:1", ("90", "30")),
    ("班上有男生28名、女生14名，男女比例为2:1。", "2:1", "pass", "first : second = 2:1", ("28名", "14名")),
    ("班上有男生28名、女生14名，男女比例为3:1。", "3:1", "fail", "first : second = 3:1", ("28名", "14名")),
    (
        "Cats outnumber dogs in the shelter, 80 to 20, or by 4 to 1.",
        "4 to 1",
        "pass",
        "first : second = 4:1",
        ("80", "20"),
    ),
    ("赞成票60张、反对票20张，赞成与反对之比为3比1。", "3比1", "pass", "first : second = 3:1", ("60张", "20张")),
    (
        "In the vote 60 elders were for it and 20 against, a margin of three to one.",
        "three to one",
        "pass",
        "first : second = 3:1",
        ("60", "20"),
    ),
    (
        "In the vote 60 elders were for it and 20 against, a margin of four to one.",
        "four to one",
        "fail",
        "first : second = 4:1",
        ("60", "20"),
    ),
]


@pytest.mark.parametrize(("text", "number", "verdict", "says", "operands"), RATIOS)
def test_a_ratio_is_of_the_two_numbers_beside_it(
    engine: Engine, text: str, number: str, verdict: str, says: str, operands: tuple[str, ...]
) -> None:
    assert judged(engine, text, number) == (verdict, says, operands)


SILENT = [
    "The team won 3:1 with 11 players and 5 substitutes.",
    "In a group of 100 people, 55 have been to Iceland and 43 to Norway.",
    "Inflation was 3 percent, unemployment 5 percent and growth 2 percent.",
    "The museum has 12 rooms, 4 of them closed, and 300 paintings on 3 floors.",
    "13 cases were reported: five in Arizona, three in Utah and one each in Oregon and Nebraska.",
    "地图比例尺为1:50000，图上有3条河和2座山。",
    "The band sold 900 tapes, 12 of which are lost, and the rest sold for $4 each and $6 on Sundays.",
    "The three towers cost $2 million, $3 million and $4 million, altogether $9 million.",
    "县里有书店30家，中心区占了8家，其中3家通宵营业。",
    "馆内有字画4万件，另有瓷器300件，每周开放5天。",
    "The choir sings 12 songs from 5 countries; 30 percent of them are new.",
    "Boats cost $20 each way; a crew of 5 pays $80 in total, with bikes at $9 each.",
    "They ordered 14 pumps worth $9,000 each, 20 hoses at $120 each and tools for $600.",
    "The 12-storey house has 96 flats; each costs about $200,000, and a total of $3 million went on the garden.",
    "Sheep to goats: the ratio is 3 to 2 on the hill and 5 to 4 in the valley, where 90 lambs and 40 kids were born.",
    "It takes 20 minutes to charge the 60 kWh pack to 80 percent at a 150 kW station.",
    "乡里有小学20所，每所平均有教师15人，学生共4000人。",
    "社员里30岁以下占45%，其中女性占40%，党员占20%。",
    "The barge made 20 trips with 6 crew of 25 nations, 3,400 guests in all.",
    "Each of the 36 sacks weighs 180 kilos, or 6,480 kilos in all; a cart takes 7,000 kilos.",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent_says_nothing_wrong(engine: Engine, text: str) -> None:
    assert unsaid(engine, text) == []
