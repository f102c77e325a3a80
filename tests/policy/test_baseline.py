"""A baseline: what was there is known, what is new or worse fails, what is gone is said."""

import json
from pathlib import Path

import pytest

from factcheck.policy.asked import Asked
from factcheck.report.summary import exit_code
from factcheck.workspace import Workspace
from tests.policy.examples import LOOSE, NEAR, RIGHT, WRONG, checked, claims, lines, outcome, run
from tests.projects import replace, write

A, B, FILE = "claims/a.yaml", "claims/b.yaml", "factcheck-baseline.json"
SET = 'baseline = "factcheck-baseline.json"\n'


@pytest.fixture
def legacy(project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a project with two known failures in its baseline."""
    write(project, {"factcheck.toml": SET, A: claims(f"a: {WRONG}", f"b: {RIGHT}"), B: claims(f"c: {WRONG}")})
    assert run("baseline", "update") == 0
    assert capsys.readouterr().out == f"wrote 2 findings into {FILE}: 2 new, 0 gone\n"
    return project


def test_what_is_in_the_baseline_does_not_fail(legacy: Path) -> None:
    report = checked(legacy, {})
    assert lines(report) == []
    assert exit_code(report) == 0
    found = outcome(report, "a").suppressed
    assert found is not None
    assert found.by == "baseline"


def test_what_is_new_fails(legacy: Path) -> None:
    report = checked(legacy, {"claims/new.yaml": claims(f"a: {WRONG}")})
    assert [line.split()[0] for line in lines(report)] == ["claims/new.yaml:3:9:"]


def test_a_claim_that_moves_stays_known(legacy: Path) -> None:
    assert lines(checked(legacy, {A: claims(f"more: {RIGHT}", f"a: {WRONG}", f"b: {RIGHT}")})) == []


def test_what_becomes_worse_is_new(project: Path) -> None:
    write(project, {A: claims(f"a: {NEAR}"), "factcheck.toml": f'fail-on = "borderline"\n{SET}'})
    assert run("baseline", "update") == 0
    assert lines(checked(project, {})) == []
    assert [line.split()[1] for line in lines(checked(project, {A: claims(f"a: {WRONG}")}))] == ["FC701", "FC401"]


def test_a_slip_that_becomes_wrong_is_new(legacy: Path) -> None:
    replace(legacy / FILE, '"a", "code": "FC401", "level": "wrong"', '"a", "code": "FC401", "level": "slip"')
    assert [line.split()[2] for line in lines(checked(legacy, {}))] == ["a:"]


def test_a_known_verdict_that_changes_is_known_as_it_is(project: Path) -> None:
    write(project, {"factcheck.toml": SET, A: claims(f"a: {RIGHT}\nexpect: fail", f"b: {RIGHT}")})
    assert run("baseline", "update") == 0
    assert lines(checked(project, {})) == []
    changed = checked(project, {A: claims(f"a: {NEAR}\nexpect: fail", f"b: {RIGHT}")})
    assert [line.split()[1] for line in lines(changed)] == ["FC404"]


def test_what_is_gone_is_said_and_fails_nothing(legacy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = checked(legacy, {B: claims(f"c: {RIGHT}")})
    assert lines(report) == [f"{FILE}:1:1: FC701 1 entry no longer occurs"]
    assert report.diagnostics[0].notes == (f"{B}: c FC401",)
    assert exit_code(report) == 0
    assert run("baseline", "update") == 0
    assert "wrote 1 finding" in capsys.readouterr().out
    assert lines(checked(legacy, {})) == []


def test_the_settings_may_let_it_fail(legacy: Path) -> None:
    report = checked(legacy, {B: claims(f"c: {RIGHT}"), "factcheck.toml": f'{SET}[codes]\nFC701 = "fail"\n'})
    assert exit_code(report) == 1


def test_of_files_that_were_not_looked_at_nothing_is_said(legacy: Path) -> None:
    (legacy / B).unlink()
    assert lines(Workspace.open(legacy).check((legacy / A,))) == []
    assert len(lines(checked(legacy, {}))) == 1


def test_an_update_of_one_file_keeps_the_others(legacy: Path) -> None:
    write(legacy, {B: claims(f"c: {RIGHT}")})
    assert run("baseline", "update", A) == 0
    assert [one["claim"] for one in json.loads((legacy / FILE).read_text())["findings"]] == ["a", "c"]


def test_a_baseline_is_always_written_the_same(legacy: Path) -> None:
    before = (legacy / FILE).read_bytes()
    assert run("baseline", "update") == 0
    assert (legacy / FILE).read_bytes() == before
    assert before.decode() == (
        '{\n"format": 1,\n"findings": [\n'
        '  {"path": "claims/a.yaml", "claim": "a", "code": "FC401", "level": "wrong", "value": "20 %, derived 25 %"},\n'
        '  {"path": "claims/b.yaml", "claim": "c", "code": "FC401", "level": "wrong", "value": "20 %, derived 25 %"}\n'
        "]\n}\n"
    )


def test_remarks_and_contradictions_that_fail_are_kept_too(project: Path) -> None:
    text = claims(f"loose: {LOOSE}", "headline: D1.peak = 362 TFLOP/s", "body: D1.peak = 400 TFLOP/s")
    write(project, {"factcheck.toml": f'{SET}[codes]\nFC414 = "fail"\nFC431 = "fail"\n', A: text})
    assert exit_code(checked(project, {}, asked=Asked(no_baseline=True))) == 1
    assert run("baseline", "update") == 0
    assert [one["code"] for one in json.loads((project / FILE).read_text())["findings"]] == ["FC401", "FC431", "FC414"]
    assert exit_code(checked(project, {})) == 0


def test_what_is_ignored_is_not_written(project: Path) -> None:
    write(project, {A: claims(f"a: {WRONG}\nignore: {{reason: x}}"), "factcheck.toml": SET})
    assert run("baseline", "update") == 0
    assert json.loads((project / FILE).read_text())["findings"] == []


def test_a_baseline_of_the_command_line(legacy: Path) -> None:
    (legacy / FILE).rename(legacy / "known.json")
    (legacy / "factcheck.toml").write_text("", encoding="utf-8")
    assert run("check") == 1
    assert run("check", "--baseline", "known.json") == 0
    assert run("check", "--exit-zero") == 0


@pytest.mark.usefixtures("legacy")
def test_the_baseline_of_the_settings_can_be_left_alone() -> None:
    assert (run("check"), run("check", "--no-baseline")) == (0, 1)


NONE = ["", "[]", "{", '{"format": 2, "findings": []}', '{"format": 1, "findings": [{}]}', "[" * 10_000]


@pytest.mark.parametrize("text", NONE)
def test_a_baseline_that_is_none(text: str, legacy: Path) -> None:
    (legacy / FILE).write_text(text, encoding="utf-8")
    assert [line.split()[1] for line in lines(checked(legacy, {}))] == ["FC702", "FC401", "FC401"]
    assert run("check") == 2
    assert run("baseline", "update") == 0
    assert run("check") == 0


def test_a_baseline_that_is_not_there_cannot_be_read(legacy: Path) -> None:
    (legacy / FILE).unlink()
    assert run("check") == 2


def test_a_baseline_outside_the_project_is_refused(project: Path) -> None:
    report = checked(project, {"factcheck.toml": 'baseline = "../known.json"\n', A: claims(f"a: {RIGHT}")})
    assert [line.split()[1] for line in lines(report)] == ["FC112"]
