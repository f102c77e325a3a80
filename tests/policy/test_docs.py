"""What docs/settings.md shows is what the program does."""

import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.loader.config import _KEYS
from factcheck.report.summary import summary_line
from factcheck.workspace import Workspace
from tests.projects import ROOT, SETTINGS, write
from tests.test_docs import fences

PAGE = "docs/settings.md"


@pytest.fixture
def bakery(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    return write(project)


def test_the_table_names_each_setting() -> None:
    named = re.findall(r"^\| `\[*([a-z-]+)", (ROOT / PAGE).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(_KEYS)


@pytest.mark.parametrize("text", fences(PAGE, "toml"))
def test_the_settings_are_valid(text: str, project: Path) -> None:
    (project / "factcheck.toml").write_text(text, encoding="utf-8")
    assert Workspace.open(project).project.diagnostics == ()


def test_the_ignores_of_the_page(project: Path) -> None:
    (text,) = fences(PAGE, "yaml")
    write(project, {"factcheck.toml": 'fail-on = "borderline"\n', "claims/a.yaml": text})
    report = Workspace.open(project).check()
    assert summary_line(report) == "2 claims: 1 fail, 1 borderline; 2 findings ignored"


@pytest.mark.parametrize("block", [text for text in fences(PAGE, "sh") if "--since" not in text])
def test_the_commands_run(block: str, bakery: Path) -> None:
    assert bakery.is_dir()
    for line in block.splitlines():
        assert main(line.split()[1:]) == 0


def test_the_settings_in_force_are_as_shown(bakery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bakery / "factcheck.toml").write_text(SETTINGS, encoding="utf-8")
    assert main(["config", "--explain", "claims"]) == 0
    assert capsys.readouterr().out == fences(PAGE, "text")[0]
