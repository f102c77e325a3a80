"""``factcheck draft``: the numbers of a text, through the real command."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.cli.main import main
from factcheck.report.cells import cells
from factcheck.report.drafts.text import lines
from tests.projects import imports, run

ROOT = Path(__file__).parents[1]
ROAD = "The road is 620 km (998 miles) long, of which 12 km are new.\n"
RIGHT = "The road is 620 km (385 miles) long.\n"
CLUBS = "The 12 clubs spent $60 million, or $6 million each on average.\n"
CHINESE = "电机功率为220kW（约162马力），续航800公里。\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int) -> str:
    assert main(["draft", *arguments]) == code
    return capsys.readouterr().out


def filtered(text: str, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    """Run the filter in a process of its own; return exit code, answers and what it complains of."""
    command = [sys.executable, "-m", "factcheck", "draft", "--jsonl", *arguments]
    done = subprocess.run(command, input=text.encode(), cwd=ROOT, capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()], done.stderr.decode()


def test_a_wrong_number_is_shown_in_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, written("road.txt", ROAD), code=1) == (
        """\
road.txt: 3 numbers: 1 wrong, 1 used, 1 not covered

  1 │ The road is 620 km (998 miles) long, of which 12 km are new.
    │             ::::::  ^^^^^^^^^
    │ wrong[FC613]: 620 km is 385 miles, not 998 miles
    │   derived: 620 km = 385.3 miles (384.9 to 385.6)
    │   right if: 620 km were 1606 km

  ^ wrong  : used
  not covered: 12 km (--all shows where)

1 finding to look at
"""
    )


def test_a_chinese_draft_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, written("che.txt", CHINESE), code=1).splitlines()
    assert shown[2:5] == [
        "  1 │ 电机功率为220kW（约162马力），续航800公里。",
        "    │           :::::  ^^^^^^^^^",
        "    │ 错误[FC613]: 220kW是299马力，不是约162马力",
    ]
    assert shown[0] == "che.txt: 3个数字：1个错误，1个依据，1个未核对"
    assert shown[-3:] == ["  未核对：800公里（--all显示位置）", "", "有1处需要看"]
    assert cells(shown[2][: shown[2].index("约")]) == cells(shown[3][: shown[3].index("^")])


def test_all_lines_are_shown_with_what_holds(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "-v", written("road.txt", f"A headline\n\n{RIGHT}"), code=0)
    assert "  1 │ A headline\n" in shown
    assert "    │             ::::::  ---------\n" in shown
    assert "verified[FC613]: 620 km is 385 miles, as the draft says" in shown
    assert shown.endswith("no findings\n")


def test_what_is_worth_a_look_stands_below_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, written("road.txt", f"{CLUBS}\n{ROAD}"), code=1) == (
        """\
road.txt: 6 numbers: 1 wrong, 1 worth a look, 3 used, 1 not covered

  3 │ The road is 620 km (998 miles) long, of which 12 km are new.
    │             ::::::  ^^^^^^^^^
    │ wrong[FC613]: 620 km is 385 miles, not 998 miles
    │   derived: 620 km = 385.3 miles (384.9 to 385.6)
    │   right if: 620 km were 1606 km

worth a look; not sure enough to be called wrong:

  1 │ The 12 clubs spent $60 million, or $6 million each on average.
    │     ::             :::::::::::     ??????????
    │ worth a look[FC611]: $60 million divided by 12 is $5 million, the text
    │   says $6 million
    │   derived: $60 million ÷ 12 = $5 million
    │   right if: 12 clubs were 10, or $60 million were $72 million
    │   not certain: only the last digit differs

  ^ wrong  ? worth a look  : used
  not covered: 12 km (--all shows where)

1 finding to look at
"""
    )


def test_what_is_within_rounding_is_counted_and_told_last(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, written("road.txt", "The road is 620 km (386 miles) long.\n"), code=0)
    assert shown == (
        """\
road.txt: 2 numbers: 1 borderline, 1 used
  borderline, within rounding: 386 miles (--all shows why)

no findings
"""
    )
    asked = printed(capsys, "road.txt", "--fail-on", "borderline", code=1)
    assert "borderline[FC613]: 620 km is 385 miles rather than 386 miles" in asked


@pytest.mark.parametrize("width", [40, 57, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = "\n".join([ROAD * 3, CHINESE * 3, "中文" * 90 + ROAD, "x" * 300 + " " + ROAD])
    report = factcheck.check_draft(text)
    for line in lines([report], width=width, verbose=True):
        assert sum(cells(segment.text) for segment in line) <= width


def test_hostile_text_is_inert(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, written("a.txt", f"\x1b[31m\u202e::error::\x07 {ROAD}"), code=1)
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (RIGHT, [], 0),
        (ROAD, [], 1),
        (ROAD, ["--fail-on", "decision"], 0),
        ("It rained.\n", [], 1),
        (RIGHT + "It rained for 7 days.\n", ["--min-coverage", "60%"], 0),
        (RIGHT + "It rained for 7 days.\n", ["--min-coverage", "70%"], 1),
        (CLUBS, [], 0),
        (CLUBS, ["--fail-on", "borderline"], 0),
        (CLUBS, ["--fail-on", "query"], 1),
        (ROAD.replace("\n", " <!-- factcheck: ignore[FC613] -- by sea -->\n"), [], 0),
    ],
)
def test_exit_codes(text: str, arguments: list[str], code: int) -> None:
    assert main(["draft", written("a.md", text), *arguments]) == code


@pytest.mark.parametrize("asked", ["half", "120%", "-1"])
def test_a_coverage_that_is_no_percentage(asked: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["draft", f"--min-coverage={asked}", "a.txt"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [(bytes(range(256)), "FC119"), (b"a" * 4_000_001, "FC111"), (None, "FC101")],
)
def test_what_cannot_be_read_is_told_and_the_others_are_checked(
    content: bytes | None, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        written("bad.txt", content)
    shown = printed(capsys, "bad.txt", written("road.txt", ROAD), code=2)
    assert f"error[{code}]" in shown
    assert "620 km is 385 miles" in shown


def test_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    written("drafts/b.md", ROAD)
    written("drafts/a.txt", RIGHT)
    written("drafts/data.csv", "1,2")
    shown = printed(capsys, "drafts", code=1)
    assert [line.partition(":")[0] for line in shown.splitlines() if line.startswith("drafts/")] == [
        "drafts/a.txt",
        "drafts/b.md",
    ]


def test_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "draft", "-", "--format", "jsonl"],
        input=ROAD.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert (found["path"], found["line"], found["column"]) == ("standard input", 1, 21)


def test_nothing_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft"]) == 2
    assert "name a file or a folder" in capsys.readouterr().err


def test_an_unknown_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--lang", "xx", "a.txt"]) == 2
    assert "there is no language `xx`" in capsys.readouterr().err


def test_the_filter() -> None:
    lines = [{"id": "a", "text": ROAD, "lang": "en"}, {"id": 2, "text": "**620** km (385 miles)", "format": "markdown"}]
    code, answers, _ = filtered("\n".join(map(json.dumps, lines)))
    assert code == 1
    message = "620 km is 385 miles, not 998 miles"
    assert answers[0] == {
        "id": "a",
        "findings": [
            {
                "start": 20,
                "end": 29,
                "verdict": "fail",
                "code": "FC613",
                "message": message,
                "equation": "value = 998 mile",
                "operands": [{"name": "value", "start": 12, "end": 18, "is": "620 ± 0.5 kilometer"}],
                "row": "",
            }
        ],
    }
    assert [(one["start"], one["verdict"]) for one in answers[1]["findings"]] == [(12, "pass")]


def test_the_filter_takes_lines_as_markdown_where_it_is_told_so() -> None:
    line = json.dumps({"id": 1, "text": "**620** km (385 miles)"})
    _, answers, _ = filtered(line, "--markdown")
    assert [(one["start"], one["verdict"]) for one in answers[0]["findings"]] == [(12, "pass")]


def test_lines_that_are_no_requests_are_told_and_the_others_are_answered() -> None:
    code, answers, complaint = filtered('not JSON\n{"id": 1, "text": "no numbers"}\n[]\n')
    assert code == 2
    assert [answer["id"] for answer in answers] == [None, 1, None]
    assert answers[1] == {"id": 1, "findings": []}
    assert "line 1: not JSON" in complaint
    assert "2 lines could not be read" in complaint


def test_reports_in_files(capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, written("a.txt", ROAD), "--out", "json=a.json", "--out", "jsonl=a.jsonl", "--out", "a.out", code=1)
    whole = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert [found["message"] for draft in whole["drafts"] for found in draft["findings"]] == [
        "620 km is 385 miles, not 998 miles"
    ]
    assert json.loads(Path("a.jsonl").read_text(encoding="utf-8"))["code"] == "FC613"
    printed(capsys, "a.txt", "--out", "html=a.html", code=1)
    assert "620 km is 385 miles, not 998 miles" in Path("a.html").read_text(encoding="utf-8")
    assert Path("a.out").read_text(encoding="utf-8").endswith("1 finding to look at\n")


def test_a_format_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", written("a.txt", ROAD), "--out", "jsn=a.json"]) == 2
    assert "did you mean `json`?" in capsys.readouterr().err


def test_claims_are_written_and_checked_alike(capsys: pytest.CaptureFixture[str]) -> None:
    written("factcheck.toml", "")
    Path("claims").mkdir()
    printed(capsys, written("a.md", ROAD), "--write", "claims/a.yaml", code=1)
    assert main(["check"]) == 1
    assert "conversion-line-1: states 998 mi" in capsys.readouterr().out
    shown = printed(capsys, "a.md", code=1)
    assert "wrong[FC401]: conversion-line-1: states 998 mi" in shown


def test_claims_are_not_written_over_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    written("a.md", ROAD)
    written("a.yaml", "mine")
    assert main(["draft", "a.md", "--write", "a.yaml"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert Path("a.yaml").read_text(encoding="utf-8") == "mine"
    printed(capsys, "a.md", "--write", "a.yaml", "--force", code=1)
    assert Path("a.yaml").read_text(encoding="utf-8").startswith("format: 1\n")


@pytest.mark.parametrize("target", ["nowhere/a.yaml", "."])
def test_claims_that_cannot_be_written(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", written("a.md", ROAD), "--write", target]) == 2
    assert "cannot write" in capsys.readouterr().err
    assert sorted(os.listdir()) == ["a.md"]  # noqa: PTH208


def test_a_file_of_claims_takes_one_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", written("a.md", ROAD), written("b.md", ROAD), "--write", "a.yaml"]) == 2
    assert "one draft" in capsys.readouterr().err
    assert not Path("a.yaml").exists()


def test_the_library(tmp_path: Path) -> None:
    report = factcheck.check_draft(ROAD)
    assert [one.verdict for one in report.findings] == ["fail"]
    assert (report.count("wrong"), report.count("uncovered"), round(report.coverage, 2)) == (1, 1, 0.67)
    assert factcheck.check_draft("**620** km (385 miles)", markdown=True).coverage == 1
    written("a.md", ROAD)
    assert factcheck.check_draft(tmp_path / "a.md").findings[0].message == report.findings[0].message
    assert [one.code for one in factcheck.check_draft(tmp_path / "b.md").diagnostics] == ["FC101"]
    with pytest.raises(ValueError, match="no language"):
        factcheck.check_draft(ROAD, lang="xx")
    assert not stat.S_ISDIR(Path("a.md").stat().st_mode)


def test_no_terminal_library_is_loaded_in_a_pipe(tmp_path: Path) -> None:
    written("a.txt", RIGHT)
    assert not {"rich", "sympy", "pint"} & {name.partition(".")[0] for name in imports("draft", "a.txt", cwd=tmp_path)}


def test_an_unchanged_draft_is_not_checked_again(tmp_path: Path) -> None:
    written("factcheck.toml", "")
    written("a.md", ROAD + CHINESE)
    asked = ("draft", "a.md", "--format", "json")
    cold = run(*asked, cwd=tmp_path).stdout
    loaded = imports(*asked, cwd=tmp_path)
    slow = ("factcheck.engine", "factcheck.prose", "factcheck.draft")
    assert {name for name in loaded if name.startswith(slow)} == set()
    assert run(*asked, cwd=tmp_path).stdout == cold
    written("a.md", RIGHT)
    assert run("draft", "a.md", cwd=tmp_path).stdout.endswith(b"no findings\n")
    for kept in Path(".factcheck_cache").glob("draft-*.json"):
        kept.write_text("{}", encoding="utf-8")
    assert run("draft", "a.md", cwd=tmp_path).stdout.endswith(b"no findings\n")
