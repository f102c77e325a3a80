"""Frozen dataclasses with slots, made in a quarter of the time that ``dataclasses`` takes; a start makes seventy.

Only ``__init__`` is compiled for each class. Comparing, hashing, printing and refusing to change are shared functions.
For a type checker ``dataclass`` is that of the standard library, and it behaves like it.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass"]

Class = TypeVar("Class", bound=type)


class _Shared:
    """What all frozen classes have; ``__compared__`` gives the values by which two are the same."""

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


_METHODS = ("__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__reduce__")


def _frozen(*, frozen: bool, slots: bool) -> Callable[[Class], Class]:
    """Return the decorator ``dataclass(frozen=True, slots=True)``; no other kind is made here."""
    if not (frozen and slots):
        raise TypeError("use dataclasses.dataclass")
    return _made


def _made(cls: Class) -> Class:
    made: Any = _dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    found = fields(made)
    if hasattr(made, "__post_init__") or not all(each.init and not each.kw_only for each in found):
        raise TypeError("use dataclasses.dataclass where fields are not just given in their order")
    made.__init__ = _init(made, found)
    names = [each.name for each in found if each.compare]
    made.__compared__ = attrgetter(*names) if names else type
    for method in _METHODS:
        setattr(made, method, vars(_Shared)[method])
    return made  # type: ignore[no-any-return]


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
    exec(f"def __init__({', '.join(given)}):\n " + "\n ".join(lines), names)  # noqa: S102 - as dataclasses do
    init: Callable[..., None] = names["__init__"]
    init.__annotations__ = {**{each.name: each.type for each in found}, "return": None}
    return init


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _frozen
