"""The projects that a run of pytest came upon: each is opened once, and its problems are told once."""

from functools import cached_property
from pathlib import Path

import pytest

from factcheck.codes import QUOTES, UPKEEP
from factcheck.diagnostics import Diagnostic, fault_of_the_program
from factcheck.loader.discovery import claim_files, find_project
from factcheck.loader.files import is_inside, is_there
from factcheck.model.report import FileReport
from factcheck.report.blocks import diagnostic_block
from factcheck.report.layout import plain
from factcheck.report.text import WIDTH
from factcheck.workspace import Workspace

OUTSIDE = "FC112"


class Opened:
    """A project with its claim files."""

    def __init__(self, root: Path) -> None:
        """Open the project of a folder."""
        self.workspace = Workspace.open(root)
        self.project = self.workspace.project
        self.told = False

    @property
    def has_settings(self) -> bool:
        """Whether there is a project, rather than a folder that only could be one."""
        return self.project.config is not None

    @cached_property
    def homes(self) -> list[Path]:
        """Where the project keeps its claims, as far as that is there."""
        paths = (self.project.root / name for name in self.project.settings.claims)
        return [path for path in paths if is_there(path)]

    @cached_property
    def _found(self) -> tuple[frozenset[Path], list[Diagnostic]]:
        files, problems = claim_files((), self.project)
        return frozenset(path.absolute() for path in files), [item for item in problems if item.code == OUTSIDE]

    def owns(self, path: Path) -> bool:
        """Whether a file is one of the project's claim files."""
        return path in self._found[0]

    def keeps_claims_at(self, path: Path) -> bool:
        """Whether a file or folder is a home of claims, or lies in one."""
        return any(is_inside(path, home) for home in self.homes)

    def check(self, path: Path) -> FileReport:
        """Check a file; raises CollectError for what is wrong with it, and once for the project's own problems.

        What is only left over in it stays among its diagnostics.
        """
        try:
            report = self.workspace.check((path,))
        except Exception as fault:
            raise pytest.Collector.CollectError(fault_of_the_program(fault)) from fault
        problems = [] if self.told else [*report.diagnostics, *self._found[1]]
        self.told = True
        problems += [diagnostic for file in report.files for diagnostic in file.diagnostics]
        bad = [problem for problem in problems if problem.level == "error" and problem.code not in (*UPKEEP, *QUOTES)]
        if bad:
            raise pytest.Collector.CollectError("\n".join(_shown(problem) for problem in bad))
        return report.files[0]


def _shown(problem: Diagnostic) -> str:
    return plain(diagnostic_block(problem, WIDTH))


class Projects:
    """The projects by the folders whose files are theirs."""

    def __init__(self) -> None:
        """Start with none."""
        self.by_folder: dict[Path, Opened] = {}

    def around(self, path: Path) -> Opened:
        """Return the project around a file or folder."""
        folder = path if path.is_dir() else path.parent
        if folder not in self.by_folder:
            root = find_project(folder).root
            known = (opened for opened in self.by_folder.values() if opened.project.root == root)
            self.by_folder[folder] = next(known, None) or Opened(root)
        return self.by_folder[folder]


_KEY = pytest.StashKey[Projects]()


def projects(config: pytest.Config) -> Projects:
    """Return the projects of this run."""
    return config.stash.setdefault(_KEY, Projects())
