"""Starts the server: on this machine alone, under an address that nobody can guess."""

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from factcheck.serve.app import app
from factcheck.serve.desk import Desk
from factcheck.serve.guard import Guard
from factcheck.workspace import Workspace

LOOPBACK = "127.0.0.1"
_TOKEN = 24
"""Bytes of the token."""


class Server:
    """A server that listens, and is run."""

    def __init__(self, workspace: Workspace, port: int = 0) -> None:
        """Take a port (0: any that is free). Raises OSError for one that cannot be had."""
        self.socket = socket.create_server((LOOPBACK, port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)  # noqa: FBT003
        """Else the body of an answer waits 40 ms for the receipt of its head; connections take it over."""
        self.port: int = self.socket.getsockname()[1]
        self.token = secrets.token_urlsafe(_TOKEN)
        self.desk = Desk(workspace)
        hosts = [f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"]
        guarded = Guard(app(self.desk, self.token), self.token, hosts)
        config = uvicorn.Config(
            guarded, log_level="error", access_log=False, server_header=False, ws="none", lifespan="off"
        )
        self.server = uvicorn.Server(config)

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"

    def run(self) -> None:
        """Answer until interrupted."""
        self.desk.warm()
        self.server.run(sockets=[self.socket])

    def stop(self) -> None:
        """Ask a server that runs in another thread to end."""
        self.server.should_exit = True


@contextmanager
def running(workspace: Workspace) -> Iterator[Server]:
    """Run a server in a thread while the block lasts: for tests and measurements."""
    server = Server(workspace)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(10)
        server.desk.worker.shutdown()
        server.socket.close()


def serve(workspace: Workspace, port: int, say: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page, its address told, until interrupted. Raises OSError for a port that cannot be had."""
    server = Server(workspace, port)
    say(server.address)
    if browser:  # some wait for their window to be closed
        threading.Thread(target=webbrowser.open, args=[server.address], daemon=True).start()
    server.run()
