"""Lengths and line breaks in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.cells import cells, chunks, padded, wrapped


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("D1 chip", 7),
        ("27.6万", 6),
        ("芯片", 4),
        ("「」", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("÷ × ±", 5),
        ("🚗", 2),
    ],
)
def test_cells(text: str, length: int) -> None:
    assert cells(text) == length


def test_padding() -> None:
    assert padded("芯片", 6) == "芯片  "
    assert padded("long", 2) == "long"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("fits", 4, ["fits"]),
        ("breaks at the spaces", 10, ["breaks at", "the spaces"]),
        ("中文随处可断", 4, ["中文", "随处", "可断"]),
        ("不在行首，放标点", 8, ["不在行", "首，放标", "点"]),
        ("共27.6万个D1芯片", 8, ["共27.6万", "个D1芯片"]),
        ("https://example.org/long", 10, ["https://ex", "ample.org/", "long"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_a_first_line_with_less_room() -> None:
    assert wrapped("one two three", 9, first=3) == ["one", "two three"]
    assert wrapped("longer than that", 9, first=3) == ["", "longer", "than that"]


@given(st.text(alphabet="ab 中文，。（）「」é\u0301", max_size=60), st.integers(4, 20))
def test_wrapping_keeps_the_text_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines) or cells(text.strip(" ")) <= width


@given(st.text(alphabet="ab 中文é\u0301", max_size=60), st.integers(2, 20))
def test_chunks_keep_every_character(text: str, width: int) -> None:
    assert "".join(chunks(text, width)) == text
    assert all(cells(part) <= width for part in chunks(text, width))
