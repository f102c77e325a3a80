"""One line for each issue, as compilers write it: ``path:line:column: CODE message``; then the summary."""

from factcheck.model.report import Report
from factcheck.report.blocks import written
from factcheck.report.inert import inert, mute
from factcheck.report.issues import Issue, issues
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, summary_line


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the issues; ``verbose`` adds those that the claims record with `expect`."""
    lines = [line(issue) for issue in issues(report, fail_on, known=verbose)]
    return "".join(f"{text}\n" for text in (*lines, summary_line(report)))


def line(issue: Issue) -> str:
    """Return the line of one issue; what has no line of its own stands at the first."""
    at = issue.position
    place = f"{at.path}:{max(1, at.line)}:{max(1, at.column)}"
    article = f" ({written(issue.article)})" if issue.article else ""
    return mute(inert(f"{place}: {issue.code} {issue.headline}{article}"))
