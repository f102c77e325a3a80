"""JSON and JSON Lines: the tree with numbers as they are written, and the line of each value."""

import json
from collections import Counter
from collections.abc import Iterator
from json.decoder import JSONDecodeError
from typing import Any, NoReturn

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NOT_READ
from factcheck.loader.data.path import Twice, Way

_BLANKS = " \t\r\n"


class Digits(str):
    """A number as the file writes it; no text equals it by type."""

    __slots__ = ()


def _refuse(word: str) -> NoReturn:
    raise Problem(NOT_READ, f"`{word}` is not JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    return Twice(pairs, frozenset(key for key, count in Counter(key for key, _ in pairs).items() if count > 1))


_DECODER = json.JSONDecoder(parse_float=Digits, parse_int=Digits, parse_constant=_refuse, object_pairs_hook=_object)


def read_json(text: str) -> Any:
    """Return the tree of a JSON text. Raises Problem FC521 where it is none, or nested too deeply."""
    try:
        return _DECODER.decode(text)
    except JSONDecodeError as error:
        where = f"in line {error.lineno:,}, column {error.colno:,}"
        raise Problem(NOT_READ, f"not JSON: {error.msg.lower()} {where}") from None
    except RecursionError:
        raise Problem(NOT_READ, "the JSON is nested too deeply") from None


def read_lines(text: str) -> list[tuple[int, Any]]:
    """Return the values of JSON Lines with the lines they stand in; blank lines are stepped over."""
    found: list[tuple[int, Any]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append((number, read_json(line)))
        except Problem as problem:
            message = problem.message.replace("in line 1", f"in line {number:,}")
            raise Problem(NOT_READ, message) from None
    return found


def line_of(text: str, way: Way) -> int:
    """Return the line in which the value at the end of a way starts."""
    at = _skip(text, 0)
    for key in way:
        at = _last(_members(text, at), key)
    return text.count("\n", 0, at) + 1


def _last(members: Iterator[tuple[str | int, int]], key: str | int) -> int:
    """Of keys that stand twice the last one counts, as readers of JSON have it."""
    return max(at for name, at in members if name == key)


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Yield the keys or positions of an object or list, each with the place where its value starts."""
    is_object, index = text[at] == "{", 0
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        name: str | int = index
        if is_object:
            name, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        yield name, at
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        at = _skip(text, at + (text[at] == ","))
        index += 1


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in _BLANKS and at < len(text):
        at += 1
    return at
