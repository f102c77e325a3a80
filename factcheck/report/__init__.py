"""What a run found, written out: one module for each format, imported when it is asked for."""

from importlib import import_module
from typing import Protocol, cast

from factcheck.model.report import Report
from factcheck.report.summary import DEFAULT_FAIL_ON, Level


class Renderer(Protocol):
    """Writes a report in one format; the same report always gives the same text."""

    def __call__(self, report: Report, *, verbose: bool = False, fail_on: Level = DEFAULT_FAIL_ON) -> str:
        """Return the report.

        ``verbose`` adds what the format leaves out otherwise, ``fail_on`` is what counts as a finding.
        """


def renderer(name: str) -> Renderer:
    """Return the renderer of a format: each is the module of its name."""
    return cast("Renderer", import_module(f"factcheck.report.{name}").render)
