"""What a document is: a draft, a claim file, a file of a pack, the settings, or none of ours."""

import re
from pathlib import Path
from typing import Literal

from factcheck.loader.discovery import Project
from factcheck.loader.documents import MARKDOWN
from factcheck.loader.files import is_inside, is_yaml
from factcheck.loader.pack_files import is_pack_file

Kind = Literal["draft", "claims", "pack", "settings", "other"]

_CLAIMS = re.compile(r"^claims[ \t]*:", re.MULTILINE)
_SETTINGS = ("factcheck.toml", "pyproject.toml")
_DRAFTS = ("markdown", "plaintext", "text")
_TEXTS = (*MARKDOWN, ".txt")
_YAML = "yaml"


def kind_of(path: Path | None, language: str, text: str, project: Project) -> Kind:
    """Return what a document is, by its place in the project, its name, and what the editor calls its language."""
    if path is None:
        return _unnamed(language, text)
    if path.name in _SETTINGS:
        return "settings"
    if is_of_pack(path, project):
        return "pack"
    if is_yaml(path.name) or language == _YAML:
        listed = any(is_inside(path, project.root / name) for name in project.settings.claims)
        return "claims" if listed or _CLAIMS.search(text) else "other"
    return "draft" if path.name.lower().endswith(_TEXTS) or language in _DRAFTS else "other"


def is_of_project(path: Path, project: Project) -> bool:
    """Whether all of a project rests on a file: its settings, or a file of one of its packs."""
    return path.name in _SETTINGS or is_of_pack(path, project)


def is_of_pack(path: Path, project: Project) -> bool:
    """Whether a file belongs to a pack of the project."""
    for name in project.settings.rules:
        home = project.root / name
        if path.is_relative_to(home):
            inside = path.relative_to(home).parts[1:]
            return bool(inside) and is_pack_file("/".join(inside))
    return False


def is_markdown(path: Path | None, language: str) -> bool:
    """Whether a draft is Markdown: its name tells it, else the editor."""
    if path is not None and path.suffix:
        return path.name.lower().endswith(MARKDOWN)
    return language == "markdown"


def _unnamed(language: str, text: str) -> Kind:
    """Return what a document without a file is, which only the editor knows."""
    if language == _YAML:
        return "claims" if _CLAIMS.search(text) else "other"
    return "draft" if language in _DRAFTS else "other"
