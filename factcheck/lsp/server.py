"""The server: pygls, the desk, and what each request is answered by."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import Any, get_args

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.lsp.desk import PAUSE, Desk
from factcheck.lsp.positions import Encoding
from factcheck.lsp.protocol import Protocol, quiet, told
from factcheck.lsp.uris import path_of

_WATCHED = ("**/*.{yaml,yml,toml}", "**/units.txt")
"""What packs and settings are made of."""


class Server(LanguageServer):
    """An editor's session."""

    protocol: Protocol

    def __init__(self, pause: float) -> None:
        super().__init__("factcheck", __version__, protocol_cls=Protocol, max_workers=2)
        self.desk = Desk(Path.cwd(), self.text_document_publish_diagnostics, self._log, pause)

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"factcheck: {message}"))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 - pygls calls it so
        """Tell of a fault in the editor's log, and go on."""
        told(self, error)


def server(pause: float = PAUSE) -> Server:
    """Return a server that is ready to be started; after so many seconds without a change all of a text is read."""
    quiet()
    found = Server(pause)
    _lifecycle(found)
    return found


def _lifecycle(found: Server) -> None:
    found.feature(types.INITIALIZE)(partial(_initialize, found))
    found.feature(types.INITIALIZED)(partial(_initialized, found))
    found.feature(types.SHUTDOWN)(partial(_shutdown, found))
    found.feature(types.TEXT_DOCUMENT_DID_SAVE)(partial(_saved, found))
    found.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(partial(_configured, found))
    found.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(partial(_touched, found))


def _initialize(found: Server, params: types.InitializeParams) -> None:
    chosen = found.workspace.position_encoding
    found.desk.encoding = next((one for one in get_args(Encoding) if one == chosen), "utf-16")
    folders = [one.uri for one in params.workspace_folders or ()]
    start = path_of(folders[0] if folders else params.root_uri or "")
    if start is not None:
        found.desk.projects.start = start
    _take(found, params.initialization_options)


def _initialized(found: Server, _params: types.InitializedParams) -> None:
    """Ask to be told of packs and settings that other programs change."""
    watching = getattr(found.client_capabilities.workspace, "did_change_watched_files", None)
    if not getattr(watching, "dynamic_registration", None):
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(one) for one in _WATCHED])
    wish = types.Registration("watched", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    found.client_register_capability(types.RegistrationParams([wish]))


def _shutdown(found: Server, _params: None) -> None:
    found.desk.stop()


def _saved(found: Server, params: types.DidSaveTextDocumentParams) -> None:
    found.desk.saved(params.text_document.uri)


def _touched(found: Server, params: types.DidChangeWatchedFilesParams) -> None:
    paths = [path_of(one.uri) for one in params.changes]
    found.desk.touched(path for path in paths if path is not None)


def _configured(found: Server, params: types.DidChangeConfigurationParams) -> None:
    _take(found, params.settings)


def _take(found: Server, settings: Any) -> None:
    """Take the settings of an editor; what is none of them is left alone."""
    section = settings.get("factcheck", settings) if isinstance(settings, dict) else None
    if isinstance(section, dict):
        for name in ("drafts", "queries", "hints", "lenses"):
            if isinstance(section.get(name), bool):
                setattr(found.desk.wanted, name, section[name])


def start() -> None:
    """Serve one editor over standard input and output, until it leaves."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # what is printed by mistake is no message
    server().start_io(sys.stdin.buffer, out)
