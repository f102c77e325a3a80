"""The protocol as pygls speaks it, with documents that are the desk's, and faults that end nothing."""

import logging
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.protocol.json_rpc import JsonRPCNotification

from factcheck.diagnostics import fault_of_the_program

if TYPE_CHECKING:
    from factcheck.lsp.server import Server

_NOTHING = JsonRPCNotification("$/nothing", "2.0", None)
"""What stands for a message that cannot be read: unknown notifications of this kind are ignored."""

_FIRST = frozenset({types.INITIALIZE, types.EXIT})
"""What an editor may say before it has begun."""


class Protocol(LanguageServerProtocol):
    """Messages to calls."""

    _server: "Server"

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message as an object; a request that cannot be read is refused, anything else is left out."""
        try:
            return super().structure_message(data)
        except (JsonRpcException, RecursionError) as fault:
            number = data.get("id")
            if isinstance(number, str | int) and "method" in data:
                refused = fault if isinstance(fault, JsonRpcInvalidParams) else JsonRpcInvalidParams()
                self._send_response(number, error=refused.to_response_error())
            return _NOTHING

    def handle_message(self, message: Any) -> None:
        """Heed a message; what is none is refused, and so is a question that comes before the editor has begun."""
        if not hasattr(message, "jsonrpc"):
            self.refuse(JsonRpcInvalidRequest())
        elif self._workspace is not None or getattr(message, "method", "") in _FIRST:
            super().handle_message(message)
        elif hasattr(message, "id") and hasattr(message, "method"):
            self._send_response(message.id, error=JsonRpcServerNotInitialized().to_response_error())

    def refuse(self, fault: JsonRpcException) -> None:
        """Answer what no number is known of."""
        self._send_response(None, error=fault.to_response_error())

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        """Send an answer; what pygls adds of the program's inside is left out."""
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(error.code, error.message)
        super()._send_response(msg_id, result, error)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a document."""
        self._server.desk.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take what was typed."""
        self._server.desk.changed(params.text_document.uri, params.text_document.version, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document."""
        self._server.desk.closed(params.text_document.uri)


def quiet() -> None:
    """Keep what pygls logs, with tracebacks, from the editor's user, unless the environment asks for it."""
    if not os.environ.get("FACTCHECK_DEBUG"):
        for name in ("pygls", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def told(server: "Server", fault: Exception) -> None:
    """Tell of a fault in a line of the editor's log."""
    with suppress(Exception):  # an editor that is gone hears nothing
        message = fault_of_the_program(fault)
        server.window_log_message(types.LogMessageParams(types.MessageType.Error, f"factcheck: {message}"))
