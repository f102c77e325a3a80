"""``factcheck check``: claim files in, a report out."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import cast

from factcheck.cli.console import complain, for_programs, limit, progress, received, show_report, show_why
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.cli.outputs import Output, Refused, append, outputs, summary_file, write
from factcheck.model.report import Report
from factcheck.policy.asked import Asked
from factcheck.report import renderer
from factcheck.report.summary import Level, exit_code, unable
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Check, report, and return the exit code."""
    try:
        return _checked(options, outputs(options.out, options.format))
    except Refused as refused:
        complain(str(refused))
        return UNABLE


def _checked(options: argparse.Namespace, targets: list[Output]) -> int:
    paths = [Path(path) for path in options.paths]
    workspace = Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)
    if options.jsonl:
        return _filter(workspace)
    report = _report(workspace, paths, _asked(options))
    if options.stats:
        stats = workspace.stats
        reused = f"files reused {stats.files_reused}, claims reused {stats.claims_reused}"
        complain(f"{reused}, claims checked {stats.claims_checked}")
    fail_on = cast("Level", options.fail_on or workspace.project.settings.fail_on)
    _write(options, targets, report, fail_on)
    if options.why:
        return show_why(report, options.why, latex=options.latex)
    show_report(report, options.format, verbose=options.verbose, fail_on=fail_on, limit=limit(options))
    if unable(report):
        return UNABLE
    return OK if options.exit_zero else exit_code(report, fail_on)


def _asked(options: argparse.Namespace) -> Asked:
    baseline = Path(options.baseline) if options.baseline else None
    return Asked(options.fail_on or "", options.today or "", baseline, options.no_baseline, options.since or "")


def _report(workspace: Workspace, paths: list[Path], asked: Asked) -> Report:
    """Check; raises Refused where there is no revision to compare with."""
    if not asked.since:
        return workspace.check(paths, progress(), asked)
    from factcheck.policy.git import NoRevision  # noqa: PLC0415 - brings subprocess

    try:
        return workspace.check(paths, progress(), asked)
    except NoRevision as none:
        raise Refused(str(none)) from none


def _write(options: argparse.Namespace, targets: list[Output], report: Report, fail_on: Level) -> None:
    """Write the report to each target; in the format `github`, also to the job's summary."""
    for form, path in targets:
        write(path, renderer(form)(report, verbose=options.verbose, fail_on=fail_on))
    summary = summary_file()
    if summary is not None and "github" in {options.format, *(target.format for target in targets)}:
        size = summary.stat().st_size if summary.is_file() else 0
        shown = import_module("factcheck.report.github").summary(
            report, verbose=options.verbose, fail_on=fail_on, written=size
        )
        append(summary, shown)


def _filter(workspace: Workspace) -> int:
    code = FINDINGS
    worst = OK
    for_programs()
    for answer, verdict in workspace.filter(received()):
        sys.stdout.write(f"{answer}\n")
        code = OK if verdict not in {"error", "unverified"} else code
        worst = FINDINGS if verdict in {"fail", "error"} else worst
    return worst or code
