"""What counts of a draft: levels by code and path, ignores, the baseline, what its author expects."""

import json
from pathlib import Path

import pytest

from factcheck.cli.main import main
from tests.projects import replace, write

ROAD = "The road is 620 km (998 miles) long.\n"
CLUBS = "The 12 clubs spent $60 million, or $6 million each on average.\n"
LAKE = "The lake is 10 km (6.2 miles) wide.\n"
FILE = "factcheck-baseline.json"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def drafted(
    capsys: pytest.CaptureFixture[str], text: str, settings: str, *options: str, path: str = "news/road.md"
) -> tuple[int, list[str]]:
    """Check a draft in a project; return the exit code, and the issues as an editor sees them."""
    write(Path(), {path: text, "factcheck.toml": settings})
    code = main(["draft", path, "--format", "concise", *options])
    return code, [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()[:-1]]


WRONG = "FC613 620 km is 385 miles, not 998 miles"
ASKED = "FC611 $60 million divided by 12 is $5 million, the text says $6 million"


@pytest.mark.parametrize(
    ("settings", "code", "issues"),
    [
        ("", 1, [WRONG, ASKED]),
        ('[codes]\nFC613 = "note"\n', 0, [WRONG, ASKED]),
        ('[codes]\nFC613 = "off"\n', 0, [ASKED]),
        ('[codes]\nFC611 = "fail"\nFC613 = "off"\n', 1, [ASKED]),
        ('[paths."news/**".codes]\nFC613 = "note"\n', 0, [WRONG, ASKED]),
        ('[paths."other/**".codes]\nFC613 = "note"\n', 1, [WRONG, ASKED]),
        ('[paths."news/**"]\nfail-on = "decision"\n', 0, [WRONG, ASKED]),
        ('[paths."news/**"]\nfail-on = "query"\ncodes = {FC613 = "off"}\n', 1, [ASKED]),
        ('[[ignore]]\ncode = "FC613"\npath = "news"\nreason = "sea miles"\n', 0, [ASKED]),
        ('[[ignore]]\ncode = "FC613"\npath = "old"\nreason = "sea miles"\n', 1, [WRONG, ASKED]),
    ],
)
def test_settings_say_what_counts(
    settings: str, code: int, issues: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert drafted(capsys, f"{ROAD}\n{CLUBS}", settings) == (code, issues)


def test_fail_on_of_the_command_line_wins_over_that_of_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    settings = '[paths."news/**"]\nfail-on = "decision"\n'
    assert drafted(capsys, ROAD, settings)[0] == 0
    assert drafted(capsys, ROAD, settings, "--fail-on", "wrong")[0] == 1


def test_what_is_turned_off_is_no_wrong_number_in_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"road.md": ROAD, "factcheck.toml": '[codes]\nFC613 = "off"\n'})
    assert main(["draft", "road.md"]) == 0
    assert capsys.readouterr().out.startswith("road.md: 2 numbers: 1 used, 1 ignored\n")


def test_an_ignore_of_drafts_is_not_left_over_in_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    ignore = '[[ignore]]\ncode = "FC613"\nreason = "sea miles"\n'
    write(Path(), {"claims/a.yaml": "claims: [{id: a, says: 1 + 1 = 2}]\n", "factcheck.toml": ignore})
    assert main(["check"]) == 0
    assert "FC643" not in capsys.readouterr().out


def test_faulty_settings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, issues = drafted(capsys, LAKE, '[codes]\nFC613 = "of"\n')
    assert code == 1
    assert issues == ["FC114 `FC613` cannot be `of`; did you mean `off`?"]


# The baseline


@pytest.fixture
def legacy(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the settings of a project with the wrong road in its baseline."""
    settings = f'baseline = "{FILE}"\n'
    write(Path(), {"news/road.md": ROAD, "factcheck.toml": settings})
    assert main(["baseline", "update", "--draft", "news"]) == 0
    assert capsys.readouterr().out == f"wrote 1 finding into {FILE}: 1 new, 0 gone\n"
    return settings


def test_an_entry_names_the_number_and_both_values(legacy: str) -> None:
    del legacy
    (entry,) = json.loads(Path(FILE).read_text(encoding="utf-8"))["findings"]
    assert entry | {"value": ""} == {
        "path": "news/road.md", "number": "998 miles", "code": "FC613", "level": "wrong", "value": "",
    }  # fmt: skip
    assert entry["value"].startswith("998 mi, derived 385.2")


def test_what_is_in_the_baseline_does_not_fail(legacy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert drafted(capsys, ROAD, legacy) == (0, [])
    assert drafted(capsys, ROAD, legacy, "--no-baseline") == (1, [WRONG])


def test_text_above_does_not_make_it_new(legacy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert drafted(capsys, f"# News\n\n{LAKE}\n{ROAD}", legacy) == (0, [])


def test_another_number_is_new(legacy: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, issues = drafted(capsys, ROAD.replace("620", "640"), legacy)
    assert (code, issues[0]) == (1, "FC613 640 km is 398 miles, not 998 miles")


def test_what_is_mended_is_named_and_fails_nothing(legacy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert drafted(capsys, LAKE, legacy) == (0, ["FC701 1 entry no longer occurs"])


def test_entries_of_drafts_are_not_gone_in_a_check_and_stay_in_an_update(legacy: str) -> None:
    write(Path(), {"claims/a.yaml": "claims: [{id: a, says: 1 + 1 = 3}]\n", "factcheck.toml": legacy})
    assert main(["baseline", "update"]) == 0
    found = json.loads(Path(FILE).read_text(encoding="utf-8"))["findings"]
    assert [one.get("claim", one.get("number")) for one in found] == ["a", "998 miles"]
    assert main(["check"]) == 0


def test_the_same_claim_with_another_value_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    settings = f'baseline = "{FILE}"\n'
    write(Path(), {"claims/a.yaml": "claims: [{id: a, says: 1 + 1 = 30}]\n", "factcheck.toml": settings})
    assert main(["baseline", "update"]) == 0
    assert main(["check"]) == 0
    replace(Path("claims/a.yaml"), "= 30", "= 40")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "in the baseline it is another value: 30, derived 2" in capsys.readouterr().out


# What the author expects


EXPECT = " <!-- factcheck: expect[FC613] -- the sign by the road says so -->"


def test_what_is_expected_fails_nothing_and_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    text = ROAD.rstrip("\n") + EXPECT + "\n"
    assert drafted(capsys, text, "") == (0, [])
    assert drafted(capsys, text, "", "--all") == (0, [WRONG])
    assert main(["draft", "news/road.md"]) == 0
    assert "    │   known: the sign by the road says so\n" in capsys.readouterr().out


def test_what_was_expected_and_is_right_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    code, issues = drafted(capsys, LAKE.rstrip("\n") + EXPECT + "\n", "")
    assert (code, issues) == (1, ["FC406 nothing with the code FC613 is wrong here, as the comment expects"])


def test_a_text_without_numbers_may_pass_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert drafted(capsys, "Nothing to see.\n", "")[0] == 1
    assert drafted(capsys, "Nothing to see.\n", "", "--allow-unjudged")[0] == 0
    assert drafted(capsys, ROAD, "", "--allow-unjudged")[0] == 1
