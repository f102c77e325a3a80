"""Diagnostics as one line each, to compare with what a test expects."""

from collections.abc import Iterable
from textwrap import dedent

from factcheck.diagnostics import Diagnostic
from factcheck.loader.claims import claims_from_text
from factcheck.model.claim import ClaimFile


def shown(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Write each diagnostic as ``place code message``."""
    return [f"{item.place} {item.code} {item.message}" for item in diagnostics]


def underlined(diagnostic: Diagnostic) -> str:
    """Return the part of the excerpt that the report underlines."""
    start = diagnostic.place.column - diagnostic.excerpt_column
    return diagnostic.excerpt[start : start + diagnostic.width]


def read(text: str) -> tuple[ClaimFile | None, list[str]]:
    """Read claims from indented text; the file is called ``a.yaml``."""
    loaded, diagnostics = claims_from_text(dedent(text).lstrip("\n"), "a.yaml")
    return loaded, shown(diagnostics)
