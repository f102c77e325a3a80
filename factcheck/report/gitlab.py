"""Code Quality for GitLab: a list of issues that a merge request shows beside the changed lines.

See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

import json
from typing import Any

from factcheck.model.report import Position, Report
from factcheck.report.blocks import suppressed_by
from factcheck.report.inert import inert
from factcheck.report.issues import Issue, fingerprints, issues
from factcheck.report.json import escaped
from factcheck.report.origins import inputs
from factcheck.report.summary import DEFAULT_FAIL_ON, Level

_SEVERITIES = ("info", "info", "minor", "minor", "major", "critical", "blocker")
"""By rank: contradictions, then unverified, borderline, slip, wrong, decision, error."""


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the issues, suppressed ones as information; ``verbose`` adds what the claims record with `expect`."""
    return written(issues(report, fail_on, known=verbose, suppressed=True))


def written(found: list[Issue]) -> str:
    """Return the entries of issues."""
    entries = [_entry(issue, name) for issue, name in zip(found, fingerprints(found), strict=True)]
    return f"{escaped(json.dumps(entries, ensure_ascii=False, indent=2))}\n"


def _entry(issue: Issue, fingerprint: str) -> dict[str, Any]:
    told = f" ({suppressed_by(issue.suppressed)})" if issue.suppressed else ""
    beside = [issue.article] if issue.article else []
    beside += inputs(issue.outcome) if issue.outcome else ()
    return {
        "description": inert(_where(issue.position) + issue.headline + told),
        "check_name": issue.code,
        "fingerprint": fingerprint,
        "severity": _severity(issue),
        "location": _location(issue.position),
    } | ({"other_locations": [_location(one) for one in beside]} if beside else {})


def _where(at: Position) -> str:
    """Say where in a document that has no lines."""
    return f"{at.inside}: " if at.inside else ""


def _location(at: Position) -> dict[str, Any]:
    return {"path": inert(at.path), "lines": {"begin": max(1, at.line)}}


def _severity(issue: Issue) -> str:
    """Return the severity; an unexpected pass is as bad as a wrong number, what was expected is information."""
    if issue.gravity == "error":
        return _SEVERITIES[issue.rank or _SEVERITIES.index("major")]
    return "info" if issue.gravity == "notice" else _SEVERITIES[issue.rank]
