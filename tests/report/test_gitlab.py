"""GitLab: fingerprints that are stable and unlike, severities by what is at stake."""

import json
from dataclasses import replace
from typing import Any

from factcheck.model.report import FileReport, Position, Report
from factcheck.report.gitlab import render

from .examples import DUPLICATE, FAIL, HALF, KNOWN, LACKING, MIXED, SLIP, TYPO, report


def entries(found: Report, *, verbose: bool = False) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(render(found, verbose=verbose))
    return listed


def test_an_entry_has_what_gitlab_asks_for() -> None:
    (entry,) = entries(report(FAIL))
    assert entry == {
        "description": "d1-for-100-ef: states > 30万 D1, derived 276,243 D1 (7.9 % below)",
        "check_name": "FC401",
        "fingerprint": entry["fingerprint"],
        "severity": "critical",
        "location": {"path": "claims/dojo.yaml", "lines": {"begin": 14}},
    }


def test_a_fingerprint_stays_when_lines_and_numbers_change() -> None:
    moved = replace(FAIL, position=Position(FAIL.position.path, 99, 1, 9), headline="states more")
    assert entries(report(FAIL))[0]["fingerprint"] == entries(report(moved))[0]["fingerprint"]


def test_no_two_fingerprints_are_the_same() -> None:
    twice = Report(1, "", (*report(FAIL, FAIL).files, FileReport("b.yaml", diagnostics=(DUPLICATE, DUPLICATE))))
    found = [*entries(twice), *entries(MIXED, verbose=True)]
    prints = {entry["fingerprint"] for entry in entries(twice)}
    assert len(prints) == 4
    assert all(len(entry["fingerprint"]) == 32 for entry in found)


def test_severities() -> None:
    found = entries(report(TYPO, FAIL, SLIP, replace(SLIP, grade="slip"), HALF, LACKING, KNOWN), verbose=True)
    assert [entry["severity"] for entry in found] == [
        "blocker",
        "critical",
        "major",
        "minor",
        "minor",
        "info",
        "info",
    ]


def test_nothing_to_report_is_an_empty_list() -> None:
    assert render(report(KNOWN)) == "[]\n"
