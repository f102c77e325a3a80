"""What texts are read from, in parts: each by one reader, from its start to its end, bounded."""

import gzip
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal, NamedTuple, cast

from factcheck.loader.texts import lines
from factcheck.loader.texts.arrow import ParquetTexts, zstd
from factcheck.loader.texts.columns import Wanted
from factcheck.loader.texts.rows import MAX_TEXT, Named, faulty, safe, text_row, too_long
from factcheck.model.texts import Fault, TextRow

Kind = Literal["parquet", "lines", "texts", "broken"]

MARKDOWN = (".md", ".markdown")
PACKED = (".gz", ".zst")


class Part(NamedTuple):
    """A file of lines, a row group of a Parquet file, or some texts of a folder.

    ``source`` is how the user named it, ``first`` the row of its first text. ``names`` are the files of a folder,
    ``problem`` says why nothing can be read.
    """

    kind: Kind
    path: str
    source: str
    wanted: Wanted = Wanted()
    group: int = 0
    names: tuple[str, ...] = ()
    first: int = 0
    problem: str = ""


def rows(part: Part) -> Iterator[TextRow]:
    """Yield the texts of a part, in order; where it cannot be read on, the last row says why."""
    at = part.first - 1
    try:
        for row in _rows(part):
            at = row.row
            yield row
    except (OSError, ValueError, EOFError, MemoryError, RuntimeError) as error:
        yield faulty(Named(part.source, at + 1), Fault("unreadable", f"cannot be read on: {_reason(error)}"))


def _rows(part: Part) -> Iterator[TextRow]:
    if part.kind == "parquet":
        yield from ParquetTexts(Path(part.path), part.wanted).rows(part.group, part.source)
    elif part.kind == "lines":
        with unpacked(part.path) as stream:
            yield from lines.texts(stream, part.wanted, part.source)
    elif part.kind == "texts":
        for row, name in enumerate(part.names, part.first):
            yield _file(part, Named(part.source, row, name))
    else:
        yield faulty(Named(part.source, part.first), Fault("unreadable", part.problem))


def _file(part: Part, named: Named) -> TextRow:
    path = os.path.join(part.path, named.id) if part.path else named.id  # noqa: PTH118 - a million of them
    try:
        with unpacked(path) as stream:
            data = stream.read(MAX_TEXT + 1)
    except (OSError, ValueError, EOFError) as error:
        return faulty(named, Fault("unreadable", f"cannot be read: {_reason(error)}"))
    if len(data) > MAX_TEXT:
        return faulty(named, too_long())
    row = text_row(named, data, markdown=without_packing(named.id).endswith(MARKDOWN))
    return row._replace(file=safe(path))


def _reason(error: BaseException) -> str:
    told = error.strerror if isinstance(error, OSError) else None
    return (told or str(error) or type(error).__name__).splitlines()[0][:200]


def without_packing(name: str) -> str:
    """Return the lower-case name of a file without the ending of its compression."""
    name = name.lower()
    return name.removesuffix(".gz").removesuffix(".zst") if name.endswith(PACKED) else name


@contextmanager
def unpacked(path: str) -> Iterator[IO[bytes]]:
    """Open a regular file, unfolding gz and zst piece by piece. Raises OSError or ValueError where it cannot."""
    with open(path, "rb", opener=_without_waiting) as raw:
        if not stat.S_ISREG(os.fstat(raw.fileno()).st_mode):
            raise ValueError("it is not a regular file")
        name = path.lower()
        if name.endswith(".gz"):
            with gzip.GzipFile(fileobj=raw) as stream:
                yield cast("IO[bytes]", stream)
        elif name.endswith(".zst"):
            with zstd(raw) as stream:
                yield stream
        else:
            yield raw


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
