"""What docs/draft.md shows is what the program prints."""

import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.codes import CODES

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


def test_the_ignore_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("article.md").write_text(SHOWN["ignored"], encoding="utf-8")
    assert main(["draft", "article.md"]) == 0
    assert "1 ignored" in capsys.readouterr().out


def test_the_codes_exist() -> None:
    assert set(re.findall(r"FC\d{3}", PAGE)) <= set(CODES)
