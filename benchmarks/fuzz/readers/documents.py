"""Readers of documents: what was read stands where it is told, and comments in Word leave all else as it was."""

from collections.abc import Iterator

from benchmarks.fuzz.makers.documents import MAKERS
from benchmarks.fuzz.readers.read import REFUSED, Read, Reader, misplaced, places
from benchmarks.fuzz.readers.texts import FORMATS
from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.documents import Document, document
from factcheck.margin.commented import commented
from factcheck.model.structure import Structure
from factcheck.report.drafts import renderer
from factcheck.workspace import Workspace


class Documents:
    """The readers of documents."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the packs."""
        self.workspace = workspace
        self.readers: dict[str, Reader] = {
            name: lambda data, count, name=name: self.document(data, name, count)  # type: ignore[misc]
            for name in MAKERS
        }

    def document(self, data: bytes, name: str, count: int) -> Read:
        """Check a document, write its report in one of the formats, and comments where it is of Word."""
        found = document(data, name)
        report = self.workspace.draft_document(found)
        renderer(FORMATS[count % len(FORMATS)])([report], verbose=True)
        if isinstance(found, Diagnostic):
            return REFUSED
        wrong = misplaced(found.text, places(report)) or out_of_order(found)
        if not wrong and name.endswith(".docx"):
            wrong = self.margin(data, name, found.text)
        return Read(wrong=wrong)

    def margin(self, data: bytes, name: str, text: str) -> str:
        """Return what is wrong with the document once it has comments: its text, or what a second time adds."""
        try:
            once = self._commented(data, name)
            again = self._commented(once, name)
        except Problem:
            return ""
        found = document(once, name)
        if isinstance(found, Diagnostic):
            return f"with comments it cannot be read: {found.message}"
        if found.text != text:
            return f"with comments its text is {found.text!r}"
        return "" if once == again else "what has comments gets them again"

    def _commented(self, data: bytes, name: str) -> bytes:
        report = self.workspace.draft_document(document(data, name))
        return commented(data, report, [one for one in report.findings if not one.ignored])


def out_of_order(found: Document) -> str:
    """Return which block or cell of a document does not lie in its text behind the one before it, or has no place."""
    if found.structure is None:
        return ""
    end = 0
    for kind, start, last in _stretches(found.structure):
        end = 0 if kind != "block" else end
        if not end <= start <= last <= len(found.text):
            return f"a {kind} from {start} to {last} of {len(found.text)}, behind one that ends at {end}"
        end = last
    unsaid = next((one for one in found.structure.blocks if not found.structure.said(one.start)), None)
    return f"{unsaid} has no place" if unsaid else ""


def _stretches(structure: Structure) -> Iterator[tuple[str, int, int]]:
    for block in structure.blocks:
        yield "block", block.start, block.end
    for rows in structure.tables:
        for row in rows:
            yield from (("cell", cell.start, cell.end) for cell in row)
    yield from (("remark", one.start, one.end) for one in structure.remarks)
