"""``factcheck rules``: the rules of the packs and the functions."""

import argparse
from pathlib import Path

from factcheck.cli.listing import listed
from factcheck.report.catalogue import rule_lines
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Print the list, or what there is to say of one."""
    workspace = Workspace.open(Path.cwd())
    return listed(lambda: workspace.rules(options.rule), options.rule, rule_lines, options.format)
