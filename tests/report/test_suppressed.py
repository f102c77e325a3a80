"""What is ignored or in the baseline is counted in every format, and fails nothing."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from factcheck.cli.options.shared import FORMATS
from factcheck.model.report import Day, Report, Suppression
from factcheck.report import renderer
from factcheck.report.summary import exit_code, suppressed_counts
from factcheck.source import Place

from .examples import CLASH, FAIL, MIXED, PASS, PATH, report
from .official import junit_schema, sarif_schema
from .test_hostile import EVIL

WHY = Suppression("FC401", "file", "the source rounds", "2026-12-31", Place(PATH, 17, 5))
IGNORED = replace(FAIL, id="ignored", suppressions=(WHY,))
OLD = replace(FAIL, id="old", suppressions=(Suppression("FC401", "baseline", place=Place("factcheck-baseline.json")),))
REMARK = replace(PASS, id="remark", suppressions=(replace(WHY, code="FC414", by="settings"),))
FOUND = replace(
    report(PASS, IGNORED, OLD, REMARK),
    today=Day("2026-11-22", "clock"),
    files=(replace(report(PASS, IGNORED, OLD, REMARK).files[0], contradictions=(replace(CLASH, suppressed=WHY),)),),
)
COUNTED = "4 claims: 2 pass, 2 fail; 3 findings ignored; 1 finding in the baseline"


def shown(name: str, found: Report = FOUND, *, verbose: bool = False) -> str:
    return renderer(name)(found, verbose=verbose)


def test_nothing_of_it_fails_the_run() -> None:
    assert exit_code(FOUND) == 0
    assert suppressed_counts(FOUND) == {"ignored": 3, "in the baseline": 1}
    assert suppressed_counts(MIXED) == {}


def test_text_counts_and_with_all_tells_why() -> None:
    brief = shown("text")
    assert brief.startswith(COUNTED + "\n")
    assert "not shown: 2 pass, 3 ignored, 1 in the baseline (--verbose shows them)" in brief.replace("\n  ", " ")
    assert "ends of ignores are compared with 2026-11-22 (clock)\n" in brief
    assert "contradiction" not in brief
    whole = shown("text", verbose=True)
    assert "Ignored with a reason, or in the baseline:" in whole
    assert f"= ignored: FC401 until 2026-12-31: the source rounds ({PATH}:17:5)" in whole
    assert "= in the baseline: FC401 (factcheck-baseline.json)" in whole
    assert "contradiction[FC431]" in whole


@pytest.mark.parametrize("name", ["concise", "github", "markdown"])
def test_the_summary_counts(name: str) -> None:
    assert COUNTED in shown(name)


@pytest.mark.parametrize("name", ["concise", "github"])
def test_with_all_they_are_listed(name: str) -> None:
    assert "ignored" not in shown(name).replace("findings ignored", "")
    assert len(shown(name, verbose=True).splitlines()) == len(shown(name).splitlines()) + 3


def test_markdown_has_a_table() -> None:
    text = shown("markdown")
    assert "## Ignored or in the baseline" in text
    assert text.count("\n| ignored |") == 1
    assert "Ends of ignores are compared with 2026-11-22 (clock)." in text


def test_json_has_each() -> None:
    outcomes = json.loads(shown("json"))["files"][0]["outcomes"]
    assert [len(one["suppressions"]) for one in outcomes] == [0, 1, 1, 1]
    assert outcomes[1]["suppressions"][0] == {
        "code": "FC401",
        "by": "file",
        "reason": "the source rounds",
        "until": "2026-12-31",
        "place": {"path": PATH, "line": 17, "column": 5},
    }


def test_jsonl_has_the_reason() -> None:
    found = [json.loads(line).get("suppressed") for line in shown("jsonl").splitlines()]
    assert found == [None, "the source rounds", "baseline", None]


@pytest.mark.parametrize("verbose", [False, True])
def test_sarif_and_junit_stay_valid(verbose: bool) -> None:  # noqa: FBT001 - a parameter of the test
    sarif = Draft4Validator(sarif_schema()).iter_errors(json.loads(shown("sarif", verbose=verbose)))
    assert [fault.message for fault in sarif] == []
    assert [fault.reason for fault in junit_schema().iter_errors(shown("junit", verbose=verbose))] == []


def test_sarif_has_suppressions() -> None:
    results: list[dict[str, Any]] = json.loads(shown("sarif"))["runs"][0]["results"]
    assert [(one["ruleId"], one["suppressions"][0]["kind"]) for one in results] == [
        ("FC401", "inSource"),
        ("FC401", "external"),
        ("FC431", "inSource"),
    ]
    assert results[0]["suppressions"][0]["justification"] == "the source rounds (until 2026-12-31)"


def test_junit_skips_them() -> None:
    cases = ET.fromstring(shown("junit")).findall(".//testcase")  # noqa: S314 - our own
    skipped = {case.get("name"): case.find("skipped") for case in cases}
    told = {name: found.get("type") for name, found in skipped.items() if found is not None}
    assert told == {"ignored": "ignored", "old": "in the baseline", "FC431 of d1-chips, swapped": "ignored"}


def test_gitlab_has_them_as_information() -> None:
    entries = json.loads(shown("gitlab"))
    assert [entry["severity"] for entry in entries] == ["info"] * 3
    assert entries[0]["description"].endswith("(ignored)")


@pytest.mark.parametrize("name", FORMATS)
def test_a_reason_of_a_stranger_stays_text(name: str) -> None:
    evil = replace(IGNORED, suppressions=(replace(WHY, reason=EVIL, place=Place(EVIL)),))
    for verbose in (False, True):
        text = shown(name, report(evil), verbose=verbose)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "<script>" not in text or name in {"text", "concise", "json", "jsonl", "sarif", "github", "gitlab"}
