"""Code Quality of drafts for GitLab: a list of issues that a merge request shows beside the changed lines."""

from collections.abc import Sequence

from factcheck.model.draft import DraftReport
from factcheck.report import gitlab
from factcheck.report.drafts.issues import issues
from factcheck.report.drafts.summary import Demand


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:
    """Return the issues, those left alone as information; ``verbose`` adds what is expected."""
    return gitlab.written(issues(drafts, demand or Demand(), known=verbose, suppressed=True))
