"""What a claim file or a pack asks of a data file, and a fault of it at its place."""

import json
import re
from typing import cast

from factcheck.diagnostics import Problem
from factcheck.loader.data.found import NOT_READ, Pick, Take
from factcheck.loader.tree import Loc, Mapping, Scalar, listed
from factcheck.loader.validate import Fault
from factcheck.source import Text

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

ABOUT_THE_FILE = frozenset({"FC101", "FC102", "FC104", "FC111", NOT_READ})
"""What is said of a data file once, however many premises come from it."""


def pick_of(form: Mapping) -> Pick:
    """Return what a premise asks of its file."""
    where = tuple(
        (Text(key.text, key.place), tuple(item.text for item in listed(node) if isinstance(item, Scalar)))
        for key, node in form.mapping("where").pairs
    )
    take = cast("Take", form.word("take"))
    return Pick(form.line("at"), form.text("table"), where, form.text("column"), take, form.line("sql"))


def written_pick(data: str, pick: Pick, unit: str) -> str:
    """Return a premise that asks for a number, as a mapping in one line of YAML; ``data`` names the file."""
    where = ", ".join(f"{quoted(column.value)}: {quoted(values[0])}" for column, values in pick.where)
    parts = {
        "from": data,
        "table": quoted(pick.table.value) if pick.table else "",
        "at": quoted(pick.at.value) if pick.at else "",
        "where": f"{{{where}}}" if where else "",
        "column": quoted(pick.column.value) if pick.column else "",
        "take": pick.take,
        "unit": quoted(unit) if unit else "",
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items() if value) + "}"


def quoted(text: str) -> str:
    """Return a text as a scalar that YAML reads in a mapping of one line; a plain word stands as it is."""
    return text if _WORD.fullmatch(text) else json.dumps(text, ensure_ascii=not text.isprintable())


def fault_at(loc: Loc, text: Text, problem: Problem) -> Fault:
    """Return what is wrong with a text, or with the part of it that the problem tells."""
    span = problem.span if text.verbatim else None
    place = text.place.shifted(span) if span else text.place
    width = (span.end - span.start) if span else len(text.value)
    return Fault(loc, problem.code, problem.message, problem.help, notes=problem.notes, place=place, width=width)
