"""Large reports stay readable: text is cut with a count, pages tell the worst in full. And what ends a run with 2."""

import json
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.model.report import FileReport, Report
from factcheck.report import renderer
from factcheck.report.web.claims import MAX_FULL
from tests.policy.examples import claims
from tests.projects import ROOT, write
from tests.report.examples import FAIL

WRONG = {"claims/a.yaml": claims(*(f"c{n}: {n} + 1 = 1000" for n in range(8)))}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "shown", "rest"),
    [
        ((), 8, ""),
        (("--limit", "3"), 3, "5 more claims of this kind are not shown (--limit 0 shows all)\n"),
        (("--limit", "7"), 8, ""),  # "1 more" takes as much room as that one
        (("--limit", "3", "--all"), 3, "5 more claims of this kind are not shown (--limit 0 shows all)\n"),
        (("--limit", "0"), 8, ""),
    ],
)
def test_text_shows_so_many_claims_of_a_kind(
    options: tuple[str, ...], shown: int, rest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(Path(), WRONG)
    text = printed(capsys, "check", *options)
    assert text.startswith("8 claims: 8 fail\n")
    assert text.count("fail[FC401]") == shown
    assert rest in text
    assert ("more claims" in text) == bool(rest)


def test_without_being_asked_text_shows_a_hundred(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"claims/a.yaml": claims(*(f"c{n}: {n} + 1 = 1000" for n in range(103)))})
    text = printed(capsys, "check", "--out", "text=all.txt")
    assert text.count("fail[FC401]") == 100
    assert "\n3 more claims of this kind are not shown (--limit 0 shows all)\n" in text
    assert Path("all.txt").read_text(encoding="utf-8").count("fail[FC401]") == 103


def test_a_draft_shows_so_many_findings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("road.txt").write_text("".join(f"Road {n} is {n} km (998 miles) long.\n" for n in range(600, 605)))
    text = printed(capsys, "draft", "road.txt", "--limit", "2")
    assert text.count("wrong[FC613]") == 2
    assert "3 more of this kind, not shown (--limit 0 shows all)" in text
    assert text.endswith("5 findings to look at\n")


def test_a_page_of_very_many_claims_tells_the_worst_in_full() -> None:
    report = Report(1, "0", (FileReport("claims/dojo.yaml", outcomes=(FAIL,) * (MAX_FULL + 200)),))
    page = renderer("html")(report)
    assert page.count('class="claim fail') == MAX_FULL + 200
    assert "the worst 1,000 are told in full" in page
    assert len(page) < 8_000 * MAX_FULL


def test_json_has_a_claim_on_a_line() -> None:
    report = Report(1, "0", (FileReport("claims/dojo.yaml", outcomes=(FAIL,) * 3),))
    lines = [line for line in renderer("json")(report).splitlines() if '"d1-for-100-ef"' in line]
    assert [json.loads(line.rstrip(","))["id"] for line in lines] == [FAIL.id] * 3


# What could not be read


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"claims/a.yaml": "claims: [\n"}, "FC105"),
        ({"claims/a.yaml": b"claims:\n- {id: \xff}\n"}, "FC104"),
        ({"claims/a.yaml": "format: 2\nclaims: [{id: a, says: 1 = 1}]\n"}, "FC110"),
        ({"factcheck.toml": "fail-on = wrong\n"}, "FC117"),
        ({"rules/own/pack.yaml": "format: [\n"}, "FC105"),
        ({"rules/own/things/a.yaml": "things: {box: {mass: {is: 2 kg, source: nowhere}}}\n"}, "FC502"),
    ],
)
def test_what_could_not_be_read_ends_the_run_with_2(
    files: dict[str, str | bytes], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sound: dict[str, str | bytes] = {"claims/b.yaml": claims("b: 1 + 1 = 2"), "factcheck.toml": ""}
    write(Path(), {**sound, **files})
    assert main(["check"]) == 2
    assert f"error[{code}]" in capsys.readouterr().out


@pytest.mark.parametrize("files", [{"factcheck.toml": "fail-on = wrong\n"}, {"rules/own/pack.yaml": "format: [\n"}])
def test_a_draft_is_not_checked_with_settings_or_packs_that_cannot_be_read(files: dict[str, str]) -> None:
    write(Path(), {"factcheck.toml": "", "a.md": "The road is 620 km (385 miles) long.\n", **files})
    assert main(["draft", "a.md"]) == 2


@pytest.mark.parametrize(
    "files",
    [
        {"claims/a.yaml": "claims:\n- {id: a, says: 1 +}\n"},  # a claim that cannot be read is a finding
        {"claims/a.yaml": "# nothing\n"},
        {"factcheck.toml": 'fail-on = "slap"\n'},
        {"rules/own/share.yaml": (ROOT / "rules/core/share.yaml").read_text(encoding="utf-8")},  # hides those of core
    ],
)
def test_what_could_be_read_and_is_wrong_is_a_finding(files: dict[str, str]) -> None:
    write(Path(), {"claims/b.yaml": claims("b: 1 + 1 = 2"), "factcheck.toml": "", **files})
    assert main(["check"]) == 1
