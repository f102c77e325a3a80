"""The JSON Schema of the report, from its dataclasses: ``python -m factcheck.report.schema``."""

import json
import sys

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


def render() -> str:
    """Return the schema as text for ``docs/report.schema.json``."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render())
