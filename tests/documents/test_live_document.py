"""A document whose text is being written on a page: its paragraphs and cells go along with the edits."""

import pytest

from factcheck.engine.resolve.setting import Engine
from factcheck.model.structure import Block, Remark, Structure
from factcheck.proofread.live import Edit, Live
from factcheck.source import Span

from .made import paragraph, word

TEXT = "One.\nTwo 620 km (998 miles).\nThree."
STRUCTURE = Structure(
    (
        Block(0, 4, "headline", (("paragraph", "1"),)),
        Block(5, 28, "paragraph", (("paragraph", "2"),)),
        Block(29, 35, "paragraph", ()),
    ),
    (((Span(5, 28), Span(29, 35)),),),
    (Remark(5, 28, "as told"),),
)


@pytest.mark.parametrize(
    ("new", "parts"),
    [
        (TEXT.replace("998", "385,0"), ["One.", "Two 620 km (385,0 miles).", "Three."]),
        (f"{TEXT} And more.", ["One.", "Two 620 km (998 miles).", "Three. And more."]),
        (f"Before. {TEXT}", ["Before. One.", "Two 620 km (998 miles).", "Three."]),
        (TEXT.replace("One.", "One. More."), ["One. More.", "Two 620 km (998 miles).", "Three."]),
        (TEXT.replace("\nTwo", "\nSo two"), ["One.", "So two 620 km (998 miles).", "Three."]),
        (TEXT.replace("Two 620 km (998 miles).\n", ""), ["One.", "Three."]),
    ],
)
def test_blocks_go_along_with_an_edit(new: str, parts: list[str]) -> None:
    change = Edit.between(TEXT, new)
    found = STRUCTURE.edited(change.start, change.old_end, change.end)
    assert [new[one.start : one.end] for one in found.blocks] == parts


def test_an_edit_is_told_at_its_place_in_the_document(engine: Engine) -> None:
    document = word(paragraph("The road.") + paragraph("It is 620 km (385 miles) long."))
    live = Live(engine, "a.docx", structure=document.structure)
    live.whole(document.text)
    for report in (live.edit(document.text.replace("385", "998")), live.whole()):
        [found] = report.findings
        assert (found.message, found.place) == ("620 km is 385 miles, not 998 miles", "paragraph 2")


def test_a_document_of_which_nothing_is_left_is_a_text(engine: Engine) -> None:
    document = word(paragraph("It is 620 km (385 miles) long."))
    live = Live(engine, "a.docx", structure=document.structure)
    live.whole(document.text)
    live.edit("")
    [found] = live.edit("Now it is 26 miles (52 km) long.").findings
    assert (found.message, found.place) == ("26 miles is 41.8 km, not 52 km", "")
