"""The page on documents: its report is what the program prints, and its places and formats are all there are."""

import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.loader.office.kinds import KINDS
from factcheck.quantity.phrases import phrases
from tests.projects import ROOT

from .made import docx, paragraph, saved
from .test_reports import ROAD, TABLE

PAGE = (ROOT / "docs/documents.md").read_text(encoding="utf-8")


def test_the_report_is_what_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    saved(tmp_path, "article.docx", docx(paragraph("A new road") + ROAD + TABLE))
    assert main(["draft", "article.docx"]) == 1
    assert re.search(r"```text report\n(.*?)```", PAGE, re.DOTALL)[1] == capsys.readouterr().out  # type: ignore[index]


@pytest.mark.parametrize("ending", KINDS)
def test_each_format_is_told_with_what_it_needs(ending: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("|") and f"`{ending}`" in line)
    assert ("the extra `docs`" in row) == bool(KINDS[ending].needs)


def test_places_have_words_in_both_languages() -> None:
    english, chinese = phrases("en")["places"], phrases("zh")["places"]
    assert set(english) == set(chinese)
    assert all(english[kind] != chinese[kind] for kind in english)
