"""The proofreader as a filter: one JSON object a line in and out, nothing held back."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from factcheck.model.draft import DraftFinding, DraftInput, DraftReport
from factcheck.prose.filter import Answer, Request, requests

_encode = json.JSONEncoder(ensure_ascii=False).encode


class Answered(NamedTuple):
    """The line to write, what was wrong with the line that was read, if anything, and what was found."""

    line: str
    problem: str = ""
    report: DraftReport | None = None


def filter_lines(lines: Iterable[str], check: Callable[[Request], DraftReport]) -> Iterator[Answered]:
    """Yield the answer to each line: ``{"id", "text", "lang"}`` in, ``{"id", "findings"}`` out.

    A line that is no such object is answered with an error; empty lines are passed over.
    """
    for one in requests(lines):
        if isinstance(one, Answer):
            yield Answered(*one)
        else:
            report = check(one)
            yield Answered(_encode({"id": one.id, "findings": found_in(report)}), report=report)


def found_in(report: DraftReport) -> list[dict[str, Any]]:
    """Return the findings as JSON keeps them, without what the draft ignores."""
    return [_row(one) for one in report.findings if not one.ignored]


def _row(one: DraftFinding) -> dict[str, Any]:
    found = {"start": one.start, "end": one.end, "verdict": one.verdict, "code": one.code, "message": one.message}
    operands = [_operand(part) for part in one.given]
    return found | {"equation": one.says, "operands": operands, "row": one.row}


def _operand(one: DraftInput) -> dict[str, Any]:
    found = {"name": one.name, "start": one.start, "end": one.end, "is": one.literal}
    return {**found, "label": one.label} if one.label else found
