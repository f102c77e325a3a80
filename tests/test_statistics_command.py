"""``factcheck draft --only statistics``: the results of a paper in one table, through the real command."""

import json
import re
from pathlib import Path

import pytest

from factcheck.cli.main import main

PAPER = """\
The road is 620 km (998 miles) long. The groups differed, *t*(28) = 2.20, *p* = .036 (OR 3.2, 95% CI 1.1 to 2.9).

There was an effect, F(2, 45) = 3.1, p < .05, and <b>t(28) = 2.20, p = .03.
"""
CHINESE = "两组差异有统计学意义，t(28)=1.20，P<0.05。该路长620公里（998英里）。\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def printed(capsys: pytest.CaptureFixture[str], text: str, *arguments: str, code: int = 1) -> str:
    Path("paper.md").write_text(text, encoding="utf-8")
    assert main(["draft", "paper.md", "--only", "statistics", *arguments]) == code
    return capsys.readouterr().out


def test_all_results_stand_in_a_table_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, PAPER)
    lines = found.splitlines()
    assert lines[0] == "paper.md: 9 numbers: 2 wrong, 1 worth a look, 1 verified, 3 used, 2 not covered"
    assert [re.split(" {2,}", line.strip()) for line in lines[2:7]] == [
        ["line", "result", "comes to", "verdict"],
        ["1", "t(28) = 2.20, p = .036", "p = .036", "verified"],
        ["1", "OR 3.2, 95% CI 1.1 to 2.9", "wrong"],
        ["3", "F(2, 45) = 3.1, p < .05", "p = .055", "wrong (decision)"],
        ["3", "t(28) = 2.20, p = .03", "p = .036", "worth a look"],
    ]
    assert "620 km is" not in found


def test_the_table_in_markdown_is_inert(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, PAPER, "--format", "markdown")
    assert "| line | result | comes to | verdict | sentence |" in found
    assert "| 3 | F(2, 45) = 3.1, p &lt; .05 | p = .055 | wrong (decision) |" in found
    assert "<b>" not in found


def test_the_table_on_a_page_leads_to_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, PAPER, "--format", "html")
    assert '<table class="results">' in found
    assert '<a href="#d0-n2">3</a></td><td>F(2, 45) = 3.1, p &lt; .05</td><td>p = .055</td>' in found


def test_the_results_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    [draft] = json.loads(printed(capsys, PAPER, "--format", "json"))["drafts"]
    results = [one["result"] for one in draft["findings"]]
    assert draft["only"] == "statistics"
    assert [(one["text"], one["derived"]) for one in results][:2] == [
        ("t(28) = 2.20, p = .036", "p = .036"),
        ("OR 3.2, 95% CI 1.1 to 2.9", ""),
    ]
    assert PAPER[results[0]["start"] : results[0]["end"]] == "t*(28) = 2.20, *p* = .036"
    assert results[0]["sentence"].startswith("The groups differed, t(28)")


def test_the_table_of_a_chinese_text(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, CHINESE)
    assert "行  结果" in found
    assert "错误 (结论相反)" in found or "错误（结论相反）" in found
    assert "英里" not in found.partition("错误[")[0].partition("\n")[2]


def test_a_text_without_results_has_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert "comes to" not in printed(capsys, "The road is 620 km (385 miles) long.\n")


def test_the_filter_has_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--jsonl", "--only", "statistics"]) == 2
    assert "--only is for reports" in capsys.readouterr().err
