"""Data files that a command names: each with a name of its own, as a claim file would call it."""

import re
from collections.abc import Sequence
from pathlib import Path

from factcheck.diagnostics import Problem
from factcheck.loader.data.contents import Contents
from factcheck.loader.data.files import DataFile
from factcheck.loader.files import is_inside, outside, shown_path
from factcheck.source import Place

_NO_WORD = re.compile(r"\W+")


def contents_of(files: Sequence[Path], root: Path) -> list[Contents]:
    """Read data files of a project. Raises Problem for one that lies outside or cannot be read, and names it."""
    names: list[str] = []
    found: list[Contents] = []
    for path in files:
        shown = shown_path(path, root)
        if not is_inside(path, root):
            fault = outside(shown, Place(shown))
            raise Problem(fault.code, fault.message, help=fault.help)
        names.append(_name(path, names))
        try:
            found.append(Contents(DataFile(path, shown, names[-1])))
        except Problem as problem:
            told = problem.message if shown in problem.message else f"`{shown}`: {problem.message}"
            raise Problem(problem.code, told, help=problem.help) from None
    return found


def _name(path: Path, known: Sequence[str]) -> str:
    stem = _NO_WORD.sub("_", path.stem).strip("_")
    stem = stem if stem[:1].isalpha() else f"data_{stem}".strip("_")
    return next(name for n in range(1, len(known) + 2) if (name := stem if n == 1 else f"{stem}_{n}") not in known)
