"""A Word document with comments at the findings of its report."""

from collections.abc import Sequence
from pathlib import Path

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.files import read_bytes
from factcheck.loader.office.refused import MAX_FILE
from factcheck.margin.commented import commented
from factcheck.model.draft import DraftFinding, DraftReport


def commented_file(path: Path, draft: DraftReport, shown: Sequence[DraftFinding]) -> bytes:
    """Return a Word document with a comment at each finding. Raises Problem for one that cannot be read."""
    data = read_bytes(path, path.as_posix(), MAX_FILE)
    if isinstance(data, Diagnostic):
        raise Problem(data.code, data.message, help=data.help)
    return commented(data, draft, shown)
