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
    ("The crew has 6 divers, 11 cooks and 3 nurses, 20 people altogether.", {"20": "pass"}),
    ("The mills saw 400,000, 250,000 and 150,000 planks a year, or 800,000 together.", {"800,000": "pass"}),
    ("The shop sold 90 tickets: 40 to adults, 35 to children and 25 to students.", {"90": "fail"}),
    ("The shop sold 100 tickets: 40 to adults, 35 to children and 25 to students.", {"100": "pass"}),
    ("码头停有渔船14艘、货船9艘、游艇5艘，共28艘。", {"28艘": "pass"}),
    ("合唱队70名队员里，女高音20名，女低音15名，男高音12名，男低音13名。", {"70名": "fail"}),
    ("两笔捐款分别为2.5亿元和1.5亿元，合计4亿元。", {"4亿元": "pass"}),
    ("三条船共运盐90吨：甲船30吨，乙船35吨，丙船15吨。", {"90吨": "fail"}),
    ("The pipe is 90 metres long: 30 metres of steel, 20 metres of lead and a bend 10 metres high.", {}),
    ("The stall kept five prizes: two kites, a drum and two tops.", {}),
    ("The rider has seven medals: two gold, three silver and one bronze.", {"seven": "fail"}),
    (
        "It gave $9 million for roofs, $6 million for bells and $2 million for lamps. The $17 million is gone.",
        {"$17 million": "pass"},
    ),
    ("驳船在上港装木材400捆，在中港装木材250捆，在下港装木材150捆，全船共载900捆。", {"900捆": "fail"}),
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
    ("Some 30 of the 240 lamps – one in eight – are broken.", {"one in eight": "pass"}),
    ("Some 60 of the 240 lamps – one in eight – are broken.", {"one in eight": "fail"}),
    ("Attendance was 60 percent: 180 of the 300 delegates came.", {"60 percent": "pass"}),
    ("应交作业50份，上交44份，上交率88%。", {"88%": "pass"}),
    ("今年修路36公里，完成全年目标40公里的80%。", {"80%": "fail"}),
    ("全县常住人口50万人，就业人口30万人，失业率为4%。", {}),
    (
        "Some 800 riders set out. By dusk 120 had turned back. That is a dropout rate of 15 percent.",
        {"15 percent": "pass"},
    ),
    (
        "Some 800 riders set out. By dusk 120 had turned back. That is a dropout rate of 25 percent.",
        {"25 percent": "fail"},
    ),
    ("Some 800 riders were due and 120 stayed at home. This was a turnout of 85 percent.", {}),
    ("春天来了800名学徒。到了秋天，有120人先后离职。老板承认，离职率达到25%。", {"25%": "fail"}),
    ("The vicar owns 500 books. Of these, 120 are loans, 34 percent of the lot.", {"34 percent": "fail"}),
    ("Of 400 tenants asked, 280 replied, and the remaining 30 percent were visited.", {"30 percent": "pass"}),
    ("Of 400 tenants asked, 280 replied, and the remaining 40 percent were visited.", {"40 percent": "fail"}),
    ("The inn has 80 beds, 20 of them new, and the other 30 percent of the money went on paint.", {}),
    ("A fifth of the mill's 85 looms, 17 machines, stand idle.", {"17": "pass"}),
    ("全队85名矿工中，五分之一即17人是学徒。", {"17人": "pass"}),
    ("学校有85名教师，五分之一的学生也就是170人参加演出。", {}),
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
    ("Polled, 52 percent said yes, 39 percent no and 19 percent did not know.", {"19 percent": "fail"}),
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
    ("The hall has 18 rows of 30 seats, 540 in all.", "product", {"540 in all": "pass"}),
    ("A crew of 12 worked 50 hours each, 700 hours altogether.", "product", {"700 hours": "fail"}),
    ("The press printed 6,000 books in 15 days, an average of 400 books a day.", "quotient", {"400": "pass"}),
    ("The press printed 6,000 books in 15 days, an average of 500 books a day.", "quotient", {"500": "fail"}),
    ("每辆车造价80万元，首批采购25辆，总价2000万元。", "product", {"2000万元": "pass"}),
    ("车队20天行驶3600公里，平均每天180公里。", "quotient", {"180公里": "pass"}),
    ("The winger took 27 corners in 36 games, 0.75 corners per game.", "quotient", {"0.75": "pass"}),
    ("The winger took 27 corners in 36 games, 0.85 corners per game.", "quotient", {"0.85": "fail"}),
    ("The inn used 30 crates of pears, each holding 80, or 2,400 pears in a week.", "product", {"2,400": "pass"}),
    ("The inn used 30 crates of pears, each holding 80, or 2,800 pears in a week.", "product", {"2,800": "fail"}),
    ("The barge has 10 holds with 4 racks of 25 barrels apiece, 1,000 barrels in all.", "product", {"1,000": "pass"}),
    ("The barge has 10 holds with 4 racks of 25 barrels apiece, 1,200 barrels in all.", "product", {"1,200": "fail"}),
    ("礼堂有包厢10间，每间4排，每排25座，合计1000座。", "product", {"1000座": "pass"}),
    ("礼堂有包厢10间，每间4排，每排25座，合计1200座。", "product", {"1200座": "fail"}),
    ("The court fined the mill $9 million and told it to pay 400 weavers $300 each on average.", "quotient", {}),
    ("法院判工厂罚款900万元，并向400名职工平均每人支付300元。", "quotient", {}),
    ("水泵每秒抽水30升，一分钟就是1800升。", "product", {"1800升": "pass"}),
    ("水泵每秒抽水30升，一分钟就是3000升。", "product", {"3000升": "fail"}),
]


@pytest.mark.parametrize(("text", "kind", "found"), EACH)
def test_so_many_at_so_much_each(verdicts: Verdicts, text: str, kind: str, found: dict[str, str]) -> None:
    assert loose(verdicts(text, kind)) == loose(found)


RATIOS = [
    ("The hall seats 90 guests and 30 waiters, a ratio of 3:1.", {"3:1": "pass"}),
    ("The hall seats 90 guests and 30 waiters, a ratio of 4:1.", {"4:1": "fail"}),
    ("班上有男生28名、女生14名，男女比例为2:1。", {"2:1": "pass"}),
    ("班上有男生28名、女生14名，男女比例为3:1。", {"3:1": "fail"}),
    ("Cats outnumber dogs in the shelter, 80 to 20, or by 4 to 1.", {"4 to 1": "pass"}),
    ("赞成票60张、反对票20张，赞成与反对之比为3比1。", {"3比1": "pass"}),
    ("In the vote 60 elders were for it and 20 against, a margin of three to one.", {"three to one": "pass"}),
    ("In the vote 60 elders were for it and 20 against, a margin of four to one.", {"four to one": "fail"}),
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
    "楼里住着老人80人、儿童35人，物业人员共12人。",
    "社员里30岁以下占45%，其中女性占40%，党员占20%。",
    "The barge made 20 trips with 6 crew of 25 nations, 3,400 guests in all.",
    "Each of the 36 sacks weighs 180 kilos, or 6,480 kilos in all; a cart takes 7,000 kilos.",
]


@pytest.mark.parametrize("text", SILENT)
def test_numbers_that_are_not_said_to_be_related_are_left_alone(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, "sum|share|shares-sum|product|quotient|ratio").values()


def loose(found: dict[str, str]) -> dict[str, str]:
    """Compare by the number alone, whatever words the mention takes along."""
    return {"".join(c for c in text if c.isdigit() or c in ".%:") or text: verdict for text, verdict in found.items()}
