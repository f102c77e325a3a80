"""The parser of the command line: each command with a line on it; its options are read when it is called."""

import argparse
import sys
from importlib import import_module
from typing import Any

from factcheck import __version__
from factcheck.cli.columns import columns

COMMANDS = {
    "check": ("judging", "check claim files and print the report"),
    "draft": ("judging", "check the numbers of a text against each other, and against what packs know"),
    "archive": ("judging", "check the numbers of texts by the million, each text for itself"),
    "derive": ("asking", 'find a derivation by dimensions: derive "100 EFLOP/s" D1'),
    "facts": ("asking", "show what the packs know about a thing, with sources"),
    "rules": ("asking", "list the rules and functions: rules percent_change"),
    "units": ("asking", "list the units: units mile, units energy"),
    "explain": ("asking", "explain a diagnostic code, such as FC401"),
    "mentions": ("asking", "list the quantities that a text mentions, with unit, hedge and place"),
    "test": ("writing", "run the cases that stand beside the rules"),
    "lint": ("writing", "look for what is left over or lacking in the project's own packs"),
    "pin": ("writing", "write the derivations that derive(…) finds into the claim files"),
    "baseline": ("judging", "write today's findings into a file, so that only new ones fail a run"),
    "new": ("writing", "write a commented claim file to start from"),
    "init": ("writing", "make a project: settings, two claims to try, a job for GitHub"),
    "config": ("asking", "print the settings in force for a file"),
    "lsp": ("serving", "check what is open in an editor, as one types (Language Server Protocol)"),
    "schema": ("asking", "print a JSON Schema, for editors and for readers of the report"),
    "serve": ("serving", "open a page in the browser to paste a text into; for this machine alone"),
    "completion": ("asking", "print a script that completes commands and options in a shell"),
    "mcp": ("serving", "answer assistants over the Model Context Protocol (standard input and output)"),
}
"""Each command, in the order of the help: the module of its options in ``factcheck.cli.options``, and what it does."""

EXIT_CODES = "exit codes: 0 nothing found, 1 findings (or nothing was judged), 2 could not run"


class _Help(argparse.HelpFormatter):
    """As wide as the terminal; made for each option that is added, so that asking for the width has to be cheap."""

    def __init__(self, prog: str, **given: Any) -> None:
        super().__init__(prog, **{**given, "width": columns(sys.__stdout__) - 2})


def parser(only: str = "", *, options: bool = True) -> argparse.ArgumentParser:
    """Return the parser of all commands, or of one: a run needs those of no other, and a list of them no options."""
    found = argparse.ArgumentParser(
        prog="factcheck",
        formatter_class=_Help,
        description="Re-derives the numbers of a text from primary sources and says where they disagree.",
        epilog=EXIT_CODES,
    )
    found.add_argument("--version", action="version", version=f"factcheck {__version__}")
    found.add_argument("--debug", action="store_true", help="show the traceback of a fault of the program")
    commands = found.add_subparsers(dest="command", metavar="command", required=True)
    for name in (only,) if only else COMMANDS:
        group, text = COMMANDS[name]
        told = f"{text[0].upper()}{text[1:]}."
        command = commands.add_parser(name, help=text, description=told, epilog=EXIT_CODES, formatter_class=_Help)
        if options:
            getattr(import_module(f"factcheck.cli.options.{group}"), name)(command)
    return found


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Return what the arguments say; raises SystemExit where that is nothing, or a question for help."""
    first = next((one for one in arguments if one != "--debug"), "")
    if first in COMMANDS:
        return parser(first).parse_args(arguments)
    return parser(options=first not in {"", "-h", "--help", "--version"}).parse_args(arguments)
