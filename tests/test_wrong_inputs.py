"""Wrong inputs through the real command: each has a file or folder in ``tests/wrong``, and the message beside it.

``FACTCHECK_SNAPSHOTS=write pytest tests/test_wrong_inputs.py`` writes the messages anew; read them as an editor would.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.codes import CODES

WRONG = Path(__file__).parent / "wrong"
STORED = sorted(path.name for path in WRONG.iterdir() if path.is_dir() or path.suffix == ".yaml")
HEADING = re.compile(r"^[a-z]+\[(FC\d{3})\]", re.MULTILINE)

SEVERAL = {
    "spec-without-source": 2,  # two facts without a source; the claim that needs them is silent
    "two-faults": 2,
}
"""How many diagnostics a case has where it has several causes."""

Made = Callable[[Path], list[str]]


def missing_file(_: Path) -> list[str]:
    return ["nowhere/dojo.yaml"]


def folder_without_claims(folder: Path) -> list[str]:
    (folder / "drafts").mkdir()
    return ["drafts"]


def no_regular_file(_: Path) -> list[str]:
    return ["/dev/zero"]


def bytes_that_are_not_text(folder: Path) -> list[str]:
    return _file(folder, "claims:\n- id: growth\n  quote: 增长\n".encode("gbk"))


def zero_byte(folder: Path) -> list[str]:
    return _file(folder, b"claims:\n- id: growth\n  quote: a\x00b\n")


def fifty_megabytes(folder: Path) -> list[str]:
    return _file(folder, b"claims:\n" + b"- {id: a, says: 1 = 1}\n" * 2_200_000)


def many_faults(folder: Path) -> list[str]:
    return _file(folder, b"claims:\n" + b"- {id: a, sais: 1 = 1}\n" * 1000)


def long_statement(folder: Path) -> list[str]:
    return _statement(folder, "1 + " * 25_000 + "1 = 1")


def ten_thousand_brackets(folder: Path) -> list[str]:
    return _statement(folder, "(" * 10_000 + "1" + ")" * 10_000 + " = 1")


def ten_thousand_digits(folder: Path) -> list[str]:
    return _statement(folder, f"{'9' * 10_000} > 1")


def link_out_of_the_project(folder: Path) -> list[str]:
    (folder / "home/claims").mkdir(parents=True)
    (folder / "home/factcheck.toml").write_text("", encoding="utf-8")
    (folder / "private.yaml").write_text("claims: []\n", encoding="utf-8")
    (folder / "home/claims/a.yaml").symlink_to(folder / "private.yaml")
    return ["home"]


def _statement(folder: Path, says: str) -> list[str]:
    return _file(folder, f"claims:\n- id: long\n  says: {says}\n".encode())


def _file(folder: Path, data: bytes) -> list[str]:
    (folder / "a.yaml").write_bytes(data)
    return ["a.yaml"]


MADE: list[Made] = [
    missing_file,
    folder_without_claims,
    no_regular_file,
    bytes_that_are_not_text,
    zero_byte,
    fifty_megabytes,
    long_statement,
    ten_thousand_brackets,
    ten_thousand_digits,
    link_out_of_the_project,
]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one; the compiled units are shared between the cases."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    return tmp_path


@pytest.mark.parametrize("name", STORED)
def test_a_stored_case(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = WRONG / name
    if stored.is_dir():
        shutil.copytree(stored, project, dirs_exist_ok=True)
        expect_snapshot(stored.name, [], project, capsys)
    else:
        shutil.copy(stored, project)
        expect_snapshot(stored.stem, [name], project, capsys)


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__.replace("_", "-"))
def test_a_made_case(make: Made, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expect_snapshot(make.__name__.replace("_", "-"), make(project), project, capsys)


def test_a_thousand_faults_are_not_all_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *many_faults(project)]) == 1
    shown = capsys.readouterr().out
    assert len(HEADING.findall(shown)) <= 101
    assert "900 further faults in this file are not shown" in shown


def test_each_message_is_that_of_a_case() -> None:
    cases = {Path(name).stem for name in STORED} | {make.__name__.replace("_", "-") for make in MADE}
    assert {path.stem for path in WRONG.glob("*.txt")} == cases


def expect_snapshot(name: str, arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run ``factcheck check`` and compare what it says with the snapshot."""
    code = main(["check", *arguments])
    captured = capsys.readouterr()
    said = (captured.out + captured.err).replace(str(project), "…")
    snapshot = WRONG / f"{name}.txt"
    if os.environ.get("FACTCHECK_SNAPSHOTS") == "write":
        snapshot.write_text(said, encoding="utf-8")
    assert code in {1, 2}
    assert "Traceback" not in said
    assert said == snapshot.read_text(encoding="utf-8")
    found = HEADING.findall(said)
    assert len(found) == SEVERAL.get(name, 1)
    assert set(found) <= set(CODES)
