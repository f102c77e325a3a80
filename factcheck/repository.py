"""Several projects of one repository: each with its own settings, all paths told from the repository's root."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import factcheck
from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import config_in, find_project
from factcheck.loader.files import entered
from factcheck.model.report import FORMAT, FileReport, Report
from factcheck.model.rooted import rooted
from factcheck.policy.asked import Asked
from factcheck.workspace import Progress, Workspace

if TYPE_CHECKING:
    from factcheck.loader.documents import Document
    from factcheck.model.draft import DraftReport

Paths = tuple[Path, ...]


class Outside(Exception):  # noqa: N818 - wrong usage, not a crash
    """A project that does not lie below the root."""


class Repository:
    """A folder with projects below it."""

    def __init__(self, root: Path, *, cached: bool = True) -> None:
        """Take the folder that paths are told from."""
        self.root, self.cached = Path(os.path.abspath(root)), cached  # noqa: PTH100 - links stay what they are
        self._opened: dict[Path, Workspace] = {}

    def around(self, path: Path) -> Workspace:
        """Return the project around a path, opened once. Raises Outside for one that is not below the root."""
        project = find_project(path)
        home = Path(os.path.abspath(project.root))  # noqa: PTH100 - the same
        if not home.is_relative_to(self.root):
            raise Outside(f"the project of `{path}` is `{project.root}`, which is not below `{self.root}`")
        return self._opened.setdefault(home, Workspace.open(home, cached=self.cached))

    def workspaces(self, paths: Sequence[Path]) -> list[tuple[Workspace, Paths]]:
        """Return the projects with those of the paths that are theirs.

        Without paths it is the project around the current folder, else all below the root. Raises Outside.
        """
        if not paths:
            return [(self.around(home), ()) for home in self._homes()]
        found: dict[Path, tuple[Workspace, Paths]] = {}
        for path in paths:
            workspace = self.around(path)
            known = found.get(workspace.project.root, (workspace, ()))[1]
            found[workspace.project.root] = (workspace, (*known, path))
        return list(found.values())

    def _homes(self) -> list[Path]:
        here = find_project(Path.cwd())
        return [here.root] if here.config is not None else list(self._below()) or [Path.cwd()]

    def _below(self) -> Iterator[Path]:
        """Yield the folders with settings, in order."""
        for where, folders, _ in os.walk(self.root):
            folders[:] = sorted(filter(entered, folders))
            if config_in(Path(where)) is not None:
                yield Path(where)

    def check(self, found: Sequence[tuple[Workspace, Paths]], asked: Asked, progress: Progress | None = None) -> Report:
        """Check the claims of projects, and return one report. Raises NoRevision as `Workspace.check` does."""
        own = replace(asked, settled=True)
        reports = [rooted(one.check(paths, progress, own), self._mover(one)) for one, paths in found]
        files = sorted((file for report in reports for file in report.files), key=_path)
        problems = dict.fromkeys(problem for report in reports for problem in report.diagnostics)
        today = next((report.today for report in reports if report.today), None)
        version = factcheck.__version__
        return Report(FORMAT, version, tuple(files), tuple(sorted(problems, key=Diagnostic.key)), today, asked.since)

    def drafts(
        self,
        found: Sequence[tuple[Workspace, "Sequence[Document | Diagnostic]"]],
        asked: Asked,
        read: "Callable[[Workspace, Document | Diagnostic], DraftReport]",
    ) -> "tuple[DraftReport, ...]":
        """Check texts, those of each project with its settings; ``read`` checks one."""
        own = replace(asked, settled=True)
        drafts: list[DraftReport] = []
        for workspace, texts in found:
            honoured = workspace.honour_drafts([read(workspace, text) for text in texts], own)
            drafts += rooted(honoured, self._mover(workspace))
        return tuple(drafts)

    def _mover(self, workspace: Workspace) -> Callable[[str], str]:
        """Return what tells the paths of a project from the root."""
        home = Path(os.path.abspath(workspace.project.root))  # noqa: PTH100 - the same

        def move(path: str) -> str:
            whole = Path(os.path.normpath(home / path))
            return whole.relative_to(self.root).as_posix() if whole.is_relative_to(self.root) else path

        return move


def _path(file: FileReport) -> str:
    return file.path
