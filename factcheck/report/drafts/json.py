"""The reports on drafts as versioned JSON: everything that is known, numbers as strings."""

from collections.abc import Sequence

import factcheck
from factcheck.model.draft import FORMAT, DraftReport
from factcheck.report.drafts.summary import Demand
from factcheck.report.json import data, escaped, text


def render(
    drafts: Sequence[DraftReport],
    *,
    verbose: bool = False,  # noqa: ARG001 - complete as it is
    demand: Demand | None = None,  # noqa: ARG001 - the same
) -> str:
    """Return all drafts as one object."""
    whole = {"format": FORMAT, "engine": factcheck.__version__, "drafts": data(tuple(drafts))}
    return f"{escaped(text(whole))}\n"
