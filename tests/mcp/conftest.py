"""An assistant at the desk: asks as the SDK's own client does, and gets what that client makes of the answer."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

pytest.importorskip("mcp_types", reason="the extra `mcp` is not installed")

from mcp import Client, MCPError
from mcp.types import CallToolResult

from factcheck.mcp.server import made
from tests.projects import ROOT

T = TypeVar("T")


class Assistant:
    """A client of the server for a project; its client holds each answer against the schema of its tool."""

    def __init__(self, folder: Path) -> None:
        self.server = made(folder)

    def asks(self, question: Callable[[Client], Awaitable[T]]) -> T:
        """Ask anything that the protocol knows. Raises MCPError for what the server refuses."""

        async def asked() -> T | MCPError:
            async with Client(self.server) as client:
                try:
                    return await question(client)
                except MCPError as refused:
                    return refused  # else it would come in a group of exceptions

        found = asyncio.run(asked())
        if isinstance(found, MCPError):
            raise found
        return found

    def result(self, tool: str, **arguments: Any) -> CallToolResult:
        """Call a tool and return the whole result."""
        return self.asks(lambda client: client.call_tool(tool, arguments))

    def told(self, tool: str, **arguments: Any) -> Any:
        """Call a tool that answers; return the data."""
        found = self.result(tool, **arguments)
        assert not found.is_error, found.content
        return found.structured_content

    def refused(self, tool: str, **arguments: Any) -> str:
        """Call a tool that refuses; return what it says."""
        found = self.result(tool, **arguments)
        assert found.is_error
        (content,) = found.content
        return str(vars(content)["text"])


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    """Return an assistant that has the packs which come with factcheck."""
    return Assistant(ROOT)
