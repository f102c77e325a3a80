"""An editor for tests: it speaks the protocol with a server that runs in a thread, over two pipes."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import IO, Any

Message = dict[str, Any]
PATIENCE = 60.0
"""Seconds after which an editor gives up; no test waits for so long unless it fails."""


def read_message(stream: IO[bytes]) -> Message | None:
    """Return the next message of a stream; None at its end."""
    length = 0
    while line := stream.readline().strip():
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    return json.loads(stream.read(length)) if length else None


def written(message: Any) -> bytes:
    """Return a message as it is sent."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Editor:
    """Sends messages, keeps what comes back: answers by number, diagnostics by address, all others in a list."""

    def __init__(self, to: IO[bytes], back: IO[bytes]) -> None:
        self._to, self._back = to, back
        self._next = 0
        self._arrived: Queue[Message] = Queue()
        self.diagnostics: dict[str, list[Message]] = {}
        self.published: list[Message] = []
        self.others: list[Message] = []
        self.answers: dict[Any, Message] = {}
        self.versions: dict[str, int] = {}
        self.initialized: Message = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while (message := read_message(self._back)) is not None:
            self._arrived.put(message)
        self._arrived.put({"method": "end"})

    def _take(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"])
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" not in message:
            self.answers[message["id"]] = message
        else:
            self.others.append(message)
            if "id" in message:  # what a server asks is granted
                self.raw({"jsonrpc": "2.0", "id": message["id"], "result": None})

    def until(self, done: Callable[[], Any]) -> Any:
        """Take messages until something holds, and return it."""
        while not (found := done()):
            try:
                self._take(self._arrived.get(timeout=PATIENCE))
            except Empty:
                raise AssertionError(f"nothing came; the last was {self.others[-3:]}") from None
        return found

    def raw(self, message: Any) -> None:
        """Send a message as it is."""
        self._to.write(written(message))
        self._to.flush()

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.raw({"jsonrpc": "2.0", "method": method, "params": params})

    def answer(self, method: str, params: Any) -> Message:
        """Send a request and return the whole answer."""
        self._next += 1
        self.raw({"jsonrpc": "2.0", "id": self._next, "method": method, "params": params})
        number = self._next
        self.until(lambda: number in self.answers)
        return self.answers.pop(number)

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        found = self.answer(method, params)
        assert "error" not in found, found
        return found["result"]

    # what editors do

    def initialize(self, folder: Path | None = None, encodings: list[str] | None = None, **more: Any) -> Message:
        """Begin."""
        general = {"positionEncodings": encodings} if encodings else {}
        root = folder.as_uri() if folder else None
        folders = [{"uri": root, "name": "folder"}] if root else None
        params = {"processId": os.getpid(), "rootUri": root, "workspaceFolders": folders}
        found: Message = self.ask("initialize", {**params, "capabilities": {"general": general}, **more})
        self.notify("initialized", {})
        self.initialized = found
        return found

    def open(self, uri: str, text: str, language: str = "markdown") -> list[Message]:
        """Open a document and return its first diagnostics."""
        self.versions[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.told(uri)

    def told(self, uri: str) -> list[Message]:
        """Return the diagnostics of a document as it is."""
        version = self.versions[uri]
        self.until(lambda: any(one["uri"] == uri and one.get("version") == version for one in self.published))
        return self.diagnostics[uri]

    def change(self, uri: str, *changes: Message) -> None:
        """Send changes of a document."""
        self.versions[uri] += 1
        about = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": about, "contentChanges": list(changes)})

    def type(self, uri: str, line: int, character: int, text: str) -> None:
        """Insert a text."""
        at = {"line": line, "character": character}
        self.change(uri, {"range": {"start": at, "end": at}, "text": text})

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """Ask about a place of a document."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place, **more})


def running(start: Callable[[IO[bytes], IO[bytes]], None]) -> Iterator[Editor]:
    """Yield an editor whose server runs in a thread, and end both."""
    ours, theirs = os.pipe(), os.pipe()
    to, back = os.fdopen(ours[1], "wb"), os.fdopen(theirs[0], "rb")
    stdin, stdout = os.fdopen(ours[0], "rb"), os.fdopen(theirs[1], "wb")
    thread = threading.Thread(target=start, args=(stdin, stdout))
    thread.start()
    editor = Editor(to, back)
    yield editor
    editor.ask("shutdown", None)
    editor.notify("exit", None)
    to.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    editor.until(lambda: any(one.get("method") == "end" for one in editor.others))
    for stream in (stdin, stdout, back):
        stream.close()
