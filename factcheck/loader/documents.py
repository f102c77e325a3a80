"""Documents to read: texts, Markdown, and what offices write; given one by one or as folders."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.extras import install
from factcheck.loader.encoding import UTF_16, can_guess, decoded
from factcheck.loader.files import MAX_BYTES, TextFile, decode, is_folder, missing, read_bytes, shown_path, too_large
from factcheck.loader.office.kinds import Kind, found_in_folders, kind_of, newer
from factcheck.loader.office.refused import MAX_FILE
from factcheck.model.structure import Structure
from factcheck.source import Place

MARKDOWN = (".md", ".markdown")
SHEETS = (".csv", ".tsv")
ENDINGS = (*MARKDOWN, ".txt")
"""What is looked for in a folder; tables of data are read where they are named."""
_HELP = f"save the file as UTF-8, or {install('docs')} to have its encoding guessed"
_SKIPPED = {"node_modules", "__pycache__"}
_BOM = "\ufeff"
_MARKED = re.compile(r"^#{1,6}[ \t]\S|^(?:```|~~~)|\*\*[^*\s]|\]\(|^\|[ \t]?:?-{3}", re.MULTILINE)
"""What plain texts do not have: a headline or a block of code as Markdown marks them, bold letters, a link, a table."""


class Document(NamedTuple):
    """A text as it stands in its file, byte order mark included; ``file`` knows the place of each character.

    ``sheet``: it has separated values. ``structure``: it is a document without lines, of which ``text`` was read.
    ``told`` is what is to be said of how it was read.
    """

    text: str
    file: TextFile
    markdown: bool = False
    sheet: bool = False
    structure: Structure | None = None
    told: tuple[Diagnostic, ...] = ()

    def place(self, index: int) -> Place:
        """Return the place of a character: line and column (a byte order mark takes none) or where inside."""
        return self.file.place(max(0, index - self.text.startswith(_BOM)))


def path_of(found: Document | Diagnostic) -> str:
    """Return the path of a document, or of what could not be read."""
    return found.place.path if isinstance(found, Diagnostic) else found.file.path


def document_files(path: Path, root: Path) -> Iterator[Path | Diagnostic]:
    """Yield a file, or the documents in a folder; a folder without any is reported."""
    shown = shown_path(path, root)
    if not os.path.lexists(path):
        yield missing(shown)
    elif not is_folder(path):
        yield path
    else:
        found = list(_inside(path))
        yield from found
        if not found:
            yield _nothing(shown)


def _nothing(shown: str) -> Diagnostic:
    message = f"no text in `{shown}`: no file ends in {', '.join((*ENDINGS, *found_in_folders()))}"
    return Diagnostic("FC103", message, Place(shown), help="give the files themselves")


def _inside(folder: Path) -> Iterator[Path]:
    endings = (*ENDINGS, *found_in_folders())
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        yield from (Path(where, name) for name in sorted(names) if _is_document(name, endings))


def _is_document(name: str, endings: tuple[str, ...]) -> bool:
    """Return whether a file's name is that of a document; hidden files and the locks of programs are not."""
    return name.lower().endswith(endings) and not name.startswith((".", "~$"))


def load_document(path: Path, root: Path) -> Document | Diagnostic:
    """Read a document, or say why it cannot be read."""
    shown = shown_path(path, root)
    data = read_bytes(path, shown, MAX_FILE if kind_of(shown) else MAX_BYTES)
    return data if isinstance(data, Diagnostic) else document(data, shown)


def document(data: bytes, shown: str, *, named: bool = True) -> Document | Diagnostic:
    """Return the document of bytes, its kind told by its name; without one its marks tell whether it is Markdown."""
    kind = kind_of(shown) if named else None
    if kind is not None:
        return _laid(data, shown, kind)
    if named and newer(shown):
        from factcheck.loader.office.read import too_old  # noqa: PLC0415 - most texts do without

        return too_old(shown)
    if len(data) > MAX_BYTES:
        return too_large(shown, MAX_BYTES)
    found = decoded(data)
    if found is None:
        return _not_text(data, shown)
    text, encoding = found
    markdown = shown.lower().endswith(MARKDOWN) if named else is_marked(text)
    sheet = named and shown.lower().endswith(SHEETS)
    return Document(text, TextFile(shown, text), markdown, sheet, told=_told(encoding, shown))


def _not_text(data: bytes, shown: str) -> Diagnostic:
    """Say where the bytes of a text are not UTF-8, or that they are none: no text has bytes of zero, pictures do."""
    if b"\0" in data and not data.startswith(UTF_16):
        from factcheck.loader.office.read import no_text  # noqa: PLC0415 - most texts do without

        return no_text(shown)
    found = decode(data, shown)
    if not isinstance(found, Diagnostic):  # it was nothing but a mark of another encoding
        return Diagnostic("FC104", "not UTF-8", Place(shown), help="save the file as UTF-8")
    return found if can_guess() else replace(found, help=_HELP)


def _told(encoding: str, shown: str) -> tuple[Diagnostic, ...]:
    """Say which encoding was taken, where that is not plain."""
    message = f"read as {encoding}, since it is not UTF-8"
    return (Diagnostic("FC104", message, Place(shown), level="note"),) if encoding else ()


def is_marked(text: str) -> bool:
    """Return whether a text without a name looks like Markdown."""
    return _MARKED.search(text) is not None


def _laid(data: bytes, shown: str, kind: Kind) -> Document | Diagnostic:
    """Return a document that has no lines."""
    if len(data) > MAX_FILE:
        return too_large(shown, MAX_FILE)
    from factcheck.loader.office.read import read_office  # noqa: PLC0415 - most texts do without

    found = read_office(data, shown, kind)
    if isinstance(found, Diagnostic):
        return found
    file = TextFile(shown, found.text, found.structure)
    return Document(found.text, file, structure=found.structure, told=_told(found.told, shown))
