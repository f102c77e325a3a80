"""The page on figures of a README: each of its three files may change, and the Action, the hook and pytest fail."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli.main import main
from factcheck.workspace import Workspace
from tests.projects import ROOT, run
from tests.test_action import HOOKS, done
from tests.test_docs import fences

pytest_plugins = ["pytester"]

PAGE = "docs/readme-figures.md"
NAME = re.compile(r"(?:# |<!-- )([\w./-]+)(?: -->)?\n")
DATA = ["--data", "results.json", "--data", "sizes.csv"]


class Change(NamedTuple):
    """A number that changes in one of the files, and what is then said: claim or code, and the line of the README."""

    file: str
    old: str
    new: str
    told: str
    line: int


CHANGES = [
    Change("results.json", "37.9", "41.9", "states 38 ns, derived 41.9 ns", 5),
    Change("sizes.csv", "24.6", "23.1", "states 24.6, derived 23.1", 11),
    Change("README.md", "in 38 ns", "in 28 ns", "median: the draft now says 28, the claim says 38", 5),
]
Made = Callable[[Change], Path]


def files() -> dict[str, str]:
    """Return the files that the page shows, by their paths."""
    shown = [text for kind in ("md", "json", "csv", "yaml") for text in fences(PAGE, kind)]
    named = [(NAME.match(text), text) for text in shown]
    return {m[1]: text[m.end() :] for m, text in named if m}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the project of the page as the current folder."""
    home = tmp_path / "fastmap"
    for name, text in {**files(), "factcheck.toml": ""}.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(home)
    return home


def change(project: Path, made: Change) -> None:
    path = project / made.file
    text = path.read_text(encoding="utf-8")
    assert made.old in text
    path.write_text(text.replace(made.old, made.new), encoding="utf-8")


@pytest.mark.usefixtures("project")
def test_the_claims_of_the_page_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("8 claims: 8 pass\n")


def test_a_draft_proposes_all_eight_figures(project: Path) -> None:
    (project / "claims/readme.yaml").unlink()
    workspace = Workspace.open(project)
    report = workspace.draft_file(project / "README.md")
    contents = workspace.data([project / "results.json", project / "sizes.csv"])
    found = workspace.with_data(report, contents, markdown=True)
    assert [one.text for one in found.proposals] == ["38 ns", "52 ns", "35 %", "2.4", "21.4", "0.03", "14.2", "24.6"]


def test_what_a_draft_writes_holds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "claims/readme.yaml").unlink()
    assert main(["draft", "README.md", *DATA, "--write", "claims/readme.yaml"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("8 claims: 8 pass\n")


@pytest.mark.parametrize("made", CHANGES, ids=lambda made: made.file)
def test_the_action_fails_at_the_line_of_the_readme(made: Change, project: Path, tmp_path: Path) -> None:
    (tmp_path / "factcheck").symlink_to(ROOT)  # what the step before it installs
    assert done("Check the claims", project, tmp_path, sys.executable).code == 0
    change(project, made)
    found = done("Check the claims", project, tmp_path, sys.executable)
    assert found.code == 1
    head = f"::error file=README.md,line={made.line},"
    assert any(made.told in text for text in found.log.splitlines() if text.startswith(head))
    sarif = json.loads(Path(found.outputs["sarif"]).read_text(encoding="utf-8"))
    results = [result for result in sarif["runs"][0]["results"] if made.told in result["message"]["text"]]
    places = [place for result in results for place in (*result["locations"], *result.get("relatedLocations", ()))]
    found_at = {(one["physicalLocation"]["artifactLocation"]["uri"], line(one)) for one in places}
    assert ("README.md", made.line) in found_at


def line(place: dict[str, dict[str, dict[str, int]]]) -> int:
    return place["physicalLocation"]["region"]["startLine"]


@pytest.mark.parametrize("made", CHANGES, ids=lambda made: made.file)
def test_the_hook_fails_at_the_line_of_the_readme(made: Change, project: Path) -> None:
    (hook,) = (one for one in HOOKS if one["id"] == "factcheck")
    command = hook["entry"].split()[1:]
    assert run(*command, cwd=project).returncode == 0
    change(project, made)
    assert re.search(hook["files"], made.file)
    found = run(*command, cwd=project)
    assert found.returncode == 1
    out = " ".join(found.stdout.decode().split())
    assert made.told in out
    assert f"README.md:{made.line}:" in out


@pytest.mark.parametrize("made", CHANGES, ids=lambda made: made.file)
def test_pytest_fails_at_the_line_of_the_readme(made: Change, project: Path, pytester: pytest.Pytester) -> None:
    options = ("-p", "no:cacheprovider", "--rootdir", str(project), str(project / "claims"))
    assert pytester.runpytest_subprocess(*options).ret == 0
    change(project, made)
    found = pytester.runpytest_subprocess(*options)
    assert found.ret == 1
    out = " ".join(found.stdout.str().split())
    assert made.told in out
    assert f"README.md:{made.line}:" in out


@pytest.mark.parametrize(
    "form", ["text", "markdown", "html", "json", "jsonl", "sarif", "junit", "github", "gitlab", "concise"]
)
def test_every_format_tells_the_file_of_data(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, CHANGES[0])
    assert main(["check", "--format", form]) == 1
    assert "results.json" in capsys.readouterr().out


def test_a_since_run_looks_at_what_rests_on_the_change(project: Path) -> None:
    change(project, CHANGES[1])
    (file,) = Workspace.open(project).check().files
    assert [one.id for one in file.outcomes if one.verdict == "fail"] == ["memory-many"]
