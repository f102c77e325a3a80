"""What the commands share that list what there is: a table for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from factcheck.cli.console import for_programs, show_diagnostics, show_lines
from factcheck.cli.main import FINDINGS, OK
from factcheck.diagnostics import Problem
from factcheck.model.codec import to_data
from factcheck.report.json import escaped
from factcheck.report.layout import Line
from factcheck.source import Place

Known = TypeVar("Known")


def listed(
    ask: Callable[[], Sequence[Known]],
    name: str | None,
    lines: Callable[[Sequence[Known], int], Iterator[Line]],
    form: str,
) -> int:
    """Print what is asked for and return the exit code; what has no such ``name`` is a finding."""
    try:
        known = ask()
    except Problem as problem:
        show_diagnostics([problem.diagnostic(Place("", 0, 1), name or "")])
        return FINDINGS
    if form == "json":
        for_programs()
        sys.stdout.write(escaped(json.dumps([to_data(one) for one in known], ensure_ascii=False, indent=2)) + "\n")
        sys.stdout.flush()
    else:
        show_lines(lambda width: lines(known, width))
    return OK
