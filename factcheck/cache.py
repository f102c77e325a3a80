"""Results between runs, as JSON under a folder of their own. A torn, foreign or unwritable cache counts as empty."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import factcheck

FORMAT = 1
FOLDER = ".factcheck_cache"
VARIABLE = "FACTCHECK_CACHE_DIR"
MAX_BYTES = 64 << 20


class Cache:
    """A folder of JSON files, each under the key that its content depends on. ``folder`` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def read(self, name: str, key: str) -> dict[str, Any] | None:
        """Return what was written under this name and key, or None."""
        found = self.read_any(name)
        return found if found is not None and found.get("key") == key else None

    def read_any(self, name: str) -> dict[str, Any] | None:
        """Return what was written under this name, whatever its key."""
        if self.folder is None:
            return None
        path = self.folder / f"{name}.json"
        try:
            if path.stat().st_size > MAX_BYTES:
                return None
            found = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return found if isinstance(found, dict) and found.get("format") == FORMAT else None

    def write(self, name: str, key: str, data: dict[str, Any]) -> None:
        """Keep data; a reader sees the old file or the new one, never a part. What cannot be written is not kept."""
        if self.folder is None:
            return
        text = json.dumps({"format": FORMAT, "key": key, **data}, ensure_ascii=False, separators=(",", ":"))
        part = self.folder / f"{name}.{os.getpid()}.part"
        try:
            self._make_folder(self.folder)
            part.write_text(text, encoding="utf-8")
            part.replace(self.folder / f"{name}.json")
        except OSError:
            with suppress(OSError):
                part.unlink()

    @staticmethod
    def _make_folder(folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def cache_folder(root: Path, *, has_settings: bool) -> Path | None:
    """Return where a project keeps its cache: a folder of its own, or the one that FACTCHECK_CACHE_DIR names.

    Outside a project nothing is kept: no folder is written to that was not asked for.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    return root / FOLDER if has_settings else None


def digest(*parts: str | bytes) -> str:
    """Return a key for content; the parts keep their borders."""
    found = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def program() -> str:
    """Return what identifies this version of the program: its version, and size and time of each of its files."""
    home = os.path.dirname(factcheck.__file__)  # noqa: PTH120 - walked on every run
    marks = [factcheck.__version__]
    for folder, folders, names in os.walk(home):
        folders.sort()
        if folder.endswith("__pycache__"):
            continue
        for name in sorted(names):
            if name.endswith((".py", ".txt", ".json")):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
                marks.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return digest(*marks)
