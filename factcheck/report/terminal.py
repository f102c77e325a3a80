"""Prints the text report in colour; the only importer of rich."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style as RichStyle

from factcheck.model.report import Report
from factcheck.report.layout import Line, Style
from factcheck.report.summary import DEFAULT_FAIL_ON, Level
from factcheck.report.text import lines

_COLOURS: dict[Style, RichStyle | None] = {
    "": None,
    "bad": RichStyle(color="red", bold=True),
    "doubt": RichStyle(color="yellow", bold=True),
    "good": RichStyle(color="green", bold=True),
    "code": None,
    "place": RichStyle(color="cyan"),
    "gutter": RichStyle(color="blue"),
    "mark": RichStyle(color="red"),
    "label": RichStyle(bold=True),
    "faint": RichStyle(dim=True),
}

MIN_WIDTH, MAX_WIDTH = 40, 100


def show(
    report: Report,
    *,
    verbose: bool = False,
    fail_on: Level = DEFAULT_FAIL_ON,
    file: TextIO | None = None,
    limit: int | None = None,
) -> None:
    """Print the report to a terminal, as wide as it is within reason; rich honours NO_COLOR."""
    show_lines(lambda width: lines(report, verbose=verbose, width=width, fail_on=fail_on, limit=limit), file)


def show_lines(write: Callable[[int], Iterable[Line]], file: TextIO | None = None) -> None:
    """Print the lines that ``write`` gives for a width."""
    console = Console(file=file, highlight=False, soft_wrap=True)
    shown = write(max(MIN_WIDTH, min(console.width, MAX_WIDTH)))
    # Ready segments, not text: rich has nothing left to wrap, which is most of its time.
    console.print(Segments(_segments(shown)), end="")


def _segments(shown: Iterable[Line]) -> Iterator[Segment]:
    for line in shown:
        yield from (Segment(segment.text, _COLOURS[segment.style]) for segment in line)
        yield Segment.line()
