"""``factcheck check``: claim files in, a report out."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from factcheck.cli.console import complain, progress, show_report
from factcheck.cli.main import FINDINGS, FORMATS, OK, UNABLE
from factcheck.model.report import Report
from factcheck.report.summary import exit_code
from factcheck.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Check, report, and return the exit code."""
    paths = [Path(path) for path in options.paths]
    workspace = Workspace.open(paths[0] if paths else Path.cwd(), cached=not options.no_cache)
    if options.jsonl:
        return _filter(workspace)
    missing = [path for path in paths if not path.exists()]
    if missing:
        for path in missing:
            complain(f"there is no `{path}`")
        return UNABLE
    report = workspace.check(paths, progress())
    if options.stats:
        stats = workspace.stats
        reused = f"files reused {stats.files_reused}, claims reused {stats.claims_reused}"
        complain(f"{reused}, claims checked {stats.claims_checked}")
    fail_on = options.fail_on or workspace.project.settings.fail_on
    if not _written(options.out, report, options.format) or not show_report(
        report, options.format, verbose=options.verbose, fail_on=fail_on
    ):
        return UNABLE
    return _code(report, fail_on)


def _code(report: Report, fail_on: str) -> int:
    unable = any(d.code in {"FC101", "FC102"} for d in report.diagnostics)
    return UNABLE if unable else exit_code(report, fail_on)


def _written(targets: list[str], report: Report, form: str) -> bool:
    """Write the report to each target, ``[FORMAT=]FILE``; False when one could not be written."""
    for target in targets:
        named, equals, file = target.partition("=")
        chosen, path = (named, file) if equals and named in FORMATS else (form, target)
        text = import_module(f"factcheck.report.{chosen}").render(report)
        try:
            Path(path).write_text(text, encoding="utf-8")
        except OSError as error:
            complain(f"cannot write `{path}`: {error.strerror}")
            return False
    return True


def _filter(workspace: Workspace) -> int:
    code = FINDINGS
    worst = OK
    for answer, verdict in workspace.filter(sys.stdin):
        sys.stdout.write(f"{answer}\n")
        code = OK if verdict not in {"error", "unverified"} else code
        worst = FINDINGS if verdict in {"fail", "error"} else worst
    return worst or code
