"""Drafts checked, alone or with claim files that quote them and data files that they rest on."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck.cache import digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.discovery import claim_files, refused_packs
from factcheck.loader.files import is_file, shown_path
from factcheck.model import codec
from factcheck.model.report import FORMAT, FileReport, Report
from factcheck.policy.asked import Asked
from factcheck.policy.honoured import honoured
from factcheck.workspace.claims import Claims

if TYPE_CHECKING:
    from fractions import Fraction

    from factcheck.loader.data.contents import Contents
    from factcheck.loader.documents import Document
    from factcheck.model.draft import DraftFinding, DraftReport
    from factcheck.model.structure import Structure
    from factcheck.policy.drafts import DraftPolicy
    from factcheck.proofread.filter import Answered
    from factcheck.proofread.levers import Lever
    from factcheck.proofread.live import Live
    from factcheck.proofread.what_if import WhatIf
    from factcheck.prose.filter import Answer, Request
    from factcheck.prose.mention import Reading


class Drafts(Claims):
    """The verbs that concern drafts and other texts."""

    def mentions(
        self,
        text: str,
        *,
        markdown: bool = False,
        structure: "Structure | None" = None,
        lang: str | None = None,
        decimal_comma: bool = False,
    ) -> "Reading":
        """Return the quantities that a text mentions. Raises ValueError for a language that is not known."""
        lang = _known_language(lang)
        from factcheck.prose.document import read_document  # noqa: PLC0415 - checks of claims do without
        from factcheck.quantity.definitions import shipped_units  # noqa: PLC0415

        return read_document(
            text, shipped_units(), markdown=markdown, structure=structure, lang=lang, decimal_comma=decimal_comma
        )

    def documents(self, path: Path) -> "Iterator[Document | Diagnostic]":
        """Read a document, or those in a folder; yields what could not be read, too."""
        from factcheck.loader.documents import document_files, load_document  # noqa: PLC0415

        for file in document_files(path, self.project.root):
            yield file if isinstance(file, Diagnostic) else load_document(file, self.project.root)

    def filter_mentions(
        self, lines: Iterable[str], *, markdown: bool = False, lang: str | None = None, decimal_comma: bool = False
    ) -> "Iterator[Answer]":
        """Answer texts, one JSON object a line: ``{"id", "text"}`` in, ``{"id", "mentions", "asides"}`` out."""
        from factcheck.prose.filter import filter_lines  # noqa: PLC0415

        return filter_lines(
            lines,
            lambda request: self.mentions(
                request.text,
                markdown=request.markdown or markdown,
                lang=request.lang or lang,
                decimal_comma=decimal_comma,
            ),
        )

    def draft(
        self,
        text: str,
        path: str = "",
        *,
        markdown: bool = False,
        sheet: bool = False,
        structure: "Structure | None" = None,
        lang: str | None = None,
        date: str = "",
    ) -> "DraftReport":
        """Return the numbers of a draft with what can be said of them; nothing raises but an unknown language.

        ``sheet``: the text has separated values. ``structure`` is that of the document it was read from. ``date`` is
        its day (2005-03-01), where its front matter or dateline does not tell it.

        What was found in a file is kept until it changes; a text without a ``path`` is checked each time.
        """
        quoting = self._quoting.get(os.path.normpath(path), ()) if path else ()
        claims = self._honoured(quoting) if quoting else ()
        lang = _known_language(lang)
        name = f"draft-{digest(path)[:16]}"
        from factcheck.loader import rates  # noqa: PLC0415 - checks of claims do without

        extras = (date, rates.at_hand())
        read_as = repr((markdown, sheet, structure, lang, extras))
        key = digest(self.key, text, read_as, *(repr(claim) for claim in claims))
        is_kept = bool(path) and is_file(self.project.root / path)
        kept = _kept_draft(self.cache.read(name, key)) if is_kept else None
        if kept is not None:
            return kept
        from factcheck.proofread.draft import proofread  # noqa: PLC0415 - slow: a warm run does without

        engine = self.session.engine()
        report = proofread(
            text, engine, path, markdown=markdown, sheet=sheet, structure=structure, lang=lang, claims=claims, date=date
        )
        if is_kept:
            self.cache.write(name, key, {"report": codec.to_data(report)})
        return report

    def live(
        self,
        path: str = "",
        *,
        markdown: bool = False,
        sheet: bool = False,
        structure: "Structure | None" = None,
        lang: str | None = None,
    ) -> "Live":
        """Return a draft that is being written, whose edits are answered at once; claims that quote it are known.

        ``structure`` is that of the document whose text is read first. Raises ValueError for a language that is not
        known.
        """
        from factcheck.proofread.live import Live  # noqa: PLC0415 - slow

        lang = _known_language(lang)
        quoting = self._quoting.get(os.path.normpath(path), ()) if path else ()
        claims = self._honoured(quoting) if quoting else ()
        engine = self.session.engine()
        return Live(engine, path, markdown=markdown, sheet=sheet, lang=lang, claims=claims, structure=structure)

    def levers(self, found: "DraftFinding", draft: "DraftReport") -> "tuple[Lever, ...]":
        """Return the inputs of a finding that somebody may try other values of."""
        from factcheck.proofread.levers import levers  # noqa: PLC0415 - for those who ask

        return levers(found, draft.text, self.session.engine().knowledge.units)

    def what_if(
        self, found: "DraftFinding", draft: "DraftReport", changes: "Mapping[str, Fraction]"
    ) -> "WhatIf | None":
        """Judge a finding again with other values for some of its levers; None where it cannot be judged so."""
        from factcheck.proofread.what_if import what_if  # noqa: PLC0415 - for those who ask

        return what_if(found, draft, changes, self.session.engine())

    def draft_file(self, path: Path, *, markdown: bool | None = None, lang: str | None = None) -> "DraftReport":
        """Return the report on one file; ``markdown`` None leaves it to the name."""
        from factcheck.loader.documents import load_document  # noqa: PLC0415

        return self.draft_document(load_document(path, self.project.root), markdown=markdown, lang=lang)

    def draft_document(
        self, found: "Document | Diagnostic", *, markdown: bool | None = None, lang: str | None = None, date: str = ""
    ) -> "DraftReport":
        """Return the report on a document; what could not be read is part of it, told in the language that is asked."""
        from factcheck.model.draft import DraftReport  # noqa: PLC0415
        from factcheck.quantity.languages import DEFAULT  # noqa: PLC0415
        from factcheck.report.problems import told_in  # noqa: PLC0415

        if isinstance(found, Diagnostic):
            language = _known_language(lang) or self.project.settings.language or DEFAULT
            return DraftReport(found.place.path, "", language, diagnostics=told_in(language, [found]))
        known = found.markdown if markdown is None else markdown
        report = self.draft(
            found.text,
            found.file.path,
            markdown=known,
            sheet=found.sheet,
            structure=found.structure,
            lang=lang,
            date=date,
        )
        remarks = told_in(report.language, found.told)
        return replace(report, diagnostics=(*remarks, *report.diagnostics)) if remarks else report

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

    def honour_drafts(self, drafts: "Sequence[DraftReport]", asked: Asked | None = None) -> "tuple[DraftReport, ...]":
        """Return reports on drafts with the settings honoured; a last one holds what is wrong with these."""
        from factcheck.policy.drafts import honoured_drafts  # noqa: PLC0415 - checks of claims do without

        packs = (*refused_packs(self.project), *self.pack_problems()) if self.project.config else ()
        return honoured_drafts(drafts, self.project, asked or Asked(), packs)

    def honour_draft(self, draft: "DraftReport") -> "DraftReport":
        """Return one report of many with the settings honoured: for a draft that is read again and again.

        What is wrong with the settings is no part of it: `honour_drafts` tells. The baseline is read when it changed.
        """
        return self._counting().honoured(draft)

    def _counting(self) -> "DraftPolicy":
        """Return what counts in drafts."""
        from factcheck.policy.drafts import draft_policy, today_of  # noqa: PLC0415 - checks of claims do without

        settings = self.project.settings
        state = today_of(settings), _state_of(self.project.root / settings.baseline) if settings.baseline else ()
        if state not in self._counted:
            self._counted.clear()
            self._counted[state] = draft_policy(self.project, Asked())
        return self._counted[state]

    @cached_property
    def _counted(self) -> "dict[object, DraftPolicy]":
        """What counts in drafts, by the state of what it was made of; the last one alone."""
        return {}

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

        return claims_by_draft(claim_files((), self.project)[0], self.project.root, self.cache)

    def requote(self) -> None:
        """Forget which claim files quote which drafts, because one of them changed."""
        self.__dict__.pop("_quoting", None)

    def filter_drafts(
        self, lines: Iterable[str], *, markdown: bool = False, lang: str | None = None
    ) -> "Iterator[Answered]":
        """Check texts, one JSON object a line: ``{"id", "text"}`` in, ``{"id", "findings"}`` out; settings honoured.

        ``markdown`` and ``lang`` are those of lines that do not tell their own.
        """
        from factcheck.proofread.filter import filter_lines  # noqa: PLC0415

        def check(request: "Request") -> "DraftReport":
            read = self.draft(request.text, markdown=request.markdown or markdown, lang=request.lang or lang)
            return self.honour_draft(read)

        return filter_lines(lines, check)

    def _honoured(self, files: Sequence[Path]) -> tuple[FileReport, ...]:
        """Check claim files, with what the project ignores and has in its baseline."""
        found = Report(FORMAT, factcheck.__version__, tuple(self._file(file) for file in files))
        return honoured(found, self.project, self.folders, Asked(), whole=False).files


def _state_of(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does; empty where it cannot be seen."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as cheap as can be
    except (OSError, ValueError):
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _known_language(lang: str | None) -> str | None:
    """Return the name of a language. Raises ValueError for one that is not known."""
    if lang is None:
        return None
    from factcheck.quantity.languages import languages  # noqa: PLC0415

    if lang not in languages():
        raise ValueError(f"there is no language `{lang}`; known: {', '.join(languages())}")
    return lang


def _kept_draft(kept: dict[str, Any] | None) -> "DraftReport | None":
    """Return the report on an unchanged draft from the cache; None where it does not have its shape."""
    if kept is None:
        return None
    from factcheck.model.draft_codec import draft_report  # noqa: PLC0415 - checks of claims do without

    try:
        return draft_report(kept["report"])
    except (KeyError, TypeError, AttributeError):
        return None
