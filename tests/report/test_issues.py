"""What counts as an issue, how bad it is, and in which order."""

from dataclasses import replace

from factcheck.report.concise import render
from factcheck.report.issues import issues, worst_first

from .examples import DEPENDENT, FAIL, HALF, KNOWN, LACKING, MIXED, PASS, TYPO, report


def test_what_fails_the_run_is_an_error() -> None:
    found = issues(report(FAIL, HALF, LACKING))
    assert [issue.gravity for issue in found] == ["error", "warning", "notice"]
    assert [issue.gravity for issue in issues(report(FAIL, HALF, LACKING), "unverified")] == ["error"] * 3
    assert [issue.gravity for issue in issues(report(replace(FAIL, grade="slip")), "decision")] == ["warning"]


def test_known_issues_are_left_out_unless_asked_for() -> None:
    assert issues(report(KNOWN, PASS)) == []
    assert [issue.gravity for issue in issues(report(KNOWN, PASS), known=True)] == ["notice"]


def test_an_unexpected_pass_is_an_issue() -> None:
    (issue,) = issues(report(replace(PASS, expect="fail")))
    assert (issue.code, issue.gravity) == ("FC406", "error")
    assert issue.message == "holds: states > 27.6万 D1, derived 276,243 D1; the claim expects fail"


def test_one_cause_is_one_issue() -> None:
    assert [issue.subject for issue in issues(report(TYPO, DEPENDENT))] == ["typo"]


def test_a_contradiction_has_all_its_places() -> None:
    issue = issues(MIXED)[-1]
    assert issue.subject == "d1-chips, swapped"
    assert [(at.line, claim) for at, claim in issue.related] == [(44, "swapped")]


def test_worst_first() -> None:
    assert [issue.code for issue in worst_first(issues(MIXED))] == [
        "FC108",
        "FC302",
        "FC401",
        "FC401",
        "FC406",
        "FC404",
        "FC405",
        "FC431",
    ]


def test_concise_is_one_line_each_and_the_summary() -> None:
    assert render(report(TYPO, PASS)).splitlines() == [
        "claims/dojo.yaml:20:32: FC302 typo: no fact `peek` is known of `D1`",
        "2 claims: 1 pass, 1 error",
    ]
