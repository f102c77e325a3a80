"""The things that rows are about: those that a pack declares, by key or name, and those that come into being."""

import re
from collections.abc import Iterable

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NO_FACT
from factcheck.model.pack import Thing
from factcheck.source import Place

MAX_NAME = 200

_KEY = re.compile(r"\w[\w-]*")
_BREAKS = re.compile(r"[^\w-]+")

Names = tuple[tuple[str, str], ...]


class MadeThings:
    """Finds the thing of a row, or makes one."""

    def __init__(self, declared: Iterable[Thing]) -> None:
        self._keys: dict[str, str] = {}
        self._named: dict[str, dict[str, None]] = {}
        self._made: dict[str, Thing] = {}
        for thing in declared:
            self._keys[thing.key] = thing.key
            for _, name in thing.names:
                self._named.setdefault(name, {})[thing.key] = None

    @property
    def things(self) -> tuple[Thing, ...]:
        """The things that came into being, in the order of the rows."""
        return tuple(self._made.values())

    def key(self, code: str, names: Names, family: str, place: Place) -> str:
        """Return the key of the thing that a row calls so. Raises Problem FC526 where there is none."""
        found = self._keys.get(code)
        if found is None:
            found = self._keys[code] = self._declared(code) or self._new(code, names, family, place)
        return found

    def _declared(self, code: str) -> str | None:
        keys = tuple(self._named.get(code, ()))
        if len(keys) > 1:
            listed = ", ".join(f"`{key}`" for key in keys[:8])
            raise Problem(NO_FACT, f"`{code[:40]}` may mean {listed}", help="give a column with their keys")
        return keys[0] if keys else None

    def _new(self, code: str, names: Names, family: str, place: Place) -> str:
        """Make a thing; what is no key as it stands is its name, and its words joined are the key."""
        key = code if _KEY.fullmatch(code) else _BREAKS.sub("_", code).strip("_-")
        if not key or len(key) > MAX_NAME:
            raise Problem(NO_FACT, f"`{code[:40]}` is no name of a thing", help="write letters and digits")
        if key in self._keys:
            raise Problem(NO_FACT, f"`{code[:40]}` has the key of another thing, `{key}`", help="declare one of them")
        own = ((("en", code),) if key != code else ()) + names
        self._made[key] = Thing(key, place, names=tuple(dict.fromkeys(own)), family=family)
        self._keys[key] = key
        return key
