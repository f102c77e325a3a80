"""All readers of what strangers write, each asked by its name; those of extras only where these are installed."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.fuzz.makers import MAKERS, Input, inputs
from benchmarks.fuzz.readers.documents import Documents
from benchmarks.fuzz.readers.files import Files
from benchmarks.fuzz.readers.lines import Lines
from benchmarks.fuzz.readers.read import Reader
from benchmarks.fuzz.readers.texts import Texts
from factcheck.workspace import Workspace

_NEEDS = {"editor": "pygls", "assistant": "mcp", "browser": "starlette"}
"""What readers need that is an extra."""

AT_HAND = tuple(name for name in MAKERS if name not in _NEEDS or find_spec(_NEEDS[name]))
"""The readers that can be asked."""


class Readers:
    """The readers, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        """Take an empty folder."""
        self.count = 0
        workspace = Workspace.open(folder, cached=False)
        self._readers: dict[str, Reader] = {
            **Texts(workspace).readers,
            **Files(workspace, folder).readers,
            **Documents(workspace).readers,
            "lines": Lines(workspace),
        }
        self._others: dict[str, Callable[[], Reader]] = {
            "editor": lambda: _module("editor").editor,
            "assistant": lambda: _module("assistant").Assistant(workspace),
            "browser": lambda: _module("browser").Browser(workspace),
        }

    def warm(self, *names: str) -> None:
        """Let each of these readers read once, so that no input is slow because it is the first."""
        for name in names:
            self.check(next(inputs("warm", name)))

    def check(self, given: Input) -> tuple[str, str]:
        """Read an input; return what became of it, and what is wrong with the outcome. What raises is a fault."""
        self.count += 1
        if given.reader not in self._readers:
            self._readers[given.reader] = self._others[given.reader]()
        found = self._readers[given.reader](given.data, self.count)
        return f"{given.reader} {found.what}", found.wrong


def _module(name: str) -> Any:
    """Return the module of a reader whose extra may not be installed."""
    return import_module(f"benchmarks.fuzz.readers.{name}")
