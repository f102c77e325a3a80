"""Texts in other encodings than UTF-8 are read, and it is told which was taken."""

from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.diagnostics import Diagnostic
from factcheck.loader import encoding
from factcheck.loader.documents import Document, document

from .made import opened, saved

CHINESE = "公路全长620公里，造价25亿元。价格从400元涨到420元，涨幅为8%。"


def told(found: Document) -> list[tuple[str, str, str]]:
    return [(one.level, one.code, one.message) for one in found.told]


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (CHINESE, "gb18030", "GB18030"),
        ("公路全長620公里，造價25億元。價格從400元漲到420元，漲幅為8%。", "big5", "Big5"),
        ("La route mesure 620 km; elle a coûté 2,5 milliards, élevée à 400 mètres.", "latin-1", "Latin-1"),
        ("The road – 620 km long – cost “£2.5 billion”, the minister’s office said in 1990.", "cp1252", "Latin-1"),
        (CHINESE, "utf-16", "UTF-16"),
        (CHINESE, "utf-32", "UTF-32"),
    ],
)
def test_an_encoding_is_found_and_told(text: str, codec: str, name: str) -> None:
    found = opened(text.encode(codec), "article.txt")
    assert found.text == text
    assert told(found) == [("note", "FC104", f"read as {name}, since it is not UTF-8")]


def test_utf_8_is_not_told_of_and_keeps_its_mark() -> None:
    found = opened(b"\xef\xbb\xbf620 km", "article.txt")
    assert (found.text, found.told) == ("\ufeff620 km", ())


def test_a_mark_of_order_is_enough_for_a_plain_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "find_spec", lambda _: None)
    assert opened(CHINESE.encode("utf-16"), "article.txt").text == CHINESE


def test_a_plain_install_says_how_to_have_it_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "find_spec", lambda _: None)
    found = document(CHINESE.encode("gb18030"), "article.txt")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC104"
    assert 'pip install "factcheck-engine[docs]"' in (found.help or "")


def test_bytes_that_are_no_text_are_refused() -> None:
    found = document(bytes(range(256)) * 8, "article.txt")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC119"


def test_the_note_fails_no_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(
        tmp_path, "article.md", "价格从400元涨到420元，涨幅为5%，主管部门今天在新闻发布会上这样说。".encode("gb18030")
    )
    assert main(["draft", str(path)]) == 0
    assert "note[FC104]: 文件不是UTF-8编码，已按GB18030读取" in capsys.readouterr().out
