"""Claims of which everything is known: what they say, what is wrong with them, how they are run."""

from pathlib import Path

from factcheck.cli.main import main
from factcheck.model.report import Outcome, Report
from factcheck.policy.asked import Asked
from factcheck.report.concise import render
from factcheck.workspace import Workspace
from tests.projects import write

WRONG = "percent_change(before=40, after=50) = 20 %"
NEAR = "percent_change(before=1.2 million, after=1.5 million) = 22 %"
LOOSE = "500 + 500 > 100"
RIGHT = "1 + 1 = 2"


def claims(*texts: str, head: str = "") -> str:
    """Return a claim file: each text is ``id: says``, with further keys on lines of their own."""
    return head + "claims:\n" + "".join(_claim(text) for text in texts)


def _claim(text: str) -> str:
    first, *more = text.splitlines()
    name, _, says = first.partition(": ")
    return "".join((f"- id: {name}\n  says: {says}\n", *(f"  {line}\n" for line in more)))


def checked(project: Path, files: dict[str, str], *, asked: Asked | None = None) -> Report:
    """Write files into a project and check it."""
    return Workspace.open(write(project, files)).check((), asked=asked)


def lines(report: Report) -> list[str]:
    """Return the report as an editor sees it, without the summary."""
    return render(report).splitlines()[:-1]


def outcome(report: Report, name: str) -> Outcome:
    """Return the outcome of a claim."""
    return next(one for file in report.files for one in file.outcomes if one.id == name)


def run(*arguments: str) -> int:
    """Run a command and return its exit code."""
    return main(arguments)
