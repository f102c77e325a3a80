"""What README and docs show is what the program prints."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.cli.main import main
from factcheck.cli.options.shared import FORMATS
from factcheck.quantity.shown import ends_text
from tests.conftest import Judge
from tests.projects import write

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(
    r"^\| `(?P<says>[^`]+)` \| (?P<derived>[^|]+) \| (?P<verdict>\w+)(?:, (?P<grade>[\w ]+))? \|$", re.MULTILINE
)


def fences(path: str, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return [text for kind, text in FENCE.findall((ROOT / path).read_text(encoding="utf-8")) if kind == language]


def test_the_readme_shows_the_report_of_the_example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--no-cache"]) == 0
    printed = capsys.readouterr().out
    for part in fences("README.md", "text")[0].split("\n\n"):
        assert part.strip() in printed


def test_the_claim_of_the_readme_fails_as_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(fences("README.md", "yaml")[0], encoding="utf-8")
    assert main(["check", "mine.yaml"]) == 1
    assert fences("README.md", "text")[1].strip() in capsys.readouterr().out


@pytest.mark.parametrize(
    "row", list(ROW.finditer((ROOT / "docs/verdicts.md").read_text(encoding="utf-8"))), ids=lambda m: m["says"]
)
def test_the_worked_examples_are_judged_as_shown(row: re.Match[str], judge: Judge) -> None:
    outcome = judge(row["says"])
    assert outcome.verdict == row["verdict"]
    assert row["grade"] in {None, outcome.grade, "not forced"}


@pytest.mark.parametrize("line", "".join(fences("docs/formats.md", "sh")).splitlines())
def test_the_commands_of_the_formats_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    program, *arguments = line.split()
    assert program == "factcheck"
    assert main(arguments) == 0
    for name in (argument.partition("=")[2] for argument in arguments if "=" in argument):
        assert (tmp_path / name).stat().st_size


def test_each_format_is_in_the_table() -> None:
    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"\n| `{name}` |" not in page] == []


def test_there_are_worked_examples() -> None:
    assert len(ROW.findall((ROOT / "docs/verdicts.md").read_text(encoding="utf-8"))) >= 5


def test_the_library_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", fences("docs/library.md", "python")[0]], capture_output=True, text=True, check=True
    )
    assert "pass 276243.093922652 D1" in done.stdout
    assert "100 EFLOP/s ÷ D1.peak = 100 EFLOP/s ÷ 362 TFLOP/s/D1 = 276,243 D1" in done.stdout


MENTIONS = "docs/mentions.md"
MEANT = re.compile(r"^\| `(?P<text>[^`]+)` \| (?P<meant>[^|]+) \|$", re.MULTILINE)


def test_the_table_of_mentions_is_what_the_command_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(fences(MENTIONS, "markdown")[0], encoding="utf-8")
    assert main(["mentions", "draft.md", "--all"]) == 0
    assert capsys.readouterr().out == fences(MENTIONS, "text")[0]


@pytest.mark.parametrize(
    "row", list(MEANT.finditer((ROOT / MENTIONS).read_text(encoding="utf-8"))), ids=lambda m: m["text"]
)
def test_the_values_that_are_meant_are_as_shown(row: re.Match[str]) -> None:
    (found,) = factcheck.mentions(row["text"])
    interval = found.interval
    assert row["meant"] == (f"exactly {found.value}" if interval.is_point else ends_text(interval))


def test_the_page_on_languages_runs() -> None:
    code = fences("docs/languages.md", "python")[0]
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == fences("docs/languages.md", "text")[0]


def test_the_wording_on_the_page_on_languages_is_that_of_the_example() -> None:
    ((name, row),) = json.loads(fences("docs/languages.md", "json")[0]).items()
    rows = json.loads((ROOT / "tests/prose/languages/de/constructions.json").read_text(encoding="utf-8"))
    assert (rows[name]["rule"], rows[name]["form"][0]) == (row["rule"], row["form"])


def test_the_commands_of_the_page_on_languages_run(tmp_path: Path) -> None:
    """A folder that is copied into the tables is a language."""
    shutil.copytree(ROOT / "factcheck", tmp_path / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("rules", "tests/prose/languages/de"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "german.txt").write_text("Die Miete ist von 800 Euro um 15 Prozent auf 880 Euro gestiegen.", "utf-8")
    copy, draft = (line.split() for line in fences("docs/languages.md", "sh")[0].splitlines())
    subprocess.run(copy, cwd=tmp_path, check=True)
    done = subprocess.run([sys.executable, "-m", *draft], cwd=tmp_path, capture_output=True, text=True, check=False)
    told = " ".join(done.stdout.replace("│", "").split())
    assert "von 800 Euro auf 880 Euro ist ein Anstieg um 10 Prozent, im Text steht 15 Prozent" in told
