"""A first project: ``init`` makes one that runs at once, ``new`` a claim file; ``check`` without says what to do."""

import re
from pathlib import Path

import pytest
import yaml

from factcheck.cli.main import main
from tests.projects import ROOT, write

MADE = ["factcheck.toml", "claims/example.yaml", "claims/claims.schema.json", ".github/workflows/factcheck.yml"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_project_has_a_claim_that_holds_and_one_that_does_not(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "init", "--lang", lang)
    assert re.findall(r"^wrote (\S+?),? ?(?:with .*)?$", said, re.MULTILINE) == MADE
    assert said.endswith("now try: factcheck check (one of the two claims is wrong on purpose)\n")
    shown = printed(capsys, "check", code=1)
    assert shown.startswith("2 claims: 1 pass, 1 fail\n")
    assert "fail[FC401] road: states 998 miles, derived 385.25 mi" in shown
    assert f"language: {lang}" in Path("claims/example.yaml").read_text(encoding="utf-8")


def test_what_is_there_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), dict.fromkeys(MADE, "# mine\n"))
    said = printed(capsys, "init")
    assert [line.split()[:2] for line in said.splitlines()[:-1]] == [
        ["kept", name] for name in MADE if not name.endswith(".json")
    ]
    assert {Path(name).read_text(encoding="utf-8") for name in MADE} == {"# mine\n"}


def test_settings_in_pyproject_stay_the_only_ones(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"pyproject.toml": "[tool.factcheck]\n"})
    assert printed(capsys, "init").startswith("kept pyproject.toml\n")
    assert not Path("factcheck.toml").exists()


def test_a_part_of_a_repository_has_no_job_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".git").mkdir()
    said = printed(capsys, "init", "services/shop")
    assert "services/shop/claims/example.yaml" in said
    assert not Path("services/shop/.github").exists()
    assert "now try: factcheck check services/shop " in said


def test_the_job_runs_commands_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "init")
    steps = yaml.safe_load(Path(MADE[3]).read_text(encoding="utf-8"))["jobs"]["factcheck"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[-1] == "factcheck check --format github"
    assert printed(capsys, *commands[-1].split()[1:], code=1).startswith("::error file=claims/example.yaml,line=14,")


def test_new_makes_folders(capsys: pytest.CaptureFixture[str]) -> None:
    assert "wrote a/b/mine.yaml;" in printed(capsys, "new", "a/b/mine.yaml")
    assert printed(capsys, "check", "a/b/mine.yaml").startswith("5 claims: 4 pass, 1 exempt\n")


@pytest.mark.parametrize(("settings", "options"), [('language = "zh"\n', []), ("", ["--lang", "zh"])])
def test_new_is_in_the_language_of_the_project(
    settings: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write(Path(), {"factcheck.toml": settings})
    printed(capsys, "new", "claims/mine.yaml", *options)
    assert "  language: zh\n" in Path("claims/mine.yaml").read_text(encoding="utf-8")
    assert printed(capsys, "check").startswith("5 claims: 4 pass, 1 exempt\n")


@pytest.mark.parametrize(
    ("text", "lang"), [("这条路长620公里（385英里）。\n", "zh"), ("The road is 620 km (385 miles) long.\n", "en")]
)
def test_new_knows_the_language_of_an_article(text: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"factcheck.toml": "", "news/road.md": text})
    printed(capsys, "new", "claims/road.yaml", "--article", "news/road.md")
    written = yaml.safe_load(Path("claims/road.yaml").read_text(encoding="utf-8"))
    assert written["article"] == {"file": "news/road.md", "language": lang}
    assert printed(capsys, "check").startswith("1 claim: 1 pass\n")


def test_an_article_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "claims/road.yaml", "--article", "news/road.md"]) == 2
    assert "no such file" in capsys.readouterr().err
    assert not Path("claims").exists()


def test_a_check_without_claims_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    said = printed(capsys, "check", code=2)
    assert "error[FC103]: there are no claims here: no `claims`\n" in said
    for command in ("factcheck init", "factcheck new claims/mine.yaml", "factcheck draft article.md"):
        assert f"`{command}`" in said


def test_the_first_steps_of_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    steps = re.findall(r"^    factcheck (.*)$", text.partition("in five minutes")[2].partition("```")[0], re.MULTILINE)
    assert steps == ["init", "check"]
    assert [main([step]) for step in steps] == [0, 1]
    assert "1 pass, 1 fail" in capsys.readouterr().out
