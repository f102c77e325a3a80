"""Options of the commands that answer questions: to texts, to the packs, to the program itself."""

import argparse

from factcheck.cli.options.shared import LANGUAGE, TEXT_PATHS

SCHEMAS = ("claims", "rules", "things", "pack", "report", "draft")
SHELLS = ("bash", "zsh", "fish")


def mentions(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck mentions`` takes."""
    command.add_argument("paths", nargs="*", metavar="PATH", help=TEXT_PATHS)
    command.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text, a table")
    command.add_argument("-a", "--all", action="store_true", help="list what is no quantity, too: dates, names")
    command.add_argument("--markdown", action="store_true", help="read as Markdown whatever the file is called")
    command.add_argument("--lang", metavar="LANGUAGE", help=LANGUAGE)
    command.add_argument("--decimal-comma", action="store_true", help="read 1.234,5 as a little more than a thousand")
    command.add_argument(
        "--jsonl", action="store_true", help='read {"id", "text"} a line from standard input, write {"id", "mentions"}'
    )


def derive(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck derive`` takes."""
    command.add_argument("value", help="the value to start from")
    command.add_argument("target", help="the unit to arrive at")


def facts(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck facts`` takes."""
    command.add_argument("thing", nargs="?", help="any of its names; without it, all things are listed")
    command.add_argument(
        "--attribute", metavar="NAME", help="only this attribute; without a thing, of all that have it"
    )


def rules(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck rules`` takes."""
    command.add_argument("rule", nargs="?", metavar="NAME", help="one of them, with symbols, dimensions and an example")
    _add_table(command)


def units(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck units`` takes."""
    command.add_argument("unit", nargs="?", metavar="NAME", help="any name of a unit, or what is measured")
    _add_table(command)


def _add_table(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text, a table")


def explain(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck explain`` takes."""
    command.add_argument("code", nargs="?", help="the code, or the name of a slip; without it, all are listed")


def config(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck config`` takes."""
    command.add_argument("path", nargs="?", metavar="PATH", help="a file or folder; default: this folder")
    command.add_argument("--explain", action="store_true", help="say where each comes from")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def schema(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck schema`` takes."""
    command.add_argument("kind", choices=SCHEMAS, help="the kind of file")


def completion(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck completion`` takes."""
    command.add_argument("shell", choices=SHELLS, help="the shell")
