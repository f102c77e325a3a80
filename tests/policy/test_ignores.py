"""Ignores in claim files and settings: what they hide, that nothing else is hidden, and that they do not pile up."""

import json
from pathlib import Path

import pytest

from factcheck.policy.asked import Asked
from factcheck.report.summary import exit_code, summary_line
from factcheck.workspace import Workspace
from tests.policy.examples import LOOSE, NEAR, RIGHT, WRONG, checked, claims, lines, outcome, run
from tests.projects import write

A = "claims/a.yaml"


def test_a_claim_says_why_its_failure_is_not_wanted(project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {WRONG}\nignore: {{code: FC401, reason: the source rounds}}")})
    assert lines(report) == []
    assert exit_code(report) == 0
    assert summary_line(report) == "1 claim: 1 fail; 1 finding ignored"
    found = outcome(report, "growth").suppressed
    assert found is not None
    assert (found.code, found.by, found.reason, str(found.place)) == ("FC401", "file", "the source rounds", f"{A}:4:11")


@pytest.mark.parametrize("code", ["", "code: FC401, ", "code: [FC404, FC401], "])
def test_without_a_code_all_findings_of_the_claim_are_meant(code: str, project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {WRONG}\nignore: [{{{code}reason: the source rounds}}]")})
    assert outcome(report, "growth").suppressed


def test_another_code_hides_nothing_and_is_reported(project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {WRONG}\nignore: {{code: FC404, reason: x}}")})
    assert lines(report) == [
        f"{A}:4:11: FC643 nothing is wrong here that could be ignored",
        f"{A}:3:9: FC401 growth: states 20 %, derived 25 % (25 % above)",
    ]


def test_a_code_that_hides_nothing_beside_one_that_does(project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {WRONG}\nignore: {{code: [FC404, FC401], reason: x}}")})
    assert lines(report) == [f"{A}:4:11: FC643 nothing with the code FC404 is wrong here"]


def test_a_file_ignores_a_code_in_all_its_claims(project: Path) -> None:
    text = claims(f"a: {NEAR}", f"b: {NEAR}", f"c: {WRONG}", head="ignore: {code: FC404, reason: rounded}\n")
    report = checked(project, {A: text}, asked=Asked(fail_on="borderline"))
    assert [line.split()[1] for line in lines(report)] == ["FC401"]
    assert summary_line(report).endswith("2 findings ignored")


def test_a_file_ignores_one_claim(project: Path) -> None:
    text = claims(f"a: {WRONG}", f"b: {WRONG}", head="ignore: [{claim: b, reason: known}]\n")
    assert [line.split()[2] for line in lines(checked(project, {A: text}))] == ["a:"]


def test_a_remark_is_ignored_by_its_code(project: Path) -> None:
    plain = checked(project, {A: claims(f"loose: {LOOSE}")})
    assert "FC414" in {note.code for note in outcome(plain, "loose").notes}
    report = checked(project, {A: claims(f"loose: {LOOSE}\nignore: {{code: FC414, reason: said on purpose}}")})
    assert "FC414" not in {note.code for note in outcome(report, "loose").notes}
    assert summary_line(report) == "1 claim: 1 pass; 1 finding ignored"


def test_a_contradiction_is_ignored(project: Path) -> None:
    text = claims("headline: D1.peak = 362 TFLOP/s", "body: D1.peak = 400 TFLOP/s\nexpect: fail")
    assert [line.split()[1] for line in lines(checked(project, {A: text}))] == ["FC431"]
    report = checked(project, {A: f"ignore: {{code: FC431, reason: two steppings}}\n{text}"})
    assert lines(report) == []
    assert summary_line(report) == "2 claims: 1 pass, 1 fail (1 expected); 1 finding ignored"


def test_what_cannot_be_read_is_not_hidden(project: Path) -> None:
    report = checked(project, {A: claims("a: nothing + 1 = 2\nignore: {reason: later}", f"b: {RIGHT}")})
    assert [line.split()[1] for line in lines(report)] == ["FC301"]


def test_a_verdict_that_is_recorded_is_not_hidden_as_well(project: Path) -> None:
    report = checked(project, {A: claims(f"a: {RIGHT}\nexpect: fail\nignore: {{reason: later}}", f"b: {RIGHT}")})
    assert [line.split()[1] for line in lines(report)] == ["FC643", "FC406"]


@pytest.mark.parametrize(
    ("ignore", "said"),
    [
        ("{code: FC401}", "FC641 an ignore needs a reason; without one it hides nothing"),
        ("{code: FC401, reason: ' '}", "FC641 an ignore needs a reason; without one it hides nothing"),
        ("{code: FC410, reason: x}", "FC642 no finding on a claim has the code `FC410`"),
        ("{reason: x, until: 2026-02-30}", "FC115 there is no day `2026-02-30`"),
    ],
)
def test_a_faulty_ignore_hides_nothing(ignore: str, said: str, project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {WRONG}\nignore: {ignore}")})
    assert [line.partition(": ")[2] for line in lines(report)] == [
        said,
        "FC401 growth: states 20 %, derived 25 % (25 % above)",
    ]


def test_a_claim_that_the_file_does_not_have(project: Path) -> None:
    report = checked(project, {A: claims(f"growth: {RIGHT}", head="ignore: {claim: grwoth, reason: x}\n")})
    assert [(one.code, one.message, one.help) for one in report.files[0].diagnostics] == [
        ("FC301", "no claim is called `grwoth`", "did you mean `growth`?")
    ]


# the end of an ignore


UNTIL = claims(f"growth: {WRONG}\nignore: {{code: FC401, reason: they were asked, until: 2026-06-30}}", f"b: {RIGHT}")


@pytest.mark.parametrize(("today", "codes"), [("2026-06-30", []), ("2026-07-01", ["FC644", "FC401"])])
def test_an_ignore_ends_after_its_day(today: str, codes: list[str], project: Path) -> None:
    report = checked(project, {A: UNTIL}, asked=Asked(today=today))
    assert [line.split()[1] for line in lines(report)] == codes


def test_the_report_says_which_day_was_used(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {A: UNTIL})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert run("check") == 0
    assert "ends of ignores are compared with 2026-01-01 (SOURCE_DATE_EPOCH)\n" in capsys.readouterr().out
    assert run("check", "--today", "2026-07-01") == 1
    assert "ends of ignores are compared with 2026-07-01 (--today)\n" in capsys.readouterr().out


@pytest.mark.parametrize("epoch", ["", "soon", "9" * 30])
def test_without_a_day_the_clock_is_asked(epoch: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    day = checked(project, {A: UNTIL}).today
    assert day is not None
    assert day.source == "clock"


def test_where_no_ignore_has_an_end_no_day_is_used(project: Path) -> None:
    assert checked(project, {A: claims(f"growth: {WRONG}\nignore: {{reason: x}}")}).today is None


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        run("check", "--today", "tomorrow")
    assert refused.value.code == 2
    assert "argument --today: `tomorrow` is no day such as 2026-12-31" in capsys.readouterr().err


# in the settings


SETTINGS = """\
[[ignore]]
code = "FC401"
path = "claims/old/**"
reason = "the archive stays as it was printed"
until = 2099-12-31
"""


def test_the_settings_ignore_in_some_files(project: Path) -> None:
    texts = {"claims/old/1999/a.yaml": claims(f"a: {WRONG}"), "claims/new.yaml": claims(f"b: {WRONG}")}
    report = checked(project, {"factcheck.toml": SETTINGS, **texts})
    assert [line.split()[2] for line in lines(report)] == ["b:"]
    found = outcome(report, "a").suppressed
    assert found is not None
    assert (found.by, str(found.place)) == ("settings", "factcheck.toml:1:3")


def test_an_ignore_of_the_settings_that_hides_nothing_is_reported(project: Path) -> None:
    files = {"factcheck.toml": SETTINGS, "claims/new.yaml": claims(f"b: {RIGHT}")}
    message = "factcheck.toml:1:3: FC643 nothing is wrong here that could be ignored"
    assert lines(checked(project, files)) == [message]
    part = Workspace.open(project).check((project / "claims/new.yaml",))
    assert lines(part) == []  # the other files were not looked at


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('claim = "a"', "1:3: FC641 an ignore needs a reason; without one it hides nothing"),
        ('reason = "x"', "1:3: FC114 an ignore of the settings names a claim or a code"),
        ('code = "FC999"\nreason = "x"', "2:1: FC642 no finding on a claim has the code `FC999`"),
        ('claim = "a"\nresaon = "x"', "3:1: FC114 unknown setting `resaon`; did you mean `reason`?"),
        ('claim = "a"\nreason = "x"\nuntil = "soon"', "4:1: FC115 there is no day `soon`"),
    ],
)
def test_a_faulty_ignore_of_the_settings(table: str, said: str, project: Path) -> None:
    report = checked(project, {"factcheck.toml": f"[[ignore]]\n{table}\n", A: claims(f"a: {RIGHT}")})
    assert f"factcheck.toml:{said}" in lines(report)


def test_where_two_ignores_fit_the_nearer_one_is_used(project: Path) -> None:
    text = claims(f"a: {WRONG}\nignore: {{reason: near}}", head="ignore: {code: FC401, reason: far}\n")
    report = checked(project, {A: text})
    assert outcome(report, "a").suppressions[0].reason == "near"
    assert lines(report) == [f"{A}:1:9: FC643 nothing is wrong here that could be ignored"]


# elsewhere


def test_a_change_of_an_ignore_checks_nothing_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(project / "cache"))
    checked(project, {A: claims(f"growth: {WRONG}")})
    write(project, {A: claims(f"growth: {WRONG}\nignore: {{reason: x}}"), "factcheck.toml": '[codes]\nFC414 = "off"\n'})
    workspace = Workspace.open(project)
    assert outcome(workspace.check(), "growth").suppressed
    assert workspace.stats.claims_checked == 0


def test_a_warm_run_reads_ignores_from_the_cache(project: Path) -> None:
    files = {A: claims(f"growth: {WRONG}\nignore: {{code: FC401, reason: the source rounds}}")}
    cold = checked(project, files)
    workspace = Workspace.open(project)
    assert workspace.check() == cold
    assert workspace.stats.files_reused == 1


def test_a_draft_ignores_what_its_claims_ignore(project: Path) -> None:
    text = claims(f"growth: {WRONG}\nquote: grew by 20 %\nignore: {{reason: the source rounds}}")
    files = {"article.md": "It grew by 20 %.\n", A: f"article: {{file: article.md}}\n{text}"}
    found = Workspace.open(write(project, files)).draft_file(project / "article.md").findings
    assert [one.ignored for one in found] == ["the source rounds"]


def test_each_ignored_claim_is_one_in_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, {A: claims(f"growth: {WRONG}\nignore: {{reason: the source rounds}}")})
    assert run("check", "--format", "json") == 0
    (found,) = json.loads(capsys.readouterr().out)["files"][0]["outcomes"]
    assert found["suppressions"][0]["reason"] == "the source rounds"
