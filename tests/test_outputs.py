"""`--out`: which files a run writes, and what it refuses; the summary of a job on GitHub."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.cli.options.shared import FORMATS
from factcheck.cli.outputs import Refused, outputs, write
from factcheck.report import renderer
from tests.projects import replace, slow_steps_once
from tests.projects import write as write_project

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture(autouse=True)
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project that is the current folder."""
    folder = write_project(tmp_path / "bakery")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return folder


def files(folder: Path) -> set[str]:
    """Return what lies in a folder, without the cache."""
    return {path.name for path in folder.iterdir()} - {".factcheck_cache"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_printed_and_written(name: str, bakery: Path, capsys: Captured) -> None:
    assert main(["check", "--format", name, "--out", f"{name}=written"]) == 0
    assert (bakery / "written").read_text(encoding="utf-8") == capsys.readouterr().out
    assert callable(renderer(name))


def test_all_formats_in_one_run(bakery: Path) -> None:
    targets = [part for name in FORMATS for part in ("--out", f"{name}=out.{name}")]
    before = files(bakery)
    assert main(["check", *targets]) == 0
    assert files(bakery) - before == {f"out.{name}" for name in FORMATS}


def test_all_is_verbose(capsys: Captured) -> None:
    assert main(["check", "--format", "sarif", "--all"]) == 0
    kinds = [result.get("kind") for result in json.loads(capsys.readouterr().out)["runs"][0]["results"]]
    assert kinds == [None, "pass", "pass", "pass"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("sarf=x", "there is no format `sarf`; did you mean `sarif`? (a file of that name is `./sarf=x`)"),
        ("a=b", "there is no format `a`; formats: text, concise, json,"),
        ("nowhere/report", "cannot write `nowhere/report`: there is no folder `nowhere`"),
        ("claims", "cannot write `claims`: it is a folder"),
        ("json=", "cannot write `.`: it is a folder"),
    ],
)
def test_what_is_refused_is_refused_before_anything_is_checked(target: str, message: str, capsys: Captured) -> None:
    before = files(Path())
    assert main(["check", "--out", "text=first", "--out", target]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"factcheck: {message}")
    assert files(Path()) == before


@pytest.mark.parametrize("other", ["json=report", "./report", "claims/../report"])
def test_one_file_for_two_reports_is_refused(other: str, capsys: Captured) -> None:
    assert main(["check", "--out", "text=report", "--out", other]) == 2
    assert "twice: each report needs a file of its own" in capsys.readouterr().err


def test_a_file_with_an_equals_sign_is_named_with_its_folder(bakery: Path) -> None:
    assert outputs(["./a=b", "json=x=y"], "text") == [("text", Path("a=b"), False), ("json", Path("x=y"), False)]
    assert main(["check", "--out", "./c=d"]) == 0
    assert (bakery / "c=d").exists()


def test_a_file_is_written_whole_or_not_at_all(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bakery / "report").write_text("old")

    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refused, match="cannot write `report`: No space left on device"):
        write(Path("report"), "new")
    assert (bakery / "report").read_text() == "old"
    assert files(bakery) == {"claims", "rules", "factcheck.toml", "report"}


def test_a_link_is_replaced_not_followed(bakery: Path, tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("keep")
    (bakery / "report").symlink_to(outside)
    assert main(["check", "--out", "json=report"]) == 0
    assert outside.read_text() == "keep"
    assert not (bakery / "report").is_symlink()


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null here")
def test_a_device_is_written_to_not_replaced() -> None:
    assert main(["check", "--out", "json=/dev/null"]) == 0
    assert not Path("/dev/null").is_file()


def test_a_pipe_that_nobody_reads_is_not_waited_for(bakery: Path, capsys: Captured) -> None:
    os.mkfifo(bakery / "report")
    assert main(["check", "--out", "report"]) == 2
    assert capsys.readouterr().err == "factcheck: cannot write `report`: nobody reads from it\n"


def test_a_pipe_with_a_reader_gets_the_whole_report(bakery: Path) -> None:
    pipe = bakery / "report"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "all of it\n")
    assert os.read(reader, 100) == b"all of it\n"
    os.close(reader)


@pytest.mark.parametrize("path", ["r" * 5000, "r" * 300, "r/" * 3000 + "r", "r\0"])
@pytest.mark.parametrize("arguments", [["check", "--out"], ["baseline", "update", "--baseline"], ["new"]])
def test_a_path_that_no_system_allows_cannot_be_written(path: str, arguments: list[str], capsys: Captured) -> None:
    assert main([*arguments, path]) == 2
    assert "cannot write `r" in capsys.readouterr().err


def test_the_summary_of_a_job_is_appended(
    bakery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", "--format", "json"]) == 0
    assert summary.read_text(encoding="utf-8") == "# Before\n"
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 7 kg")
    assert main(["check", "--format", "github", "--out", "github=again"]) == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n# Numbers checked\n")
    assert text.count("# Numbers checked") == 1
    assert "::error file=claims/bread.yaml,line=" in capsys.readouterr().out


def test_a_summary_that_cannot_be_written_gives_2(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.path.join("nowhere", "summary"))  # noqa: PTH118
    assert main(["check", "--format", "github"]) == 2
    assert "cannot write `nowhere/summary`" in capsys.readouterr().err


# a folder of pages


def test_drafts_are_written_as_a_folder_of_pages(bakery: Path, capsys: Captured) -> None:
    write_project(
        bakery, {"texts/a.md": "The road is 620 km (385 miles) long.", "texts/b.md": "It is 620 km (998 miles)."}
    )
    assert main(["draft", "texts", "--out", "html=pages/"]) == 1
    first = {path.name: path.read_bytes() for path in (bakery / "pages").iterdir()}
    index = first["index.html"].decode()
    assert len(first) == 3
    assert index.index("texts/b.md") < index.index("texts/a.md")
    (bakery / "pages/mine.txt").write_text("kept")
    assert main(["draft", "texts", "--format", "html", "--out", "pages/"]) == 1
    assert {path.name: path.read_bytes() for path in (bakery / "pages").iterdir()} == {**first, "mine.txt": b"kept"}
    capsys.readouterr()


@pytest.mark.parametrize(
    ("command", "target", "message"),
    [
        (
            "draft",
            "html=claims",
            "cannot write `claims`: it is a folder; `html=claims/` writes a page for each text into it",
        ),
        ("draft", "json=claims/", "cannot write `claims`: it is a folder\n"),
        ("draft", "html=factcheck.toml/", "cannot write `factcheck.toml/`: it is a file"),
        ("draft", "html=no/where/", "cannot write `no/where`: there is no folder `no`"),
        ("check", "html=claims/", "cannot write `claims`: it is a folder\n"),
    ],
)
def test_what_cannot_be_a_folder_of_pages_is_refused(command: str, target: str, message: str, capsys: Captured) -> None:
    write_project(Path(), {"a.md": "3 km"})
    assert main([command, *(["a.md"] if command == "draft" else []), "--out", target]) == 2
    assert capsys.readouterr().err.startswith(f"factcheck: {message}")
