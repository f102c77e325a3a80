"""The marks inside a block of Markdown: emphasis, code, links, images, tags, entities, escapes."""

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from factcheck.prose.inline import CITATION, EMAIL, INVISIBLE, LINE_END, URL, drop, hide, soft_break, wall
from factcheck.prose.view import Builder, View
from factcheck.source import Span

_TARGET = (
    r"\((?:<[^<>\r\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,3})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s?\)"
)
_TOKEN = re.compile(
    r"(?P<hard>(?:(?<![ ]) {2,}|\\)(?:\r\n?|\n)[ \t>]*)"
    rf"|(?P<line>{LINE_END}[ \t>]*)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<code>`+)"
    rf"|(?P<image>!\[[^\[\]]{{0,300}}\](?:{_TARGET}|\[[^\[\]]{{0,200}}\])?)"
    r"|(?P<definition>(?<=[\r\n])\[(?!\^)[^\[\]]{1,200}\]:[ \t][^\r\n]*)"
    rf"|(?P<citation>\[(?:\^[^\s\[\]]{{1,80}}\]:?|[0-9]{{1,3}}\]{_TARGET})|{CITATION})"
    rf"|(?P<target>\](?:{_TARGET}|\[[^\[\]]{{0,200}}\]))"
    r"|(?P<raise></?su[pb]>)"
    r"|(?P<tag></?(?:a|abbr|b|big|cite|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|u)(?:\s[^<>]{0,500})?>)"
    r"|(?P<comment><!--)"
    r"|(?P<html></?[A-Za-z][^<>]{0,1000}>)"
    rf"|(?P<address>{URL}|{EMAIL})"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<struck>~~)"
    r"|(?P<emphasis>\*{1,3}|_{1,3})"
)
_RUN = re.compile("`+")
_COMMENT_END = re.compile("(?<=--)>")
_DROPPED = {"escape", "citation", "target", "tag"}


class MarkReader:
    """Takes the blocks of a Markdown text into a view, one after the other."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder

    def finish(self) -> View:
        """Return the view of all blocks."""
        self.builder.skip(len(self.builder.original))
        return self.builder.view()

    def read(self, block: Span) -> None:
        """Take over one block."""
        builder = self.builder
        builder.skip(block.start)
        start = builder.size
        tokens = list(_TOKEN.finditer(builder.original, block.start, block.end))
        paired, runs = _paired(tokens), _Runs(builder.original, block)
        for m in tokens:
            if m.start() >= builder.done:
                self._token(m, paired, runs)
        builder.keep(block.end)
        builder.block(start)

    def row(self, cells: Sequence[Span], *, first: bool) -> None:
        """Take over a row of a table, the first of a new one or one more."""
        builder, places = self.builder, []
        for cell in cells:
            start = builder.size
            if builder.original[cell.start : cell.end].strip():
                self.read(cell)
                start = builder.blocks[-1].start if builder.size > start else start
            places.append(Span(start, builder.size))
        if first:
            builder.tables.append([])
        builder.tables[-1].append(tuple(places))

    def _token(self, m: re.Match[str], paired: set[int], runs: "_Runs") -> None:
        builder, kind = self.builder, m.lastgroup or ""
        if kind == "line":
            soft_break(builder, m)
        elif kind == "invisible":
            hide(builder, m)
        elif kind in _DROPPED or (kind == "emphasis" and m.start() in paired):
            drop(builder, m)
        elif kind in {"entity", "raise"}:
            builder.keep(m.start())
            builder.put(_shown(m[0]), m.end())
        elif kind in {"code", "comment"}:
            end = runs.closing(m) if kind == "code" else runs.comment_end(m)
            if end > m.end():
                builder.keep(m.start())
                builder.skip(end)
        elif kind != "emphasis":
            wall(builder, m)


def _shown(mark: str) -> str:
    """Return what an entity stands for; a raised figure is a power, as in m<sup>2</sup>."""
    if mark.startswith("<"):
        return "^" if mark == "<sup>" else ""
    return html.unescape(mark) if not mark.startswith("&#0") else mark


def _paired(tokens: list[re.Match[str]]) -> set[int]:
    """Return where the marks of emphasis stand that have a partner; a lone star is a sign of its own."""
    opened: dict[str, list[int]] = {"*": [], "_": []}
    paired: set[int] = set()
    for m in tokens:
        if m.lastgroup != "emphasis":
            continue
        before, after = m.string[m.start() - 1 : m.start()] or " ", m.string[m.end() : m.end() + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if opens and closes and (m[0][0] == "_" or (before.isdigit() and after.isdigit())) and _inside(before, after):
            continue
        stack = opened[m[0][0]]
        if closes and stack:
            paired |= {stack.pop(), m.start()}
        elif opens:
            stack.append(m.start())
    return paired


def _inside(before: str, after: str) -> bool:
    """Whether a mark stands inside a word: snake_case, 2*3*4."""
    return before.isalnum() and after.isalnum()


class _Runs:
    """What closes code and comments in a block: the runs of backticks by their length, and the ends of comments."""

    def __init__(self, text: str, block: Span) -> None:
        self.text, self.block = text, block
        self.starts: dict[int, list[int]] = {}
        for m in _RUN.finditer(text, block.start, block.end):
            self.starts.setdefault(len(m[0]), []).append(m.start())

    def closing(self, opening: re.Match[str]) -> int:
        """Return the end of the code that a run opens, 0 where nothing closes it."""
        length = len(opening[0])
        starts = self.starts.get(length, [])
        index = bisect_left(starts, opening.end())
        return starts[index] + length if index < len(starts) else 0

    @cached_property
    def ends(self) -> list[int]:
        """Where comments may end."""
        return [m.end() for m in _COMMENT_END.finditer(self.text, self.block.start, self.block.end)]

    def comment_end(self, opening: re.Match[str]) -> int:
        """Return the end of the comment that a mark opens, 0 where nothing closes it."""
        index = bisect_left(self.ends, opening.end() + len("-->"))
        return self.ends[index] if index < len(self.ends) else 0
