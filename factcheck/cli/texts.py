"""The texts that a command is given: files, folders, standard input."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import complain
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.diagnostics import Diagnostic
    from factcheck.loader.documents import Document

STDIN = "-"


def known_language(lang: str) -> bool:
    """Whether a language is known; complains about one that is not."""
    names = import_module("factcheck.quantity.languages").languages()
    if lang not in names:
        complain(f"there is no language `{lang}`; known: {', '.join(names)}")
    return lang in names


def texts(workspace: Workspace, names: Sequence[str]) -> "Iterator[Document | Diagnostic]":
    """Read the texts in the order in which they were named; yields what could not be read, too."""
    for name in names:
        yield from _standard_input() if name == STDIN else workspace.documents(Path(name))


def _standard_input() -> "Iterator[Document | Diagnostic]":
    loader = import_module("factcheck.loader.documents")
    files = import_module("factcheck.loader.files")
    data = sys.stdin.buffer.read(files.MAX_BYTES + 1) if sys.stdin else b""
    if len(data) > files.MAX_BYTES:
        yield files.too_large("standard input", files.MAX_BYTES)
    else:
        yield loader.document(data, "standard input", named=False)
