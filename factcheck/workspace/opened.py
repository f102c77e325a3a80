"""A project that was opened, and what every answer about it depends on."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from factcheck.cache import Cache, cache_folder, digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import Project, find_project, pack_digest, pack_folders
from factcheck.model import codec

if TYPE_CHECKING:
    from factcheck.engine.session import Session


@dataclass(slots=True)
class Stats:
    """What a run had to do: files taken whole from the cache, claims reused, claims checked anew."""

    files_reused: int = 0
    claims_reused: int = 0
    claims_checked: int = 0


@dataclass
class Opened:
    """A project and what was learnt about it in this run."""

    project: Project
    cache: Cache
    stats: Stats = field(default_factory=Stats)
    use: tuple[str, ...] | None = None

    @classmethod
    def open(cls, start: Path, *, cached: bool = True) -> Self:
        """Open the project around a path."""
        project = find_project(start, cached=cached)
        folder = cache_folder(project.root, has_settings=project.config is not None) if cached else None
        return cls(project, Cache(folder))

    @cached_property
    def folders(self) -> dict[str, Path]:
        """The packs at hand."""
        return pack_folders(self.project)

    @cached_property
    def key(self) -> str:
        """What every result depends on beside its own file and the program: the packs, the settings."""
        packs = [f"{name}={pack_digest(folder)}" for name, folder in self.folders.items()]
        return digest(self.project.settings.judging, *packs)

    @cached_property
    def session(self) -> "Session":
        """The engine with the packs loaded."""
        from factcheck.engine.session import Session  # noqa: PLC0415 - slow: a warm run does without

        return Session.open(self.folders, self.project.root, self.project.settings, self.cache)

    def pack_problems(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the packs, as the cache keeps it, or found by reading all that stands in them."""
        name = "packs"
        kept = self.cache.read(name, self.key)
        if kept is not None:
            return tuple(codec.diagnostic(item) for item in kept["diagnostics"])
        found = self.session.diagnostics
        self.cache.write(name, self.key, {"diagnostics": codec.to_data(found)})
        return found
