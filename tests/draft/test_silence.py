"""Numbers that have nothing to do with each other stay unjudged, or at least are not called wrong."""

import pytest

from factcheck.engine.verdict.statement import Engine
from factcheck.proofread.draft import proofread

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
    # one of several times, each for a part of the way
    "两地相距450千米，卡车以每小时60千米行了3小时，剩下的路程要5小时走完。",
    # paragraphs
    "To fill the 77 kWh pack at 7 kW is no trouble.\n\nSales took eight years to triple.",
]


@pytest.mark.parametrize("text", UNRELATED)
def test_what_is_not_related_is_not_called_wrong(engine: Engine, text: str) -> None:
    assert [one.says for one in proofread(text, engine).findings if one.verdict == "fail"] == []
