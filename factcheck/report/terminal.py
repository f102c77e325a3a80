"""Prints the text report in colour; the only importer of rich."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from factcheck.model.report import Report
from factcheck.report.layout import Line, Style
from factcheck.report.summary import DEFAULT_FAIL_ON, Level
from factcheck.report.text import lines

_COLOURS: dict[Style, str] = {
    "": "",
    "bad": "bold red",
    "doubt": "bold yellow",
    "good": "bold green",
    "code": "",
    "place": "cyan",
    "gutter": "blue",
    "mark": "red",
    "label": "bold",
    "faint": "dim",
}

MIN_WIDTH, MAX_WIDTH = 40, 100


def show(
    report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON, file: TextIO | None = None
) -> None:
    """Print the report to a terminal, as wide as it is within reason; rich honours NO_COLOR."""
    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in lines(report, verbose=verbose, width=width, fail_on=fail_on):
        console.print(_styled(line))


def _styled(line: Line) -> Text:
    text = Text(end="")
    for segment in line:
        text.append(segment.text, _COLOURS[segment.style])
    text.rstrip()
    return text
