"""The JSON Schema of the report, from its dataclasses: ``python -m factcheck.report.schema``."""

import json
import sys

from factcheck.model.draft import FORMAT as DRAFT_FORMAT
from factcheck.model.draft import DraftReport
from factcheck.model.report import FORMAT, Report


def schema() -> dict[str, object]:
    """Return the schema of what `factcheck.report.json` writes."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to import, wanted for docs only

    found = TypeAdapter(Report).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factcheck report, format {FORMAT}",
        **{key: value for key, value in found.items() if key != "title"},
    }


def draft_schema() -> dict[str, object]:
    """Return the schema of what `factcheck.report.drafts.json` writes."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - the same

    found = TypeAdapter(tuple[DraftReport, ...]).json_schema()
    properties = {"format": {"const": DRAFT_FORMAT}, "engine": {"type": "string"}, "drafts": found}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factcheck report on drafts, format {DRAFT_FORMAT}",
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "$defs": found.pop("$defs"),
    }


def render(*, drafts: bool = False) -> str:
    """Return the schema as text for ``docs/report.schema.json``, or ``docs/draft.schema.json``."""
    return json.dumps(draft_schema() if drafts else schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render())
