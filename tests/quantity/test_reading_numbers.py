"""How numbers are written: digits, scale words, Chinese numerals, English words. Text → value, and what was read."""

import pytest

from factcheck.diagnostics import Problem
from factcheck.quantity.interval import Interval
from factcheck.quantity.literal import read_number
from factcheck.quantity.words import widen
from factcheck.quantity.written import origin
from tests.notation import digits, rows

# written | value | one unit of the last written digit
NUMBERS = """
    123                  | 123           | 1
    1,234,567            | 1234567       | 1
    1,234.5              | 1234.5        | 0.1
    1_000                | 1000          | 1
    .5                   | 0.5           | 0.1
    1E6                  | 1000000       | 1000000
    9.05e3               | 9050          | 10
    1e-8                 | 0.00000001    | 0.00000001
    １２３               | 123           | 1
    １２．５             | 12.5          | 0.1
    36k                  | 36000         | 1000
    36K                  | 36000         | 1000
    1.5M                 | 1500000       | 100000
    1.2 bn               | 1200000000    | 100000000
    3 lakh               | 300000        | 100000
    4 hundred million    | 400000000     | 100000000
    2 thousand billion   | 2000000000000 | 1000000000000
    1.2 million          | 1200000       | 100000
    27.6万               | 276000        | 1000
    27.6 万              | 276000        | 1000
    8千                  | 8000          | 1000
    1万亿                | 1000000000000 | 1000000000000
    12万3千              | 123000        | 1000
    3千5百               | 3500          | 100
    1亿2千万             | 120000000     | 10000000
    1亿2345万            | 123450000     | 10000
    1万2345              | 12345         | 1
    十                   | 10            | 1
    十五                 | 15            | 1
    二十五               | 25            | 1
    两百                 | 200           | 1
    三百五               | 350           | 1
    三百零五             | 305           | 1
    一千零一十           | 1010          | 1
    两万五               | 25000         | 1
    两万五千             | 25000         | 1
    一百二十万           | 1200000       | 10000
    一亿二千万           | 120000000     | 10000
    一万二千亿           | 1200000000000 | 100000000
    一万亿               | 1000000000000 | 1000000000000
    万                   | 10000         | 10000
    百万                 | 1000000       | 10000
    二〇二四             | 2024          | 1
    三点五               | 3.5           | 0.1
    三点五万             | 35000         | 1000
    千分之三             | 0.003         | 0.001
    千分之三点五         | 0.0035        | 0.0001
    zero                 | 0             | 1
    five                 | 5             | 1
    twenty-five          | 25            | 1
    twenty five          | 25            | 1
    one hundred and twenty | 120         | 1
    twelve hundred       | 1200          | 1
    two million          | 2000000       | 1000000
    two thousand million | 2000000000    | 1000000
    two million three thousand | 2003000 | 1000
    three thousand five hundred | 3500   | 1
    a hundred            | 100           | 1
    a thousand           | 1000          | 1000
    a dozen              | 12            | 1
    two dozen            | 24            | 1
    half a dozen         | 6             | 0
    two and a half       | 2.5           | 0
    two and a half million | 2500000     | 0
    one and a quarter    | 1.25          | 0
    one and one-half     | 1.5           | 0
    two and one quarter  | 2.25          | 0
    point five           | 0.5           | 0.1
    point oh seven five  | 0.075         | 0.001
    twelve point ninety-nine | 12.99     | 0.01
    6-million            | 6000000       | 1000000
    壹佰贰拾点叁肆       | 120.34        | 0.01
    1又1/5               | 1.2           | 0
    a quarter of a million | 250000      | 0
    Two-Thirds           | 2/3           | 0
    三分之一             | 1/3           | 0
    3分之1               | 1/3           | 0
    五百分之一           | 0.002         | 0
    两成                 | 0.2           | 0
    三成半               | 0.35          | 0
    六点五成             | 0.65          | 0
    半成                 | 0.05          | 0
    九折                 | 0.9           | 0.1
    九点五折             | 0.95          | 0.01
    五五折               | 0.55          | 0.01
    12万345              | 120345        | 1
    12万3                | 123000        | 1000
    100万三千            | 1003000       | 1000
    7万 5千 4百          | 75400         | 100
    两千 四 百 五        | 2450          | 1
    廿二                 | 22            | 1
    一百卅               | 130           | 1
    壹万贰仟叁佰         | 12300         | 1
    參拾伍               | 35            | 1
    一千陆               | 1600          | 1
    五兆六十二亿         | 5006200000000 | 100000000
    三萬億               | 3000000000000 | 1000000000000
    两打                 | 24            | 12
    三百五又三分之一     | 1051/3        | 0
    幺八九               | 189           | 1
    零三                 | 3             | 1
"""

# Text | the part of it that is a number
PARTS = """
    36 km                | 36
    9 PF                 | 9
    36k/s                | 36
    3 thousandths        | 3
    1,2345               | 1
    12,34                | 12
    1e5x                 | 1
    25块                 | 25
    3千瓦                | 3
    三千瓦               | 三
    三百分点             | 三
    12万34567            | 12万
    12万3.5              | 12万
    三百参赛者           | 三百
    一点两小时           | 一
    三十两               | 三十
    5打开                | 5
    3成员                | 3
    3多于2               | 3
    5 sixes              | 5
    five six             | five
    two and three        | two
    two thousand three million | two thousand three
    one two three        | one
    twenty twelve        | twenty
    5.                   | 5
"""

NO_NUMBERS = [
    "", "x", "a", "a five", "and", "hundred", "一二三", "十一十二", "一万二万", "两两", "陆地", "拾取", "一百几",
    "十十", ".", ",5", "数", "成", "。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "step"), rows(NUMBERS))
def test_a_number_is_read_whole(text: str, value: str, step: str) -> None:
    read = read_number(widen(text), 0)
    assert read is not None
    assert read.end == len(text)
    assert read.number.nominal is not None
    assert (digits(read.number.nominal), digits(read.number.step)) == (value, step)


def test_a_number_may_have_many_words() -> None:
    words = "two quintillion three quadrillion five hundred and six trillion seven billion "
    words += "eighty-one million nine hundred and four thousand three hundred and eleven"
    found = read_number(f"{words} stars", 0)
    assert found is not None
    assert (found.number.nominal, found.end) == (2_003_506_007_081_904_311, len(words))


@pytest.mark.parametrize(("text", "part"), rows(PARTS))
def test_a_number_ends_where_something_else_begins(text: str, part: str) -> None:
    read = read_number(text, 0)
    assert read is not None
    assert text[: read.end] == part


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_these_begin_no_number(text: str) -> None:
    assert read_number(text, 0) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [("三百 二百", "三百"), ("五千 三百 三百", "五千 三百"), ("一亿 三万 二万", "一亿 三万"), ("三百 " * 50, "三百")],
)
def test_a_numeral_ends_before_a_scale_that_comes_again(text: str, part: str) -> None:
    read = read_number(widen(text), 0)
    assert read is not None
    assert text[: read.end] == part


@pytest.mark.parametrize("text", ["1" * 101, "1e401", "1e-401", f"1e{'9' * 5000}", f"0.{'1' * 100}"])
def test_a_number_beyond_the_limits_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="too large") as caught:
        read_number(text, 0)
    assert caught.value.code == "FC201"


# Text | the whole numbers that it may mean
SPANS = """
    两三百   | 200     | 300
    十七八   | 17      | 18
    三五     | 3       | 5
    二十几   | 21      | 29
    二十几万 | 210000  | 290000
    几十     | 20      | 99
    一百二三十 | 120   | 130
"""


@pytest.mark.parametrize(("text", "low", "high"), rows(SPANS))
def test_two_neighbouring_digits_and_several_are_a_range(text: str, low: str, high: str) -> None:
    read = read_number(text, 0)
    assert read is not None
    assert read.number.span == Interval(int(low), int(high))
    assert read.end == len(text)


def test_per_cent_may_be_said_in_words() -> None:
    read = read_number("百分之二点五", 0)
    assert read is not None
    assert (read.percent, read.number.nominal) == (True, 5 / 2)


# written | where its interval comes from
ORIGINS = """
    25        | ± half of the last written digit
    half      | ± 15 %, a number in words
    十几      | as written
    千分之十几 | as written
    27万多    | up to the next unit of its last digit
"""


@pytest.mark.parametrize(("text", "why"), rows(ORIGINS))
def test_the_report_says_where_a_range_comes_from(text: str, why: str) -> None:
    read = read_number(text, 0)
    assert read is not None
    assert origin(read.number) == why
    assert origin(read.number, exact=True) == "exact"
