"""What commands share: messages on standard error, the report on a terminal or in a pipe."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.columns import columns
from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import is_there
from factcheck.model.report import Report
from factcheck.report import renderer
from factcheck.report.inert import inert
from factcheck.report.summary import Level, outcomes
from factcheck.suggest import nearest

if TYPE_CHECKING:
    from factcheck.report.layout import Line

OK, UNABLE = 0, 2
SHOWN = 100
"""So many findings of a kind are printed unless the run asks for more."""
WIDTH = 80
"""Lines that go into a pipe or a file are not wider, in cells."""

MIN_WIDTH, MAX_WIDTH = 40, 100
"""Those on a terminal are as wide as it is, within these bounds."""

CHUNK = 1 << 16
MAX_LINE = 1 << 20
"""A longer line is cut, so that one without an end does not fill the memory; the filter refuses it anyway."""


def complain(message: str) -> None:
    """Write a message to standard error."""
    sys.stderr.write(f"factcheck: {inert(message)}\n")


def all_exist(paths: Iterable[Path]) -> bool:
    """Whether all paths exist; complains about the first that does not."""
    missing = next((path for path in paths if not is_there(path)), None)
    if missing is not None:
        complain(f"there is no `{missing}`")
    return missing is None


def say(text: str = "") -> None:
    """Write a line to standard output; control characters are made visible."""
    sys.stdout.write(f"{inert(text)}\n")


def for_programs() -> None:
    """Let standard output be UTF-8 whatever the locale, and written in blocks: what follows is read by programs."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=False, write_through=False)


def received() -> Iterator[str]:
    """Yield the lines of standard input; all that was answered is sent off before waiting for more."""
    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        yield from sys.stdin or ()
        return
    rest = b""
    while chunk := source.read1(CHUNK):
        whole, end, last = chunk.rpartition(b"\n")
        if end:
            yield from (rest + whole).decode("utf-8", "replace").split("\n")
            rest = b""
        rest = (rest + last)[:MAX_LINE]
        sys.stdout.flush()
    if rest:
        yield rest.decode("utf-8", "replace")


def on_terminal() -> bool:
    """Whether standard output is a terminal that people read, no file, pipe or *dumb* terminal."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def in_colour() -> bool:
    """Whether that terminal shows colours, and nobody asked for none (https://no-color.org)."""
    known = os.name != "nt" or not {"WT_SESSION", "TERM", "ANSICON"}.isdisjoint(os.environ)
    return known and not os.environ.get("NO_COLOR")


def show_lines(write: "Callable[[int], Iterable[Line]]", piped: int = WIDTH) -> None:
    """Print the lines that ``write`` gives for a width: that of the terminal, or ``piped`` where there is none."""
    width = max(MIN_WIDTH, min(columns(sys.stdout), MAX_WIDTH)) if on_terminal() else piped
    if on_terminal() and in_colour():
        sys.stdout.write(import_module("factcheck.report.colour").coloured(write(width)))
    else:
        sys.stdout.write(import_module("factcheck.report.layout").plain(write(width)))
    sys.stdout.flush()


def limit(options: argparse.Namespace) -> int | None:
    """Return how many findings of a kind are printed as text; None for all."""
    if options.limit is None:
        return None if options.verbose else SHOWN
    return options.limit or None


def show_report(report: Report, form: str, *, verbose: bool, fail_on: Level, limit: int | None = None) -> None:
    """Print a report, as text not more than ``limit`` findings of a kind; colours only on a terminal."""
    if form != "text":
        for_programs()
        sys.stdout.write(renderer(form)(report, verbose=verbose, fail_on=fail_on))
        sys.stdout.flush()
        return
    text = import_module("factcheck.report.text")
    show_lines(lambda width: text.lines(report, verbose=verbose, width=width, fail_on=fail_on, limit=limit))


def show_why(report: Report, claim: str, *, latex: bool) -> int:
    """Print the story of one claim and return the exit code."""
    why = import_module("factcheck.report.why")
    outcome = why.find(report, claim)
    if outcome is None:
        near = nearest(claim, [outcome.id for outcome in outcomes(report)])
        complain(f"no claim is called `{claim}`" + (f"; did you mean `{near}`?" if near else ""))
        return UNABLE
    show_lines(lambda width: why.lines(report, outcome, latex=latex, width=width))
    return OK


def show_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics to standard error, as the report shows them."""
    blocks = import_module("factcheck.report.blocks")
    layout = import_module("factcheck.report.layout")
    width = min(MAX_WIDTH, columns(sys.stderr))
    for diagnostic in diagnostics:
        sys.stderr.write(layout.plain(blocks.diagnostic_block(diagnostic, width)) + "\n")
