"""Text measured in terminal cells: a Chinese character takes two, a combining mark none."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

MAX_CHARACTERS = 8192

_OPENING = set("[（「『《〈【〔“")  # noqa: RUF001 - Chinese marks are meant
_CLOSING = set("，。、；：？！）」』》〉】〕”…,.;:)%]")  # noqa: RUF001 - the same


def cells(text: str) -> int:
    """Return how many terminal cells a text without control characters takes."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@lru_cache(MAX_CHARACTERS)
def _width(character: str) -> int:
    if category(character) in {"Mn", "Me"}:
        return 0
    return 2 if _wide(character) else 1


def _wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


def padded(text: str, width: int) -> str:
    """Return the text with spaces after it, ``width`` cells wide at least."""
    return text + " " * (width - cells(text))


def chunks(text: str, width: int) -> list[str]:
    """Cut a text into parts of at most ``width`` cells, wherever that falls."""
    parts, start, used = [], 0, 0
    for index, character in enumerate(text):
        size = _width(character)
        if used + size > width and index > start:
            parts.append(text[start:index])
            start, used = index, 0
        used += size
    return [*parts, text[start:]]


def wrapped(text: str, width: int, first: int | None = None) -> list[str]:
    """Break a text into lines of at most ``width`` cells, the first one of ``first``.

    English breaks at spaces, Chinese anywhere but before a closing mark.
    """
    room = width if first is None else first
    if cells(text) <= room:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, width):
        size = cells(piece)
        if used + size - piece.endswith(" ") > room and (line or room < width):
            lines.append(line.rstrip(" "))
            line, used, room = "", 0, width
        line += piece
        used += size
    return [*lines, line.rstrip(" ")]


def rows(text: str, width: int) -> list[tuple[int, int]]:
    """Return where the lines of a text start and end that is broken as `wrapped` does; nothing is left out of it."""
    found: list[tuple[int, int]] = []
    start = at = used = 0
    for piece in _pieces(text, width):
        size = cells(piece)
        if used + size - piece.endswith(" ") > width and at > start:
            found.append((start, at))
            start, used = at, 0
        at += len(piece)
        used += size
    return [*found, (start, len(text))]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Split a text where it may be broken, spaces with the word before; a word longer than a line is cut."""
    for word in text.split(" "):
        *parts, last = [word] if word.isascii() else _parts(word)
        for part in (*parts, f"{last} "):
            yield from chunks(part, width) if cells(part.rstrip(" ")) > width else [part]


def _parts(word: str) -> Iterator[str]:
    """Split a word at its wide characters."""
    start = 0
    for end in range(1, len(word)):
        if _breaks(word[end - 1], word[end]):
            yield word[start:end]
            start = end
    yield word[start:]


def _breaks(before: str, after: str) -> bool:
    """Return whether a line may end between two characters that are no spaces."""
    if after in _CLOSING or before in _OPENING:
        return False
    return _wide(before) or _wide(after)
