"""What docs/draft.md shows is what the program prints."""

import json
import re
from pathlib import Path

import pytest

import factcheck
from factcheck.cli.main import main
from factcheck.codes import CODES
from factcheck.proofread.filter import found_in
from factcheck.report.drafts.summary import DRAFT_LEVELS

PAGE = (Path(__file__).parents[2] / "docs/draft.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```text ([\w.]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = dict(FENCE.findall(PAGE))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_report_is_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("article.md").write_text(SHOWN["article.md"], encoding="utf-8")
    assert main(["draft", "article.md"]) == 1
    assert capsys.readouterr().out == SHOWN["report"]


def test_the_filter_answers_as_shown() -> None:
    shown = json.loads(re.findall(r"^```json finding\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0])
    text = SHOWN["article.md"].splitlines()[3]
    [finding] = found_in(factcheck.check_draft(text))
    assert {**finding, "row": ""} == {**shown, "row": ""}
    assert finding.keys() == shown.keys()


def test_the_levels_are_those_of_the_command() -> None:
    assert " < ".join(DRAFT_LEVELS) in " ".join(PAGE.split())


def test_the_ignore_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("article.md").write_text(SHOWN["ignored"] + "\n" + SHOWN["expected"], encoding="utf-8")
    assert main(["draft", "article.md"]) == 0
    assert "1 ignored" in capsys.readouterr().out


def test_the_codes_exist() -> None:
    assert set(re.findall(r"FC\d{3}", PAGE)) <= set(CODES)
