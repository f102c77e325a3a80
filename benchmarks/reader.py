"""Reads a text as a draft does, up to the equations that its words state."""

from functools import cache
from pathlib import Path

from factcheck.draft.equations.schema import Schema
from factcheck.draft.quantities.layout import Layout
from factcheck.engine.resolve.setting import Engine
from factcheck.proofread.draft import schemas_of
from factcheck.proofread.opened import opened
from factcheck.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]


@cache
def engine() -> Engine:
    """Return the engine with the packs of the project."""
    return Workspace.open(ROOT).session.engine()


@cache
def rules() -> tuple[Schema, ...]:
    """Return the rules that drafts use."""
    return schemas_of(engine().knowledge)


def layout_of(text: str, language: str) -> Layout:
    """Return a text with its quantities and its line."""
    return Layout(opened(text, engine().knowledge.units, lang=language).passage)
