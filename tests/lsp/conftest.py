"""An editor with a server of its own."""

from collections.abc import Iterator

import pytest

from factcheck.lsp.server import server
from tests.lsp.client import Editor, running


@pytest.fixture
def editor() -> Iterator[Editor]:
    """Return an editor that has not said a word yet."""
    yield from running(lambda stdin, stdout: server(pause=0.05).start_io(stdin, stdout))
