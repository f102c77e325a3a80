"""Some of the blocks of a text alone have the words and places that they have in all of it."""

import pytest

from factcheck.prose.document import view_of
from factcheck.source import Span

TEXTS = {
    "plain": (False, "One *two*\nthree.\n\n- four [1] five\u200b six\n\n七\n八 九。\n\nLast 🚗 line"),
    "Markdown": (
        True,
        "# One **two**\n\nthree\nfour `code` [five](six) seven\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n> 八 九\n",
    ),
}


@pytest.mark.parametrize(("markdown", "text"), TEXTS.values(), ids=TEXTS)
def test_a_part_of_a_view_has_the_same_places(*, markdown: bool, text: str) -> None:
    view = view_of(text, markdown=markdown)
    count = len(view.blocks)
    for first in range(count):
        for last in range(first + 1, count + 1):
            part = view.cut(slice(first, last))
            start = view.blocks[first].start
            assert part.text == view.text[start : view.blocks[last - 1].end]
            for own, whole in zip(part.blocks, view.blocks[first:last], strict=True):
                for at in range(len(part.text[own.start : own.end])):
                    for end in range(at + 1, own.end - own.start + 1):
                        place = Span(own.start + at, own.start + end)
                        assert part.span(place) == view.span(Span(whole.start + at, whole.start + end))


def test_a_table_stays_one_only_as_a_whole() -> None:
    view = view_of(TEXTS["Markdown"][1], markdown=True)
    (table,) = view.tables
    first = view.blocks.index(table[0][0])
    part = view.cut(slice(first, first + 4))
    assert [part.text[cell.start : cell.end].strip() for row in part.tables[0] for cell in row] == ["a", "b", "1", "2"]
    assert view.cut(slice(first, first + 3)).tables == ()
