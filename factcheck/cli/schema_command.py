"""``factcheck schema``: the JSON Schema of a kind of file."""

import argparse
import sys

from factcheck.cli.console import for_programs
from factcheck.cli.main import OK


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    for_programs()
    sys.stdout.write(text(options.kind))
    sys.stdout.flush()
    return OK


def text(kind: str) -> str:
    """Return the schema of a kind of file, or of a report."""
    if kind in {"report", "draft"}:
        from factcheck.report.schema import render as render_report  # noqa: PLC0415 - brings pydantic, which is slow

        return render_report(drafts=kind == "draft")
    from factcheck.loader.json_schema import render  # noqa: PLC0415 - brings pydantic, which is slow

    return render(kind)
