"""What is refused, each with its code and the cure; nothing is fetched, nothing ends in a traceback."""

import struct
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.codes import page
from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import document, load_document
from factcheck.loader.office import kinds, package
from factcheck.loader.office.kinds import Kind

from .made import SPACES, docx, opened, paragraph, relations, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_main(text: str | bytes) -> bytes:
    return zipped({"_rels/.rels": relations(officeDocument="word/document.xml"), "word/document.xml": text})


def declared(data: bytes, size: int) -> bytes:
    """Return an archive that claims another size for its parts, unpacked."""
    at = data.index(b"PK\x01\x02")
    while data[at : at + 4] == b"PK\x01\x02":
        data = data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]
        name, extra, comment = struct.unpack("<HHH", data[at + 28 : at + 34])
        at += 46 + name + extra + comment
    return data


REFUSED = {
    "no archive": (b"no archive", "FC119", "it is no zip archive"),
    "cut off": (docx(paragraph("620 km"))[:200], "FC119", "it is no zip archive"),
    "another archive": (zipped({"a.txt": "620 km"}), "FC119", "it has no main part"),
    "no body": (with_main(f"<w:document {SPACES}/>"), "FC119", "its main part has no body"),
    "broken XML": (with_main(f"<w:document {SPACES}><w:body>"), "FC119", "its XML breaks off: no element found"),
    "entities": (with_main(f"{ENTITIES}<w:document {SPACES}/>"), "FC119", "declares a document type or entities"),
    "an entity outside": (with_main(f"{OUTSIDE}<a>&a;</a>"), "FC119", "declares a document type or entities"),
    "no text": (docx("<w:p/>"), "FC119", "there is no text in it"),
    "deep": (docx("<w:sdt><w:sdtContent>" * 200), "FC111", "nested more than 256 deep"),
    "an old document": (OLE + b"\0" * 600, "FC119", "older format"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "FC120", "protected by a password"),
    "a bomb that says so": (declared(docx(paragraph("1")), 3_000_000_000), "FC111", "larger than 64 MB, unpacked"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str) -> None:
    data, code, told = REFUSED[name]
    found = document(data, "article.docx")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.path) == (code, "article.docx")
    assert told in found.message
    assert found.help


def test_a_bomb_that_hides_its_size_is_stopped_while_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TOTAL", 1_000_000)
    found = document(docx(paragraph("1" * 2_000_000)), "article.docx")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC111"
    assert found.message.endswith("it is larger than 1 MB, unpacked")


def test_names_that_lead_elsewhere_lead_nowhere() -> None:
    parts = {
        "../../evil.txt": "1",
        "/etc/evil": "1",
        "_rels/.rels": relations(officeDocument="../../word/document.xml"),
    }
    text = f"<w:document {SPACES}><w:body>{paragraph('620 km')}</w:body></w:document>"
    assert opened(zipped({**parts, "word/document.xml": text}), "article.docx").text == "620 km"


def test_a_relation_that_leads_outside_is_not_followed() -> None:
    outside = '<Relationship Id="rId1" Type="{}/styles" Target="https://example.org/a.xml" TargetMode="External"/>'
    beside = relations().replace("</Relationships>", f"{outside}</Relationships>")
    data = zipped(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": beside,
            "word/document.xml": f"<w:document {SPACES}><w:body>{paragraph('620 km')}</w:body></w:document>",
        }
    )
    assert opened(data, "article.docx").text == "620 km"


def test_the_text_of_a_document_with_macros_is_read_and_they_are_not() -> None:
    data = docx(paragraph("620 km"), vbaProject="<w:p/>")
    assert opened(data, "article.docm").text == "620 km"


def test_a_file_of_an_old_format_names_the_new_one() -> None:
    found = document(OLE, "article.doc")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.help) == ("FC119", "save it as `.docx`")


def test_a_picture_is_no_text() -> None:
    found = document(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "chart.png")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.help) == ("FC119", "save its text as `.docx`")
    assert found.message == "cannot read `chart.png`: it is no text, and no document of a kind that is read"


def test_a_plain_install_says_which_extra_a_file_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds.KINDS, ".pdf", Kind("pdf", "nothing_that_is_installed"))
    found = document(b"%PDF-1.7", "article.pdf")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.help) == ("FC118", 'install it: `pip install "factcheck-engine[docs]"`')


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "article.docx"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    found = load_document(path, tmp_path)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("FC111", "file too large: more than 64 MB")


def test_a_run_that_could_not_read_its_document_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "article.docx").write_bytes(b"no archive")
    assert main(["draft", str(tmp_path / "article.docx")]) == 2
    assert "error[FC119]: cannot read" in capsys.readouterr().out


def test_a_hundred_thousand_paragraphs_are_read() -> None:
    found = opened(docx(paragraph("A road.") * 100_000), "article.docx")
    assert found.structure is not None
    assert found.structure.said(len(found.text) - 1) == "paragraph 100000"


@pytest.mark.parametrize("code", ["FC118", "FC119", "FC120"])
def test_the_pages_name_the_cure(code: str) -> None:
    assert {"FC118": "pip install", "FC119": "save it again", "FC120": "without a password"}[code] in (page(code) or "")
