"""A draft as relations see it: its prose in paragraphs, every place that of the original."""

import pytest

from factcheck.proofread.opened import language_of, opened
from factcheck.prose.plain import without_comments
from factcheck.quantity.units import UnitTable


def test_paragraphs_are_parted_and_markup_is_left_out(units: UnitTable) -> None:
    text = "# Road\n\nIt is **620 km**\nlong.\n\n- 12 km new\n"
    found = opened(text, units, markdown=True)
    assert found.passage.text == "\n\nRoad\n\nIt is 620 km long.\n\n\n\n12 km new\n"
    assert [sentence.text(found.passage.folded) for sentence in found.passage.sentences] == [
        "road",
        "it is 620 km long.",
        "12 km new",
    ]
    spans = [found.span(item.mention.span) for item in found.passage.items]
    assert [text[span.start : span.end] for span in spans] == ["620 km", "12 km"]


def test_comments_are_blanks(units: UnitTable) -> None:
    text = "a <!-- 5 km\n7 km --> b <!-- c"
    assert without_comments(text) == f"a {' ' * 9}\n{' ' * 8} b <!-- c"
    assert [item.mention.text for item in opened(text, units).passage.items] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("这座桥长2公里，由Tesla公司出资。", "zh"),
        ("The D1 chip (D1芯片) has 645 square millimetres.", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_most_of_a_text(units: UnitTable, text: str, language: str) -> None:
    assert language_of(opened(text, units).passage) == language
