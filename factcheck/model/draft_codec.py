"""Reports on drafts from plain data, for the cache; `codec.to_data` is the way there."""

from typing import Any

from factcheck.model.codec import Data, diagnostic, outcome
from factcheck.model.draft import DraftFinding, DraftInput, DraftNumber, DraftReport, DraftResult
from factcheck.model.structure import Block, Remark, Structure
from factcheck.source import Span


def draft_report(data: Data) -> DraftReport:
    """Return a report; raises KeyError or TypeError for data of another shape."""
    changed: dict[str, Any] = {
        "numbers": tuple(DraftNumber(**item) for item in data["numbers"]),
        "findings": tuple(_finding(item) for item in data["findings"]),
        "diagnostics": tuple(diagnostic(item) for item in data["diagnostics"]),
    }
    changed["structure"] = _structure(data["structure"]) if data.get("structure") else None
    # proposals are not kept: they depend on data files
    return DraftReport(**{**data, **changed, "proposals": ()})


def _finding(data: Data) -> DraftFinding:
    given = tuple(DraftInput(**item) for item in data["given"])
    cures = tuple(data.get("cures", ()))
    result = DraftResult(**data["result"]) if data.get("result") else None
    known = {"given": given, "cures": cures, "outcome": outcome(data["outcome"]), "result": result}
    return DraftFinding(**{**data, **known})


def _structure(data: Data) -> Structure:
    blocks = tuple(
        Block(one["start"], one["end"], one["role"], tuple((kind, name) for kind, name in one["place"]))
        for one in data["blocks"]
    )
    tables = tuple(tuple(tuple(Span(*cell) for cell in row) for row in table) for table in data["tables"])
    return Structure(blocks, tables, tuple(Remark(**one) for one in data["remarks"]))
