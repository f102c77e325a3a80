"""The languages at hand, one folder of tables for each, and the language that is being read.

Of each script one language is read at a time: statements are read in the default ones; prose says which language a
sentence is in (``reading``). What is compiled of tables is remembered by language (``per_language``).
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

TABLES = Path(__file__).parent / "tables"
FILES = ("words.json", "prose.json")
LATIN, HAN = "latin", "han"
DEFAULT = "en"
"""The language of words in Latin letters whose sentence tells no other."""

Made = TypeVar("Made")
Asked = ParamSpec("Asked")

_added: dict[str, Path] = {}
_forget: list[Callable[[], None]] = []
_tables: dict[tuple[str, str], dict[str, Any]] = {}
_language = ContextVar("_language", default=DEFAULT)


def languages() -> tuple[str, ...]:
    """Return the names of all languages, sorted: the folders of tables that come with the program, and added ones."""
    return tuple(sorted({*_built_in(), *_added}))


@cache
def _built_in() -> tuple[str, ...]:
    return tuple(path.parent.name for path in TABLES.glob(f"*/{FILES[0]}"))


def of_tables(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """Remember what a function makes of tables, until a language is added or removed."""
    known = cache(make)
    _forget.append(known.cache_clear)
    return cast("Callable[Asked, Made]", known)


def add_language(folder: Path) -> str:
    """Add the language whose tables a folder holds; return its name, the folder's.

    It needs ``words.json`` and ``prose.json``; what else drafts have tables for is empty where the folder has none. Of
    a language in Latin letters, what those two leave out is as in the default one. Raises ValueError where the name is
    taken, OSError or ValueError for tables that cannot be read.
    """
    name = folder.name
    if name in languages():
        raise ValueError(f"there is already a language `{name}`")
    _added[name] = folder
    try:
        for file in FILES:
            _load(name, file)
    except (OSError, ValueError):
        remove_language(name)
        raise
    _changed(name)
    return name


def remove_language(name: str) -> None:
    """Remove a language that was added."""
    _added.pop(name, None)
    _changed(name)


def _changed(name: str) -> None:
    """Forget what was made of tables before a language came or went, and the tables of one that went."""
    for language, file in [*_tables]:
        if language == name and name not in _added:
            del _tables[language, file]
    for forget in _forget:
        forget()


def script(language: str) -> str:
    """Return the script of a language: ``latin``, or ``han``, which puts no blanks between words."""
    return str(prose_table(language)["script"])


@of_tables
def _of_script(wanted: str) -> tuple[str, ...]:
    return tuple(language for language in languages() if script(language) == wanted)


def latin_languages() -> tuple[str, ...]:
    """Return the languages in Latin letters; where there is one only, no sentence need be asked for its language."""
    return _of_script(LATIN)


def han_language() -> str:
    """Return the language in Chinese characters."""
    return _of_script(HAN)[0]


@contextmanager
def reading(language: str) -> Iterator[None]:
    """Read words in Latin letters as those of a language."""
    token = _language.set(language if script(language) == LATIN else DEFAULT)
    try:
        yield
    finally:
        _language.reset(token)


def in_force() -> tuple[str, ...]:
    """Return the languages that are being read: one in Latin letters, and those of other scripts."""
    return (_language.get(), *_of_script(HAN))


def per_language(make: Callable[[], Made]) -> Callable[[], Made]:
    """Remember what a function makes of the tables, for each language that is read, until one is added or removed."""
    made: dict[str, Made] = {}
    _forget.append(made.clear)
    language = _language.get

    @wraps(make)
    def found() -> Made:
        try:
            return made[language()]
        except KeyError:
            return made.setdefault(language(), make())

    return found


def latin() -> dict[str, Any]:
    """Return the table of numbers and hedges of the language that is read, of those in Latin letters."""
    return table(_language.get())


def han() -> dict[str, Any]:
    """Return the table of numbers and hedges of the language in Chinese characters."""
    return _han_table()


@of_tables
def _han_table() -> dict[str, Any]:
    return table(han_language())


def latin_prose() -> dict[str, Any]:
    """Return the table of prose of the language that is read, of those in Latin letters."""
    return prose_table(_language.get())


def table(language: str) -> dict[str, Any]:
    """Return the words of a language that numbers need, in statements and in prose."""
    return _tables.get((language, FILES[0])) or _load(language, FILES[0])


def prose_table(language: str) -> dict[str, Any]:
    """Return what prose needs beyond numbers: change words, labels, months, function words."""
    return _tables.get((language, FILES[1])) or _load(language, FILES[1])


def draft_table(language: str, name: str) -> dict[str, Any]:
    """Return a table that drafts need of a language; empty where the language has none."""
    file = f"{name}.json"
    if (language, file) not in _tables:
        _tables[language, file] = _own(language, file) if (_folder(language) / file).exists() else {}
    return _tables[language, file]


def _load(language: str, file: str) -> dict[str, Any]:
    """Return one of the two tables that every language has, in Latin letters with what it leaves out as by default."""
    found = _own(language, file)
    if language != DEFAULT and _own(language, FILES[1])["script"] == LATIN:
        found = {**_load(DEFAULT, file), **found}
    _tables[language, file] = found
    return found


def _own(language: str, file: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_folder(language) / file).read_text(encoding="utf-8"))
    return found


def _folder(language: str) -> Path:
    return _added.get(language, TABLES / language)
