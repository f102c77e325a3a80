"""The findings alone, one JSON object a line: for filters and spreadsheets."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model.draft import DraftFinding, DraftReport
from factcheck.report.drafts.places import Places
from factcheck.report.drafts.summary import Demand
from factcheck.report.json import escaped

_KEYS = ("start", "end", "text", "verdict", "code", "kind", "message", "says", "ignored", "row", "reason")


def render(
    drafts: Sequence[DraftReport],
    *,
    verbose: bool = False,  # noqa: ARG001 - one line has one shape
    demand: Demand | None = None,  # noqa: ARG001 - the same
) -> str:
    """Return a line for each finding, in order."""
    return "".join(f"{line}\n" for draft in drafts for line in _lines(draft))


def _lines(draft: DraftReport) -> Iterator[str]:
    places = Places(draft.text)
    return (_line(one, draft.path, places) for one in draft.findings)


def _line(finding: DraftFinding, path: str, places: Places) -> str:
    line, column = places.of(finding.start)
    found: dict[str, Any] = {"path": path, "line": line, "column": column}
    return escaped(json.dumps(found | {key: getattr(finding, key) for key in _KEYS}, ensure_ascii=False))
