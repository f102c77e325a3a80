"""A browser's requests in memory: each is answered or refused, without a fault, and with the headers of the guard."""

import asyncio
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import unquote

import h11

from benchmarks.fuzz.makers.messages import ADDRESS, HOST
from benchmarks.fuzz.readers.read import Read
from factcheck.serve.app import app
from factcheck.serve.desk import Desk
from factcheck.serve.guard import HEADERS, Guard
from factcheck.serve.tabs import Tabs
from factcheck.workspace import Workspace


class Request(NamedTuple):
    """A request as the server's library reads it."""

    head: h11.Request
    body: bytes


class Browser:
    """Asks the page's server."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the packs."""
        self.workspace, self.desk = workspace, Desk(workspace)
        self.desk.worker.quiet = 0  # nobody types
        self.app = Guard(app(self.desk, ADDRESS), ADDRESS, [HOST])

    def __call__(self, data: bytes, _: int) -> Read:
        """Ask what the requests of a connection ask, with nothing that an earlier one left."""
        self.desk.tabs = Tabs(self.workspace)
        asked = [*_requests(data)]
        wrong = asyncio.run(self._answers(asked))
        return Read("read" if asked else "refused", wrong)

    async def _answers(self, asked: list[Request]) -> str:
        for one in asked:
            if wrong := _wrong(one, await self._answer(one)):
                return wrong
        return ""

    async def _answer(self, asked: Request) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []
        coming = [{"type": "http.request", "body": asked.body, "more_body": False}]
        path, _, query = asked.head.target.partition(b"?")
        scope = {
            "type": "http",
            "method": asked.head.method.decode("ascii"),
            "path": unquote(path.decode("ascii", "replace")),
            "raw_path": path,
            "query_string": query,
            "headers": [*asked.head.headers],
        }

        async def receive() -> dict[str, Any]:
            return coming.pop() if coming else await asyncio.Future()  # nothing else comes

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        return sent


def _requests(data: bytes) -> Iterator[Request]:
    """Yield the requests of a connection, up to where they cannot be read."""
    while data:
        connection = h11.Connection(h11.SERVER)
        connection.receive_data(data)
        try:
            head, body = connection.next_event(), b""
            while isinstance(part := connection.next_event(), h11.Data):
                body += part.data
        except h11.RemoteProtocolError:
            return
        if not isinstance(head, h11.Request) or not isinstance(part, h11.EndOfMessage):
            return
        yield Request(head, body)
        data, _ = connection.trailing_data


def _wrong(asked: Request, sent: list[dict[str, Any]]) -> str:
    told = asked.head.target.decode("ascii", "replace")
    if not sent or sent[-1].get("more_body"):
        return f"{told}: no whole answer"
    status, headers = sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"{told}: {status}"
    if status < HTTPStatus.BAD_REQUEST and not told.startswith(f"/{ADDRESS}"):
        return f"{told}: {status} without the token"
    missing = [name for name, value in HEADERS.items() if headers.get(name) != value]
    return f"{told}: no {missing}" if missing else ""
