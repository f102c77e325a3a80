"""Numbers told again: those of headlines, decks and captions, and those that a definite word repeats."""

import json

import pytest

from factcheck.draft.choice.headline import ROW as HEADLINE
from factcheck.draft.equations.particular.repeated import ROW as REPEATED
from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread
from factcheck.quantity.languages import TABLES
from tests.draft.test_constructions import found

CASES = {name: json.loads((TABLES / name / "retold_cases.json").read_text(encoding="utf-8")) for name in ("en", "zh")}
ALL = [
    pytest.param(row, way, text, id=f"{language}-{row}-{way}-{number}")
    for language, rows in CASES.items()
    for row, cases in rows.items()
    for way, texts in cases.items()
    for number, text in enumerate(texts)
]


@pytest.mark.parametrize(("row", "way", "text"), ALL)
def test_a_number_told_again(engine: Engine, row: str, way: str, text: str) -> None:
    judged = [one for one in found(engine, text) if one.kind in {"headline", "repeated"}]
    if way == "silent":
        assert [one.message for one in judged if one.verdict in {"fail", "query"}] == []
        return
    (one,) = judged
    assert one.verdict == {"right": "pass", "wrong": "fail"}[way], one.message
    assert one.kind == {HEADLINE: "headline", REPEATED: "repeated"}[row]
    assert one.row.partition(":")[2] == (row if way == "wrong" else "")


def said(engine: Engine, text: str, *, markdown: bool = False) -> list[tuple[str, str, str]]:
    """Return what is said of the numbers of headlines: the number, the verdict, the message."""
    findings = proofread(text, engine, markdown=markdown).findings
    return [(one.text, one.verdict, one.message) for one in findings if one.kind == "headline"]


def test_the_message_says_what_the_text_says(engine: Engine) -> None:
    text = "# Blaze Forces 264 From Their Homes\n\nA blaze forced 246 people from their homes on Sunday."
    assert said(engine, text, markdown=True) == [("264", "fail", "the text says 246, and 264 stands here")]


def test_the_operand_is_the_number_of_the_text(engine: Engine) -> None:
    text = "Blaze forces 264 from their homes\n\nA blaze forced 246 people from their homes on Sunday."
    (one,) = (one for one in proofread(text, engine).findings if one.kind == "headline")
    assert [text[given.start : given.end] for given in one.given if given.start is not None] == ["246"]


def test_a_chinese_headline(engine: Engine) -> None:
    text = "古城首日迎客6.3万人次\n\n国庆假期第一天，古城共接待游客3.6万人次。"
    assert said(engine, text) == [("6.3万人次", "fail", "正文写的是3.6万人次，这里写的是6.3万人次")]


def test_in_a_title_a_capital_makes_no_name(engine: Engine) -> None:
    text = "# Chicago Sinkhole Gobbles 13 Parked Cars\n\nA sinkhole in Chicago gobbled 13 cars."
    assert said(engine, text, markdown=True) == [("13", "pass", "the text says 13")]


def test_captions_decks_and_summaries_are_only_asked_about(engine: Engine) -> None:
    story = "\n\nA blaze forced 246 people from their homes on Sunday, the town said."
    for front in ("Blaze in Harlow\n\n264 forced from homes", "# Blaze in Harlow\n\n- 264 forced from homes"):
        assert [verdict for _, verdict, _ in said(engine, front + story, markdown="#" in front)] == ["query"]
    caption = "\n\nFigure 1: The homes that 264 were forced to leave"
    assert [verdict for _, verdict, _ in said(engine, story + caption)] == ["query"]


LINES = [
    "Shr 25 cts vs 55 cts\n\nNet 1.3 mln vs 2.4 mln\n\nNOTE: the first quarter includes a loan of 5.2 mln dlrs.",
    "Milk 25\n\nEggs 12\n\nFlour 250\n\nThe flour was 520 grams before, and we baked with eggs and milk.",
    "The mill has 264 looms. It is old.\n\nIt had 246 looms before the fire, the owner said.",
]


@pytest.mark.parametrize("text", LINES)
def test_a_line_of_figures_and_a_sentence_are_no_headline(engine: Engine, text: str) -> None:
    assert said(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Cases rise to 21 in Leeds\n\nOfficials in Bradford said on Monday that 12 cases had been found in the city.",
        "Leeds cuts 450 jobs\n\nBradford council will cut 540 jobs by next spring, it said on Monday.",
        "Flood in Springfield kills 35\n\nThe flood that hit Rivertown last week killed 53 people, officials said.",
        "南昌新增病例21例\n\n九江市卫健委通报，昨日新增病例12例，均已隔离治疗。",
        "杭州新增地铁35公里\n\n宁波市今年新增地铁53公里，累计达到185公里。市民出行更方便了。",
    ],
)
def test_a_text_about_another_place_is_none_of_the_headline(text: str, engine: Engine) -> None:
    assert [one for one in said(engine, text) if one[1] in {"fail", "query"}] == []


def test_a_text_about_the_same_place_is_one_of_the_headline(engine: Engine) -> None:
    same = "Leeds cuts 450 jobs\n\nLeeds council will cut 540 jobs by next spring, it said on Monday."
    assert said(engine, same) == [("450", "fail", "the text says 540, and 450 stands here")]
    same = "杭州新增地铁35公里\n\n杭州市今年新增地铁53公里，累计达到185公里。"
    assert said(engine, same) == [("35公里", "fail", "正文写的是53公里，这里写的是35公里")]
