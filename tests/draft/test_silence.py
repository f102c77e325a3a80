"""Numbers that have nothing to do with each other stay unjudged, or at least are not called wrong."""

import pytest

from factcheck.draft.equations.candidates import candidates
from factcheck.draft.evidence.parallel import is_tabular, parallel
from factcheck.draft.quantities.layout import Layout
from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread, schemas_of
from factcheck.proofread.opened import opened

UNRELATED = [
    # a value of each, a count and an amount of three other sentences
    "The firm paid $2 million for a barge. Three people came to look. The court awarded two families $4 million each.",
    "The plan costs 7.99 dollars per month (or 79.99 dollars per year) for two users.",
    "We sold 23 boats to 166 clubs. It warned that prices would go up by an average of 1500.",
    # a total of something else
    "Two pilots and three divers were hurt. With a total of nine seats the craft is small.",
    # the rest of something else
    "Seven militants fled. The agency will fire six of the screeners and suspend the other 14.",
    "Luke washed 17 shirts in 1 load and split the rest into 5 equal loads.",
    # a fraction in words, and its percentage
    "Some 128 towns took part. Nearly one in five (18.5%) would do it again.",
    # a time that is an age, or long ago
    "The car has 536 hp and a torque of 586 lb-ft. The mill was first seen 13 years ago.",
    # a label
    "Values for the 8.4 mm beach then became lower than the 1.3 mm beach values.",
    # a number of nothing, and one with a unit, in two sentences
    "The old hybrid had 212. Bookings passed $8 billion last year, 76 percent more than last year.",
    "Rates climbed to 6.7% from 6.29%. A double bogey on the last hole cost him the cup.",
    # a subject that stands before a comma
    "The population is set to go from 5.7 to 10 million. Trade in Denver, Colorado, is down 25 percent.",
    # a ratio of what is told in words, of numbers before they change, or of speeds
    "车队有两辆货车，又添4辆，货车与客车之比为5：2。",
    "全班共有49人，转走3名男生，转来4名女生，男女人数的比是6：5。",
    "一辆客车和一辆货车的速度之比是4：3。",
    # a ratio that is asked for, what stands behind a wide full stop
    "小明有21枚邮票，小丽有12枚邮票，小明给小丽多少枚后，两人邮票数的比是6：5？",
    "三人合买了8个面包，平均分着吃．甲付了5个面包的钱，乙付了3个面包的钱．",
    # one of several times, each for a part of the way
    "两地相距450千米，卡车以每小时60千米行了3小时，剩下的路程要5小时走完。",
    # a length said again in two other units
    "The ridge is 2,000 m (6,562 ft, 1.24 miles) high.",
    # the parts of a total, and some of them told again, or those of another year
    "The toll stands at 45: 30 men, 10 women and 5 children, three of them under two.",
    "It has 67 engines (31 diesel, 22 hybrid, 14 electric; 12 in 2020).",
    "It feeds 300 people (150 in 1990, 80 in 1950).",
    # an anniversary of something else
    "Founded in 1970, the museum celebrates in 2020 the 250th anniversary of a composer's birth.",
    "为庆祝建国70周年，成立于1954年的工厂于2019年推出新品。",
    # a time that is the sum of two others
    "She was married for 30 years, from 1950 to 1965 and from 1970 to 1985.",
    # a change on another basis, a price with something else in it
    "Revenue rose 3% at constant exchange rates to $108 million from $100 million.",
    "They bought 28 trams at €3.5 million each, €105 million in total including maintenance.",
    # a share of another whole than the nearest, or of two together; what is one for each thousand
    "There were 300 boys and 200 girls. 50 of them, or 10 %, play chess.",
    "We lent 90,000 books, 16,000 more than the 74,000 of 2023. Half of them, 45,000, were novels.",
    "The firm sold 300 cars and 50 vans. Each car costs 20,000 dollars, for a total of 6 million dollars.",
    "The prize of 900,000 euros, up from 600,000 euros, goes to 3 winners, or 300,000 euros each.",
    "In 2019 it had 80 shops and 20 cafes. Now it has 95 shops, 15 more, and 12 cafes, 8 fewer.",
    "It has 40 trams and 90 buses: five times as many trams as the 8 of 1990, three times as many buses as the 30.",
    "The museum had 120,000 visitors, up from 100,000 in 2023. A third of them, 40,000, came from abroad.",
    "The club has 60 members. 22 pay nothing; 30 of the other 38, or 50 %, pay the full fee.",
    "There are 500,000 people, each 1,000 with 4 doctors, in all 2,000.",
    "全县有公交车240辆，居民80万人，平均每万人有公交车3辆。",
    # paragraphs
    "To fill the 77 kWh pack at 7 kW is no trouble.\n\nSales took eight years to triple.",
]


@pytest.mark.parametrize("text", UNRELATED)
def test_what_is_not_related_is_not_called_wrong(engine: Engine, text: str) -> None:
    assert [one.says for one in proofread(text, engine).findings if one.verdict == "fail"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales grew from $1.5 trillion in 2020 to $2 trillion in 2025, an average of 5.9% a year.",
        "2020年的1.5亿元增加到2025年的2亿元，年均增长5.9%。",
        "The star is 1e400 km away, or 5e-400 light years.",
    ],
)
def test_numbers_that_no_float_holds_and_lone_digits_are_read(engine: Engine, text: str) -> None:
    assert not [one for one in proofread(text, engine).findings if one.verdict == "fail"]


def test_another_prefix_is_a_slip_only_where_there_is_one(engine: Engine) -> None:
    said = {one.text: one for one in proofread("The park has 12 turbines of 5 MW each, 60 GW in all.", engine).findings}
    assert said["60 GW"].message == "12 times 5 MW is 0.06 GW, the draft says 60 GW"
    text = "Reaching Germany 2006 looks hard, having picked up two points, down from three."
    assert not [one for one in proofread(text, engine).findings if one.verdict == "fail"]


@pytest.mark.parametrize("gap", [" {}", ", {}", " - {}", " of {}"])
def test_a_word_without_end_between_two_numbers_is_read_to_its_end(engine: Engine, gap: str) -> None:
    """A pattern that could divide a word in several ways would never come back from it."""
    text = f"It is 5 km{gap.format('a' * 20_000)} 6 miles long."
    assert not [one for one in proofread(text, engine).findings if one.verdict == "fail"]


COINCIDENCES = [
    # a value that agrees only as roughly as it is written, or with those of the next sentence
    ("100 km in 2 hours is 60 km/h.", "2 hours"),
    ("He drove 100 km in 2 hours, at an average speed of 60 km/h. Later he drove 120 km in 2 hours.", "60 km/h"),
    # a number with five digits is no round one at two
    ("Sales grew by $28,092,000 thanks to prices and $27,728,000 of a purchase, less $240,000 lost.", "$28,092,000"),
    # a count of people and an age
    ("Three scientists share the prize. Betz, 54, works in Bonn, Hall, 51, in Kiel.", "54"),
    ("今年要做好九个方面的工作。赤字1800亿元，国债减少200亿元。", "200亿元"),
]


@pytest.mark.parametrize(("text", "number"), COINCIDENCES)
def test_what_agrees_by_chance_verifies_nothing(engine: Engine, text: str, number: str) -> None:
    assert [one.says for one in proofread(text, engine).findings if one.text == number] == []


def test_what_is_called_wrong_verifies_nothing(engine: Engine) -> None:
    text = "进出口总值1.2万亿元，其中出口7800亿元，进口4200亿元，贸易顺差3600亿元。机电出口4680亿元，占出口总值的65%。"
    (found,) = (one for one in proofread(text, engine).findings if one.verdict == "fail")
    assert found.text == "65%"
    places = [(part.start, part.end) for one in proofread(text, engine).findings for part in one.given]
    assert (found.start, found.end) not in places


def test_a_number_that_is_wrong_itself_does_not_speak_against_a_headline(engine: Engine) -> None:
    text = "# 全市产值增长6%\n\n全市产值为5300亿元，比上年的5000亿元增长8%。"
    (found,) = (one for one in proofread(text, engine, markdown=True).findings if one.verdict == "fail")
    assert found.start > text.index("\n")


@pytest.mark.parametrize(
    "text",
    [
        # the first part stands in a sentence before the list
        "The north has 210. The south has 460, the east 310 and the west 260 cases, for a total of 1,240.",
        "月均销量10.5万辆。8月为12.6万辆，月均10.5万辆，其中纯电动车7.2万辆，占57%。",
    ],
)
def test_another_whole_that_fits_excuses_a_number(engine: Engine, text: str) -> None:
    assert not [one.message for one in proofread(text, engine).findings if one.verdict == "fail"]


def test_in_a_table_a_sum_counts_only_if_it_holds_in_another_column(engine: Engine) -> None:
    text = "Stocks 10.9 7.1 6.4 production 10.1 12.3 11.3 supply {} {} 17.7 use 5.8 5.4 4.7 exports 4.5 3.9 3.3"
    for column, chances in ((("21.0", "19.4"), {True}), (("20.1", "19.4"), {True}), (("20.1", "14.9"), {False})):
        layout = Layout(opened(text.format(*column), engine.knowledge.units, lang="en").passage)
        target = next(one for one in layout.quantities if one.item.mention.text == "17.7")
        found = candidates(schemas_of(engine.knowledge), layout.quantities, target)
        sums = [one for one in found if [part.value for part in one.values] == [6.4, 11.3]]
        assert {parallel(one, layout.quantities) < 1 for one in sums} == chances
        assert is_tabular(layout.line, target)
    assert [one.says for one in proofread(text.format("20.1", "14.9"), engine).findings] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "The firm paid the partner $380,000. In the year before it had sent $380,000, too. It has 47 staff.",
            "$380,000",
        ),
        (
            "Costs fell by $1.5 million, those of the office by $3.3 million, about $2 million of it in wages.",
            "about $2 million",
        ),
        ("Ships went to Kiel 900,000 (600,000), to Bremen 800,000 (one million).", "one million"),
    ],
)
def test_what_vanishes_in_rounding_makes_no_sum(engine: Engine, text: str, number: str) -> None:
    judged = [one for one in proofread(text, engine).findings if one.text == number and one.kind != "repeated"]
    assert [one.says for one in judged] == []


def test_a_sentence_of_hundreds_of_numbers_is_data(engine: Engine) -> None:
    text = f"The total is 15, and {', '.join(map(str, range(1_000)))}. The road is 620 km (385 miles) long."
    report = proofread(text, engine)
    assert [one.text for one in report.findings] == ["385 miles"]
    assert len(report.numbers) > 900
