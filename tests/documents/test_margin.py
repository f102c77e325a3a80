"""A Word document with comments at its findings: all else stays as it was, byte by byte."""

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest

from factcheck.cli.main import main

from .made import W, docx, opened, paragraph, saved

ROAD = "The road is 620 km (998 miles) long."
MARKERS = re.compile(r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>')
CREATED = ("word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(folder: Path, data: bytes, *, code: int = 1) -> bytes:
    """Check a document; return it with the comments."""
    saved(folder, "article.docx", data)
    assert main(["draft", str(folder / "article.docx"), "--out", f"docx={folder / 'checked.docx'}"]) == code
    return (folder / "checked.docx").read_bytes()


def text_of(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def test_a_comment_stands_at_the_number_and_says_what_is_wrong(tmp_path: Path) -> None:
    found = python_docx.Document(BytesIO(commented(tmp_path, docx(paragraph(ROAD)))))
    (comment,) = found.comments
    assert (comment.author, comment.initials, comment.timestamp) == ("factcheck", "fc", None)
    assert comment.text.splitlines() == [
        "wrong [FC613]: 620 km is 385 miles, not 998 miles",
        "derived: 620 km = 385.3 miles (384.9 to 385.6)",
        "right if: 620 km were 1606 km",
    ]
    runs = [run.text for run in found.paragraphs[0].runs]
    assert runs == ["The road is 620 km (", "998 miles", "", ") long."]


def test_nothing_else_changes(tmp_path: Path) -> None:
    data = docx(paragraph(ROAD), styles="<w:docDefaults/>", settings="<w:zoom w:percent='100'/>")
    before, after = parts(data), parts(commented(tmp_path, data))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", *CREATED}
    assert list(after)[: len(before)] == list(before)
    whole = MARKERS.sub("", after["word/document.xml"].decode())
    assert (
        whole.replace('</w:t></w:r><w:r><w:t xml:space="preserve">', "").replace(' xml:space="preserve"', "")
        == before["word/document.xml"].decode()
    )


def test_a_run_is_split_into_runs_of_its_look(tmp_path: Path) -> None:
    look = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    run = f'<w:r w:rsidR="00AB">{look}<w:tab/><w:t>The road is 620 km (998 miles) &amp; long.</w:t></w:r>'
    text = text_of(commented(tmp_path, docx(f"<w:p>{run}</w:p>")))
    again = f'<w:r w:rsidR="00AB">{look}<w:t xml:space="preserve">'
    assert f'(</w:t></w:r><w:commentRangeStart w:id="0"/>{again}998 miles</w:t></w:r>' in text
    assert f"{again}) &amp; long.</w:t></w:r></w:p>" in text


def test_a_number_over_several_runs_is_not_split(tmp_path: Path) -> None:
    runs = "<w:r><w:t>The road is 620 km (</w:t></w:r><w:r><w:t>9</w:t></w:r><w:r><w:t>98 miles</w:t></w:r>"
    text = text_of(commented(tmp_path, docx(f"<w:p>{runs}<w:r><w:t>) long.</w:t></w:r></w:p>")))
    assert '<w:commentRangeStart w:id="0"/><w:r><w:t>9</w:t></w:r><w:r><w:t>98 miles</w:t></w:r>' in text
    assert text.count("<w:r>") == 5


def test_comments_that_are_there_are_kept(tmp_path: Path) -> None:
    said = "<w:p><w:r><w:t>Nice.</w:t></w:r></w:p>"
    note = f'<w:comment w:id="4" w:author="Ann" w:date="2024-01-01T00:00:00Z">{said}</w:comment>'
    body = f'<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>{ROAD}</w:t></w:r><w:commentRangeEnd w:id="4"/></w:p>'
    found = parts(commented(tmp_path, docx(body, comments=note)))
    assert note in found["word/comments.xml"].decode()
    assert re.findall(r'<w:comment [^>]*w:id="(\d+)"', found["word/comments.xml"].decode()) == ["4", "5"]


def test_a_document_that_was_commented_on_gets_no_comment_twice(tmp_path: Path) -> None:
    once = commented(tmp_path, docx(paragraph(ROAD) + paragraph(ROAD)))
    assert text_of(once).count("<w:commentReference") == 2
    assert commented(tmp_path, once) == once


def test_the_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    data = docx(paragraph(ROAD))
    assert commented(tmp_path, data) == commented(tmp_path, data)


@pytest.mark.parametrize(
    "words", ["ok: a nautical mile is meant", "OK: a nautical mile is meant", "好：a nautical mile is meant"]
)
def test_an_answer_that_begins_with_ok_lets_the_number_be(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    once = commented(tmp_path, docx(paragraph(ROAD)))
    answered = python_docx.Document(BytesIO(once))
    run = answered.paragraphs[0].runs[1]
    answered.add_comment(run, text=words, author="Ann", initials="A")
    answered.save(str(tmp_path / "article.docx"))
    capsys.readouterr()
    assert main(["draft", str(tmp_path / "article.docx"), "--format", "json", "--allow-unjudged"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["drafts"][0]["findings"]
    assert (found["text"], found["ignored"]) == ("998 miles", "a nautical mile is meant")


W14, W15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
ASKED = "<w:commentRangeStart w:id='0'/>{}<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"
MINE = '<w:r><w:commentReference w:id="1"/></w:r>'


def note(number: int, key: str, *lines: str) -> str:
    """Return a comment whose last paragraph has an id."""
    ids = [""] * (len(lines) - 1) + [f' w14:paraId="{key}"']
    said = "".join(f"<w:p{one}><w:r><w:t>{line}</w:t></w:r></w:p>" for one, line in zip(ids, lines, strict=True))
    return f'<w:comment xmlns:w14="{W14}" w:id="{number}" w:author="Ann">{said}</w:comment>'


def answers(**above: str) -> str:
    """Return the rows of the part that tells which comment is an answer to which, by their ids."""
    rows = (f'<w15:commentEx w15:paraId="{one}" w15:paraIdParent="{other}"/>' for one, other in above.items())
    return "".join(row.replace("<w15:commentEx", f'<w15:commentEx xmlns:w15="{W15}"') for row in rows)


def ignored(body: str, comments: str, extended: str) -> list[tuple[str, str]]:
    """Return what is left alone of a document, with the reasons."""
    found = opened(docx(body, comments=comments, commentsExtended=extended), "article.docx")
    assert found.structure is not None
    return [(found.text[one.start : one.end], one.reason) for one in found.structure.remarks]


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("", id="it stands nowhere in the text"),
        pytest.param(MINE, id="it stands behind the text"),
        pytest.param(f'<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>{MINE}', id="its range is empty"),
    ],
)
def test_an_answer_without_a_range_is_about_what_it_answers(reference: str) -> None:
    """Without what it answers it would be about the whole paragraph, with another number that is wrong."""
    number = ASKED.format(run("998 miles"))
    body = f"<w:p>{run('The road is 620 km (')}{number}{reference}{run(') long, 26 miles (60 km).')}</w:p>"
    notes = note(0, "0A", "wrong", "right if") + note(1, "0B", "ok: sea miles are meant")
    assert ignored(body, notes, answers(**{"0B": "0A"})) == [("998 miles", "sea miles are meant")]


def test_an_answer_to_an_answer_is_about_the_first() -> None:
    body = f"<w:p>{ASKED.format(run(ROAD))}</w:p>"
    notes = note(0, "0A", "wrong") + note(1, "0B", "are you sure?") + note(2, "0C", "ok: quite")
    assert ignored(body, notes, answers(**{"0B": "0A", "0C": "0B"})) == [(ROAD, "quite")]


@pytest.mark.parametrize("above", [{}, {"0B": "0F"}, {"0B": "0B"}, {"0A": "0B", "0B": "0A"}])
def test_an_answer_to_nothing_that_is_there_lets_nothing_be(above: dict[str, str]) -> None:
    notes = note(0, "0A", "wrong") + note(1, "0B", "ok: quite")
    assert ignored(paragraph(ROAD), notes, answers(**above)) == []


def test_a_long_chain_of_answers_takes_no_time() -> None:
    count = 5_000
    notes = "".join(note(one, f"{one:08X}", "ok: quite") for one in range(count))
    above = answers(**{f"{one:08X}": f"{one - 1:08X}" for one in range(1, count)})
    assert ignored(paragraph(ROAD), notes, above) == []


def test_another_comment_lets_nothing_be(tmp_path: Path) -> None:
    note = '<w:comment w:id="0" w:author="Ann"><w:p><w:r><w:t>Is this ok: yes?</w:t></w:r></w:p></w:comment>'
    body = f'<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{ROAD}</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>'
    assert text_of(commented(tmp_path, docx(body, comments=note))).count("<w:commentReference") == 1


def test_the_comment_on_a_note_stands_where_it_is_referred_to(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>A road</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = docx(body, footnotes=f'<w:footnote w:id="2">{paragraph(ROAD)}</w:footnote>')
    found = parts(commented(tmp_path, data))
    assert found["word/footnotes.xml"] == parts(data)["word/footnotes.xml"]
    assert (
        '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>'
        in found["word/document.xml"].decode()
    )


def test_a_chinese_document_gets_comments_in_chinese(tmp_path: Path) -> None:
    data = commented(tmp_path, docx(paragraph("价格从400元涨到420元，涨幅为8%。")))
    (comment,) = python_docx.Document(BytesIO(data)).comments
    assert comment.text.startswith("错误 [FC601]: ")


def test_a_document_with_another_prefix_for_its_text(tmp_path: Path) -> None:
    body = f"<x:p><x:r><x:t>{ROAD}</x:t></x:r></x:p>"
    text = f'<?xml version="1.0"?><x:document xmlns:x="{W}"><x:body>{body}</x:body></x:document>'
    whole = docx(paragraph("1"))
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts(whole).items():
            archive.writestr(name, text if name == "word/document.xml" else data)
    found = python_docx.Document(BytesIO(commented(tmp_path, stream.getvalue())))
    assert [run.text for run in found.paragraphs[0].runs] == ["The road is 620 km (", "998 miles", "", ") long."]


def test_a_document_without_a_finding_is_the_same(tmp_path: Path) -> None:
    data = docx(paragraph("The road is 620 km (385 miles) long."), comments="")
    assert parts(commented(tmp_path, data, code=0)) == parts(data)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["article.md"], "adds comments to one Word document: name one, which ends in .docx"),
        (["article.docx", "article.md"], "adds comments to one Word document"),
    ],
)
def test_what_is_no_word_document_gets_none(
    names: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    saved(tmp_path, "article.docx", docx(paragraph(ROAD)))
    (tmp_path / "article.md").write_text(ROAD, encoding="utf-8")
    assert main(["draft", *names, "--out", "docx=checked.docx"]) == 2
    assert told in capsys.readouterr().err


def test_the_document_itself_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, "article.docx", docx(paragraph(ROAD)))
    assert main(["draft", str(path), "--out", f"docx={path}"]) == 2
    assert "it is the document itself; choose another name" in capsys.readouterr().err


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    data = docx(paragraph(ROAD))
    assert opened(commented(tmp_path, data), "article.docx").text == ROAD


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


START, END = run("The road is 620 km ("), run(" miles) long.")
BOX = f"<w:drawing><w:txbxContent>{paragraph(ROAD)}</w:txbxContent></w:drawing>"
CELL = f"<w:sdt><w:sdtContent><w:tc>{paragraph(ROAD)}</w:tc></w:sdtContent></w:sdt>"
ODD = {
    "a number that a link parts": f"{START}{run('9')}<w:hyperlink>{run('98 mil')}</w:hyperlink>{run('es) long.')}",
    "the result of a field": f"{START}{sign('begin')}<w:r><w:instrText>=998</w:instrText></w:r>{sign('separate')}"
    f"{run('998')}{sign('end')}{END}",
    "text put in": f"{START}<w:ins>{run('998')}</w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del>{END}",
    "a soft hyphen in it": f"{START}<w:r><w:t>99</w:t><w:softHyphen/><w:t>8</w:t></w:r>{END}",
    "a section of characters": f"<w:r><w:t><![CDATA[{ROAD}]]></w:t></w:r>",
    "references to characters": "<w:r><w:t>&lt;A&gt; the r&#x6f;ad is 620 km (998 miles).</w:t></w:r>",
    "a text box": f"<w:r>{BOX}</w:r>{run('x')}",
    "a cell of a content control": f"</w:p><w:tbl><w:tr>{CELL}<w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl><w:p>",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_documents_get_their_comment_and_keep_their_text(name: str, tmp_path: Path) -> None:
    data = docx(f"<w:p>{ODD[name]}</w:p>")
    found = commented(tmp_path, data)
    assert len(list(python_docx.Document(BytesIO(found)).comments)) == 1
    assert opened(found, "article.docx").text == opened(data, "article.docx").text
    assert commented(tmp_path, found) == found
