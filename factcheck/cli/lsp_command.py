"""``factcheck lsp``: checks what is open in an editor, as one types."""

import argparse
import sys

from factcheck.cli.console import complain
from factcheck.cli.main import OK, UNABLE
from factcheck.extras import told


def run(_options: argparse.Namespace) -> int:
    """Speak with an editor over standard input and output."""
    try:
        from factcheck.lsp.server import start  # noqa: PLC0415 - an extra
        from factcheck.lsp.stream import TooLong  # noqa: PLC0415
    except ImportError as fault:
        if (fault.name or "").partition(".")[0] not in {"pygls", "lsprotocol", "cattrs", "attrs"}:
            raise
        complain(told("the server for editors", "lsp"))
        return UNABLE
    if sys.stdin is not None and sys.stdin.isatty():
        complain("an editor starts this and speaks with it; see docs/editors.md for how to tell it so")
    try:
        start()
    except TooLong as refused:
        complain(f"{refused}: the editor is no longer heard")
        return UNABLE
    return OK
