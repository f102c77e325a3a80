"""Plain text: paragraphs between blank lines, lines that were wrapped, marks of lists."""

import re
from functools import cache

from factcheck.prose.inline import (
    ADDRESS,
    CITATION,
    EMAIL,
    INVISIBLE,
    LINE_END,
    NEWLINE,
    URL,
    drop,
    hide,
    soft_break,
    wall,
)
from factcheck.prose.view import Builder, View
from factcheck.source import Span

MIN_WRAP = 40
"""A line of fewer cells was ended by its author, a longer one by the width of the page."""

_HAN = "一二三四五六七八九十"
_MARK = (
    r"(?:[-*•·▪‣+][ \t]+)?(?:[0-9]{1,3}(?:[.)](?=[ \t\u3400-\u9fff])|、)|\([0-9]{1,3}\)"
    rf"|（[0-9{_HAN}]{{1,3}}）|[{_HAN}]{{1,3}}、|[①-⑳])"
)
_LIST = re.compile(rf"\s{{0,40}}{_MARK}")
_BEGINS = rf"(?=[\r\n\[{INVISIBLE}]|(?<![ \t])[ \t]+[\r\n])"
"""Where a token may begin: to look for each of them at every letter takes four times as long."""
_PLAIN = (
    rf"{_BEGINS}(?:(?P<blank>{LINE_END}(?:[ \t\u3000]*{NEWLINE})+[ \t\u3000]*)|(?P<line>{LINE_END}[ \t\u3000]*)"
    rf"|(?P<invisible>[{INVISIBLE}]+)|(?P<citation>{CITATION}))"
)

_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_VISIBLE = re.compile(r"[^\r\n]")


def without_comments(text: str) -> str:
    """Return a text with blanks for its comments; no place changes."""
    return _COMMENT.sub(lambda m: _VISIBLE.sub(" ", m[0]), text) if "<!--" in text else text


@cache
def _token(*, addresses: bool) -> re.Pattern[str]:
    return re.compile(rf"{_PLAIN}|(?P<address>{URL}|{EMAIL})" if addresses else _PLAIN)


def plain_view(text: str) -> View:
    """Return the prose of a plain text."""
    builder = Builder(text)
    start = _list_mark(builder, 0)
    line = 0
    for m in _token(addresses=ADDRESS.search(text) is not None).finditer(text):
        if m.start() < builder.done:
            continue
        match m.lastgroup:
            case "blank" | "line" if m["blank"] or not _wrapped(text, line, m):
                builder.keep(m.start())
                builder.block(start)
                builder.skip(m.end())
                start = _list_mark(builder, m.end())
                line = m.end()
            case "line":
                soft_break(builder, m)
                line = m.end()
            case "invisible":
                hide(builder, m)
            case "citation":
                drop(builder, m)
            case _:
                wall(builder, m)
    builder.keep(len(text))
    builder.block(start)
    return builder.view()


def read_block(builder: Builder, block: Span) -> None:
    """Take over a paragraph that is one line, and known to be a paragraph."""
    text = builder.original
    builder.skip(block.start)
    start = _list_mark(builder, block.start)
    addresses = ADDRESS.search(text, *block) is not None
    for m in _token(addresses=addresses).finditer(text, *block):
        if m.start() < builder.done:
            continue
        kind = m.lastgroup
        if kind == "invisible":
            hide(builder, m)
        elif kind == "citation":
            drop(builder, m)
        elif kind == "address":
            wall(builder, m)
    builder.keep(block.end)
    builder.block(start)


def _list_mark(builder: Builder, at: int) -> int:
    """Leave out the mark of a list item at the start of a block; return where the block starts in the view."""
    m = _LIST.match(builder.original, at)
    if m:
        builder.skip(m.end())
    return builder.size


def _wrapped(text: str, line: int, end: re.Match[str]) -> bool:
    """Whether a line was ended by the width of the page: it is long, and the next one begins no list."""
    length = end.start() - line
    if length < MIN_WRAP and not text.isascii():
        length += sum(not char.isascii() for char in text[line : end.start()])
    return length >= MIN_WRAP and not _LIST.match(text, end.end())
