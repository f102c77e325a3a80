"""Options that several commands have, and what their values may be."""

import argparse

LEVELS = ("unverified", "borderline", "slip", "wrong", "decision", "error")
FORMATS = ("text", "concise", "json", "jsonl", "markdown", "html", "sarif", "junit", "github", "gitlab")
"""The formats of reports: `factcheck.report` has a module for each, `factcheck.report.drafts` one for drafts."""

LANGUAGE = "the language of sentences whose words do not tell it"
CLAIM_PATHS = "files and folders; default: the project around this folder"
TEXT_PATHS = "text and Markdown files, folders; - is standard input"


_LONGEST = 9


def count(text: str) -> int:
    """Return a whole number; raises ArgumentTypeError for any other text."""
    if text.isascii() and text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}` is no whole number of at most {_LONGEST} digits")


def some(text: str) -> int:
    """Return a whole number above zero; raises ArgumentTypeError for any other text."""
    found = count(text)
    if not found:
        raise argparse.ArgumentTypeError("at least 1 is needed")
    return found


def day(text: str) -> str:
    """Return a day as it is written; raises ArgumentTypeError for any other text."""
    from datetime import date  # noqa: PLC0415 - for those who give one

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no day such as 2026-12-31") from None


def add_report(command: argparse.ArgumentParser, more: str = "") -> None:
    """Take the format of the report and the files to write; ``more`` says what else is written."""
    command.add_argument("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    command.add_argument(
        "--out",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help=f"write the report to a file, too; may be repeated: {more}",
    )


def add_limit(command: argparse.ArgumentParser) -> None:
    """Take how much is printed."""
    command.add_argument(
        "--limit",
        type=count,
        metavar="N",
        help="print not more than N findings of a kind as text; 0: all (default: 100, with --all all)",
    )


def add_root(command: argparse.ArgumentParser) -> None:
    """Take the folder of the repository."""
    command.add_argument(
        "--root",
        metavar="FOLDER",
        help="tell paths from this folder, that of the repository; each project below it has its own settings",
    )


def add_baseline(command: argparse.ArgumentParser) -> None:
    """Take what is known already."""
    command.add_argument(
        "--baseline", metavar="FILE", help="findings in this file are known: only what is new fails the run"
    )
    command.add_argument("--no-baseline", action="store_true", help="leave the baseline of the settings alone")


def add_today(command: argparse.ArgumentParser) -> None:
    """Take the day of the run."""
    command.add_argument(
        "--today",
        type=day,
        metavar="DATE",
        help="the day that ends of ignores are compared with (default: SOURCE_DATE_EPOCH, else the clock)",
    )


def add_exit_zero(command: argparse.ArgumentParser) -> None:
    """Take whether findings count."""
    command.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")


def add_no_cache(command: argparse.ArgumentParser) -> None:
    """Take whether earlier runs count."""
    command.add_argument("--no-cache", action="store_true", help="neither read nor write results of earlier runs")
