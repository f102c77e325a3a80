"""Where the tables and keys of a TOML file stand: the reader of the standard library does not say."""

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.loader.files import TextFile
from factcheck.source import Place

Way = tuple[str | int, ...]
"""The way to a value: names of tables, positions in arrays of tables, and the key."""

_HEADER = re.compile(r"[ \t]*(\[\[?)(.+?)\]\]?[ \t]*(?:#.*)?$")
_KEY = re.compile(r"[ \t]*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)[ \t]*=(.*)")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*")
_LONG = ('"""', "'''")


def places(file: TextFile) -> dict[Way, Place]:
    """Return the place of each table and key that starts a line; what stands inside a line has none of its own."""
    found: dict[Way, Place] = {}
    tables: Counter[Way] = Counter()
    table: Way = ()
    for number, line in _lines(file):
        if header := _HEADER.fullmatch(line):
            table = _table(header, tables)
            found.setdefault(table, Place(file.path, number, header.start(2) + 1))
        elif key := _KEY.match(line):
            way = (*table, *_parts(key[1]))
            found.setdefault(way, Place(file.path, number, key.start(1) + 1))
    return found


def nearest_place(found: dict[Way, Place], way: Way, path: str) -> Place:
    """Return the place of a value, or of the closest table around it."""
    return next((found[way[:end]] for end in range(len(way), 0, -1) if way[:end] in found), Place(path))


def _table(header: re.Match[str], tables: "Counter[Way]") -> Way:
    """Return the way of a table; those of an array are numbered."""
    names = _parts(header[2])
    way: Way = ()
    for name in names[:-1]:
        way = (*way, name)
        way = (*way, tables[way] - 1) if tables[way] else way
    way = (*way, *names[-1:])
    if header[1] == "[[":
        tables[way] += 1
        return (*way, tables[way] - 1)
    return way


def _parts(text: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(text))


def _lines(file: TextFile) -> Iterator[tuple[int, str]]:
    """Yield the lines that start outside of brackets and long strings."""
    depth, long = 0, ""
    for number, line in enumerate(file.lines, 1):
        if long:
            long = "" if long in line else long
            continue
        if depth == 0:
            yield number, line
        long = next((mark for mark in _LONG if line.count(mark) % 2), "")
        if not _HEADER.fullmatch(line) or depth:
            bare = _QUOTED.sub("", line)
            depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
