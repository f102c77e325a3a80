"""Dataclasses with slots, most of them frozen, made in a sixth of the time that ``dataclasses`` takes.

Only ``__init__`` is compiled for each class, and not before the first value is made: a run has values of few of them.
Comparing, hashing, printing and refusing to change are shared functions.
For a type checker ``dataclass`` is that of the standard library, and it behaves like it.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass"]

Class = TypeVar("Class", bound=type)


class _Shared:
    """What these classes have; ``__compared__`` gives the values by which two are the same."""

    __slots__ = ()
    __compared__: Any

    def __eq__(self, other: object) -> bool:
        return self.__compared__(self) == self.__compared__(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.__compared__(self))

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
        return f"{type(self).__qualname__}({shown})"

    def __setattr__(self, name: str, _: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self: Any) -> tuple[type, tuple[Any, ...]]:
        return type(self), tuple(getattr(self, each.name) for each in fields(self))


_METHODS = ("__eq__", "__repr__")
_OF_FROZEN = (*_METHODS, "__hash__", "__setattr__", "__delattr__", "__reduce__")


def _slotted(*, slots: bool, frozen: bool = False) -> Callable[[Class], Class]:
    """Return the decorator ``dataclass(slots=True)``, with ``frozen`` or not; no other kind is made here."""
    if not slots:
        raise TypeError("use dataclasses.dataclass")
    return partial(_made, methods=_OF_FROZEN if frozen else _METHODS)


def _made(cls: Class, methods: tuple[str, ...]) -> Class:
    made: Any = _dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    found = fields(made)
    if not all(each.init and not each.kw_only for each in found):
        raise TypeError("use dataclasses.dataclass where fields are not just given in their order")
    made.__init__ = _First(made, found)
    names = [each.name for each in found if each.compare]
    made.__compared__ = attrgetter(*names) if names else type
    made.__hash__ = None  # of what may change
    for method in methods:
        setattr(made, method, vars(_Shared)[method])
    return made  # type: ignore[no-any-return]


class _First:
    """Stands for an ``__init__``, which is compiled when it is first called or looked at, and takes this place."""

    __slots__ = ("found", "made")

    def __init__(self, made: Any, found: tuple[Field[Any], ...]) -> None:
        self.made, self.found = made, found

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        init = self.made.__init__ = _init(self.made, self.found)
        return init.__get__(instance, owner)


def _init(made: type, found: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Compile ``__init__``; it sets slots past the refusal to change."""
    names: dict[str, Any] = {f"_set_{each.name}": getattr(made, each.name).__set__ for each in found}
    given, lines = ["self"], ["pass"]
    for each in found:
        name, default = each.name, f"_default_{each.name}"
        called = each.default_factory is not MISSING
        names[default] = each.default_factory if called else each.default
        given.append(name if names[default] is MISSING else f"{name}={default}")
        value = f"{default}() if {name} is {default} else {name}" if called else name
        lines.append(f"_set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(given)}):\n " + "\n ".join(lines), names)  # noqa: S102 - as dataclasses do
    init: Callable[..., None] = names["__init__"]
    init.__annotations__ = {**{each.name: each.type for each in found}, "return": None}
    return init


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _slotted
