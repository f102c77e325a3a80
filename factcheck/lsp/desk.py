"""What is open, and when it is read: the latest text of a document, one document after the other.

A document is read as soon as the one before it is done; what was typed meanwhile is read once, and what was found in a
text that is no more is told to nobody. After a pause all of a document is read, and what rests on it: the claims that
quote a draft, the drafts that claims quote, everything that uses a pack.
"""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from lsprotocol import types

from factcheck.diagnostics import fault_of_the_program
from factcheck.loader.files import unsaved
from factcheck.lsp.asked import Asked, Wanted
from factcheck.lsp.board import Board, Publish
from factcheck.lsp.check import check
from factcheck.lsp.diagnostics import Found, of_problems
from factcheck.lsp.documents import Checked, Document
from factcheck.lsp.kinds import is_of_project, kind_of
from factcheck.lsp.places import Places
from factcheck.lsp.positions import Encoding, Text
from factcheck.lsp.projects import Home, Projects
from factcheck.lsp.uris import path_of
from factcheck.lsp.worker import Log, Worker

PAUSE = 0.8
"""Seconds without a change after which all of a document is read."""
MOMENT = 0.15
"""Seconds without a change after which a claim file is read: half a statement is no fault yet."""
PATIENCE = 3.0
"""Seconds that a question waits for a document to be read; then nothing is answered."""

_OF_PROJECT = frozenset({"pack", "settings"})
"""The kinds of documents on which all others of a project rest."""

_MOMENT = "moment"
_JUDGED = frozenset({"draft", "claims"})

Change = types.TextDocumentContentChangeEvent
T = TypeVar("T")


class Desk:
    """The open documents of one editor."""

    def __init__(self, start: Path, publish: Publish, log: Log, pause: float = PAUSE) -> None:
        self.projects = Projects(start)
        self.documents: dict[str, Document] = {}
        self.encoding: Encoding = "utf-16"
        self.wanted = Wanted()
        self._log, self._pause = log, pause
        self._board = Board(self.documents, publish)
        self._worker = Worker(log)

    # what the editor says

    def opened(self, item: types.TextDocumentItem) -> None:
        """Take a document that was opened."""
        path = path_of(item.uri)
        with unsaved(self._texts()):
            home = self.projects.around(path)
        text = Text(item.text, self.encoding)
        kind = kind_of(path, item.language_id, item.text, home.workspace.project)
        known = self.documents.get(item.uri)
        if known is not None:
            known.open = False
        document = Document(item.uri, path, item.language_id, kind, home, text, item.version)
        self.documents[item.uri] = document
        self._start(document)
        self._soon(document)

    def changed(self, uri: str, version: int | None, changes: Sequence[Change]) -> None:
        """Take what was typed; a document that was never opened is none of ours."""
        document = self.documents.get(uri)
        if document is None:
            return
        text = document.text
        for change in changes:
            where = getattr(change, "range", None)
            text = Text(change.text, self.encoding) if where is None else text.edited(where, change.text)
        document.text, document.version = text, version
        document.settled.clear()
        if document.kind in {"claims", "other"}:  # a claim file may become one as it is written
            project = document.home.workspace.project
            document.kind = kind_of(document.path, document.language, text.source, project)
        if document.kind == "draft":
            self._start(document)
        elif document.kind not in _OF_PROJECT:  # those are read after a pause, with all that rests on them
            self._later(document)
        self._soon(document)

    def closed(self, uri: str) -> None:
        """Forget a document; what is told of its project stays."""
        document = self.documents.pop(uri, None)
        if document is None:
            return
        document.open = False
        document.settled.set()
        self._worker.cancel(uri)
        self._worker.cancel(f"{_MOMENT} {uri}")
        self._board.tell(uri, {uri: []})
        if not any(one.home is document.home for one in self.documents.values()):
            self._board.tell(_source(document.home), {})
            self.projects.forget(document.home)
        elif document.kind in _OF_PROJECT:
            self._worker.start(self._reopened(document.home))

    def saved(self, uri: str) -> None:
        """Read what rests on a document that was saved."""
        document = self.documents.get(uri)
        if document is not None:
            self._soon(document, now=True)

    def touched(self, paths: Iterable[Path]) -> None:
        """Read anew what rests on files that other programs changed; of what is open the editor tells itself."""
        reopened, reread = set[Home](), set[Document]()
        for path in paths:
            for home in self.projects.above(path) if self.held(path) is None else ():
                if is_of_project(path, home.workspace.project):
                    reopened.add(home)
                else:
                    home.workspace.requote()
                    reread |= {one for one in self.documents.values() if one.home is home and one.kind in _JUDGED}
        for home in reopened:
            self._worker.start(self._reopened(home))
        for document in reread:
            if document.home not in reopened:
                self._anew(document)

    def stop(self) -> None:
        """End the work."""
        self._worker.stop()

    # what is asked of it

    async def ready(self, uri: str) -> tuple[Document, Checked] | None:
        """Return a document and what was found in its text as it is, once that was read; None if it takes too long."""
        document = self.documents.get(uri)
        if document is None:
            return None
        with suppress(TimeoutError):
            await asyncio.wait_for(document.settled.wait(), PATIENCE)
        return (document, document.current) if document.current is not None else None

    async def answer(self, uri: str, work: Callable[[Asked], T]) -> T | None:
        """Return what is answered about a document once it was read; None where there is nothing to say."""
        found = await self.ready(uri)
        if found is None:
            return None
        document, checked = found
        asked, texts = Asked(document, checked, self.places(document.home), self.wanted), self._texts()

        def job() -> T:
            with unsaved(texts):
                return work(asked)

        return await self._worker.do(job)

    def places(self, home: Home) -> Places:
        """Return where things of a project stand."""
        return Places(home.root, self.held, self.encoding)

    def held(self, path: Path) -> tuple[str, Text] | None:
        """Return the address and the text of a file that is open."""
        for document in self.documents.values():
            if document.path == path:
                return document.uri, document.text
        return None

    # reading

    def _later(self, document: Document) -> None:
        """Read a document once nothing was typed for a moment: half a statement is no fault yet."""
        self._worker.later(f"{_MOMENT} {document.uri}", min(MOMENT, self._pause / 2), lambda: self._start(document))

    def _soon(self, document: Document, *, now: bool = False) -> None:
        """Read all of a document after a pause."""
        calm = lambda: self._worker.start(self._calm(document))  # noqa: E731 - a name for a call
        self._worker.later(document.uri, 0 if now else self._pause, calm)

    def _start(self, document: Document) -> None:
        if not document.busy and document.open:
            document.busy = True
            self._worker.start(self._read(document))

    def _anew(self, document: Document) -> None:
        """Read a document as if it had just been opened."""
        document.forget()
        self._start(document)

    async def _read(self, document: Document, *, whole: bool = False) -> None:
        """Read a document until what was found is about its latest text."""
        try:
            while document.open and (whole or document.current is None):
                before = document.forgotten
                checked = await self._checked(document, whole=whole)
                whole = False
                if document.forgotten != before:  # it was read with what is no more: anew
                    document.live = None
                elif document.open and checked.text is document.text:
                    document.checked, document.claims = checked, checked.claims
                    document.settled.set()
                    self._board.tell(document.uri, self._sorted(document, checked.found))
        finally:
            document.busy = False

    async def _checked(self, document: Document, *, whole: bool) -> Checked:
        text, size = document.text, len(document.data())
        places, texts = self.places(document.home), self._texts()

        def job() -> Checked:
            with unsaved(texts):
                return check(document, text, size, places, whole=whole)

        if document.kind == "draft" and not self.wanted.drafts:
            return Checked(text)
        try:
            return await self._worker.do(job)
        except Exception as fault:  # noqa: BLE001 - a fault on one text must not end the others
            document.live = None
            self._log(fault_of_the_program(fault))
            return Checked(text)

    async def _calm(self, document: Document) -> None:
        """Read all of a document after a pause, and what rests on it."""
        if document.busy:
            self._soon(document)
        if document.busy or not document.open:
            return
        if document.kind in _OF_PROJECT:
            await self._reopened(document.home)
            return
        if document.checked is not None and not document.checked.whole:
            document.busy = True
            await self._read(document, whole=True)
        await self._problems(document.home)
        await self._others(document)

    async def _others(self, changed: Document) -> None:
        """Read the claims that quote a draft, or the drafts that claims quote."""
        wanted = {"draft": "claims", "claims": "draft"}.get(changed.kind)
        others = [one for one in self.documents.values() if one.home is changed.home and one.kind == wanted]
        linked = [one for one in others if _linked(changed, one)]
        if changed.kind == "claims" and linked:
            changed.home.workspace.requote()
        for one in linked:
            self._anew(one)

    async def _reopened(self, home: Home) -> None:
        """Read settings and packs of a project anew, and everything that is open in it."""
        texts = self._texts()

        def job() -> None:
            with unsaved(texts):
                home.reopen()

        await self._worker.do(job)
        await self._problems(home)
        for document in [one for one in self.documents.values() if one.home is home]:
            self._anew(document)

    async def _problems(self, home: Home) -> None:
        """Tell what is wrong with settings and packs, at their files."""
        places, texts = self.places(home), self._texts()

        def job() -> list[Found]:
            with unsaved(texts):
                return list(of_problems(home.workspace.problems(), places))

        try:
            found = await self._worker.do(job)
        except Exception as fault:  # noqa: BLE001 - the same
            self._log(fault_of_the_program(fault))
            return
        by_uri: dict[str, list[types.Diagnostic]] = {}
        for path, diagnostic in found:
            by_uri.setdefault(places.of(places.path(path))[0], []).append(diagnostic)
        if any(one.home is home for one in self.documents.values()):
            self._board.tell(_source(home), by_uri)

    # telling

    def _sorted(self, document: Document, found: Iterable[Found]) -> dict[str, list[types.Diagnostic]]:
        """Return what was found by the address of the file it is about; another open file tells its own."""
        by_uri: dict[str, list[types.Diagnostic]] = {document.uri: []}
        places = self.places(document.home)
        for path, diagnostic in found:
            if self._is_unwanted(document, diagnostic):
                continue
            uri = document.uri if path == document.shown else places.of(places.path(path))[0]
            if uri == document.uri or uri not in self.documents:
                by_uri.setdefault(uri, []).append(diagnostic)
        return by_uri

    def _is_unwanted(self, document: Document, diagnostic: types.Diagnostic) -> bool:
        """Whether it is only worth a look, and the editor wants to hear of what is wrong alone."""
        is_query = document.kind == "draft" and diagnostic.severity == types.DiagnosticSeverity.Warning
        return is_query and not self.wanted.queries

    def _texts(self) -> dict[str, bytes]:
        """Return what is open by its path: it stands for the files."""
        return {str(one.path): one.data() for one in self.documents.values() if one.path is not None}


def _source(home: Home) -> str:
    """Return what the problems of a project are told under."""
    return f"project {home.root}"


def _linked(one: Document, other: Document) -> bool:
    """Whether one of two documents is a claim file that quotes the other."""
    for claims, draft in ((one, other), (other, one)):
        file = claims.claims
        if file is not None and file.article is not None and draft.path is not None:
            return os.path.normpath(claims.home.root / file.article.value) == str(draft.path)
    return False
