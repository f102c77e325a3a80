"""Findings as flat rows of plain data, in the columns of ``columns``."""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.model.draft import DraftFinding, DraftInput
from factcheck.model.report import Outcome, Range
from factcheck.model.texts import CheckedText, Fault, TextRow

ERROR = "error"
"""The verdict on a text that was not checked."""


Row = dict[str, Any]


class Held(NamedTuple):
    """How often a construction was seen on published text and held, and its own cases."""

    seen: int
    held: int
    cases: int
    trusted: bool


Records = Callable[[str], Held]
"""What is known of a construction."""


def rows_of(checked: CheckedText, records: Records) -> Iterator[Row]:
    """Yield a row for each finding of a text that its author does not ignore; for one that was not checked, one."""
    if checked.report is None:
        fault = checked.fault.message if checked.fault else ""
        yield _named(checked.text, "") | {"verdict": ERROR, "message": fault}
        return
    for one in checked.report.findings:
        if not one.ignored:
            known = records(one.row)._asdict() if one.row else None
            yield _named(checked.text, checked.report.language) | _row(one) | {"record": known}


def fault_row(text: TextRow, fault: Fault) -> Row:
    """Return the row of a text that was not checked, in the columns of errors."""
    return {**_which(text), "kind": fault.kind, "message": fault.message}


def _which(text: TextRow) -> Row:
    return {"source": text.source, "row": text.row, "text_id": text.id}


def _named(text: TextRow, language: str) -> Row:
    return {**_which(text), "date": text.date, "language": language}


def _row(one: DraftFinding) -> Row:
    outcome = one.outcome
    return {
        "relation": one.kind,
        "code": one.code,
        "verdict": one.verdict,
        "grade": outcome.grade or "",
        "start": one.start,
        "end": one.end,
        "number": one.text,
        "message": one.message,
        "equation": one.says,
        "operands": [_operand(given) for given in one.given],
        "stated": outcome.stated.text if outcome.stated else "",
        "derived": outcome.derived.text if outcome.derived else "",
        "off": deviation(outcome),
        "calculation": one.calculation,
        "cures": list(one.cures),
        "reason": one.reason,
        "construction": one.row,
    }


def _operand(given: DraftInput) -> Row:
    return {
        "name": given.name,
        "literal": given.literal,
        "start": given.start,
        "end": given.end,
        "label": given.label,
    }


def deviation(outcome: Outcome) -> float | None:
    """Return how far what is stated lies from what was derived, as a share of it; None where that is no number."""
    stated, derived = _nominal(outcome.stated), _nominal(outcome.derived)
    if stated is None or not derived or outcome.stated is None or outcome.derived is None:
        return None
    if outcome.stated.unit != outcome.derived.unit:
        return None
    try:
        found = float((stated - derived) / abs(derived))
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def _nominal(value: Range | None) -> Fraction | None:
    try:
        return Fraction(value.nominal) if value and value.nominal else None
    except (ValueError, ZeroDivisionError):  # a date
        return None
