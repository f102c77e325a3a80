"""The engine as a filter: one JSON object a line in, one out; lines are never held back."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.engine.check import Engine
from factcheck.engine.judge import Judgement
from factcheck.engine.stream import Stream

MAX_LINE = 20_000


def filter_lines(lines: Iterable[str], engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield the answer to each line, and its verdict: ``{"id", "says"}`` in, ``{"id", "verdict", "grade"}`` out.

    A line that is no such object is answered with an error; empty lines are passed over.
    """
    stream = Stream(engine)
    for line in lines:
        if line.strip():
            answer = _answer(line, stream)
            yield json.dumps(answer, ensure_ascii=False), answer["verdict"]


def _answer(line: str, stream: Stream) -> dict[str, Any]:
    request = _request(line)
    if isinstance(request, str):
        return {"id": None, "verdict": "error", "message": request}
    found = stream.verdict(request["says"])
    if isinstance(found, Judgement):
        return {"id": request["id"], "verdict": found.verdict, "grade": found.grade}
    answer = {"id": request["id"], "verdict": found.verdict, "grade": found.grade}
    if found.verdict == "error":
        answer |= {"code": found.code, "message": found.headline}
    return answer


def _request(line: str) -> dict[str, Any] | str:
    """Return the object of a line, or what is wrong with it."""
    if len(line) > MAX_LINE:
        return f"the line is too long: at most {MAX_LINE:,} characters"
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return "the line is not JSON"
    if not isinstance(request, dict) or not isinstance(request.get("says"), str):
        return 'the line is no object with "id" and "says"'
    return {"id": request.get("id"), "says": request["says"]}
