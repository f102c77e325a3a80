"""The readers of lines of JSON: each line that is not empty has one answer, which is JSON, and begins with its id."""

import json
from typing import Any

from benchmarks.fuzz.readers.read import FAULT, Read
from factcheck.workspace import Workspace


class Lines:
    """What ``check``, ``draft`` and ``mentions`` do with ``--jsonl``."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the packs."""
        self.workspace = workspace

    def __call__(self, data: bytes, count: int) -> Read:
        """Answer some lines by one of the filters."""
        asked = data.decode("utf-8", "replace").split("\n")
        if count % 3 == 0:
            answers = [line for line, _ in self.workspace.filter(asked)]
        elif count % 3 == 1:
            answers = [one.line for one in self.workspace.filter_drafts(asked)]
        else:
            answers = [one.line for one in self.workspace.filter_mentions(asked)]
        return Read(wrong=_wrong([line for line in asked if line.strip()], answers))


def _wrong(asked: list[str], answers: list[str]) -> str:
    if len(asked) != len(answers):
        return f"{len(answers)} answers to {len(asked)} lines"
    for line, answer in zip(asked, answers, strict=True):
        told, request = _read(answer), _read(line)
        if told is None or FAULT in answer or "\n" in answer:
            return f"no answer: {answer}"
        error = told.get("verdict") == "error" or "error" in told
        if not error and (request is None or told.get("id") != request.get("id")):
            return f"an answer to another line: {answer}"
    return ""


def _read(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")
