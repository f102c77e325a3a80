"""An assistant's questions in memory: each is answered in a bounded size, or refused in words."""

import asyncio
import json
from typing import Any

from mcp.server.mcpserver.exceptions import MCPServerError, UnexpectedResourceError, UnexpectedToolError
from mcp.shared.exceptions import MCPError

from benchmarks.fuzz.readers.read import FAULT, Read
from factcheck.mcp.pieces import MAX_CHARS, MAX_TEXT
from factcheck.mcp.server import made
from factcheck.workspace import Workspace

MOST = 2 * (MAX_CHARS + MAX_TEXT)
"""An answer has so many characters at most: an item that is long by itself is not cut in two."""


class Assistant:
    """Asks the tools of the server, and its pages."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the project."""
        self.server = made(workspace.project.root)
        asyncio.run(self._told("facts", {"attribute": "population"}))  # what packs know of all is read once

    def __call__(self, data: bytes, _: int) -> Read:
        """Ask the question of each line that is one."""
        read = Read("refused")
        for line in data.split(b"\n"):
            try:
                asked = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(asked, dict) and isinstance(asked.get("name"), str):
                told = asyncio.run(self._told(asked["name"], asked.get("arguments")))
                wrong = told if FAULT in told else f"{len(told):,} characters" if len(told) > MOST else ""
                read = Read(wrong=read.wrong or wrong)
        return read

    async def _told(self, name: str, arguments: Any) -> str:
        try:
            if name.startswith("factcheck://"):
                return str([one.content for one in await self.server.read_resource(name)])  # type: ignore[union-attr]
            if name == "verify_numbers":
                return str(await self.server.get_prompt(name, arguments))
            found = await self.server.call_tool(name, arguments if isinstance(arguments, dict) else {})
            return str(found.content)  # type: ignore[union-attr]
        except (UnexpectedToolError, UnexpectedResourceError):
            raise
        except (MCPServerError, MCPError, ValueError) as refused:
            return str(refused)
