"""``factcheck check``: claim files in, a report out."""

import argparse
import sys
from pathlib import Path
from typing import cast

from factcheck.cli.console import complain, for_programs, progress, received, show_report, show_why
from factcheck.cli.main import FINDINGS, FORMATS, OK, UNABLE
from factcheck.model.report import Report
from factcheck.report import renderer
from factcheck.report.summary import Level, diagnostics, exit_code
from factcheck.workspace import Workspace

UNREADABLE = frozenset({"FC101", "FC102"})
"""Files that are not there or cannot be read."""

NO_FILES = "FC103"


def run(options: argparse.Namespace) -> int:
    """Check, report, and return the exit code."""
    paths = [Path(path) for path in options.paths]
    workspace = Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)
    if options.jsonl:
        return _filter(workspace)
    report = workspace.check(paths, progress())
    if options.stats:
        stats = workspace.stats
        reused = f"files reused {stats.files_reused}, claims reused {stats.claims_reused}"
        complain(f"{reused}, claims checked {stats.claims_checked}")
    fail_on = cast("Level", options.fail_on or workspace.project.settings.fail_on)
    if not _written(options, report, fail_on):
        return UNABLE
    if options.why:
        return show_why(report, options.why, latex=options.latex)
    show_report(report, options.format, verbose=options.verbose, fail_on=fail_on)
    return UNABLE if _unable(report) else exit_code(report, fail_on)


def _unable(report: Report) -> bool:
    """Whether a file could not be read, or a path holds no claim files; an empty claim file is a finding."""
    unreadable = any(diagnostic.code in UNREADABLE for diagnostic in diagnostics(report))
    return unreadable or any(diagnostic.code == NO_FILES for diagnostic in report.diagnostics)


def _written(options: argparse.Namespace, report: Report, fail_on: Level) -> bool:
    """Write the report to each target, ``[FORMAT=]FILE``; False when one could not be written."""
    for target in options.out:
        named, equals, file = target.partition("=")
        form, path = (named, file) if equals and named in FORMATS else (options.format, target)
        text = renderer(form)(report, verbose=options.verbose, fail_on=fail_on)
        try:
            Path(path).write_text(text, encoding="utf-8")
        except OSError as error:
            complain(f"cannot write `{path}`: {error.strerror}")
            return False
    return True


def _filter(workspace: Workspace) -> int:
    code = FINDINGS
    worst = OK
    for_programs()
    for answer, verdict in workspace.filter(received()):
        sys.stdout.write(f"{answer}\n")
        code = OK if verdict not in {"error", "unverified"} else code
        worst = FINDINGS if verdict in {"fail", "error"} else worst
    return worst or code
