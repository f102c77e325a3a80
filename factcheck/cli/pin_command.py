"""``factcheck pin``: found derivations are written into the claim files."""

import argparse
from pathlib import Path

from factcheck.cli.console import complain, say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Pin, and print what changed."""
    paths = [Path(path) for path in options.paths]
    missing = [path for path in paths if not path.exists()]
    if missing:
        complain(f"there is no `{missing[0]}`")
        return UNABLE
    found = Workspace.open(paths[0] if paths else Path.cwd()).pin(paths)
    changed = 0
    for pinned in found:
        show_diagnostics(pinned.diagnostics)
        for claim, old, new in pinned.changes:
            say(f"{pinned.path}: {claim}")
            say(f"  - {old}")
            say(f"  + {new}")
            changed += 1
    say(f"{changed} derivations pinned" if changed else "nothing to pin: no statement has derive(…)")
    return FINDINGS if any(pinned.diagnostics for pinned in found) else OK
