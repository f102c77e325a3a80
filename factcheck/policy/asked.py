"""What a run asks for beyond the settings of the project."""

from pathlib import Path

from factcheck.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a run; empty ones leave it to the settings.

    ``today`` is the day that ends of ignores are compared with, ``baseline`` a file (``no_baseline`` leaves that of the
    settings alone), ``since`` a revision of git. ``settled`` writes the level of the settings into the findings, as
    several projects stand in one report.
    """

    fail_on: str = ""
    today: str = ""
    baseline: Path | None = None
    no_baseline: bool = False
    since: str = ""
    settled: bool = False
