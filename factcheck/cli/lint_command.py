"""``factcheck lint``: what is left over or lacking in the project's own packs."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from factcheck.cli.console import all_exist, for_programs, show_lines
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.lint.project import Linted
from factcheck.model.codec import to_data
from factcheck.report.blocks import diagnostic_block
from factcheck.report.json import escaped
from factcheck.report.layout import EMPTY, Line, indent, paragraph
from factcheck.report.summary import counted
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Check the packs, print what was found, and return the exit code."""
    path = Path(options.path) if options.path else Path.cwd()
    if not all_exist([path]):
        return UNABLE
    found = Workspace.open(path, cached=not options.no_cache).lint()
    if options.format == "json":
        for_programs()
        sys.stdout.write(escaped(json.dumps(data(found), ensure_ascii=False, indent=2)) + "\n")
        sys.stdout.flush()
    else:
        show_lines(lambda width: lines(found, width))
    bad = any(one.level == "error" for one in found.findings)
    return FINDINGS if bad and not options.exit_zero else OK


def data(found: Linted) -> dict[str, object]:
    """Return what was found as plain data."""
    return {**to_data(found), "counts": dict(found.counts)}


def lines(found: Linted, width: int) -> Iterator[Line]:
    """Yield what was found, then how often."""
    for one in found.findings:
        yield from diagnostic_block(one, width)
        yield EMPTY
    names = ", ".join(found.packs)
    packs = f"{counted(len(found.packs), 'pack')} of the project ({names})" if names else "no packs of the project"
    listed = ", ".join(f"{count} {code}" for code, count in found.counts)
    yield from paragraph((), f"{packs}: {listed or 'nothing to look at'}", width, under=indent(2))
