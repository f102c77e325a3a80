"""The scripts anew, from the parser: ``python -m factcheck.cli.completions.generate``. Needs shtab."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import shtab

from factcheck.cli.arguments import parser
from factcheck.cli.options.asking import SHELLS
from factcheck.codes import CODES, slip_names

FILES = ("PATH", "FILE")


def script(shell: str) -> str:
    """Return the script for a shell."""
    root = parser()
    for action in _actions(root):
        if str(action.metavar).endswith(FILES):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        if action.dest == "code":
            action.choices = [*CODES, *slip_names()]
    return shtab.complete(root, shell)


def _actions(parsed: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Give the arguments of a command and of those below it."""
    for action in parsed._actions:  # noqa: SLF001 - argparse has no other way to them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                yield from _actions(below)


def main() -> None:
    """Write the scripts beside this file."""
    for shell in SHELLS:
        Path(__file__).with_name(f"factcheck.{shell}").write_text(script(shell), encoding="utf-8")


if __name__ == "__main__":
    main()
