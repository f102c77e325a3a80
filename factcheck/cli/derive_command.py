"""``factcheck derive``: a derivation by dimensions."""

import argparse
from pathlib import Path

from factcheck.cli.console import say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK
from factcheck.diagnostics import Problem
from factcheck.source import Place
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Print the shortest derivations with their sources."""
    workspace = Workspace.open(Path.cwd())
    try:
        found = workspace.derive(options.value, options.target)
    except Problem as problem:
        text = options.value if problem.span is None or problem.span.end <= len(options.value) else options.target
        show_diagnostics([problem.diagnostic(Place("", 0, 1), text)])
        return FINDINGS
    if len(found) > 1:
        say(f"{len(found)} derivations are equally short:")
    for derived in found:
        say(derived.formula)
        say(f"  {derived.substituted}")
        for note in derived.notes:
            say(f"  = {note.text}")
    return OK
