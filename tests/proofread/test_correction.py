"""What a finding offers to write in the place of a wrong number: put there, the number is right."""

import pytest

from factcheck.engine.resolve.setting import Engine
from tests.proofread.drafts import checked

CORRECTED = {
    "The road is 620 km (998 miles) long.": ("998 miles", "385 miles"),
    "Of the 1,600 people asked, 1,440 were in favour, or about 60%.": ("about 60%", "about 90%"),
    "The state spent $59.4 million on 6.6 million pupils, or $7 per pupil.": ("$7 per pupil", "$9 per pupil"),
    "Profits rose 25% from $40 million to $54 million.": ("25%", "35%"),
    "100 exaflops take more than 300,000 D1 chips.": ("more than 300,000", "276,243"),
    "电机功率为220kW（约162马力）。": ("约162马力", "约299马力"),
    "2023年营收从5955亿元增至7000亿元，增长37.5%。": ("37.5%", "17.5%"),
}


@pytest.mark.parametrize("text", CORRECTED)
def test_a_corrected_number_is_right(text: str, engine: Engine) -> None:
    [found] = checked(text, engine).findings
    assert (found.verdict, found.text, found.correction) == ("fail", *CORRECTED[text])
    [mended] = checked(text[: found.start] + found.correction + text[found.end :], engine).findings
    assert mended.verdict in {"pass", "borderline"}
    assert mended.correction == ""


@pytest.mark.parametrize(
    "text",
    [
        "The workforce has doubled in five years, from 260 to 720.",  # a word, not a number
        "Sales of $5.00bn were down 20% from $4.00bn.",  # they were up: another word is needed, too
        "The road is 620 km (385 miles) long.",  # right already
    ],
)
def test_where_an_edit_of_the_number_would_not_do_none_is_offered(text: str, engine: Engine) -> None:
    assert [found.correction for found in checked(text, engine).findings] == [""]
