"""The kinds of documents by the endings of their names: which module reads them, and which extra that needs."""

from importlib.util import find_spec
from typing import NamedTuple


class Kind(NamedTuple):
    """``reader``: the module of this folder that reads it; ``needs``: the package of the extra `docs` it imports."""

    reader: str
    needs: str = ""
    sought: bool = True
    """Whether it is looked for in a folder; tables of data are read where they are named."""

    @property
    def at_hand(self) -> bool:
        """Whether what reads it is installed."""
        return not self.needs or find_spec(self.needs) is not None


KINDS = {
    ".docx": Kind("docx"),
    ".docm": Kind("docx"),
    ".odt": Kind("odf"),
    ".rtf": Kind("rtf"),
    ".html": Kind("web_page", "lxml"),
    ".htm": Kind("web_page", "lxml"),
    ".xhtml": Kind("web_page", "lxml"),
    ".pdf": Kind("pdf", "pypdfium2"),
    ".epub": Kind("epub", "lxml"),
    ".ods": Kind("odf", sought=False),
    ".xlsx": Kind("xlsx", sought=False),
    ".xlsm": Kind("xlsx", sought=False),
}

OLD = {".doc": ".docx", ".xls": ".xlsx", ".ppt": ".pdf", ".wps": ".docx", ".et": ".xlsx", ".pages": ".docx"}
"""Formats that are not read, and what to save them as."""


def kind_of(name: str) -> Kind | None:
    """Return the kind of a file by its name; None for a text."""
    return KINDS.get(_ending(name))


def newer(name: str) -> str:
    """Return the ending to save a file of an old format with; nothing for all others."""
    return OLD.get(_ending(name), "")


def _ending(name: str) -> str:
    base = name.lower().replace("\\", "/").rpartition("/")[2]
    return base[base.rfind(".") :] if "." in base else ""


def found_in_folders() -> tuple[str, ...]:
    """Return the endings that are looked for in a folder: of what can be read with what is installed."""
    return tuple(ending for ending, kind in KINDS.items() if kind.sought and kind.at_hand)
