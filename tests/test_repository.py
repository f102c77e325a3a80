"""``--root``: several projects of one repository, each with its settings, in one report with the repository's paths."""

import json
import os
from pathlib import Path

import pytest

from factcheck.cli.main import main
from tests.projects import write

ROAD = "The road is 620 km (998 miles) long.\n"
FILES = {
    "services/shop/factcheck.toml": 'fail-on = "decision"\n',
    "services/shop/claims/a.yaml": "claims:\n- id: a\n  says: 1 + 1 = 30\n",
    "services/shop/notes.md": ROAD,
    "services/post/pyproject.toml": '[tool.factcheck]\nclaims = ["facts.yaml"]\n',
    "services/post/facts.yaml": (
        "article: {file: post.md}\nclaims:\n- {id: b, quote: 5 letters, says: 2 + 2 = 50}\n"
        "- {id: gone, quote: seven postmen, exempt: a count}\n"
    ),
    "services/post/post.md": f"# Post\n\n5 letters came.\n\n{ROAD}",
    "services/node_modules/x/factcheck.toml": "",
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run a command; return its exit code, and path, place and code of each issue."""
    code = main([*arguments, "--format", "concise"])
    return code, [" ".join(line.split()[:2]) for line in capsys.readouterr().out.splitlines()[:-1]]


POST = ["services/post/facts.yaml:4:3: FC632", "services/post/facts.yaml:3:35: FC401"]
SHOP = ["services/shop/claims/a.yaml:3:9: FC401"]


def test_all_projects_below_the_root_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "check", "--root", ".") == (1, POST + SHOP)


def test_each_project_has_its_own_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "check", "--root", ".", "services/shop") == (0, SHOP)
    assert lines(capsys, "check", "--root", ".", "services/shop", "--fail-on", "wrong") == (1, SHOP)
    main(["check", "--root", ".", "--format", "github"])
    shown = [line.partition(",")[0] for line in capsys.readouterr().out.splitlines() if line.startswith("::")]
    assert shown == [
        "::error file=services/post/facts.yaml",
        "::error file=services/post/post.md",
        "::error file=services/post/facts.yaml",
        "::warning file=services/shop/claims/a.yaml",
    ]


def test_in_a_project_it_is_that_project(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("services/shop/claims")
    assert lines(capsys, "check", "--root", "../../..") == (0, SHOP)


def test_sarif_counts_from_the_root(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", ".", "services/post/facts.yaml", "--format", "sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert places == ["services/post/facts.yaml"] * 2
    related = results[1]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert related == "services/post/post.md"


def test_texts_have_the_settings_of_their_project(capsys: pytest.CaptureFixture[str]) -> None:
    texts = ("services/shop/notes.md", "services/post/post.md")
    code, found = lines(capsys, "draft", "--root", ".", *texts)
    assert (code, found) == (
        1,
        [
            "services/shop/notes.md:1:21: FC613",
            "services/post/facts.yaml:4:3: FC632",
            "services/post/post.md:3:1: FC401",
            "services/post/post.md:5:21: FC613",
        ],
    )
    assert lines(capsys, "draft", "--root", ".", texts[0])[0] == 0


def test_a_project_outside_the_root_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", "services/shop", "services/post"]) == 2
    assert f"which is not below `{Path.cwd() / 'services/shop'}`" in capsys.readouterr().err


def test_one_baseline_is_not_that_of_several_projects(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", ".", "--baseline", "known.json"]) == 2
    assert "these are 2 projects" in capsys.readouterr().err


def test_the_run_may_start_anywhere(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    os.chdir("/")
    assert lines(capsys, "check", "--root", str(tmp_path), str(tmp_path / "services/shop")) == (0, SHOP)
