"""Markdown in which text from files stays text: no markup, no HTML, no links but to sources."""

import re
from collections.abc import Iterable

from factcheck.report.inert import inert, mute

_REPLACED = {"&": "&amp;", "<": "&lt;", "@": "&#64;", "//": "&#47;&#47;"}
"""Tags, mentions of people and bare addresses, which a backslash does not stop everywhere."""

_SPECIAL = re.compile(r"[&<@\\`*\[\]|#~$]|(?<!\w)_|_(?!\w)|(?<=:)//")
_BLOCK_START = re.compile(r"^(\d+(?=[.)](?: |$))|(?=[-+=>]))")
_UNSAFE_IN_URL = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&*+,;=%]")


def escaped(text: str) -> str:
    """Return the text on one line with all that Markdown would read as markup escaped."""
    return _BLOCK_START.sub(r"\1\\", _inline(inert(text).strip()))


def _inline(text: str) -> str:
    return _SPECIAL.sub(lambda match: _REPLACED.get(match[0], f"\\{match[0]}"), text)


def code(text: str) -> str:
    """Return the text as a code span, fenced by more backticks than it holds in a row; not for tables."""
    shown = mute(inert(text)) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if "`" in (shown[0], shown[-1]) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def prose(text: str) -> str:
    """Return a message escaped, what it has in backticks as code; not for tables."""
    parts = inert(text).split("`")
    if len(parts) % 2 == 0:
        return escaped(text)
    whole = "".join(code(part) if number % 2 else _inline(part) for number, part in enumerate(parts))
    return _BLOCK_START.sub(r"\1\\", whole.lstrip())


def link(text: str, url: str) -> str:
    """Return a link to a web page; any other address is left out."""
    if not url.startswith(("http://", "https://")):
        return escaped(text)
    safe = _UNSAFE_IN_URL.sub(lambda match: _percent(match[0]), url)
    return f"[{escaped(text)}]({safe})"


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], right: tuple[int, ...] = ()) -> list[str]:
    """Return the lines of a table of texts that are Markdown already; columns in ``right`` are numbers."""
    rule = ("--:" if number in right else "---" for number in range(len(head)))
    return [_row(head), f"|{'|'.join(rule)}|", *(_row(row) for row in rows)]


def _row(texts: tuple[str, ...]) -> str:
    return f"| {' | '.join(texts)} |"
