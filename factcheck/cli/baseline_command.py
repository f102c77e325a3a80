"""``factcheck baseline update``: today's findings into a file, so that only new ones fail a run."""

import argparse
from pathlib import Path

from factcheck.cli.console import all_exist, complain, say, show_diagnostics
from factcheck.cli.main import OK, UNABLE
from factcheck.cli.outputs import Refused, write
from factcheck.cli.progress import watched
from factcheck.policy.asked import Asked
from factcheck.report.summary import counted, diagnostics, unable
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Check, write the baseline, and return the exit code."""
    paths = [Path(path) for path in options.paths]
    workspace = Workspace.open(next(iter((*paths, *map(Path, options.draft))), Path.cwd()))
    named = Path(options.baseline) if options.baseline else None
    drafts = [Path(path) for path in options.draft]
    if not all_exist(drafts):
        return UNABLE
    asked = Asked(options.fail_on or "", options.today or "", named)
    with watched() as watch:
        found = workspace.update_baseline(paths, asked, watch, drafts)
    if unable(found.report):
        show_diagnostics(diagnostics(found.report))
        return UNABLE
    try:
        write(found.path, found.text)
    except Refused as refused:
        complain(str(refused))
        return UNABLE
    say(f"wrote {counted(found.entries, 'finding')} into {found.path.name}: {found.new} new, {found.gone} gone")
    return OK
