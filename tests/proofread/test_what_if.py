"""What would be said of a number if an input were another: judged by the engine, told in the words of the draft."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.model.draft import DraftReport
from factcheck.proofread.levers import Lever, levers
from factcheck.proofread.what_if import WhatIf, read_number, what_if
from tests.proofread.drafts import checked

SALES = "Sales rose 25% from $40 million to $54 million."
CHIPS = "100 exaflops take more than 300,000 D1 chips."


def of(draft: DraftReport, engine: Engine) -> tuple[Lever, ...]:
    [found] = draft.findings
    return levers(found, draft.text, engine.knowledge.units)


def tried(text: str, changes: Mapping[str, str], engine: Engine) -> WhatIf:
    draft = checked(text, engine)
    [found] = draft.findings
    answer = what_if(found, draft, {name: Fraction(value) for name, value in changes.items()}, engine)
    assert answer is not None
    return answer


def test_the_levers_are_the_numbers_of_the_calculation_as_they_are_written(engine: Engine) -> None:
    found = {one.name: (one.text, one.number, one.step) for one in of(checked(SALES, engine), engine)}
    assert found == {"before": ("$40 million", 40, Fraction(1, 10)), "after": ("$54 million", 54, Fraction(1, 10))}


def test_a_lever_reaches_to_where_the_number_would_be_right(engine: Engine) -> None:
    [lever] = of(checked("The road is 620 km (998 miles) long.", engine), engine)
    assert lever.low == 310
    assert lever.high > 1606


def test_with_another_number_the_sentence_is_told_again(engine: Engine) -> None:
    assert tried(SALES, {"after": "50"}, engine) == WhatIf(
        "pass",
        "from $40 million to $50 million is a rise of 25%, as the draft says",
        "($50 million − $40 million) ÷ $40 million = 25% (23 to 27)",
        {"after": "$50 million"},
    )
    answer = tried(SALES, {"after": "60", "before": "50"}, engine)
    assert (answer.verdict, answer.message) == (
        "fail",
        "from $50 million to $60 million is a rise of 20%, the draft says 25%",
    )


def test_what_a_pack_knows_may_be_tried_otherwise(engine: Engine) -> None:
    found = {one.name: (one.number, one.base) for one in of(checked(CHIPS, engine), engine)}
    assert found == {"target": (100, "EFLOP/s"), "D1.peak": (362, "TFLOP/s/D1")}
    answer = tried(CHIPS, {"D1.peak": "322"}, engine)
    assert answer.verdict == "pass"
    assert answer.calculation.startswith("100 exaflops ÷ 322 TFLOP/s/D1 = 310,559")
    assert "300,000 D1" not in tried(CHIPS, {"D1.peak": "400"}, engine).calculation


def test_the_spec_of_a_thing_may_be_tried_alone(engine: Engine) -> None:
    answer = tried("The D1 chip has an area of 845 mm².", {"D1.area": "845"}, engine)
    assert (answer.verdict, answer.message) == ("pass", "by the source, the area of D1 is 845 mm², as the draft says")
    assert answer.calculation == ""


def test_in_chinese(engine: Engine) -> None:
    answer = tried("2023年营收从5955亿元增至7000亿元，增长37.5%。", {"after": "8188"}, engine)
    assert (answer.verdict, answer.message) == ("pass", "从5955亿元到8188亿元，增加37.5%，与文中一致")


def test_of_what_stands_in_words_alone_nothing_is_tried(engine: Engine) -> None:
    assert of(checked("The workforce has doubled in five years, from 260 to 720.", engine), engine)
    assert of(checked("In the trial, t(28) = 2.20, p = .136.", engine), engine) == ()


@pytest.mark.parametrize("text", ["", "0", "1e9", "0x1", "1/3", "nan", "9" * 16, "1" * 99999, "٣", "1.", "1 "])
def test_what_is_no_plain_number_is_not_read(text: str) -> None:
    assert read_number(text) is None


def test_plain_numbers_are_read() -> None:
    assert [read_number(text) for text in ("322", "-1.5", "0.25")] == [322, Fraction(-3, 2), Fraction(1, 4)]
