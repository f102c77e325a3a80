"""The library: check claim files, judge one statement, find a derivation. All results are the report's own data."""

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model.report import Outcome, Report
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.engine.search.inquire import Derived

Pathlike = str | os.PathLike[str]


def check(*paths: Pathlike) -> Report:
    """Check claim files and folders, those of the project around the current folder when none are named.

    Wrong input is part of the report (``diagnostics``, outcomes with the verdict ``error``), never an exception.
    """
    found = [Path(path) for path in paths]
    return Workspace.open(found[0] if found else Path.cwd()).check(found)


def judge(says: str) -> Outcome:
    """Judge one statement of the claim language with all packs of the current folder's project."""
    return _workspace(Path.cwd()).session.check_says(says)


def derive(value: str, unit: str) -> "tuple[Derived, ...]":
    """Return the shortest derivations from a value to a unit.

    Raises factcheck.diagnostics.Problem where a text cannot be read or no derivation exists.
    """
    return _workspace(Path.cwd()).derive(value, unit)


@lru_cache(maxsize=4)
def _workspace(folder: Path) -> Workspace:
    """Return the project around a folder; its packs are loaded once."""
    return Workspace.open(folder)
