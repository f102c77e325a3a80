"""The command line: reads the arguments and hands them to the command. Light, so that --help answers at once."""

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn, TextIO

from factcheck import __version__

OK, FINDINGS, UNABLE = 0, 1, 2
LEVELS = ("unverified", "borderline", "slip", "wrong", "decision", "error")
FORMATS = ("text", "concise", "json", "jsonl", "markdown", "html", "sarif", "junit", "github", "gitlab")
"""The formats of reports: `factcheck.report` has a module for each, `factcheck.report.drafts` one for drafts."""

SCHEMAS = ("claims", "rules", "things", "pack", "report", "draft")
SHELLS = ("bash", "zsh", "fish")

FEWER_COLLECTIONS = 50_000
DEBUG = "FACTCHECK_DEBUG"
"""The variable of the environment that asks for the traceback of a fault of the program, as ``--debug`` does."""

EXIT_CODES = "exit codes: 0 nothing found, 1 findings (or nothing was judged), 2 could not run"


class _Help(argparse.HelpFormatter):
    """As wide as the terminal; made for each option that is added, so that asking for the width has to be cheap."""

    def __init__(self, prog: str, **given: Any) -> None:
        super().__init__(prog, **{**given, "width": _columns() - 2})


def _columns() -> int:
    """Return the width of the terminal as ``shutil`` finds it, whose import takes longer than all the rest."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


class _Elsewhere(argparse.ArgumentParser):
    """Stands for a command that this run does not use: it takes no options."""

    def __init__(self) -> None:
        pass

    def add_argument(self, *_: Any, **__: Any) -> argparse.Action:
        """Leave an option out."""
        return _NO_ACTION


_ELSEWHERE, _NO_ACTION = _Elsewhere(), argparse.Action((), "")


class Commands:
    """The commands of a parser: all of them, or only one."""

    def __init__(self, found: "argparse._SubParsersAction[argparse.ArgumentParser]", only: str) -> None:
        self.all, self.only = found, only


def parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser of all commands, or of one: a run needs the options of no other."""
    found = argparse.ArgumentParser(
        prog="factcheck",
        formatter_class=_Help,
        description="Re-derives the numbers of a text from primary sources and says where they disagree.",
        epilog=EXIT_CODES,
    )
    found.add_argument("--version", action="version", version=f"factcheck {__version__}")
    found.add_argument("--debug", action="store_true", help="show the traceback of a fault of the program")
    commands = Commands(found.add_subparsers(dest="command", metavar="command", required=True), only)
    _add_check(commands)
    _add_draft(commands)
    _add_archive(commands)
    _add_questions(commands)
    _add_mentions(commands)
    _add_writers(commands)
    _add_editors(commands)
    _add_servers(commands)
    return parser() if only and only not in commands.all.choices else found


def _command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    if commands.only not in {"", name}:
        return _ELSEWHERE
    told = f"{text[0].upper()}{text[1:]}."
    return commands.all.add_parser(name, help=text, description=told, epilog=EXIT_CODES, formatter_class=_Help)


def _add_check(commands: Commands) -> None:
    check = _command(commands, "check", "check claim files and print the report")
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; default: the project around this folder"
    )
    check.add_argument("--fail-on", choices=LEVELS, help="the least finding that fails the run (default: slip)")
    check.add_argument("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    check.add_argument(
        "--out",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file, too; may be repeated: --out sarif=x.sarif --out junit=x.xml",
    )
    check.add_argument("-v", "--verbose", "--all", action="store_true", help="show what holds, too, and all of it")
    _add_limit(check)
    check.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")
    _add_baseline(check)
    check.add_argument("--since", metavar="REV", help="only what changed since this revision of git, or rests on it")
    _add_root(check)
    _add_today(check)
    check.add_argument("--why", metavar="ID", help="tell the whole story of one claim")
    check.add_argument("--latex", action="store_true", help="with --why: the formula as LaTeX, too")
    check.add_argument(
        "--jsonl", action="store_true", help='read {"id", "says"} a line from standard input, write {"id", "verdict"}'
    )
    check.add_argument("--no-cache", action="store_true", help="neither read nor write results of earlier runs")
    check.add_argument("--stats", action="store_true", help="say on standard error how much was taken from the cache")


def _add_root(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--root",
        metavar="FOLDER",
        help="tell paths from this folder, that of the repository; each project below it has its own settings",
    )


def _add_limit(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--limit",
        type=_count,
        metavar="N",
        help="print not more than N findings of a kind as text; 0: all (default: 100, with --all all)",
    )


def _count(text: str) -> int:
    """Return a whole number; raises ValueError for any other text."""
    found = int(text)
    if found < 0:
        raise ValueError
    return found


def _port(text: str) -> int:
    """Return a port; raises ValueError for any other text."""
    found = _count(text)
    if found >= 1 << 16:
        raise ValueError
    return found


def _add_baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--baseline", metavar="FILE", help="findings in this file are known: only what is new fails the run"
    )
    command.add_argument("--no-baseline", action="store_true", help="leave the baseline of the settings alone")


def _add_today(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--today",
        type=day,
        metavar="DATE",
        help="the day that ends of ignores are compared with (default: SOURCE_DATE_EPOCH, else the clock)",
    )


def day(text: str) -> str:
    """Return a day as it is written; raises ValueError for any other text."""
    from datetime import date  # noqa: PLC0415 - for those who give one

    return date.fromisoformat(text).isoformat()


def _add_draft(commands: Commands) -> None:
    draft = _command(commands, "draft", "check the numbers of a text against each other, and against what packs know")
    draft.add_argument("paths", nargs="*", metavar="PATH", help="text and Markdown files, folders; - is standard input")
    draft.add_argument(
        "--fail-on",
        choices=("query", *LEVELS),
        help="the least finding that fails the run (default: slip); query: also what is only worth a look",
    )
    draft.add_argument(
        "--min-coverage", type=_percentage, default=0.0, metavar="50%%", help="fail where fewer numbers were judged"
    )
    draft.add_argument(
        "--allow-unjudged", action="store_true", help="a run in which no number could be judged is no finding"
    )
    draft.add_argument("--format", choices=FORMATS, default="text", help="the format of the report (default: text)")
    draft.add_argument(
        "--out",
        action="append",
        default=[],
        metavar="[FORMAT=]FILE",
        help="write the report to a file, too; may be repeated: --out sarif=x.sarif --out html=x.html; "
        "--out html=pages/ writes a page for each text, and an index; --out docx=x.docx a Word document with comments",
    )
    draft.add_argument("--only", choices=("statistics",), help="report on the statistical results alone, in a table")
    draft.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")
    _add_baseline(draft)
    _add_root(draft)
    _add_today(draft)
    draft.add_argument("--since", metavar="REV", help="only texts that changed since this revision of git")
    draft.add_argument(
        "--data",
        metavar="FILE",
        action="append",
        default=[],
        help="propose what numbers may be taken from in this data file, by name and value; may be repeated",
    )
    draft.add_argument("--write", metavar="FILE", help="write what was found as claims, ready to edit")
    draft.add_argument("--force", action="store_true", help="with --write: over a file that exists")
    draft.add_argument("-v", "--verbose", "--all", action="store_true", help="show all lines, with what holds")
    _add_limit(draft)
    draft.add_argument("--markdown", action="store_true", help="read as Markdown whatever the file is called")
    draft.add_argument("--lang", metavar="LANGUAGE", help="the language of sentences whose words do not tell it")
    draft.add_argument("--date", metavar="DAY", help="the day of the text (2005-03-01), else front matter or dateline")
    draft.add_argument(
        "--jsonl", action="store_true", help='read {"id", "text"} a line from standard input, write {"id", "findings"}'
    )
    draft.add_argument("--no-cache", action="store_true", help="neither read nor write results of earlier runs")


def _add_archive(commands: Commands) -> None:
    archive = _command(commands, "archive", "check the numbers of texts by the million, each text for itself")
    archive.add_argument(
        "paths", nargs="+", metavar="IN", help="Parquet and JSON Lines, texts (.txt, .md), folders; .gz and .zst, too"
    )
    archive.add_argument(
        "--out", required=True, metavar="FOLDER", help="where findings go; a run that was stopped goes on there"
    )
    archive.add_argument("--text", metavar="COLUMN", help="the column of the texts (default: text, content, body, …)")
    archive.add_argument("--id", metavar="COLUMN", help="that of their ids (default: id, doc_id, url, …, else the row)")
    archive.add_argument("--date", metavar="COLUMN", help="that of their dates, by which findings are counted, too")
    archive.add_argument("--lang", metavar="LANGUAGE", help="the language of sentences whose words do not tell it")
    archive.add_argument("--workers", type=_count, metavar="N", help="so many processes (default: one a core)")
    archive.add_argument(
        "--ray",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="on the nodes of Ray instead, at this address or around here",
    )
    archive.add_argument("--batch", type=_some, default=1000, metavar="N", help="texts a batch (default: 1000)")
    archive.add_argument(
        "--seconds", type=_count, default=60, metavar="N", help="what a text may compute; 0: as it needs (default: 60)"
    )
    archive.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")


def _some(text: str) -> int:
    """Return a whole number above zero; raises ValueError for any other text."""
    found = _count(text)
    if not found:
        raise ValueError
    return found


def _percentage(text: str) -> float:
    """Return a share of 1: ``50%`` and ``50`` are a half."""
    found = float(text.strip().removesuffix("%"))
    if not 0 <= found <= 100:  # noqa: PLR2004 - all of it
        raise ValueError
    return found / 100


def _add_questions(commands: Commands) -> None:
    derive = _command(commands, "derive", 'find a derivation by dimensions: derive "100 EFLOP/s" D1')
    derive.add_argument("value", help="the value to start from")
    derive.add_argument("target", help="the unit to arrive at")
    facts = _command(commands, "facts", "show what the packs know about a thing, with sources")
    facts.add_argument("thing", nargs="?", help="any of its names; without it, all things are listed")
    facts.add_argument("--attribute", metavar="NAME", help="only this attribute; without a thing, of all that have it")
    rules = _command(commands, "rules", "list the rules and functions: rules percent_change")
    rules.add_argument("rule", nargs="?", metavar="NAME", help="one of them, with symbols, dimensions and an example")
    units = _command(commands, "units", "list the units: units mile, units energy")
    units.add_argument("unit", nargs="?", metavar="NAME", help="any name of a unit, or what is measured")
    for listed in (rules, units):
        listed.add_argument("--format", choices=("text", "json"), default="text", help="default: text, a table")
    explain = _command(commands, "explain", "explain a diagnostic code, such as FC401")
    explain.add_argument("code", nargs="?", help="the code, or the name of a slip; without it, all are listed")


def _add_mentions(commands: Commands) -> None:
    mentions = _command(commands, "mentions", "list the quantities that a text mentions, with unit, hedge and place")
    mentions.add_argument(
        "paths", nargs="*", metavar="PATH", help="text and Markdown files, folders; - is standard input"
    )
    mentions.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text, a table")
    mentions.add_argument("-a", "--all", action="store_true", help="list what is no quantity, too: dates, names")
    mentions.add_argument("--markdown", action="store_true", help="read as Markdown whatever the file is called")
    mentions.add_argument("--lang", metavar="LANGUAGE", help="the language of sentences whose words do not tell it")
    mentions.add_argument("--decimal-comma", action="store_true", help="read 1.234,5 as a little more than a thousand")
    mentions.add_argument(
        "--jsonl", action="store_true", help='read {"id", "text"} a line from standard input, write {"id", "mentions"}'
    )


def _add_writers(commands: Commands) -> None:
    test = _command(commands, "test", "run the cases that stand beside the rules")
    test.add_argument("paths", nargs="*", metavar="PATH", help="folders of packs, packs or files; default: all packs")
    test.add_argument("-v", "--verbose", action="store_true", help="list each rule")
    lint = _command(commands, "lint", "look for what is left over or lacking in the project's own packs")
    lint.add_argument("path", nargs="?", metavar="PATH", help="a folder of the project; default: this folder")
    lint.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    lint.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")
    lint.add_argument("--no-cache", action="store_true", help="neither read nor write results of earlier runs")
    pin = _command(commands, "pin", "write the derivations that derive(…) finds into the claim files")
    pin.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; default: the project around this folder"
    )
    baseline = _command(commands, "baseline", "write today's findings into a file, so that only new ones fail a run")
    baseline.add_argument("action", choices=("update",), help="write the file anew; what no longer occurs is taken out")
    baseline.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; default: the project around this folder"
    )
    baseline.add_argument(
        "--baseline", metavar="FILE", help="default: that of the settings, else factcheck-baseline.json beside them"
    )
    baseline.add_argument(
        "--draft",
        action="append",
        default=[],
        metavar="PATH",
        help="write the findings of this text or folder of texts, too; alone, claims are left as they are",
    )
    baseline.add_argument("--fail-on", choices=LEVELS, help="the least finding that is written (default: slip)")
    _add_today(baseline)
    new = _command(commands, "new", "write a commented claim file to start from")
    new.add_argument("path", metavar="FILE", help="the file to write; it must not exist, its folder is made")
    new.add_argument("--article", metavar="FILE", help="write what is found in this text, in its language, as claims")
    new.add_argument("--lang", choices=("en", "zh"), help="the language of the file (default: that of the project)")
    init = _command(commands, "init", "make a project: settings, two claims to try, a job for GitHub")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="default: this folder")
    init.add_argument("--lang", choices=("en", "zh"), default="en", help="the language of the claims (default: en)")


def _add_editors(commands: Commands) -> None:
    config = _command(commands, "config", "print the settings in force for a file")
    config.add_argument("path", nargs="?", metavar="PATH", help="a file or folder; default: this folder")
    config.add_argument("--explain", action="store_true", help="say where each comes from")
    config.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    lsp = _command(commands, "lsp", "check what is open in an editor, as one types (Language Server Protocol)")
    lsp.add_argument("--stdio", action="store_true", help="speak over standard input and output, as it always does")
    schema = _command(commands, "schema", "print a JSON Schema, for editors and for readers of the report")
    schema.add_argument("kind", choices=SCHEMAS, help="the kind of file")
    serve = _command(commands, "serve", "open a page in the browser to paste a text into; for this machine alone")
    serve.add_argument(
        "--port", type=_port, default=0, metavar="N", help="the port of the page (default: any that is free)"
    )
    serve.add_argument("--no-browser", action="store_true", help="print the address, and open nothing")
    completion = _command(commands, "completion", "print a script that completes commands and options in a shell")
    completion.add_argument("shell", choices=SHELLS, help="the shell")


def _add_servers(commands: Commands) -> None:
    mcp = _command(commands, "mcp", "answer assistants over the Model Context Protocol (standard input and output)")
    mcp.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a folder of the project; default: this folder"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(next((one for one in given if one != "--debug"), "")).parse_args(arguments)
    if options.debug:
        os.environ[DEBUG] = "1"
    command = importlib.import_module(f"factcheck.cli.{options.command}_command")
    return int(command.run(options))


def _nowhere() -> TextIO:
    """Return where the output goes whose stream the caller closed."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - until the end of the process


def _failed(fault: Exception) -> int:
    """Tell of an exception that nothing caught, in a line: what the system refused, or a fault of the program."""
    with suppress(OSError):
        sys.stdout.flush()
    if os.environ.get(DEBUG):
        sys.excepthook(type(fault), fault, fault.__traceback__)
    elif isinstance(fault, OSError):
        sys.stderr.write(f"factcheck: {fault.strerror or fault}{f': {fault.filename!r}' if fault.filename else ''}\n")
    else:
        told = importlib.import_module("factcheck.diagnostics").fault_of_the_program(fault)
        sys.stderr.write(f"factcheck: {told}; `factcheck --debug …` shows the traceback\n")
    return UNABLE


def run() -> NoReturn:
    """Run the command line of this process, and end it."""
    gc.set_threshold(FEWER_COLLECTIONS)
    if sys.stdin is not None:  # closed, in a service
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a sign must not end the run
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINDINGS
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        code = UNABLE
    except Exception as fault:  # noqa: BLE001 - the last place that can tell of it
        code = _failed(fault)
    sys.stderr.flush()
    os._exit(code)  # all is written; taking the modules apart would cost a tenth of a warm run
