"""The server: pygls, the desk, and what each request is answered by."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast, get_args

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcParseError
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.lsp.asked import Asked
from factcheck.lsp.desk import PAUSE, Desk
from factcheck.lsp.features.actions import actions
from factcheck.lsp.features.completion import completion
from factcheck.lsp.features.hints import hints
from factcheck.lsp.features.hover import hover
from factcheck.lsp.features.lenses import WHY, lenses, why
from factcheck.lsp.features.names import references, rename, renameable
from factcheck.lsp.features.symbols import symbols
from factcheck.lsp.features.tokens import LEGEND, tokens
from factcheck.lsp.features.where import definition
from factcheck.lsp.positions import Encoding
from factcheck.lsp.protocol import Protocol, quiet, told
from factcheck.lsp.stream import Messages
from factcheck.lsp.uris import path_of

_WATCHED = ("**/*.{yaml,yml,toml,md,markdown,txt}",)
"""What packs, settings, claims and the texts that they quote are made of."""

T = TypeVar("T")


class Server(LanguageServer):
    """An editor's session."""

    protocol: Protocol

    def __init__(self, pause: float) -> None:
        super().__init__("factcheck", __version__, protocol_cls=Protocol, max_workers=2)
        self.desk = Desk(Path.cwd(), self.text_document_publish_diagnostics, self._log, pause)

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"factcheck: {message}"))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell of a fault in the editor's log, and go on; what the editor asked wrongly is answered, and no fault."""
        if source is JsonRpcException and isinstance(error, ValueError | RecursionError):
            self.protocol.refuse(JsonRpcParseError())  # its bytes are no JSON, or nested too deep
        elif not isinstance(error, JsonRpcException) or isinstance(error, JsonRpcInternalError):
            told(self, error)


def server(pause: float = PAUSE) -> Server:
    """Return a server that is ready to be started; after so many seconds without a change all of a text is read."""
    quiet()
    found = Server(pause)
    _lifecycle(found)
    _questions(found)
    return found


def _questions(found: Server) -> None:
    """Say by what each question about a document is answered."""
    _on(found, types.TEXT_DOCUMENT_HOVER, lambda asked, params: hover(asked, params.position))
    _on(found, types.TEXT_DOCUMENT_DEFINITION, lambda asked, params: definition(asked, params.position))
    _on(found, types.TEXT_DOCUMENT_REFERENCES, _references)
    _on(found, types.TEXT_DOCUMENT_RENAME, lambda asked, params: rename(asked, params.position, params.new_name))
    _on(
        found,
        types.TEXT_DOCUMENT_PREPARE_RENAME,
        lambda asked, params: renameable(asked, params.position),
    )
    options = types.CompletionOptions(trigger_characters=[".", "[", "(", "="])
    _on(found, types.TEXT_DOCUMENT_COMPLETION, lambda asked, params: completion(asked, params.position), options)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorExtract])
    _on(found, types.TEXT_DOCUMENT_CODE_ACTION, actions, kinds)
    _on(found, types.TEXT_DOCUMENT_INLAY_HINT, lambda asked, params: hints(asked, params.range))
    _on(found, types.TEXT_DOCUMENT_CODE_LENS, lambda asked, _: lenses(asked))
    _on(found, types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, lambda asked, _: symbols(asked))
    _on(found, types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, lambda asked, _: tokens(asked), LEGEND)
    found.command(WHY)(partial(_why, found))


def _on(found: Server, method: str, work: Callable[[Asked, Any], T | None], options: Any = None) -> None:
    """Let a question about a document be answered once that was read; a fault is told in the log, and is no answer."""

    async def handle(params: Any) -> T | None:
        try:
            return await found.desk.answer(params.text_document.uri, partial(_swapped, work, params))
        except JsonRpcException:
            raise
        except Exception as fault:  # noqa: BLE001 - a question that cannot be answered ends nothing
            told(found, fault)
            return None

    found.feature(method, options)(handle)


def _swapped(work: Callable[[Asked, Any], T | None], params: Any, asked: Asked) -> T | None:
    return work(asked, params)


def _references(asked: Asked, params: types.ReferenceParams) -> list[types.Location]:
    return references(asked, params.position, declared=params.context.include_declaration)


async def _why(found: Server, uri: Any, what: Any) -> str | None:
    """Return the story of a claim or of a number, as text."""
    if not isinstance(uri, str) or not isinstance(what, str | int):
        return None
    return await found.desk.answer(uri, lambda asked: why(asked, what))


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
    edits = getattr(params.capabilities.workspace, "workspace_edit", None)
    kinds = getattr(edits, "resource_operations", None) or ()
    found.desk.wanted.creates = types.ResourceOperationKind.Create in kinds
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
    """Serve one editor over standard input and output, until it leaves. Raises TooLong for a message without bound."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # what is printed by mistake is no message
    server().start_io(cast("BinaryIO", Messages(sys.stdin.buffer)), out)
