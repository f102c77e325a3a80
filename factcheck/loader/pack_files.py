"""The files of a pack and their hash, with the standard library alone (the path of a warm cache)."""

import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.data.kinds import is_data
from factcheck.loader.files import (
    MAX_DATA,
    entered,
    is_below,
    is_file,
    is_folder,
    is_inside,
    is_yaml,
    missing,
    outside,
    read_bytes,
    shown_path,
    yaml_files,
)
from factcheck.source import Place

INDIVIDUALS, FACTS = "register/things.jsonl", "register/facts.jsonl"
REGISTER = (FACTS, INDIVIDUALS)
"""The files of a register (see ``model.register``)."""
UNITS = "units.txt"
BELOW = ("things", "data")
"""The folders of a pack."""
MAX_PACK_FILES = 500
MAX_PACK_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack with their bytes, by relative name in sorted order; ``data`` are its data files by hash.

    ``earlier`` holds the bytes of data files that are not to be read from the folder, but are as they once were.
    """

    files: tuple[tuple[str, bytes], ...]
    digest: str
    diagnostics: tuple[Diagnostic, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, bytes], ...] | None = None


def read_pack(folder: Path, root: Path) -> PackFiles:
    """Read the files of a pack and hash them; what cannot be read is reported."""
    if not is_folder(folder):
        return PackFiles((), _digest(()), (missing(shown_path(folder, root)),))
    files: list[tuple[str, bytes]] = []
    problems: list[Diagnostic] = []
    room = MAX_PACK_BYTES
    names, top = _pack_names(folder), os.path.realpath(folder)
    for name in names[:MAX_PACK_FILES]:
        data = _read_inside(folder / name, top, root)
        if isinstance(data, Diagnostic):
            problems.append(data)
        elif len(data) > room:
            problems.append(_too_much(folder, root, f"more than {MAX_PACK_BYTES / 1e6:g} MB"))
            break
        else:
            files.append((name, data))
            room -= len(data)
    if len(names) > MAX_PACK_FILES:
        problems.append(_too_much(folder, root, f"{len(names):,} files, more than {MAX_PACK_FILES}"))
    marks = tuple((name, _hash(folder / name, folder)) for name in _data_names(folder))
    return PackFiles(tuple(files), _digest(files, marks), tuple(problems), marks)


def pack_digest(folder: Path) -> str:
    """Return the hash of all files of a pack, without reading any of them as YAML."""
    return read_pack(folder, folder).digest


def empty(folder: Path, root: Path) -> Diagnostic:
    """Return the diagnostic of a folder without files of a pack."""
    shown = shown_path(folder, root)
    cure = "a pack has `pack.yaml`, `units.txt`, `things/*.yaml` or rules in `*.yaml`"
    return Diagnostic("FC103", f"nothing in the pack `{shown}`", Place(shown), help=cure)


def _pack_names(folder: Path) -> list[str]:
    """Return the names of the files that make a pack, relative to it, sorted."""
    top = [path.name for path in yaml_files(folder, deep=False)]
    units = [UNITS] if is_file(folder / UNITS) else []
    things = [path.relative_to(folder).as_posix() for path in yaml_files(folder / "things")]
    register = [name for name in REGISTER if is_file(folder / name)]
    return sorted(top + units + things + register)


def _data_names(folder: Path) -> list[str]:
    """Return the names of the data files of a pack, relative to it, sorted; links to folders are not entered."""
    found = [name for name in os.listdir(folder) if is_data(name)]  # noqa: PTH208 - names, and no Path for each
    for below in BELOW:
        for where, folders, names in os.walk(folder / below):
            folders[:] = sorted(filter(entered, folders))
            found += [Path(where, name).relative_to(folder).as_posix() for name in names if is_data(name)]
    return sorted(found)[:MAX_PACK_FILES]


def _hash(path: Path, home: Path) -> str:
    """Return what tells the bytes of a data file; another mark for one that cannot be read."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return _hash_of(path, status.st_size, status.st_mtime_ns) if is_inside(path, home) else ""


@lru_cache(maxsize=MAX_PACK_FILES)
def _hash_of(path: Path, _size: int, _time: int) -> str:
    """Hash a data file once in a run, however often its pack is asked for."""
    data = read_bytes(path, path.name, MAX_DATA)
    return data.code if isinstance(data, Diagnostic) else hashlib.sha256(data).hexdigest()


def is_pack_data(name: str) -> bool:
    """Whether a name, relative to a pack, is that of one of its data files."""
    *folders, last = name.split("/")
    return is_data(last) and (not folders or folders[0] in BELOW) and all(map(entered, folders))


def is_pack_file(name: str) -> bool:
    """Whether a name, relative to a pack, is that of one of its files."""
    parts = name.split("/")
    if name in REGISTER:
        return True
    if parts[0] == "things" and len(parts) > 1:
        return is_yaml(parts[-1]) and not any(part.startswith(".") for part in parts)
    return len(parts) == 1 and (name == UNITS or is_yaml(name))


def _read_inside(path: Path, top: str, root: Path) -> bytes | Diagnostic:
    shown = shown_path(path, root)
    if not is_below(path, top):
        return outside(shown, Place(shown), "the pack")
    return read_bytes(path, shown)


def _digest(files: Iterable[tuple[str, bytes]], marks: Iterable[tuple[str, str]] = ()) -> str:
    total = hashlib.sha256()
    for name, data in files:
        total.update(f"{len(name)} {len(data)} {name}\n".encode("utf-8", "surrogateescape"))
        total.update(data)
    for name, mark in marks:
        total.update(f"data {len(name)} {name} {mark}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _too_much(folder: Path, root: Path, what: str) -> Diagnostic:
    shown = shown_path(folder, root)
    return Diagnostic("FC111", f"pack too large: {what}", Place(shown), help="split it into several packs")
