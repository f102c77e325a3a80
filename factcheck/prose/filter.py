"""The reader as a filter: one JSON object a line in and out, nothing held back."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from factcheck.json_lines import DECODER
from factcheck.prose.jsonl import as_json
from factcheck.prose.mention import Reading
from factcheck.quantity.languages import languages

MAX_LINE = 1_000_000
"""A longer line is refused, so that memory stays bounded."""

_decode = DECODER.decode
_encode = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make an encoder for each line


class Request(NamedTuple):
    """A text to read: ``lang`` is a hint, ``markdown`` says how it is written."""

    id: Any
    text: str
    lang: str | None
    markdown: bool


class Answer(NamedTuple):
    """The line to write, and what was wrong with the line that was read, if anything."""

    line: str
    problem: str = ""


def filter_lines(lines: Iterable[str], read: Callable[[Request], Reading]) -> Iterator[Answer]:
    """Yield the answer to each line: ``{"id", "text", "lang"}`` in, ``{"id", "mentions", "asides"}`` out.

    A line that is no such object is answered with an error; empty lines are passed over.
    """
    for one in requests(lines):
        yield one if isinstance(one, Answer) else Answer(_encode({"id": one.id, **as_json(read(one))}))


def requests(lines: Iterable[str]) -> Iterator[Request | Answer]:
    """Yield the request of each line, or the answer to a line that is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        request = request_of(line)
        if isinstance(request, Request):
            yield request
        else:
            problem = f"line {number}: {request}"
            yield Answer(_encode({"id": None, "error": problem}), problem)


def request_of(line: str) -> Request | str:
    """Return the request of a line, or what is wrong with it."""
    if len(line) > MAX_LINE:
        return f"too long: at most {MAX_LINE:,} characters"
    try:
        found = _decode(line)
    except (ValueError, RecursionError):
        return "not JSON"
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return 'no object with "id" and "text"'
    lang = found.get("lang")
    if lang is not None and lang not in languages():
        return f"unknown language {lang!r}; known: {', '.join(languages())}"
    return Request(found.get("id"), found["text"], lang, found.get("format") == "markdown")
