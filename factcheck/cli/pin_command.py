"""``factcheck pin``: found derivations are written into the claim files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import all_exist, complain, say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.engine.questions.pin import Pinned


def run(options: argparse.Namespace) -> int:
    """Pin, and print what changed."""
    paths = [Path(path) for path in options.paths]
    if not all_exist(paths):
        return UNABLE
    try:
        found = Workspace.open(paths[0] if paths else Path.cwd()).pin(paths)
    except OSError as error:
        complain(f"cannot write `{error.filename}`: {error.strerror}")
        return UNABLE
    for pinned in found:
        _show(pinned)
    changed = sum(len(pinned.changes) for pinned in found)
    refused = any(pinned.diagnostics for pinned in found)
    if changed or not refused:
        say(f"{changed} derivations pinned" if changed else "nothing to pin: no statement has derive(…)")
    return FINDINGS if refused else OK


def _show(pinned: "Pinned") -> None:
    show_diagnostics(pinned.diagnostics)
    for claim, old, new in pinned.changes:
        say(f"{pinned.path}: {claim}")
        say(f"  - {old}")
        say(f"  + {new}")
