"""How much a quantity changed, or differs from another: in percent, points, units, times, and a year."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]
KINDS = "percent-change|percentage-points|difference|multiple|times-more|compound-growth"


def judged(verdicts: Verdicts, text: str, number: str) -> list[str]:
    """Return the verdicts on the numbers that hold some words, or stand in them."""
    return [verdict for found, verdict in verdicts(text, KINDS).items() if found in number or number in found]


PERCENT = [
    (
        "The mill took 2.4 million tonnes; a year before it had been 3 million, so it fell by a fifth, or 20 percent.",
        "20 percent",
        "pass",
    ),
    (
        "The mill took 2.4 million tonnes; a year before it had been 3 million, so it fell a third, or 25 percent.",
        "25 percent",
        "fail",
    ),
    ("In 2023 the yard built 630 boats (2022: 525), up 20 percent.", "20 percent", "pass"),
    ("In 2023 the yard built 630 boats (2022: 525), up 17 percent.", "17 percent", "fail"),
    ("2023年全年出厂630艘（2022年：525艘），增长20%。", "20%", "pass"),
    ("Turnover rose by $9 million, or 15 percent, to $69 million.", "15 percent", "pass"),
    ("Turnover rose by $9 million, or 13 percent, to $69 million.", "13 percent", "fail"),
    ("Staff fell by 30, or 20 percent, to 120 people.", "20 percent", "pass"),
    ("利润增加9亿元（15%），达到69亿元。", "15%", "pass"),
    ("利润由600亿元增至690亿元，增加90亿元（25%）。", "25%", "fail"),
    (
        "The upper lake covers 40 hectares and the lower one 52, so the lower one has 30 percent more.",
        "30 percent",
        "pass",
    ),
    (
        "The upper lake covers 40 hectares and the lower one 52, so the lower one has 23 percent more.",
        "23 percent",
        "fail",
    ),
    ("今年卖出1.3万台，去年同期为1万台，同比增长30%。", "30%", "pass"),
    ("今年卖出1.3万台，去年同期为1万台，同比增长130%。", "130%", "fail"),
    ("The museum drew 84,000 visitors in 2022 and 105,000 in 2023, an increase of 25 percent.", "25 percent", "pass"),
    ("The museum drew 84,000 visitors in 2022 and 105,000 in 2023, an increase of 20 percent.", "20 percent", "fail"),
    ("Rents in the quarter rose 12 percent, from 850 euros to 952 euros a month.", "12 percent", "pass"),
    ("Rents in the quarter rose 21 percent, from 850 euros to 952 euros a month.", "21 percent", "fail"),
    ("Output was 46,000 tonnes, down 8 percent from 50,000 tonnes a year earlier.", "8 percent", "pass"),
    ("Output was 46,000 tonnes, down 14 percent from 50,000 tonnes a year earlier.", "14 percent", "fail"),
    ("The herd shrank to 1,800 animals from 2,400, a drop of a quarter.", "a quarter", "pass"),
    ("The herd shrank to 1,800 animals from 2,400, a drop of a third.", "a third", "fail"),
    (
        "Last year the theatre sold 62,000 tickets. This year it has sold 71,300, or 15 percent more.",
        "15 percent",
        "pass",
    ),
    (
        "Last year the theatre sold 62,000 tickets. This year it has sold 71,300, or 25 percent more.",
        "25 percent",
        "fail",
    ),
    ("The new bus carries 96 passengers, 20 percent more than the 80 of the old one.", "20 percent", "pass"),
    ("The new bus carries 96 passengers, 60 percent more than the 80 of the old one.", "60 percent", "fail"),
    ("Ticket revenue fell by 18 percent to $4.1 million, compared with $5 million in 2021.", "18 percent", "pass"),
    ("Ticket revenue fell by 28 percent to $4.1 million, compared with $5 million in 2021.", "28 percent", "fail"),
    (
        "The plant made 3,400 engines in 2021. In 2022 it made 4,080. That is an increase of 20 percent.",
        "20 percent",
        "pass",
    ),
    (
        "The plant made 3,400 engines in 2021. In 2022 it made 4,080. That is an increase of 17 percent.",
        "17 percent",
        "fail",
    ),
    ("A loaf that cost 2.40 francs in spring now costs 2.76 francs: 15 percent more.", "15 percent", "pass"),
    ("The price was cut from $499 to $399, a discount of 20 percent.", "20 percent", "pass"),
    ("The price was cut from $499 to $399, a discount of 30 percent.", "30 percent", "fail"),
    ("Against 5,200 applications in 2021, the college received 6,500 this year, up by a quarter.", "a quarter", "pass"),
    ("Membership grew to 13,200, up 10% from the 12,000 of the year before.", "10%", "pass"),
    ("Membership grew to 13,200, up 12% from the 12,000 of the year before.", "12%", "fail"),
    (
        "The share of women on the board rose from 22 percent to 31 percent, an increase of 9 percent.",
        "9 percent",
        "fail",
    ),
    ("全市去年接待游客320万人次，今年达到400万人次，增长25%。", "25%", "pass"),
    ("全市去年接待游客320万人次，今年达到400万人次，增长20%。", "20%", "fail"),
    ("2022年该县粮食产量为48.5万吨，2023年为52.4万吨，同比增长8%。", "8%", "pass"),
    ("2022年该县粮食产量为48.5万吨，2023年为52.4万吨，同比增长18%。", "18%", "fail"),
    ("门票价格从120元下调到90元，降幅25%。", "25%", "pass"),
    ("门票价格从120元下调到90元，降幅33%。", "33%", "fail"),
    ("一季度销量为5.2万辆，比去年同期的6.5万辆下降20%。", "20%", "pass"),
    ("一季度销量为5.2万辆，比去年同期的6.5万辆下降30%。", "30%", "fail"),
    ("今年的报名人数是3600人，去年是3000人，多了两成。", "两成", "pass"),
    ("今年的报名人数是3600人，去年是3000人，多了三成。", "三成", "fail"),
    ("电池能量密度由每公斤160瓦时提升至每公斤200瓦时，提升了25%。", "25%", "pass"),
    ("5月产量为800台，环比增长60%，4月只有500台。", "60%", "pass"),
    ("营业收入为15.6亿元，上年同期为12.0亿元，同比增长30.0%。", "30.0%", "pass"),
    ("营业收入为15.6亿元，上年同期为12.0亿元，同比增长23.1%。", "23.1%", "fail"),
    ("床位由1200张减少到600张，减少了一半。", "一半", "pass"),
    (
        "Two years ago a barrel of the cider cost £240; it now goes for £312, a rise of 30 percent.",
        "30 percent",
        "pass",
    ),
    (
        "Two years ago a barrel of the cider cost £240; it now goes for £312, a rise of 23 percent.",
        "23 percent",
        "fail",
    ),
    ("The premium climbed by a tenth, from 640 to 704 euros.", "a tenth", "pass"),
    ("The premium climbed by a fifth, from 640 to 704 euros.", "a fifth", "fail"),
    ("改造之前，厂里每班要用36名工人；改造之后只要9名，减少了75%。", "75%", "pass"),
    ("改造之前，厂里每班要用36名工人；改造之后只要9名，减少了65%。", "65%", "fail"),
    ("图书馆藏书由２４万册增加到３０万册，增幅为２５％。", "２５％", "pass"),
    ("这款手机上市时卖4999元，如今降到3999元，便宜了1000元，降幅两成。", "两成", "pass"),
    ("上半年出口额为84亿美元，去年上半年为70亿美元，增长两成。", "两成", "pass"),
    ("上半年出口额为84亿美元，去年上半年为70亿美元，增长三成。", "三成", "fail"),
    ("收视率从1.8%升至2.6%，上升了0.8%。", "0.8%", "fail"),
    ("Since 2016 the number of storks has risen by 60 percent, from 250 pairs to 400.", "60 percent", "pass"),
    ("Since 2016 the number of storks has risen by 38 percent, from 250 pairs to 400.", "38 percent", "fail"),
    ("Production of 5.4 million tonnes was 8 percent above the 5.0 million tonnes of 2018.", "8 percent", "pass"),
    ("Production of 5.4 million tonnes was 18 percent above the 5.0 million tonnes of 2018.", "18 percent", "fail"),
    ("今年春运发送旅客4.8亿人次，比去年同期的4.0亿人次增长两成。", "两成", "pass"),
    ("今年春运发送旅客4.8亿人次，比去年同期的4.0亿人次增长三成。", "三成", "fail"),
    ("高铁票价从263元调整为289元，涨幅约10%。", "约10%", "pass"),
    ("高铁票价从263元调整为289元，涨幅约20%。", "约20%", "fail"),
    ("该站去年全年发电84亿千瓦时，前年为70亿千瓦时，增幅达20%。", "20%", "pass"),
    ("该站去年全年发电84亿千瓦时，前年为70亿千瓦时，增幅达17%。", "17%", "fail"),
    ("相比2015年的1.5万辆，公交车数量到2022年已增至2.1万辆，增加40%。", "40%", "pass"),
    ("相比2015年的1.5万辆，公交车数量到2022年已增至2.1万辆，增加60%。", "60%", "fail"),
    ("村里的小学十年前有学生320名，如今只剩80名，减少了四分之三。", "四分之三", "pass"),
    ("村里的小学十年前有学生320名，如今只剩80名，减少了一半。", "一半", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), PERCENT)
def test_a_change_in_percent(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


POINTS = [
    (
        "The bank raised its rate from 2.25 percent to 2.75 percent, a move of 50 basis points.",
        "50 basis points",
        "pass",
    ),
    ("The bank raised its rate by 75 basis points, from 2.25 percent to 2.75 percent.", "75 basis points", "fail"),
    ("The vacancy rate fell two points, from 9 percent to 7 percent.", "two points", "pass"),
    ("城镇化率从2010年的49.9%上升到2020年的63.9%，十年提高14个百分点。", "14个百分点", "pass"),
    ("城镇化率从2010年的49.9%上升到2020年的63.9%，十年提高24个百分点。", "24个百分点", "fail"),
    ("失业率为5.2%，比上月的5.5%下降0.3个百分点。", "0.3个百分点", "pass"),
    ("失业率为5.2%，比上月的5.5%下降0.5个百分点。", "0.5个百分点", "fail"),
    ("央行把利率从3.45%下调至3.35%，下调了10个基点。", "10个基点", "pass"),
    (
        "The yield on the bond rose to 4.35 percent, 15 basis points above the 4.20 percent of Monday.",
        "15 basis points",
        "pass",
    ),
    (
        "The yield on the bond rose to 4.35 percent, 25 basis points above the 4.20 percent of Monday.",
        "25 basis points",
        "fail",
    ),
    ("收视率从1.8%升至2.6%，上升了0.8个百分点。", "0.8个百分点", "pass"),
    (
        "Inflation eased to 2.4 percent in June from 3.1 percent in May, or by 0.7 percentage points.",
        "0.7 percentage points",
        "pass",
    ),
    (
        "Inflation eased to 2.4 percent in June from 3.1 percent in May, or by 0.9 percentage points.",
        "0.9 percentage points",
        "fail",
    ),
    ("The spread widened from 1.8 to 2.3 percent, or by 50 basis points.", "50 basis points", "pass"),
    ("存款利率由2.75%降到2.25%，一次就降了50个基点。", "50个基点", "pass"),
    ("存款利率由2.75%降到2.25%，一次就降了25个基点。", "25个基点", "fail"),
    ("男性吸烟率为48.5%，女性为2.5%，相差46个百分点。", "46个百分点", "pass"),
    ("男性吸烟率为48.5%，女性为2.5%，相差36个百分点。", "36个百分点", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), POINTS)
def test_a_change_in_points(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


DIFFERENCES = [
    ("红队得了76分，蓝队得了61分，两队相差15分。", "15", "pass"),
    ("红队得了76分，蓝队得了61分，两队相差25分。", "25", "fail"),
    ("The tower stands 212 metres high, 27 metres more than the 185-metre spire beside it.", "27 metres", "pass"),
    ("The tower stands 212 metres high, 37 metres more than the 185-metre spire beside it.", "37 metres", "fail"),
    ("The journey used to take 145 minutes and now takes 95, a saving of 50 minutes.", "50 minutes", "pass"),
    ("The journey used to take 145 minutes and now takes 95, a saving of 60 minutes.", "60 minutes", "fail"),
    ("The fleet grew from 312 to 358 buses, 46 more than before.", "46", "pass"),
    ("The fleet grew from 312 to 358 buses, 56 more than before.", "56", "fail"),
    ("The record of 9.83 seconds was cut to 9.76, an improvement of 0.07 seconds.", "0.07", "pass"),
    ("In 2015 the school had 1,240 pupils; today it has 985, which is 255 fewer.", "255", "pass"),
    ("In 2015 the school had 1,240 pupils; today it has 985, which is 355 fewer.", "355", "fail"),
    (
        "Costs came to $86 million instead of the $71 million budgeted, an overrun of $15 million.",
        "$15 million",
        "pass",
    ),
    (
        "Costs came to $86 million instead of the $71 million budgeted, an overrun of $25 million.",
        "$25 million",
        "fail",
    ),
    ("新桥长1280米，比老桥的960米长320米。", "320米", "pass"),
    ("新桥长1280米，比老桥的960米长220米。", "220米", "fail"),
    ("车程由90分钟缩短到55分钟，节省35分钟。", "35分钟", "pass"),
    ("车程由90分钟缩短到55分钟，节省45分钟。", "45分钟", "fail"),
    ("去年招生420人，今年招生515人，增加了95人。", "95人", "pass"),
    ("去年招生420人，今年招生515人，增加了115人。", "115人", "fail"),
    ("The glacier, 14.2 km long in 1950, measured only 11.6 km in 2020: it has lost 2.6 km.", "2.6 km", "pass"),
    ("The glacier, 14.2 km long in 1950, measured only 11.6 km in 2020: it has lost 3.6 km.", "3.6 km", "fail"),
    ("Its reactor delivers 1,650 MW, 550 MW more than the 1,100 MW of the one it replaces.", "550 MW", "pass"),
    ("The queue had 340 people in it at noon, 85 fewer than the 425 of the day before.", "85", "pass"),
    ("The queue had 340 people in it at noon, 95 fewer than the 425 of the day before.", "95", "fail"),
    ("The index closed at 4,212, having opened at 4,150, a gain of 62 points.", "62 points", "pass"),
    ("水稻亩产由去年的480公斤提高到今年的552公斤，每亩多收72公斤。", "72公斤", "pass"),
    ("水稻亩产由去年的480公斤提高到今年的552公斤，每亩多收82公斤。", "82公斤", "fail"),
    ("这款手机上市时卖4999元，如今降到3999元，便宜了1000元，降幅两成。", "1000元", "pass"),
    ("这款手机上市时卖4999元，如今降到3999元，便宜了1200元。", "1200元", "fail"),
    ("隧道全长6.8公里，原来的盘山路长21.5公里，里程缩短了14.7公里。", "14.7公里", "pass"),
    ("隧道全长6.8公里，原来的盘山路长21.5公里，里程缩短了15.7公里。", "15.7公里", "fail"),
    ("参加考试的有1860人，比去年多出310人，去年是1550人。", "310人", "pass"),
    ("参加考试的有1860人，比去年多出410人，去年是1550人。", "410人", "fail"),
    ("Iceland has 380,000 inhabitants and Malta 520,000, or 140,000 more.", "140,000", "pass"),
    ("Iceland has 380,000 inhabitants and Malta 520,000, or 240,000 more.", "240,000", "fail"),
    ("The winner needed 41 minutes, the runner-up 44. The gap of 3 minutes was the widest ever.", "3 minutes", "pass"),
    ("The winner needed 41 minutes, the runner-up 44. The gap of 5 minutes was the widest ever.", "5 minutes", "fail"),
    ("北楼高168米，南楼高152米，前者比后者高16米。", "16米", "pass"),
    ("北楼高168米，南楼高152米，前者比后者高26米。", "26米", "fail"),
    ("油箱由55升加大到70升，多了15升。", "15升", "pass"),
    ("油箱由55升加大到70升，多了25升。", "25升", "fail"),
    ("新生儿由2016年的1786万降至2022年的956万，少了830万。", "830万", "pass"),
    ("新生儿由2016年的1786万降至2022年的956万，少了930万。", "930万", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), DIFFERENCES)
def test_a_difference(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


MULTIPLES = [
    ("With 3,600 beds, the clinic is six times the size of the old one, which had 600.", "six", "pass"),
    ("With 3,600 beds, the clinic is eight times the size of the old one, which had 600.", "eight", "fail"),
    ("P40有50吨推力。P90的推力达120吨，是P40的2.4倍。", "2.4倍", "pass"),
    ("P40有50吨推力。P90的推力达120吨，是P40的3.4倍。", "3.4倍", "fail"),
    ("The mine produced 36,000 ounces, three times the 12,000 ounces of 2018.", "three", "pass"),
    ("The mine produced 36,000 ounces, four times the 12,000 ounces of 2018.", "four", "fail"),
    ("The number of members doubled from 1,500 in 2015 to 3,000 in 2020.", "doubled", "pass"),
    ("The number of members doubled from 1,500 in 2015 to 4,500 in 2020.", "doubled", "fail"),
    ("The budget has more than tripled, from $12 million to $41 million.", "tripled", "pass"),
    ("Sales halved to 45,000 units from 90,000.", "halved", "pass"),
    ("Sales halved to 25,000 units from 90,000.", "halved", "fail"),
    ("At 450 watts, the new card draws twice as much as the 225 watts of the old one.", "twice", "pass"),
    ("At 650 watts, the new card draws twice as much as the 225 watts of the old one.", "twice", "fail"),
    ("The lake holds 240 million cubic metres, six times as much as the 40 million of the reservoir.", "six", "pass"),
    (
        "The lake holds 240 million cubic metres, eight times as much as the 40 million of the reservoir.",
        "eight",
        "fail",
    ),
    ("The catch was 80 tonnes in May and 400 tonnes in June, a fivefold increase.", "fivefold", "pass"),
    ("The catch was 80 tonnes in May and 640 tonnes in June, a fivefold increase.", "fivefold", "fail"),
    ("The new line moves 90 boxes a minute, double the 45 of the old one.", "double", "pass"),
    ("A kilo of saffron sells for $3,000 and a kilo of paprika for $12, or 250 times less.", "250", "pass"),
    ("水库蓄水量由3000万立方米增至9000万立方米，是原来的3倍。", "3倍", "pass"),
    ("水库蓄水量由3000万立方米增至9000万立方米，是原来的4倍。", "4倍", "fail"),
    ("今年产值达到36亿元，是2015年12亿元的3倍。", "3倍", "pass"),
    ("今年产值达到36亿元，是2015年12亿元的5倍。", "5倍", "fail"),
    ("五年间，会员从2万人增加到4万人，翻了一番。", "翻了一番", "pass"),
    ("用户数从500万增长到2000万，翻了两番。", "两番", "pass"),
    ("老厂一天生产40台，新厂一天生产120台，新厂是老厂的3倍。", "3倍", "pass"),
    ("老厂一天生产40台，新厂一天生产120台，新厂是老厂的2倍。", "2倍", "fail"),
    ("At 1,920 metres the tunnel is four times as long as the 480-metre one it replaces.", "four", "pass"),
    ("At 1,920 metres the tunnel is six times as long as the 480-metre one it replaces.", "six", "fail"),
    ("The workforce has doubled in five years, from 260 to 520.", "doubled", "pass"),
    ("The workforce has doubled in five years, from 260 to 720.", "doubled", "fail"),
    ("From 1,200 visitors in its first year the museum has gone to 6,000, a fivefold increase.", "fivefold", "pass"),
    ("From 1,200 visitors in its first year the museum has gone to 9,600, a fivefold increase.", "fivefold", "fail"),
    ("The new printer turns out 120 pages a minute, four times as many as the 30 of the old model.", "four", "pass"),
    ("新机场年吞吐能力7200万人次，相当于老机场1800万人次的4倍。", "4倍", "pass"),
    ("新机场年吞吐能力7200万人次，相当于老机场1800万人次的3倍。", "3倍", "fail"),
    ("老电站装机60万千瓦，新电站装机240万千瓦，后者是前者的4倍。", "4倍", "pass"),
    ("老电站装机60万千瓦，新电站装机240万千瓦，后者是前者的3倍。", "3倍", "fail"),
    ("机器人分拣每小时3600件，人工每小时只有600件，前者的效率是后者的6倍。", "6倍", "pass"),
    ("机器人分拣每小时3600件，人工每小时只有600件，前者的效率是后者的5倍。", "5倍", "fail"),
    ("票房从首周的2.4亿元跌到次周的1.2亿元，腰斩。", "腰斩", "pass"),
    ("这家店去年每月卖出400台，今年每月卖出900台，是去年的2.25倍。", "2.25倍", "pass"),
    ("这家店去年每月卖出400台，今年每月卖出900台，是去年的3.25倍。", "3.25倍", "fail"),
    ("The fine was halved, from 800 to 400 euros.", "halved", "pass"),
    ("The fine was halved, from 800 to 250 euros.", "halved", "fail"),
    (
        "Its bill for gas, €24 million in 2020, came to €72 million in 2022: it had tripled in two years.",
        "tripled",
        "pass",
    ),
    ("The blue whale weighs 150 tonnes and the elephant 6 tonnes, so the whale is 25 times as heavy.", "25", "pass"),
    ("The blue whale weighs 150 tonnes and the elephant 6 tonnes, so the whale is 35 times as heavy.", "35", "fail"),
    ("A cabin costs 90 francs in May and 180 in August, which is double.", "double", "pass"),
    ("Spending on roads was 300 million crowns, against 60 million on rail: five times as much.", "five", "pass"),
    ("Spending on roads was 300 million crowns, against 60 million on rail: four times as much.", "four", "fail"),
    ("木星直径约14.3万公里，地球约1.28万公里，木星是地球的11倍。", "11倍", "pass"),
    ("木星直径约14.3万公里，地球约1.28万公里，木星是地球的21倍。", "21倍", "fail"),
    ("注册用户突破6000万，三年前还只有1500万，翻了两番。", "两番", "pass"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), MULTIPLES)
def test_a_multiple(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


TIMES_MORE = [
    ("The park had 15,000 visitors in 2005. In 2015 it had 60,000, four times more.", "four", "pass"),
    ("The park had 15,000 visitors in 2005. In 2015 it had 60,000, six times more.", "six", "fail"),
    ("年产量从200台提高到800台，增长了3倍。", "3倍", "pass"),
    ("年产量从200台提高到800台，增长了5倍。", "5倍", "fail"),
    ("The first run printed 500 copies; the second, 4,000, was eight times larger.", "eight", "pass"),
    ("The first run printed 500 copies; the second, 4,000, was five times larger.", "five", "fail"),
    ("前年这个镇有游客12万人次，去年猛增到30万人次，增长了1.5倍。", "1.5倍", "pass"),
    ("前年这个镇有游客12万人次，去年猛增到30万人次，增长了4倍。", "4倍", "fail"),
    ("2015年全县有果园3万亩，到2023年发展到9万亩，八年间扩大了两倍。", "两倍", "pass"),
    ("人均住房面积，1990年是8平方米，2020年是40平方米，三十年增加了4倍。", "4倍", "pass"),
    ("人均住房面积，1990年是8平方米，2020年是40平方米，三十年增加了6倍。", "6倍", "fail"),
    ("快递量由2013年的92亿件增至2023年的1320亿件，十年间增长了13倍多。", "13倍多", "pass"),
    ("快递量由2013年的92亿件增至2023年的1320亿件，十年间增长了23倍。", "23倍", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), TIMES_MORE)
def test_times_more_in_either_reading(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


YEARLY = [
    (
        "Between 2011 and 2021 readers grew from 21 million to 42 million, or 10 percent a year on average, compound.",
        "10 percent",
        "fail",
    ),
    ("The population rose from 1.2 million to 1.5 million in ten years, or 2.3 percent a year.", "2.3 percent", "pass"),
    ("The population rose from 1.2 million to 1.9 million in ten years, or 2.3 percent a year.", "2.3 percent", "fail"),
    ("市场规模从2018年的50亿元增长到2023年的100亿元，年均复合增长率为14.9%。", "14.9%", "pass"),
    ("市场规模从2018年的50亿元增长到2023年的100亿元，年均复合增长率为20%。", "20%", "fail"),
    ("五年间，产值由20亿元增长到32亿元，年均增长约10%。", "约10%", "pass"),
    (
        "From 3,200 in 2010 the wolf population grew to 5,200 in 2020, or by 5 percent a year on average.",
        "5 percent",
        "pass",
    ),
    (
        "From 3,200 in 2010 the wolf population grew to 5,200 in 2020, or by 9 percent a year on average.",
        "9 percent",
        "fail",
    ),
    ("Over six years sales rose from 80 million to 150 million euros, a CAGR of 11 percent.", "11 percent", "pass"),
    ("Over six years sales rose from 80 million to 150 million euros, a CAGR of 14.6 percent.", "14.6 percent", "fail"),
    ("2019年销售额24亿元，2022年36亿元，三年平均每年增长14.5%。", "14.5%", "pass"),
    ("2019年销售额24亿元，2022年36亿元，三年平均每年增长24.5%。", "24.5%", "fail"),
    ("从2017年到2022年，产值由300亿元增至480亿元，年均增速9.9%。", "9.9%", "pass"),
    ("从2017年到2022年，产值由300亿元增至480亿元，年均增速15%。", "15%", "fail"),
    ("公司市值五年里从100亿元涨到249亿元，年化收益率20%。", "20%", "pass"),
    ("公司市值五年里从100亿元涨到249亿元，年化收益率30%。", "30%", "fail"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), YEARLY)
def test_growth_of_each_year(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert judged(verdicts, text, number) == [verdict]


SILENT = [
    "The path is 5 miles long and rises to 2,000 metres, about 300 metres below the summit.",
    "The switch moves 38.4 terabits a second, 36 percent more than the 141 gigabytes of the card.",
    "The firm has 4 owners and plans to double its staff of 70.",
    "At 1,500 metres, the pass gets 30 percent more rain than the town at 600 metres.",
    "Sales doubled in 2020 and were up from 3 million to 3.3 million in 2021.",
    "The choir gained 24 singers (5 percent of the parish) and has 80 now.",
    "The mill has 300 staff and the mine 450, so the mill earns 20 percent more.",
    "Imports from Chile rose from 40 tonnes to 60 tonnes, those from Peru by 20 percent.",
    "The share price fell 5 percent to $12. A year ago it had stood at $20.",
    "She earns $52,000 now, having started on $38,000; her rent has gone up by 40 percent.",
    "In 2019 the hospital treated 5,000 patients, in 2021 it treated 7,000. Infections fell by 12 percent.",
    "The temperature rose from 12 to 18 degrees while humidity dropped 30 percent.",
    "Between 2010 and 2020 the town grew from 40,000 to 52,000 people, and its budget by 45 percent.",
    "The old engine had 90 horsepower and the new one has 120 horsepower, but consumption is down 8 percent.",
    "The first stage weighs 25 tonnes, the second 5 tonnes, and together they lift 12 tonnes more than before.",
    "They played twice last year, before 4,000 and 6,000 spectators.",
    "The company doubled its dividend; it sold 5,000 cars in May and 4,000 in June.",
    "In the second quarter revenue was $12.4 billion and profit $2.1 billion, up 15 percent.",
    "Three times a day the 40 cows are milked, and 60 goats twice.",
    "Petrol rose to $1.50 a litre from $1.40, while diesel rose 12 percent.",
    "The number of students rose by 5 percent and that of teachers by 3 percent, to 12,000 and 900.",
    "Ticket sales rose 20 percent from January to March. In April 5,000 were sold, in May 6,000.",
    "The ship is 300 metres long, ten times the length of a bus, and carries 2,000 people.",
    "The tower, 120 metres tall, is twice as tall as the church. The bridge is 400 metres long.",
    "Prices for flats rose by 8 percent in 2021, compared with 5 percent in 2020.",
    "The unemployment rate was 5 percent in 2019 and 7 percent in 2020; wages fell 2 percent.",
    "The lake rose by 2 metres in May. It is now 45 metres deep, and 12 km long.",
    "A litre costs €1.80 in France and €1.50 in Spain, where consumption rose by 20 percent.",
    "Bookings were up 12 percent on last year, when 4,000 rooms were sold; the chain now has 6,000 rooms.",
    "From 9 to 5 the shop serves 200 people, 20 percent more on Fridays.",
    "The firm cut 1,200 jobs, 400 more than planned, and closed 30 of its 90 shops.",
    "Of 500 trees, 200 were planted in 2019 and 150 in 2020, 50 more than the plan asked for.",
    "该市2022年小学有120所，2023年中学有80所，教师增加了5%。",
    "小区房价从每平方米2万元涨到2.4万元，租金上涨了10%。",
    "去年公司营收60亿元，今年员工有3000人，增长20%。",
    "全年进口额30亿美元，增长12%；出口额50亿美元，增长8%。",
    "第一季度卖出5万台，第二季度卖出6万台，利润率提高2个百分点。",
    "甲市人口500万，乙市人口300万，甲市GDP增长6%。",
    "他跑完全程用了3小时，比去年快了5分钟，比冠军慢40分钟。",
    "手机从3000元降到2500元，销量翻了一番。",
    "2020年建成5座桥，2021年建成8座桥，总投资增加了3倍。",
    "员工从40人增至50人，产量增长12%。",
    "气温由零下5度升到8度，游客增加三成。",
    "A产品去年销售100万件，今年销售120万件，B产品增长35%。",
    "这座城市有200万人口，是十年前的两倍，汽车有50万辆。",
    "水位从120米升至125米，比警戒水位高2米。",
    "工资从5000元涨到6000元，比同行高500元。",
    "新校区占地500亩，老校区占地300亩，学生比去年多200人。",
    "Unit sales climbed from 40,000 to 50,000, 15 percent of them online.",
    "The dam is 90 metres high, 20 metres lower than planned, and the lake is 70 metres deep.",
    "The army grew from 20,000 to 30,000 men, half of them conscripts.",
    "The rate rose from 3 percent to 4 percent; a further 2 percentage points are expected.",
    "Staff numbers fell from 500 to 400 in 2020 and the wage bill dropped by 12 percent.",
    "Sales were 5,000 in May against 4,000 in April. Profits rose by half.",
    "The price went from $40 to $50, and the firm expects it to rise another 10 percent.",
    "The price went from $40 to $50 and will increase by $15 more next year.",
    "The population is 40,000, up from 30,000 in 2000, and could double by 2050.",
    "Output rose from 40 to 50 tonnes and is expected to grow by 5 percent a year.",
    "产量从40万吨增加到50万吨，预计明年再增长10%。",
    "产量从40万吨增加到50万吨，明年还将增加5万吨。",
    "人数由200人增加到300人，其中女性增加了20人。",
    "去年全市有学校120所，今年有教师3500名，增加80名。",
    "今年参赛选手1200名，去年志愿者300名，增长20%。",
    "该县有水库12座、泵站30座，比计划多5座。",
    "2021年售出汽车5万辆，2022年售出摩托车8万台，增长六成。",
    "The shop has 12 staff and the bakery 8, 5 of them part-time.",
    "In 2020 the club had 300 members; in 2022 it played 24 matches, 12 more than usual.",
    "The new road is 12 km long, the old one had 40 bends, and drivers save 15 minutes.",
    "She sold 40 paintings in 2019, 60 in 2020, and prices doubled.",
    "The price of milk doubled, bread went from $2 to $3.",
    "Water use fell from 120 litres to 90 litres a day, power use by half.",
    "Revenue tripled in 2021, when the firm hired 300 people and opened 90 shops.",
    "The moon is 400 times smaller than the sun and 400 times closer.",
    "A is 30 metres long and B 20 metres; C is twice as long.",
    "公司门店从100家增至150家，会员翻了一番。",
    "两地相距300公里，高铁每小时跑250公里，比汽车快两倍。",
    "小麦每斤1.2元，玉米每斤1.5元，大豆价格是去年的两倍。",
    "他身高180厘米，弟弟身高150厘米，体重相差20公斤。",
    "Sales were $5 million in 2019, costs $3 million. Profit rose 12 percent.",
    "The firm has 500 employees and 300 shops, and revenue rose 12 percent.",
    "Revenue rose from $4 million to $5 million while profit increased 12 percent.",
    "Revenue was $5 billion, up 12 percent. A year earlier it had grown 8 percent.",
    "Prices rose 3 percent in May and 4 percent in June, and wages rose 2 percent.",
    "The team scored three times in ten minutes, twice from corners, before 20,000 people.",
    "She won the race twice, in 2004 and 2008, and finished 12 seconds behind the winner of 2012.",
    "公司营收50亿元，利润3亿元，同比增长12%。",
    "全市有学校120所，教师3500名，比上年增加80名。",
    "去年他跑了三次马拉松，今年跑了两次，体重减了5公斤。",
    "营收从40亿元增至50亿元，净利润增长12%。",
    "公司去年卖出5万台电脑，今年卖出3万部手机，售后网点增加了20%。",
    "The index rose 2 percent to 5,000 points, and trading volume jumped 30 percent to 2 billion shares.",
    "The city has 2 million people, twice as many as in 1990, and 600 parks.",
    "Inflation fell from 6 percent to 4 percent and wages grew by 3 percent.",
    "The bridge is 300 m long and 20 m wide, and cost 12 million more than planned.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_word_about_numbers_that_the_text_does_not_relate(verdicts: Verdicts, text: str) -> None:
    assert verdicts(text, KINDS) == {}
