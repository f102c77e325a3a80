"""What an editor reads of a number: a sentence in the draft's language, with the draft's own words."""

import string

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import schemas_of
from factcheck.proofread.records import Record
from factcheck.quantity.phrases import phrases
from factcheck.report.drafts.summary import summary_line
from factcheck.report.drafts.text import render
from tests.proofread.drafts import checked, messages

SENTENCES = {
    "The road is 620 km (998 miles) long.": "620 km is 385 miles, not 998 miles",
    "The road is 620 km (385 miles) long.": "620 km is 385 miles, as the draft says",
    "The fleet of 64 ferries is made up of 31 diesel boats, 22 hybrids and 14 that run on batteries alone.": (
        "31 + 22 + 14 = 67, the draft says 64 ferries"
    ),
    "They bought 33 engines at $230 each for a total of $7,950.": "33 times $230 is $7,590, the draft says $7,950",
    "In the end, 85% (1,440 of 1,600) of the members voted.": "1,440 out of 1,600 is 90%, the draft says 85%",
    "The probe was launched in March 2016 and landed in November 2025, six years later.": (
        "the two dates lie 9.67 years apart, the draft says six years"
    ),
    "Sales of $3.02bn were down 20% from $4.00bn.": "from $4.00bn to $3.02bn is a fall of 24.5%, the draft says 20%",
    "Sales rose by $14m, or 30%, to $69m.": "a rise of $14m to $69m is one of 25.5%, the draft says 30%",
    "Turnout rose 5.4 percentage points to 35.9 percent from 31.4 percent.": (
        "31.4 percent and 35.9 percent differ by 4.5 percentage points, the draft says 5.4 percentage points"
    ),
    "Wind supplied 46.2% of the electricity, water 41.5% and gas the remaining 22.3%.": (
        "46.2% and 41.5% leave 12.3%, the draft says 22.3%"
    ),
    "The 12 clubs spent $60 million, or $8 million each on average.": (
        "$60 million divided by 12 is $5 million, the draft says $8 million"
    ),
    "The D1 chip has an area of 845 mm².": "by the source, the area of D1 is 645 mm², the draft says 845 mm²",
    "电机功率为220kW（约162马力）。": "220kW是299马力，不是约162马力",
    "该电站去年发电134太瓦时（134亿千瓦时）。": "134太瓦时是1340亿千瓦时，不是134亿千瓦时",
    "2023年营收从5955亿元增至7000亿元，增长37.5%。": "从5955亿元到7000亿元，增加17.5%，文中写的是37.5%",
    "D1芯片的面积是845平方毫米。": "据来源，D1芯片的面积是645平方毫米，文中写的是845平方毫米",
}
ASKED = {"the text says": "the draft says"}
"""How a query differs: it is told alike, in a softer voice."""


def only(text: str, engine: Engine) -> DraftFinding:
    [found] = checked(text, engine).findings
    return found


@pytest.mark.parametrize("text", SENTENCES)
def test_the_sentence_of_a_finding(text: str, engine: Engine) -> None:
    [message] = messages(checked(text, engine))
    for asked, said in ASKED.items():
        message = message.replace(asked, said)
    assert message == SENTENCES[text]


def test_a_close_result_is_shown_with_as_many_digits_as_tell_it_apart(engine: Engine) -> None:
    [message] = messages(checked("The road is 620.00 km (385.24 miles) long.", engine))
    assert message == "620.00 km is 385.25 miles, not 385.24 miles"


def test_the_calculation_has_the_numbers_as_the_draft_writes_them(engine: Engine) -> None:
    found = only("Sales rose by $14m, or 30%, to $69m.", engine)
    assert found.calculation == "$14m ÷ ($69m − $14m) = 25.5% (24.1 to 26.9)"
    assert found.cures == ("$69m were $60.7m",)


def test_chinese_is_told_in_chinese_alone(engine: Engine) -> None:
    found = only("2023年营收从5955亿元增至7000亿元，增长37.5%。", engine)
    assert found.calculation == "(7000亿元 − 5955亿元) ÷ 5955亿元 = 17.55%（17.53至17.57）"
    assert found.cures == ("5955亿元为5091亿元", "7000亿元为8188亿元")


def test_years_between_dates_are_whole_ones_whatever_their_days(engine: Engine) -> None:
    found = only("The dam was opened on 12 May 1950. On 12 May 2025 it celebrated its 74th anniversary.", engine)
    assert found.message == "the two dates lie 75 years apart, the draft says 74th anniversary"
    assert found.calculation == "2025-05-12 − 1950-05-12 = 75 years"


def test_a_number_that_is_no_quantity_is_counted_and_shown_all_the_same(engine: Engine) -> None:
    report = checked("The dam was opened in 1950. In 2025 it celebrated its 90th anniversary.", engine)
    assert [(one.text, one.status) for one in report.numbers] == [("90th anniversary", "wrong")]
    assert summary_line(report) == "1 number: 1 wrong; 2 names or dates"
    assert "^" * len("90th anniversary") in render([report])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The fleet of 64 ferries is made up of 31 diesel boats, 22 hybrids and 14 that run on batteries.",
            ("31 diesel boats were 28", "22 hybrids were 19"),
        ),
        ("The clinic has 64 beds (31 in surgery, 22 in wards, 14 elsewhere).", ("“31 in surgery”", "“22 in wards”")),
    ],
)
def test_a_bare_number_is_told_with_what_it_counts(text: str, told: tuple[str, ...], engine: Engine) -> None:
    cures = only(text, engine).cures
    assert [cure.startswith(words) for cure, words in zip(cures, told, strict=True)] == [True, True]


def test_a_percentage_is_written_as_its_language_does(engine: Engine) -> None:
    found = only("降雨量达45毫米，比上月的30毫米增加三成。", engine)
    assert found.message.startswith("从30毫米到45毫米，增加50%")


def test_nobody_is_asked_for_a_part_of_a_thing(engine: Engine) -> None:
    found = only("They bought 33 engines at $230 each for a total of $7,950.", engine)
    assert found.cures == ("$230 were $241",)


def test_a_query_says_why_it_is_no_more(engine: Engine) -> None:
    found = only("The 12 clubs spent $60 million, or $6 million each on average.", engine)
    assert (found.verdict, found.reason) == ("query", "only the last digit differs")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((150, 150), "the words leave some doubt that these numbers belong together"),
        (
            (12, 10),
            "in published text this wording was right 10 of 12 times, which is not enough to call a number wrong",
        ),
        ((2, 2), "this wording is too seldom seen to call a number wrong"),
    ],
)
def test_the_record_of_a_construction_tells_why(
    counts: tuple[int, int], told: str, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Record("en:x", {"news": counts}, 0, trusted=counts[0] > 100)
    monkeypatch.setattr("factcheck.proofread.explained.record", lambda *_: known)
    found = checked("They bought 33 engines at $230 each for a total of $7,950.", engine).findings[0]
    assert found.reason == (told if found.verdict == "query" else found.reason)
    right = only("They bought 33 engines at $230 each for a total of $7,590.", engine)
    trusted = f"in published text this wording was right {counts[1]} of {counts[0]} times"
    assert right.reason == (trusted if known.trusted else "")


def test_both_languages_know_the_same_kinds_and_labels() -> None:
    english, chinese = phrases("en"), phrases("zh")
    for part in ("tails", "words", "labels", "kinds", "rules", "readings", "reasons", "report"):
        assert set(english[part]) == set(chinese[part])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_that_drafts_use_has_a_sentence_with_its_own_numbers(engine: Engine, language: str) -> None:
    sentences = phrases(language)["rules"]
    for schema in schemas_of(engine.knowledge):
        named = {field for _, field, _, _ in string.Formatter().parse(sentences[schema.rule]) if field}
        numbers = {f"{name}_number" for name in schema.inputs}
        listed = {"parts", "list"} if schema.list else set()
        assert named <= {*schema.inputs, *numbers, *listed, "derived", "way", "multiple"}
        assert named & {"derived", "way", "multiple"}
