"""Levels by code and by path, and the command that says where a setting comes from."""

import json
from pathlib import Path

import pytest

from factcheck.loader.files import TextFile
from factcheck.loader.toml_places import places
from factcheck.policy.asked import Asked
from factcheck.policy.patterns import matches
from factcheck.report import renderer
from factcheck.report.summary import exit_code, summary_line
from tests.policy.examples import LOOSE, NEAR, RIGHT, WRONG, checked, claims, lines, outcome, run
from tests.projects import write

A, OLD, SET = "claims/a.yaml", "claims/old/b.yaml", "factcheck.toml"


@pytest.mark.parametrize(
    ("pattern", "path", "named"),
    [
        ("", "claims/a.yaml", True),
        ("claims/old", "claims/old/b.yaml", True),
        ("claims/old/", "claims/old/b.yaml", True),
        ("claims/old/**", "claims/old/1999/b.yaml", True),
        ("claims/*", "claims/old/b.yaml", True),  # the folder is named, and all below it
        ("claims/*.yaml", "claims/old/b.yaml", False),
        ("**/b.yaml", "claims/old/b.yaml", True),
        ("**/b.yaml", "b.yaml", True),
        ("claims/ol?/b.yaml", "claims/old/b.yaml", True),
        ("claims/old", "claims/older/b.yaml", False),
        ("claims/a+b.yaml", "claims/aab.yaml", False),
        ("**/old/**/b.yaml", "claims/old/1/2/b.yaml", True),
        ("**/**/old", "claims/older", False),
        ("*a" * 40, "a" * 200 + "b", False),
        ("**/a/" * 40, "a/" * 200 + "b", True),
    ],
)
def test_patterns(pattern: str, path: str, named: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert matches(pattern, path) is named


def test_a_code_that_is_off_is_counted_and_not_shown(project: Path) -> None:
    report = checked(project, {SET: '[codes]\nFC401 = "off"\n', A: claims(f"a: {WRONG}", f"b: {RIGHT}")})
    assert lines(report) == []
    assert exit_code(report) == 0
    assert summary_line(report) == "2 claims: 1 pass, 1 fail"
    assert "not shown: 1 fail, 1 pass" in renderer("text")(report)


def test_a_code_that_is_a_note_is_shown_and_fails_nothing(project: Path) -> None:
    report = checked(project, {SET: '[codes]\nFC401 = "note"\n', A: claims(f"a: {WRONG}")})
    assert len(lines(report)) == 1
    assert exit_code(report) == 0


def test_a_code_that_fails_does_so_below_fail_on(project: Path) -> None:
    report = checked(project, {SET: 'fail-on = "error"\n[codes]\nFC404 = "fail"\n', A: claims(f"a: {NEAR}")})
    assert exit_code(report) == 1


def test_a_remark_may_fail_a_claim_that_holds(project: Path) -> None:
    report = checked(project, {SET: '[codes]\nFC414 = "fail"\n', A: claims(f"a: {LOOSE}", f"b: {LOOSE}\nexpect: pass")})
    assert [line.split()[1:3] for line in lines(report)] == [["FC414", "a:"], ["FC414", "b:"]]
    assert exit_code(report) == 1
    for name in ("text", "markdown", "sarif", "junit", "github", "gitlab", "concise"):
        assert "FC414" in renderer(name)(report)


def test_a_remark_that_is_off_is_not_made(project: Path) -> None:
    report = checked(project, {SET: '[codes]\nFC414 = "off"\n', A: claims(f"a: {LOOSE}")})
    assert "FC414" not in {note.code for note in outcome(report, "a").notes}


@pytest.mark.parametrize(("weight", "code", "shown"), [("off", 0, 0), ("note", 0, 1), ("fail", 1, 1)])
def test_contradictions(weight: str, code: int, shown: int, project: Path) -> None:
    text = claims("headline: D1.peak = 362 TFLOP/s", "body: D1.peak = 400 TFLOP/s\nexpect: fail")
    report = checked(project, {SET: f'[codes]\nFC431 = "{weight}"\n', A: text})
    assert exit_code(report) == code
    assert len(lines(report)) == shown


def test_paths_have_levels_of_their_own(project: Path) -> None:
    settings = '[paths."claims/old/**"]\nfail-on = "decision"\n[paths."claims/old/**".codes]\nFC404 = "off"\n'
    files = {SET: settings, A: claims(f"a: {WRONG}"), OLD: claims(f"b: {WRONG}", f"c: {NEAR}")}
    report = checked(project, files)
    assert [outcome(report, name).weight for name in "abc"] == ["", "note", "off"]
    del files[A]
    (project / A).unlink()
    assert exit_code(checked(project, files)) == 0


def test_the_command_line_wins_over_the_levels_of_paths(project: Path) -> None:
    files = {SET: '[paths."claims/**"]\nfail-on = "error"\n', A: claims(f"a: {WRONG}")}
    assert exit_code(checked(project, files)) == 0
    assert exit_code(checked(project, files, asked=Asked(fail_on="slip"))) == 1


def test_later_paths_win(project: Path) -> None:
    settings = '[paths."**"]\nfail-on = "error"\n[paths."claims/a.yaml"]\nfail-on = "borderline"\n'
    report = checked(project, {SET: settings, A: claims(f"a: {NEAR}"), OLD: claims(f"b: {NEAR}")})
    assert [outcome(report, name).weight for name in "ab"] == ["fail", "note"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[codes]\nFC41 = "off"', "2:1: unknown or fixed code `FC41`; did you mean `FC401`?"),
        ('[codes]\nFC301 = "off"', "2:1: unknown or fixed code `FC301`; did you mean `FC401`?"),
        ('[codes]\nFC414 = "fial"', "2:1: `FC414` cannot be `fial`; did you mean `fail`?"),
        ("[codes]\nFC414 = true", "2:1: `FC414` cannot be `True`"),
        ('codes = "off"', "1:1: `codes` is not a table"),
        ("paths = 1", "1:1: `paths` is not a table"),
        ('paths = {"a" = 1}', "1:1: `a` is not a table"),
        ('[paths."a/**"]\nfail_on = "slip"', "2:1: unknown setting `fail_on`; did you mean `fail-on`?"),
        ('[paths."a/**"]\nfail-on = "wrnog"', "2:1: `fail-on` cannot be `wrnog`; did you mean `wrong`?"),
        ('[paths."a/**"]\ncodes.FC414 = "x"', "2:1: `FC414` cannot be `x`"),
        ('ignore = "all"', "1:1: `ignore` is not a list of tables"),
        ("baseline = 1", "1:1: `baseline` is not a path"),
    ],
)
def test_a_faulty_setting_has_its_place(settings: str, said: str, project: Path) -> None:
    report = checked(project, {SET: f"{settings}\n", A: claims(f"a: {RIGHT}")})
    assert [f"{one.place.line}:{one.place.column}: {one.message}" for one in report.diagnostics] == [said]
    assert {one.code for one in report.diagnostics} == {"FC114"}


def test_a_fault_in_the_shared_file_has_its_place(project: Path) -> None:
    (project / SET).unlink()
    text = '[tool.other]\nFC414 = 1\n[tool.factcheck.codes]\nFC414 = "fial"\n'
    report = checked(project, {"pyproject.toml": text, A: claims(f"a: {RIGHT}")})
    assert str(report.diagnostics[0].place) == "pyproject.toml:4:1"


TOML = '''\
a = [
  "[b]",
  "c = 1",
]
text = """
d = 1
"""
[e."f.g"]  # of e
h.i = 1
[[j]]
k = 1
[[j]]
k = 2
[j.l]
m = { n = 1 }
'''


def test_places_of_keys() -> None:
    found = {way: place.line for way, place in places(TextFile("a.toml", TOML)).items()}
    assert found == {
        ("a",): 1,
        ("text",): 5,
        ("e", "f.g"): 8,
        ("e", "f.g", "h", "i"): 9,
        ("j", 0): 10,
        ("j", 0, "k"): 11,
        ("j", 1): 12,
        ("j", 1, "k"): 13,
        ("j", 1, "l"): 14,
        ("j", 1, "l", "m"): 15,
    }


# factcheck config


EXPLAINED = """\
fail-on = "wrong"
[hedges]
about = "10 %"
[codes]
FC414 = "fail"
FC404 = "note"
[paths."claims/old/**"]
fail-on = "decision"
codes = {FC404 = "off"}
[[ignore]]
code = "FC401"
path = "claims/old/**"
reason = "the archive"
"""


def test_config_says_where_each_setting_comes_from(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, {SET: EXPLAINED, OLD: claims(f"b: {RIGHT}")})
    assert run("config", "--explain", OLD) == 0
    said = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert said[0] == f"Settings for `{OLD}`, from factcheck.toml"
    for line in (
        'claims = ["claims"] # default',
        'hedges.about = "10 %" # factcheck.toml:3:1',
        'hedges.rough = "15 %" # default',
        'fail-on = "decision" # factcheck.toml:8:1 in [paths."claims/old/**"]',
        'codes.FC404 = "off" # factcheck.toml:9:1 in [paths."claims/old/**"]',
        'codes.FC414 = "fail" # factcheck.toml:5:1',
        'ignore = "FC401: the archive" # factcheck.toml:10:3',
    ):
        assert line in said


def test_config_for_another_path(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, {SET: EXPLAINED})
    assert run("config", "--format", "json") == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)["settings"]}
    assert found["fail-on"] == {"name": "fail-on", "value": '"wrong"', "origin": "factcheck.toml:1:1"}
    assert found["codes.FC404"]["value"] == '"note"'
    assert found["cache"]["origin"] == "FACTCHECK_CACHE_DIR"
    assert "ignore" not in found


def test_config_names_what_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = write(project, {"inner/factcheck.toml": "", "inner/pyproject.toml": "[tool.factcheck]\n"}) / "inner"
    monkeypatch.chdir(inner)
    assert run("config", "--explain") == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.rpartition(": ")[2] for line in said if line.startswith("not read")][:2] == [
        "pyproject.toml",
        "../factcheck.toml",
    ]


def test_config_of_a_faulty_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, {SET: 'fail-on = "wrnog"\n'})
    assert run("config", "--explain") == 1
    said = capsys.readouterr()
    assert "default; what stands at factcheck.toml:1:1 is faulty" in said.out
    assert "error[FC114]" in said.err


def test_config_without_a_project(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    assert run("config", "--explain") == 0
    assert "from no file: all are defaults" in capsys.readouterr().out
    assert run("config", "nowhere") == 2
