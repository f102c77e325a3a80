"""Writes found derivations into a claim file: ``derive(…)`` becomes the explicit formula, nothing else changes."""

from dataclasses import dataclass
from pathlib import Path

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.questions.inquire import pinned
from factcheck.engine.session import Session
from factcheck.late import late_pattern
from factcheck.loader.claims import claims_from_bytes, claims_from_text
from factcheck.loader.files import read_bytes
from factcheck.source import Text

_LINE = late_pattern(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Pinned:
    """What was written into a file: (claim, old statement, new statement); and what could not be."""

    path: str
    changes: tuple[tuple[str, str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def pin_file(path: Path, shown: str, session: Session) -> Pinned:
    """Replace each ``derive(…)`` of a file by what it finds. Raises OSError where the file cannot be written."""
    data = read_bytes(path, shown)
    if isinstance(data, Diagnostic):
        return Pinned(shown, diagnostics=(data,))
    file, problems = claims_from_bytes(data, shown)
    if file is None:
        return Pinned(shown, diagnostics=problems)
    engine = session.engine(tuple(name.value for name in file.use))
    text = data.decode("utf-8")
    changes: list[tuple[str, str, str]] = []
    found = list(problems)
    for claim in file.claims:
        try:
            says = pinned(claim, file, engine)
            if says is not None and claim.says is not None:
                text = _written(text, claim.id, claim.says, says)
                changes.append((claim.id, claim.says.value, says))
        except Problem as problem:
            stands = claim.says.value if claim.says else ""
            found.append(problem.diagnostic(claim.says.place if claim.says else claim.place, stands))
    if changes:
        path.write_bytes(text.encode("utf-8"))
    return Pinned(shown, tuple(changes), tuple(found))


def _written(text: str, name: str, old: Text, new: str) -> str:
    """Replace a statement where it stands; all else stays as it is.

    Raises Problem FC311 for one that is not written plainly on one line, and where YAML would read the new one
    otherwise (it has commas and brackets, which mean something inside braces).
    """
    lines = _LINE.findall(text)
    row, column = old.place.line - 1, old.place.column - 1
    start = column + 1 if row == 0 and text.startswith("\ufeff") else column
    if lines[row][start : start + len(old.value)] == old.value:
        lines[row] = lines[row][:start] + new + lines[row][start + len(old.value) :]
        changed = "".join(lines)
        if _statements(changed) == {**_statements(text), name: new}:
            return changed
    message = "the statement is not written plainly on one line of its own: it stays as it is"
    raise Problem("FC311", message, help=f"write it on one line: `says: {new}`")


def _statements(text: str) -> dict[str, str | None]:
    file, _ = claims_from_text(text, "")
    return {claim.id: claim.says.value if claim.says else None for claim in file.claims} if file else {}
