"""Which claim files quote which draft: those that name it with ``article: {file: …}``."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import Document, load_document
from factcheck.loader.files import MAX_BYTES, is_inside, outside, read_bytes, shown_path
from factcheck.source import Text

_MARK = b"file:"


def claims_by_draft(files: Iterable[Path], root: Path) -> dict[str, list[Path]]:
    """Return the claim files of each draft, by its path from the project's folder."""
    found: dict[str, list[Path]] = {}
    for path in files:
        named = _draft_of(path, root)
        if named:
            found.setdefault(os.path.normpath(named), []).append(path)
    return found


def article_of(named: Text, root: Path) -> Document | Diagnostic:
    """Read the article that a claim file names, or say, at its name, why it cannot be read."""
    path = root / named.value
    if not is_inside(path, root):
        return outside(named.value, named.place)
    found = load_document(Path(os.path.normpath(path)), root)
    return replace(found, place=named.place) if isinstance(found, Diagnostic) and not found.place.line else found


def _draft_of(path: Path, root: Path) -> str:
    """Return the draft that a claim file names; a file that cannot be read names none."""
    shown = shown_path(path, root)
    data = read_bytes(path, shown, MAX_BYTES)
    if isinstance(data, Diagnostic) or _MARK not in data:
        return ""
    from factcheck.loader.claims import claims_from_bytes  # noqa: PLC0415 - brings YAML, which is slow

    file, _ = claims_from_bytes(data, shown)
    return file.article.file.value if file and file.article.file else ""
