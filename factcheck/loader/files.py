"""Bytes of files: bounded, decoded, with the places of their characters."""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path
from typing import cast

from factcheck.diagnostics import Diagnostic
from factcheck.model.structure import Structure
from factcheck.source import Place

MAX_BYTES = 4_000_000
"""A longer file is refused; it would be no text that people write."""

MAX_DATA = 64_000_000
"""The same for data files, which programs write."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_YAML = (".yaml", ".yml")
_SKIPPED = {"node_modules", "__pycache__"}
_UNSAVED: ContextVar[Mapping[str, bytes] | None] = ContextVar("unsaved", default=None)
_EXCERPT = 160
_BEFORE = 60


class TextFile:
    """The text of a file, which knows the place of each of its characters."""

    def __init__(self, path: str, text: str, structure: Structure | None = None) -> None:
        """Take a text; a byte order mark is no part of it. ``structure`` is that of a document that has no lines."""
        self.path, self.text, self.structure = path, text.removeprefix("\ufeff"), structure

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _LINE_END.split(self.text)

    def place(self, index: int) -> Place:
        """Return the place of a character; line ends are those an editor shows."""
        if self.structure is not None:
            return Place(self.path, inside=self.structure.said(index))
        line = bisect_right(self._starts, index)
        return Place(self.path, line, index - self._starts[line - 1] + 1)

    def diagnostic(
        self,
        code: str,
        message: str,
        place: Place,
        width: int = 1,
        notes: tuple[str, ...] = (),
        help: str | None = None,  # noqa: A002 - the word the report prints
    ) -> Diagnostic:
        """Return a diagnostic that shows its line, cut out around the place where the line is long."""
        if not place.line:
            return Diagnostic(code, message, place, notes=notes, help=help)
        line = self.lines[place.line - 1]
        start = 0 if len(line) <= _EXCERPT else max(0, place.column - 1 - _BEFORE)
        excerpt = line[start : start + _EXCERPT]
        room = start + len(excerpt) - place.column + 1
        return Diagnostic(code, message, place, max(1, min(width, room)), excerpt, start + 1, notes, help)


def shown_path(path: Path, root: Path) -> str:
    """Return the path as messages print it: relative to the root where it lies inside, with forward slashes."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def is_there(path: Path) -> bool:
    """Return whether anything is there; unlike pathlib, without an error for a path that no system allows."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; unlike pathlib, without an error where it cannot be seen."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Return whether a regular file is there; unlike pathlib, without an error where it cannot be seen."""
    return os.path.isfile(path)  # noqa: PTH113


def is_inside(path: Path, home: Path) -> bool:
    """Return whether a path lies in a folder once links are followed; unlike pathlib, loops are no error."""
    return is_below(path, os.path.realpath(home))


def is_below(path: Path, top: str) -> bool:
    """Return the same for a folder whose own links have been followed."""
    real = os.path.realpath(path)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


@contextmanager
def unsaved(texts: Mapping[str, bytes]) -> Iterator[None]:
    """Let what an editor holds stand for the files of these absolute paths wherever they are read."""
    token = _UNSAVED.set(texts)
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def _unsaved(path: Path) -> bytes | None:
    texts = _UNSAVED.get()
    return texts.get(os.path.abspath(path)) if texts else None  # noqa: PTH100 - links stay what they are


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes | Diagnostic:
    """Return the bytes of a regular file of bounded size; nothing is waited for. An unsaved text of it wins."""
    held = _unsaved(path)
    if held is not None:
        return held if len(held) <= limit else too_large(shown, limit)
    try:
        status = os.stat(path)  # noqa: PTH116 - one system call, no second Path
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(shown, "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a regular file")
        if status.st_size > limit:
            return too_large(shown, limit)
        with open(path, "rb", opener=_unblocked) as stream:
            data = cast("bytes | None", stream.read(limit + 1))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return missing(shown)
    except OSError as error:
        return _unreadable(shown, (error.strerror or "unknown cause").lower())
    if data is None:  # a log of the system looks like a regular file, and never ends
        return _unreadable(shown, "it has nothing to read yet, and no end")
    return data if len(data) <= limit else too_large(shown, limit)


def _unblocked(path: str, flags: int) -> int:
    """Open a file so that reading never waits for more."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decode(data: bytes, shown: str) -> TextFile | Diagnostic:
    """Return the text of UTF-8 bytes."""
    try:
        return TextFile(shown, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = TextFile(shown, data[: error.start].decode("utf-8"))
        message = f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start:,}"
        return Diagnostic("FC104", message, before.place(len(before.text)), help="save the file as UTF-8")


def missing(shown: str) -> Diagnostic:
    """Return the diagnostic of a path that does not exist."""
    return Diagnostic(
        "FC101", f"no such file or folder: `{shown}`", Place(shown), help="check the spelling of the path"
    )


def outside(what: str, place: Place, home: str = "the project") -> Diagnostic:
    """Return the diagnostic of a path that leads out of where it belongs."""
    return Diagnostic("FC112", f"`{what}` leads outside {home}", place, help=f"move it into {home}")


def is_yaml(name: str) -> bool:
    """Return whether a file's name is that of a YAML file; hidden files are not."""
    return name.endswith(_YAML) and not name.startswith(".")


def entered(folder: str) -> bool:
    """Return whether files are looked for in a folder of this name: hidden ones and those of other tools are not."""
    return not folder.startswith(".") and folder not in _SKIPPED


def yaml_files(folder: Path, without: Iterable[str] = (), *, deep: bool = True) -> Iterator[Path]:
    """Give the YAML files below a folder; links, hidden folders and those in ``without`` are not entered."""
    for where, folders, names in os.walk(folder):
        inside = (name for name in folders if deep and entered(name))
        folders[:] = sorted(name for name in inside if str(Path(where, name).absolute()) not in without)
        yield from (Path(where, name) for name in sorted(names) if is_yaml(name))


def _unreadable(shown: str, why: str) -> Diagnostic:
    return Diagnostic("FC102", f"cannot read `{shown}`: {why}", Place(shown), help="give a file that can be read")


def too_large(shown: str, limit: int) -> Diagnostic:
    """Return the diagnostic of a file beyond a limit."""
    """Return the diagnostic of a file that is longer than ``limit`` bytes."""
    message = f"file too large: more than {limit / 1e6:g} MB"
    return Diagnostic("FC111", message, Place(shown), help="split the file into several")
