"""The projects of what is open: each opened once, and again when its settings or packs change."""

from pathlib import Path

from factcheck.cache import Memory, cache_folder
from factcheck.loader.discovery import Project, find_project
from factcheck.workspace import Workspace


class Home:
    """A project as an editor has it open; what it learnt is kept in memory, its cache on disk is only read."""

    def __init__(self, project: Project) -> None:
        self._memory = Memory(cache_folder(project.root, has_settings=project.config is not None))
        self.workspace = Workspace(project, self._memory)

    @property
    def root(self) -> Path:
        """The folder that reports tell paths from."""
        return self.workspace.project.root

    def reopen(self) -> None:
        """Read settings and packs anew; what depends on neither is kept."""
        self.workspace = Workspace(find_project(self.root), self._memory)

    def shown(self, path: Path | None) -> str:
        """Return a path as reports tell it; empty for a document without a file."""
        if path is None:
            return ""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


class Projects:
    """The homes of documents, by their folders."""

    def __init__(self, start: Path) -> None:
        self.start = start
        self._homes: dict[Path, Home] = {}

    def around(self, path: Path | None) -> Home:
        """Return the project around a file, that of the editor's folder for a document without one."""
        project = find_project(path or self.start)
        home = self._homes.get(project.root)
        if home is None:
            home = self._homes[project.root] = Home(project)
        return home

    def above(self, path: Path) -> list[Home]:
        """Return the open projects in whose folders a file lies."""
        return [home for root, home in self._homes.items() if path.is_relative_to(root)]

    def forget(self, home: Home) -> None:
        """Close a project of which nothing is open any more."""
        self._homes.pop(home.root, None)
