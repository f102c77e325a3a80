"""An article about a supercomputer, told again in short: judged with no claim file, noise and teasers included."""

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread

TEXT = """AI巨兽的诞生:约等于8千块H100
![]()
编辑:甲 乙
为了训练新模型,某公司在今年建起由10万块H100组成的集群,耗时19天。研超约等于千,兽D算挑。
它们由一个高达500兆瓦的系统供电。
特斯拉既用英伟达的GPU,也用自己的AI4计算机,比例大约为1:2。 也就是说,相当于大约9万个H100,加上大约4万个AI4计算机。
Dojo在10月可能达到100 exaflops。
如果每个D1芯片能实现362 teraflops,那么要做到100 exaflops,就需要超过27.6万个D1芯片,或者超过32万英伟达A100 GPU。
500亿晶体管,D1登场
2021年,D1芯片首次展出,集成500亿晶体管,还没有手掌大。
可是D1仍没有英伟达A100强大。
D1在645平方毫米的面积上有500亿个晶体管,而A100包含540亿个晶体管,尺寸为826平方毫米,性能领先于D1。
团队把25个D1芯片融合到一个tile中。
每个tile具备9 petaflops的算力,以及每秒36 TB的带宽。
6个这样的tile构成一个机架(rack),两个机架构成一个机柜(cabinet)。
十个机柜构成一个ExaPOD。
约有180万人付了8000美元(之前可达1.5万美元)。
-
当地时间12月4日傍晚,火种抵达罗马,于11月26日采集。...[详细]
-
2024-05-23 10:51:57 来源:某报,24fall结束,25fall开始
"""

HOLDS = {
    "S13 a ratio, in the order that fits": ("比例大约为1:2", "1:2"),
    "S19 the peak of a chip": ("362 teraflops", "362 teraflops"),
    "S20 chips for 100 exaflops": ("超过27.6万个", "超过27.6万个"),
    "S21 other chips for the same": ("超过32万", "超过32万"),
    "S22 a heading": ("500亿晶体管,D1登场", "500亿"),
    "S23 the sentence below it": ("集成500亿", "500亿"),
    "S27 the area": ("645平方毫米", "645平方毫米"),
    "S27 the transistors": ("有500亿个", "500亿个"),
    "S28 a round number": ("540亿个", "540亿个"),
    "S28 the other area": ("826平方毫米", "826平方毫米"),
    "S30 chips in a tile": ("25个", "25个"),
    "S31 the peak of a tile": ("9 petaflops", "9 petaflops"),
    "S35 tiles in a rack": ("6个", "6个"),
    "S35 racks in a cabinet": ("两个", "两个"),
    "S36 cabinets in an ExaPOD": ("十个", "十个"),
}


@pytest.fixture(scope="module")
def judged(engine: Engine) -> dict[tuple[int, str], str]:
    return {(found.start, found.text): found.verdict for found in proofread(TEXT, engine).findings}


@pytest.mark.parametrize(("place", "number"), HOLDS.values(), ids=list(HOLDS))
def test_what_holds_is_found(judged: dict[tuple[int, str], str], place: str, number: str) -> None:
    assert judged.get((TEXT.index(place) + place.index(number), number)) == "pass"


def test_the_article_contradicts_itself_and_nothing_else_is_wrong(judged: dict[tuple[int, str], str]) -> None:
    """By its own counts one D1 does the work of 1.16 A100, yet it calls the A100 the stronger one, twice."""
    wrong = [text for (_, text), verdict in sorted(judged.items()) if verdict != "pass"]
    assert wrong == ["D1仍没有英伟达A100强大", "性能领先于D1"]


@pytest.mark.parametrize(
    ("right", "wrong", "number"),
    [
        ("超过27.6万个D1", "超过276万个D1", "超过276万个"),
        ("25个D1芯片融合", "52个D1芯片融合", "52个"),
        ("十个机柜构成", "八个机柜构成", "八个"),
        ("每个tile具备9 petaflops", "每个tile具备90 petaflops", "90 petaflops"),
        ("有500亿个晶体管", "有5000亿个晶体管", "5000亿个"),
    ],
)
def test_a_slip_is_found(engine: Engine, right: str, wrong: str, number: str) -> None:
    found = proofread(TEXT.replace(right, wrong), engine).findings
    assert [one.text for one in found if one.verdict == "fail" and one.text == number] == [number]


def test_a_headline_that_the_text_contradicts_is_worth_a_look(engine: Engine) -> None:
    text = TEXT.replace("AI巨兽的诞生:约等于8千块H100", "AI巨兽Dojo的诞生:约等于8千块H100")
    found = {one.text: one.verdict for one in proofread(text, engine).findings}
    assert found["约等于8千块"] == "query"
