"""What changed since a revision: claims whose words, premises, facts or rules did."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from factcheck.codes import QUOTES
from factcheck.diagnostics import Diagnostic
from factcheck.loader.claims import claims_from_bytes
from factcheck.loader.config import settings_from
from factcheck.loader.data.kinds import TEXTS, kind_of
from factcheck.loader.discovery import Project
from factcheck.loader.files import MAX_BYTES, MAX_DATA, is_inside, read_bytes, shown_path
from factcheck.loader.pack_files import PackFiles, is_pack_data, is_pack_file, read_pack
from factcheck.loader.packs import parse_pack
from factcheck.loader.registers import with_register
from factcheck.model.claim import ClaimFile
from factcheck.model.pack import Pack
from factcheck.model.report import Contradiction, FileReport, Report
from factcheck.policy.claim_changes import changed_names
from factcheck.policy.git import Revision
from factcheck.policy.pack_changes import PackChanges

DATA_MARK = b"data:"
"""Without it a claim file names no data file; with it the file is read."""


def changed_only(report: Report, project: Project, folders: Mapping[str, Path], since: str) -> Report:
    """Return the report on what changed, or rests on what changed. Raises NoRevision."""
    changes = Changes(project, folders, Revision(project.root, since))
    return replace(report, files=tuple(changes.of_file(file) for file in report.files), since=since)


@dataclass
class Changes:
    """A project compared with a revision. What asks for one raises NoRevision where there is none."""

    project: Project
    folders: Mapping[str, Path]
    revision: Revision

    def of_file(self, file: FileReport) -> FileReport:
        """Return what is to be said of a file's claims that changed."""
        data = self._now(file.path)
        same = self.revision.has(file.path, data)
        if same and not self.packs and DATA_MARK not in data:
            return _left_out(file, self._of_article(file))
        new, old = _claims(data, file.path), _claims(self.revision.bytes(file.path) or b"", file.path)
        if new is None or old is None:
            return file
        files = frozenset(path for path in new.data if not self._has(path, MAX_DATA))
        if same and not self.packs and not files:
            return _left_out(file, self._of_article(file))
        before = old if self.revision.bytes(file.path) is not None else None
        kept = self._of_article(file) if same and not files else file.diagnostics
        return _reduced(file, changed_names(before, new, file, self.packs, files), kept)

    def _of_article(self, file: FileReport) -> tuple[Diagnostic, ...]:
        """Return what is wrong with quotes, where the text that they are from changed."""
        path = os.path.normpath(file.article.value) if file.article else ""
        if not path or self._has(path):
            return ()
        return tuple(one for one in file.diagnostics if one.code in QUOTES)

    def of_draft(self, path: str, claims: Sequence[str]) -> bool:
        """Whether a draft changed, a claim file that quotes it, or anything in the packs."""
        if self.packs or not all(self._has(one, MAX_DATA) for one in (path, *claims)):
            return True
        return not all(self._has(one, MAX_DATA) for claim in claims for one in self._data_of(claim))

    def _data_of(self, path: str) -> tuple[str, ...]:
        """Return the data files that a claim file names."""
        data = self._now(path)
        file = _claims(data, path) if DATA_MARK in data else None
        return file.data if file else ()

    def _has(self, path: str, limit: int = MAX_BYTES) -> bool:
        """Whether a file is as it was."""
        return self.revision.has(path, self._now(path, limit))

    def _now(self, path: str, limit: int = MAX_BYTES) -> bytes:
        found = read_bytes(self.project.root / path, path, limit)
        return b"" if isinstance(found, Diagnostic) else found

    @cached_property
    def packs(self) -> PackChanges:
        """What changed in the project's own packs and in the settings that verdicts depend on."""
        found = PackChanges(everything=self._settings_changed())
        for folder in self.folders.values():
            if is_inside(folder, self.project.root):
                self._compare(folder, found)
        for home in self._gone():
            found.everything = found.everything or bool(home)
        return found

    def _compare(self, folder: Path, found: PackChanges) -> None:
        """Add the changes of one pack, unless all its files are as they were."""
        root, home = self.project.root, shown_path(folder, self.project.root)
        now, before = read_pack(folder, root), self._before(home, is_pack_file)
        changed = {name for name in self._data_names(now, home) if not self._has(f"{home}/{name}", MAX_DATA)}
        if dict(now.files) != dict(before) or changed:
            # the rows of a database are not compared with those that it had
            found.everything = found.everything or any(kind_of(name) not in TEXTS for name in changed)
            earlier = self._before(home, is_pack_data)
            old = _parsed(PackFiles(before, "", earlier=earlier), folder, root)
            found.compare(old, _parsed(now, folder, root))

    def _data_names(self, now: PackFiles, home: str) -> set[str]:
        """Return the names of the data files that a pack has or had."""
        return {name for name, _ in now.data} | set(self._names(home, is_pack_data))

    def _names(self, home: str, is_one: Callable[[str], bool]) -> list[str]:
        names = (path.removeprefix(f"{home}/") for path in self.revision.files if path.startswith(f"{home}/"))
        return sorted(filter(is_one, names))

    def _before(self, home: str, is_one: Callable[[str], bool]) -> tuple[tuple[str, bytes], ...]:
        """Return the files of a kind that a pack had."""
        return tuple((name, self.revision.bytes(f"{home}/{name}") or b"") for name in self._names(home, is_one))

    def _gone(self) -> Iterator[str]:
        """Yield the packs that were there and are no more."""
        for name in self.project.settings.rules:
            homes = {path.split("/")[len(Path(name).parts)] for path in self.revision.files if _below(path, name)}
            yield from sorted(homes - self.folders.keys())

    def _settings_changed(self) -> bool:
        if self.project.config is None:
            return False
        shown = shown_path(self.project.config, self.project.root)
        data = self.revision.bytes(shown)
        if data is None:
            return True
        old = settings_from(data, self.project.config, self.project.root)[0]
        now = self.project.settings
        return (old.judging, old.rules, old.without) != (now.judging, now.rules, now.without)


def _below(path: str, name: str) -> bool:
    parts = Path(name).parts
    found = path.split("/")
    return (
        len(found) > len(parts) + 1
        and tuple(found[: len(parts)]) == parts
        and not found[len(parts)].startswith((".", "_"))
    )


def _parsed(files: PackFiles, folder: Path, root: Path) -> Pack | None:
    return with_register(parse_pack(files, folder, root)[0], files)[0] if files.files else None


def _claims(data: bytes, path: str) -> ClaimFile | None:
    return claims_from_bytes(data, path)[0] if data else ClaimFile(path)


def _left_out(file: FileReport, problems: tuple[Diagnostic, ...]) -> FileReport:
    return replace(file, outcomes=(), contradictions=(), diagnostics=problems, unchanged=len(file.outcomes))


def _reduced(file: FileReport, names: set[str], problems: tuple[Diagnostic, ...]) -> FileReport:
    """Leave out what did not change, and all problems of the file but these."""
    kept = tuple(one for one in file.outcomes if one.id in names)
    return replace(
        file,
        outcomes=kept,
        contradictions=tuple(one for one in file.contradictions if _touches(one, names)),
        diagnostics=problems,
        unchanged=len(file.outcomes) - len(kept),
    )


def _touches(one: Contradiction, names: set[str]) -> bool:
    return not names.isdisjoint(one.claims)
