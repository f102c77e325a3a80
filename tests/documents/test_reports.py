"""A finding in a document is told at its place in it, in each format, and so from the cache."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from factcheck.cli.main import main
from factcheck.report.schema import draft_schema
from tests.report.official import sarif_schema

from .made import docx, paragraph, saved

TABLE = "<w:tbl>{}</w:tbl>".format(
    "".join(
        "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row))
        for row in (
            ("", "2023", "2024"),
            ("North", "1,204", "1,310"),
            ("South", "2,116", "2,090"),
            ("Total", "3,320", "3,500"),
        )
    )
)
ROAD = paragraph("The road is 620 km (998 miles) long.")


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return saved(tmp_path, "article.docx", docx(ROAD + TABLE))


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["draft", "article.docx", *arguments]) == 1
    return capsys.readouterr().out


def test_the_report_has_the_place_above_the_text_around_it(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert shown(capsys).splitlines()[1:8] == [
        "",
        "  paragraph 1",
        "   │ The road is 620 km (998 miles) long.",
        "   │             ::::::  ^^^^^^^^^",
        "   │ wrong[FC613]: 620 km is 385 miles, not 998 miles",
        "   │   derived: 620 km = 385.3 miles (384.9 to 385.6)",
        "   │   right if: 620 km were 1606 km",
    ]
    assert "  table 1, cell C4\n   │ Total | 3,320 | 3,500\n" in shown(capsys)


def test_a_total_in_a_table_of_word_is_added_up(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert "table 1, cell C4: FC607 1,310 + 2,090 = 3,400, the draft says 3,500" in shown(capsys, "--format", "concise")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("concise", "article.docx: paragraph 1: FC613 620 km"),
        ("markdown", "- `article.docx: paragraph 1`"),
        ("html", 'title="go to its place in the text">paragraph 1</a>'),
        ("github", "::error file=article.docx,title=FC613 paragraph 1::620 km"),
        ("gitlab", '"description": "paragraph 1: 620 km'),
        ("junit", "article.docx: paragraph 1\n"),
        ("sarif", '"fullyQualifiedName": "paragraph 1"'),
        ("jsonl", '"path": "article.docx", "place": "paragraph 1"'),
    ],
)
def test_every_format_tells_the_place(form: str, told: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert told in shown(capsys, "--format", form)


def test_the_json_has_the_place_of_a_finding_and_of_each_block(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert article.exists()
    found = json.loads(shown(capsys, "--format", "json"))
    assert list(Draft202012Validator(draft_schema()).iter_errors(found)) == []
    (draft,) = found["drafts"]
    assert [one["place"] for one in draft["findings"]] == ["paragraph 1", "table 1, cell B4", "table 1, cell C4"]
    assert draft["structure"]["blocks"][-1] == {
        "start": 113,
        "end": 118,
        "role": "cell",
        "place": [["table", "1"], ["cell", "C4"]],
    }
    assert draft["text"][113:118] == "3,500"


def test_sarif_without_lines_is_what_the_standard_says(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert list(Draft4Validator(sarif_schema()).iter_errors(json.loads(shown(capsys, "--format", "sarif")))) == []


def test_a_report_from_the_cache_is_the_same(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "factcheck.toml").write_text("", encoding="utf-8")
    fresh = shown(capsys, "--format", "json")
    assert list((article.parent / ".factcheck_cache").glob("draft-*"))
    assert shown(capsys, "--format", "json") == fresh


def test_a_chinese_document_is_told_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(
        tmp_path, "文章.docx", docx(paragraph("公路全长620公里。") + paragraph("从400元涨到420元，涨幅为8%。"))
    )
    assert main(["draft", str(path)]) == 1
    assert "  第2段\n" in capsys.readouterr().out


def test_claims_can_be_written_from_a_document_and_checked(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    shown(capsys, "--write", "claims.yaml")
    assert main(["check", "claims.yaml", "--format", "jsonl"]) == 1
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["verdict"], first["article"], first["article_place"]) == ("fail", "article.docx", "paragraph 1")


def test_documents_of_a_folder_are_found(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(article.parent, "~$article.docx", b"the lock of a program")
    assert main(["draft", str(article.parent)]) == 1
    assert "2 findings to look at" in capsys.readouterr().out


def test_mentions_have_their_places(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert article.exists()
    assert main(["mentions", "article.docx", "--format", "jsonl"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["place"], first["text"]) == ("paragraph 1", "620 km")
