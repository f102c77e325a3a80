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
    places = Places(draft)
    yield from (_line(one, places) for one in draft.findings)
    yield from (_proposal(one, places) for one in draft.proposals)


def _line(finding: DraftFinding, places: Places) -> str:
    found = _at(finding.start, places)
    return escaped(json.dumps(found | {key: getattr(finding, key) for key in _KEYS}, ensure_ascii=False))


def _at(index: int, places: Places) -> dict[str, Any]:
    """Return where something stands: its line and column, or its place in a document that has none."""
    inside = places.inside(index)
    line, column = places.of(index)
    return {"path": places.path} | ({"place": inside} if inside else {"line": line, "column": column})


def _proposal(one: DraftProposal, places: Places) -> str:
    """Write what a number may be taken from; it has no verdict."""
    found = _at(one.start, places) | {"proposed": True}
    given = [{"name": part.name, "literal": part.literal, "file": part.file, "where": part.where} for part in one.given]
    known = {key: getattr(one, key) for key in _PROPOSED}
    return escaped(json.dumps(found | known | {"given": given}, ensure_ascii=False))
