"""One line for each issue, as compilers write it: ``path:line:column: CODE message``; then the summary."""

from collections.abc import Iterable

from factcheck.model.report import Report
from factcheck.report.blocks import written as place_of
from factcheck.report.inert import inert, mute
from factcheck.report.issues import Issue, issues
from factcheck.report.origins import inputs
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, summary_line


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the issues; ``verbose`` adds those that the claims record with `expect`."""
    return written(issues(report, fail_on, known=verbose), summary_line(report))


def written(found: Iterable[Issue], summary: str) -> str:
    """Return a line for each issue, then the summary."""
    return "".join(f"{text}\n" for text in (*map(line, found), mute(inert(summary))))


def line(issue: Issue) -> str:
    """Return the line of one issue; what has no line of its own stands at the first."""
    at = issue.position
    place = place_of(at) if at.inside else f"{at.path}:{max(1, at.line)}:{max(1, at.column)}"
    beside = [issue.article] if issue.article else []
    beside += inputs(issue.outcome) if issue.outcome else ()
    told = f" ({'; '.join(map(place_of, beside))})" if beside else ""
    return mute(inert(f"{place}: {issue.code} {issue.headline}{told}"))
