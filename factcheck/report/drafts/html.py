"""The report on drafts as a page for a browser: the text with its numbers marked."""

from collections.abc import Sequence

from factcheck.model.draft import DraftReport
from factcheck.report.drafts.summary import Demand
from factcheck.report.web.draft import pages
from factcheck.report.web.draft import render as page

__all__ = ["pages", "render"]


def render(
    drafts: Sequence[DraftReport],
    *,
    verbose: bool = False,  # noqa: ARG001 - complete as it is
    demand: Demand | None = None,  # noqa: ARG001 - the same
) -> str:
    """Return the page."""
    return page(drafts)
