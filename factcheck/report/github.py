"""Annotations for GitHub Actions, worst first, and the summary of the job.

The commands and their escapes are those of https://github.com/actions/toolkit (``packages/core/src/command.ts``).
GitHub shows ten annotations of each kind for a step, and a mebibyte of summary.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from factcheck.model.report import Position, Report
from factcheck.report.inert import clipped, inert, mute
from factcheck.report.issues import GRAVITIES, Gravity, Issue, issues, worst_first
from factcheck.report.markdown import render as markdown
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, counted, summary_line

MAX_ANNOTATIONS = 10
MAX_SUMMARY = 1 << 20
_MAX_TITLE = 200
_MAX_MESSAGE = 4000
_CUT = "\nThe report is longer than a summary may be; `factcheck check --out markdown=FILE` writes all of it.\n"

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
    """Return the commands that annotate; ``verbose`` adds what the claims record with `expect`."""
    return written(issues(report, fail_on, known=verbose), summary_line(report))


def written(issues: list[Issue], summary: str) -> str:
    """Return the commands for issues, the worst first, then the summary."""
    found = worst_first(issues)
    lines = [line for gravity in GRAVITIES for line in islice(_commands(found, gravity), MAX_ANNOTATIONS)]
    return "".join(f"{line}\n" for line in (*lines, _shown(summary), *_left_out(found)))


def summary(report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON, written: int = 0) -> str:
    """Return the summary of the job as Markdown, cut between two entries where ``written`` bytes leave it no room."""
    return fitted(markdown(report, verbose=verbose, fail_on=fail_on), written)


def fitted(text: str, written: int) -> str:
    """Return a summary, cut between two entries where ``written`` bytes leave it no room."""
    room = MAX_SUMMARY - written
    if len(text.encode()) <= room:
        return text
    start = text.encode()[: max(0, room - len(_CUT))].decode("utf-8", "ignore")
    kept = start[: start.rfind("\n#") + 1]
    return kept + _CUT if kept else ""


def _commands(found: list[Issue], gravity: Gravity) -> Iterator[str]:
    """Yield a command for each issue, at the words of the text where they are known; then those at their claims."""
    chosen = [issue for issue in found if issue.gravity == gravity]
    yield from (_command(issue, issue.article or issue.position) for issue in chosen)
    yield from (_command(issue, issue.position) for issue in chosen if issue.article)


def _command(issue: Issue, at: Position) -> str:
    properties = {
        "file": _shown(at.path),
        "line": "" if at.inside else str(max(1, at.line)),
        "col": "" if at.inside else str(max(1, at.column)),
        "endColumn": str(at.end_column) if at.end_column > at.column else "",
        "title": clipped(_shown(" ".join(filter(None, (issue.code, issue.subject, at.inside)))), _MAX_TITLE),
    }
    shown = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items() if value)
    text = clipped("\n".join(map(_shown, (issue.message, *issue.details))), _MAX_MESSAGE)
    return f"::{issue.gravity} {shown}::{_escaped(text, _DATA)}"


def _shown(text: str) -> str:
    return mute(inert(text))


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)


def _left_out(found: list[Issue]) -> list[str]:
    """Say how many annotations GitHub would not have shown."""
    counts = Counter(issue.gravity for issue in found)
    more = [
        counted(counts[gravity] - MAX_ANNOTATIONS, gravity)
        for gravity in GRAVITIES
        if counts[gravity] > MAX_ANNOTATIONS
    ]
    return [f"not annotated, as GitHub shows ten of each kind: {', '.join(more)}"] if more else []
