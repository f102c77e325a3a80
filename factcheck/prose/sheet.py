"""Comma, tab or semicolon separated values as a table: every cell with its place in the original."""

import re
from collections.abc import Iterator

from factcheck.prose.view import Builder, View
from factcheck.source import Span

_SEPARATORS = (",", "\t", ";", "|")
_LINE = re.compile(r"[^\r\n]*")


def sheet_view(text: str) -> View:
    """Return the cells of separated values as one table; quotes around a cell are no part of it."""
    builder = Builder(text)
    start = int(text.startswith("\ufeff"))
    rows = list(_rows(text, start, _separator(text, start)))
    builder.tables.append([builder.row(row) for row in rows])
    builder.skip(len(text))
    return builder.view()


def _separator(text: str, start: int) -> str:
    """Return what parts the cells: the sign that the first line has most of."""
    m = _LINE.match(text, start)
    first = m[0] if m else ""
    return max(_SEPARATORS, key=first.count)


def _rows(text: str, start: int, separator: str) -> Iterator[list[Span]]:
    """Yield the cells of each line that has any."""
    sign = re.escape(separator)
    cell = re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^{sign}\r\n]*|(?P<plain>[^{sign}\r\n]*)')
    row: list[Span] = []
    at = start
    while at < len(text):
        m = cell.match(text, at)
        if m is None:  # the pattern matches anything, also nothing
            break
        row.append(Span(*m.span("quoted" if m["quoted"] is not None else "plain")))
        at = m.end()
        if text[at : at + 1] == separator:
            at += 1
            if at == len(text):
                row.append(Span(at, at))
            continue
        if any(one.end > one.start for one in row):
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
    if any(one.end > one.start for one in row):
        yield row
