"""Options of the commands for authors of claims and packs."""

import argparse

from factcheck.cli.options.shared import CLAIM_PATHS, add_exit_zero, add_no_cache


def test(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck test`` takes."""
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="folders of packs, packs or files; default: all packs"
    )
    command.add_argument("-v", "--verbose", action="store_true", help="list each rule")


def lint(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck lint`` takes."""
    command.add_argument("path", nargs="?", metavar="PATH", help="a folder of the project; default: this folder")
    command.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    add_exit_zero(command)
    add_no_cache(command)


def pin(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck pin`` takes."""
    command.add_argument("paths", nargs="*", metavar="PATH", help=CLAIM_PATHS)


def new(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck new`` takes."""
    command.add_argument("path", metavar="FILE", help="the file to write; it must not exist, its folder is made")
    command.add_argument(
        "--article", metavar="FILE", help="write what is found in this text, in its language, as claims"
    )
    command.add_argument("--lang", choices=("en", "zh"), help="the language of the file (default: that of the project)")


def init(command: argparse.ArgumentParser) -> None:
    """Take what ``factcheck init`` takes."""
    command.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="default: this folder")
    command.add_argument("--lang", choices=("en", "zh"), default="en", help="the language of the claims (default: en)")
