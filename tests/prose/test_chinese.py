"""Quantities of Chinese prose: numbers, units, hedges, ranges, change; and what is no quantity."""

import pytest

from factcheck.prose.jsonl import as_json
from factcheck.prose.reader import read
from factcheck.quantity.units import UnitTable

# text | the quantity in it | its value | its unit
VALUES = """
    仓库里有三百五十箱货物。     | 三百五十箱 | 350      | 货物
    机房添了25块显卡。           | 25块       | 25       | 显卡
    这座156米高的塔              | 156米      | 156      | meter
    车队共有60辆。               | 60辆       | 60       | 辆
    207个村通了公路。            | 207个      | 207      | 村
    268场演出吸引了观众。        | 268场      | 268      | 演出
    两队相差很大。               | 两队       | 2        | None
    他身高168CM。                | 168CM      | 168      | centimeter
    这批订单要8万块B200。        | 8万块      | 80000    | B200
    园区装了1.2万个AI4模块。     | 1.2万个    | 12000    | AI4模块
    全村共有84户，              | 84户       | 84       | 户
    去年接待26万人次。           | 26万人次   | 260000   | 人次
    他们订了两打鸡蛋。           | 两打       | 24       | 鸡蛋
    全長12萬3千米。              | 12萬3千米  | 123000   | meter
    山高三万五千米。             | 三万五千米 | 35000    | meter
    绕湖跑五千米。               | 五千米     | 5        | kilometer
    罚款壹仟贰佰元整。           | 壹仟贰佰元整 | 1200   | yuan
    产量增至100万三千吨。        | 100万三千吨 | 1003000 | tonne
    到场零两百人。               | 零两百人   | 200     | 人
    付壹佰贰拾点叁肆元。         | 壹佰贰拾点叁肆元 | 120.34 | yuan
    独得300w张票。               | 300w张     | 3000000 | 票
    到场五万零两百人。           | 五万零两百人 | 50200  | 人
    登记的有廿五名。             | 廿五名     | 25       | None
    兄弟俩都来了。               | 俩         | 2        | None
    今天开了半小时会。           | 半小时     | 0.5      | hour
    绳子长两米半。               | 两米半     | 2.5      | meter
    他身高一米七五。             | 一米七五   | 1.75     | meter
    这条鱼重六斤八两。           | 六斤八两   | 6.8      | jin
    用时一小时零六分。           | 一小时零六分 | 1.1    | hour
    会开了三个半小时。           | 三个半小时 | 3.5      | hour
    平均每户养猪一头半。         | 一头半     | 1.5      | None
    另有两箱半苹果。             | 两箱半     | 2.5      | 苹果
    平均亩产520公斤。            | 520公斤    | 520      | kilogram per mu
    每亩520公斤（1040斤）。      | 1040斤     | 1040     | jin per mu
    出口3兆8800亿元。            | 3兆8800亿元 | 3880000000000 | yuan
    出口5兆人民币。              | 5兆人民币  | 5000000000000 | yuan
    投资（不含农户）1443亿元     | 1443亿元   | 144300000000 | yuan
    用电由30度降到20度。         | 20度       | 20       | kilowatt hour
    一共50元6角三分。            | 50元6角三分 | 50.63   | yuan
    车票三块四。                 | 三块四     | 3.4      | yuan
    标价两美元又三美分。         | 两美元又三美分 | 2.03 | dollar
    票价人民币35，               | 人民币35   | 35       | yuan
    门票30元/人。                | 30元/人    | 30       | yuan per 人
    带宽为每秒36 TB。            | 36 TB      | 36       | terabyte per second
    每平方公里住着300人。        | 300人      | 300      | 人 per square kilometer
    每公斤不到500美元。          | 不到500美元 | 500     | dollar per kilogram
    打八五折，                   | 八五折     | 85       | percent
    其中三成半是新手，           | 三成半     | 35       | percent
    出错的占千分之二点五。       | 千分之二点五 | 0.25   | percent
    份额高了2.4個百分點。        | 2.4個百分點 | 2.4     | percentage point
    气温降到零下5摄氏度。        | 零下5摄氏度 | -5      | degree Celsius
    华氏温度100度，              | 100度      | 100      | degree Fahrenheit
    一天用电29度。               | 29度       | 29       | kilowatt hour
    产量翻了一番。               | 翻了一番   | 2        | None
    三百五又三分之一             | 三百五又三分之一 | 350.333333333333333333333333333333 | None
"""

# text | the quantity | its relation | low | high
BOUNDS = """
    收到27万多封信。       | 27万多封       | ~     | 270000  | 280000
    十几台机器              | 十几台         | range | 11      | 19
    好几百家店              | 几百家         | range | 200     | 900
    一两千公里              | 一两千公里     | range | 1000    | 2000
    三四百人                | 三四百人       | range | 300     | 400
    七八成的用户            | 七八成         | range | 70      | 80
    20到30个                | 20到30个       | range | 20      | 30
    5至6百万美元            | 5至6百万美元   | range | 5000000 | 6000000
    五到六百万              | 五到六百万     | range | 5000000 | 6000000
    占二至三成              | 二至三成       | range | 20      | 30
    占二到三成半            | 二到三成半     | range | 20      | 35
    打三到五折              | 三到五折       | range | 30      | 50
    打75到85折              | 75到85折       | range | 75      | 85
    占百分之三十到四十      | 百分之三十到四十 | range | 30    | 40
    占千分之三到五          | 千分之三到五   | range | 0.3     | 0.5
    走了一两百米            | 一两百米       | range | 100     | 200
    10000与20000之间        | 10000与20000之间 | range | 10000 | 20000
    在3公里和5公里之间      | 3公里和5公里之间 | range | 3     | 5
    最多100台最少20台       | 最多100台最少20台 | range | 20   | 100
    大于50台并小于80台      | 大于50台并小于80台 | range | 50  | 80
    至少有10个型号          | 至少有10个     | >=    | 10      | None
    超过了三成              | 超过了三成     | >     | 30      | None
    不大于3米               | 不大于3米      | <=    | None    | 3
    身高比170低             | 比170低        | <     | None    | 170
    60岁及以上              | 60岁及以上     | >=    | 60      | None
    10分钟以内              | 10分钟以内     | <=    | None    | 10
    五年多的时间            | 五年多         | ~     | 5       | 6
    三个多月                | 三个多月       | ~     | 3       | 4
    上千台设备              | 上千台         | >=    | 1000    | None
    产量过万吨              | 过万吨         | >     | 10000   | None
    占比过20的城市          | 过20           | >     | 20      | None
    走过20个城市            | 20个           | =     | 20      | 20
    通过万人表决            | 万人           | =     | 5000    | 15000
    小于 或 等于100         | 小于 或 等于100 | <=   | None    | 100
    肆拾几亿                | 肆拾几亿       | range | 4100000000 | 4900000000
    这条路一千来米          | 一千来米       | ~     | 850     | 1150
"""

# text | each quantity with its direction: a change by it, or the level that a change reached
CHANGES = """
    营收同比增长12.5%。           | 12.5% up by
    水位下降了约3米。             | 约3米 down by
    用户由400万增至600万。        | 400万 - -; 600万 up to
    重量从512公斤降到474公斤。    | 512公斤 - -; 474公斤 down to
    降幅约为三分之一。            | 约为三分之一 down by
    新线比老线长出9公里。         | 9公里 up by
    它比对手多跑34公里。          | 34公里 up by
    这条路高5米。                 | 5米 - -
    比对手的510公里多跑34公里     | 510公里 - -; 34公里 up by
    5%的增长                      | 5% up by
"""

NOTHING = [
    "千方百计", "加倍努力", "三心二意", "一些人统一行动", "万一下雨", "十分好", "百度公司", "三星手机", "一旦发生",
    "一般来说", "半导体", "登陆", "收拾行李", "参加比赛", "研究发现约等于千", "八仙过海", "数据中心",
    "三环路", "周三", "老三",
]  # fmt: skip

# text | what the numbers in it are
ASIDES = """
    2021年6月20日开工          | date
    二〇二四年三月             | date
    二季度                     | date
    90年代                     | date
    上午8点半                  | time
    第87分钟                   | ordinal
    第五条                     | ordinal
    得了三等奖                 | ordinal
    升入五年级                 | ordinal
    家在三层                   | ordinal
    六1班                      | label
    1班和2班                   | label
    1—10月份                   | date
    4号线                      | label
    128号3栋402室              | label
    邮编310009                 | label
    见图3                      | label
    电话010-6552 0018          | phone
    用2.0版                    | version
    比例为1:12                 | ratio
    买了iPhone 13，            | identifier
    4K视频                     | identifier
    7nm工艺                    | identifier
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "written", "value", "unit"), rows(VALUES))
def test_a_number_is_read_with_its_unit(units: UnitTable, text: str, written: str, value: str, unit: str) -> None:
    found = as_json(read(text, units))["mentions"]
    assert (written, value, unit) in [(m["text"], str(m["value"]), str(m["unit"])) for m in found]
    assert all(text[m["start"] : m["end"]] == m["text"] for m in found)


@pytest.mark.parametrize(("text", "written", "relation", "low", "high"), rows(BOUNDS))
def test_hedges_and_ranges_are_intervals(
    units: UnitTable, text: str, written: str, relation: str, low: str, high: str
) -> None:
    (found,) = as_json(read(text, units))["mentions"]
    assert (found["text"], found["relation"], str(found["low"]), str(found["high"])) == (written, relation, low, high)


@pytest.mark.parametrize(("text", "changes"), rows(CHANGES))
def test_a_change_has_a_direction(units: UnitTable, text: str, changes: str) -> None:
    found = [f"{m.text} {m.change or '-'} {m.manner or '-'}" for m in read(text, units).mentions]
    assert "; ".join(found) == changes


@pytest.mark.parametrize("text", NOTHING)
def test_a_numeral_inside_a_word_is_no_quantity(units: UnitTable, text: str) -> None:
    assert read(text, units).mentions == ()


@pytest.mark.parametrize(("text", "kind"), rows(ASIDES))
def test_dates_labels_and_names_are_no_quantities(units: UnitTable, text: str, kind: str) -> None:
    found = read(text, units)
    assert [aside.kind for aside in found.asides][:1] == [kind]
    assert found.mentions == ()
