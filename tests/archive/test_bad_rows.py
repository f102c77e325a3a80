"""A bad row is a row of errors, never an end."""

import gzip
import json
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.archive import run as running
from factcheck.archive.batches import by_part, is_whole
from factcheck.archive.job import Job
from factcheck.archive.work import check
from factcheck.loader.texts import arrow
from factcheck.loader.texts import lines as json_lines
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.inputs import NoInput, inputs
from factcheck.loader.texts.parts import rows
from factcheck.model.texts import TextRow
from factcheck.workspace import Workspace
from factcheck.workspace.texts import Texts
from tests.archive import ending
from tests.archive.examples import RENTS, WRONG, content, findings, lines, run

pa = pytest.importorskip("pyarrow")

TEXT = Wanted("text", "id", "day")


def read(data: bytes) -> list[tuple[int, str, str]]:
    """Return row, id and text of JSON Lines, or the kind of fault."""
    found = json_lines.texts(BytesIO(data), TEXT, "a")
    return [(one.row, one.id, one.fault.kind if one.fault else one.text) for one in found]


def test_lines_that_are_no_texts_are_told_apart() -> None:
    first = b'\xef\xbb\xbf{"id": 1, "text": "a"}\n\n[]\n{"text": 12}\n'
    assert read(first + b'{"id": null, "text": "caf\xc3\xa9"}\n{"text": "caf\xe9"}\n{"id"') == [
        (0, "1", "a"),
        (2, "a:2", "not-json"),
        (3, "a:3", "not-text"),
        (4, "a:4", "café"),
        (5, "a:5", "not-utf8"),
        (6, "a:6", "not-json"),
    ]


def test_numbers_too_long_for_a_machine_and_objects_too_deep_end_nothing() -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"\n"
    assert read(b'{"n": ' + b"9" * 10_000 + b', "text": "a"}\n' + deep + b'{"text": "b"}\n') == [
        (0, "a:0", "a"),
        (1, "a:1", "not-json"),
        (2, "a:2", "b"),
    ]


def test_a_line_without_an_end_is_passed_over_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE", 1000)
    bomb = gzip.GzipFile(fileobj=BytesIO(gzip.compress(b"0" * 10_000_000 + b'\n{"text": "a"}\n')))
    found = list(json_lines.texts(bomb, TEXT, "a"))  # type: ignore[arg-type]
    assert [(one.row, one.fault.kind if one.fault else one.text) for one in found] == [(0, "too-long"), (1, "a")]


def test_a_stream_that_breaks_off_is_told_where_it_does(tmp_path: Path) -> None:
    whole = gzip.compress("".join(json.dumps({"text": f"{n}"}) + "\n" for n in range(5000)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (found,) = inputs([str(tmp_path)], Wanted())
    read_on = [one for part in found.parts for one in rows(part)]
    assert read_on[-1].fault is not None
    assert read_on[-1].row == len(read_on) - 1 > 100
    assert read_on[-1].fault.message.startswith("cannot be read on: Compressed file ended")


def test_a_text_that_takes_too_long_is_noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def endless(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr(Texts, "draft", endless)
    found = check(Job(tmp_path, tmp_path, seconds=0.05), [TextRow("a", 0, "t0", RENTS)])
    assert found.errors == [
        {
            "source": "a",
            "row": 0,
            "text_id": "t0",
            "kind": "slow",
            "message": "not checked to the end: it took more than 0.05 s",
        }
    ]


def test_a_fault_of_the_program_is_noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(Workspace, "draft", faulty)
    found = check(Job(tmp_path, tmp_path), [TextRow("a", 0, "t0", RENTS), TextRow("a", 1, "t1", WRONG)])
    assert [row["kind"] for row in found.errors] == ["fault", "fault"]
    assert "KeyError" in found.errors[0]["message"]


def test_the_text_that_ends_its_process_is_found_and_all_others_are_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(running, "check", ending.check)
    monkeypatch.setattr(running, "work", ending.work_on)
    source = lines(tmp_path / "a.jsonl", [{"text": text} for text in (RENTS, WRONG, ending.FATAL, RENTS, WRONG)])
    assert run(source, "--out", tmp_path / "out", "--batch", 3) == 1
    assert [(row["row"], row["verdict"]) for row in findings(tmp_path / "out")] == [
        (0, "pass"),
        (1, "fail"),
        (3, "pass"),
        (4, "fail"),
    ]
    assert [(row["row"], row["kind"], row["message"]) for row in findings(tmp_path / "out", "errors")] == [
        (2, "crash", "not checked: the process that checked this text ended")
    ]


def test_empty_input_is_an_archive_without_findings(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n\n")
    (tmp_path / "b.txt").write_bytes(b"")
    out = tmp_path / "out"
    assert run(tmp_path / "a.jsonl", tmp_path / "b.txt", "--out", out) == 0
    assert (findings(out), findings(out, "errors")) == ([], [])
    assert json.loads(content(out)["summary.json"])["texts"] == {"checked": 1}


def test_a_disk_that_is_full_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.archive import full  # noqa: PLC0415 - beside the test

    monkeypatch.setattr(running, "work", full.work)
    source = lines(tmp_path / "a.jsonl", [{"text": RENTS}])
    assert run(source, "--out", tmp_path / "out") == 2
    assert "No space left on device" in capsys.readouterr().err
    monkeypatch.undo()
    assert run(source, "--out", tmp_path / "out") == 0


def parquet_rows(path: Path, table: pa.Table, wanted: Wanted) -> list[TextRow]:
    """Write a table as Parquet and read its texts."""
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    parquet.write_table(table, path)
    return [row for one in inputs([str(path)], wanted) for part in one.parts for row in rows(part)]


def test_times_are_told_as_they_are_even_those_that_python_has_no_value_for(tmp_path: Path) -> None:
    times = pa.array([0, None, -(10**11)], pa.timestamp("s"))
    found = parquet_rows(tmp_path / "a.parquet", pa.table({"text": [RENTS] * 3, "day": times}), TEXT._replace(id=""))
    assert [row.date for row in found] == ["1970-01-01 00:00:00.000", "", "-1199-02-15 14:13:20.000"]


def test_a_name_that_two_columns_have_is_told(tmp_path: Path) -> None:
    twice = pa.table([pa.array([RENTS]), pa.array([WRONG])], names=["text", "text"])
    with pytest.raises(NoInput, match="several columns are called `text`"):
        parquet_rows(tmp_path / "a.parquet", twice, Wanted())


def test_a_column_that_unfolds_to_much_is_read_a_few_rows_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(arrow, "_AT_ONCE", 5000)
    seen = []
    table_rows = arrow.texts
    monkeypatch.setattr(arrow, "texts", lambda found, *rest: seen.append(found.num_rows) or table_rows(found, *rest))
    found = parquet_rows(tmp_path / "a.parquet", pa.table({"text": ["7 " * 1000] * 50}), Wanted())
    assert len(found) == 50
    assert 0 < max(seen) < 5


def test_a_name_of_a_file_that_is_not_utf8_ends_nothing(tmp_path: Path) -> None:
    try:
        (tmp_path / "caf\udce9.txt").write_text(RENTS, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("no such names here")
    assert run(tmp_path, "--out", tmp_path / "out") == 0
    assert [row["text_id"] for row in findings(tmp_path / "out")] == ["caf\ufffd.txt"]


@pytest.mark.parametrize(
    ("marks", "whole"),
    [
        ([], False),
        (["000007-000000-last"], True),
        (["000007-000000", "000007-000001"], False),
        (["000007-000000", "000007-000001-last"], True),
        (["000007-000001-last"], False),
    ],
)
def test_a_part_is_whole_when_all_its_batches_are_noted(marks: list[str], whole: bool) -> None:  # noqa: FBT001
    assert is_whole(by_part([*marks, "000008-000000", "thumbs"]).get(7, ())) == whole
