"""Documents: what is prose, and that every place is one of the file as it stands."""

import pytest

from factcheck.prose.document import blocks, read_document, view_of
from factcheck.prose.mention import Mention
from factcheck.quantity.definitions import standard_units

UNITS = standard_units()


def mentions(text: str, *, markdown: bool = False) -> list[Mention]:
    """Read a document; each mention must be cut out of it exactly."""
    found = read_document(text, UNITS, markdown=markdown)
    for one in (*found.mentions, *found.asides):
        assert text[one.span.start : one.span.end] == one.text
    return list(found.mentions)


def texts(text: str, *, markdown: bool = False) -> list[str]:
    return [one.text for one in mentions(text, markdown=markdown)]


def paragraphs(text: str, *, markdown: bool = False) -> list[str]:
    return [text[block.start : block.end] for block in blocks(text, markdown=markdown)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built with `x = 5` in 3 weeks.", ["3 weeks"]),
        ("Built in 3 weeks with ``a ` 5``.", ["3 weeks"]),
        ("Before\n\n```python\nrun(5 km)\n```\n\nafter 3 weeks", ["3 weeks"]),
        ("Before\n\n    run(5 km)\n\nafter 3 weeks", ["3 weeks"]),
        ("---\ntitle: 5 km\n---\nIt took 3 weeks.", ["3 weeks"]),
        ("[3 weeks](https://example.org/5/km 'in 5 km')", ["3 weeks"]),
        ("![5 km](map.png) of 3 weeks", ["3 weeks"]),
        ("See <https://example.org/5-km> for 3 weeks.", ["3 weeks"]),
        ("See https://example.org/5-km, www.example.org/7 or a5@example.org for 3 weeks.", ["3 weeks"]),
        ("<!-- 5 km --> 3 weeks <img alt='5 km'>", ["3 weeks"]),
        ("[source]: https://example.org/5 '5 km'\n\n3 weeks", ["3 weeks"]),
        ("1. It took\n2. 3 weeks", ["3 weeks"]),
        ("# 3 weeks #", ["3 weeks"]),
        ("It took 3 weeks[^1] or 5 km[12].\n\n[^1]: Or 4 weeks.", ["3 weeks", "5 km", "4 weeks"]),
    ],
)
def test_markup_is_not_read(text: str, expected: list[str]) -> None:
    assert texts(text, markdown=True) == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is **5** km long.", 5, "kilometer"),
        ("It is *5* _km_ long.", 5, "kilometer"),
        ("It is 5&nbsp;km long.", 5, "kilometer"),
        ("It is <b>5</b> km long.", 5, "kilometer"),
        ("It is \\~5 km long.", 5, "kilometer"),
        ("> It is 5\n> km long.", 5, "kilometer"),
        ("- It is 5\n  km long.", 5, "kilometer"),
        ("共5\n万公里。", 50_000, "kilometer"),
    ],
)
def test_marks_of_emphasis_and_line_ends_part_nothing(text: str, value: int, unit: str) -> None:
    (found,) = mentions(text, markdown=True)
    assert (found.value, found.measure.name) == (value, unit)


@pytest.mark.parametrize("text", ["2*3*4 parts", "2 * 3 * 4 parts", "a_5_b"])
def test_a_star_between_numbers_is_no_emphasis(text: str) -> None:
    assert view_of(text, markdown=True).text == text


def test_a_table_is_read_by_cell() -> None:
    table = "| route | length |\n|------:|:------|\n| 5 | km |\n| 7 km | 3 `x` \\| 4 |\n"
    assert [one.text for one in mentions(table, markdown=True)] == ["5", "7 km", "3", "4"]


def test_nothing_is_read_across_the_end_of_a_block() -> None:
    assert texts("- about\n- 5\n- km\n", markdown=True) == ["5"]
    assert texts("about\n\n5\n\nkm") == ["5"]
    assert texts("It took 5 https://example.org km") == ["5"]


def test_paragraphs_are_places_in_the_original() -> None:
    text = "# Title\n\nOne **two**\nthree.\n\n- four\n- five\n\n| six | seven |\n|---|---|\n"
    assert paragraphs(text, markdown=True) == ["Title", "One **two**\nthree.", "four", "five", " six ", " seven "]


LONG = "The new line is open since the spring and it runs for about"


def test_a_line_that_the_width_of_the_page_ended_goes_on() -> None:
    assert texts(f"{LONG}\n5 km of track.") == ["about\n5 km"]
    assert texts("Length\n5\nkm") == ["5"]  # short lines were ended by their author


@pytest.mark.parametrize(
    "text",
    ["1. It took 3 weeks", "(2) It took 3 weeks", "一、共3周", "- 4) It took 3 weeks", "① 3 weeks"],
)
def test_list_numbers_of_plain_text_are_not_read(text: str) -> None:
    assert [one.value for one in mentions(text)] == [3]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has 1\u200b234 parts.", 1234),  # zero-width space
        ("\ufeffIt has 1234 parts.", 1234),  # byte order mark
        ("It has 12\u00ad34 parts.", 1234),  # soft hyphen
        ("👩\u200d🔬🇨🇳 counts 1234 parts.", 1234),
        ("𝒙 and 😀, then 1234 parts.", 1234),
        ("العدد 1234 parts", 1234),
        ("共１２３４个芯片", 1234),
    ],
)
def test_places_are_right_beside_characters_that_do_not_show(text: str, value: int) -> None:
    assert [one.value for one in mentions(text)] == [value]


def test_line_ends_of_windows() -> None:
    assert texts(f"First 3 weeks.\r\n\r\n{LONG}\r\n5 km.\r\n") == ["3 weeks", "about\r\n5 km"]
    assert texts("First 3 weeks.\r\n\r\n- 5\r\n- 7 km\r\n", markdown=True) == ["3 weeks", "5", "7 km"]


def test_units_stand_where_they_stand_in_the_original() -> None:
    text = "About **25** _km_ of track"
    (found,) = mentions(text, markdown=True)
    assert text[found.measure.span.start : found.measure.span.end] == "km"
    assert text[found.numeral.start : found.numeral.end] == "25"


@pytest.mark.parametrize(
    "text",
    ["`" * 9_999, "*" * 9_999, "[" * 9_999, "](" * 9_999, "<" * 9_999, "<!--" * 9_999, " " * 9_999 + "x", "&" * 9_999],
)
@pytest.mark.parametrize("markdown", [False, True])
def test_texts_made_to_be_slow_are_read(text: str, *, markdown: bool) -> None:
    assert view_of(text, markdown=markdown).original == text
