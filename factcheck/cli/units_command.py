"""``factcheck units``: the units that are known."""

import argparse
from pathlib import Path

from factcheck.cli.listing import listed
from factcheck.report.catalogue import unit_lines
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Print the list, or what there is to say of one."""
    workspace = Workspace.open(Path.cwd())
    return listed(lambda: workspace.units(options.unit), options.unit, unit_lines, options.format)
