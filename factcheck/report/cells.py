"""Text measured in terminal cells: a Chinese character takes two, a combining mark none."""

import re
from unicodedata import category, east_asian_width

_WIDE = (
    "[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_OPENING = "[（「『《〈【〔“]*"
_CLOSING = "[，。、；：？！）」』》〉】〕”…,.;:)%]*"
_PIECE = re.compile(rf" +|{_OPENING}{_WIDE}{_CLOSING}|(?:(?!{_OPENING}{_WIDE})[^ ])+|.")
"""What is never torn apart while it fits: spaces, a wide character, a word."""


def cells(text: str) -> int:
    """Return how many terminal cells a text without control characters takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


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
    lines, line = [], ""
    for piece in _pieces(text, width):
        if cells(line) + cells(piece.rstrip(" ")) > room and (line or lines or room < width):
            lines.append(line.rstrip(" "))
            line, room = "", width
        line += piece if line else piece.lstrip(" ")
    return [*lines, line.rstrip(" ")]


def _pieces(text: str, width: int) -> list[str]:
    """Split a text where it may be broken; a word longer than a line is cut."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        found += chunks(piece, width) if cells(piece) > width else [piece]
    return found
