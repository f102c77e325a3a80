"""A report with everything honoured that a run and its project ask for."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import Project
from factcheck.model.report import Report
from factcheck.policy.apply import applied
from factcheck.policy.asked import Asked

if TYPE_CHECKING:
    from factcheck.policy.baseline import Baseline


def honoured(report: Report, project: Project, folders: Mapping[str, Path], asked: Asked, *, whole: bool) -> Report:
    """Return the report with levels, ignores, the baseline, and only what changed where that is asked for.

    ``folders`` are the packs, ``whole`` says that all claims of the project are in it. Raises NoRevision.
    """
    baseline = read_baseline(project, asked)
    if isinstance(baseline, Diagnostic):
        report, baseline = replace(report, diagnostics=(*report.diagnostics, baseline)), None
    found = applied(report, project.settings, asked, whole=whole, baseline=baseline)
    if not asked.since:
        return found
    from factcheck.policy.since import changed_only  # noqa: PLC0415 - most runs do without

    return changed_only(found, project, folders, asked.since)


def read_baseline(project: Project, asked: Asked) -> "Baseline | Diagnostic | None":
    """Read the baseline that is asked for, else that of the settings."""
    named = project.settings.baseline
    if asked.no_baseline or not (asked.baseline or named):
        return None
    from factcheck.policy.baseline import read  # noqa: PLC0415 - most runs do without

    return read(asked.baseline or project.root / named, project.root)
