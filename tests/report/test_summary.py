"""Counts, severities, findings and exit codes."""

from dataclasses import replace
from typing import get_args

import pytest

from factcheck.model.report import Grade, Outcome, Verdict
from factcheck.report.summary import Level, exit_code, findings, result_line, severity, summary_line

from .examples import DEPENDENT, DUPLICATE, EXEMPT, FAIL, KNOWN, PASS, SMALL, TYPO, report


def judged(verdict: Verdict, grade: Grade | None = None, expect: str | None = None) -> Outcome:
    """Return an outcome of which only the verdict counts."""
    return replace(FAIL, verdict=verdict, grade=grade, expect=expect)


def test_severities_in_order() -> None:
    mildest_first = [
        judged("pass"),
        judged("unverified"),
        judged("borderline"),
        judged("fail", "slip"),
        judged("fail", "wrong"),
        judged("fail", "decision"),
        judged("error"),
    ]
    assert [severity(outcome) for outcome in mildest_first] == list(range(7))
    assert severity(judged("exempt")) == 0
    assert severity(judged("fail")) == severity(judged("fail", "wrong"))


@pytest.mark.parametrize(
    ("outcome", "fail_on", "found"),
    [
        (judged("fail", "slip"), "slip", True),
        (judged("fail", "slip"), "wrong", False),
        (judged("fail", "decision"), "wrong", True),
        (judged("borderline"), "slip", False),
        (judged("borderline"), "borderline", True),
        (judged("unverified"), "borderline", False),
        (judged("unverified"), "unverified", True),
        (judged("error"), "error", True),
        (judged("fail", "wrong", "fail"), "unverified", False),
        (judged("fail", "slip", "slip"), "unverified", False),
        (judged("fail", "slip", "wrong"), "error", True),
        (judged("borderline", expect="fail"), "error", True),
        (judged("pass", expect="fail"), "error", True),
        (judged("pass"), "unverified", False),
        (EXEMPT, "unverified", False),
    ],
)
def test_findings(outcome: Outcome, fail_on: Level, found: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert bool(findings(report(outcome), fail_on)) is found


def test_problems_of_files_are_findings() -> None:
    assert findings(SMALL) == [DUPLICATE, FAIL, TYPO, DEPENDENT]
    assert exit_code(report(PASS, diagnostics=(DUPLICATE,))) == 1


def test_exit_codes() -> None:
    assert exit_code(report(PASS, KNOWN, EXEMPT)) == 0
    assert exit_code(report(PASS, FAIL)) == 1


@pytest.mark.parametrize("verdict", ["exempt", "unverified"])
def test_a_run_that_judges_nothing_is_no_success(verdict: Verdict) -> None:
    assert exit_code(report(judged(verdict))) == 1
    assert exit_code(report()) == 1
    assert result_line(report(judged(verdict))) == "nothing was judged"


def test_summary_line() -> None:
    assert summary_line(SMALL) == "6 claims: 1 pass, 2 fail (1 expected), 2 error, 1 exempt; 1 problem in the files"
    assert summary_line(report(PASS)) == "1 claim: 1 pass"
    assert summary_line(report()) == "no claims"


def test_every_verdict_is_counted() -> None:
    outcomes = [judged(verdict) for verdict in get_args(Verdict)]
    assert summary_line(report(*outcomes)) == (
        "6 claims: 1 pass, 1 fail, 1 borderline, 1 unverified, 1 error, 1 exempt"
    )


def test_result_line() -> None:
    assert result_line(SMALL) == "4 findings to look at"
    assert result_line(report(PASS, KNOWN)) == "no findings beyond the 1 expected"
    assert result_line(report(PASS)) == "no findings"
