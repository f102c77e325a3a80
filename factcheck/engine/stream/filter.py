"""The engine as a filter: one JSON object a line in, one out; lines are never held back."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.engine.resolve.setting import Engine
from factcheck.engine.stream.stream import Stream
from factcheck.json_lines import DECODER
from factcheck.model.report import Outcome

MAX_LINE = 20_000

_decode = DECODER.raw_decode
_encode = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make an encoder for each line


def filter_lines(lines: Iterable[str], engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield the answer to each line, and its verdict: ``{"id", "says"}`` in, ``{"id", "verdict", "grade"}`` out.

    A line that is no such object is answered with an error; empty lines are passed over.
    """
    stream = Stream(engine)
    for line in lines:
        request = _request(line)
        if isinstance(request, str):
            if line.strip():
                yield _encode({"id": None, "verdict": "error", "message": request}), "error"
            continue
        found = stream.verdict(request["says"])
        if found.verdict == "error" and isinstance(found, Outcome):
            yield _error(request, found), "error"
        else:
            ident, grade = _encode(request.get("id")), f'"{found.grade}"' if found.grade else "null"
            yield f'{{"id": {ident}, "verdict": "{found.verdict}", "grade": {grade}}}', found.verdict


def _error(request: dict[str, Any], found: Outcome) -> str:
    answer = {"id": request.get("id"), "verdict": "error", "grade": None, "code": found.code, "message": found.headline}
    return _encode(answer)


def _request(line: str) -> dict[str, Any] | str:
    """Return the object of a line, or what is wrong with it."""
    if len(line) > MAX_LINE:
        return f"the line is too long: at most {MAX_LINE:,} characters"
    request = _object(line)
    if isinstance(request, dict) and isinstance(request.get("says"), str):
        return request
    return "the line is not JSON" if request is None else 'the line is no object with "id" and "says"'


def _object(line: str) -> Any:
    """Return the value of a line; None where it is not JSON (or null, which is no request either)."""
    line = line.strip()
    try:
        found, end = _decode(line)
    except (ValueError, RecursionError):
        return None
    return found if end == len(line) else None
