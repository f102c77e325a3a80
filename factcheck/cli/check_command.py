"""``factcheck check``: claim files in, a report out."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from factcheck.cli.console import complain, for_programs, limit, received, show_report, show_why
from factcheck.cli.main import FINDINGS, OK, UNABLE
from factcheck.cli.outputs import Output, Refused, append, one_baseline, outputs, summary_file, write
from factcheck.cli.progress import watched
from factcheck.loader.files import is_file
from factcheck.model.report import Report
from factcheck.policy.asked import Asked
from factcheck.report import renderer
from factcheck.report.summary import DEFAULT_FAIL_ON, Level, exit_code, unable
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
    if options.root and not options.jsonl:
        return _told(options, targets, _of_repository(options, paths), options.fail_on or DEFAULT_FAIL_ON)
    workspace = Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)
    if options.jsonl:
        return _filter(workspace)
    asked = _asked(options)
    with watched() as watch:
        report = _with_revision(lambda: workspace.check(paths, watch, asked), asked)
    _show_stats(options, [workspace])
    return _told(options, targets, report, options.fail_on or workspace.project.settings.fail_on)


def _of_repository(options: argparse.Namespace, paths: list[Path]) -> Report:
    """Check the projects of a repository; raises Refused for what cannot be."""
    from factcheck.repository import Outside, Repository  # noqa: PLC0415 - for those who ask

    repository, asked = Repository(Path(options.root), cached=not options.no_cache), _asked(options)
    try:
        found = repository.workspaces(paths)
    except Outside as outside:
        raise Refused(str(outside)) from outside
    one_baseline(asked, len(found))
    with watched() as watch:
        report = _with_revision(lambda: repository.check(found, asked, watch), asked)
    _show_stats(options, [workspace for workspace, _ in found])
    return report


def _show_stats(options: argparse.Namespace, workspaces: list[Workspace]) -> None:
    if options.stats:
        files, reused, checked = (
            sum(getattr(one.stats, name) for one in workspaces)
            for name in ("files_reused", "claims_reused", "claims_checked")
        )
        complain(f"files reused {files}, claims reused {reused}, claims checked {checked}")


def _told(options: argparse.Namespace, targets: list[Output], report: Report, level: str) -> int:
    """Write and print the report, and return the exit code."""
    fail_on = cast("Level", level)
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


def _with_revision(check: Callable[[], Report], asked: Asked) -> Report:
    """Check; raises Refused where there is no revision to compare with."""
    if not asked.since:
        return check()
    from factcheck.policy.git import NoRevision  # noqa: PLC0415 - brings subprocess

    try:
        return check()
    except NoRevision as none:
        raise Refused(str(none)) from none


def _write(options: argparse.Namespace, targets: list[Output], report: Report, fail_on: Level) -> None:
    """Write the report to each target; in the format `github`, also to the job's summary."""
    for form, path, _ in targets:
        write(path, renderer(form)(report, verbose=options.verbose, fail_on=fail_on))
    summary = summary_file()
    if summary is not None and "github" in {options.format, *(target.format for target in targets)}:
        size = summary.stat().st_size if is_file(summary) else 0
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
