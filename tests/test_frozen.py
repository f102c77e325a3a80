"""Frozen classes made fast behave like those of the standard library."""

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from factcheck import frozen
from factcheck.source import Place, Text


class Loaf:
    """What is decorated below, once by each."""

    name: str
    grams: int = 500
    seeds: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list, compare=False)
    note: str = field(default="", compare=False, repr=False)


def made(decorator: Callable[..., Any]) -> Any:
    body = {key: value for key, value in vars(Loaf).items() if key not in {"__dict__", "__weakref__"}}
    return decorator(frozen=True, slots=True)(type("Loaf", (), body))


OURS, THEIRS = made(frozen.dataclass), made(dataclass)
WAYS: list[Callable[[Any], Any]] = [
    lambda c: repr(c("rye", 750, note="dark")),
    lambda c: c("rye") == c("rye", note="dark") != c("rye", 400),
    lambda c: c("rye") == "rye",
    lambda c: len({c("rye"), c("rye", tags=["x"]), c("oat")}),
    lambda c: repr(replace(c("rye"), grams=1)),
    lambda c: c("rye").tags is c("rye").tags,
    lambda c: [(f.name, f.default) for f in fields(c)],
    lambda c: c.__match_args__,
    lambda c: c.__doc__,
    lambda c: c.__slots__,
    lambda c: [*inspect.signature(c).parameters],
    lambda c: is_dataclass(c) and hasattr(c("rye"), "__dict__"),
]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_it_does_what_a_dataclass_does(way: int) -> None:
    assert WAYS[way](OURS) == WAYS[way](THEIRS)


def test_it_cannot_be_changed() -> None:
    place = Place("a.yaml", 1, 2)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'line'"):
        place.line = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.line
    assert place == Place("a.yaml", 1, 2)


def test_copies_are_equal() -> None:
    text = Text("rye", Place("a.yaml", 1, 2))
    assert copy.deepcopy(text) == copy.copy(text) == pickle.loads(pickle.dumps(text)) == text  # noqa: S301 - our own


def test_wrong_arguments_are_refused_by_name() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'path'"):
        Place()  # type: ignore[call-arg]


def test_one_that_may_change_does_what_such_a_dataclass_does() -> None:
    """It is not hashed; what completes it once its fields are set is called."""

    class Tin:
        loaves: int
        labels: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            self.labels = [*self.labels, f"of {self.loaves}"]

    for decorator in (frozen.dataclass, dataclass):
        body = {key: value for key, value in vars(Tin).items() if key not in {"__dict__", "__weakref__"}}
        tin: Any = decorator(slots=True)(type("Tin", (), body))
        one = tin(3)
        one.loaves = 4
        assert repr(one) == "Tin(loaves=4, labels=['of 3'])"
        assert tin(2) == tin(2) != tin(3)
        assert tin.__hash__ is None


@pytest.mark.parametrize("options", [{"frozen": True, "slots": False}, {"slots": False}])
def test_another_kind_is_not_made(options: dict[str, bool]) -> None:
    with pytest.raises(TypeError):
        frozen.dataclass(**options)


def test_fields_that_are_not_given_in_order_are_not_taken() -> None:
    with pytest.raises(TypeError):

        @frozen.dataclass(frozen=True, slots=True)
        class _Cake:
            layers: int = field(init=False, default=1)
