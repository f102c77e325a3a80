"""The verdicts alone, one JSON object a line: for filters and spreadsheets."""

import json

from factcheck.model.report import Outcome, Report
from factcheck.report.blocks import written
from factcheck.report.json import escaped
from factcheck.report.origins import inputs
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, outcomes

_KEYS = ("id", "verdict", "grade", "code", "headline")


def render(
    report: Report,
    *,
    verbose: bool = False,  # noqa: ARG001 - one line has one shape
    fail_on: Level = DEFAULT_FAIL_ON,  # noqa: ARG001 - the verdicts speak for themselves
) -> str:
    """Return a line for each claim, in order."""
    return "".join(f"{line(outcome, **_places(outcome))}\n" for outcome in outcomes(report))


def line(outcome: Outcome, **more: str | int | list[str]) -> str:
    """Return the object for one claim, without the end of the line: what a stream writes, which knows no places."""
    found = {key: getattr(outcome, key) for key in _KEYS} | more
    if outcome.suppressed:
        found["suppressed"] = outcome.suppressed.reason or outcome.suppressed.by
    return escaped(json.dumps(found, ensure_ascii=False))


def _places(outcome: Outcome) -> dict[str, str | int | list[str]]:
    """Return where a claim stands, the line of the text that it quotes, and where its inputs stand in data."""
    found: dict[str, str | int | list[str]] = {"path": outcome.position.path, "line": outcome.position.line}
    if outcome.article:
        found |= {"article": outcome.article.path}
        inside = outcome.article.inside
        found |= {"article_place": inside} if inside else {"article_line": outcome.article.line}
    if places := inputs(outcome):
        found["inputs"] = [written(one) for one in places]
    return found
