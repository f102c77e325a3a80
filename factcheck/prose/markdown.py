"""Markdown: which lines are prose (CommonMark with tables, found by markdown-it), and their prose without markup."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.prose.inline import NEWLINE
from factcheck.prose.marks import MarkReader
from factcheck.prose.view import Builder, View
from factcheck.source import Span

_LINE = re.compile(rf"[^\r\n]*(?:{NEWLINE}|$)")
_FRONT = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_NO_PROSE = re.compile(r"\s*<(?:script|style|pre|textarea|\?|![a-z\[])", re.IGNORECASE)
_REFERENCE = re.compile(r"\[(?!\^)[^\[\]]{1,200}\]:[ \t]")
_BAR = re.compile(r"\\.|(?P<bar>\|)")
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>table|tr|td|th)(?:\s[^<>]{0,1000})?>", re.IGNORECASE)
_MARKS = re.compile(r"[ \t]*#{1,6}[ \t]+")


def markdown_view(text: str) -> View:
    """Return the prose of a Markdown text."""
    start = _front_matter(text)
    lines = [Span(m.start() + start, m.end() + start) for m in _LINE.finditer(text[start:]) if m.end() > m.start()]
    reader = MarkReader(Builder(text))
    for block in _blocks(text, start, lines):
        if isinstance(block, _Table):
            for at, row in enumerate(block.rows):
                reader.row(row, first=at == 0)
        else:
            reader.read(block)
    return reader.finish()


def _front_matter(text: str) -> int:
    """Return where the text proper begins: behind the front matter, if there is one."""
    m = _FRONT.match(text)
    if m is None:
        return int(text.startswith("\ufeff"))
    end = re.compile(rf"^{re.escape(m['fence'])}[ \t]*$\r?\n?", re.MULTILINE).search(text.replace("\r", " "), m.end())
    return end.end() if end else int(text.startswith("\ufeff"))


class _Table(NamedTuple):
    """A table as rows of cells."""

    rows: list[list[Span]]


def _blocks(text: str, start: int, lines: list[Span]) -> Iterator[Span | _Table]:
    """Yield the stretches of the original that hold prose, and the tables, in their order."""
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
    table: _Table | None = None
    for token in parser.parse(text[start:].replace("\0", " ")):
        if token.type == "table_open":
            table = _Table([])
        elif token.type == "table_close" and table is not None:
            yield table
            table = None
        elif token.type == "tr_open" and token.map and table is not None:
            table.rows.append(_cells(text, lines[token.map[0]]))
        elif token.type == "html_block" and token.map and not _NO_PROSE.match(token.content):
            yield from _html(text, Span(lines[token.map[0]].start, lines[token.map[1] - 1].end))
        elif token.type == "inline" and token.map and table is None:
            yield from _paragraph(text, token, lines)


def _html(text: str, block: Span) -> Iterator[Span | _Table]:
    """Yield a block of HTML, and its tables apart from what stands around them."""
    table: _Table | None = None
    at, cell = block.start, None
    for m in _TAG.finditer(text, block.start, block.end):
        name, closes = m["name"].lower(), bool(m["closes"])
        if table is not None and cell is not None and name in {"td", "th", "tr", "table"}:
            table.rows[-1].append(Span(cell, m.start()))
            cell = None
        if name == "table" and not closes and table is None:
            yield Span(at, m.start())
            table = _Table([])
        elif name == "table" and closes and table is not None:
            yield _Table([row for row in table.rows if row])
            table, at = None, m.end()
        elif table is not None and not closes:
            if name == "tr" or not table.rows:
                table.rows.append([])
            if name in {"td", "th"}:
                cell = m.end()
    yield Span(at, block.end) if table is None else _Table([row for row in table.rows if row])


def _cells(text: str, row: Span) -> list[Span]:
    """Return what stands between the bars of a row; a bar at either end of it is no border of a cell."""
    line = text[row.start : row.end].rstrip()
    first = len(line) - len(line.lstrip(" \t>"))
    at = row.start + first + line.startswith("|", first)
    cells = []
    for m in _BAR.finditer(text, at, row.start + len(line)):
        if m["bar"]:
            cells.append(Span(at, m.start()))
            at = m.end()
    return [*cells, Span(at, row.start + len(line))] if at < row.start + len(line) else cells


def _paragraph(text: str, token: Token, lines: list[Span]) -> Iterator[Span]:
    """Find the content of a block in its lines; what surrounds it is markup of lists, quotations and headings."""
    content = token.content.split("\n")
    if not token.map or _REFERENCE.match(token.content):
        return
    first, last = lines[token.map[0]], lines[token.map[0] + len(content) - 1]
    yield Span(_place(text, first, content[0]), _place(text, last, content[-1]) + len(content[-1].strip()))


def _place(text: str, line: Span, content: str) -> int:
    """Return where the content of a line starts: at its end, or before the closing marks of a heading."""
    wanted = content.strip()
    source = text[line.start : line.end].rstrip()
    if source.endswith(wanted):
        return line.start + len(source) - len(wanted)
    return line.start + max(0, source.rfind(wanted))
