"""A server for the tests of the page, and a way to ask it as a page does."""

import http.client
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

pytest.importorskip("uvicorn", reason='the page needs: pip install "factcheck-engine[serve]"')

from factcheck.serve.server import Server, running
from factcheck.workspace import Workspace


class Answer(NamedTuple):
    """What the server says: the status, the headers, the bytes."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """The answer read as JSON."""
        return json.loads(self.body)


class Client:
    """Asks the server; a header of None is left out."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.host = f"127.0.0.1:{server.port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, *, token: str | None = None, **headers: str | None
    ) -> Answer:
        """Send a request below the token."""
        named = {"host": self.host, "origin": None if method == "GET" else f"http://{self.host}"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            connection.putrequest(
                method,
                f"/{self.server.token if token is None else token}/{path}",
                skip_host=True,
                skip_accept_encoding=True,
            )
            for name, value in named.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            found = connection.getresponse()
            return Answer(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        finally:
            connection.close()

    def post(self, path: str, **fields: object) -> Answer:
        """Ask as the page does."""
        return self.ask("POST", path, json.dumps(fields).encode(), content_type="application/json")

    def draft(self, text: str, *, tab: str = "t", name: str = "", whole: bool = True) -> Any:
        """Return what the page is told of a draft."""
        answer = self.post("draft", tab=tab, name=name, text=text, whole=whole, serial=0)
        assert answer.status == 200, answer.body
        return answer.data


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run a server outside of any project."""
    with running(Workspace.open(tmp_path_factory.mktemp("desk"), cached=False)) as found:
        found.desk.worker.quiet = 0  # nobody types
        yield found


@pytest.fixture
def client(server: Server) -> Client:
    return Client(server)
