"""Files and folders to parts: what there is to read, in one order, with the digest of each."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.loader.files import entered, is_file, is_folder, is_inside, is_there
from factcheck.loader.texts import lines
from factcheck.loader.texts.arrow import ParquetTexts
from factcheck.loader.texts.columns import NoColumn, Wanted
from factcheck.loader.texts.parts import MARKDOWN, Part, unpacked, without_packing
from factcheck.loader.texts.rows import safe

LINES = (".jsonl", ".ndjson", ".json")
TEXTS = (".txt", *MARKDOWN)
PARQUET = (".parquet", ".pq")
TOGETHER = 1000
"""So many text files of a folder are a part."""


class NoInput(ValueError):  # noqa: N818 - wrong usage, not a crash
    """There is nothing to read: the message says why."""


class Input(NamedTuple):
    """A file, or the texts of a folder: as it was named, how many files they are, and the digest of what they hold."""

    source: str
    files: int
    digest: str
    parts: tuple[Part, ...]


def inputs(paths: Sequence[str], wanted: Wanted, without: Path | None = None) -> list[Input]:
    """Return what there is to read, in the order of the paths and of names; ``without`` is a folder that is left out.

    A file that cannot be read is a part that says so. Raises NoInput where a path is not there, or nothing can be read.
    """
    found = [one for path in dict.fromkeys(paths) for one in _inputs(path, wanted, without)]
    broken = [part.problem for one in found for part in one.parts if part.kind == "broken"]
    if not found:
        raise NoInput(f"no texts in {', '.join(f'`{path}`' for path in paths)}: {_known()}")
    if len(broken) == len(found):
        raise NoInput(f"`{found[0].source}`: {broken[0]}")
    return found


def _known() -> str:
    read = f"Parquet ({PARQUET[0]}), JSON Lines ({LINES[0]}) and texts ({', '.join(TEXTS)})"
    return f"what is read are {read}, the last two as .gz or .zst, too"


def _inputs(path: str, wanted: Wanted, without: Path | None) -> Iterator[Input]:
    if is_folder(Path(path)):
        names = list(_inside(path, without))
        yield from (_file(os.path.join(path, name), wanted) for name in names if not _is(name, TEXTS))  # noqa: PTH118
        texts = [name for name in names if _is(name, TEXTS)]
        yield from [_texts(path, texts)] if texts else []
    elif not is_there(Path(path)):
        raise NoInput(f"there is no `{path}`")
    elif not is_file(Path(path)) or not _is(path, (*LINES, *PARQUET, *TEXTS)):
        raise NoInput(f"`{path}` is not read: {_known()}")
    else:
        yield _one_text(path) if _is(path, TEXTS) else _file(path, wanted)


def _is(name: str, endings: tuple[str, ...]) -> bool:
    return (name.lower() if endings is PARQUET else without_packing(name)).endswith(endings)


def left_out(paths: Sequence[str], without: Path | None = None) -> Counter[str]:
    """Count, by their endings, the files in folders that are of no kind that is read."""
    folders = [path for path in dict.fromkeys(paths) if is_folder(Path(path))]
    names = (name for folder in folders for name in _files(folder, without) if not _is_read(name))
    return Counter(safe(os.path.splitext(name)[1].lower()) for name in names)  # noqa: PTH122 - a million of them


def _inside(folder: str, without: Path | None) -> Iterator[str]:
    """Yield the files of a folder that are read, by their names within it, sorted."""
    return (name for name in _files(folder, without) if _is_read(name))


def _is_read(name: str) -> bool:
    return _is(name, (*LINES, *TEXTS)) or _is(name, PARQUET)


def _files(folder: str, without: Path | None) -> Iterator[str]:
    """Yield the files of a folder by their names within it, sorted; links and hidden ones are not entered."""
    for where, folders, names in os.walk(folder):
        inside = (name for name in folders if entered(name))
        folders[:] = sorted(name for name in inside if without is None or not is_inside(Path(where, name), without))
        for name in sorted(names):
            path = os.path.join(where, name)  # noqa: PTH118 - a million of them
            if not name.startswith(".") and not os.path.islink(path):  # noqa: PTH114
                yield os.path.relpath(path, folder).replace(os.sep, "/")


def _file(path: str, wanted: Wanted) -> Input:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            found = file_digest(stream, "sha256").hexdigest()
        parts = _parquet(path, wanted) if _is(path, PARQUET) else (_lines(path, wanted),)
    except (OSError, ValueError, EOFError) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error).splitlines()[0][:500]
        return Input(safe(path), 1, "", (Part("broken", path, safe(path), problem=safe(told)),))
    return Input(safe(path), 1, found, parts)


def _parquet(path: str, wanted: Wanted) -> tuple[Part, ...]:
    file = ParquetTexts(Path(path), wanted)
    return tuple(
        Part("parquet", path, safe(path), wanted, group, first=file.firsts[group]) for group in range(file.groups)
    )


def _lines(path: str, wanted: Wanted) -> Part:
    with unpacked(path) as stream:
        names = lines.columns(stream)
    if names == ():
        raise NoColumn("no line is a JSON object")
    return Part("lines", path, safe(path), wanted if names is None else wanted.among(names))


def _one_text(path: str) -> Input:
    part = Part("texts", "", safe(path), names=(path,))
    return Input(safe(path), 1, _digest("", [path]), (part,))


def _texts(folder: str, names: Sequence[str]) -> Input:
    parts = [
        Part("texts", folder, safe(folder), names=tuple(names[first : first + TOGETHER]), first=first)
        for first in range(0, len(names), TOGETHER)
    ]
    return Input(safe(folder), len(names), _digest(folder, names), tuple(parts))


def _digest(folder: str, names: Sequence[str]) -> str:
    """Return the digest of the names and contents of files; what cannot be read has none."""
    found = sha256()
    for name in names:
        found.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        try:
            with open(os.path.join(folder, name), "rb") as stream:  # noqa: PTH118, PTH123
                found.update(file_digest(stream, "sha256").digest())
        except OSError:
            found.update(b"unreadable")
    return found.hexdigest()
