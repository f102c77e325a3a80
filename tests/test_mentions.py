"""``factcheck mentions``: the quantities of a text, as a table and as JSON, through the real command."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.cli.main import main
from factcheck.report.cells import cells

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(["mentions", *arguments]) == code
    return capsys.readouterr().out


def filtered(text: str, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    """Run the filter in a process of its own; return exit code, answers and what it complains of."""
    command = [sys.executable, "-m", "factcheck", "mentions", "--jsonl", *arguments]
    done = subprocess.run(command, input=text.encode(), cwd=ROOT, capture_output=True, check=False)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return done.returncode, answers, done.stderr.decode()


def test_the_table_of_an_english_text(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.txt", "Costs fell by about 15 % in 2023.\nThe site has 25 chips and draws at most 9.5 kW.\n")
    table = printed(capsys, "a.txt", "--all").splitlines()
    assert table[0] == "a.txt: 3 quantities"
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in table[1:]]
    assert rows[0] == ["place", "text", "value", "unit or noun", "hedge", "values meant", "change"]
    assert rows[1] == ["1:15", "about 15 %", "15", "percent", "about", "14 to 16", "down by"]
    assert rows[2] == ["2:14", "25", "25", "chip", "–", "exactly this", "–"]
    assert rows[3] == ["2:33", "at most 9.5 kW", "9.5", "kilowatt", "at most", "at most 9.5", "–"]
    assert rows[-1] == ["1:29", "2023", "date"]


def test_columns_align_beside_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.txt", "全长约5万公里。\nIt draws 15 kW.\n")
    lines = printed(capsys, "a.txt").splitlines()[1:]
    starts = {
        cells(line[: line.index(word)]) for line, word in zip(lines, ("unit", "kilometer", "kilowatt"), strict=True)
    }
    assert len(starts) == 1


def test_markdown_by_its_name_and_by_option(capsys: pytest.CaptureFixture[str]) -> None:
    text = "It has `5 km` and 3 weeks."
    for name in ("a.txt", "a.md", "a.markdown"):
        written(name, text)
    assert "5 km" in printed(capsys, "a.txt")
    assert "5 km" not in printed(capsys, "a.txt", "--markdown")
    assert "5 km" not in printed(capsys, "a.md")
    assert "5 km" not in printed(capsys, "a.markdown")


def test_a_folder_gives_its_texts(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("drafts/b.md", "drafts/deep/a.txt", "drafts/.hidden.md", "drafts/data.csv"):
        written(name, "3 weeks")
    out = printed(capsys, "drafts")
    assert [line for line in out.splitlines() if line.startswith("drafts")] == [
        "drafts/b.md: 1 quantity",
        "drafts/deep/a.txt: 1 quantity",
    ]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It took 3 weeks.")))
    assert printed(capsys, "-").startswith("standard input: 1 quantity\n")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.txt", "\ufeffIt took\r\n\r\nmore than 3.5 weeks.")
    (found,) = json.loads(printed(capsys, "a.txt", "--format", "json"))
    wanted = {
        "path": "a.txt", "line": 3, "column": 1, "start": 12, "end": 31, "text": "more than 3.5 weeks", "value": "3.5",
        "low": "3.5", "high": None, "unit": "week", "unit_text": "weeks", "relation": ">", "change": None,
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted
    assert json.loads(printed(capsys, "a.txt", "--format", "jsonl")) == found


def test_a_decimal_comma(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.txt", "1.234 km")
    values = [
        json.loads(printed(capsys, "a.txt", "--format", "jsonl", *more))["value"] for more in ([], ["--decimal-comma"])
    ]
    assert values == ["1.234", "1234"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "FC101"),
        ("binary.txt", bytes(range(256)), "FC119"),
        ("large.txt", b"a" * 5_000_000, "FC111"),
    ],
)
def test_a_file_that_cannot_be_read(
    name: str, data: bytes | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written("good.txt", "3 weeks")
    if data is not None:
        written(name, data)
    assert main(["mentions", name, "good.txt"]) == 2
    out, err = capsys.readouterr()
    assert err.count(message) == 1
    assert "3 weeks" in out  # the others are read


def test_a_folder_without_texts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main(["mentions", "empty"]) == 2
    assert "no text in `empty`" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "message"), [(["--lang", "xx", "-"], "no language `xx`"), ([], "name a file")])
def test_wrong_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_the_filter_answers_a_line_with_a_line() -> None:
    lines = '{"id": 1, "text": "about 5 km", "lang": "en"}\n\n{"id": "b", "text": "`5 km`", "format": "markdown"}\n'
    code, answers, complaints = filtered(lines)
    assert (code, complaints) == (0, "")
    mention = {
        "start": 0, "end": 10, "text": "about 5 km", "value": "5", "low": "4.25", "high": "5.75", "unit": "kilometer",
        "unit_text": "km", "relation": "~", "change": None, "reached": None,
    }  # fmt: skip
    (found,) = answers[0].pop("mentions")
    assert {key: found[key] for key in mention} == mention
    assert answers == [{"id": 1, "asides": []}, {"id": "b", "mentions": [], "asides": []}]


def test_the_filter_takes_lines_as_markdown_where_it_is_told_so() -> None:
    _, answers, _ = filtered('{"id": 1, "text": "`5 km` and 3 km"}', "--markdown")
    assert [one["text"] for one in answers[0]["mentions"]] == ["3 km"]


def test_asides_stand_beside_mentions() -> None:
    _, answers, _ = filtered('{"id": 1, "text": "on 3 May 2021"}')
    assert answers == [
        {"id": 1, "mentions": [], "asides": [{"start": 3, "end": 13, "text": "3 May 2021", "kind": "date"}]}
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("5 km", "not JSON"),
        ('{"id": 1}', 'no object with "id" and "text"'),
        ("[" * 100_000, "not JSON"),
        ('{"id": 1e999, "text": "5 km"}', "not JSON"),  # the answer would have to say Infinity, which is none either
        ('{"id": NaN, "text": "5 km"}', "not JSON"),
        ('{"id": 1, "text": "a", "lang": "xx"}', "unknown language 'xx'; known: en, zh"),
        ('{"id": 1, "text": "' + "a" * 1_000_001 + '"}', "too long: at most 1,000,000 characters"),
    ],
    ids=lambda value: value[:40],  # an id goes into the environment of the programs that a test runs
)
def test_a_line_that_cannot_be_read_is_told_once_and_the_others_are_answered(line: str, problem: str) -> None:
    code, answers, complaints = filtered(f'{{"id": 1, "text": "3 km"}}\n{line}\n{{"id": 3, "text": "5 km"}}\n')
    assert code == 2
    assert complaints == f"factcheck: line 2: {problem}\n"
    assert [answer["id"] for answer in answers] == [1, None, 3]
    assert answers[1]["error"] == f"line 2: {problem}"


def test_the_library_reads_a_text() -> None:
    text = "超过27.6万个D1芯片"
    (found,) = factcheck.mentions(text)
    assert text[found.span.start : found.span.end] == found.text
    assert (found.value, found.relation, found.measure.name) == (276_000, ">", "D1芯片")
    assert factcheck.mentions("`5 km`", markdown=True) == ()
    with pytest.raises(ValueError, match="no language `xx`"):
        factcheck.mentions("5 km", lang="xx")


@pytest.mark.parametrize("text", ["It peaks at 9 petaflops.", "峰值为9 PFLOPS。"])
def test_units_of_the_packs_that_come_with_factcheck_are_known(text: str) -> None:
    (found,) = factcheck.mentions(text)
    assert (found.value, found.measure.name) == (9, "petaFLOPS")


def test_standard_input_without_an_end_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * 5_000_000)))
    assert main(["mentions", "-"]) == 2
    assert "FC111" in capsys.readouterr().err
