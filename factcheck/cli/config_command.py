"""``factcheck config``: the settings in force for a file, and where each comes from."""

import argparse
import json
import sys
from pathlib import Path

from factcheck.cli.console import all_exist, for_programs, say, show_diagnostics
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.model.codec import to_data
from factcheck.policy.explain import Explained
from factcheck.report.json import escaped
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Print the settings; 1 where some of them are faulty."""
    path = Path(options.path) if options.path else Path.cwd()
    if not all_exist([path]):
        return UNABLE
    workspace = Workspace.open(path, cached=False)
    found = workspace.explain(path)
    if options.format == "json":
        for_programs()
        sys.stdout.write(escaped(json.dumps(to_data(found), ensure_ascii=False, indent=2)) + "\n")
        sys.stdout.flush()
    else:
        _show(found, explain=options.explain)
    show_diagnostics(workspace.project.diagnostics)
    return FINDINGS if workspace.project.diagnostics else OK


def _show(found: Explained, *, explain: bool) -> None:
    if explain:
        say(f"Settings for `{found.path}`, from {found.config or 'no file: all are defaults'}")
        say()
    lines = [(f"{one.name} = {one.value}", one.origin) for one in found.settings]
    width = max(len(text) for text, _ in lines) if explain else 0
    for text, origin in lines:
        say(f"{text:{width}}  # {origin}" if explain else text)
    for name in found.unread if explain else ():
        say(f"not read, as {found.config} is nearer: {name}")
