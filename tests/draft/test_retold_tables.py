"""What prose tells again of a table: a cell, a change between two columns, a share of another line."""

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import proofread

TABLE = """
| Harbour dues (thousand euros) | 2024 | 2023 |
| --- | ---: | ---: |
| Mooring fees | 4,127 | 3,586 |
| Cargo fees | 12,904 | 13,377 |
| Pilotage | 2,318 | 2,046 |
"""


def said(engine: Engine, sentence: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return verdict, message and operands of what is said of a sentence above the table."""
    text = f"{sentence}\n{TABLE}"
    found = proofread(text, engine, markdown=True).findings
    return [
        (one.verdict, one.message, tuple(text[part.start : part.end] for part in one.given if part.start))
        for one in found
        if one.start < len(sentence)
    ]


def test_a_change_is_that_of_the_line_that_the_sentence_names(engine: Engine) -> None:
    found = said(engine, "Mooring fees increased by 15.1 % from 2023 to 2024.")
    assert found == [("pass", "from 3,586 to 4,127 is a rise of 15.1 %, as the draft says", ("3,586", "4,127"))]


def test_another_change_is_asked_about_with_the_cells_in_the_message(engine: Engine) -> None:
    found = said(engine, "The percentage increase in mooring fees from 2023 to 2024 is 13.1 %.")
    assert found == [("query", "from 3,586 to 4,127 is a rise of 15.1 %, the text says 13.1 %", ("3,586", "4,127"))]


def test_a_fall_called_a_rise_is_asked_about(engine: Engine) -> None:
    ((verdict, message, operands),) = said(engine, "Cargo fees increased by 3.5 % from 2023 to 2024.")
    assert (verdict, operands) == ("query", ("13,377", "12,904"))
    assert "3.5" in message


def test_a_share_that_was_cut_off_is_left_alone(engine: Engine) -> None:
    assert said(engine, "Pilotage increased by 13.2 % from 2023 to 2024.") == []  # 13.29 %


@pytest.mark.parametrize(
    "sentence",
    [
        "Mooring fees per berth increased by 13.1 % from 2023 to 2024.",  # a line of no table
        "Mooring fees increased by 13.1 % from 2021 to 2022.",  # years of no column
        "Mooring fees increased by 13.1 %.",  # which years?
        "Fees increased by 13.1 % from 2023 to 2024.",  # which fees?
    ],
)
def test_what_the_words_leave_open_is_left_alone(engine: Engine, sentence: str) -> None:
    assert said(engine, sentence) == []


def test_a_cell_is_told_again_in_thousands(engine: Engine) -> None:
    ((verdict, _, operands),) = said(engine, "Cargo fees were 12.904 million euros in 2024.")
    assert (verdict, operands) == ("pass", ("12,904",))


def test_a_share_of_one_line_in_another(engine: Engine) -> None:
    ((verdict, message, operands),) = said(engine, "Pilotage came to 17.96 % of cargo fees.")
    assert (verdict, operands) == ("pass", ("2,318", "12,904"))
    assert message == "2,318 out of 12,904 is 17.96 %, as the draft says"


def test_half_a_hall_is_no_row(engine: Engine) -> None:
    assert said(engine, "The hall was half empty when pilotage was discussed.") == []


def test_a_number_of_other_things_is_no_cell(engine: Engine) -> None:
    assert said(engine, "Pilotage needed 2,318 pilots.") == []


RATES = """
| Tax | 2023 | 2022 |
| --- | ---: | ---: |
| Income before taxes | 4,386 | 3,295 |
| Effective tax rate | 24.1% | 15.4% |
"""


def test_a_change_of_a_rate_is_told_in_points(engine: Engine) -> None:
    text = f"The effective tax rate increased by 8.7 percentage points from 2022 to 2023.\n{RATES}"
    (found,) = (one for one in proofread(text, engine, markdown=True).findings if one.start < text.index("\n"))
    assert (found.verdict, found.kind) == ("pass", "percentage-points")
    assert [text[one.start : one.end] for one in found.given] == ["15.4", "24.1"]


def test_some_words_of_a_label_will_do_for_a_precise_change(engine: Engine) -> None:
    found = said(engine, "The increase in income from mooring is 15.09 % year on year.")
    assert found == [("pass", "from 3,586 to 4,127 is a rise of 15.09 %, as the draft says", ("3,586", "4,127"))]
    assert said(engine, "The increase in income from mooring is 15 % year on year.") == []
    assert said(engine, "The increase in income from mooring is 15.19 % year on year.") == []


def test_some_words_of_two_labels_will_do_for_a_precise_share(engine: Engine) -> None:
    found = said(engine, "As a share of what cargo brings in, pilotage stood at 15.29 % in the year before.")
    assert found == [("pass", "2,046 out of 13,377 is 15.29 %, as the draft says", ("2,046", "13,377"))]


def test_changes_between_two_tables_are_those_of_one_column(engine: Engine) -> None:
    tables = "\n".join(
        f"\n| Quarter to {month} | Seats | Systems |\n| --- | --- | --- |\n| Revenue | {one} | {other} |\n"
        f"| Segment earnings | {three} | {four} |\n"
        for month, one, other, three, four in (
            ("1 April 2023", "4,453.0", "1,392.5", "285.8", "42.3"),
            ("30 March 2024", "4,477.6", "1,517.0", "241.6", "54.1"),
        )
    )
    text = f"The decrease in segment earnings of seats from April 2023 to March 2024 is 15.47%.\n{tables}"
    (found,) = (one for one in proofread(text, engine, markdown=True).findings if one.text == "15.47%")
    assert (found.verdict, [text[one.start : one.end] for one in found.given]) == ("pass", ["285.8", "241.6"])
