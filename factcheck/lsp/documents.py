"""A document that is open: its text as the editor has it, and what was found in it last."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.lsp.diagnostics import Found
from factcheck.lsp.kinds import Kind
from factcheck.lsp.positions import Text
from factcheck.lsp.projects import Home
from factcheck.lsp.sheet import Sheet
from factcheck.model.draft import DraftReport
from factcheck.model.report import FileReport
from factcheck.proofread.live import Live


@dataclass(frozen=True)
class Checked:
    """What was found in a text: its report, and all that is to be told of it. ``whole``: nothing was moved along."""

    text: Text
    draft: DraftReport | None = None
    claims: FileReport | None = None
    found: tuple[Found, ...] = ()
    whole: bool = True


@dataclass(eq=False)
class Document:
    """An open document. ``checked`` may be about an earlier text; ``current`` is what is known of this one.

    ``busy``: it is being read; ``settled`` is set while ``current`` is known; ``forgotten`` counts how often what it
    rests on changed. ``claims`` is what a claim file was when it was last read, also while it is read anew.
    """

    uri: str
    path: Path | None
    language: str
    kind: Kind
    home: Home
    text: Text
    version: int | None = None
    live: Live | None = None
    checked: Checked | None = None
    claims: FileReport | None = None
    busy: bool = False
    open: bool = True
    forgotten: int = 0
    settled: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    _data: tuple[Text, bytes] | None = field(default=None, repr=False)
    _sheet: Sheet | None = field(default=None, repr=False)

    @property
    def shown(self) -> str:
        """Its path as reports tell it."""
        return self.home.shown(self.path)

    @property
    def current(self) -> Checked | None:
        """What was found in the text as it is."""
        return self.checked if self.checked is not None and self.checked.text is self.text else None

    def forget(self) -> None:
        """Forget what was found, because what it rests on changed."""
        self.live = self.checked = self._sheet = None
        self.forgotten += 1
        self.settled.clear()

    @property
    def sheet(self) -> Sheet:
        """The structure of the text, as a claim file has it; kept until it changes."""
        if self._sheet is None or self._sheet.text is not self.text:
            self._sheet = Sheet(self.text, self.shown, self.home.workspace)
        return self._sheet

    def data(self) -> bytes:
        """Return the text as the bytes of a file; kept until it changes."""
        if self._data is None or self._data[0] is not self.text:
            self._data = self.text, self.text.source.encode("utf-8", "surrogatepass")
        return self._data[1]
