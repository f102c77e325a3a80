"""SARIF 2.1.0, for code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

What a claim records with `expect`, is ignored, or is in the baseline is a result with a suppression. Columns are code
points.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.codes import CODES, page
from factcheck.model.report import Outcome, Position, Report, Suppression
from factcheck.report.fixes import Fix, fixes
from factcheck.report.inert import inert, quoted
from factcheck.report.issues import Issue, details, fingerprints, issues
from factcheck.report.json import escaped
from factcheck.report.origins import origins
from factcheck.report.places import artifact, location, message, region, related
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, expected, outcomes

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINTS = ("factcheckClaim/v1", "primaryLocationLineHash")
"""Our own, and the one that GitHub follows an alert by; it makes one from the line where there is none."""

HELD = "FC401"
"""The rule that a claim passes when it holds."""

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_KINDS = {"pass": "pass", "exempt": "notApplicable"}

Object = dict[str, Any]


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return one run; ``verbose`` adds the claims that hold and those that are exempt."""
    held = [one for one in outcomes(report) if one.verdict in _KINDS and not one.unexpected and one.weight != "fail"]
    return written([*_issues(report, fail_on), *(map(_held, held) if verbose else ())], report.engine)


def written(results: list[Object], version: str) -> str:
    """Return one run with these results."""
    rules = sorted({found["ruleId"] for found in results})
    for found in results:
        found["ruleIndex"] = rules.index(found["ruleId"])
    driver = {"name": "factcheck", "version": version, "rules": [_rule(code) for code in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{escaped(json.dumps(log, ensure_ascii=False, indent=2))}\n"


def _rule(code: str) -> Object:
    """Describe a diagnostic code, with its page."""
    title = CODES.get(code, code)
    text = page(code) or title
    first = next((line for line in text.splitlines()[1:] if line), title)
    return {
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": first},
        "help": {"text": text, "markdown": text},
    }


def _issues(report: Report, fail_on: Level) -> Iterator[Object]:
    found = issues(report, fail_on, known=True)
    claims = {file.path: {outcome.id: outcome.position for outcome in file.outcomes} for file in report.files}
    for issue, name in zip(found, fingerprints(found), strict=True):
        yield result(issue, name, claims.get(issue.position.path, {}))


def result(issue: Issue, fingerprint: str, claims: Mapping[str, Position]) -> Object:
    """Return the result of an issue; ``claims`` are the places of those of its file."""
    found: Object = {
        "ruleId": issue.code,
        "level": _LEVELS[issue.gravity],
        "message": message(issue.message, *issue.details),
        "locations": [location(issue.position, issue.subject)],
        "partialFingerprints": dict.fromkeys(FINGERPRINTS, fingerprint),
    }
    if places := [*_article(issue.outcome), *issue.related]:
        found["relatedLocations"] = related(places)
    if issue.suppressed:
        found["suppressions"] = [_suppression(issue.suppressed)]
    if issue.outcome is None:
        return found
    if issue.outcome.verdict == "unverified" and issue.gravity == "notice":
        found |= {"kind": "open", "level": "none"}
    return found | _of_claim(issue.outcome, claims)


def _of_claim(outcome: Outcome, claims: Mapping[str, Position]) -> Object:
    """Return what only a claim has: where its values come from, its cures, that it was expected."""
    found: Object = {"properties": _properties(outcome)}
    if places := [*_article(outcome), *origins(outcome, claims)]:
        found["relatedLocations"] = related(places)
    if edits := [_fix(outcome.position, fix) for fix in fixes(outcome)]:
        found["fixes"] = edits
    if expected(outcome):
        reason = inert(outcome.note or f"recorded with expect: {outcome.expect}")
        found["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": reason}]
    return found


def _article(outcome: Outcome | None) -> list[tuple[Position, str]]:
    """Return where the text under check has the words of a claim."""
    return [(outcome.article, f"the text: {quoted(outcome.quote)}")] if outcome and outcome.article else []


def _suppression(found: Suppression) -> Object:
    until = f" (until {found.until})" if found.until else ""
    reason = inert(found.reason or "recorded in the baseline") + until
    kind = "inSource" if found.by == "file" else "external"
    return {"kind": kind, "status": "accepted", "justification": reason}


def _properties(outcome: Outcome) -> Object:
    named = {"claim": outcome.id, "verdict": outcome.verdict, "grade": outcome.grade, "quote": outcome.quote}
    return {key: inert(value) for key, value in named.items() if value}


def _fix(at: Position, fix: Fix) -> Object:
    replacement = {"deletedRegion": region(at), "insertedContent": {"text": fix.statement}}
    change = {"artifactLocation": artifact(at.path), "replacements": [replacement]}
    return {"description": message(fix.reason), "artifactChanges": [change]}


def _held(outcome: Outcome) -> Object:
    return {
        "ruleId": HELD,
        "kind": _KINDS[outcome.verdict],
        "level": "none",
        "message": message(outcome.headline, *details(outcome)),
        "locations": [location(outcome.position, outcome.id)],
        "properties": _properties(outcome),
    }
