"""Paths into JSON: ``runs[version=1.0].latency.p95``, ``results[0]``, ``runs[*].ms``, ``["a key.with dots"]``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NOT_FOUND, SEVERAL
from factcheck.source import Span
from factcheck.suggest import nearest

MAX_STEPS = 64
MAX_LISTED = 8
MAX_FOUND = 1_000_000

_NAME = re.compile(r"[^.\[\]]+")
_INDEX = re.compile(r"\[(-?[0-9]{1,9})\]")
_QUOTED = re.compile(r'\["([^"]*)"\]')
_EVERY = re.compile(r"\[\*\]")
_FILTER = re.compile(r"\[([^\[\]]+)\]")
_PAIR = re.compile(r'\s*([^=,"]+?)\s*=\s*(?:"([^"]*)"|([^,"]*?))\s*(?:,|$)')

_KINDS = (("key", _QUOTED), ("index", _INDEX), ("every", _EVERY), ("filter", _FILTER), ("key", _NAME))

Way = tuple[str | int, ...]
"""Keys and positions from the top of a file to a value."""


class Twice(dict[str, Any]):
    """An object in which keys stand ``twice``: readers of JSON differ in which of the values counts."""

    def __init__(self, pairs: Sequence[tuple[str, Any]], twice: frozenset[str]) -> None:
        super().__init__(pairs)
        self.twice = twice


class Step(NamedTuple):
    """One step of a path: a key, a position, every item, or the columns that one item of a list must have."""

    kind: str
    key: str | int | tuple[tuple[str, str], ...]
    span: Span


def read_path(text: str) -> list[Step]:
    """Read a path. Raises Problem FC522 where it cannot be read."""
    steps: list[Step] = []
    at = 0
    while at < len(text):
        at += text[at] == "." and bool(steps)
        step = _step(text, at)
        if step is None or len(steps) == MAX_STEPS:
            raise Problem(
                NOT_FOUND,
                f"the path cannot be read from `{text[at : at + 20]}` on",
                Span(min(at, len(text) - 1), len(text)),
                help="write keys with dots, `[0]` for a position, `[column=value]` for one item of a list",
            )
        steps.append(step)
        at = step.span.end
    return steps


def _step(text: str, at: int) -> Step | None:
    for kind, pattern in _KINDS:
        m = pattern.match(text, at)
        if m is None:
            continue
        span = Span(at, m.end())
        if kind == "index":
            return Step(kind, int(m[1]), span)
        if kind == "every":
            return Step(kind, "*", span)
        if kind == "key":
            return Step(kind, m[1] if pattern is _QUOTED else m[0], span)
        pairs = _pairs(m[1])
        return Step(kind, pairs, span) if pairs else None
    return None


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read ``version=1.0, os="linux, x86"``; nothing where a part is no pair."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        m = _PAIR.match(text, at)
        if m is None:
            return ()
        found.append((m[1], m[3] if m[2] is None else m[2]))
        at = m.end()
    return tuple(found)


def follow(tree: Any, path: str) -> tuple[Any, Way]:
    """Return the value at a path, and the plain way to it.

    Raises Problem FC522 where a key is missing (with the nearest one), FC523 where a filter fits several items.
    """
    value = tree
    way: Way = ()
    for step in read_path(path):
        key = _key(value, step)
        value, way = value[key], (*way, key)
    return value, way


def follow_every(tree: Any, path: str) -> list[tuple[Any, Way]]:
    """Return the values at a path that may have ``[*]``, each with the plain way to it.

    Raises Problem as ``follow`` does, for any of the items.
    """
    found: list[tuple[Any, Way]] = [(tree, ())]
    for step in read_path(path):
        found = [(value[key], (*way, key)) for value, way in found for key in _keys_of(value, step)]
        if len(found) > MAX_FOUND:
            raise Problem(SEVERAL, f"more than {MAX_FOUND:,} values", step.span, help="choose items: `[column=value]`")
    return found


def _keys_of(value: Any, step: Step) -> Iterable[str | int]:
    if step.kind != "every":
        return (_key(value, step),)
    if not isinstance(value, list):
        raise Problem(NOT_FOUND, f"{_kind(value)} has no items", step.span, help=_keys(value))
    return range(len(value))


def _key(value: Any, step: Step) -> str | int:
    if step.kind == "key":
        return _member(value, str(step.key), step.span)
    if step.kind == "every":
        raise Problem(SEVERAL, "one value is needed here, not that of every item", step.span)
    if not isinstance(value, list):
        raise Problem(NOT_FOUND, f"{_kind(value)} has no items", step.span, help=_keys(value))
    if isinstance(step.key, int):
        if not -len(value) <= step.key < len(value):
            raise Problem(NOT_FOUND, f"the list has {len(value):,} items: there is no [{step.key}]", step.span)
        return step.key % len(value)
    return _item(value, step)


def _member(value: Any, key: str, span: Span) -> str | int:
    if isinstance(value, Twice) and key in value.twice:
        told = "readers of JSON differ in which one counts: keep one"
        raise Problem(SEVERAL, f"the key `{key}` stands twice in one object", span, help=told)
    if isinstance(value, dict) and key in value:
        return key
    if isinstance(value, list) and key.isascii() and key.isdigit() and int(key[:9]) < len(value):
        return int(key)
    if isinstance(value, dict):
        near = nearest(key, list(value)[:10_000])
        raise Problem(NOT_FOUND, f"no key `{key}`", span, help=f"did you mean `{near}`?" if near else _keys(value))
    cure = "choose an item: `[0]`, or `[column=value]`" if isinstance(value, list) else None
    raise Problem(NOT_FOUND, f"{_kind(value)} has no key `{key}`", span, help=cure)


def _item(items: list[Any], step: Step) -> int:
    pairs = step.key if isinstance(step.key, tuple) else ()
    fitting = [index for index, item in enumerate(items) if _fits(item, pairs)]
    wanted = ", ".join(f"{key}={value}" for key, value in pairs)
    if len(fitting) > 1:
        listed = ", ".join(f"[{index}]" for index in fitting[:MAX_LISTED])
        raise Problem(SEVERAL, f"{len(fitting):,} items have {wanted}", step.span, help=f"they are {listed}")
    if not fitting:
        raise Problem(NOT_FOUND, f"no item has {wanted}", step.span, help=_known(items, pairs))
    return fitting[0]


def _fits(item: Any, pairs: tuple[tuple[str, str], ...]) -> bool:
    return isinstance(item, dict) and all(key in item and written(item[key]) == value for key, value in pairs)


def written(value: Any) -> str:
    """Return a scalar as JSON writes it."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _known(items: list[Any], pairs: tuple[tuple[str, str], ...]) -> str:
    """Say what the items have instead."""
    for key, value in pairs:
        values = dict.fromkeys(written(item[key]) for item in items if isinstance(item, dict) and key in item)
        if not values:
            columns = dict.fromkeys(name for item in items if isinstance(item, dict) for name in item)
            near = nearest(key, list(columns))
            return f"did you mean `{near}`?" if near else f"no item has the key `{key}`"
        if value not in values:
            near = nearest(value, list(values))
            return f"did you mean `{key}={near}`?" if near else f"`{key}` is one of: {', '.join(_first(values))}"
    return "no item has all of them together"


def _keys(value: Any) -> str | None:
    return f"its keys: {', '.join(_first(value))}" if isinstance(value, dict) and value else None


def _first(names: dict[str, Any]) -> Iterator[str]:
    for count, name in enumerate(names):
        if count == MAX_LISTED:
            yield "…"
            return
        yield f"`{name}`"


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else f"`{written(value)[:40]}`"
