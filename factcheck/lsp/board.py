"""What is told of each document: by itself, by the claims that quote it, by its project; an editor hears all of it."""

from collections.abc import Callable, Mapping

from lsprotocol import types

from factcheck.lsp.documents import Document

MOST = 1_000
"""So many diagnostics of a document are told; a file with more is no text that somebody is writing."""

Publish = Callable[[types.PublishDiagnosticsParams], None]
ByUri = Mapping[str, list[types.Diagnostic]]


class Board:
    """The diagnostics of all documents, by who tells them."""

    def __init__(self, documents: Mapping[str, Document], publish: Publish) -> None:
        self._documents, self._publish = documents, publish
        self._told: dict[str, dict[str, list[types.Diagnostic]]] = {}

    def tell(self, source: str, by_uri: ByUri) -> None:
        """Publish what one source has to say of documents, in the place of what it said before."""
        gone = [uri for uri, told in self._told.items() if source in told and uri not in by_uri]
        for uri in (*by_uri, *gone):
            told = self._told.setdefault(uri, {})
            said = told.pop(source, None)
            if by_uri.get(uri):
                told[source] = by_uri[uri]
            if not told:
                del self._told[uri]
            if said or told or uri in self._documents:
                self._send(uri, [one for several in told.values() for one in several])

    def _send(self, uri: str, found: list[types.Diagnostic]) -> None:
        document = self._documents.get(uri)
        version = document.version if document is not None else None
        self._publish(types.PublishDiagnosticsParams(uri, found[:MOST], version))
