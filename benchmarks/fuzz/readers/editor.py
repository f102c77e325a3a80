"""An editor's session in memory: what it sends is read to its end, and every word back is a message without a fault."""

import asyncio
import json
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

from pygls.io_ import run_async

from benchmarks.fuzz.readers.read import FAULT, Read
from factcheck.lsp.server import server

INTERNAL = -32603
"""The code of JSON-RPC for a fault of the program."""

PAUSE = 0.01
"""Seconds after which the server reads all of a text: an editor's user waits longer."""

ROUNDS, PATIENCE = 3, 20.0
"""So often tasks may begin others; so many seconds all of them may take."""


class Sent:
    """The editor's side: bytes that are read without waiting, and those that came back."""

    def __init__(self, data: bytes) -> None:
        """Take what the editor sends."""
        self.to, self.back = BytesIO(data), bytearray()

    async def readline(self) -> bytes:
        """Return the next line of a header."""
        await asyncio.sleep(0)
        return self.to.readline()

    async def readexactly(self, size: int) -> bytes:
        """Return a message; less, where the rest is missing."""
        return self.to.read(size)

    def write(self, data: bytes) -> None:
        """Take an answer."""
        self.back += data

    def close(self) -> None:
        """Nothing is left to be done."""


def editor(data: bytes, _: int) -> Read:
    """Serve an editor that has said all it will."""
    sent = Sent(data)
    asyncio.run(_session(sent))
    wrong = next((told for told in map(_wrong, _messages(bytes(sent.back))) if told), "")
    return Read("read" if sent.back else "refused", wrong)


async def _session(sent: Sent) -> None:
    found = server(PAUSE)
    found.desk.projects.start = Path(__file__).parent
    found.protocol.set_writer(sent)
    await run_async(Event(), sent, found.protocol, error_handler=found.report_server_error)
    for _ in range(ROUNDS):
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=PATIENCE)
        await asyncio.sleep(PAUSE)
    found.desk.stop()
    found.shutdown()  # type: ignore[no-untyped-call]


def _messages(back: bytes) -> list[dict[str, Any]]:
    found = []
    while back:
        head, _, rest = back.partition(b"\r\n\r\n")
        size = int(head.split(b"\r\n")[0].partition(b":")[2])
        found.append(json.loads(rest[:size]))
        back = rest[size:]
    return found


def _wrong(message: dict[str, Any]) -> str:
    error = message.get("error") or {}
    if error.get("code") == INTERNAL or FAULT in json.dumps(message):
        return json.dumps(message, ensure_ascii=False)
    return ""
