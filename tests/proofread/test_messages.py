"""What an editor reads of a number: a sentence in the draft's language, with the draft's own words."""

import pytest

from factcheck.engine.verdict.statement import Engine
from factcheck.proofread.wording import phrases
from tests.proofread.drafts import checked, messages

SENTENCES = {
    "The road is 620 km (998 miles) long.": "620 km is 385 miles, not 998 miles",
    "The road is 620 km (385 miles) long.": "620 km is 385 miles, as the draft says",
    "The fleet of 64 ferries is made up of 31 diesel boats, 22 hybrids and 14 that run on batteries alone.": (
        "31 + 22 + 14 = 67, the draft says 64"
    ),
    "The rocket has 33 engines with 230 tonnes of thrust each, 7,950 tonnes in all.": (
        "33 times 230 tonnes is 7,590 tonnes, the draft says 7,950 tonnes"
    ),
    "Of the 1,600 members, 1,440 voted, or 85%.": "1,440 out of 1,600 is 90%, the draft says 85%",
    "The probe was launched in March 2016 and landed in November 2025, six years later.": (
        "the two dates lie 9.67 years apart, the draft says six years"
    ),
    "电机功率为220kW（约162马力）。": "220kW是299马力，不是约162马力",
    "该电站去年发电134太瓦时（134亿千瓦时）。": "134太瓦时是1340亿千瓦时，不是134亿千瓦时",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_the_sentence_of_a_finding(text: str, engine: Engine) -> None:
    assert messages(checked(text, engine)) == [SENTENCES[text]]


def test_a_close_result_is_shown_with_as_many_digits_as_tell_it_apart(engine: Engine) -> None:
    [message] = messages(checked("The road is 620.00 km (385.24 miles) long.", engine))
    assert message == "620.00 km is 385.25 miles, not 385.24 miles"


def test_both_languages_know_the_same_kinds_and_labels() -> None:
    english, chinese = phrases("en"), phrases("zh")
    for part in ("tails", "words", "labels", "kinds"):
        assert set(english[part]) == set(chinese[part])
