"""What solving equations gave, kept between runs."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

from factcheck import prepared
from factcheck.cache import Cache

Solutions = dict[str, list[str]]
"""By symbol: the sides that it equals."""

OPEN = ""
"""Stands among the solutions of an equation that took too long: symbols that are missing may have some."""

NAME, KEY = "equations", "1"


class Store(Protocol):
    """Solutions by the text of their equation; a dict is one."""

    def __contains__(self, text: object, /) -> bool:
        """Whether an equation was solved."""

    def __getitem__(self, text: str, /) -> Solutions:
        """Return the solutions of an equation."""

    def update(self, found: Mapping[str, Solutions], /) -> None:
        """Add solutions."""


class KeptSolutions:
    """Those prepared for the packs that come with factcheck, and a project's own; read when they are asked for."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    @cached_property
    def prepared(self) -> dict[str, Solutions]:
        """What was solved beforehand."""
        return _solutions(prepared.read(NAME, KEY))

    @cached_property
    def own(self) -> dict[str, Solutions]:
        """What was solved in this run and earlier ones."""
        return _solutions(self.cache.read(NAME, KEY))

    def __contains__(self, text: object, /) -> bool:
        """Whether an equation was solved."""
        return text in self.prepared or text in self.own

    def __getitem__(self, text: str, /) -> Solutions:
        """Return the solutions of an equation."""
        return self.prepared[text] if text in self.prepared else self.own[text]

    def update(self, found: Mapping[str, Solutions], /) -> None:
        """Add solutions and keep those that were found in time."""
        self.own.update(found)
        done = {text: found for text, found in sorted(self.own.items()) if OPEN not in found}
        self.cache.write(NAME, KEY, {"solutions": done})


def _solutions(data: Mapping[str, Any] | None) -> dict[str, Solutions]:
    return dict(data["solutions"]) if data else {}
