"""The tutorial, done step by step: its files are written, its commands typed, its output compared."""

import re
import shlex
from pathlib import Path

import pytest

from factcheck.cli.main import main

TUTORIAL = Path(__file__).parents[1] / "docs/tutorial.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def pattern(shown: str) -> re.Pattern[str]:
    """Return the pattern of an output in which a line of ``…`` stands for any lines."""
    parts = re.split(r"^…\n", shown, flags=re.MULTILINE)
    return re.compile(r"(?:.*\n)*?".join(map(re.escape, parts)) + r"\s*")


def test_the_tutorial_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for block in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if block["path"]:
            path = tmp_path / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
        elif block["kind"] == "console":
            typed, _, shown = block["text"].removeprefix("$ factcheck ").partition("\n")
            main(shlex.split(typed))
            assert pattern(shown).fullmatch(capsys.readouterr().out), typed
            commands += 1
    assert commands == 5


def test_an_output_that_differs_is_noticed() -> None:
    assert not pattern("…\n2 findings to look at\n").fullmatch("1 finding to look at\n")
