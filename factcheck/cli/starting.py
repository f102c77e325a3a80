"""Files to start from: templates, folders made on the way, and nothing that exists is ever written over."""

import os
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path

from factcheck.cli.console import say
from factcheck.cli.schema_command import text as schema

TEMPLATES = Path(__file__).parent / "templates"

SCHEMA = "claims.schema.json"
"""Beside a claim file; its first line names it for editors."""

LANGUAGES = ("en", "zh")
"""The languages of the templates."""


def template(name: str) -> str:
    """Return the text of a template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def create(path: Path, text: str) -> None:
    """Write a file and the folders above it. Raises FileExistsError for one that exists, OSError where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from error
    with path.open("x", encoding="utf-8") as file:
        file.write(text)


def add_schema(claims: Path) -> None:
    """Write the schema beside a claim file, for editors; a claim file is as good without it."""
    path = claims.with_name(SCHEMA)
    with suppress(OSError):
        create(path, schema("claims"))
        say(f"wrote {path}, with which editors complete and check claim files")
