"""The languages at hand: one folder of tables for each, found by name. The tables are JSON and read once."""

import json
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent / "tables"
DEFAULT = "en"
"""The language of statements, and of words whose sentence tells no other."""

_more: dict[str, Path] = {}


def languages() -> tuple[str, ...]:
    """Return the names of all languages, sorted: the folders of tables that come with the program, and added ones."""
    return tuple(sorted({*_built_in(), *_more}))


@cache
def _built_in() -> tuple[str, ...]:
    return tuple(path.parent.name for path in TABLES.glob("*/words.json"))


def add_language(folder: Path) -> str:
    """Add the language whose tables (``words.json``, ``prose.json``) a folder holds; return its name, the folder's.

    Raises ValueError for a name that is taken, and OSError or ValueError for tables that cannot be read.
    """
    name = folder.name
    if name in _built_in() or _more.get(name, folder) != folder:
        raise ValueError(f"there is already a language `{name}`")
    for file in ("words.json", "prose.json"):
        json.loads((folder / file).read_text(encoding="utf-8"))
    _more[name] = folder
    return name


def remove_language(name: str) -> None:
    """Remove a language that was added."""
    _more.pop(name, None)


def script(language: str) -> str:
    """Return the script of a language: ``latin`` (words apart) or ``han``."""
    return str(prose_table(language)["script"])


def of_script(wanted: str) -> tuple[str, ...]:
    """Return the languages of a script, the default one first."""
    found = [language for language in languages() if script(language) == wanted]
    return tuple(sorted(found, key=lambda language: (language != DEFAULT, language)))


def table(language: str) -> dict[str, Any]:
    """Return the words of a language that numbers need, in statements and in prose."""
    return _read(_folder(language) / "words.json")


def prose_table(language: str) -> dict[str, Any]:
    """Return what prose needs beyond numbers: change words, labels, months, function words."""
    return _read(_folder(language) / "prose.json")


def _folder(language: str) -> Path:
    return _more.get(language, TABLES / language)


@cache
def _read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
