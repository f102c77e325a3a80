"""The files of a pack and their hash, with the standard library alone (the path of a warm cache)."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.files import (
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

UNITS = "units.txt"
MAX_PACK_FILES = 500
MAX_PACK_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack with their bytes, by relative name in sorted order."""

    files: tuple[tuple[str, bytes], ...]
    digest: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read_pack(folder: Path, root: Path) -> PackFiles:
    """Read the files of a pack and hash them; what cannot be read is reported."""
    if not is_folder(folder):
        return PackFiles((), _digest(()), (missing(shown_path(folder, root)),))
    files: list[tuple[str, bytes]] = []
    problems: list[Diagnostic] = []
    room = MAX_PACK_BYTES
    names = _pack_names(folder)
    for name in names[:MAX_PACK_FILES]:
        data = _read_inside(folder / name, folder, root)
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
    return PackFiles(tuple(files), _digest(files), tuple(problems))


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
    return sorted(top + units + things)


def is_pack_file(name: str) -> bool:
    """Whether a name, relative to a pack, is that of one of its files."""
    parts = name.split("/")
    if parts[0] == "things" and len(parts) > 1:
        return is_yaml(parts[-1]) and not any(part.startswith(".") for part in parts)
    return len(parts) == 1 and (name == UNITS or is_yaml(name))


def _read_inside(path: Path, home: Path, root: Path) -> bytes | Diagnostic:
    shown = shown_path(path, root)
    if not is_inside(path, home):
        return outside(shown, Place(shown), "the pack")
    return read_bytes(path, shown)


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for name, data in files:
        total.update(f"{len(name)} {len(data)} {name}\n".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()


def _too_much(folder: Path, root: Path, what: str) -> Diagnostic:
    shown = shown_path(folder, root)
    return Diagnostic("FC111", f"pack too large: {what}", Place(shown), help="split it into several packs")
