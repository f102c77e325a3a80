"""The commands as a user meets them: what they print, what they write, and their exit codes."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck import __version__
from factcheck.cli.arguments import parser
from factcheck.cli.main import main
from factcheck.workspace import Workspace
from tests.interrupts import heeding_interrupts
from tests.projects import ROOT, command, environment, replace, run, slow_steps_once, write

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder for all tests here, so that units are compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with slow_steps_once():
        yield


@pytest.fixture(autouse=True)
def bakery(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project that is the current folder."""
    folder = write(tmp_path / "bakery")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(kept))
    return folder


def refused(*arguments: str) -> int:
    """Run a command that the parser does not take."""
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert isinstance(error.value.code, int)
    return error.value.code


# check


def test_check_without_a_path_takes_the_project(capsys: Captured) -> None:
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("4 claims: 3 pass, 1 fail (1 expected)\n")
    assert said.endswith("no findings beyond the 1 expected\nnot shown: 3 pass (--verbose shows them)\n")


@pytest.mark.parametrize("path", ["claims", "claims/bread.yaml", ".", "./claims/../claims", "rules/../claims"])
def test_check_takes_files_and_folders(path: str, capsys: Captured) -> None:
    assert main(["check", path]) == 0
    assert "4 claims" in capsys.readouterr().out


def test_check_from_a_folder_inside_the_project(
    bakery: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(bakery / "claims")
    assert main(["check"]) == 0
    assert main(["check", "bread.yaml"]) == 0
    assert "  claims/bread.yaml:" in capsys.readouterr().out


def test_a_finding_gives_1(bakery: Path, capsys: Captured) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 9 kg")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "fail[FC401] per-basket: states 9 kg, derived 6 kg" in said
    assert "1 finding to look at" in said


def test_a_pass_that_was_not_expected_is_a_finding(bakery: Path, capsys: Captured) -> None:
    replace(bakery / "claims/bread.yaml", "> 900 USD", "> 800 USD")
    assert main(["check"]) == 1
    assert "the claim expects fail" in capsys.readouterr().out


def test_nothing_judged_gives_1(bakery: Path, capsys: Captured) -> None:
    write(bakery, {"claims/bread.yaml": "claims:\n- {id: a, exempt: an opinion}\n"})
    assert main(["check"]) == 1
    assert "nothing was judged" in capsys.readouterr().out


LEVELS = {
    "unverified": ("says: unknown_yet = 4", "given: {unknown_yet: unknown}"),
    "borderline": ("says: weight = 5.5", "given: {weight: 5.4 ± 0.1}"),
    "slip": ("says: 17 + 0 = 18", ""),
    "wrong": ("says: 7 + 0 = 80", ""),
    "decision": ("says: 7 + 0 > 80", ""),
    "error": ("says: 7 + = 80", ""),
}


@pytest.mark.parametrize("level", LEVELS)
def test_fail_on_sets_the_least_finding_that_counts(level: str, bakery: Path, capsys: Captured) -> None:
    says, given = LEVELS[level]
    write(bakery, {"claims/bread.yaml": f"{given}\nclaims:\n- id: a\n  {says}\n- {{id: b, says: 1 + 1 = 2}}\n"})
    codes = [main(["check", "--fail-on", limit]) for limit in LEVELS]
    rank = list(LEVELS).index(level)
    assert codes == [1] * (rank + 1) + [0] * (len(LEVELS) - rank - 1)
    assert capsys.readouterr().out


def test_fail_on_of_the_project_counts_unless_the_command_says_otherwise(bakery: Path) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 7 kg")
    assert main(["check"]) == 1
    replace(bakery / "factcheck.toml", "rules =", 'fail-on = "decision"\nrules =')
    assert main(["check"]) == 0
    assert main(["check", "--fail-on", "slip"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check", "--fromat", "json"],
        ["check", "--format", "xml"],
        ["check", "--fail-on", "never"],
        ["check", "--out"],
        ["derive", "100 EFLOP/s"],
        ["new"],
        ["new", "a", "b"],
        ["explain", "FC401", "FC402"],
    ],
    ids=" ".join,
)
def test_wrong_usage_gives_2(arguments: Sequence[str], capsys: Captured) -> None:
    assert refused(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage: factcheck" in captured.err


def test_check_of_a_path_that_is_not_there_gives_2(capsys: Captured) -> None:
    assert main(["check", "claims", "clams/bread.yaml"]) == 2
    said = capsys.readouterr().out
    assert "error[FC101]: no such file or folder: `clams/bread.yaml`" in said
    assert "4 claims" in said


@pytest.mark.parametrize("name", ["pin", "test"])
def test_a_path_that_is_not_there_gives_2(name: str, capsys: Captured) -> None:
    assert main([name, "clams/bread.yaml"]) == 2
    assert capsys.readouterr().err == "factcheck: there is no `clams/bread.yaml`\n"


def test_paths_that_match_nothing_or_cannot_be_read_give_2(bakery: Path, capsys: Captured) -> None:
    (bakery / "drafts").mkdir()
    assert main(["check", "drafts"]) == 2
    assert main(["check", "/dev/null"]) == 2
    assert main(["check", "claims", "/dev/null"]) == 2
    said = capsys.readouterr().out
    assert "error[FC103]: nothing to check in `drafts`" in said
    assert "error[FC102]: cannot read `/dev/null`: it is not a regular file" in said
    assert "4 claims" in said


def test_a_project_without_its_claims_folder_gives_2(bakery: Path, capsys: Captured) -> None:
    replace(bakery / "factcheck.toml", '["claims"]', '["texts"]')
    assert main(["check"]) == 2
    assert "no such file or folder: `texts`" in capsys.readouterr().out


def test_formats(capsys: Captured) -> None:
    said = {}
    for form in ("text", "json", "jsonl", "markdown"):
        assert main(["check", "--format", form]) == 0
        said[form] = capsys.readouterr().out
    assert [file["path"] for file in json.loads(said["json"])["files"]] == ["claims/bread.yaml"]
    lines = [json.loads(line) for line in said["jsonl"].splitlines()]
    assert [line["verdict"] for line in lines] == ["pass", "pass", "fail", "pass"]
    assert said["markdown"].startswith("# Numbers checked\n")
    assert said["text"].startswith("4 claims: ")


def test_out_writes_files_in_several_formats(bakery: Path, capsys: Captured) -> None:
    assert (
        main(["check", "--out", "json=report.json", "--out", "markdown=报告.md", "--out", "plain", "--out=./a=b"]) == 0
    )
    printed = capsys.readouterr().out
    assert len(json.loads((bakery / "report.json").read_text(encoding="utf-8"))["files"]) == 1
    assert (bakery / "报告.md").read_text(encoding="utf-8").startswith("# Numbers checked\n")
    assert (bakery / "plain").read_text(encoding="utf-8") == printed
    assert (bakery / "a=b").read_text(encoding="utf-8") == printed


def test_out_has_the_format_of_the_report_unless_it_names_one(bakery: Path, capsys: Captured) -> None:
    assert main(["check", "--format", "json", "--out", "report"]) == 0
    assert (bakery / "report").read_text(encoding="utf-8") == capsys.readouterr().out


def test_out_is_as_verbose_as_the_report_and_judges_as_it_does(bakery: Path, capsys: Captured) -> None:
    replace(bakery / "claims/bread.yaml", "= 6 kg", "= 7 kg")
    assert main(["check", "--verbose", "--fail-on", "decision", "--out", "report"]) == 0
    assert (bakery / "report").read_text(encoding="utf-8") == capsys.readouterr().out
    assert "pass growth" in (bakery / "report").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["nowhere/report", "claims", "json=nowhere/report"])
def test_out_that_cannot_be_written_gives_2(target: str, capsys: Captured) -> None:
    assert main(["check", "--out", target]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"factcheck: cannot write `{target.partition('=')[2] or target}`: ")


def test_verbose_shows_the_passes_with_their_derivation(capsys: Captured) -> None:
    assert main(["check", "--verbose"]) == 0
    said = capsys.readouterr().out
    assert "pass per-basket: holds: states 6 kg, derived 6 kg" in said
    assert "derived: 12 loaf/basket × 500 g/loaf = 6 kg" in said
    assert "not shown" not in said


def test_stats_say_what_the_cache_saved(kept: Path, bakery: Path, capsys: Captured) -> None:
    assert kept.is_dir()
    replace(bakery / "claims/bread.yaml", "面包房", "the cold bakery")
    assert main(["check", "--stats", "--no-cache"]) == 0
    assert main(["check", "--stats"]) == 0
    assert main(["check", "--stats"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "factcheck: files reused 0, claims reused 0, claims checked 4"
    assert lines[2] == "factcheck: files reused 1, claims reused 0, claims checked 0"


# check --jsonl


def ask(text: str | bytes, cwd: Path, **changes: str) -> tuple[list[dict[str, object]], int]:
    data = text.encode() if isinstance(text, str) else text
    found = run("check", "--jsonl", cwd=cwd, text=data, **changes)
    assert found.stderr == b""
    return [json.loads(line) for line in found.stdout.decode("utf-8").splitlines()], found.returncode


def test_jsonl_answers_each_line(bakery: Path, kept: Path) -> None:
    lines = [
        {"id": 1, "says": "1 + 1 = 2"},
        {"id": "二", "says": "40 + 10 = 60"},
        {"id": None, "says": "50万 = 500,000"},
    ]
    answers, code = ask("\n".join(json.dumps(line) for line in lines), bakery, FACTCHECK_CACHE_DIR=str(kept))
    assert answers == [
        {"id": 1, "verdict": "pass", "grade": None},
        {"id": "二", "verdict": "fail", "grade": "wrong"},
        {"id": None, "verdict": "pass", "grade": None},
    ]
    assert code == 1


def test_jsonl_exit_codes(bakery: Path, kept: Path) -> None:
    says = ['{"id": 1, "says": "1 + 1 = 2"}\n', '{"id": 1, "says": "1 + 1 = 3"}\n', "nonsense\n", ""]
    codes = [ask(text, bakery, FACTCHECK_CACHE_DIR=str(kept))[1] for text in says]
    assert codes == [0, 1, 1, 1]


def test_jsonl_answers_bad_lines_and_goes_on(bakery: Path, kept: Path) -> None:
    bad = [
        b"nonsense",
        b"[1, 2]",
        b'{"id": 1}',
        b'{"id": 1, "says": 5}',
        b"\xff\xfe",
        b"[" * 19_000,
        b'{"id": 1, "says": "' + b"1 + " * 10_000 + b'1 = 1"}',
        b'{"id": "\\ud800", "says": "\\ud800 = 1"}',
        b'{"id": 1, "says": "1 = \x00"}',
        b'{"id": 1e999, "says": "9^9^9^9 = 1"}',
    ]
    text = b"\n\n".join([*bad, b'{"id": "last", "says": "1 + 1 = 2"}'])
    answers, code = ask(text, bakery, FACTCHECK_CACHE_DIR=str(kept), PYTHONIOENCODING="ascii")
    assert [answer["verdict"] for answer in answers] == ["error"] * len(bad) + ["pass"]
    assert all(answer.get("message") for answer in answers[:-1])
    assert code == 1


def test_jsonl_answers_a_line_before_the_next_is_sent(bakery: Path, kept: Path) -> None:
    env = environment(FACTCHECK_CACHE_DIR=str(kept))
    with subprocess.Popen(
        command("check", "--jsonl"), cwd=bakery, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for n in range(3):
            process.stdin.write(f'{{"id": {n}, "says": "1 + 1 = 2"}}\n'.encode())
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 60)
            assert ready, "no answer"
            assert json.loads(process.stdout.readline())["id"] == n
        process.stdin.close()
        assert process.wait(timeout=60) == 0


# derive, facts, explain


def test_derive_finds_a_derivation_by_dimensions(capsys: Captured) -> None:
    assert main(["derive", "90 kg", "basket"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "90 kg ÷ loaf.mass ÷ basket.loaf",
        "  90 kg ÷ 500 g/loaf ÷ 12 loaf/basket = 15 basket",
    ]


def test_derive_says_where_its_values_come_from(capsys: Captured) -> None:
    assert main(["derive", "100 EFLOP/s", "D1"]) == 0
    formula, values, source = capsys.readouterr().out.splitlines()[:3]
    assert formula == "100 EFLOP/s ÷ D1.peak"
    assert values == "  100 EFLOP/s ÷ 362 TFLOP/s/D1 = 276,243 D1 (275,862 to 276,625.2)"
    assert source.startswith("  = 362 TFLOP/s/D1 is D1.peak, bf16 dense (the pack's default); VideoCardz: ")


@pytest.mark.parametrize(
    ("value", "target", "message"),
    [
        ("90 USD", "kg^5", "FC309"),
        ("90 kiloo", "basket", "FC2"),
        ("90 kg", "100 + 3", "FC309"),
        ("90 kg +", "basket", "FC210"),
        ("", "basket", "FC210"),
        ("90 kg", "", "FC210"),
    ],
)
def test_derive_says_what_it_cannot_read_or_find(value: str, target: str, message: str, capsys: Captured) -> None:
    assert main(["derive", value, target]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"error[{message}")


def test_facts_shows_what_is_known_with_its_sources(capsys: Captured) -> None:
    assert main(["facts", "面包"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("loaf  (loaf, loaves, 面包)\n")
    assert "  mass = 500 g\n" in said
    assert "      The menu of the bakery, 2024-05-01 (primary) <https://bakery.example/menu>\n" in said


def test_facts_says_what_is_unconfirmed(capsys: Captured) -> None:
    assert main(["facts", "D1"]) == 0
    assert "  sram = 440 MB  (439.5 to 440.5 MB/D1)  (unconfirmed)\n" in capsys.readouterr().out


def test_facts_without_a_name_lists_all_things(capsys: Captured) -> None:
    assert main(["facts"]) == 0
    things = capsys.readouterr().out.splitlines()
    assert {"D1", "A100", "loaf", "basket"} <= set(things)
    assert things == sorted(things)


def test_facts_of_an_unknown_thing_gives_the_nearest(capsys: Captured) -> None:
    assert main(["facts", "loav"]) == 1
    assert "no thing is called `loav`" in capsys.readouterr().err


def test_what_was_asked_has_no_place(capsys: Captured) -> None:
    assert main(["facts", "Germny"]) == 1
    assert capsys.readouterr().err.splitlines()[1] == "   │ Germny"


def test_rules_tells_all_of_a_rule(capsys: Captured) -> None:
    assert main(["rules", "percent_change"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("percent_change  Relative change between two values\n")
    assert "  change = (after - before) / before\n" in said
    assert "    after   same as before\n" in said
    assert "  example: percent_change(before=40, after=50) = 25 %\n" in said


def test_rules_lists_rules_by_pack_and_functions(capsys: Captured) -> None:
    assert main(["rules"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("rules of the pack core\n")
    assert "\n  percent_change " in said.partition("\nfunctions\n")[0]
    assert "  sqrt(x) " in said.partition("\nfunctions\n")[2]


def test_the_example_of_each_rule_holds(capsys: Captured) -> None:
    assert main(["rules", "--format", "json"]) == 0
    examples = [rule["example"] for rule in json.loads(capsys.readouterr().out) if rule["pack"]]
    assert len(examples) > 40
    workspace = Workspace.open(Path.cwd())
    wrong = [says for says in examples if workspace.session.check_says(says).verdict != "pass"]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mile", "mile  length\n  1 mi = 1,609.344 m\n"),
        ("kWh", "kilowatt hour  energy\n  1 kWh = 3,600,000 J\n"),
        ("J", "joule  energy\n  1 J = 1 kg·m^2/s^2\n"),
        ("megawatts", "megawatt  power\n  1 MW = 1,000,000 W\n"),
        ("degC", "degree Celsius  temperature\n  0 °C = 273.15 K, a step of 1 °C = 1 K\n"),
        ("metre", "meter  length\n  a base unit\n"),
    ],
)
def test_units_tells_all_of_a_unit(name: str, said: str, capsys: Captured) -> None:
    assert main(["units", name]) == 0
    assert capsys.readouterr().out.startswith(said)


def test_units_lists_those_that_measure_a_kind(capsys: Captured) -> None:
    assert main(["units", "energy", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"joule", "kilowatt hour", "calorie"} <= {unit["name"] for unit in found}
    assert {unit["measures"] for unit in found} == {"energy"}


def test_units_lists_no_things(capsys: Captured) -> None:
    assert main(["units"]) == 0
    names = {line.split("  ")[0] for line in capsys.readouterr().out.splitlines()}
    assert "mile" in names
    assert names.isdisjoint({"D1", "A100", "loaf"})


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        ("rules", "percent_chang", "no rule or function is called `percent_chang`"),
        ("units", "metter", "no unit is called `metter`, and none measures it"),
        ("units", "D1", "no unit is called `D1`"),
    ],
)
def test_what_is_not_listed_is_told(command: str, name: str, told: str, capsys: Captured) -> None:
    assert main([command, name]) == 1
    captured = capsys.readouterr()
    assert (captured.out, told in captured.err) == ("", True)


def test_facts_of_one_attribute(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "Germany", "--attribute", "coastline"]) == 0
    said = capsys.readouterr().out
    assert "coastline = 2389 km" in said
    assert "population" not in said
    assert main(["facts", "--attribute", "coastline"]) == 0
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == "Canada = 202080 km"
    assert "World Factbook" in last
    assert main(["facts", "--attribute", "coastlin"]) == 1
    assert "did you mean `coastline`?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["units", "rules", "facts"])
def test_what_is_not_listed_may_stand_in_a_file_that_cannot_be_read(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"rules/bakery/units.txt": "storey = 3 metter\nfathom = 6 * foot\n"})
    assert main([command, "storey"]) == 1
    note = "the file `rules/bakery/units.txt` cannot be read: `factcheck check` tells why"
    assert " ".join(capsys.readouterr().err.split()).count(note) == 1


def test_explain_prints_a_page(capsys: Captured) -> None:
    assert main(["explain", "fc401"]) == 0
    assert capsys.readouterr().out.startswith("# FC401: ")


def test_explain_without_a_code_lists_all(capsys: Captured) -> None:
    assert main(["explain"]) == 0
    assert "FC401  stated and derived disagree\n" in capsys.readouterr().out


def test_explain_of_an_unknown_code_gives_2(capsys: Captured) -> None:
    assert main(["explain", "FC4O1"]) == 2
    assert capsys.readouterr().err.startswith("factcheck: there is no code `FC4O1`; did you mean `FC4")


# test


RULE = """\
format: 1
rules:
- id: dough
  title: Flour and water
  equation: dough = flour + water
  symbols: {flour: mass, water: mass, dough: mass}
  cite: the bakery
  tests:
  - {given: {flour: 3 kg, water: 2 kg}, dough: 5 kg, expect: pass}
  - {given: {flour: 3 kg, dough: 5 kg}, water: 2 kg, expect: pass}
  - {given: {flour: 3 kg, water: 2 kg}, dough: 6 kg, expect: fail}
  - {given: {flour: 3 kg, water: 2 kg}, dough: 7 kg, expect: fail}
"""


def test_test_runs_the_cases_beside_the_rules(bakery: Path, capsys: Captured) -> None:
    write(bakery, {"rules/bakery/dough.yaml": RULE})
    assert main(["test", "--verbose", "rules/bakery/dough.yaml"]) == 0
    assert capsys.readouterr().out == "ok   dough: 4 cases\n1 rules, 4 cases: 4 as expected, 0 not\n"


def test_test_shows_a_case_that_gets_another_verdict(bakery: Path, capsys: Captured) -> None:
    write(bakery, {"rules/bakery/dough.yaml": RULE.replace("dough: 6 kg", "dough: 5.0 kg")})
    assert main(["test", "rules/"]) == 1
    said = capsys.readouterr().out
    assert "rules/bakery/dough.yaml:11: dough.dough(flour=3 kg, water=2 kg) = 5.0 kg\n  expected fail, got pass" in said
    assert said.endswith("1 rules, 4 cases: 3 as expected, 1 not\n")


def test_test_wants_two_cases_of_each_kind(bakery: Path, capsys: Captured) -> None:
    write(bakery, {"rules/bakery/dough.yaml": "\n".join(RULE.splitlines()[:-1])})
    assert main(["test", "rules/bakery"]) == 1
    assert "rule `dough` has fewer than two failing cases" in capsys.readouterr().out


def test_test_without_a_rule_gives_1(capsys: Captured) -> None:
    assert main(["test", "rules/bakery"]) == 1
    assert capsys.readouterr().out == "0 rules, 0 cases: 0 as expected, 0 not\n"


# pin and new


def pinned(bakery: Path, content: bytes) -> bytes:
    path = bakery / "claims/bread.yaml"
    path.write_bytes(content)
    main(["pin"])
    return path.read_bytes()


DERIVED = "claims:\n- id: chips\n  quote: 超过27.6万个  # 引文\n  says: derive(100 EFLOP/s) > 27.6万 D1  # why\n"
WRITTEN = DERIVED.replace("derive(100 EFLOP/s)", "100 EFLOP/s / D1.peak[bf16, dense]")


def test_pin_writes_what_derive_finds(bakery: Path, capsys: Captured) -> None:
    assert pinned(bakery, DERIVED.encode()) == WRITTEN.encode()
    assert capsys.readouterr().out == (
        "claims/bread.yaml: chips\n"
        "  - derive(100 EFLOP/s) > 27.6万 D1\n"
        "  + 100 EFLOP/s / D1.peak[bf16, dense] > 27.6万 D1\n"
        "1 derivations pinned\n"
    )


def judged(capsys: Captured) -> list[object]:
    capsys.readouterr()
    main(["check", "--format", "json"])
    outcomes = json.loads(capsys.readouterr().out)["files"][0]["outcomes"]
    return [(outcome["verdict"], outcome["derived"], outcome["stated"]) for outcome in outcomes]


def test_a_pinned_statement_has_the_same_verdict_and_values(bakery: Path, capsys: Captured) -> None:
    write(bakery, {"claims/bread.yaml": DERIVED})
    before = judged(capsys)
    assert before[0][0] == "pass"  # type: ignore[index]
    assert main(["pin", "claims/bread.yaml"]) == 0
    assert judged(capsys) == before


def test_what_is_pinned_stays(bakery: Path, capsys: Captured) -> None:
    assert pinned(bakery, WRITTEN.encode()) == WRITTEN.encode()
    assert capsys.readouterr().out == "nothing to pin: no statement has derive(…)\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "# 最后一行", "\n\n  \n"])
def test_pin_keeps_all_else_as_it_is(bakery: Path, end: str, mark: str, last: str) -> None:
    before, after = (f"{mark}{text}{last}".replace("\n", end) for text in (DERIVED, WRITTEN))
    assert pinned(bakery, before.encode()) == after.encode()


def test_pin_on_the_first_line_behind_a_byte_order_mark(bakery: Path) -> None:
    text = '\ufeffclaims: [{id: chips, says: "derive(100 EFLOP/s) > 27.6万 D1"}]'
    expected = text.replace("derive(100 EFLOP/s)", "100 EFLOP/s / D1.peak[bf16, dense]")
    assert pinned(bakery, text.encode()) == expected.encode()


@pytest.mark.parametrize(
    "says",
    [
        pytest.param("\n  says: derive(100 EFLOP/s)\n    > 27.6万 D1", id="two lines"),
        pytest.param("\n  says: >\n    derive(100 EFLOP/s)\n    > 27.6万 D1", id="folded"),
        pytest.param('\n  says: "derive(100 EFLOP/s) > 27.6\\u4e07 D1"', id="escaped"),
        pytest.param("\n  {says: derive(100 EFLOP/s) > 27.6万 D1}", id="braces"),
    ],
)
def test_pin_refuses_what_is_not_plainly_on_one_line(bakery: Path, says: str, capsys: Captured) -> None:
    text = (
        f"claims:\n- id: chips{says}\n"
        if "{" not in says
        else f"claims:\n- {says.strip()[:1]}id: a, {says.strip()[1:]}\n"
    )
    assert pinned(bakery, text.encode()) == text.encode()
    captured = capsys.readouterr()
    assert "error[FC311]: the statement is not written plainly on one line of its own" in captured.err
    assert captured.out == ""
    assert main(["pin"]) == 1


def test_pin_says_what_cannot_be_derived(bakery: Path, capsys: Captured) -> None:
    text = DERIVED + "- id: none\n  says: derive(3 USD) = 4 kg^5\n"
    assert pinned(bakery, text.encode()) == text.replace(DERIVED, WRITTEN).encode()
    captured = capsys.readouterr()
    assert "error[FC309]" in captured.err
    assert "1 derivations pinned" in captured.out


def test_pin_of_a_file_that_cannot_be_written(bakery: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    write(bakery, {"claims/bread.yaml": DERIVED})

    def closed(path: Path, _: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", closed)
    assert main(["pin", "claims/bread.yaml"]) == 2
    assert capsys.readouterr().err == "factcheck: cannot write `claims/bread.yaml`: Permission denied\n"


def test_pin_of_a_folder_without_claims(bakery: Path, capsys: Captured) -> None:
    (bakery / "drafts").mkdir()
    assert main(["pin", "drafts"]) == 1
    assert "error[FC103]: nothing to check in `drafts`" in capsys.readouterr().err


def test_new_writes_a_file_that_passes(bakery: Path, capsys: Captured) -> None:
    assert main(["new", "claims/mine.yaml"]) == 0
    assert capsys.readouterr().out == (
        "wrote claims/mine.yaml; check it with: factcheck check claims/mine.yaml\n"
        "wrote claims/claims.schema.json, with which editors complete and check claim files\n"
    )
    assert main(["check", "claims/mine.yaml"]) == 0
    assert capsys.readouterr().out.startswith("5 claims: 4 pass, 1 exempt\n")
    assert main(["pin", "claims/mine.yaml"]) == 0
    assert main(["check", "claims/mine.yaml"]) == 0
    assert (bakery / "claims/mine.yaml").read_text(encoding="utf-8").count("#") > 5


@pytest.mark.parametrize("name", ["claims/bread.yaml", "claims"])
def test_new_never_writes_over_a_file(name: str, bakery: Path, capsys: Captured) -> None:
    before = (bakery / "claims/bread.yaml").read_bytes()
    assert main(["new", name]) == 2
    assert capsys.readouterr().err == f"factcheck: `{name}` exists already: choose another name\n"
    assert (bakery / "claims/bread.yaml").read_bytes() == before


def test_new_names_a_schema_for_editors_and_keeps_the_one_that_is_there(bakery: Path, capsys: Captured) -> None:
    main(["new", "claims/mine.yaml"])
    first = (bakery / "claims/mine.yaml").read_text(encoding="utf-8").partition("\n")[0]
    schema = bakery / "claims" / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.read_bytes() == run("schema", "claims", cwd=bakery).stdout
    capsys.readouterr()
    schema.write_text("{}", encoding="utf-8")
    assert main(["new", "claims/more.yaml"]) == 0
    assert capsys.readouterr().out == "wrote claims/more.yaml; check it with: factcheck check claims/more.yaml\n"
    assert schema.read_text(encoding="utf-8") == "{}"


def test_new_below_a_file(capsys: Captured) -> None:
    Path("nowhere").write_text("", encoding="utf-8")
    assert main(["new", "nowhere/mine.yaml"]) == 2
    assert capsys.readouterr().err.startswith("factcheck: cannot write `nowhere/mine.yaml`: ")


# help and version


def test_version(capsys: Captured) -> None:
    assert refused("--version") == 0
    assert capsys.readouterr().out == f"factcheck {__version__}\n"


COMMANDS = ("check", "completion", "derive", "explain", "facts", "new", "pin", "rules", "schema", "test", "units")


def test_help_names_each_command_and_the_exit_codes(capsys: Captured) -> None:
    assert refused("--help") == 0
    said = capsys.readouterr().out
    assert all(f"\n    {name}" in said for name in COMMANDS)
    assert "0 nothing found, 1 findings" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(name: str, capsys: Captured) -> None:
    assert refused(name, "--help") == 0
    assert capsys.readouterr().out.startswith(f"usage: factcheck {name} ")


def test_the_parser_knows_all_levels_of_the_report() -> None:
    from factcheck.report.summary import LEVELS as LEVELS_OF_THE_REPORT  # noqa: PLC0415

    for level in LEVELS_OF_THE_REPORT:
        assert parser().parse_args(["check", "--fail-on", level]).fail_on == level


# pipes and terminals


def test_a_pipe_that_closes_early_is_no_crash(kept: Path) -> None:
    env = environment(FACTCHECK_CACHE_DIR=str(kept))
    arguments = command("check", "--verbose", "--format", "json", "claims")
    with subprocess.Popen(arguments, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"{\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


@pytest.mark.parametrize("path", ["r" * 5000, "r" * 300, "r/" * 3000 + "r", "r\0"])
@pytest.mark.parametrize("name", ["check", "draft", "mentions", "pin", "test", "config", "lint"])
def test_a_path_that_no_system_allows_is_not_there(name: str, path: str, capsys: Captured) -> None:
    assert main([name, path]) == 2
    said = capsys.readouterr()
    assert re.search(r"there is no `r|no such file or folder:\s+`r", said.out + said.err)


def failing(fault: str, **changes: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the program with a command that ends in an exception."""
    code = f"import factcheck.cli.main as m\ndef main():\n    {fault}\nm.main = main\nm.run()"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(**changes), capture_output=True, check=False
    )


def test_a_fault_of_the_program_is_told_in_a_line() -> None:
    found = failing("from factcheck.source import Place; Place(1, 2, 3).shifted(None)")
    assert found.returncode == 2
    assert found.stderr.decode().count("\n") == 1
    said = found.stderr.decode()
    assert said.startswith("factcheck: a fault of the program, not of your files: AttributeError: ")
    assert re.search(r" in factcheck\.source, line \d+; please report it", said)
    assert said.endswith("`factcheck --debug …` shows the traceback\n")


def test_a_fault_of_the_program_shows_its_traceback_when_asked() -> None:
    found = failing("1 / 0", FACTCHECK_DEBUG="1")
    assert found.returncode == 2
    assert found.stderr.startswith(b"Traceback")
    assert found.stderr.endswith(b"ZeroDivisionError: division by zero\n")


def test_debug_is_an_option_before_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "")
    assert main(["--debug", "explain", "FC201"]) == 0
    assert os.environ["FACTCHECK_DEBUG"] == "1"


def test_what_the_system_refuses_is_no_fault_of_the_program() -> None:
    found = failing("open('/')")
    assert (found.returncode, found.stderr) == (2, b"factcheck: Is a directory: '/'\n")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_an_encoding_that_lacks_signs_is_no_crash(encoding: str, kept: Path) -> None:
    changes = {"PYTHONIOENCODING": encoding, "FACTCHECK_CACHE_DIR": str(kept)}
    found = run("check", "--verbose", cwd=ROOT, **changes)
    assert (found.returncode, found.stderr) == (0, b"")
    assert b"s20-d1-for-100-ef" in found.stdout
    found.stdout.decode(encoding)


@pytest.mark.parametrize("form", ["json", "jsonl", "markdown"])
def test_what_programs_read_is_utf_8_in_each_locale(form: str, kept: Path) -> None:
    said = [
        run("check", "--format", form, cwd=ROOT, PYTHONIOENCODING=encoding, FACTCHECK_CACHE_DIR=str(kept)).stdout
        for encoding in ("ascii", "utf-8")
    ]
    assert said[0] == said[1]
    assert "10万" in said[0].decode("utf-8")


def test_no_colour_in_a_pipe(bakery: Path, kept: Path) -> None:
    found = run("check", "--verbose", cwd=bakery, FACTCHECK_CACHE_DIR=str(kept), TERM="xterm-256color")
    assert found.returncode == 0
    assert b"\x1b" not in found.stdout + found.stderr


def on_a_terminal(cwd: Path, *arguments: str, **changes: str) -> bytes:
    """Run the program with a terminal of 80 columns as its output, and return what it writes there."""
    leader, follower = pty.openpty()
    env = environment(**{"TERM": "xterm-256color", "COLUMNS": "80", **changes})
    with subprocess.Popen(
        command(*arguments), cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower
    ) as process:
        os.close(follower)
        said = b""
        while True:
            try:
                part = os.read(leader, 1 << 16)
            except OSError:  # all writers are gone
                break
            if not part:
                break
            said += part
        os.close(leader)
        assert process.wait(timeout=60) in {0, 1}
    return said


def test_colour_on_a_terminal(bakery: Path, kept: Path) -> None:
    said = on_a_terminal(bakery, "check", "--verbose", FACTCHECK_CACHE_DIR=str(kept))
    assert b"\x1b[1;31mfail[FC401]\x1b[0m" in said
    assert b"\x1b[1;32mpass\x1b[0m" in said


@pytest.mark.parametrize("change", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=lambda change: next(iter(change)))
def test_no_colour_where_it_is_not_wanted(change: dict[str, str], bakery: Path, kept: Path) -> None:
    said = on_a_terminal(bakery, "check", "--verbose", **{"FACTCHECK_CACHE_DIR": str(kept), **change})
    assert b"fail[FC401]" in said
    assert b"\x1b[" not in said.replace(b"\r\x1b[K", b"")  # but for the line of progress


def test_a_terminal_shows_what_a_pipe_gets(bakery: Path, kept: Path) -> None:
    piped = run("check", "--verbose", cwd=bakery, FACTCHECK_CACHE_DIR=str(kept)).stdout
    shown = on_a_terminal(bakery, "check", "--verbose", FACTCHECK_CACHE_DIR=str(kept), NO_COLOR="1")
    assert re.sub(rb"\x1b\[[0-9;]*m", b"", shown).replace(b"\r\n", b"\n") == piped


def test_progress_is_for_terminals_only(bakery: Path, kept: Path) -> None:
    text = (bakery / "claims/bread.yaml").read_bytes()
    write(bakery, {f"claims/{n}.yaml": text for n in range(3)})
    assert "1/4 · claims/0.yaml".encode() in on_a_terminal(bakery, "check", FACTCHECK_CACHE_DIR=str(kept))
    assert run("check", cwd=bakery, FACTCHECK_CACHE_DIR=str(kept)).stderr == b""


def test_many_drafts_show_progress_too(bakery: Path, kept: Path) -> None:
    write(bakery, {f"drafts/{n}.md": f"It has {n} rooms." for n in range(3)})
    shown = on_a_terminal(bakery, "draft", "drafts", FACTCHECK_CACHE_DIR=str(kept))
    assert "1/3 · drafts/0.md".encode() in shown
    assert "·" not in run("draft", "drafts", cwd=bakery, FACTCHECK_CACHE_DIR=str(kept)).stderr.decode()


def test_ctrl_c_ends_with_a_word(bakery: Path, kept: Path) -> None:
    env = environment(FACTCHECK_CACHE_DIR=str(kept))
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    pipes["preexec_fn"] = heeding_interrupts
    with subprocess.Popen(command("check", "--jsonl"), cwd=bakery, env=env, **pipes) as process:
        process.stdin.write(b'{"id": 1, "says": "1 + 1 = 2"}\n')
        process.stdin.flush()
        assert b'"pass"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"interrupted\n"
        assert process.wait(timeout=60) == 2


def test_standard_input_may_be_closed(bakery: Path, kept: Path) -> None:
    script = f"exec {sys.executable} -m factcheck check <&-"
    env = environment(FACTCHECK_CACHE_DIR=str(kept))
    found = subprocess.run(["sh", "-c", script], cwd=bakery, env=env, capture_output=True, check=False)  # noqa: S607
    assert (found.returncode, found.stderr) == (0, b"")


def test_the_parser_of_one_command_takes_what_that_of_all_takes() -> None:
    whole = parser()
    for name, known in next(iter(whole._subparsers._group_actions)).choices.items():  # type: ignore[union-attr]  # noqa: SLF001
        alone = next(iter(parser(name)._subparsers._group_actions)).choices  # type: ignore[union-attr]  # noqa: SLF001
        assert [*alone] == [name]
        assert alone[name].format_help() == known.format_help()


def test_help_before_a_command_lists_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help", "draft"])
    assert "check claim files" in capsys.readouterr().out


def test_a_command_that_is_none_is_told_with_all_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--debug", "chekc"])
    assert "mentions" in capsys.readouterr().err
