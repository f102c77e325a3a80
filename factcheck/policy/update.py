"""Writes a baseline anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcheck.loader.discovery import Project
from factcheck.loader.files import is_there
from factcheck.model.report import Report
from factcheck.policy.asked import Asked
from factcheck.policy.baseline import Baseline, Levels, findings, written
from factcheck.policy.honoured import read_baseline
from factcheck.report.summary import Level

if TYPE_CHECKING:
    from factcheck.model.draft import DraftReport
    from factcheck.report.drafts.summary import DraftLevel

DEFAULT = "factcheck-baseline.json"


@dataclass(frozen=True, slots=True)
class Updated:
    """A baseline before and after: the text to write, how many entries it has, how many came and went."""

    path: Path
    text: str
    entries: int
    new: int
    gone: int
    report: Report


def updated(
    report: Report, project: Project, asked: Asked, *, whole: bool, drafts: "Sequence[DraftReport]" = ()
) -> Updated:
    """Return the baseline of a report; entries of files that were not looked at stay, unless all of them were.

    Those of drafts stay unless the draft is among ``drafts``.
    """
    path = asked.baseline or project.root / (project.settings.baseline or DEFAULT)
    before = read_baseline(project, Asked(baseline=path)) if is_there(path) else None
    fail_on = asked.fail_on or project.settings.fail_on
    known = before.levels if isinstance(before, Baseline) else {}
    checked = {file.path for file in report.files}
    read = {draft.path for draft in drafts}
    kept: Levels = {
        name: levels
        for name, levels in known.items()
        if (name.path not in read if name.kind == "number" else not whole and name.path not in checked)
    }
    levels = kept | findings(report.files, cast("Level", fail_on))
    if drafts:
        from factcheck.policy.drafts import baseline_levels  # noqa: PLC0415 - most updates do without

        levels |= baseline_levels(drafts, cast("DraftLevel", fail_on))
    new, gone = len(levels.keys() - known.keys()), len(known.keys() - levels.keys())
    return Updated(path, written(levels), len(levels), new, gone, report)
