"""Documents to read: text and Markdown files, given one by one or as folders."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.diagnostics import Diagnostic
from factcheck.loader.files import MAX_BYTES, TextFile, decode, is_folder, missing, read_bytes, shown_path, too_large
from factcheck.source import Place

MARKDOWN = (".md", ".markdown")
SHEETS = (".csv", ".tsv")
ENDINGS = (*MARKDOWN, ".txt")
"""What is looked for in a folder; tables of data are read where they are named."""
_SKIPPED = {"node_modules", "__pycache__"}
_BOM = "\ufeff"
_MARKED = re.compile(r"^#{1,6}[ \t]\S|^(?:```|~~~)|\*\*[^*\s]|\]\(|^\|[ \t]?:?-{3}", re.MULTILINE)
"""What plain texts do not have: a headline or a block of code as Markdown marks them, bold letters, a link, a table."""


class Document(NamedTuple):
    """A text as it stands in its file, byte order mark included; ``file`` knows the place of each character.

    ``sheet``: it has separated values.
    """

    text: str
    file: TextFile
    markdown: bool = False
    sheet: bool = False

    def place(self, index: int) -> Place:
        """Return line and column of a character; a byte order mark takes no column."""
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
    message = f"no text in `{shown}`: no file ends in {', '.join(ENDINGS)}"
    return Diagnostic("FC103", message, Place(shown), help="give the files themselves")


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        yield from (Path(where, name) for name in sorted(names) if is_document(name))


def is_document(name: str) -> bool:
    """Return whether a file's name is that of a text or Markdown file; hidden files are not."""
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def load_document(path: Path, root: Path) -> Document | Diagnostic:
    """Read a document, or say why it cannot be read."""
    shown = shown_path(path, root)
    data = read_bytes(path, shown, MAX_BYTES)
    return data if isinstance(data, Diagnostic) else document(data, shown)


def document(data: bytes, shown: str, *, named: bool = True) -> Document | Diagnostic:
    """Return the document of UTF-8 bytes; without a name its marks tell whether it is Markdown."""
    file = decode(data, shown) if len(data) <= MAX_BYTES else too_large(shown, MAX_BYTES)
    if isinstance(file, Diagnostic):
        return file
    text = data.decode("utf-8")
    markdown = shown.lower().endswith(MARKDOWN) if named else is_marked(text)
    return Document(text, file, markdown, sheet=named and shown.lower().endswith(SHEETS))


def is_marked(text: str) -> bool:
    """Return whether a text without a name looks like Markdown."""
    return _MARKED.search(text) is not None
