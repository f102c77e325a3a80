"""Edits of a claim file that a program may make unseen: they change one statement and nothing around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.report import Outcome

_STEERS = re.compile(r": |:$| #|[,\[\]{}'\"\\]")
"""What YAML may read as more than text. Where the statement has it already, it stands in a place where it is text."""


class Fix(NamedTuple):
    """A statement to put in the place of a claim's, and why that would hold."""

    reason: str
    statement: str


def fixes(outcome: Outcome) -> Iterator[Fix]:
    """Yield an edit for each slip that would explain a failure, where the statement stands as it reads."""
    if outcome.position.end_column - outcome.position.column != len(outcome.says):
        return
    for slip in outcome.slips:
        if replaceable(outcome.says, slip.corrected):
            yield Fix(slip.text, slip.corrected)


def replaceable(old: str, new: str) -> bool:
    """Whether YAML reads a text as it is written wherever it reads another one so."""
    if not new or not new.isprintable() or new != new.strip():
        return False
    return (new[0].isalnum() or new[0] == old[:1]) and set(_STEERS.findall(new)) <= set(_STEERS.findall(old))
