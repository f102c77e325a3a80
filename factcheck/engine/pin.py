"""Writes found derivations into a claim file: ``derive(…)`` becomes the explicit formula, nothing else changes."""

from dataclasses import dataclass
from pathlib import Path

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.engine.inquire import pinned
from factcheck.engine.session import Session
from factcheck.loader.claims import claims_from_bytes
from factcheck.loader.files import read_bytes
from factcheck.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Pinned:
    """What was written into a file: (claim, old statement, new statement); and what could not be."""

    path: str
    changes: tuple[tuple[str, str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def pin_file(path: Path, shown: str, session: Session) -> Pinned:
    """Replace each ``derive(…)`` of a file by what it finds."""
    data = read_bytes(path, shown)
    if isinstance(data, Diagnostic):
        return Pinned(shown, diagnostics=(data,))
    file, problems = claims_from_bytes(data, shown)
    if file is None:
        return Pinned(shown, diagnostics=problems)
    engine = session.engine(tuple(name.value for name in file.use))
    lines = data.decode("utf-8").split("\n")
    changes: list[tuple[str, str, str]] = []
    found = list(problems)
    for claim in file.claims:
        try:
            says = pinned(claim, file, engine)
            if says is not None and claim.says is not None:
                _write(lines, claim, says)
                changes.append((claim.id, claim.says.value, says))
        except Problem as problem:
            text = claim.says.value if claim.says else ""
            found.append(problem.diagnostic(claim.says.place if claim.says else claim.place, text))
    if changes:
        path.write_bytes("\n".join(lines).encode("utf-8"))
    return Pinned(shown, tuple(changes), tuple(found))


def _write(lines: list[str], claim: Claim, says: str) -> None:
    """Replace a statement where it stands. Raises Problem FC311 for one that is not written plainly on one line."""
    if claim.says is None:
        return
    row, column = claim.says.place.line - 1, claim.says.place.column - 1
    old = claim.says.value
    line = lines[row]
    start = column + 1 if row == 0 and line.startswith("\ufeff") else column
    if line[start : start + len(old)] != old:
        raise Problem(
            "FC311", "the statement is not written plainly on one line: it stays as it is", help=f"write `says: {says}`"
        )
    lines[row] = line[:start] + says + line[start + len(old) :]
