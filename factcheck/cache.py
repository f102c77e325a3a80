"""Results between runs, as JSON under a folder of their own. A torn, foreign or unwritable cache counts as empty."""

import json
import os
import stat
from contextlib import suppress
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

import factcheck

FORMAT = 1
FOLDER = ".factcheck_cache"
VARIABLE = "FACTCHECK_CACHE_DIR"
MAX_BYTES = 64 << 20
MAX_HELD = 500
HEAD = b'{"sum":"%b",'


class Cache:
    """A folder of JSON files, each under the key that its content depends on. ``folder`` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    @property
    def is_there(self) -> bool:
        """Whether the folder has been made."""
        return self.folder is not None and os.path.isdir(self.folder)  # noqa: PTH112 - a name no system allows is none

    def read(self, name: str, key: str) -> dict[str, Any] | None:
        """Return what was written under this name and key, or None."""
        found = self.read_any(name)
        return found if found is not None and found.get("key") == key else None

    def read_any(self, name: str) -> dict[str, Any] | None:
        """Return what this version of the program wrote under this name, whatever its key."""
        if self.folder is None:
            return None
        try:
            found = json.loads(_whole(self.folder / f"{name}.json"))
        except (OSError, ValueError, RecursionError):
            return None
        known = isinstance(found, dict) and found.get("format") == FORMAT and found.get("program") == program()
        return found if known else None

    def write(self, name: str, key: str, data: dict[str, Any]) -> None:
        """Keep data; a reader sees the old file or the new one, never a part. What cannot be written is not kept."""
        if self.folder is None:
            return
        whole = {"format": FORMAT, "program": program(), "key": key, **data}
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        part = self.folder / f"{name}.{os.getpid()}.part"
        try:
            self._make_folder(self.folder)
            with part.open("xb") as file:
                file.write(_sealed(text.encode("utf-8", "surrogatepass")))
            part.replace(self.folder / f"{name}.json")
        except OSError:
            with suppress(OSError):
                part.unlink()

    @staticmethod
    def _make_folder(folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")


class Memory(Cache):
    """What a folder keeps, with all that is new in memory: an editor's texts change too often to be written."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._held: dict[str, dict[str, Any]] = {}

    def read_any(self, name: str) -> dict[str, Any] | None:
        """Return what was kept last under this name, here or in the folder."""
        held = self._held.get(name)
        return super().read_any(name) if held is None else held

    def write(self, name: str, key: str, data: dict[str, Any]) -> None:
        """Keep data in memory; of too many names the oldest goes."""
        self._held.pop(name, None)
        self._held[name] = {"key": key, **data}
        if len(self._held) > MAX_HELD:
            del self._held[next(iter(self._held))]


NOTHING = Cache(None)


def cache_folder(root: Path, *, has_settings: bool) -> Path | None:
    """Return where a project keeps its cache: a folder of its own, or the one that FACTCHECK_CACHE_DIR names.

    Outside a project nothing is kept: no folder is written to that was not asked for.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    return root / FOLDER if has_settings and not (root / FOLDER).is_symlink() else None


def _sealed(text: bytes) -> bytes:
    """Put the hash of a JSON object in front of its members, so that what was torn or changed since shows."""
    return HEAD % sha256(text).hexdigest().encode() + text[1:]


def _whole(path: Path) -> bytes:
    """Return the sealed object of a file; raises ValueError for a file that is none, or no longer what was written."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise ValueError(path.name)
    data = path.read_bytes()
    text = b"{" + data[len(_sealed(b"{")) :]
    if data != _sealed(text):
        raise ValueError(path.name)
    return text


def digest(*parts: str | bytes) -> str:
    """Return a key for content; the parts keep their borders."""
    found = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


@cache
def program() -> str:
    """Return what identifies this version of the program: its version, and size and time of each of its files."""
    marks: list[str] = []
    _mark(os.path.dirname(factcheck.__file__), marks)  # noqa: PTH120 - on every run
    return digest(factcheck.__version__, *marks)


def _mark(folder: str, marks: list[str]) -> None:
    """Add what tells the files of a folder, and of those below it."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=attrgetter("name"))
    for entry in entries:
        if entry.name.endswith((".py", ".txt", ".json")):
            status = entry.stat()
            marks.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
        elif entry.is_dir() and entry.name != "__pycache__":
            _mark(entry.path, marks)
