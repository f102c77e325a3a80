"""What commands share: messages on standard error, the report on a terminal or in a pipe, progress."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

from factcheck.diagnostics import Diagnostic
from factcheck.model.report import Report
from factcheck.report.inert import inert

SLOW_FILES = 2


def complain(message: str) -> None:
    """Write a message to standard error."""
    sys.stderr.write(f"factcheck: {inert(message)}\n")


def say(text: str = "") -> None:
    """Write a line to standard output; control characters are made visible."""
    sys.stdout.write(f"{inert(text)}\n")


def on_terminal() -> bool:
    """Whether standard output is a terminal that may be coloured."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def show_report(report: Report, form: str, *, verbose: bool, fail_on: str) -> bool:
    """Print a report; colours only on a terminal."""
    if form != "text":
        sys.stdout.write(import_module(f"factcheck.report.{form}").render(report))
        return True
    if on_terminal():
        terminal = import_module("factcheck.report.terminal")
        terminal.show(report, verbose=verbose, width=width(), fail_on=fail_on)
        return True
    sys.stdout.write(import_module("factcheck.report.text").render(report, verbose=verbose, fail_on=fail_on))
    return True


def width() -> int:
    """Return the width of the terminal in cells, at most 120."""
    return min(120, shutil.get_terminal_size((80, 24)).columns)


def show_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics to standard error, as the report shows them."""
    blocks = import_module("factcheck.report.blocks")
    layout = import_module("factcheck.report.layout")
    for diagnostic in diagnostics:
        sys.stderr.write(layout.plain(blocks.diagnostic_block(diagnostic, width())) + "\n")


def progress() -> Callable[[int, int, str], None] | None:
    """Return a line of progress for a terminal; None where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, name: str) -> None:
        if total >= SLOW_FILES:
            end = "\r\x1b[K" if done + 1 == total else ""
            sys.stderr.write(f"\r\x1b[K{done + 1}/{total} {inert(name)}{end}")
            sys.stderr.flush()

    return show
