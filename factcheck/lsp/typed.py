"""A draft as one types, behind the two calls that a live reading has."""

from factcheck.lsp.documents import Live
from factcheck.model.draft import DraftReport
from factcheck.workspace import Workspace


class _Typed:
    """A draft that is read as a whole each time."""

    def __init__(self, workspace: Workspace, path: str, *, markdown: bool) -> None:
        self._workspace, self._path, self._markdown = workspace, path, markdown
        self._text = ""
        self._report: DraftReport | None = None

    def edit(self, text: str) -> DraftReport:
        """Return the report on a text."""
        if self._report is None or text != self._text:
            self._text, self._report = text, self._workspace.draft(text, self._path, markdown=self._markdown)
        return self._report

    def whole(self) -> DraftReport:
        """Return the report on the same text."""
        return self.edit(self._text)


def typed(workspace: Workspace, path: str, *, markdown: bool) -> Live:
    """Return the reading of a draft that is being written."""
    return _Typed(workspace, path, markdown=markdown)
