"""SARIF: valid by its schema, regions that hit the text, names that stay, fixes that work."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from factcheck.model.report import Citation, FileReport, Outcome, Position, Report, Slip, Step
from factcheck.report.fixes import fixes, replaceable
from factcheck.report.origins import origins
from factcheck.report.sarif import render
from factcheck.source import Place
from factcheck.workspace import Workspace
from tests.projects import write

from .examples import FAIL, MIXED, PASS, PATH, SLIP, report
from .official import sarif_schema
from .test_hostile import REPORT

CHINESE = """\
format: 1
article: {title: 面包, language: zh}
use: [core]
given: {old: 40, new: 50}
claims:
- {id: rise, quote: 上涨了百分之二十, says: "约40 * 1 = 2千"}
- id: times
  says: 约9万 / 1万 = 3
- id: folded
  says: >
    1 + 1
    = 3
- id: inverted
  says: 2 / 1 = 0.5
"""


def results(found: Report, *, verbose: bool = False) -> dict[str, Any]:
    """Return the results of claims by their ids."""
    run = json.loads(render(found, verbose=verbose))["runs"][0]
    return {result["properties"]["claim"]: result for result in run["results"] if "properties" in result}


def part(text: str, region: dict[str, int]) -> str:
    """Return what a region covers, in code points, as `columnKind` says."""
    line = text.splitlines()[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region.get("endColumn", len(line) + 1) - 1]


@pytest.fixture
def chinese(tmp_path: Path) -> Report:
    write(tmp_path, {"factcheck.toml": "", "claims/a.yaml": CHINESE})
    return Workspace.open(tmp_path, cached=False).check()


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("found", [MIXED, REPORT, Report(1, "1.2.3"), report(PASS)], ids=["mixed", "evil", "", "pass"])
def test_it_is_valid(found: Report, verbose: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert list(Draft4Validator(sarif_schema()).iter_errors(json.loads(render(found, verbose=verbose)))) == []


def test_the_schema_is_that_of_sarif() -> None:
    assert list(Draft4Validator(sarif_schema()).iter_errors({"version": "2.0.0", "runs": [{"columnKind": "bytes"}]}))


def test_rules_have_the_page_of_their_code() -> None:
    run = json.loads(render(report(FAIL)))["runs"][0]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "FC401"
    assert rule["help"]["markdown"].startswith("# FC401: stated and derived disagree\n")
    assert run["results"][0]["ruleIndex"] == 0


def test_regions_count_code_points(chinese: Report) -> None:
    assert json.loads(render(chinese))["runs"][0]["columnKind"] == "unicodeCodePoints"
    regions = {
        claim: result["locations"][0]["physicalLocation"]["region"] for claim, result in results(chinese).items()
    }
    assert part(CHINESE, regions["rise"]) == "约40 * 1 = 2千"
    assert part(CHINESE, regions["times"]) == "约9万 / 1万 = 3"


def test_a_folded_statement_has_no_end_of_its_own(chinese: Report) -> None:
    region = results(chinese)["folded"]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 11, "startColumn": 5}
    assert part(CHINESE, region) == "1 + 1"


def test_a_fix_makes_the_claim_hold(chinese: Report, tmp_path: Path) -> None:
    (fix,) = results(chinese)["inverted"]["fixes"]
    (edit,) = fix["artifactChanges"][0]["replacements"]
    old, new = part(CHINESE, edit["deletedRegion"]), edit["insertedContent"]["text"]
    write(tmp_path, {"claims/a.yaml": CHINESE.replace(old, new)})
    (file,) = Workspace.open(tmp_path, cached=False).check().files
    assert {outcome.id: outcome.verdict for outcome in file.outcomes}["inverted"] == "pass"


@pytest.mark.parametrize(
    ("old", "new", "safe"),
    [
        ("1 + 1 = 3", "1 + 1 = 2", True),
        ("a ~ 1:2", "a ~ 2:1", True),
        ("a : b ~ 2:1", "b : a ~ 2:1", True),
        ("a / b = 2", "b : a = 2", False),
        ("a = 2", "a = 2 # two", False),
        ("a = 2", "f(a, b) = 2", False),
        ("a = 2", "*a = 2", False),
        ("a = 2", "a = 2\nb = 3", False),
        ("a = 2", "", False),
    ],
)
def test_a_fix_never_changes_what_yaml_reads_around_it(old: str, new: str, safe: bool) -> None:  # noqa: FBT001
    assert replaceable(old, new) is safe


def test_no_fix_where_the_statement_does_not_stand_as_it_reads() -> None:
    assert [fix.statement for fix in fixes(SLIP)] == ["D1.peak * 1 D1 = 362 TFLOP/s"]
    folded = replace(SLIP, position=replace(SLIP.position, end_column=SLIP.position.column))
    assert list(fixes(folded)) == []
    assert list(fixes(replace(SLIP, slips=(Slip("x", "y", "z: 1"),)))) == []


def test_a_result_keeps_its_name_when_lines_move() -> None:
    moved = replace(FAIL, position=Position(PATH, 99, 3, 29), headline="states more, derived less")
    names = [results(report(*found))["d1-for-100-ef"]["partialFingerprints"] for found in ((FAIL,), (SLIP, moved))]
    assert names[0] == names[1]
    assert set(names[0]) == {"factcheckClaim/v1", "primaryLocationLineHash"}


def test_what_holds_is_left_out_unless_all_is_wanted() -> None:
    assert "d1-chips" not in results(MIXED)
    shown = results(MIXED, verbose=True)
    assert (shown["d1-chips"]["kind"], shown["d1-chips"]["level"]) == ("pass", "none")
    assert (shown["a-name"]["kind"], shown["a-name"]["level"]) == ("notApplicable", "none")
    assert shown["lacking"]["kind"] == "open"


def test_what_is_expected_is_suppressed_with_its_reason() -> None:
    shown = results(MIXED)
    assert shown["known"]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "recorded with expect: fail"}
    ]
    assert "suppressions" not in shown["held"]
    assert shown["held"]["ruleId"] == "FC406"


def test_related_locations_lead_to_facts_rules_and_claims() -> None:
    fact = Step("fact", "D1.peak", FAIL.derived, source=Citation("HC34"), place=Place("rules/d1.yaml", 12, 14))
    rule = Step("rule", "ratio", None, children=(fact, fact), place=Place("rules/a.yaml", 3, 5))
    whole = Step("operation", "x", None, children=(rule, Step("claim", "other", None), Step("premise", "p", None)))
    assert [(at.path, at.line, text) for at, text in origins(_with(whole), {"other": Position(PATH, 7, 9, 12)})] == [
        ("rules/a.yaml", 3, "the rule ratio"),
        ("rules/d1.yaml", 12, "D1.peak = 276,243 D1 (275,862 to 276,625.2); HC34"),
        (PATH, 7, "the claim other"),
    ]


def _with(step: Step) -> Outcome:
    return replace(FAIL, derivation=step)


def test_origins_of_a_real_run(tmp_path: Path) -> None:
    write(tmp_path)
    (file,) = Workspace.open(tmp_path, cached=False).check().files
    found = results(Report(1, "", (replace(file, outcomes=tuple(replace(o, expect="fail") for o in file.outcomes)),)))
    related = found["takings"]["relatedLocations"]
    assert [place["message"]["text"] for place in related] == [
        "loaf.mass = 500 g/loaf; The menu of the bakery",
        "loaf.price = 4.5 USD/loaf; The menu of the bakery",
    ]
    assert related[1]["physicalLocation"]["artifactLocation"]["uri"] == "rules/bakery/things/bread.yaml"


def test_text_from_files_is_no_link_and_paths_are_addresses() -> None:
    at = Position("报告/a b#c%.yaml", 1, 1, 2)
    outcome = replace(FAIL, headline="see [here](https://evil.example)", position=at)
    log = json.loads(render(Report(1, "", (FileReport(at.path, outcomes=(outcome,)),))))
    (result,) = log["runs"][0]["results"]
    assert result["message"]["text"].startswith("see [here\\](https://evil.example)\n")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E6%8A%A5%E5%91%8A/a%20b%23c%25.yaml"
