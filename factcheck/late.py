"""What is made when it is first asked for: a run of one statement uses little of what it imports and loads."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class _Late:
    """Stands for a compiled pattern; its methods become those of this object, so that later calls cost nothing."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` does, which happens at the first use; a wrong pattern raises re.error only then."""
    return cast("re.Pattern[str]", _Late(text, flags))


class LateSequence(Sequence[T], Generic[T]):
    """The values of rows, all read when the first is asked for; how many there are is known before."""

    def __init__(self, rows: Sequence[Any], read: Callable[[Any], T]) -> None:
        """Take the rows, and what reads one."""
        self._rows, self._read = rows, read
        self._values: tuple[T, ...] | None = None

    def _all(self) -> tuple[T, ...]:
        if self._values is None:
            self._values = tuple(map(self._read, self._rows))
        return self._values

    def __getitem__(self, index: Any) -> Any:
        """Return a value, or several."""
        return self._all()[index]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same values."""
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of a tuple of the values."""
        return hash(self._all())
