"""A pack from what is kept of it, else from its files. What is kept needs neither YAML nor a validation library."""

from collections.abc import Callable, Sequence
from functools import cache as once
from pathlib import Path
from typing import Any

from factcheck import prepared
from factcheck.cache import Cache, digest
from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import shown_path
from factcheck.loader.pack_files import PackFiles, empty, read_pack
from factcheck.loader.registers import with_register
from factcheck.model import codec, pack_codec
from factcheck.model.pack import Pack
from factcheck.model.row_facts import Load, Row

Parsed = tuple[Pack, tuple[Diagnostic, ...]]


def load_pack(folder: Path, root: Path, cache: Cache) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """Return a pack as ``packs.load_pack`` does: prepared, or from the cache, or read from its files and kept."""
    found = read_pack(folder, root)
    if not found.files:
        return None, found.diagnostics or (empty(folder, root),)
    known = _prepared(found, folder, root)
    if known is not None:
        return known[0], (*found.diagnostics, *known[1])
    pack, problems = _cached(found, folder, root, cache)
    whole, faults = with_register(pack, found)
    return whole, (*found.diagnostics, *problems, *faults)


def prepared_name(pack: str) -> str:
    """Return the name under which a pack is prepared."""
    return f"pack-{pack}"


def rows_name(pack: str) -> str:
    """Return the name under which the rows of a pack are prepared."""
    return f"rows-{pack}"


def _prepared(found: PackFiles, folder: Path, root: Path) -> Parsed | None:
    """Return a pack that comes with factcheck, wherever it lies; nothing was wrong with it when it was prepared."""
    data = prepared.read(prepared_name(folder.name), found.digest)
    if data is None:
        return None
    names = [shown_path(folder / name, root) for name in data["files"]]
    rows = prepared.Items(rows_name(folder.name), found.digest, "rows")
    load = _loading(rows.get, lambda: _anew(found, folder, root))
    kept = _restored({**data, "files": names, "diagnostics": ()}, found, folder, root, load)
    return with_register(kept[0], found, sound=True) if kept is not None else None


def _cached(found: PackFiles, folder: Path, root: Path, cache: Cache) -> Parsed:
    shown = shown_path(folder, root)
    name, key = f"pack-{digest(shown)[:16]}", digest(found.digest, shown)
    data = cache.read(name, key)
    rows = once(lambda: (cache.read(f"rows-{name}", key) or {}).get("rows", {}))
    load = _loading(lambda thing: rows().get(thing), lambda: _anew(found, folder, root))
    kept = _restored(data, found, folder, root, load) if data is not None else None
    if kept is not None:
        return kept
    pack, problems = _parsed(found, folder, root)
    cache.write(name, key, {**pack_codec.to_data(pack), "diagnostics": codec.to_data(problems)})
    if pack.rows.things:
        cache.write(f"rows-{name}", key, {"rows": pack.rows.data()})
    return pack, problems


def _loading(kept: Callable[[str], Sequence[Row] | None], anew: Callable[[], Pack]) -> Load:
    """Return what gives the rows of a thing: those that are kept, else those of the files, which are read again."""
    pack = once(anew)

    def load(thing: str) -> Sequence[Row]:
        found = kept(thing)
        return pack().rows.rows(thing) if found is None else found

    return load


def _anew(found: PackFiles, folder: Path, root: Path) -> Pack:
    return _parsed(found, folder, root)[0]


def _parsed(found: PackFiles, folder: Path, root: Path) -> Parsed:
    from factcheck.loader.packs import parse_pack  # noqa: PLC0415 - brings YAML and pydantic, which are slow

    return parse_pack(found, folder, root)


def _restored(data: dict[str, Any], found: PackFiles, folder: Path, root: Path, load: Load) -> Parsed | None:
    """Return what data hold; None where they do not have its shape."""
    name, shown = folder.resolve().name, shown_path(folder, root)
    try:
        pack = pack_codec.from_data(data, name, shown, found.digest, load)
        return pack, tuple(codec.diagnostic(item) for item in data["diagnostics"])
    except (LookupError, TypeError, ValueError):
        return None
