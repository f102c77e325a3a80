"""JSON Lines: an object a line, each line bounded, whatever the stream unfolds to."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any, NamedTuple

from factcheck.loader.texts.columns import NoColumn, Wanted
from factcheck.loader.texts.rows import MAX_TEXT, Named, faulty, text_row, too_long, written
from factcheck.model.texts import Fault, TextRow

MAX_LINE = 8 * MAX_TEXT
"""A longer line (in bytes) is passed over: a character of a text may be escaped, and there are other fields."""

LOOKED_AT = 100
"""So many lines tell which columns there are."""

_BOM = b"\xef\xbb\xbf"


class Number(NamedTuple):
    """A number of JSON as it is written, however long; no text."""

    written: str

    def __str__(self) -> str:
        """Return it as text."""
        return self.written


def texts(stream: IO[bytes], wanted: Wanted, source: str) -> Iterator[TextRow]:
    """Yield the texts of a stream of JSON Lines; empty lines are passed over, but counted as rows."""
    for row, line in enumerate(lines(stream)):
        if line is None:
            yield faulty(Named(source, row), too_long())
        elif line.strip():
            yield _row(line, wanted, Named(source, row))


def columns(stream: IO[bytes]) -> tuple[str, ...] | None:
    """Return the names in the first lines of a stream, in their order; None where there is no line to read.

    Raises NoColumn for a list of objects, which is one line, or one value over many.
    """
    found: dict[str, None] = {}
    seen = False
    for line in islice(lines(stream), LOOKED_AT):
        value = _object(line or b"")
        if not seen and line and line.lstrip().startswith(b"["):
            raise NoColumn("it holds a list: what is read are JSON Lines, an object a line (`jq -c '.[]'` makes them)")
        seen = seen or bool(line and line.strip())
        found |= dict.fromkeys(_names(value)) if isinstance(value, dict) else {}
    return tuple(found) if seen else None


def _names(value: dict[str, Any]) -> Iterator[str]:
    """Yield the names of an object's fields, those of objects within after a point."""
    for name, inner in value.items():
        yield name
        if isinstance(inner, dict):
            yield from (f"{name}.{one}" for one in inner)


def lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a stream; None for one that is too long, of which no more than that is kept."""
    first = True
    while line := stream.readline(MAX_LINE + 1):
        whole = line.removeprefix(_BOM) if first else line
        first = False
        if len(line) <= MAX_LINE:
            yield whole
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)
        yield None


def _row(line: bytes, wanted: Wanted, named: Named) -> TextRow:
    found = _object(line)
    if isinstance(found, Fault):
        return faulty(named, found)
    named = named._replace(id=written(_field(found, wanted.id)), date=written(_field(found, wanted.date)))
    return text_row(named, _field(found, wanted.text))


def _field(found: dict[str, Any], name: str) -> Any:
    """Return a field; one of an object within has a point between: ``article.body``."""
    if name in found or not name:
        return found.get(name)
    value: Any = found
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _object(line: bytes) -> dict[str, Any] | Fault:
    """Return the object of a line, or why there is none; numbers stay as they are written."""
    try:
        found = json.loads(line.decode("utf-8"), parse_int=Number, parse_float=Number, parse_constant=Number)
    except UnicodeDecodeError as error:
        return Fault("not-utf8", f"not UTF-8: byte 0x{line[error.start]:02x} at offset {error.start:,}")
    except (ValueError, RecursionError) as error:
        return Fault("not-json", f"no JSON: {str(error)[:200]}")
    return found if isinstance(found, dict) else Fault("not-json", "no JSON object")
