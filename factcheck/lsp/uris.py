"""Addresses of documents and the files they stand for."""

import os
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path


def path_of(uri: str) -> Path | None:
    """Return the file of an address, percent-encoded or with a Windows drive; None for what is no file: untitled."""
    try:
        found = to_fs_path(uri)
    except ValueError:  # a bracket that opens no address of IPv6
        return None
    if not found or "\0" in found:
        return None
    return Path(os.path.abspath(found))  # noqa: PTH100 - links stay what they are


def uri_of(path: Path) -> str:
    """Return the address of a file."""
    return from_fs_path(os.path.abspath(path)) or ""  # noqa: PTH100 - the same
