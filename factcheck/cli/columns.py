"""The width of the terminal, found without ``shutil``, whose import takes longer than all the rest of ``--help``."""

import os
from typing import TextIO

USUAL = 80


def columns(stream: TextIO | None) -> int:
    """Return how many cells wide the terminal behind a stream is; ``COLUMNS`` goes before, and 80 is usual."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return USUAL
