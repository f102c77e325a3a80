"""Claim files checked: what did not change is taken from the cache."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck.cache import digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import claim_files, refused_packs
from factcheck.loader.files import MAX_BYTES, MAX_DATA, read_bytes, shown_path
from factcheck.model import codec
from factcheck.model.report import FORMAT, FileReport, Position, Report
from factcheck.policy.asked import Asked
from factcheck.policy.honoured import honoured
from factcheck.workspace.opened import Opened

if TYPE_CHECKING:
    from factcheck.engine.questions.pin import Pinned
    from factcheck.lint.project import Linted
    from factcheck.policy.explain import Explained

Progress = Callable[[int, int, str], None]


class Claims(Opened):
    """The verbs that concern claim files."""

    def check(self, paths: Sequence[Path] = (), progress: Progress | None = None, asked: Asked | None = None) -> Report:
        """Check claim files (those of the project when none are named) and return the report, the settings honoured.

        Raises NoRevision where what changed since a revision is asked for, and there is no such revision.
        """
        found = self._raw(paths, progress)
        return honoured(found, self.project, self.folders, asked or Asked(), whole=not paths)

    def check_text(self, text: str, path: str) -> Report:
        """Check the text of a claim file as an editor holds it; ``path`` is told from the project's folder.

        What is wrong with the packs and the settings is no part of it: ``problems`` tells that.
        """
        file = self._with_article(self._read(text.encode("utf-8", "surrogatepass"), path))
        found = Report(FORMAT, factcheck.__version__, (file,))
        return honoured(found, self.project, self.folders, Asked(), whole=False)

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the settings and the packs."""
        found = [*self.project.diagnostics, *refused_packs(self.project), *self.pack_problems()]
        return tuple(sorted(dict.fromkeys(found), key=Diagnostic.key))

    def filter(self, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Answer statements, one JSON object a line; yields the answer and its verdict."""
        from factcheck.engine.stream.filter import filter_lines  # noqa: PLC0415

        return filter_lines(lines, self.session.engine())

    def pin(self, paths: Sequence[Path] = ()) -> "list[Pinned]":
        """Write the derivations that ``derive(…)`` finds into the claim files. Raises OSError where it cannot."""
        from factcheck.engine.questions.pin import Pinned, pin_file  # noqa: PLC0415

        files, problems = claim_files(paths, self.project)
        if problems:
            return [Pinned("", diagnostics=problems)]
        return [pin_file(path, shown_path(path, self.project.root), self.session) for path in files]

    def lint(self) -> "Linted":
        """Return what is left over or lacking in the project's own packs."""
        from factcheck.lint.project import linted  # noqa: PLC0415 - checks do without

        return linted(self._raw((), None), self.session.packs, self.project)

    def explain(self, path: Path) -> "Explained":
        """Return the settings in force for a file or folder, and where each comes from."""
        from factcheck.policy.explain import explained  # noqa: PLC0415 - checks do without

        return explained(self.project, path)

    def _raw(self, paths: Sequence[Path], progress: Progress | None) -> Report:
        """Return the report as the engine gives it."""
        files, problems = claim_files(paths, self.project)
        reports: list[FileReport] = []
        for done, path in enumerate(files):
            if progress is not None:
                progress(done, len(files), shown_path(path, self.project.root))
            reports.append(self._with_article(self._file(path, progress)))
        diagnostics = sorted(dict.fromkeys((*self.problems(), *problems)), key=Diagnostic.key)
        return Report(FORMAT, factcheck.__version__, tuple(sorted(reports, key=lambda r: r.path)), tuple(diagnostics))

    def _with_article(self, file: FileReport) -> FileReport:
        """Look up the quotes of a claim file in its article; they are kept until either changes."""
        if file.article is None:
            return file
        from factcheck.loader.quoting import article_of  # noqa: PLC0415 - most claim files name no article

        document = article_of(file.article, self.project.root)
        if isinstance(document, Diagnostic):
            return replace(file, diagnostics=(*file.diagnostics, document))
        name = f"quotes-{digest(file.path)[:16]}"
        quotes = (repr((one.id, one.quote, one.position)) for one in file.outcomes)
        key = digest(document.file.path, document.text, *quotes)
        kept = _kept_quotes(self.cache.read(name, key))
        if kept is None:
            from factcheck.proofread.quotes import look_up  # noqa: PLC0415 - slow: a warm run does without

            kept = look_up(document, file.outcomes)
            self.cache.write(name, key, {"places": codec.to_data(kept[0]), "problems": codec.to_data(kept[1])})
        places, problems = kept
        outcomes = tuple(replace(one, article=at) for one, at in zip(file.outcomes, places, strict=True))
        return replace(file, outcomes=outcomes, diagnostics=(*file.diagnostics, *problems))

    def _file(self, path: Path, progress: Progress | None = None) -> FileReport:
        shown = shown_path(path, self.project.root)
        data = read_bytes(path, shown, MAX_BYTES)
        if isinstance(data, Diagnostic):
            return FileReport(shown, diagnostics=(data,))
        return self._read(data, shown, progress)

    def _read(self, data: bytes, shown: str, progress: Progress | None = None) -> FileReport:
        """Check the bytes of a claim file, unless the cache knows what they come to."""
        name, key = f"check-{digest(shown)[:16]}", digest(self.key, data)
        kept = self.cache.read_any(name)
        found = _whole(kept, key) if kept and self._is_same_data(kept) else None
        if found is not None:
            self.stats.files_reused += 1
            return found
        return self._fresh((name, key), data, shown, kept or {}, progress)

    def _fresh(
        self, entry: tuple[str, str], data: bytes, shown: str, kept: dict[str, Any], progress: Progress | None
    ) -> FileReport:
        """Check a file; claims that depend on nothing that changed keep their outcomes."""
        from factcheck.engine.article.check_file import check_bytes  # noqa: PLC0415 - slow: a warm run does without

        known = _by_claim(kept) if kept.get("base") == self.key else {}
        checked = check_bytes(data, shown, self.session, known, progress)
        report = checked.report
        self.stats.claims_checked += checked.fresh
        self.stats.claims_reused += len(report.outcomes) - checked.fresh
        files = {path: self._data_digest(path) for path in checked.data}
        self.cache.write(
            *entry, {"base": self.key, "report": codec.to_data(report), "claims": checked.keys, "data": files}
        )
        return report

    def _is_same_data(self, kept: dict[str, Any]) -> bool:
        """Whether the data files of a kept report are as they were."""
        files = kept.get("data", {})
        return isinstance(files, dict) and all(self._data_digest(path) == mark for path, mark in files.items())

    def _data_digest(self, path: str) -> str:
        data = read_bytes(self.project.root / path, path, MAX_DATA)
        return digest(repr(data) if isinstance(data, Diagnostic) else data)


def _by_claim(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the kept outcomes by what they depend on."""
    try:
        return dict(zip(kept["claims"], kept["report"]["outcomes"], strict=True))
    except (KeyError, TypeError, ValueError):
        return {}


def _whole(kept: dict[str, Any] | None, key: str) -> FileReport | None:
    """Return the report of an unchanged file from the cache; None where it does not have its shape."""
    if kept is None or kept.get("key") != key:
        return None
    try:
        return codec.file_report(kept["report"])
    except (KeyError, TypeError, AttributeError):
        return None


def _kept_quotes(kept: dict[str, Any] | None) -> "tuple[tuple[Position | None, ...], tuple[Diagnostic, ...]] | None":
    """Return where quotes stand from the cache; None where it does not have its shape."""
    if kept is None:
        return None
    try:
        return tuple(map(codec.position, kept["places"])), tuple(map(codec.diagnostic, kept["problems"]))
    except (KeyError, TypeError, AttributeError):
        return None
