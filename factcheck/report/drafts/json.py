"""The reports on drafts as versioned JSON: everything that is known, numbers as strings."""

from collections.abc import Sequence

import factcheck
from factcheck.model.draft import FORMAT, DraftReport
from factcheck.report.json import data, escaped, text


def render(drafts: Sequence[DraftReport], *, verbose: bool = False) -> str:  # noqa: ARG001 - complete as it is
    """Return all drafts as one object."""
    whole = {"format": FORMAT, "engine": factcheck.__version__, "drafts": data(tuple(drafts))}
    return f"{escaped(text(whole))}\n"
