"""Options of the commands that judge: claims, drafts, texts by the million, and what is known of them already."""

import argparse

from factcheck.cli.options.shared import (
    CLAIM_PATHS,
    LANGUAGE,
    LEVELS,
    TEXT_PATHS,
    add_baseline,
    add_exit_zero,
    add_limit,
    add_no_cache,
    add_report,
    add_root,
    add_today,
    count,
    some,
)


def check(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck check`` takes."""
    command.add_argument("paths", nargs="*", metavar="PATH", help=CLAIM_PATHS)
    command.add_argument("--fail-on", choices=LEVELS, help="the least finding that fails the run (default: slip)")
    add_report(command, "--out sarif=x.sarif --out junit=x.xml")
    command.add_argument("-v", "--verbose", "--all", action="store_true", help="show what holds, too, and all of it")
    add_limit(command)
    add_exit_zero(command)
    add_baseline(command)
    command.add_argument("--since", metavar="REV", help="only what changed since this revision of git, or rests on it")
    add_root(command)
    add_today(command)
    command.add_argument("--why", metavar="ID", help="tell the whole story of one claim")
    command.add_argument("--latex", action="store_true", help="with --why: the formula as LaTeX, too")
    command.add_argument(
        "--jsonl", action="store_true", help='read {"id", "says"} a line from standard input, write {"id", "verdict"}'
    )
    add_no_cache(command)
    command.add_argument("--stats", action="store_true", help="say on standard error how much was taken from the cache")


def draft(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck draft`` takes."""
    command.add_argument("paths", nargs="*", metavar="PATH", help=TEXT_PATHS)
    command.add_argument(
        "--fail-on",
        choices=("query", *LEVELS),
        help="the least finding that fails the run (default: slip); query: also what is only worth a look",
    )
    command.add_argument(
        "--min-coverage", type=percentage, default=0.0, metavar="50%%", help="fail where fewer numbers were judged"
    )
    command.add_argument(
        "--allow-unjudged", action="store_true", help="a run in which no number could be judged is no finding"
    )
    add_report(
        command,
        "--out sarif=x.sarif --out html=x.html; "
        "--out html=pages/ writes a page for each text, and an index; --out docx=x.docx a Word document with comments",
    )
    command.add_argument("--only", choices=("statistics",), help="report on the statistical results alone, in a table")
    add_exit_zero(command)
    add_baseline(command)
    add_root(command)
    add_today(command)
    command.add_argument("--since", metavar="REV", help="only texts that changed since this revision of git")
    command.add_argument(
        "--data",
        metavar="FILE",
        action="append",
        default=[],
        help="propose what numbers may be taken from in this data file, by name and value; may be repeated",
    )
    command.add_argument("--write", metavar="FILE", help="write what was found as claims, ready to edit")
    command.add_argument("--force", action="store_true", help="with --write: over a file that exists")
    command.add_argument("-v", "--verbose", "--all", action="store_true", help="show all lines, with what holds")
    add_limit(command)
    command.add_argument("--markdown", action="store_true", help="read as Markdown whatever the file is called")
    command.add_argument("--lang", metavar="LANGUAGE", help=LANGUAGE)
    command.add_argument(
        "--date", metavar="DAY", help="the day of the text (2005-03-01), else front matter or dateline"
    )
    command.add_argument(
        "--jsonl", action="store_true", help='read {"id", "text"} a line from standard input, write {"id", "findings"}'
    )
    add_no_cache(command)


def percentage(text: str) -> float:
    """Return a share of 1: ``50%`` and ``50`` are a half; raises ArgumentTypeError for any other text."""
    try:
        found = float(text.strip().removesuffix("%"))
    except ValueError:
        found = -1
    if not 0 <= found <= 100:  # noqa: PLR2004 - all of it
        raise argparse.ArgumentTypeError(f"`{text}` is no share between 0% and 100%")
    return found / 100


def archive(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck archive`` takes."""
    command.add_argument(
        "paths", nargs="+", metavar="IN", help="Parquet and JSON Lines, texts (.txt, .md), folders; .gz and .zst, too"
    )
    command.add_argument(
        "--out", required=True, metavar="FOLDER", help="where findings go; a run that was stopped goes on there"
    )
    command.add_argument("--text", metavar="COLUMN", help="the column of the texts (default: text, content, body, …)")
    command.add_argument("--id", metavar="COLUMN", help="that of their ids (default: id, doc_id, url, …, else the row)")
    command.add_argument("--date", metavar="COLUMN", help="that of their dates, by which findings are counted, too")
    command.add_argument("--lang", metavar="LANGUAGE", help=LANGUAGE)
    command.add_argument("--workers", type=count, metavar="N", help="so many processes (default: one a core)")
    command.add_argument(
        "--ray",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="on the nodes of Ray instead, at this address or around here",
    )
    command.add_argument("--batch", type=some, default=1000, metavar="N", help="texts a batch (default: 1000)")
    command.add_argument(
        "--seconds", type=count, default=60, metavar="N", help="what a text may compute; 0: as it needs (default: 60)"
    )
    add_exit_zero(command)


def baseline(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck baseline`` takes."""
    command.add_argument("action", choices=("update",), help="write the file anew; what no longer occurs is taken out")
    command.add_argument("paths", nargs="*", metavar="PATH", help=CLAIM_PATHS)
    command.add_argument(
        "--baseline", metavar="FILE", help="default: that of the settings, else factcheck-baseline.json beside them"
    )
    command.add_argument(
        "--draft",
        action="append",
        default=[],
        metavar="PATH",
        help="write the findings of this text or folder of texts, too; alone, claims are left as they are",
    )
    command.add_argument("--fail-on", choices=LEVELS, help="the least finding that is written (default: slip)")
    add_today(command)
