"""What was changed in the text of a Word document is put back as changes that Word tracks, or is left and counted."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx as python_docx
import pytest

from factcheck.diagnostics import Problem
from factcheck.margin import changed as module
from factcheck.margin.changed import changed
from factcheck.margin.differing import Change, changes

from .made import docx, opened, paragraph
from .test_margin import parts, run, sign

ROAD = "The road is 620 km (998 miles) long."
RIGHT = ROAD.replace("998", "385")


def text_of(data: bytes) -> str:
    """Return the text of a document with all changes accepted."""
    return opened(data, "article.docx").text


def refused(data: bytes) -> str:
    """Return the text of a document with all changes refused, as Word does it."""
    with ZipFile(BytesIO(data)) as archive:
        main = archive.read("word/document.xml").decode()
    main = re.sub(r"<w:ins [^>]*factcheck.*?</w:ins>", "", main).replace("w:delText", "w:t")
    return "\n\n".join(
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one)) for one in re.findall(r"<w:p>.*?</w:p>", main)
    )


def test_a_number_is_deleted_and_another_put_in_with_the_look_of_its_run() -> None:
    look = "<w:rPr><w:b/></w:rPr>"
    data = docx(f'<w:p><w:r w:rsidR="00AB">{look}<w:t>{ROAD}</w:t></w:r></w:p>')
    found, left = changed(data, RIGHT)
    assert (text_of(found), refused(found), left) == (RIGHT, ROAD, 0)
    main = parts(found)["word/document.xml"].decode()
    assert (
        f'<w:del w:id="1" w:author="factcheck"><w:r>{look}<w:delText xml:space="preserve">998</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="factcheck"><w:r>{look}<w:t xml:space="preserve">385</w:t></w:r></w:ins>'
    ) in main
    assert [paragraph.text for paragraph in python_docx.Document(BytesIO(found)).paragraphs] == [
        "The road is 620 km ( miles) long."  # python-docx passes over what is tracked
    ]


def test_all_other_parts_stay_as_they_are() -> None:
    data = docx(paragraph(ROAD), styles="<w:docDefaults/>")
    before, after = parts(data), parts(changed(data, RIGHT).data)
    assert list(before) == list(after)
    assert {name for name in after if before[name] != after[name]} == {"word/document.xml"}


def test_several_changes_of_a_paragraph_are_each_their_own() -> None:
    data = docx(paragraph(ROAD) + paragraph("It took 31 months."))
    wanted = f"{ROAD.replace('620', '630').replace('998', '391')}\n\nIt took some 32 months."
    found = changed(data, wanted)
    assert (text_of(found.data), found.left) == (wanted, 0)
    assert parts(found.data)["word/document.xml"].count(b"<w:del ") == 3
    assert refused(found.data) == f"{ROAD}\n\nIt took 31 months."


START, END = run("The road is 620 km ("), run(" miles) long.")
ODD = {
    "a number in several runs": f"{START}{run('9')}{run('98')}{END}",
    "a number in a link": f"{START}<w:hyperlink>{run('998')}</w:hyperlink>{END}",
    "the result of a field": f"{START}{sign('begin')}<w:r><w:instrText>=998</w:instrText></w:r>{sign('separate')}"
    f"{run('998')}{sign('end')}{END}",
    "text that somebody put in": f'{START}<w:ins w:id="7">{run("998")}</w:ins>{END}',
    "references to characters": "<w:r><w:t>The r&#x6f;ad is 620 km (998 miles) long.</w:t></w:r>",
    "a run of several texts": "<w:r><w:t>The road is 620 km </w:t><w:t>(998 miles)</w:t><w:t> long.</w:t></w:r>",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_documents_read_as_they_should(name: str) -> None:
    found, left = changed(docx(f"<w:p>{ODD[name]}</w:p>"), RIGHT)
    assert (text_of(found), left) == (RIGHT, 0)


def test_a_cell_of_a_table_is_changed() -> None:
    rows = "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in ["ab", "12"])
    data = docx(f"<w:tbl>{rows}</w:tbl>")
    assert text_of(data) == "a | b\n1 | 2"
    found, left = changed(data, "a | b\n1 | 3")
    assert (text_of(found), left) == ("a | b\n1 | 3", 0)


def test_what_is_markup_in_a_change_is_text_in_the_document() -> None:
    found, left = changed(docx(paragraph(ROAD)), ROAD.replace("998", "<w:p/>&\x07 ]]>"))
    assert (text_of(found), left) == (ROAD.replace("998", "<w:p/>& ]]>"), 0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ROAD}\n\nAnother road.", id="a paragraph more"),
        pytest.param(ROAD.replace(" long", "\nlong"), id="a line more"),
    ],
)
def test_what_has_no_place_is_left_and_counted(text: str) -> None:
    data = docx(paragraph(ROAD))
    assert changed(data, text) == (data, 1)


def test_a_change_in_a_footnote_is_left_and_another_is_written() -> None:
    body = f'{paragraph("It took 31 months.")}<w:p>{run("A road")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = docx(body, footnotes=f'<w:footnote w:id="2">{paragraph(ROAD)}</w:footnote>')
    found, left = changed(data, text_of(data).replace("998", "385").replace("31", "32"))
    assert (text_of(found), left) == (text_of(data).replace("31", "32"), 1)


def test_nothing_changed_is_the_same_document() -> None:
    data = docx(paragraph(ROAD))
    assert changed(data, ROAD) == (data, 0)


def test_a_document_that_would_read_otherwise_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_applied", lambda text, _: text)
    with pytest.raises(Problem, match="its changes could not be written"):
        changed(docx(paragraph(ROAD)), RIGHT)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a 998 b", "a 385 b", [Change(2, 5, "385")]),
        ("1,204 and 1,310", "1,240 and 1,301", [Change(0, 5, "1,240"), Change(10, 15, "1,301")]),
        ("涨幅为8%。", "涨幅为5%。", [Change(3, 4, "5")]),
        ("a\n\nb", "a\n\nb c", [Change(4, 4, " c")]),
        ("a\n1\nb\n2", "x\n1\nb\n3", [Change(0, 1, "x"), Change(6, 7, "3")]),
        ("a", "a", []),
    ],
)
def test_a_change_is_a_number_a_word_or_a_sign(old: str, new: str, found: list[Change]) -> None:
    assert list(changes(old, new)) == found


def test_a_line_of_which_too_much_is_another_is_one_change() -> None:
    old, new = ("".join(f"{sign}{at} " for at in range(20_000)) for sign in "ab")
    (found,) = changes(old, new)
    assert old[found.start : found.end] == old.removesuffix("19999 ")
