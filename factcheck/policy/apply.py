"""A report as the engine gives it to one in which the project's settings and ignores are honoured."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.diagnostics import Diagnostic
from factcheck.loader.config import Settings
from factcheck.model.report import Day, FileReport, Report
from factcheck.policy.asked import Asked

if TYPE_CHECKING:
    from factcheck.policy.baseline import Baseline


def applied(
    report: Report, settings: Settings, asked: Asked, *, whole: bool, baseline: "Baseline | None" = None
) -> Report:
    """Return the report with levels, ignores and the baseline; ``whole`` where all claims of the project are in it."""
    if baseline is None and not asked.settled and not _anything(report, settings):
        return report
    from factcheck.policy.weights import weighed, weighed_problems  # noqa: PLC0415 - most runs do without

    files = tuple(weighed(file, settings, own_level=not asked.fail_on, settled=asked.settled) for file in report.files)
    today = _today(report, settings, asked)
    files, problems = _ignored(files, settings, today, whole=whole)
    if baseline is not None:
        files, stale = baseline.applied(files, asked.fail_on or settings.fail_on, whole=whole)
        problems = (*problems, *stale)
    found = sorted((*report.diagnostics, *problems), key=Diagnostic.key)
    judged = (replace(file, diagnostics=weighed_problems(file.diagnostics, settings)) for file in files)
    return replace(report, files=tuple(judged), diagnostics=weighed_problems(tuple(found), settings), today=today)


def _anything(report: Report, settings: Settings) -> bool:
    return bool(settings.codes or settings.paths or settings.ignores or any(file.ignores for file in report.files))


def _today(report: Report, settings: Settings, asked: Asked) -> Day | None:
    """Return the day to compare with; None where no ignore has an end, so that nothing depends on the time."""
    ignores = (*settings.ignores, *(one for file in report.files for one in file.ignores))
    if not any(one.until for one in ignores):
        return None
    from factcheck.policy.day import day  # noqa: PLC0415 - as above

    return day(asked.today)


def _ignored(
    files: tuple[FileReport, ...], settings: Settings, today: Day | None, *, whole: bool
) -> tuple[tuple[FileReport, ...], tuple[Diagnostic, ...]]:
    from factcheck.policy.ignores import hidden, left_over, of_drafts, wishes  # noqa: PLC0415 - as above

    shared = wishes(settings.ignores, "settings", today)
    found = tuple(hidden(file, wishes(file.ignores, "file", today), shared) for file in files)
    about = (wish for wish in shared if wish.expired or (whole and not of_drafts(wish.ignore)))
    problems = (problem for wish in about for problem in left_over(wish))
    return found, tuple(problems)
