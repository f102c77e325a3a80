"""``factcheck archive``: what goes in, what comes out, what is refused, and that a stopped run goes on."""

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from benchmarks import kills
from tests.archive.examples import RENTS, ROAD, WRONG, content, findings, lines, run
from tests.interrupts import heeding_interrupts
from tests.projects import ROOT

pa = pytest.importorskip("pyarrow")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder with texts in every form that is read."""
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    parquet.write_table(pa.table({"url": ["p1", "p2"], "body": [ROAD, None]}), folder / "a.parquet")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(f'{{"url": "g1", "body": "{RENTS}"}}\nnot json\n'.encode()))
    with pa.CompressedOutputStream(str(folder / "c.jsonl.zst"), "zstd") as stream:
        stream.write(json.dumps({"url": 7, "body": WRONG}).encode())
    (folder / "more" / "d.txt").write_text(WRONG, encoding="utf-8")
    (folder / "more" / "e.md").write_text(f"> {ROAD}\n", encoding="utf-8")
    (folder / "f.csv").write_text("no,text\n", encoding="utf-8")
    return folder


def test_texts_of_all_forms_become_findings_and_errors(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(articles, "--out", out) == 1
    found = [(Path(row["source"]).name, row["row"], row["text_id"], row["verdict"]) for row in findings(out)]
    assert found == [
        ("a.parquet", 0, "p1", "fail"),
        ("b.jsonl.gz", 0, "g1", "pass"),
        ("c.jsonl.zst", 0, "7", "fail"),
        ("articles", 0, "more/d.txt", "fail"),
        ("articles", 1, "more/e.md", "fail"),
    ]
    assert [(row["text_id"], row["kind"]) for row in findings(out, "errors")] == [
        ("p2", "not-text"),
        (f"{articles / 'b.jsonl.gz'}:1", "not-json"),
    ]
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "7 texts: 4 of 13 judged numbers are wrong"
    assert told[1] == "2 texts could not be checked: 1 not-json, 1 not-text"


def test_what_is_left_out_of_folders_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a.txt", "b.docx", "c.DOCX", "d.html", "Makefile", ".hidden.pdf"):
        (folder / name).write_text(ROAD, encoding="utf-8")
    assert run(folder, "--out", tmp_path / "out") == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "1 text: 1 of 2 judged numbers is wrong"
    assert told[1] == "left out, since they are of other kinds: 2 .docx, 1 without an ending, 1 .html"


def test_a_second_run_goes_on_where_the_first_was_and_finds_the_same(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(articles, "--out", out, "--batch", 1)
    before = content(out)
    for name in ("done/000000-000001-last.json", "findings/000002-000000.parquet", "done/000002-000000-last.json"):
        (out / name).unlink()
    for name in ("findings/.000002-000000.parquet.1.part", ".summary.html.1.part"):
        (out / name).write_bytes(b"half of a file")
    capsys.readouterr()
    assert run(articles, "--out", out, "--batch", 1) == 1
    assert capsys.readouterr().out.startswith("7 texts (5 of them in earlier runs)")
    assert content(out) == before


def test_the_number_of_processes_does_not_show(articles: Path, tmp_path: Path) -> None:
    run(articles, "--out", tmp_path / "one", "--batch", 1)
    run(articles, "--out", tmp_path / "two", "--batch", 1, "--workers", 2)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_nothing_is_lost_or_doubled_by_kills(tmp_path: Path) -> None:
    source = kills.texts(tmp_path / "texts.jsonl", 30)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert kills.killed(source, tmp_path / "out", env, kills=1)[0] == 1


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--batch=0", "argument --batch: at least 1 is needed"),
        ("--batch=-1", "argument --batch: `-1` is no whole number of at most 9 digits"),
        ("--workers=two", "argument --workers: `two` is no whole number of at most 9 digits"),
    ],
)
def test_a_number_that_is_none_is_told(option: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("a.jsonl", "--out", "out", option)
    assert message in capsys.readouterr().err


def test_an_interrupt_is_told_and_the_run_can_go_on(tmp_path: Path) -> None:
    source, out = kills.texts(tmp_path / "texts.jsonl", 5000), tmp_path / "out"
    command = [sys.executable, "-m", "factcheck", "archive", str(source), "--out", str(out), "--batch", "10"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "preexec_fn": heeding_interrupts}
    with subprocess.Popen(command, env=env, text=True, **pipes) as process:
        end = monotonic() + 60
        while not list(out.glob("done/*.json")) and monotonic() < end:
            sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 2
    assert "interrupted; the same command goes on from here" in told
    assert not (out / "summary.json").exists()
    assert 0 < len(list(out.glob("done/*.json"))) < 500


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        ([{"content": ROAD, "n": 1}], ["--text", "contnt"], "no column `contnt`; did you mean `content`?"),
        (
            [{"page": {"body": ROAD}}],
            [],
            "no column is called `text`, `content`, `body`, `article`: name it; columns: `page`, `page.body`",
        ),
        (
            [[{"text": ROAD}]],
            [],
            "it holds a list: what is read are JSON Lines, an object a line (`jq -c '.[]'` makes them)",
        ),
        ([{"page": ROAD}], [], "no column is called `text`, `content`, `body`, `article`: name it; columns: `page`"),
        ([{"text": ROAD}], ["--date", "day"], "no column `day`; columns: `text`"),
        (["not json", "nor this"], ["--text", "text"], "no line is a JSON object"),
    ],
)
def test_columns_that_are_not_there_are_told_with_those_that_are(
    rows: list[object], options: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = lines(tmp_path / "a.jsonl", rows)
    assert run(source, "--out", tmp_path / "out", *options) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_among_others_without_the_column_is_a_row_of_errors(tmp_path: Path) -> None:
    lines(tmp_path / "in.a.jsonl", [{"text": RENTS}])
    lines(tmp_path / "in.b.jsonl", [{"words": RENTS}])
    (tmp_path / "in.c.parquet").write_bytes(b"PAR1 and no more")
    assert run(*sorted(tmp_path.glob("in.*")), "--out", tmp_path / "out") == 0
    assert [(row["kind"], row["message"][:24]) for row in findings(tmp_path / "out", "errors")] == [
        ("unreadable", "no column is called `tex"),
        ("unreadable", "Parquet magic bytes not "),
    ]


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = lines(tmp_path / "a.jsonl", [{"text": RENTS}]), tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("mine", encoding="utf-8")
    assert run(source, "--out", out) == 2
    assert "holds something else: name an empty folder" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["thesis.doc"]


def test_another_input_or_option_is_refused_in_the_same_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = lines(tmp_path / "a.jsonl", [{"text": RENTS}]), tmp_path / "out"
    assert run(source, "--out", out) == 0
    assert run(source, "--out", out, "--batch", 5) == 2
    assert "is an archive of other options" in capsys.readouterr().err
    lines(source, [{"text": WRONG}])
    assert run(source, "--out", out) == 2
    assert "is an archive of other input" in capsys.readouterr().err


def test_links_that_lead_out_of_the_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = lines(tmp_path / "a.jsonl", [{"text": RENTS}]), tmp_path / "out"
    run(source, "--out", out)
    (out / "done" / "000000-000000-last.json").unlink()
    for path in (out / "findings").iterdir():
        path.unlink()
    (out / "findings").rmdir()
    (out / "findings").symlink_to(tmp_path)
    capsys.readouterr()
    assert run(source, "--out", out) == 2
    assert "is a link" in capsys.readouterr().err


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fcntl = pytest.importorskip("fcntl")
    source, out = lines(tmp_path / "a.jsonl", [{"text": RENTS}]), tmp_path / "out"
    run(source, "--out", out)
    with (out / ".lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run(source, "--out", out) == 2
    assert "another run is at work" in capsys.readouterr().err


def test_findings_in_the_folder_of_the_texts_are_not_read_as_texts(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", [{"text": RENTS}])
    assert run(tmp_path, "--out", tmp_path / "out") == 0
    assert run(tmp_path, "--out", tmp_path / "out") == 0


@pytest.mark.parametrize("path", ["nothing.jsonl", "empty", "a.docx", "pipe.jsonl"])
def test_what_cannot_be_read_at_all_is_told(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.docx").write_bytes(b"PK")
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert run(tmp_path / path, "--out", tmp_path / "out") == 2
    assert path in capsys.readouterr().err
