"""Premises from data files: what is read, what the report tells of it, and what a changed file judges anew."""

import json
import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Outcome, Report
from factcheck.policy.asked import Asked
from factcheck.workspace import Workspace
from tests.policy.test_since import WRITER, git
from tests.test_docs import fences

NAME = re.compile(r"# ([\w./-]+)\n")
RESULTS = '{\n  "runs": [\n    {"version": "1.0", "p95": 12.50},\n    {"version": "2.0", "p95": 8.1}\n  ]\n}\n'
CLAIMS = """\
data:
  bench: {file: results.json, date: 2026-11-01}
given:
  old: {from: bench, at: "runs[version=1.0].p95", unit: ms}
  new: {from: bench, at: "runs[version=2.0].p95", unit: ms}
claims:
- {id: faster, says: "percent_change(before=old, after=new) = -35 %"}
- {id: alone, says: 1 + 1 = 2}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text("", encoding="utf-8")
    (tmp_path / "results.json").write_text(RESULTS, encoding="utf-8")
    (tmp_path / "claims/a.yaml").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def checked(project: Path, since: str = "") -> Report:
    return Workspace.open(project).check(asked=Asked(since=since))


def outcomes(report: Report) -> dict[str, Outcome]:
    return {outcome.id: outcome for file in report.files for outcome in file.outcomes}


def problems(report: Report) -> list[Diagnostic]:
    return [problem for file in report.files for problem in file.diagnostics]


def test_a_number_tells_its_file_path_and_line(project: Path) -> None:
    found = outcomes(checked(project))["faster"]
    assert (found.verdict, found.substituted) == ("pass", "(8.1 ms − 12.50 ms) ÷ 12.50 ms = -35.2 %")
    assert "new is 8.1 ms: results.json, runs[version=2.0].p95, line 4" in [note.text for note in found.notes]


@pytest.mark.parametrize(
    ("premise", "says", "verdict"),
    [
        ("{from: bench, at: 'runs[*].p95', unit: ms}", "mean(many) = 10.3 ms", "pass"),
        ("{from: bench, at: 'runs[*].p95', unit: ms}", "max(many) - min(many) = 4.4 ms", "pass"),
        ("{from: bench, at: 'runs[*].p95', unit: ms}", "sd(many) = 4 ms", "fail"),
        ("{from: bench, at: 'runs[*].p95', take: mean, unit: ms}", "many = 10.3 ms", "pass"),
        ("{from: bench, at: runs, column: p95, unit: ms}", "sum(many) = 20.6 ms", "pass"),
    ],
)  # fmt: skip
def test_several_values_are_a_list(project: Path, premise: str, says: str, verdict: str) -> None:
    text = CLAIMS.replace("claims:", f"  many: {premise}\nclaims:\n- {{id: list, says: '{says}'}}")
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    report = checked(project)
    assert not problems(report)
    assert outcomes(report)["list"].verdict == verdict


def test_a_list_tells_where_it_stands(project: Path) -> None:
    premise = "  many: {from: sales, where: {region: EU}, column: amount, unit: EUR}\n"
    text = CLAIMS.replace("given:\n", f"  sales: sales.csv\ngiven:\n{premise}")
    text = text.replace("claims:\n", "claims:\n- {id: list, says: sum(many) = 1207 EUR}\n")
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    (project / "sales.csv").write_text('region,amount\nEU,"1,200"\nDK,3\nEU,7\n', encoding="utf-8")
    found = outcomes(checked(project))["list"]
    assert [note.text for note in found.notes] == ["`many` is a list: sales.csv, amount [region=EU], lines 2, 4"]
    assert found.derivation
    leaves = found.derivation.children
    assert [(leaf.name, str(leaf.place)) for leaf in leaves] == [
        ("many[1]", "sales.csv:2:1"),
        ("many[2]", "sales.csv:4:1"),
    ]


def test_where_one_number_is_needed_several_are_an_error_with_both_cures(project: Path) -> None:
    text = CLAIMS.replace("[version=2.0].p95", "[*].p95")
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    (found,) = outcomes(checked(project))["faster"].diagnostics
    assert (found.code, found.message) == (
        "FC523",
        "`new` has several values, and one is needed here: results.json, runs[*].p95, 2 values",
    )
    assert found.help == "narrow it with `where:`, give it `take: sum`, or write `mean(new)`, or max"


def test_a_list_is_as_long_as_a_thousand_values(project: Path) -> None:
    rows = "".join(f"{number}\n" for number in range(1, 1001))
    (project / "runs.csv").write_text(f"ms\n{rows}", encoding="utf-8")
    text = "data: {runs: runs.csv}\ngiven:\n  all: {from: runs, column: ms, unit: ms}\nclaims:\n"
    says = "- {id: mean, says: mean(all) = 500.5 ms}\n- {id: sd, says: sd(all) = 288.8 ms}\n"
    (project / "claims/a.yaml").write_text(text + says, encoding="utf-8")
    assert [found.verdict for found in outcomes(checked(project)).values()] == ["pass", "pass"]
    (project / "runs.csv").write_text(f"ms\n{rows}1001\n", encoding="utf-8")
    (found,) = problems(checked(project))
    assert (found.code, found.message[:52]) == ("FC523", "1,001 rows fit, and a list has at most 1,000: lines ")


def test_a_unit_that_is_not_known_is_told_at_its_place_in_a_list(project: Path) -> None:
    text = CLAIMS.replace("[version=2.0].p95", "[*].p95").replace('p95", unit: ms}\nclaims', 'p95", unit: mss}\nclaims')
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    (found,) = problems(checked(project))
    assert found.message == "unknown unit `mss`"
    assert text.splitlines()[found.place.line - 1][found.place.column - 1 :].startswith("mss")


ALSO = "{from: bench, at: 'runs[version=2.0].p95', unit: ms, also: {from: table, where: {v: 2.0}, column: ms}}"


def also(project: Path, rows: str, data: str = "table: results.csv") -> Report:
    """Check claims with a premise that stands in a second file, too."""
    text = re.sub(r"  new: .*", f"  new: {ALSO}", CLAIMS).replace("given:", f"  {data}\ngiven:")
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    (project / "results.csv").write_text(rows, encoding="utf-8")
    return checked(project)


def test_files_that_disagree_are_a_finding_with_both_places(project: Path) -> None:
    report = also(project, "v,ms\n1.0,12.5\n2.0,9.1\n")
    (found,) = problems(report)
    assert (found.code, found.message) == ("FC527", "`new` is 8.1 in results.json, and 9.1 in results.csv")
    assert found.notes == (
        "8.1: results.json, runs[version=2.0].p95, line 4",
        "9.1: results.csv, ms [v=2.0], line 3",
    )
    assert outcomes(report)["faster"].verdict == "pass"
    assert main(["check"]) == 1


def test_files_that_agree_are_silent(project: Path) -> None:
    report = also(project, "v,ms\n1.0,12.5\n2.0,8.10\n")
    assert not problems(report)
    assert outcomes(report)["faster"].verdict == "pass"


@pytest.mark.parametrize(("value", "wrong"), [("8.0", 1), ("8", 0)])
def test_rounded_numbers_agree_within_their_digits(project: Path, value: str, wrong: int) -> None:
    report = also(project, f"v,ms\n1.0,12.5\n2.0,{value}\n", "table: {file: results.csv, digits: as written}")
    assert len(problems(report)) == wrong


def test_the_other_place_is_read_like_the_first(project: Path) -> None:
    report = also(project, "v,ms\n1.0,12.5\n2.1,8.1\n")
    assert [(found.code, found.message) for found in problems(report)] == [("FC522", "no row has `2.0` as `v`")]


def test_a_query_sees_the_files_of_data_that_it_names(project: Path) -> None:
    files = "data: {sales: sales.csv, rates: rates.jsonl, bench: results.json}\n"
    sql = "select sum(amount * rate) from sales join rates using (currency)"
    given = f"given:\n  total: {{from: sales, sql: '{sql}', unit: EUR}}\n"
    text = f"{files}{given}claims:\n- {{id: total, says: total = 25 EUR}}\n"
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    (project / "sales.csv").write_text("currency,amount\nEUR,5\nUSD,40\n", encoding="utf-8")
    (project / "rates.jsonl").write_text('{"currency": "EUR", "rate": 1}\n{"currency": "USD", "rate": 0.5}\n', "utf-8")
    report = checked(project)
    assert not problems(report)
    assert outcomes(report)["total"].verdict == "pass"


def test_sarif_leads_to_the_line_of_the_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "results.json").write_text(RESULTS.replace("8.1", "9.1"), encoding="utf-8")
    assert main(["check", "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    places = [one["physicalLocation"] for one in result["relatedLocations"]]
    assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places][:2] == [
        ("results.json", 4),
        ("results.json", 3),
    ]


def test_a_changed_file_judges_its_claims_anew(project: Path) -> None:
    checked(project)
    warm = Workspace.open(project)
    assert outcomes(warm.check())["faster"].verdict == "pass"
    assert warm.stats.files_reused == 1
    (project / "results.json").write_text(RESULTS.replace("8.1", "9.1"), encoding="utf-8")
    again = Workspace.open(project)
    assert outcomes(again.check())["faster"].headline == "states -35 %, derived -27.2 % (22 % above)"


def test_since_follows_the_data(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WRITER.items():
        monkeypatch.setenv(name, value)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    assert outcomes(checked(project, since="HEAD")) == {}
    (project / "results.json").write_text(RESULTS.replace("8.1", "9.1"), encoding="utf-8")
    assert list(outcomes(checked(project, since="HEAD"))) == ["faster"]


def test_since_follows_the_files_that_a_query_names(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WRITER.items():
        monkeypatch.setenv(name, value)
    given = "given:\n  n: {from: a, sql: 'select sum(a.x * b.x) from a, b'}\n"
    text = f"data: {{a: a.csv, b: b.csv}}\n{given}claims:\n- {{id: n, says: n = 6}}\n- {{id: alone, says: 1 + 1 = 2}}\n"
    for name, content in {"claims/a.yaml": text, "a.csv": "x\n2\n", "b.csv": "x\n3\n"}.items():
        (project / name).write_text(content, encoding="utf-8")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    (project / "b.csv").write_text("x\n4\n", encoding="utf-8")
    found = outcomes(checked(project, since="HEAD"))
    assert {name: one.verdict for name, one in found.items()} == {"n": "fail"}


@pytest.mark.parametrize(("digits", "verdict"), [("exact", "fail"), ("as written", "borderline")])
def test_digits_as_written_are_rounded_ones(project: Path, digits: str, verdict: str) -> None:
    text = CLAIMS.replace("date: 2026-11-01", f"digits: {digits}").replace("= -35 %", "= -35.0 %")
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    assert outcomes(checked(project))["faster"].verdict == verdict


@pytest.mark.parametrize(
    ("old", "new", "message", "excerpt"),
    [
        ("from: bench", "from: bensh", "no data file is called `bensh`", "bensh"),
        ("[version=2.0].p95", "[version=2.0].p59", "no key `p59`", "p59"),
        ("results.json", "../results.json", "`../results.json` leads outside the project", "../results.json"),
        ("results.json", "result.json", "no such file or folder: `result.json`", "result.json"),
        ("results.json", "results.txt", "`results.txt` is no data file that can be read", "results.txt"),
        ("from: bench", "note: bench", "the premise `old` has neither `is` nor `from`", "old"),
        ("from: bench", "is: 1 ms, from: bench", "the premise `old` has a value, and one from a data file", "old"),
        ("unit: ms", "unit: mss", "unknown unit `mss`", "mss"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once_at_its_place(project: Path, old: str, new: str, message: str, excerpt: str) -> None:
    text = CLAIMS.replace(old, new, 1)
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    report = checked(project)
    (problem,) = problems(report)
    assert problem.message == message
    line = text.splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith(excerpt)
    assert outcomes(report)["faster"].verdict in {"unverified", "error"}
    assert outcomes(report)["alone"].verdict == "pass"


@pytest.mark.parametrize(("digits", "verdict"), [("exact", "fail"), ("as written", "borderline")])
def test_no_digits_are_made_up_for_an_exponent(project: Path, digits: str, verdict: str) -> None:
    data = f"data: {{d: {{file: d.json, digits: {digits}}}}}\ngiven: {{a: {{from: d, at: a}}}}\n"
    (project / "claims/a.yaml").write_text(f"{data}claims:\n- {{id: a, says: a = 1.53 billion}}\n", encoding="utf-8")
    (project / "d.json").write_text('{"a": 1.5e9}', encoding="utf-8")
    assert outcomes(checked(project))["a"].verdict == verdict


def test_a_file_that_cannot_be_read_ends_the_run_with_2(project: Path) -> None:
    (project / "results.json").write_text("{", encoding="utf-8")
    assert main(["check"]) == 2


def test_a_claim_has_data_of_its_own(project: Path) -> None:
    own = "given: {p: {from: bench, at: 'runs[0].p95'}}"
    text = f"data: {{bench: results.json}}\nclaims:\n- id: one\n  {own}\n  says: p = 12.5\n"
    (project / "claims/a.yaml").write_text(text, encoding="utf-8")
    assert outcomes(checked(project))["one"].verdict == "pass"


def test_the_example_of_the_page_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text("", encoding="utf-8")
    for language in ("yaml", "json", "csv"):
        for text in fences("docs/data.md", language):
            name = NAME.match(text)
            assert name
            path = tmp_path / name[1]
            path.parent.mkdir(exist_ok=True)
            path.write_text(text.removeprefix(name[0]), encoding="utf-8")
    report = checked(tmp_path)
    assert not problems(report)
    assert [found.verdict for found in outcomes(report).values()] == ["pass", "pass"]
