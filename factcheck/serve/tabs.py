"""The drafts that are open in browsers: kept in memory while they are, and never written anywhere."""

from collections import OrderedDict
from dataclasses import dataclass, field

from factcheck.loader.documents import MARKDOWN, SHEETS, Document, is_marked
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.live import Live
from factcheck.workspace import Workspace

MOST = 40
"""So many drafts are kept; the one that was not used for longest makes room, and is read anew if it is used again."""


class Outdated(Exception):  # noqa: N818 - said as it is raised
    """What is asked about is no part of the last report."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it was opened: its bytes, and what was read of it."""

    data: bytes
    document: Document


@dataclass(slots=True)
class Tab:
    """A draft in a browser: how it is read, what was last said of it, and the document that it was read from."""

    name: str
    live: Live
    original: Original | None = None
    revision: int = 0
    report: DraftReport = field(init=False)
    """What was last said of the draft, the settings of the project honoured."""

    def __post_init__(self) -> None:
        """Begin with nothing said."""
        self.report = self.live.report

    def finding(self, revision: int, index: int) -> DraftFinding:
        """Return a finding of the last report. Raises Outdated where it is of another one."""
        if revision != self.revision or not 0 <= index < len(self.report.findings):
            raise Outdated
        return self.report.findings[index]


@dataclass(slots=True)
class Tabs:
    """All drafts that are open, by the names that their pages gave themselves."""

    workspace: Workspace
    known: OrderedDict[str, Tab] = field(default_factory=OrderedDict)
    latest: dict[str, int] = field(default_factory=dict)
    """The last question that was asked about each."""

    def asked(self, key: str, serial: int) -> None:
        """Take note of a question, before it is answered."""
        self.latest[key] = max(serial, self.latest.get(key, 0))

    def open(self, key: str, name: str, original: Original) -> None:
        """Begin with a document in the place of what was there; one of lines is no more than its text."""
        self.known.pop(key, None)
        if original.document.structure is not None:
            self._keep(key, Tab(name, self.workspace.live(name, structure=original.document.structure), original))

    def answer(self, key: str, serial: int, name: str, text: str, *, whole: bool) -> Tab:
        """Read a draft. Raises Outdated where all of a text was to be read of which a later one has been sent."""
        if whole and serial < self.latest.get(key, 0):
            raise Outdated
        return self.read(key, name, text, whole=whole)

    def read(self, key: str, name: str, text: str, *, whole: bool) -> Tab:
        """Read a draft: ``whole``, or with what is near its last change read anew."""
        tab = self.known.get(key)
        if tab is None or not self._is_same(tab, name, text):
            tab = Tab(name, self._live(name, text), revision=tab.revision if tab else 0)
        self._keep(key, tab)
        found = tab.live.whole(text) if whole else tab.live.edit(text)
        tab.report = self.workspace.honour_draft(found)
        tab.revision += 1
        return tab

    def get(self, key: str) -> Tab:
        """Return a draft. Raises Outdated where it is not kept any more."""
        try:
            return self.known[key]
        except KeyError:
            raise Outdated from None

    def _keep(self, key: str, tab: Tab) -> None:
        self.known[key] = tab
        self.known.move_to_end(key)
        while len(self.known) > MOST:
            oldest, _ = self.known.popitem(last=False)
            self.latest.pop(oldest, None)

    def _is_same(self, tab: Tab, name: str, text: str) -> bool:
        """Whether a draft is to be read as before: it has the same name, or still looks like Markdown, or not."""
        if tab.original is not None:
            return tab.name == name and bool(tab.revision or text == tab.original.document.text)
        return tab.name == name and tab.live.markdown == _is_markdown(name, text)

    def _live(self, name: str, text: str) -> Live:
        sheet = name.lower().endswith(SHEETS)
        return self.workspace.live(name, markdown=_is_markdown(name, text), sheet=sheet)


def _is_markdown(name: str, text: str) -> bool:
    """Whether a name, or without one the text, is that of Markdown."""
    return name.lower().endswith(MARKDOWN) or (not name and is_marked(text))
