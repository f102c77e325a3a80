"""The one door for front ends: opens a project, checks its claims, answers questions about its packs.

Everything slow is imported late: a run whose results are all in the cache loads neither the engine nor YAML.

==================================================  ============================  ==========================
verb                                                asks                          is answered by
==================================================  ============================  ==========================
``check`` · ``update_baseline``                     which claims do not hold      engine.article · policy
``filter``                                          statements, a line each       engine.stream
``derive`` · ``things`` · ``thing`` · ``pin``       what the packs know           engine.questions
``rules`` · ``units``                               what there is to write with   engine.questions
``test_rules`` · ``test_wordings``                  the cases of rules            engine.questions · proofread
``draft`` · ``draft_file`` · ``draft_document``     which numbers are wrong       proofread
``filter_drafts`` · ``records``                     texts, a line each · a code   proofread
``mentions`` · ``filter_mentions``                  the quantities of a text      prose
``documents`` · ``changed``                         which documents to check      loader · policy
``lint`` · ``explain``                              the project's own files       lint · policy
==================================================  ============================  ==========================
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck.cache import Cache, cache_folder, digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import (
    Project,
    claim_files,
    find_project,
    pack_digest,
    pack_folders,
    refused_packs,
)
from factcheck.loader.files import MAX_BYTES, MAX_DATA, is_file, read_bytes, shown_path
from factcheck.model import codec
from factcheck.model.report import FORMAT, FileReport, Position, Report
from factcheck.policy.asked import Asked
from factcheck.policy.honoured import honoured

if TYPE_CHECKING:
    from factcheck.engine.questions.cases import RuleRun
    from factcheck.engine.questions.inquire import Derived, KnownFact, KnownThing
    from factcheck.engine.questions.pin import Pinned
    from factcheck.engine.session import Session
    from factcheck.lint.project import Linted
    from factcheck.loader.data.contents import Contents
    from factcheck.loader.documents import Document
    from factcheck.model.catalogue import KnownRule, KnownUnit
    from factcheck.model.draft import DraftReport
    from factcheck.policy.explain import Explained
    from factcheck.policy.update import Updated
    from factcheck.proofread.filter import Answered
    from factcheck.proofread.own_cases import WordingResult
    from factcheck.proofread.records import Record
    from factcheck.prose.filter import Answer
    from factcheck.prose.mention import Reading

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Stats:
    """What a run had to do: files taken whole from the cache, claims reused, claims checked anew."""

    files_reused: int = 0
    claims_reused: int = 0
    claims_checked: int = 0


@dataclass
class Workspace:
    """A project and what was learnt about it in this run."""

    project: Project
    cache: Cache
    stats: Stats = field(default_factory=Stats)
    use: tuple[str, ...] | None = None

    @classmethod
    def open(cls, start: Path, *, cached: bool = True) -> "Workspace":
        """Open the project around a path."""
        project = find_project(start)
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

    def check(self, paths: Sequence[Path] = (), progress: Progress | None = None, asked: Asked | None = None) -> Report:
        """Check claim files (those of the project when none are named) and return the report, the settings honoured.

        Raises NoRevision where what changed since a revision is asked for, and there is no such revision.
        """
        found = self._raw(paths, progress)
        return honoured(found, self.project, self.folders, asked or Asked(), whole=not paths)

    def honour_drafts(self, drafts: "Sequence[DraftReport]", asked: Asked | None = None) -> "tuple[DraftReport, ...]":
        """Return reports on drafts with the settings honoured; a last one holds what is wrong with these."""
        from factcheck.policy.drafts import honoured_drafts  # noqa: PLC0415 - checks of claims do without

        packs = (*refused_packs(self.project), *self._pack_problems()) if self.project.config else ()
        return honoured_drafts(drafts, self.project, asked or Asked(), packs)

    def update_baseline(
        self, paths: Sequence[Path], asked: Asked, progress: Progress | None = None, drafts: Sequence[Path] = ()
    ) -> "Updated":
        """Return the baseline with today's findings; those of files that were not looked at stay."""
        from factcheck.policy.update import updated  # noqa: PLC0415 - checks do without

        alone = replace(asked, no_baseline=True)
        report = self.check(paths, progress, alone) if paths or not drafts else Report(FORMAT, factcheck.__version__)
        read = [self.draft_document(found) for path in drafts for found in self.documents(path)]
        whole = not (paths or drafts)
        return updated(report, self.project, asked, whole=whole, drafts=self.honour_drafts(read, alone) if read else ())

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
        found = [*self.project.diagnostics, *refused_packs(self.project), *problems, *self._pack_problems()]
        diagnostics = sorted(dict.fromkeys(found), key=Diagnostic.key)
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

    def filter(self, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Answer statements, one JSON object a line; yields the answer and its verdict."""
        from factcheck.engine.stream.filter import filter_lines  # noqa: PLC0415

        return filter_lines(lines, self.session.engine())

    def derive(self, value: str, target: str) -> "tuple[Derived, ...]":
        """Return the shortest derivations from a value to a unit; raises Problem where there is none."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.derive(value, target, self.session.engine())

    def things(self) -> list[str]:
        """Return the keys of all things, sorted."""
        return sorted(self.session.engine().knowledge.things)

    def thing(self, name: str) -> "KnownThing":
        """Return what is known of a thing; raises Problem FC302 for an unknown one."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.thing(name, self.session.engine())

    def attribute(self, name: str) -> "tuple[tuple[str, KnownFact], ...]":
        """Return the latest value of an attribute of each thing that has it; raises Problem FC302 where none has."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.of_attribute(name, self.session.engine())

    def rules(self, name: str | None = None) -> "tuple[KnownRule, ...]":
        """Return the rules of the packs and the functions, or the one of a name; raises Problem FC305."""
        from factcheck.engine.questions import catalogue  # noqa: PLC0415

        engine = self.session.engine()
        return catalogue.rules(engine) if name is None else (catalogue.rule(name, engine),)

    def units(self, name: str | None = None) -> "tuple[KnownUnit, ...]":
        """Return the units at hand, the one of a name, or those that measure a kind; raises Problem FC202."""
        from factcheck.engine.questions import catalogue  # noqa: PLC0415

        engine = self.session.engine()
        return catalogue.units(engine) if name is None else catalogue.units_like(name, engine)

    def test_rules(self, paths: Sequence[Path] = ()) -> "RuleRun":
        """Run the cases of the rules in these folders, those of all packs when none are named."""
        from factcheck.engine.questions.cases import run_paths  # noqa: PLC0415

        return run_paths(self.session, self.folders, [path.absolute() for path in paths], self.project.root)

    def test_wordings(self, run: "RuleRun") -> "list[WordingResult]":
        """Run the cases of the wordings of the rules of a run, which say how drafts state them."""
        from factcheck.proofread.own_cases import run_wordings  # noqa: PLC0415 - slow

        return list(run_wordings([result.rule for result in run.results], run.engine))

    def pin(self, paths: Sequence[Path] = ()) -> "list[Pinned]":
        """Write the derivations that ``derive(…)`` finds into the claim files. Raises OSError where it cannot."""
        from factcheck.engine.questions.pin import Pinned, pin_file  # noqa: PLC0415

        files, problems = claim_files(paths, self.project)
        if problems:
            return [Pinned("", diagnostics=problems)]
        return [pin_file(path, shown_path(path, self.project.root), self.session) for path in files]

    def mentions(
        self, text: str, *, markdown: bool = False, lang: str | None = None, decimal_comma: bool = False
    ) -> "Reading":
        """Return the quantities that a text mentions. Raises ValueError for a language that is not known."""
        lang = _known_language(lang)
        from factcheck.prose.document import read_document  # noqa: PLC0415 - checks of claims do without
        from factcheck.quantity.definitions import shipped_units  # noqa: PLC0415

        return read_document(text, shipped_units(), markdown=markdown, lang=lang, decimal_comma=decimal_comma)

    def documents(self, path: Path) -> "Iterator[Document | Diagnostic]":
        """Read a document, or those in a folder; yields what could not be read, too."""
        from factcheck.loader.documents import document_files, load_document  # noqa: PLC0415

        for file in document_files(path, self.project.root):
            yield file if isinstance(file, Diagnostic) else load_document(file, self.project.root)

    def filter_mentions(self, lines: Iterable[str], *, decimal_comma: bool = False) -> "Iterator[Answer]":
        """Answer texts, one JSON object a line: ``{"id", "text"}`` in, ``{"id", "mentions", "asides"}`` out."""
        from factcheck.prose.filter import filter_lines  # noqa: PLC0415

        return filter_lines(
            lines,
            lambda request: self.mentions(
                request.text, markdown=request.markdown, lang=request.lang, decimal_comma=decimal_comma
            ),
        )

    def draft(
        self,
        text: str,
        path: str = "",
        *,
        markdown: bool = False,
        sheet: bool = False,
        lang: str | None = None,
        date: str = "",
    ) -> "DraftReport":
        """Return the numbers of a draft with what can be said of them; nothing raises but an unknown language.

        ``sheet``: the text has separated values. ``date`` is its day (2005-03-01), where its front matter or dateline
        does not tell it.

        What was found in a file is kept until it changes; a text without a ``path`` is checked each time.
        """
        quoting = self._quoting.get(os.path.normpath(path), ()) if path else ()
        claims = self._honoured(quoting) if quoting else ()
        lang = _known_language(lang)
        name = f"draft-{digest(path)[:16]}"
        from factcheck.loader import rates  # noqa: PLC0415 - checks of claims do without

        extras = (date, rates.at_hand())
        key = digest(self.key, text, repr((markdown, sheet, lang, extras)), *(repr(claim) for claim in claims))
        is_kept = bool(path) and is_file(self.project.root / path)
        kept = _kept_draft(self.cache.read(name, key)) if is_kept else None
        if kept is not None:
            return kept
        from factcheck.proofread.draft import proofread  # noqa: PLC0415 - slow: a warm run does without

        engine = self.session.engine()
        report = proofread(text, engine, path, markdown=markdown, sheet=sheet, lang=lang, claims=claims, date=date)
        if is_kept:
            self.cache.write(name, key, {"report": codec.to_data(report)})
        return report

    def _honoured(self, files: Sequence[Path]) -> tuple[FileReport, ...]:
        """Check claim files, with what the project ignores and has in its baseline."""
        found = Report(FORMAT, factcheck.__version__, tuple(self._file(file) for file in files))
        return honoured(found, self.project, self.folders, Asked(), whole=False).files

    def draft_file(self, path: Path, *, markdown: bool | None = None, lang: str | None = None) -> "DraftReport":
        """Return the report on one file; ``markdown`` None leaves it to the name."""
        from factcheck.loader.documents import load_document  # noqa: PLC0415

        return self.draft_document(load_document(path, self.project.root), markdown=markdown, lang=lang)

    def draft_document(
        self, found: "Document | Diagnostic", *, markdown: bool | None = None, lang: str | None = None, date: str = ""
    ) -> "DraftReport":
        """Return the report on a document; what could not be read is part of it."""
        from factcheck.model.draft import DraftReport  # noqa: PLC0415

        if isinstance(found, Diagnostic):
            return DraftReport(found.place.path, "", "en", diagnostics=(found,))
        known = found.markdown if markdown is None else markdown
        return self.draft(found.text, found.file.path, markdown=known, sheet=found.sheet, lang=lang, date=date)

    def data(self, files: Sequence[Path]) -> "list[Contents]":
        """Read data files of the project. Raises Problem for one that cannot be read, or that is not of the project."""
        from factcheck.loader.data.named import contents_of  # noqa: PLC0415 - for those who ask

        return contents_of(files, self.project.root)

    def with_data(
        self, report: "DraftReport", contents: "Sequence[Contents]", *, markdown: bool = False
    ) -> "DraftReport":
        """Return a report on a draft with what its numbers may be taken from in data files."""
        from factcheck.proofread.data.propose import propose  # noqa: PLC0415 - for those who ask

        return propose(report, contents, self.session.engine(), markdown=markdown)

    def records(self, code: str) -> "tuple[Record, ...]":
        """Return how often the constructions of a draft's code held on published text."""
        from factcheck.proofread.draft import schemas_of, wordings_of  # noqa: PLC0415 - slow
        from factcheck.proofread.records import records_of  # noqa: PLC0415

        knowledge = self.session.engine().knowledge
        return records_of(code, schemas_of(knowledge), wordings_of(knowledge))

    def changed(self, since: str) -> "Callable[[Document | Diagnostic], bool]":
        """Return what tells whether a document changed since a revision, or what its numbers rest on.

        Raises NoRevision where there is no such revision.
        """
        from factcheck.policy.git import Revision  # noqa: PLC0415 - brings subprocess
        from factcheck.policy.since import Changes  # noqa: PLC0415

        changes = Changes(self.project, self.folders, Revision(self.project.root, since))
        changes.revision.found()
        return lambda found: isinstance(found, Diagnostic) or changes.of_draft(found.file.path, self._claims_of(found))

    def _claims_of(self, found: "Document") -> list[str]:
        quoting = self._quoting.get(os.path.normpath(found.file.path), ())
        return [shown_path(path, self.project.root) for path in quoting]

    @cached_property
    def _quoting(self) -> dict[str, list[Path]]:
        """The claim files of each draft."""
        from factcheck.loader.quoting import claims_by_draft  # noqa: PLC0415

        return claims_by_draft(claim_files((), self.project)[0], self.project.root)

    def filter_drafts(self, lines: Iterable[str]) -> "Iterator[Answered]":
        """Check texts, one JSON object a line: ``{"id", "text"}`` in, ``{"id", "findings"}`` out."""
        from factcheck.proofread.filter import filter_lines  # noqa: PLC0415

        return filter_lines(
            lines, lambda request: self.draft(request.text, markdown=request.markdown, lang=request.lang)
        )

    def _pack_problems(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the packs: fresh, or as the cache keeps it for these packs."""
        name = "packs"
        if "session" not in self.__dict__:
            kept = self.cache.read(name, self.key)
            if kept is not None:
                return tuple(codec.diagnostic(item) for item in kept["diagnostics"])
        found = self.session.diagnostics
        self.cache.write(name, self.key, {"diagnostics": codec.to_data(found)})
        return found

    def _file(self, path: Path, progress: Progress | None = None) -> FileReport:
        shown = shown_path(path, self.project.root)
        data = read_bytes(path, shown, MAX_BYTES)
        if isinstance(data, Diagnostic):
            return FileReport(shown, diagnostics=(data,))
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


def _known_language(lang: str | None) -> str | None:
    """Return the name of a language. Raises ValueError for one that is not known."""
    if lang is None:
        return None
    from factcheck.quantity.languages import languages  # noqa: PLC0415

    if lang not in languages():
        raise ValueError(f"there is no language `{lang}`; known: {', '.join(languages())}")
    return lang


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


def _kept_draft(kept: dict[str, Any] | None) -> "DraftReport | None":
    """Return the report on an unchanged draft from the cache; None where it does not have its shape."""
    if kept is None:
        return None
    from factcheck.model.draft_codec import draft_report  # noqa: PLC0415 - checks of claims do without

    try:
        return draft_report(kept["report"])
    except (KeyError, TypeError, AttributeError):
        return None
