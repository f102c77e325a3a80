"""What was found in drafts, written out: one module for each format, imported when it is asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from factcheck.model.draft import DraftReport
from factcheck.report.drafts.summary import Demand


class DraftRenderer(Protocol):
    """Writes the reports on drafts in one format; the same reports always give the same text."""

    def __call__(self, drafts: Sequence[DraftReport], *, verbose: bool = False, demand: Demand | None = None) -> str:
        """Return the report; ``verbose`` adds what the format leaves out otherwise, ``demand`` is what counts."""


def renderer(name: str) -> DraftRenderer:
    """Return the renderer of a format: each is the module of its name."""
    return cast("DraftRenderer", import_module(f"factcheck.report.drafts.{name}").render)
