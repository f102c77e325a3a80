"""Answers of a bounded size: long lists in pieces, the next of which a cursor asks for."""

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from factcheck.cache import digest
from factcheck.report.json import data

MAX_CHARS = 20_000
"""So many characters of JSON an answer has about: some 5,000 tokens of English, and 20,000 of Chinese at worst."""

MAX_TEXT = 2_000
"""A longer text inside an answer is cut, and ends in an ellipsis."""

KEPT = 8
"""So many answers are kept whose next piece may be asked for."""

_KEY = 12


class Refused(Exception):  # noqa: N818 - a wrong request, not a crash
    """What was asked cannot be answered; the message says what to ask instead."""


class Pieced(Protocol):
    """An answer with a list: how many of its items come after these, and the cursor that asks for them."""

    @property
    def left(self) -> int:
        """How many items come after these."""

    @property
    def cursor(self) -> str:
        """What asks for the next ones."""


Answer = TypeVar("Answer", bound=Pieced)
Item = TypeVar("Item")


class Piece(NamedTuple):
    """Some items of a list, how many come after them, and the cursor that asks for those; empty at the end."""

    items: tuple[Any, ...]
    left: int
    cursor: str


class _Kept(NamedTuple, Generic[Answer]):
    head: Answer
    items: tuple[Any, ...]
    place: Callable[[Answer, Piece], Answer]


class Pieces:
    """The lists of the last answers, each until newer ones take its place."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: OrderedDict[str, _Kept[Any]] = OrderedDict()

    def first(
        self, head: Answer, items: Sequence[Item], place: Callable[[Answer, Piece], Answer], asked: object
    ) -> Answer:
        """Return an answer with as many of the items as it has room for; ``place`` puts a piece into it."""
        key = digest(repr(asked))[:_KEY]
        kept = _Kept(head, tuple(items), place)
        answer = _answered(kept, key, 0)
        if answer.cursor:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return answer

    def next(self, cursor: str) -> Any:
        """Return the next piece of an answer. Raises Refused for a cursor that is not known, or no more."""
        key, _, start = cursor.partition(".")
        kept = self._kept.get(key)
        if kept is None or not (start.isascii() and start.isdigit()) or int(start) >= len(kept.items):
            raise Refused(f"no answer goes on at the cursor `{cursor[:80]}`: ask again, without a cursor")
        return _answered(kept, key, int(start))


def _answered(kept: _Kept[Answer], key: str, start: int) -> Answer:
    end, room = start, MAX_CHARS - size(kept.head)
    for item in kept.items[start:]:
        room -= size(item)
        if room < 0 and end > start:
            break
        end += 1
    left = len(kept.items) - end
    return kept.place(kept.head, Piece(kept.items[start:end], left, f"{key}.{end}" if left else ""))


def with_piece(field: str) -> Callable[[Any, Piece], Any]:
    """Return what puts a piece into this field of an answer."""
    return lambda head, piece: replace(head, **{field: piece.items, "left": piece.left, "cursor": piece.cursor})


def size(value: object) -> int:
    """Return how many characters a value has as JSON."""
    return len(json.dumps(data(value), ensure_ascii=False))


def cut(text: str, length: int = MAX_TEXT) -> str:
    """Return a text, or its start with an ellipsis."""
    return text if len(text) <= length else f"{text[:length]}…"
