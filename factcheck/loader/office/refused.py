"""Why a document is not read, each with its code."""

from factcheck.diagnostics import Problem
from factcheck.extras import install, needed

TOO_LARGE, NEEDS_EXTRA, NOT_READ, LOCKED = "FC111", "FC118", "FC119", "FC120"

MAX_FILE = 64_000_000
"""A longer document is refused: its pictures are not looked at, but nobody should wait for them."""

MAX_PART = 64_000_000
"""So many bytes of a part of a document are read, unpacked."""

MAX_TEXT = 4_000_000
"""So many characters of text a document may have, as any other text."""

MAX_DEPTH = 256
"""So deep its elements may be nested."""


def broken(what: str, cure: str = "open it in its own program and save it again") -> Problem:
    """Return the problem of a document that is not what its name says."""
    return Problem(NOT_READ, what, help=cure)


def too_large(what: str) -> Problem:
    """Return the problem of a document beyond a limit."""
    return Problem(TOO_LARGE, what, help="split it into several, or save it as text")


def locked() -> Problem:
    """Return the problem of a document with a password."""
    return Problem(LOCKED, "it is protected by a password", help="save it without a password")


def needs_extra(what: str) -> Problem:
    """Return the problem of a document that a plain install cannot read."""
    return Problem(NEEDS_EXTRA, needed(f"reading {what}", "docs"), help=f"install it: {install('docs')}")
