"""Reads a document with the reader of its kind, imported when it is asked for."""

from importlib import import_module
from typing import cast

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.office.kinds import Kind, newer
from factcheck.loader.office.laying import Laid
from factcheck.loader.office.refused import broken, needs_extra
from factcheck.source import Place


def read_office(data: bytes, shown: str, kind: Kind) -> Laid | Diagnostic:
    """Return the text of a document with its structure, or say why it cannot be read."""
    try:
        if not kind.at_hand:
            raise needs_extra(f"`{shown[shown.rfind('.') :]}`")
        found = cast("Laid", import_module(f"factcheck.loader.office.{kind.reader}").read(data))
        if not found.text:
            raise broken("there is no text in it", "where its pages are pictures, have their text recognized first")
    except Problem as problem:
        return refusal(problem, shown)
    except RecursionError:
        return refusal(broken("it is nested too deep"), shown)
    return found


def refusal(problem: Problem, shown: str) -> Diagnostic:
    """Return why a document is not read, at the document."""
    message = f"cannot read `{shown}`: {problem.message}"
    return Diagnostic(problem.code, message, Place(shown), notes=problem.notes, help=problem.help)


def no_text(shown: str) -> Diagnostic:
    """Return why bytes that are no text are not read."""
    return refusal(broken("it is no text, and no document of a kind that is read", "save its text as `.docx`"), shown)


def too_old(shown: str) -> Diagnostic:
    """Return why a document of an old format is not read."""
    cure = f"save it as `{newer(shown)}`"
    return refusal(broken("its format is too old, or of one program only", cure), shown)
