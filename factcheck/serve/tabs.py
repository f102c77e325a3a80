"""The drafts that are open in browsers: kept in memory while they are, and never written anywhere."""

from collections import OrderedDict
from dataclasses import dataclass, field

from factcheck.loader.documents import MARKDOWN, SHEETS, is_marked
from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.proofread.live import Live
from factcheck.workspace import Workspace

MOST = 40
"""So many drafts are kept; the one that was not used for longest makes room, and is read anew if it is used again."""


class Outdated(Exception):  # noqa: N818 - said as it is raised
    """What is asked about is no part of the last report."""


@dataclass(slots=True)
class Tab:
    """A draft in a browser: how it is read, and what was last said of it."""

    name: str
    live: Live
    revision: int = 0

    @property
    def report(self) -> DraftReport:
        """What was last said of the draft."""
        return self.live.report

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

    def read(self, key: str, name: str, text: str, *, whole: bool) -> Tab:
        """Read a draft: ``whole``, or with what is near its last change read anew."""
        tab = self._tab(key, name, text)
        if whole:
            tab.live.whole(text)
        else:
            tab.live.edit(text)
        tab.revision += 1
        return tab

    def get(self, key: str) -> Tab:
        """Return a draft. Raises Outdated where it is not kept any more."""
        try:
            return self.known[key]
        except KeyError:
            raise Outdated from None

    def _tab(self, key: str, name: str, text: str) -> Tab:
        markdown, sheet = name.lower().endswith(MARKDOWN), name.lower().endswith(SHEETS)
        markdown = markdown or (not name and is_marked(text))
        tab = self.known.get(key)
        if tab is None or (tab.name, tab.live.markdown) != (name, markdown):
            revision = tab.revision if tab else 0
            tab = Tab(name, self.workspace.live(name, markdown=markdown, sheet=sheet), revision)
        self.known[key] = tab
        self.known.move_to_end(key)
        while len(self.known) > MOST:
            self.known.popitem(last=False)
        return tab
