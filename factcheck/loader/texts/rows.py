"""A value that somebody called a text, as a row."""

import re
from datetime import date
from typing import Any, NamedTuple

from factcheck.model.texts import Fault, TextRow

MAX_TEXT = 4_000_000
"""A longer text (in bytes) is not checked, as with drafts."""

_HALF = re.compile(r"[\ud800-\udfff]")
_MAX_NAME = 1000


class Named(NamedTuple):
    """Which text it is: its source, the row in it, its id."""

    source: str
    row: int
    id: str = ""
    date: str = ""


def text_row(named: Named, text: Any, *, markdown: bool = False) -> TextRow:
    """Return a text as a row; what is no text, or too long, is a fault. Each half of a surrogate pair is replaced."""
    found = decoded(text)
    if isinstance(found, str) and _size(found) > MAX_TEXT:
        found = too_long()
    if isinstance(found, Fault):
        return faulty(named, found)
    return faulty(named)._replace(text=safe(found), markdown=markdown)


def _size(text: str) -> int:
    """Return how many bytes a text has, or a number beyond the limit."""
    return len(text) if len(text) * 4 <= MAX_TEXT or len(text) > MAX_TEXT else len(text.encode("utf-8", "replace"))


def faulty(named: Named, fault: Fault | None = None) -> TextRow:
    """Return a row without a text."""
    name = named.id or f"{named.source}:{named.row}".lstrip(":")
    told = fault and Fault(fault.kind, safe(fault.message))
    return TextRow(safe(named.source), named.row, safe(name[:_MAX_NAME]), "", safe(named.date[:_MAX_NAME]), told)


def safe(text: str) -> str:
    """Return text that UTF-8 can hold: each half of a surrogate pair is replaced by one character."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def decoded(text: Any) -> str | Fault:
    """Return a text, of bytes as UTF-8, or why it is none."""
    if isinstance(text, bytes):
        try:
            return text.decode("utf-8")
        except UnicodeDecodeError as error:
            return Fault("not-utf8", f"not UTF-8: byte 0x{text[error.start]:02x} at offset {error.start:,}")
    return text if isinstance(text, str) else Fault("not-text", f"no text: {_kind(text)}")


def too_long() -> Fault:
    """Return why a text beyond the limit is not checked."""
    return Fault("too-long", f"text too long: more than {MAX_TEXT / 1e6:g} MB")


def _kind(value: Any) -> str:
    return "nothing stands there" if value is None else f"a value of the type {type(value).__name__}"


def written(value: Any) -> str:
    """Return an id or a date as text; empty for none."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value[: 4 * _MAX_NAME].decode("utf-8", "replace")
    return value.isoformat() if isinstance(value, date) else str(value)[:_MAX_NAME]
