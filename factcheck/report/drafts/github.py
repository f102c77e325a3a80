"""Annotations of drafts for GitHub Actions, worst first, and the summary of the job."""

from collections.abc import Sequence

from factcheck.model.draft import DraftReport
from factcheck.report import github
from factcheck.report.drafts import markdown
from factcheck.report.drafts.issues import issues
from factcheck.report.drafts.summary import Demand, summaries


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:
    """Return the commands that annotate; ``verbose`` adds what is expected or left alone."""
    return github.written(issues(drafts, demand or Demand(), known=verbose), summaries(drafts))


def summary(drafts: Sequence[DraftReport], *, verbose: bool, demand: Demand, written: int = 0) -> str:
    """Return the summary of the job as Markdown, cut where ``written`` bytes leave it no room."""
    return github.fitted(markdown.render(drafts, verbose=verbose, demand=demand), written)
