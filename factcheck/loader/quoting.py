"""Which claim files quote which draft: those that name it with ``article: {file: …}``."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from factcheck.cache import NOTHING, Cache, digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import Document, load_document
from factcheck.loader.files import MAX_BYTES, is_inside, outside, read_bytes, shown_path
from factcheck.source import Text

_NAMING = b"file:"


def claims_by_draft(files: Iterable[Path], root: Path, cache: Cache = NOTHING) -> dict[str, list[Path]]:
    """Return the claim files of each draft, by its path from the project's folder; kept while no file changes."""
    claims = {shown_path(path, root): path for path in files}
    marks = {shown: mark for shown, path in claims.items() if (mark := _mark(path, shown))}
    key = digest(*marks, *marks.values())
    kept = cache.read("quoting", key)
    if kept is None:
        kept = {"drafts": {shown: _draft_of(claims[shown], shown) for shown in marks}}
        if marks:
            cache.write("quoting", key, kept)
    found: dict[str, list[Path]] = {}
    for shown, draft in kept["drafts"].items():
        if draft:
            found.setdefault(os.path.normpath(draft), []).append(claims[shown])
    return found


def article_of(named: Text, root: Path) -> Document | Diagnostic:
    """Read the article that a claim file names, or say, at its name, why it cannot be read."""
    path = root / named.value
    if not is_inside(path, root):
        return outside(named.value, named.place)
    found = load_document(Path(os.path.normpath(path)), root)
    return replace(found, place=named.place) if isinstance(found, Diagnostic) and not found.place.line else found


def _mark(path: Path, shown: str) -> str:
    """Return what tells the content of a claim file that may name a draft; empty for one that cannot."""
    data = read_bytes(path, shown, MAX_BYTES)
    return "" if isinstance(data, Diagnostic) or _NAMING not in data else digest(data)


def _draft_of(path: Path, shown: str) -> str:
    """Return the draft that a claim file names; a file that cannot be read names none."""
    data = read_bytes(path, shown, MAX_BYTES)
    if isinstance(data, Diagnostic):
        return ""
    from factcheck.loader.claims import claims_from_bytes  # noqa: PLC0415 - brings YAML, which is slow

    file, _ = claims_from_bytes(data, shown)
    return file.article.file.value if file and file.article.file else ""
