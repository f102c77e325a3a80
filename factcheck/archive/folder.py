"""The folder of an archive: files whole or not there, notes of what is done, one run at a time."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from factcheck.archive.job import written

MANIFEST, SUMMARY, PAGE = "manifest.json", "summary.json", "summary.html"
FINDINGS, ERRORS, DONE = "findings", "errors", "done"
_FOLDERS = (FINDINGS, ERRORS, DONE)
_LOCK, _PART = ".lock", ".part"
_MUST_BE_SAME = ("inputs", "options", "packs", "program", "settings")


class Refused(Exception):  # noqa: N818 - wrong usage, not a crash
    """A folder that cannot be written to, in words."""


@contextmanager
def opened(out: Path, manifest: Mapping[str, Any]) -> Iterator[set[str]]:
    """Open the folder for a run, and give what is done in it already.

    Raises Refused where it holds something else, or another run is at work in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        _look(out)
        with (out / _LOCK).open("ab") as lock:
            _take(lock.fileno(), out)
            _same(out, manifest)
            yield _tidied(out)
    except OSError as error:
        raise Refused(unwritable(error, out)) from error


def unwritable(error: OSError, out: Path) -> str:
    """Say why a file cannot be written."""
    return f"cannot write `{error.filename or out}`: {error.strerror or error}"


def _look(out: Path) -> None:
    """Refuse a folder that holds anything but an archive, and links that lead out of it."""
    found = set(os.listdir(out))  # noqa: PTH208
    if found - {_LOCK} and MANIFEST not in found and not _begun(found):
        raise Refused(f"`{out}` holds something else: name an empty folder, or one that does not exist")
    for name in (*_FOLDERS, _LOCK, MANIFEST):
        if (out / name).is_symlink():
            raise Refused(f"`{out / name}` is a link: name another folder")


def _begun(found: set[str]) -> bool:
    """Whether a run was stopped before it had written its manifest."""
    return all(name == _LOCK or (name.startswith(f".{MANIFEST}.") and name.endswith(_PART)) for name in found)


def _take(lock: int, out: Path) -> None:
    """Keep other runs out; the system lets go of it when this process ends, however it ends."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Refused(f"another run is at work in `{out}`") from None


def _same(out: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of a new archive; one that is there must be the same."""
    text = written(manifest)
    try:
        known = (out / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        write(out, MANIFEST, text.encode("utf-8"))
        return
    if known != text:
        raise Refused(f"`{out}` is an archive of {_differing(known, manifest)}: name another folder")


def _differing(known: str, manifest: Mapping[str, Any]) -> str:
    """Say in what an archive differs from this run."""
    import json  # noqa: PLC0415 - rarely

    with suppress(ValueError, AttributeError):
        found = json.loads(known)
        other = [name for name in _MUST_BE_SAME if found.get(name) != manifest[name]]
        return " and ".join(f"other {'input' if name == 'inputs' else name}" for name in other) or "another format"
    return "something else"


def _tidied(out: Path) -> set[str]:
    """Make the folders, remove what a stopped run left half written, and return the notes of what is done."""
    folders = [out / name for name in _FOLDERS]
    for folder in folders:
        folder.mkdir(exist_ok=True)
    for folder in (out, *folders):
        for entry in os.scandir(folder):
            if entry.name.startswith(".") and entry.name.endswith(_PART):
                with suppress(FileNotFoundError):
                    os.unlink(entry.path)  # noqa: PTH108
    return {name.removesuffix(".json") for name in os.listdir(out / DONE)}  # noqa: PTH208


def write(folder: Path, name: str, data: bytes) -> None:
    """Write a file whole or not at all, so that it outlives a loss of power. Raises OSError where it cannot."""
    part = folder / f".{name}.{os.getpid()}{_PART}"
    try:
        with open(part, "xb") as file:  # noqa: PTH123
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / name)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    _settled(folder)


def _settled(folder: Path) -> None:
    """Let the new name outlive a loss of power, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            os.fsync(place)
    finally:
        os.close(place)
