"""The findings alone, one JSON object a line: for filters and spreadsheets."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model.draft import DraftFinding, DraftProposal, DraftReport
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.summary import Demand
from factcheck.report.json import escaped

_KEYS = ("start", "end", "text", "verdict", "code", "kind", "message", "says", "ignored", "row", "reason")

_PROPOSED = ("start", "end", "text", "message", "says", "words", "others", "among")


def render(
    drafts: Sequence[DraftReport],
    *,
    verbose: bool = False,  # noqa: ARG001 - one line has one shape
    demand: Demand | None = None,  # noqa: ARG001 - the same
) -> str:
    """Return a line for each finding, in order, then one for each proposal from data."""
    return "".join(f"{line}\n" for draft in drafts for line in _lines(draft))


def _lines(draft: DraftReport) -> Iterator[str]:
    places = Places(draft.text)
    yield from (_line(one, draft.path, places) for one in draft.findings)
    yield from (_proposal(one, draft.path, places) for one in draft.proposals)


def _line(finding: DraftFinding, path: str, places: Places) -> str:
    line, column = places.of(finding.start)
    found: dict[str, Any] = {"path": path, "line": line, "column": column}
    return escaped(json.dumps(found | {key: getattr(finding, key) for key in _KEYS}, ensure_ascii=False))


def _proposal(one: DraftProposal, path: str, places: Places) -> str:
    """Write what a number may be taken from; it has no verdict."""
    line, column = places.of(one.start)
    found: dict[str, Any] = {"path": path, "line": line, "column": column, "proposed": True}
    given = [{"name": part.name, "literal": part.literal, "file": part.file, "where": part.where} for part in one.given]
    known = {key: getattr(one, key) for key in _PROPOSED}
    return escaped(json.dumps(found | known | {"given": given}, ensure_ascii=False))
