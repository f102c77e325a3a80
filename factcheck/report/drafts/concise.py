"""One line for each issue, as compilers write it: ``path:line:column: CODE message``; then a summary of each draft."""

from collections.abc import Sequence

from factcheck.model.draft import DraftReport
from factcheck.report import concise
from factcheck.report.drafts.issues import issues
from factcheck.report.drafts.summary import Demand, summaries


def render(drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:
    """Return the issues; ``verbose`` adds those that are expected or left alone."""
    return concise.written(issues(drafts, demand or Demand(), known=verbose), summaries(drafts))
