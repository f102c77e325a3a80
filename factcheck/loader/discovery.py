"""Where the files of a project lie, found with the standard library alone (the path of a warm cache)."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

import factcheck
from factcheck.cache import NOTHING, Cache, cache_folder
from factcheck.diagnostics import Diagnostic
from factcheck.frozen import dataclass
from factcheck.loader.config import Settings, read_settings
from factcheck.loader.files import is_file, is_folder, is_inside, missing, outside, read_bytes, shown_path, yaml_files
from factcheck.loader.pack_files import pack_digest
from factcheck.source import Place

__all__ = [
    "SHARED",
    "Project",
    "builtin_packs",
    "builtin_rules",
    "claim_files",
    "config_in",
    "find_project",
    "has_section",
    "own_and_replaced",
    "own_packs",
    "pack_digest",
    "pack_folders",
    "refused_packs",
]

MAX_CLAIM_FILES = 10_000

_OWN = "factcheck.toml"
SHARED = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with claims, rules and drafts. ``diagnostics`` are about its settings."""

    root: Path
    config: Path | None = None
    settings: Settings = field(default_factory=Settings)
    diagnostics: tuple[Diagnostic, ...] = ()


def find_project(start: Path, *, cached: bool = False) -> Project:
    """Return the project around a file or folder: the nearest folder upwards that has settings.

    Without settings it is the current folder where that holds the file, so that paths are shown as they were typed,
    else the file's own. ``cached``: its settings may come from its cache.
    """
    home = Path(os.path.abspath(start))  # noqa: PTH100 - Path.absolute keeps `..`
    home = home if is_folder(home) else home.parent
    for folder in (home, *home.parents):
        config = config_in(folder)
        if config is not None:
            cache = Cache(cache_folder(folder, has_settings=True)) if cached else NOTHING
            return Project(folder, config, *read_settings(config, folder, cache))
    current = Path.cwd()
    return Project(current if current in home.parents else home)


def config_in(folder: Path) -> Path | None:
    """Return the file with settings in a folder, if there is one."""
    if is_file(folder / _OWN):
        return folder / _OWN
    return folder / SHARED if has_section(folder / SHARED) else None


def has_section(shared: Path) -> bool:
    """Whether a ``pyproject.toml`` has settings of ours."""
    if not is_file(shared):
        return False
    data = read_bytes(shared, SHARED)
    return isinstance(data, bytes) and b"[tool.factcheck" in data


def claim_files(paths: Sequence[Path], project: Project) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Return the claim files among files and folders (the project's own when none are given), sorted."""
    wanted = paths or [project.root / name for name in project.settings.claims]
    found: dict[str, Path] = {}
    problems: list[Diagnostic] = []
    unset = project.settings.claims == Settings().claims  # else a folder that is named is missing
    if not paths and unset and not any(os.path.lexists(path) for path in wanted):
        return (), (_no_claims(project),)
    for path in wanted:
        for item in _claims_at(path, project):
            if isinstance(item, Diagnostic):
                problems.append(item)
            else:
                found.setdefault(os.path.abspath(item), item)  # noqa: PTH100 - cheap, and no links resolved
    files = tuple(found[name] for name in sorted(found))
    if len(files) > MAX_CLAIM_FILES:
        problems.append(_too_many(len(files), project))
    return files[:MAX_CLAIM_FILES], tuple(dict.fromkeys(problems))


def _claims_at(path: Path, project: Project) -> Iterator[Path | Diagnostic]:
    shown = shown_path(path, project.root)
    if not os.path.lexists(path):
        yield missing(shown)
    elif not is_folder(path):
        yield path
    else:
        found = list(_claims_in(path, project))
        yield from found or [_nothing(shown)]


def _claims_in(folder: Path, project: Project) -> Iterator[Path | Diagnostic]:
    rules = [str(project.root / name) for name in project.settings.rules if is_inside(project.root, folder)]
    for path in yaml_files(folder, rules):
        if is_inside(path, folder) or is_inside(path, project.root):
            yield path
        else:
            shown = shown_path(path, project.root)
            yield outside(shown, Place(shown))


def builtin_rules() -> Path:
    """Return the folder of the packs that come with factcheck: in the wheel, else in the checkout."""
    home = Path(factcheck.__file__).parent
    return home / "rules" if (home / "rules").is_dir() else home.parent / "rules"


def builtin_packs() -> tuple[Path, ...]:
    """Return the packs that come with factcheck."""
    return tuple(_packs_in(builtin_rules()))


def pack_folders(project: Project) -> dict[str, Path]:
    """Return the packs by name, sorted: those that come with factcheck, and the project's own, which win.

    Those are left out that the project does without.
    """
    found = _at_hand(project)
    return {name: found[name] for name in sorted(found) if name not in project.settings.without}


def _at_hand(project: Project) -> dict[str, Path]:
    found = {folder.name: folder for folder in builtin_packs()}
    found.update((folder.name, folder) for folder in _own_packs(project) if _stays(folder, project))
    return found


def own_and_replaced(folders: Mapping[str, Path]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the packs that do not come with factcheck, and of them those that stand for others of its packs.

    A copy that does not differ by a byte stands for none.
    """
    builtin = {folder.name: folder for folder in builtin_packs()}
    own = {
        name for name, folder in folders.items() if name not in builtin or folder.resolve() != builtin[name].resolve()
    }
    copies = {name for name in own & builtin.keys() if pack_digest(folders[name]) == pack_digest(builtin[name])}
    return frozenset(own - copies), frozenset(own & builtin.keys() - copies)


def own_packs(project: Project) -> frozenset[str]:
    """Return the names of the packs that are the project's own."""
    return frozenset(folder.name for folder in _own_packs(project) if _stays(folder, project))


def refused_packs(project: Project) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each pack folder that is a link out of the project, and for each unknown one left out."""
    names = [shown_path(folder, project.root) for folder in _own_packs(project) if not _stays(folder, project)]
    unknown = _unknown(project) if project.settings.without else ()
    return (*(outside(name, Place(name)) for name in names), *unknown)


def _unknown(project: Project) -> Iterator[Diagnostic]:
    known = sorted(_at_hand(project))
    shown = shown_path(project.config, project.root) if project.config else "."
    for name in project.settings.without:
        if name not in known:
            listed = ", ".join(f"`{one}`" for one in known)
            message = f"`without` names the pack `{name}`, which is not there"
            yield Diagnostic("FC310", message, Place(shown), help=f"the packs are {listed}")


def _own_packs(project: Project) -> Iterator[Path]:
    for name in project.settings.rules:
        yield from _packs_in(project.root / name)


def _packs_in(folder: Path) -> Iterable[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:  # absent or closed to us: no packs
        return []
    return [path for path in inside if is_folder(path) and not path.name.startswith((".", "_"))]


def _stays(folder: Path, project: Project) -> bool:
    return is_inside(folder, project.root)


def _no_claims(project: Project) -> Diagnostic:
    """Say what can be done in a folder without claims."""
    notes = (
        "`factcheck init` makes a project with two claims to try",
        "`factcheck new claims/mine.yaml` writes a claim file to start from",
        "`factcheck draft article.md` checks the numbers of a text, without any claims",
    )
    shown = shown_path(project.config, project.root) if project.config else "."
    cure = "name the claim files: `factcheck check FILE`, or `claims = [...]` in the settings"
    return Diagnostic(
        "FC103", f"there are no claims here: no `{project.settings.claims[0]}`", Place(shown), notes=notes, help=cure
    )


def _nothing(shown: str) -> Diagnostic:
    cure = "write claim files that end in `.yaml`; `factcheck new` starts one"
    return Diagnostic("FC103", f"nothing to check in `{shown}`", Place(shown), help=cure)


def _too_many(count: int, project: Project) -> Diagnostic:
    shown = shown_path(project.root, project.root)
    message = f"{count:,} claim files, more than {MAX_CLAIM_FILES:,}"
    return Diagnostic("FC111", message, Place(shown), help="check fewer folders at a time")
